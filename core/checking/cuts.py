"""What stands beside the words that a draft takes from an article, and turns what they say.

"It is not true that", "I doubt that" and "if" before them, a question mark or "That was a lie"
after them: a draft that leaves it out has the words of the article and not what they say.
"""

import re

from newsbrief.article import Article
from newsbrief.extraction.stance import Stance
from newsbrief.pages.contradiction import is_negative
from newsbrief.text.quotation_marks import DOUBLE_MARKS

from .values import Change, ChangeKind, Claimed, Place

_ANY_MARKS = f" {DOUBLE_MARKS}'‘’("
_MARKS = rf"[\s{DOUBLE_MARKS}'‘’(\[]*"
# After a negation these say that what follows is not so or not known: "nobody can say that".
_EMBEDDING = (
    r"(?:true|believe[sd]?|think|thinks|thought|suppose|say|says|said|saying|claim(?:ed|ing)?"
    r"|certain|sure|clear|convinced|prove[ns]?|proof|evidence|sign|indication|suggest(?:ion|ing|s)?"
    r"|guarantee|promise|expect|case|false|untrue|lie|myth|nonsense|wrong|hoax|impossible"
    r"|doubt(?:s|ed|ful)?|den(?:y|ies|ied)|disbelieve[sd]?)"
)
_EMBEDDED = re.compile(rf"\b{_EMBEDDING}(?:,?\s+that)?{_MARKS}$", re.IGNORECASE)
_CONDITION = re.compile(
    rf"\b(?P<words>(?:if|unless|whether|suppose|imagine)(?:\s\w+\s(?:said|say|told|claimed|thought))?"
    rf"(?:\sthat)?)\b{_MARKS}$",
    re.IGNORECASE,
)
_NEGATED = re.compile(
    rf"(?:(?:no|not|never|nothing|nobody|none|neither|hardly|scarcely|barely|cannot)\b|n['’]t\b)"
    rf"{_MARKS}$",
    re.IGNORECASE,
)
_CLAUSE_BREAK = re.compile(r"[.;:!?—–]|,\s(?:and|but|or|so)\b|\bbut\b")
_TAKEN_BACK = re.compile(
    rf"{_MARKS}[.!,]?{_MARKS}(?P<words>(?:That|This|It)(?:['’]s|\s(?:is|was))\s(?:simply\s|just\s)?"
    r"(?:not\s(?:true|so)|untrue|false|a\slie|nonsense|wrong|a\smyth))\b"
)
_QUESTION = re.compile(rf"{_MARKS}\?")
_MAX_CHARS = 200  # beside a place that are looked at


def cut_off(claimed: Claimed, article: Article, place: Place, begin: int) -> Change | None:
    """What of ``article`` turns the words at ``place`` and is not in the draft, or None.

    ``begin`` is where the claim begins that they are of, an offset: "officials said" is none of it.
    """
    start, end = place.spans[0].start, place.spans[-1].end
    before = _before(article, start, begin)
    after = article.text[end : end + _MAX_CHARS]
    turning = _turning(before)
    if turning and not _is_turned(claimed, turning):
        return _context(turning)
    asked = _QUESTION.match(after) and not before.strip(_ANY_MARKS)
    if asked and "?" not in claimed.text:
        return _context(f"{place.text}?")
    taken_back = _TAKEN_BACK.match(after)
    return _context(taken_back["words"]) if taken_back else None


def _is_turned(claimed: Claimed, turning: str) -> bool:
    """Whether the draft turns its words too, by those of the article or by others."""
    own = _before_quotation(claimed)
    told = claimed.before if claimed.stance is Stance.HOLDS else ""  # else its cue turns it
    if is_negative(own) or _turning(told + own):
        return True
    said = f"{claimed.before}{claimed.text}"
    return re.search(rf"\b{re.escape(turning)}\b", said, re.IGNORECASE) is not None


def _context(words: str) -> Change:
    return Change(ChangeKind.CONTEXT, "", words)


def _turning(before: str) -> str:
    """The end of the words ``before`` that turns what follows them, folded; "" for none.

    >>> _turning("It is not true that "), _turning("I am not surprised that ")
    ('It is not true that', '')
    >>> _turning("I have no doubt that "), _turning("and if ")
    ('', 'if')
    """
    clause = _CLAUSE_BREAK.split(before)[-1].strip(_ANY_MARKS)
    condition = _CONDITION.search(clause)
    if condition:
        return condition["words"]
    if _NEGATED.search(clause):
        return " ".join(clause.split())
    return " ".join(clause.split()) if _EMBEDDED.search(clause) and is_negative(clause) else ""


def _before(article: Article, start: int, begin: int) -> str:
    """The words before ``start`` that are of the same sentence and not before ``begin``."""
    sentence = article.sentences[article.sentence_at(start)]
    return article.text[max(sentence.start, begin, start - _MAX_CHARS) : start]


def _before_quotation(claimed: Claimed) -> str:
    """The words of the draft's claim before those that it quotes."""
    before, quoted, _ = claimed.text.partition(claimed.quoted[0] if claimed.quoted else "\0")
    return before if quoted else ""
