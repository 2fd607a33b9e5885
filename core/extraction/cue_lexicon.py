"""The kind of attribution that a cue signals, by the lexicon in ``data/cue_kinds.txt``.

The first entry in the cue decides, since the main verb comes first: "wants to say" is an
intention. A light verb gives way to its noun: "voiced his opposition" is opposition. Verbs and
nouns are looked up without the regular endings of English, and by the irregular forms in the
lexicon.
"""

from functools import cache
from typing import NamedTuple

from newsbrief.attribution import Kind
from newsbrief.text.packaged import sections
from newsbrief.text.stems import base_forms

from .word_lists import be, cue_words

MAX_ENTRY_WORDS = 4


class _Lexicon(NamedTuple):
    kinds: dict[tuple[str, ...], tuple[Kind, Kind]]  # and where the source is a document
    bases: frozenset[str]  # every word of an entry
    irregular: dict[str, str]


@cache
def _lexicon() -> _Lexicon:
    kinds: dict[tuple[str, ...], tuple[Kind, Kind]] = {}
    irregular = dict.fromkeys(be(), "be")
    for heading, lines in sections("cue_kinds.txt").items():
        kind, _, of_document = heading.partition(" | ")
        pair = Kind(kind), Kind(of_document or kind)
        for line in lines:
            entry, _, forms = line.partition(" = ")
            base = tuple(entry.split())
            kinds[base] = pair
            irregular.update(dict.fromkeys(forms.split(), base[0]))
    return _Lexicon(kinds, frozenset(word for entry in kinds for word in entry), irregular)


class Entry(NamedTuple):
    """An entry found in a cue: the position of its first word there, from 0, and its kind."""

    position: int
    kind: Kind


def lookup(cue: list[str], *, of_document: bool = False) -> Entry | None:
    """The first entry of the lexicon in ``cue``, lower-case words, or None.

    ``of_document``: the source is a document, which "shows" and "suggests" as a report does.

    >>> lookup(["has", "repeatedly", "made", "it", "clear"])
    Entry(position=2, kind=<Kind.STATEMENT: 'statement'>)
    """
    lexicon = _lexicon()
    kept = [(i, _base(word, lexicon)) for i, word in enumerate(cue) if not _is_skipped(word)]
    bases = [base for _, base in kept]
    light = None
    for i, (index, base) in enumerate(kept):
        for length in range(MAX_ENTRY_WORDS, 0, -1):
            pair = lexicon.kinds.get(tuple(bases[i : i + length]))
            if pair and base in cue_words("light") and not light:
                light = Entry(index, pair[of_document])
            elif pair:
                return Entry(index, pair[of_document])
    return light


def _is_skipped(word: str) -> bool:
    adverb = word.endswith("ly") and word not in cue_words("not adverb")
    return adverb or word in cue_words("skipped")


def _base(word: str, lexicon: _Lexicon) -> str:
    """The word of the lexicon that ``word`` is a form of, or ``word`` itself."""
    if word in lexicon.irregular:
        return lexicon.irregular[word]
    return next((base for base in base_forms(word) if base in lexicon.bases), word)
