"""Sentences of labelled articles, with their parts marked as in ``constructions.txt``."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from newsbrief.reading.parsing import parse
from newsbrief.spans import Span

from .rows import Row

MARKS = re.compile(r"\[[sck] |\]")

_PARTS = (("source", "s"), ("cue", "c"), ("claim", "k"))
_SPECIAL = re.compile(r"[\[\]{}|]")  # what marks parts and slots
_FIRST_WORD = re.compile(r"(?:\[[sck] )?([A-Z]\w*)")


class Marked(NamedTuple):
    """A sentence without its full stop, white space folded: "[s Lee] [c said] [k it rained]".

    Its first word is in lower case if the article has it so too. ``type`` is that of the source, ""
    where nobody says anything.
    """

    words: str
    type: str

    @property
    def is_said(self) -> bool:
        return bool(self.type)


def marked_sentences(row: Row) -> Iterator[Marked]:
    """The sentences of ``row`` that end in a full stop and have one attribution at most.

    Those with a part of an attribution that is optional, nested or goes on elsewhere are left out.
    """
    article = parse(row["text"])
    lower_case = set(re.findall(r"\b[a-z]+\b", row["text"]))
    for sentence in article.sentences:
        here = Span(sentence.start, sentence.end)
        said = [each for each in row["attributions"] if _parts_in(each, here)]
        text = row["text"][slice(*here)]
        if len(said) > 1 or not text.endswith(".") or _SPECIAL.search(text):
            continue
        if not said:
            yield Marked(_opened(_folded(text), lower_case), "")
        elif _is_whole(said[0], here):
            marked = _folded(_marked(row["text"], here, _parts_in(said[0], here)))
            yield Marked(_opened(marked, lower_case), said[0]["type"])


def _parts_in(attribution: Row, sentence: Span) -> list[tuple[int, int, str]]:
    """The parts of ``attribution`` that overlap ``sentence``, in order, with their marks."""
    return sorted(
        (start, end, mark)
        for key, mark in _PARTS
        for start, end in attribution[key] or ()
        if start < sentence.end and end > sentence.start
    )


def _is_whole(attribution: Row, sentence: Span) -> bool:
    """Whether ``attribution`` is one that counts, all of it in ``sentence``, part after part."""
    parts = _parts_in(attribution, sentence)
    counted = not (attribution["nested"] or attribution["optional"])
    within = all(sentence.start <= start and end <= sentence.end for start, end, _ in parts)
    everything = len(parts) == sum(len(attribution[key] or ()) for key, _ in _PARTS)
    apart = all(one[1] <= two[0] for one, two in pairwise(parts))
    return counted and within and everything and apart


def _marked(text: str, sentence: Span, parts: list[tuple[int, int, str]]) -> str:
    out, at = "", sentence.start
    for start, end, mark in parts:
        out += f"{text[at:start]}[{mark} {text[start:end]}]"
        at = end
    return out + text[at : sentence.end]


def _folded(text: str) -> str:
    return " ".join(text.split()).removesuffix(".")


def _opened(words: str, lower_case: set[str]) -> str:
    """``words`` without a capital at their start that is no name's."""
    first = _FIRST_WORD.match(words)
    if first and first[1].lower() in lower_case:
        return words[: first.start(1)] + first[1].lower() + words[first.end() :]
    return words
