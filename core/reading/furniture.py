"""Page furniture: the lines around an article that are not its text.

A line is recognized by its whole wording, by its label before a colon, or by the shape of a time
stamp, a credit or a byline; never by one word that could also open a sentence. A line of furniture
that is kept costs a reader a glance, a sentence that is lost costs the fact in it.
"""

import re
from functools import cache

from newsbrief.article import BlockKind
from newsbrief.text.gazetteer import first_names
from newsbrief.text.packaged import sections, word_set

from .bylines import is_byline
from .outlet_notices import opens_outlet_notice
from .time_stamps import is_time_stamp, words_and_numbers

MAX_FURNITURE_CHARS = 240  # a longer line is the article's text
_MAX_LINE_CHARS = 120  # a longer line is no button and no time stamp
_MIN_PAGE_TERMS = 2  # of a notice to the reader about the page
_MIN_MENU_LINKS = 3
_MAX_LINK_CHARS = 30
_MAX_LINK_WORDS = 3

_WORD = re.compile(r"[\w.]+")
_DIGITS = re.compile(r"\d+")
_LABEL = re.compile(r"([^:|»>]{2,30}?)\s?[:|»>]")
_BARS = re.compile(r"\s*[|·>»•]\s*|\s+/\s+")
_BAR_MARKS = "|·>»•/"
_BAR_OR_PERIOD = re.compile(rf"{_BARS.pattern}|\.\s+")
_CLOCK_TIME = r"\d{1,2}[:.h]\d\d(?: ?[ap]\.?m\b\.?)?(?: [a-z]{2,4}\b)?"  # "14.02 GMT Key event"
_SLUG = re.compile(  # also of dpa and AFP, and the initials of its desk
    r"\^|[A-Z]{2}-{1,2}[A-Z][\w-]+\b.{0,40}$|[a-z]{2,3}\d{4} \d [a-z]{2} \d{1,4}\b.{0,40}$|"
    r"ATTENTION\b.{0,100}///|[a-z]{2,4}(?:[-/][a-z]{2,4}){1,4}$|"
    r"(?:dpa|afp|apa|sda|kna|epd)(?: [a-z\d]{1,4}){2,6}$"
)
_ADDRESS_BEHIND = re.compile(
    r"(?<=\w) [<(\[]? ?https?://\S+(?: ?[>)\]])?$"
)  # "Unsubscribe https://coast.example/u"
_MORE_FROM = re.compile(r"(?:read )?more (?:from|on|in) [^.!?]{1,40}$")
_CAPTIONED = re.compile(
    r"(?:image|media|photo|picture) (?:source|caption|credit|copyright)\b|"
    r"(?:photo|credit) ?(?:\.{3}|…) ?\w"
)
_SERVICE = re.compile(
    r"©|\(c\) ?(?:copyright|\d{4})|\(?copyright (?:©|\(c\)|\d)|all rights reserved|"
    r"this material may not be (?:published|reproduced)|"
    r"(?:sign up|subscribe|get|receive|join)\b.{0,100}\b(?:newsletters?|inbox|alerts)\b|"
    r"(?:sign up|subscribe) (?:to|for|here|now)\b|click here\b|"
    r"download (?:the|our)\b.{0,40}\bapp\b|"
    r"(?:\[external(?: e-?mail)?\]:? ?)?(?:caution|warning|attention|external e-?mail)\b.{0,20}\b"
    r"this (?:e-?mail|message) (?:was sent|came|comes|originate[sd]|is) from (?:\w+ )?outside\b|"
    r"(?:you(?:['’]re| are) (?:receiving|getting)|you received|was) this "
    r"(?:e-?mail|newsletter|message|because)\b|"
    r"(?:follow|like|find|join) .{2,40} on (?:\w+, ){0,3}"
    r"(?:facebook|twitter|x|instagram|whatsapp|telegram|linkedin|tiktok|youtube)\b|"
    r"follow @\w|(?:on )?twitter:? ?@\w|"
    r"a version of this (?:article|story) (?:first )?(?:appear|ran|was published)|"
    r"this (?:article|story) (?:also |first |originally )?appear(?:s|ed) in (?:the [^.“\"]{2,40} )?"
    r"(?:print|(?:\w+ ){0,3}issue)\b|"
    r"(?:do you have|have you got|got) an? (?:story|news tip|tip)\b.{0,60}\b"
    r"(?:e-?mail|contact|call|ring|get in touch)\b|"
    r"\((?:additional |further )?(?:reporting|writing|editing|compiled|translated)"
    r"(?: and \w+)? by\b|"
    r"(?:story|reporting|writing|photos|photographs|graphics) by [^.]{3,160}; ?"
    r"(?:[a-z]+ ){0,2}(?:reporting|writing|editing) by\b|"
    r"(?:please )?(?:see|turn to) [^.!?]{1,40},? page \w?\d{1,3}$|"
    r"(?:continued |cont\. ?)?(?:on|from) page \w?\d{1,3}$|"
    r"cont(?:inued|\.) (?:on|from) [a-z]\d{1,2}$|(?-i:[A-Z]{3,20} from [A-F]\d{1,2}$)|"
    r"(?:follow|find|read) [^.!?]{2,60} (?:at|on) https?://\S+$|"
    r"(?:write to|contact|reach|e-?mail) [^.!?@]{2,60} at \S+@\S+$|"
    r"[^<>@.!?]{0,60}<[^\s<>@]{1,60}@[^\s<>@]{1,60}>$|commented \[\w{1,6}\]: |"
    r"if you (?:buy|purchase|click|register)\b[^.]{0,160}\bwe (?:may|might) (?:receive|earn|get)\b|"
    r"(?:we use|(?:this|our) (?:web)?site uses) cookies|"
    r"by (?:clicking|continuing|signing up)\b.{0,80}\b"
    r"(?:agree|accept)\b|\S+@\S+\.\w{2,12}$|https?://\S+(?:\s\d{1,3}/\d{1,3})?$|"
    r"skip to (?:\w+ ){0,2}\w+$|the wayback machine - |www\.\S+$|coordinates: \d|"
    r"(?:this|the) (?:page|article|site) was last (?:edited|modified)\b|"
    r"retrieved from [\"“]?https?:|(?:the )?(?:text|content) is available under\b|"
    r"\w+® is a (?:registered )?trademark\b|"
    r"this is an old revision of this page\b|"
    r"(?:\w+\.)+(?:com|org|net)/\S+$|@\w+$|"
    r"(?-i:[a-z\d-]{3,40}(?:\.[a-z\d-]{2,30}){0,2}\.[a-z]{2,8}$)|"  # a site's name alone
    r"[(\[][^()\[\]]{0,60}\b(?:music|applause|laughter|cheering|crosstalk|soundbite|"  # of a talk
    r"commercial break|(?:video|audio)(?: ?(?:clip|tape))?)\b[^()\[\]]{0,60}[)\]]\.?$",
    re.IGNORECASE,
)
_CREDIT = re.compile(
    r"[(\[](?:(?:ap|afp|epa|file|pool) )?(?:photo|image|picture|courtesy|credit)s?\b"
    r"(?: ?[:/]| by\b| courtesy\b| credit\b|[)\]])[^()\[\]]*[)\]]?\.?$|"
    r"[(\[][^()\[\]]*(?:getty images|shutterstock|(?:reuters|afp|epa|ap)/|"
    r"/(?:reuters|afp|epa|ap)\b)[^()\[\]]*[)\]]\.?$|"
    r"(?:/ ?|\| ?|\bvia |© ?)(?:getty images|getty|reuters|afp|ap|epa|shutterstock|alamy)\.?$",
    re.IGNORECASE,
)
_NAMED_CREDIT = re.compile(  # behind the sentence of a caption: "... (Jane Roe/Coast News)"
    r"(?:^|[.!?”\"’] )[(\[]([A-Z][\w'’-]+)(?: [A-Z][\w.'’-]*){1,3} ?/ ?[A-Z][^()\[\]/]{1,40}[)\]]$"
)
_FROM_WIKIPEDIA = re.compile(
    r"[^.]{0,20}\bwikip[eé]dia\b.{0,20}\ben[cz][iy][ck]lop|from wiki[a-zé]{3,12}, the free \w+"
)
_CREDIT_SIGNS = ("(", "[", "/", "|", "©", "via ")  # one in each credit
TRAILING_CREDIT = re.compile(
    r"(?:\s|(?<=[.!?…”\"’)]))"
    r"(?=(?:Photo|Image|Picture|Photograph|Credit)s?(?:: |\.{3} ?)[^.:]{1,60}\.?$)"
)
"""The place before the credit that ends a caption: "The bridge at dawn Photo: A. Smith"."""


@cache
def _lines(section: str) -> frozenset[str]:
    """The entries of a section of furniture.txt that are wordings of one word or several."""
    return frozenset(sections("furniture.txt")[section])


def furniture(line: str) -> BlockKind | None:
    """The kind of ``line`` where its wording gives it away: boilerplate, caption, byline; or None.

    White space in ``line`` is folded.
    """
    lower = _lower_case(line)
    match = _LABEL.match(lower)
    label = match[1].lstrip("[(") if match else ""
    if label in _lines("label") or _is_service(line, lower):
        return BlockKind.BOILERPLATE
    if label in _lines("caption") or _is_caption(line, lower):
        return BlockKind.CAPTION
    return BlockKind.BYLINE if is_byline(line) else None


def ends_in_credit(line: str) -> bool:
    """Whether ``line``, of any length, ends in a picture's credit in brackets."""
    return line.endswith((")", "]", ").")) and _has_credit(line)


def _has_credit(line: str) -> bool:
    """Whether ``line`` ends in a credit with an agency in it, or with a known first name."""
    tail = max(0, len(line) - _MAX_LINE_CHARS)
    named = _NAMED_CREDIT.search(line, tail)
    is_of_person = named and named[1].lower() in first_names()
    return bool(is_of_person or _CREDIT.search(line, tail))


def is_sidebar_heading(line: str) -> bool:
    """Whether ``line`` heads a list beside the article: "Key takeaways", "Related stories"."""
    return len(line) <= _MAX_LINE_CHARS and _heads_sidebar(_lower_case(line))


def is_section(line: str) -> bool:
    """Whether ``line`` is nothing but the names of sections: "NEWS | CRIME & PUBLIC SAFETY"."""
    words = [word.rstrip(".") for word in _WORD.findall(line.lower())]
    return bool(words) and word_set("furniture.txt", "section").issuperset(words)


def is_of_site(line: str) -> bool:
    """Whether ``line`` is a button at the top of a site: "Sign in", "Subscribe"."""
    return len(line) <= _MAX_LINE_CHARS and _lower_case(line).strip(" .>»→") in _lines("top")


def _lower_case(line: str) -> str:
    return line.lower().replace("’", "'")


def _heads_sidebar(lower: str) -> bool:
    return lower.rstrip(" :.…") in _lines("aside") or bool(_MORE_FROM.match(lower))


def _is_service(line: str, lower: str) -> bool:
    """Whether a line serves the page: a button, a time stamp, a menu, a notice."""
    if _SERVICE.match(line) or _SLUG.match(line) or _is_notice(line, lower):
        return True
    if len(line) > _MAX_LINE_CHARS:
        return False
    worded = _ADDRESS_BEHIND.sub("", lower)
    wording = _DIGITS.sub("0", worded).strip(" :.|>»→()[]*-")
    if wording in _lines("line") or is_of_site(line) or _heads_sidebar(lower):
        return True
    time = re.match(_CLOCK_TIME, lower) if line[0].isdigit() else None
    if time and lower[time.end() :].strip(" |·-–") in _lines("line"):
        return True
    has_bars = any(map(line.__contains__, _BAR_MARKS))
    if has_bars or ". " in wording:
        pieces = _BAR_OR_PERIOD.split(wording)
        is_row = len(pieces) > 1 and _lines("line").issuperset(pieces)
        if is_row or (has_bars and _is_stamped_row(worded)):
            return True
    return (
        word_set("furniture.txt", "button").issuperset(words_and_numbers(lower))
        or is_time_stamp(line)
        or (has_bars and _is_menu(line))
    )


def _is_stamped_row(lower: str) -> bool:
    """Whether a line is a stamp beside buttons or counts: "May 3, 2024 | 12 photos"."""
    pieces = _BARS.split(lower)
    stamps = [piece for piece in pieces if any(map(str.isdigit, piece)) and is_time_stamp(piece)]
    others = {_DIGITS.sub("0", piece) for piece in pieces if piece not in stamps}
    return bool(stamps) and _lines("line").issuperset(others)


def _is_notice(line: str, lower: str) -> bool:
    """Whether a line is a notice of the page or of the outlet, or says that it is Wikipedia's."""
    is_wiki = "wiki" in lower and _FROM_WIKIPEDIA.match(lower)
    return bool(is_wiki) or is_page_notice(line) or opens_outlet_notice(line)


@cache
def _page_terms() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, _lines('page')))})\b")


def is_page_notice(line: str) -> bool:
    """Whether a line, without quotations, tells the reader about cookies or subscriptions."""
    is_quoted = '"' in line or "“" in line or "”" in line
    return not is_quoted and page_terms(line) >= _MIN_PAGE_TERMS


def page_terms(line: str) -> int:
    """How many words of a page notice ``line`` has, each counted once."""
    return len(set(_page_terms().findall(_lower_case(line))))


def may_hold_page_notice(text: str) -> bool:
    """Whether a line of ``text`` may be a page notice: ``text`` has some of the words of one.

    It takes a seventh of the time of asking for each line.
    """
    lower = _lower_case(text)
    return sum(term in lower for term in _lines("page")) >= _MIN_PAGE_TERMS


def _is_menu(line: str) -> bool:
    """Whether a line is a row of links: "Home | World | Business"."""
    links = _BARS.split(line)
    short = all(0 < len(link) <= _MAX_LINK_CHARS for link in links)
    few_words = all(len(link.split()) <= _MAX_LINK_WORDS for link in links)
    is_row = short and few_words and len(links) >= _MIN_MENU_LINKS and line[-1] not in ".!?"
    return is_row and not is_byline(line)


def _is_caption(line: str, lower: str) -> bool:
    """Whether a line is a picture's caption or ends in its credit."""
    if lower.strip(" .") in _lines("credited") or _CAPTIONED.match(lower):
        return True
    tail = max(0, len(line) - _MAX_LINE_CHARS)
    if any(map(lower[tail:].__contains__, _CREDIT_SIGNS)) and _has_credit(line):
        return True
    has_mark = any(map(line[tail:].__contains__, (": ", "...")))
    return has_mark and bool(TRAILING_CREDIT.search(line, tail))
