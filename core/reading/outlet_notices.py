"""Sentences in which an outlet speaks of itself, of the piece, or to its reader.

"This story was produced in partnership with ...", "Our reporters can be reached at ...", "If you
value this reporting, please ...". They are known by their subject, the piece itself or the outlet
in the first person, together with what notices say of it, or by how credits open. What somebody
said is none.
"""

import re
from functools import cache

from newsbrief.text.packaged import word_set

_MAX_CHARS = 240  # of a sentence
_MAX_CHARS_BEFORE = 50  # before "this article", as in "Parts of this article were"
_PIECE = r"(?:article|story|op-ed|dispatch|content|page|newsletter)"
_WORK = (  # what others make too, or what "column" and "post" mean besides
    r"(?:report|series|project|investigation|interview|translation|podcast|episode|excerpt|piece|"
    r"post|column|essay|commentary)"
)
_BE = (
    r"(?:is|are|was|were|has been|have been|will be|may be|may not be|can be|cannot be|must not be)"
    r"(?: \w+ly| also| now| first)?"
)
_BY_MACHINE = (
    r"(?:written|created|generated|compiled|prepared|translated|transcribed)\b.{0,50}"
    r"\b(?:artificial intelligence|ai|machine|automat\w+|software|language model)"
)
_PIECE_IS = (  # "this story was produced by"
    rf"this {_PIECE} {_BE} (?:(?:co-?|re)?published|(?:co-?)?produced|reported|updated|corrected|"
    r"amended|revised|clarified|edited|translated|supported|funded|sponsored|syndicated|shared|"
    r"distributed|reprinted|reproduced|adapted|excerpted|provided|fact-checked|"
    rf"made (?:possible|available)|{_BY_MACHINE}|"
    r"part of|available|free|closed|for subscribers|being updated|based on reporting|on our|"
    r"in partnership|a (?:collaboration|partnership)|developing)\b"
)
_OF_PIECE = re.compile(
    rf"{_PIECE_IS}|"
    rf"this {_WORK} {_BE} (?:(?:co-?|re)?produced|(?:re|co-?|originally |first )published|"
    rf"supported by|made possible by|part of our|condensed|edited for|syndicated|{_BY_MACHINE})\b|"
    r"we (?:have )?(?:updated|corrected|amended|changed|revised|clarified) this "
    rf"(?:{_PIECE}|{_WORK})\b|"
    r"(?:this|the) (?:interview|conversation|transcript|q ?& ?a)s? (?:has|have) been\b"
    r".{0,30}\b(?:edited|condensed|shortened|translated)\b|"
    r"interviews (?:have been|were)\b.{0,20}\b(?:edited|condensed)\b|"
    r"(?:the )?(?:views|opinions)(?: and \w+)? expressed (?:here|herein|in (?:this|the)|on this|"
    r"are those|are solely|do not|by (?:the )?(?:author|writer|columnist|contributor)s?)\b|"
    rf"nothing (?:in|on) this (?:{_PIECE}|column|site)\b|"
    r"this (?:text|transcript) (?:may not be|is not) (?:in its |the )?"
    r"(?:final|complete|exact|official)\b",
    re.IGNORECASE,
)
_PART_OF_PIECE = re.compile(  # "Parts of this article were prepared with"
    rf"[\w' -]{{2,{_MAX_CHARS_BEFORE}}}\b(?:of|in|for|to|on) "
    rf"(?:{_PIECE_IS}|this {_PIECE} {_BE} (?:taken|prepared|contributed))\b",
    re.IGNORECASE,
)
_NAMES = r"[A-Z](?:[\w.'’,;&-]| (?:in|and|for|of|with|at|the) | (?=[A-Z&]))+$"
_CREDITS = re.compile(
    rf"(?i:with (?:files|reporting|contributions?|assistance) (?:from|by)) {_NAMES}|"
    r"(?i:(?:additional |further )?(?:reporting|research|photography|production|editing|writing|"
    r"translation|graphics|fact-checking|data analysis)"
    rf"(?: (?:for this \w+|was done|was contributed))?) by {_NAMES}|"
    r"(?i:files|materials?) from (?:the )?[A-Z].{2,80} (?:was|were) used\b"
)
_OF_OUTLET = re.compile(
    r"(?:you (?:can|may) |please )?(?:republish|reprint|credit)\w* (?:this|our|the author)\b|"
    r"(?:no part of this|all (?:contents|material) (?:of|on) this)\b|"
    r"(?:comments|commenting)\b.{0,40}\b(?:are|is|have been) "
    r"(?:now )?(?:closed|turned off|disabled)\b|"
    r"(?:subscribers|members) (?:can|get|have|may|receive|enjoy)\b.{0,80}\b(?:this \w+|our|audio|"
    r"early access|ad-free|newsletter)\b|"
    r"(?:letters|responses|opinions|submissions)\b.{0,40}\b(?:can|may|should) be "
    r"(?:sent|submitted|e-?mailed|addressed) to (?:the editor|our|us)\b|"
    r"the (?:writer|author|reporter|columnist)(?:['’]s (?:travel|trip|flights?|stay|visit) "
    r"(?:was|were)\b| (?:travell?ed|stayed|flew)\b.{0,60}\bas a guest\b|"
    r" (?:holds|owns|declares|reports|has) no (?:shares|stake|stock|positions?|conflicts?|"
    r"competing|financial)\b)",
    re.IGNORECASE,
)
_ANYWHERE = re.compile(
    r"\bnames? (?:[a-z]+ ){0,4}(?:have|has) been changed(?: to protect\b| for [a-z ]{0,20}"
    r"\b(?:privacy|safety)\b|\.?$)|\bcontributed reporting\b|"
    r"\bmay not be (?:republished|rebroadcast|redistributed|(?:reproduced|copied)\b.{0,60}"
    r"\b(?:permission|consent|in any form|in part))\b|"
    r"\bunder an? (?:creative commons|cc[ -])|"
    r"\bis an? (?:independent,? )?non-?profit(?:, [\w-]+)? (?:newsroom|news \w+)\b|"
    r"\b(?:is a member of|is regulated by|adheres to|follows?|subscribes? to)\b.{0,40}"
    r"\b(?:press|media|journalism|journalists['’]?|editors['’]?) "
    r"(?:council|standards|code|complaints|ethics)\b|"
    r"\bwhat we publish\b|"
    r"\btranscripts are (?:\w+ly )?(?:created|produced|made|generated|prepared)\b.{0,30}"
    r"\b(?:rush|contractors?|machines?|automat\w+|software|artificial)\b"
)
_ANYWHERE_WORDS = (  # one where the pattern matches
    *(" been changed", "contributed reporting", " may not be re", " may not be copied", "ommons"),
    *("profit news", " Press ", " Media ", " what we publish", "ranscripts are "),
)
_TO_READER = re.compile(
    r"(?:please )?(?:sign up|subscribe|follow|join|listen|read|donate|give|chip in|become|ask|"
    r"send|write|tell|submit|download|keep up|stay|get|add|try|consider|prefer|want|got|"
    r"have (?:an?|you)|do you|are you|if you|your|you|to (?:buy|order|read|support)|"
    r"(?:support|help|share|contact|visit|watch|press|e-?mail|find)(?! (?:for|of|in|by|from)\b))\b",
    re.IGNORECASE,
)
_OWN = (
    r"(?:newsroom|journalism|journalists?|reporters|correspondents|reporting|coverage|editors|"
    r"readers|subscribers|newsletter|podcast|[a-z]+ (?:desk|newsletter|podcast))"
)
_OUTLET = re.compile(
    rf"\b(?:our (?:{_OWN}|website|site|archives?|help page)|"
    r"(?:this|quality|independent|local) (?:kind of )?(?:journalism|reporting)|"
    rf"this (?:{_PIECE}|reporting|photograph|picture|post|column)|(?:make|making) a donation|"
    r"(?:tip|story) for us|(?:follow|following|find|contact|support|e-?mail|join) "
    r"us (?:on|at|by|via|today|now|with|from)|send (?:it|them|your \w+) to us|ask us|"
    r"tell us (?:what you|your|how you|why you|in the)|(?:stories|articles) like this|"
    r"become a (?:member|subscriber|supporter)|newsletters?|press play)\b",
    re.IGNORECASE,
)
_OUR_OPENING = re.compile(rf"our {_OWN}\b", re.IGNORECASE)
_SAID = re.compile(r"[\"“”]|''|\b(?:said|says|told|added|wrote|asked|reported)\b")


@cache
def _openings() -> frozenset[str]:
    """The words, in lower case, with which such a sentence begins, but for names and pieces."""
    return word_set("furniture.txt", "notice")


def opens_outlet_notice(sentence: str) -> bool:
    """Whether ``sentence``, its white space folded, is such a notice by how it begins.

    >>> opens_outlet_notice("This story was produced by Coast News in partnership with Vega.")
    True
    >>> opens_outlet_notice("This story was told by all who had seen it.")
    False
    """
    found: re.Match[str] | None = None
    if len(sentence) > _MAX_CHARS:
        return False
    if sentence.partition(" ")[0].lower() in _openings():
        found = (
            _OF_PIECE.match(sentence)
            or _CREDITS.match(sentence)
            or _OF_OUTLET.match(sentence)
            or _OUR_OPENING.match(sentence)
            or (_TO_READER.match(sentence) and _OUTLET.search(sentence))
        )
    if not found and " this " in sentence[:_MAX_CHARS_BEFORE]:
        found = _PART_OF_PIECE.match(sentence)
    return bool(found) and not _SAID.search(sentence)


def holds_outlet_notice(sentence: str) -> bool:
    """Whether ``sentence`` is such a notice by words that stand anywhere in it."""
    if len(sentence) > _MAX_CHARS or _SAID.search(sentence):
        return False
    return bool(_ANYWHERE.search(sentence.lower()))


def may_hold_outlet_notice(text: str) -> bool:
    """Whether a sentence of ``text`` may be a notice by words that stand anywhere in it.

    To ask for each sentence takes ten times as long.
    """
    return any(map(text.__contains__, _ANYWHERE_WORDS))
