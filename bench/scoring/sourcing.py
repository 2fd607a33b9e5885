"""Sourced statements against those marked by hand in the Markkula Center's sourcing project.

Gold: ``{"id", "text", "statements": [{"spans", "type", "name", "title", "justification"}]}``, where
the spans cover the whole statement: source, cue and claim. Predicted:
``{"id", "facts": [...], "sentences": spans}``; a fact stands for the sentences that it touches.
A gold statement is found when half of its words are covered by the predictions, all together; it is
then judged by the one that shares most words with it.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from .facts import TYPES, Fact
from .rates import Rates, share
from .rows import Row, Spans
from .words import WORD, Words, WordSet

HALF = 0.5
SAME_NAME = 0.8  # F1 of the words
SAME_TEXT = 0.5
HONORIFICS = frozenset(
    """the a an mr mrs ms miss mx dr prof professor sir dame lord lady rev reverend hon honorable
    rabbi pastor fr sen senator rep representative gov governor congressman congresswoman
    assemblymember judge justice president lt col gen capt sgt maj adm cpl det
    esq""".split()  # noqa: SIM905 - a list is easier to read so
)


class Statement(NamedTuple):
    """A predicted statement: the sentences of a fact, and what it says of the source."""

    start: int
    end: int
    type: str
    name: str
    title: str = ""
    justification: str = ""


def statements(facts: Iterable[Fact], sentences: Spans) -> list[Statement]:
    """The facts that have a source, widened to the ``sentences`` that they touch, each once."""
    found: dict[tuple[int, int, str, str], Statement] = {}
    for fact in facts:
        if not fact.source:
            continue
        pieces = (*fact.source, *fact.cue, *fact.claim)
        start, end = min(start for start, _ in pieces), max(end for _, end in pieces)
        touched = [(s, e) for s, e in sentences if s < end and e > start]
        start = min([start, *(s for s, _ in touched)])
        end = max([end, *(e for _, e in touched)])
        name = fact.name or ("" if fact.type == "unnamed" else fact.source_text)
        statement = Statement(start, end, fact.type, name, fact.role, fact.why)
        found.setdefault(statement[:4], statement)
    return list(found.values())


def score(row: Row, predicted: Sequence[Statement]) -> Counter[str]:
    """The counts of one article, to be summed; ``figures`` makes shares of them."""
    words = Words(row["text"])
    gold = [words.within(statement["spans"]) for statement in row["statements"]]
    found = [words.within([(statement.start, statement.end)]) for statement in predicted]
    in_gold: WordSet = frozenset().union(*gold)
    in_found: WordSet = frozenset().union(*found)
    counts = Counter(
        gold=len(gold),
        predicted=len(found),
        right=sum(len(own & in_gold) >= HALF * len(own) > 0 for own in found),
    )
    taken: set[int] = set()
    for statement, own in zip(row["statements"], gold, strict=True):
        if own and len(own & in_found) >= HALF * len(own):
            best = max(range(len(found)), key=lambda j: _closeness(own, found[j], j, taken))
            taken.add(best)
            counts["found"] += 1
            _count_pair(statement, predicted[best], counts)
    return counts


def _closeness(
    gold: WordSet, found: WordSet, index: int, taken: set[int]
) -> tuple[int, float, bool, int]:
    """Most words in common; then the likest extent; then one not taken; then the first."""
    common = len(gold & found)
    return common, share(common, len(gold | found)), index not in taken, -index


def _count_pair(gold: Row, found: Statement, counts: Counter[str]) -> None:
    same_name = _same_name(gold["name"], found.name)
    conditions = {
        "name": True,
        "name_named": gold["type"] in ("person", "organisation"),
        "name_empty": not gold["name"],
    }
    for key, applies in conditions.items():
        counts[f"{key} of"] += applies
        counts[key] += applies and same_name
    if gold["type"]:
        counts["type of"] += 1
        counts["type"] += TYPES[gold["type"]] == found.type
    for key, text in (("title", found.title), ("justification", found.justification)):
        wanted, given = plain(gold[key]), plain(text)
        if wanted:
            counts[f"{key} of"] += 1
            counts[key] += _f1(wanted, given) >= SAME_TEXT
        else:
            counts[f"{key}_spurious of"] += 1
            counts[f"{key}_spurious"] += bool(given)


def _same_name(gold: str | None, name: str) -> bool:
    wanted, given = _without_honorifics(plain(gold)), _without_honorifics(plain(name))
    return wanted == given or _f1(wanted, given) >= SAME_NAME


def _without_honorifics(words: list[str]) -> list[str]:
    while len(words) > 1 and words[0] in HONORIFICS:
        words = words[1:]
    return words


def plain(text: str | None) -> list[str]:
    """The words of ``text`` without case, accents, possessives and the stops of initials.

    >>> plain("José’s U.S. office")
    ['jose', 'us', 'office']
    """
    decomposed = unicodedata.normalize("NFKD", text or "").casefold()
    letters = "".join(c for c in decomposed if not unicodedata.combining(c))
    letters = re.sub("[‘’]", "'", letters)
    letters = re.sub(r"\b(\w)\.(?=\w\.)", r"\1", letters)
    letters = re.sub(r"'s\b", "", letters)
    letters = re.sub(r"s'(?!\w)", "s", letters)
    return [word.replace("'", "") for word in WORD.findall(letters)]


def _f1(wanted: list[str], given: list[str]) -> float:
    common = (Counter(wanted) & Counter(given)).total()
    return share(2 * common, len(wanted) + len(given))


class SourcingFigures(NamedTuple):
    """``found``: precision and recall of statements; the rest are shares of the gold ones found.

    ``name_named`` where gold is a person or organisation, ``name_empty`` where it has no name,
    ``title`` and ``justification`` where gold has one, ``..._spurious`` where it has none but the
    prediction does.
    """

    found: Rates
    type: float
    name: float
    name_named: float
    name_empty: float
    title: float
    title_spurious: float
    justification: float
    justification_spurious: float


def figures(articles: Iterable[Counter[str]]) -> SourcingFigures:
    """The figures over all ``articles``."""
    n: Counter[str] = Counter()
    for article in articles:
        n.update(article)
    shares = {key: share(n[key], n[f"{key} of"]) for key in SourcingFigures._fields[1:]}
    found = Rates(share(n["right"], n["predicted"]), share(n["found"], n["gold"]))
    return SourcingFigures(found, **shares)
