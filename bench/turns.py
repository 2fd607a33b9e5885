"""Measure the turns of transcripts: which are there, how far each goes, and who speaks.

    python bench/turns.py [FILE ...]    of labelled/, "turns/kept" without one

A turn is right whose words agree with a labelled turn's by 0.9 (F1 of its characters); its speaker
is right if the names agree without titles.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from newsbrief.extraction.transcripts import with_transcript_turns
from newsbrief.reading.parsing import parse
from newsbrief.text.gazetteer import titles
from newsbrief.text.tokens import word_parts

import labelled

LABELLED = Path(__file__).with_name("labelled")
SAME = 0.9


def main() -> None:
    print("set  articles  turns: labelled, found  precision  recall  speaker right")
    for name in sys.argv[1:] or ["turns/kept"]:
        verbose = name.startswith("+")
        name = name.strip("+")
        rows = labelled.load(LABELLED / f"{name}.txt")
        gold_n = found_n = right = speaker = false = 0
        for row in rows:
            gold = [a for a in row["attributions"] if is_turn(row["text"], a)]
            found = list(with_transcript_turns(parse(row["text"]), ()))
            pairs = list(matched(gold, found))
            gold_n += len(gold)
            found_n += len(found)
            right += len(pairs)
            ok = [p for p in pairs if same_speaker(row["text"], p[0]["source"], p[1].source)]
            speaker += len(ok)
            if verbose and (len(pairs) < max(len(gold), len(found)) or len(ok) < len(pairs)):
                print(
                    f"  {row['id']}: {len(gold)} labelled, {len(found)} found, {len(pairs)} right, {len(ok)} speakers"
                )
                t = row["text"]
                hit = [id(p[0]) for p in pairs]
                hit2 = [id(p[1]) for p in pairs]
                for g in gold:
                    if id(g) not in hit:
                        print(
                            "     missed",
                            repr(" / ".join(t[slice(*s)] for s in g["claim"])[:90]),
                            "..",
                            repr(t[g["claim"][-1][1] - 20 : g["claim"][-1][1]]),
                        )
                for f in found:
                    if id(f) not in hit2:
                        print(
                            "     false ",
                            repr(" / ".join(t[slice(*s)] for s in f.source)[:30]),
                            repr(" / ".join(t[slice(*s)] for s in f.content)[:90]),
                            "..",
                            repr(t[f.content[-1].end - 20 : f.content[-1].end]),
                        )
        print(
            f"{name}  {len(rows)}  {gold_n}, {found_n}  {right / max(found_n, 1):.3f}  {right / max(gold_n, 1):.3f}  {speaker}/{right}"
        )


def is_turn(text, a) -> bool:
    if a["nested"] or a["quote"] != "direct":
        return False
    start = a["claim"][0][0]
    if a["source"]:
        line = text.rfind("\n", 0, a["source"][0][0])
        return (
            not a["cue"]
            and line >= text[:start].rstrip().rfind("\n\n", 0, start) - 40
            and text[start] not in "“\"‘'"
        )
    return text[start] not in "“\"‘'" and not text[start:].split("\n")[0].rstrip("*_ ").endswith(
        "?"
    )


def matched(gold, found) -> Iterator:
    for each in gold:
        own = {i for s in each["claim"] for i in range(*s)}
        for turn in found:
            their = {i for s in turn.content for i in range(*s)}
            if 2 * len(own & their) >= SAME * (len(own) + len(their)):
                yield each, turn
                break


def same_speaker(text, gold, found):
    return bool(gold) == bool(found) and set(bare(text, found)) <= set(bare(text, gold))


def bare(text, spans):
    return [
        w for s in spans or () for w in word_parts(text[slice(*s)].lower()) if w not in titles()
    ]


if __name__ == "__main__":
    main()
