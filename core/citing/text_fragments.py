"""Links that a browser opens at a place in the text of a page: ``#:~:text=``.

URL Fragment Text Directives (W3C Web Platform Incubator Group). A browser looks for
``[prefix-,]start[,end][,-suffix]`` and takes the first place in the page where that stands: so
enough words are given that the article has no other place. Lengths follow the generator of Chrome
(text-fragments-polyfill).
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple
from urllib.parse import quote

from newsbrief.article import Article
from newsbrief.spans import Span, fold
from newsbrief.text.web_addresses import is_web_address

from .word_runs import WordRuns

_DELIMITER = ":~:"
_MAX_EXACT = 300  # characters; of a longer text only its first and last words are given
_MIN_ALONE = 20  # characters; a shorter text has words before or after it
_ENDS = 4  # words at the start and the end of a long text
_CONTEXT = 3  # words before and after a short text
_MAX_CONTEXT = 12


class _Directive(NamedTuple):
    start: str
    end: str = ""
    prefix: str = ""
    suffix: str = ""

    def encoded(self) -> str:
        """As it stands in a link."""
        prefix = [f"{_encoded(self.prefix)}-"] if self.prefix else []
        suffix = [f"-{_encoded(self.suffix)}"] if self.suffix else []
        end = [_encoded(self.end)] if self.end else []
        return ",".join(("text=" + ",".join([*prefix, _encoded(self.start)]), *end, *suffix))


def text_link(article: Article, words: WordRuns, spans: Sequence[Span]) -> str | None:
    """The address of ``article`` with a text directive for each of ``spans``.

    A browser scrolls to the first and marks all. A span is left out where no words tell it from
    another place in the article. None where nothing is left, or the article has no web address.
    """
    address = article.metadata.url or ""
    if not is_web_address(address) or not address.isprintable() or " " in address:
        return None
    found = [_directive(article.text, words, span) for span in spans]
    directives = [directive.encoded() for directive in found if directive]
    if not directives:
        return None
    page, _, fragment = address.partition("#")
    return f"{page}#{fragment.partition(_DELIMITER)[0]}{_DELIMITER}{'&'.join(directives)}"


def _directive(text: str, words: WordRuns, span: Span) -> _Directive | None:
    """The directive for ``span``; None where it has no words, or none that stand there alone."""
    own = words.whole(words.between(*span))
    if not own:
        return None
    exact = fold(text[words.starts[own[0]] : words.ends[own[-1]]])
    if own[-1] in words.block(own[0]) and len(exact) <= _MAX_EXACT:
        least = _CONTEXT if len(exact) < _MIN_ALONE else 0
        run = _telling(words, own, _around(words, own, least))
        return _exact(text, words, own, run) if run else None
    opening = _telling(words, own, _from_start(words, own))
    closing = _telling(words, own, _to_end(words, own))
    if not opening or not closing or opening.stop > closing.start:
        return None
    return _range(text, words, own, opening, closing)


def _telling(words: WordRuns, own: range, runs: Iterable[range]) -> range | None:
    """The first of ``runs`` that stands nowhere else, or nowhere before, where none does."""
    leading = None
    for run, _ in groupby(map(words.whole, runs)):
        places = words.places(run)
        if places == [run.start]:
            return run
        if not leading and places[:1] == [run.start] and run.start <= own.start:
            leading = run  # a browser takes the first place
    return leading


def _around(words: WordRuns, own: range, least: int) -> Iterator[range]:
    """``own`` with more and more words around it: those of its block, then those of the next ones.

    On a page more may stand between two blocks than the article has.
    """
    block = words.block(own[0])
    for count in range(least, _MAX_CONTEXT + 1):
        yield range(max(own.start - count, block.start), min(own.stop + count, block.stop))
    before, after = _reach(words, own)
    for count in range(_CONTEXT, _MAX_CONTEXT + 1):
        yield range(max(own.start - count, before), min(own.stop + count, after))


def _from_start(words: WordRuns, own: range) -> Iterator[range]:
    """More and more of the first words of ``own``, then also of those before it."""
    most = min((len(own) + 1) // 2, words.block(own[0]).stop - own.start, _MAX_CONTEXT)
    for count in range(min(_ENDS, most), most + 1):
        yield range(own.start, own.start + count)
    before, _ = _reach(words, own)
    for count in range(1, _MAX_CONTEXT + 1):
        yield range(max(own.start - count, before), own.start + most)


def _to_end(words: WordRuns, own: range) -> Iterator[range]:
    """More and more of the last words of ``own``, then also of those after it."""
    most = min(len(own) // 2, own.stop - words.block(own[-1]).start, _MAX_CONTEXT)
    for count in range(min(_ENDS, most), most + 1):
        yield range(own.stop - count, own.stop)
    _, after = _reach(words, own)
    for count in range(1, _MAX_CONTEXT + 1):
        yield range(own.stop - most, min(own.stop + count, after))


def _reach(words: WordRuns, own: range) -> tuple[int, int]:
    """Where the block begins that the word before ``own`` is in, and where that after it ends."""
    before = words.block(own.start - 1).start if own.start else 0
    after = words.block(own.stop).stop if own.stop < len(words) else len(words)
    return before, after


def _exact(text: str, words: WordRuns, own: range, run: range) -> _Directive:
    """All words of ``own``, with the other words of ``run`` as prefix and suffix."""
    start, prefix = _start(text, words, own, run.start)
    end, suffix = _end(text, words, own, run.stop)
    return _Directive(fold(text[start:end]), "", prefix, suffix)


def _range(text: str, words: WordRuns, own: range, opening: range, closing: range) -> _Directive:
    """The first and last words of ``own``, with the other words of the runs around it."""
    start, prefix = _start(text, words, own, opening.start)
    end, suffix = _end(text, words, own, closing.stop)
    first, last = words.ends[opening[-1]], words.starts[closing[0]]
    return _Directive(fold(text[start:first]), fold(text[last:end]), prefix, suffix)


def _start(text: str, words: WordRuns, own: range, first: int) -> tuple[int, str]:
    """Where the text looked for begins, and the prefix that goes from the word ``first`` to there.

    White space alone may stand between the two, so the marks there belong to the prefix; but
    neither may go on from one block into the next.
    """
    start = words.starts[own[0]]
    if first == own.start:
        return start, ""
    if own.start - 1 not in words.block(own[0]):
        start = words.block_span(own[0]).start
    return start, fold(text[words.starts[first] : start])


def _end(text: str, words: WordRuns, own: range, stop: int) -> tuple[int, str]:
    """Where the text looked for ends, and the suffix that goes from there up to the word ``stop``.

    As with prefixes.
    """
    end = words.ends[own[-1]]
    if stop == own.stop:
        return end, ""
    if own.stop not in words.block(own[-1]):
        end = words.block_span(own[-1]).end
    return end, fold(text[end : words.ends[stop - 1]])


def _encoded(text: str) -> str:
    """``text`` percent-encoded, ``-``, ``,`` and ``&`` too, which part a directive."""
    return quote(text, safe="", errors="replace").replace("-", "%2D")
