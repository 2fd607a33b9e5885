"""Blocks of an article: its title, byline, dateline, headings, list items, captions, paragraphs.

Blocks are classified as a reader does at a glance: by place, length and wording. In doubt a block
is a paragraph: keeping a line of furniture does less harm than losing a sentence.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import chain, takewhile

from newsbrief.article import Block, BlockKind
from newsbrief.spans import fold
from newsbrief.text.letters import letters
from newsbrief.text.quotation_marks import CLOSING_MARKS, OPENING_MARKS
from newsbrief.text.scripts import RAISED
from newsbrief.text.sentence_ends import CLOSERS, COLONS, ENDS
from newsbrief.text.tokens import word_count

from .bylines import is_signature
from .datelines import is_dateline, openings, opens_post
from .dates import day_in
from .folios import is_below_name, is_folio
from .furniture import MAX_FURNITURE_CHARS, ends_in_credit, furniture, is_of_site, is_section
from .layout import Paragraph, paragraphs
from .notices import notices_above
from .outlet_notices import opens_outlet_notice
from .outlets import MAX_OUTLET_WORDS, is_name
from .press_releases import is_release_head, release_furniture
from .quoted_mail import quoted_mail
from .reference_lists import reference_lists
from .repeats import doubled, pull_quotes, title_again
from .sidebars import listed_beside
from .splitting import (
    HEADING_MARKS,
    headline,
    line_blocks,
    paragraph_blocks,
    sign_off,
    without_emphasis,
)
from .table_rows import table_rows
from .talks import turns
from .time_stamps import is_time_stamp

_SHOWS = re.compile(r"[^\W_]")
_ENDED = re.compile(rf"[{ENDS}{COLONS};,；，][\s{CLOSERS}{RAISED}]*$")
_INNER_END = re.compile(rf"[.!?][{CLOSING_MARKS}]? [{OPENING_MARKS}A-Z]")
_STARS = re.compile(r"\*\*+ ")  # of an item, or of a heading in a newsletter
_BULLET = re.compile(
    r"(?:[-*+–—]\s|[•·‣▪◦►●○■□➤→✓⁃]\s?|\[\d{1,3}\]\s|\(?\d{1,2}[.)]\)?\s|\(?[a-z]\)\s)\s*\S"
)
_REFERENCE = re.compile(r"(?:\d{1,3}\. )?[\^↑]")  # an entry of a wiki's list of them
_RIGHTS = re.compile(r"\(c\) ?(?:copyright|\d{4})\b", re.IGNORECASE)
_COLUMNS = re.compile(r"\S(?:\t+| {3,}| ?\| ?)\S(?:.*\S)?(?:\t+| {3,}| ?\| ?)\S")
_MAIL = re.compile(r"\w@\w")
_WIDE_GAP = re.compile(r"\S {3,}\S")
_BRACKETED = re.compile(r"\(.*\)|\[.*\]")
_WORD = re.compile(r"[^\W\d_]{2}")
_FIELD = re.compile(r"[A-Z][\w/-]*(?: [\w/-]+){0,2} ?: ?\S")  # "Byline: Jane Roe", "TRT: 1:32"
_COPYRIGHT = re.compile(r"©|\(c\)|copyright\b", re.IGNORECASE)
_BROADCAST = re.compile(
    r"(?:Heard|Seen|Aired|Broadcast|Appeared|Published) (?:on|in) [^.!?]{3,60}$"
)
_DASHES = "-–—"
_COMMAS = (",", "，")
_GAPS = ("\t", "   ", "|")  # one between two columns

_MAX_CAPTION_CHARS = 900  # agencies caption a picture with a paragraph
_MAX_TITLE_WORDS = 30
_MAX_HEADING_WORDS = 14
_MAX_ITEM_WORDS = 25
_MAX_ADDRESS_WORDS = 4  # "Dear all,", "Kind regards,": no sentence
_MAX_DASHED_ITEM_WORDS = 10  # a longer one is a paragraph of dialogue
_MAX_SENTENCES_ABOVE = 3  # above a headline that a byline or a dateline follows
_MIN_HEADLINE_WORDS = 3
_MAX_NAME_WORDS = 4  # of an outlet or a section that stands above a headline, which has more
_MAX_OFFICE_WORDS = 7  # of a line of the letterhead of a release
_MAX_LINK_WORDS = 2  # of a line of a menu
_MIN_MENU_LINES = 3
_MAX_CANDIDATES = 60  # for the title: each is compared with those below
_MIN_FIELDS = 3
_MAX_SIGNATURES = 2
_MAX_LINES_TO_STAMP = 2  # from a byline without "By" to a time stamp
_MIN_SENTENCE_WORDS = 4  # of the first block that counts as body text
_MAX_HEADLINE_CHARS = 160  # a longer block is body text even if it ends without a period
_FIRST_PARAGRAPHS = 3  # those that may have a dateline without an agency
_MIN_POSTS = 3  # whose text the time opens, so that no sentence begins with it
_MAX_TIME_CHARS = 40
_MIN_CAPITAL_SHARE = 0.8  # of the longer words of a headline in title case
_MIN_LONGER_WORDS = 4
_MIN_LONGER_WORD_CHARS = 4


def find_blocks(text: str, *, is_titled: bool = True) -> Iterator[Block]:
    """The blocks of ``text``, in order; each visible character is in exactly one.

    No title is looked for in a text that is known to have none, where ``is_titled`` is false. A
    text without any paragraph ("hello world", a list alone) has its headings and list items
    taken as paragraphs.
    """
    blocks = list(_Classifier(text, is_titled=is_titled).blocks())
    if not any(block.kind is BlockKind.PARAGRAPH for block in blocks):
        lines = (BlockKind.HEADING, BlockKind.LIST_ITEM)
        blocks = [replace(b, kind=BlockKind.PARAGRAPH) if b.kind in lines else b for b in blocks]
    yield from blocks


class _Classifier:
    """The kinds of a text's parts: first by wording, then by where its body and title are."""

    def __init__(self, text: str, *, is_titled: bool) -> None:
        self.text = text
        self.parts = list(paragraphs(text))
        self.folded = [self._fold(part) for part in self.parts]
        self.kinds = [self._kind_by_wording(i) for i in range(len(self.parts))]
        self.turns = turns(self.folded)
        heads = (text[part.start : part.start + _MAX_TIME_CHARS] for part in self.parts)
        self.has_posts = sum(map(opens_post, heads)) >= _MIN_POSTS
        for i in (
            *listed_beside(self.parts, self.folded, self.kinds),
            *quoted_mail(self.folded),
            *release_furniture(self.folded),
            *reference_lists(self.folded),
        ):
            self.kinds[i] = BlockKind.BOILERPLATE
        self._mark_pictures()
        self.body = self._body()
        self._mark_rows()
        self._mark_notices()
        self.title = self._title() if is_titled else None
        self._mark_signatures()
        self._mark_repeats()

    def blocks(self) -> Iterator[Block]:
        """The blocks; bylines and datelines are split off the paragraphs that they open."""
        paragraphs_before = 0
        for i, part in enumerate(self.parts):
            kind = self._kind(i)
            if kind is BlockKind.PARAGRAPH:
                first = paragraphs_before < _FIRST_PARAGRAPHS
                yield from paragraph_blocks(
                    self.text, part.start, part.end, first=first, has_posts=self.has_posts
                )
                paragraphs_before += 1
            else:
                yield from line_blocks(self.text, part.start, part.end, kind)

    def _fold(self, part: Paragraph) -> str:
        """The text of ``part``, white space folded; "" for one so long that it is body text."""
        if part.end - part.start > MAX_FURNITURE_CHARS:
            return ""
        return fold(self.text[part.start : part.end])

    def _kind_by_wording(self, i: int) -> BlockKind | None:
        """The kind that the wording or shape of part ``i`` gives away, else None."""
        part, folded = self.parts[i], self.folded[i]
        if part.is_page_furniture or not _SHOWS.search(self.text, part.start, part.end):
            return BlockKind.BOILERPLATE
        if not folded:
            whole = self.text[part.start : part.end]
            is_caption = len(whole) <= _MAX_CAPTION_CHARS and ends_in_credit(fold(whole))
            return BlockKind.CAPTION if is_caption else None
        if _REFERENCE.match(folded) or is_folio(self.text[part.start : part.end]):
            return BlockKind.BOILERPLATE
        is_starred = _STARS.match(folded) and _ENDED.search(folded)
        is_item = (is_starred or _BULLET.match(folded)) and not _RIGHTS.match(folded)
        if is_item and not is_time_stamp(folded):  # "5. November 2025"
            return BlockKind.LIST_ITEM
        plain = folded[slice(*without_emphasis(folded, 0, len(folded)))]
        return furniture(plain) or self._kind_by_shape(part, folded)

    def _kind_by_shape(self, part: Paragraph, folded: str) -> BlockKind | None:
        if folded[-1] in _DASHES and is_dateline(folded):
            return BlockKind.DATELINE
        return BlockKind.LIST_ITEM if self._has_columns(part) else None

    def _has_columns(self, part: Paragraph) -> bool:
        """Whether gaps or bars part a line into columns; they are looked for before the pattern."""
        has_gaps = any(self.text.find(gap, part.start, part.end) >= 0 for gap in _GAPS)
        return has_gaps and _COLUMNS.search(self.text, part.start, part.end) is not None

    def _mark_pictures(self) -> None:
        """Mark what stands between "Image" and a caption: the words for who does not see it."""
        for i in range(len(self.parts) - 2):
            if self.folded[i] == "Image" and self.kinds[i + 2] is BlockKind.CAPTION:
                self.kinds[i] = BlockKind.BOILERPLATE
                self.kinds[i + 1] = self.kinds[i + 1] or BlockKind.CAPTION

    def _mark_rows(self) -> None:
        """Mark the rows of tables below the first text; above it, bars part other things too."""
        for i in table_rows(self.folded):
            if i > self.body and self.kinds[i] is None:
                self.kinds[i] = BlockKind.LIST_ITEM

    def _mark_signatures(self) -> None:
        """Mark the bylines without "By" that stand beside a time stamp above the text."""
        first = -1 if self.title is None else self.title
        stamps = [
            i for i in range(first + 1, self.body) if self._is_stamp(i) and day_in(self.folded[i])
        ]
        signed = [
            i
            for i in range(first + 1, self.body)
            if self.kinds[i] is None and is_signature(self.folded[i])
        ]
        if len(signed) > _MAX_SIGNATURES:
            return  # a list of names
        for i in signed:
            if any(abs(i - stamp) <= _MAX_LINES_TO_STAMP for stamp in stamps):
                self.kinds[i] = BlockKind.BYLINE

    def _is_stamp(self, i: int) -> bool:
        return self.kinds[i] is BlockKind.BOILERPLATE and is_time_stamp(self.folded[i])

    def _mark_notices(self) -> None:
        """Mark the notices to the reader that stand where the body seems to begin."""
        if not any(self._may_be_title(i) for i in range(self.body)):
            for i in notices_above(self.folded, self.kinds, self.body):
                self.kinds[i] = BlockKind.BOILERPLATE
            self.body = self._body()

    def _mark_repeats(self) -> None:
        """Mark the lines below the title that say it again, doubled paragraphs and pull quotes."""
        whole = [
            folded or fold(self.text[part.start : part.end])
            for part, folded in zip(self.parts, self.folded, strict=True)
        ]
        wordings = [letters(paragraph) for paragraph in whole]
        if self.title is not None:
            title = whole[self.title]
            wordings[self.title] = letters(title[slice(*headline(title))])
            for i in title_again(wordings, self.title):
                self.kinds[i] = BlockKind.BOILERPLATE
        for i in doubled(whole, wordings):
            if self.kinds[i] is None:
                self.kinds[i] = BlockKind.BOILERPLATE
        for i in pull_quotes(self.folded, wordings):
            if i > self.body and self.kinds[i] is None:
                self.kinds[i] = BlockKind.PULL_QUOTE

    def _word_count(self, i: int) -> int:
        """The words of part ``i``; for one too long to be folded, more than any limit here."""
        return word_count(self.folded[i]) if self.folded[i] else MAX_FURNITURE_CHARS

    def _is_body(self, i: int) -> bool:
        """Whether part ``i`` reads as the article's own text."""
        if self.kinds[i] is not None:
            return False
        folded = self.folded[i]
        if not folded or len(folded) > _MAX_HEADLINE_CHARS:
            return True
        return _is_ended(folded) and self._word_count(i) >= _MIN_SENTENCE_WORDS

    def _body(self) -> int:
        """The index of the first part that reads as the article's own text; else their number.

        Where all paragraphs have numbers, as those of a judgment, it is one of them.
        """
        found = next((i for i in range(len(self.parts)) if self._is_body(i)), None)
        if found is None:
            items = (i for i, kind in enumerate(self.kinds) if kind is BlockKind.LIST_ITEM)
            found = next((i for i in items if _ENDED.search(self.folded[i])), len(self.parts))
        return found

    def _title(self) -> int | None:
        """The index of the title, or None where there is none."""
        if self.body == len(self.parts):
            return None
        candidates = [i for i in range(self.body) if self._may_be_title(i)]
        fields = self._fields()
        candidates = [i for i in candidates if i not in fields or _has_title_label(self.folded[i])]
        if not candidates:
            below = self._headline_below()
            if below is not None:
                return below
            return self.body if self._is_title_with_period(self.body) else None
        labelled = next(filter(lambda i: _has_title_label(self.folded[i]), candidates), None)
        if labelled is not None:
            return labelled
        candidates = candidates[:_MAX_CANDIDATES]
        likely = [i for i in candidates if not self._heads_lines(i)] or candidates
        likely = [i for i in likely if not is_section(self.folded[i])] or likely
        likely = [i for i in likely if not self._is_of_page(i, likely)] or likely
        return next((i for i in likely if self._word_count(i) > 1), likely[0])

    def _fields(self) -> set[int]:
        """The parts above the text that are fields, as "Page: A1": several lines in a row."""
        fields: set[int] = set()
        run: list[int] = []
        for i in range(self.body):
            if self.parts[i].blank_lines_above:
                run = []
            if not _FIELD.match(self.folded[i]) or i in self.turns:
                run = []
                continue
            run.append(i)
            if len(run) >= _MIN_FIELDS:
                fields.update(run)
        return fields

    def _is_of_page(self, i: int, candidates: Sequence[int]) -> bool:
        """Whether part ``i``, a few words above a longer line, names the outlet or is a menu's.

        The outlet is named again below that, or in a copyright; a menu has several such lines in a
        row; a letterhead stands above the line that says it is of a press release, the name of a
        paper above the one that says which issue it is, that of a site above what asks to sign in.
        """
        told_by_others = (
            self._is_letterhead,
            self._is_of_paper,
            self._is_above_buttons,
            self._is_of_notice,
        )
        if any(is_told(i, candidates) for is_told in told_by_others):
            return True
        if self._word_count(i) > _MAX_NAME_WORDS:
            return False
        longer = [j for j in candidates if j > i and self._is_longer(j)]
        if not longer:
            return False
        below = self.folded[longer[0] + 1 :]
        name = self.folded[i]
        if any(letters(line) == letters(name) for line in self.folded if line.startswith("@")):
            return True
        if name in below or any(name in line for line in below if _COPYRIGHT.match(line)):
            return True
        beside = chain(
            takewhile(self._may_be_link, range(i, longer[0])),
            takewhile(self._may_be_link, range(i - 1, -1, -1)),
        )
        return len(list(beside)) >= _MIN_MENU_LINES

    def _is_letterhead(self, i: int, candidates: Sequence[int]) -> bool:
        """Whether part ``i`` names an office, above a line that heads a release and a headline."""
        words = self.folded[i].split()
        if len(words) > _MAX_OFFICE_WORDS or not is_name(words):
            return False
        headlines = [j for j in candidates if self._word_count(j) >= _MIN_HEADLINE_WORDS]
        return any(map(is_release_head, self.folded[i + 1 : max(headlines, default=i)]))

    def _is_of_paper(self, i: int, candidates: Sequence[int]) -> bool:
        """Whether part ``i`` may name the paper whose issue or page a line below it says."""
        words = self.folded[i].split()
        below = _next_to(i, candidates)
        return (
            len(words) <= MAX_OUTLET_WORDS
            and is_name(words)
            and any(
                self.kinds[j] is BlockKind.BOILERPLATE
                and is_below_name(self.text[self.parts[j].start : self.parts[j].end])
                for j in range(i + 1, below)
            )
        )

    def _is_above_buttons(self, i: int, candidates: Sequence[int]) -> bool:
        """Whether part ``i`` may name a site whose top asks the reader to sign in or to subscribe.

        What heads a site stands above the headline; below it are buttons of the article.
        """
        words = self.folded[i].split()
        below = _next_to(i, candidates)
        may_name = len(words) <= MAX_OUTLET_WORDS and is_name(words)
        return may_name and any(map(is_of_site, self.folded[i + 1 : below]))

    def _is_of_notice(self, i: int, candidates: Sequence[int]) -> bool:
        """Whether part ``i``, above a headline, names the outlet that a notice below names."""
        name, count = self.folded[i].casefold(), self._word_count(i)
        if not 1 < count <= MAX_OUTLET_WORDS:
            return False
        last = max((j for j, line in self._outlet_notices if name in line), default=0)
        return any(i < j < last and self._word_count(j) > count for j in candidates)

    @cached_property
    def _outlet_notices(self) -> list[tuple[int, str]]:
        """The parts, with their indexes, in which the outlet speaks of itself or of its rights."""
        return [
            (i, line.casefold())
            for i, line in enumerate(self.folded)
            if _COPYRIGHT.match(line) or _BROADCAST.match(line) or opens_outlet_notice(line)
        ]

    def _may_be_link(self, i: int) -> bool:
        return self._may_be_title(i) and self._word_count(i) <= _MAX_LINK_WORDS

    def _is_longer(self, i: int) -> bool:
        """Whether part ``i`` has more words than a name, and is no two sentences."""
        return self._word_count(i) > _MAX_NAME_WORDS and not _INNER_END.search(self.folded[i])

    def _heads_lines(self, i: int) -> bool:
        """Whether part ``i`` heads a page, or the lines below it.

        The outlet and the day, or the page, stand far apart in what heads a page.
        """
        part = self.parts[i]
        has_gap = _WIDE_GAP.search(self.text, part.start, part.end) is not None
        return has_gap or self.folded[i].endswith(":")

    def _headline_below(self) -> int | None:
        """The index of a headline below a sentence, or a few, that stand above the text, or None.

        A byline, a time stamp or a dateline below says that it is one. What stands above it may be
        a notice in any words.
        """
        i = self.body
        last = min(self.body + _MAX_SENTENCES_ABOVE, len(self.parts))
        while i < last and self._is_body(i) and self.folded[i]:
            i += 1
        while i < len(self.parts) and self.kinds[i] is BlockKind.BOILERPLATE:
            i += 1
        if i == len(self.parts) or self._is_body(i) or not self._may_be_title(i):
            return None
        is_short = self._word_count(i) < _MIN_HEADLINE_WORDS or not self.folded[i][0].isupper()
        return i if not is_short and self._is_signed(i) else None

    def _is_signed(self, headline: int) -> bool:
        """Whether a byline, a time stamp or a dateline stands between ``headline`` and the text."""
        below = headline + 1
        while below < len(self.parts) and not self._is_body(below):
            if self._is_stamp(below) or self.kinds[below] is BlockKind.BYLINE:
                return True
            below += 1
        if below == len(self.parts):
            return False
        start, end = self.parts[below].start, self.parts[below].end
        return bool(openings(self.text, start, end, first=True))

    def _may_be_title(self, i: int) -> bool:
        return (
            self.kinds[i] is None
            and len(self.folded[i]) <= _MAX_HEADLINE_CHARS
            and not self.folded[i].endswith((*_COMMAS, "—", "–", "›", "»"))
            and not _BRACKETED.fullmatch(self.folded[i])
            and _WORD.search(self.folded[i]) is not None
            and not _MAIL.search(self.folded[i])
            and self._word_count(i) <= _MAX_TITLE_WORDS
        )

    def _is_title_with_period(self, i: int) -> bool:
        """Whether the first body text, part ``i``, is a headline although it ends as a sentence."""
        folded = self.folded[i]
        next_body = next((j for j in range(i + 1, len(self.parts)) if self._is_body(j)), None)
        if next_body is None or not self._may_be_title(i) or _INNER_END.search(folded):
            return False
        if folded[-1] in "?;" or BlockKind.BYLINE in self.kinds[i + 1 : next_body]:
            return True
        start, end = self.parts[next_body].start, self.parts[next_body].end
        is_set_large = _in_title_case(folded) or (
            folded.isupper() and self._word_count(i) >= _MIN_HEADLINE_WORDS
        )
        is_headline = is_set_large and not self.text[start:end].isupper()
        return is_headline or bool(openings(self.text, start, end, first=True))

    def _kind(self, i: int) -> BlockKind:
        """The kind of part ``i``, once body and title are known."""
        kind, folded = self.kinds[i], self.folded[i]
        if i == self.title:
            return BlockKind.TITLE
        if kind is BlockKind.LIST_ITEM:
            limit = _MAX_DASHED_ITEM_WORDS if folded[0] in "–—" else _MAX_ITEM_WORDS
            return kind if self._word_count(i) <= limit else BlockKind.PARAGRAPH
        if kind is not None:
            return kind
        if HEADING_MARKS.match(folded):
            return BlockKind.HEADING
        short = len(self.parts) > 1 and self._word_count(i) <= _MAX_HEADING_WORDS
        opens_letter = folded.endswith(_COMMAS) and self._word_count(i) <= _MAX_ADDRESS_WORDS
        unended = opens_letter or not _is_ended(folded)
        is_heading = short and unended and not folded[0].islower() and i not in self.turns
        return BlockKind.HEADING if is_heading else BlockKind.PARAGRAPH


def _has_title_label(line: str) -> bool:
    return headline(line).start > 0


def _next_to(i: int, candidates: Sequence[int]) -> int:
    """The first of ``candidates``, in order, behind ``i``; ``i`` where it is the last."""
    at = bisect_right(candidates, i)
    return candidates[at] if at < len(candidates) else i


def _is_ended(line: str) -> bool:
    """Whether ``line`` ends as a sentence does, before the agency that signs it."""
    return bool(_ENDED.search(line)) or sign_off(line, 0, len(line)) < len(line)


def _in_title_case(line: str) -> bool:
    words = [w for w in line.split() if len(w) >= _MIN_LONGER_WORD_CHARS and w[0].isalpha()]
    capitals = sum(word[0].isupper() for word in words)
    return len(words) >= _MIN_LONGER_WORDS and capitals >= _MIN_CAPITAL_SHARE * len(words)
