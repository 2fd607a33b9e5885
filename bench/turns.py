"""Measure the turns of transcripts: which are there, how far each goes, and who speaks.

    python bench/turns.py [SET ...]

SET is a file of ``labelled/`` without its ending; "turns/kept" if none is given. A turn is right
whose words are those of a labelled turn (F1 of their characters at least 0.9). Its speaker is right
if the name is the labelled one, with a title or without it.
"""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from newsbrief.extraction.linking import Link
from newsbrief.extraction.transcripts import with_transcript_turns
from newsbrief.reading.parsing import parse
from newsbrief.text.gazetteer import titles
from newsbrief.text.tokens import word_parts

from labelled import load
from scoring.rates import rates, share
from scoring.rows import Row

LABELLED = Path(__file__).with_name("labelled")
SAME_WORDS = 0.9
QUOTES = "“\"‘'"


class Counts(NamedTuple):
    """Turns labelled, found and right, and those of the right ones whose speaker is right."""

    labelled: int = 0
    found: int = 0
    right: int = 0
    speakers: int = 0


def main() -> None:
    print("| set | articles | turns | precision | recall | right speaker |")
    print("| --- | --- | --- | --- | --- | --- |")
    for name in sys.argv[1:] or ["turns/kept"]:
        rows = load(LABELLED / f"{name}.txt")
        total = Counts(*map(sum, zip(*map(counts, rows), strict=True)))
        right = rates(total.right, total.found, total.labelled)
        shares = (right.precision, right.recall, share(total.speakers, total.right))
        figures = " | ".join(f"{each:.3f}" for each in shares)
        print(f"| {name} | {len(rows)} | {total.labelled} | {figures} |")


def counts(row: Row) -> Counts:
    """What of the turns of ``row`` is right."""
    text = row["text"]
    gold = [each for each in row["attributions"] if is_turn(text, each)]
    found = with_transcript_turns(parse(text), ())
    pairs = list(matched(gold, found))
    speakers = sum(is_speaker(text, label["source"], turn) for label, turn in pairs)
    return Counts(len(gold), len(found), len(pairs), speakers)


def is_turn(text: str, label: Row) -> bool:
    """Whether ``label`` is a turn: words said without quotation marks and without a cue.

    A question by nobody named is none: only its answer is one.
    """
    start, end = label["claim"][0][0], label["claim"][-1][1]
    if label["nested"] or label["cue"] or label["quote"] != "direct" or text[start] in QUOTES:
        return False
    return bool(label["source"]) or text[end - 1] != "?"


def matched(gold: list[Row], found: list[Link]) -> Iterator[tuple[Row, Link]]:
    """Pairs of a labelled turn and the turn found that has its words."""
    characters = [{i for span in turn.content for i in range(*span)} for turn in found]
    for label in gold:
        own = {i for span in label["claim"] for i in range(*span)}
        for turn, their in zip(found, characters, strict=True):
            if 2 * len(own & their) >= SAME_WORDS * (len(own) + len(their)):
                yield label, turn
                break


def is_speaker(text: str, source: list[tuple[int, int]] | None, turn: Link) -> bool:
    """Whether the speaker of ``turn`` is ``source``, its title aside."""
    if not source or not turn.source:
        return not source and not turn.source
    words = [word_parts(text[s:e].lower()) for s, e in (source[0], turn.source[0])]
    gold, found = ({word for word in each if word not in titles()} for each in words)
    return found <= gold


if __name__ == "__main__":
    main()
