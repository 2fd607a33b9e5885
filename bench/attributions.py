"""Measure the attributions that newsbrief finds against those that people marked.

    python bench/attributions.py DATA

DATA holds ``polnear/dev.jsonl`` and ``quotes/dev.jsonl``; the scorers stand in ``DATA/../eval`` and
say what their figures mean. Prints the figures of the whole on both sets, those of linking alone
(gold labels in), how often facts of each confidence are right (what one cue says taken as one), and
the speed.
"""

import argparse
import importlib.util
import json
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import newsbrief
from newsbrief.extraction.linking import link
from newsbrief.tagging.tagger import Labelled, Role

THRESHOLDS = (0.3, 0.8)  # of a gold quote's characters, as the Gender Gap Tracker reports
STEPS = (0.0, 0.2, 0.4, 0.6, 0.7, 0.8, 0.9, 0.95)

Row = dict[str, Any]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    data: Path = parser.parse_args().data
    attributions = load(data.parent / "eval" / "score_attributions.py")
    quotes = load(data.parent / "eval" / "score_quotes.py")
    polnear, news = data / "polnear" / "dev.jsonl", data / "quotes" / "dev.jsonl"

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "pred.jsonl"
        gold = attributions.load(polnear)
        write(path, map(linked, gold.values()))
        figures, _ = attributions.score(gold, attributions.load(path))
        print(f"linking alone, polnear/dev: attribution {figures['attribution']['f1']:.3f}\n")

        for row in gold.values():
            newsbrief.facts(row["text"])
            break  # the first call reads the models
        began = time.process_time()
        write(path, map(predicted, gold.values()))
        seconds = time.process_time() - began
        found = attributions.load(path)
        figures, _ = attributions.score(gold, found)
        print(f"{'polnear/dev':16}{'precision':>10}{'recall':>8}{'F1':>8}")
        for name, row in figures.items():
            print(f"{name:16}{row['precision']:10.3f}{row['recall']:8.3f}{row['f1']:8.3f}")
        joined = {key: rejoined(row) for key, row in found.items()}
        figures, _ = attributions.score(gold, joined)
        names = ("cue.found", "content.half", "attribution")
        print(
            "\nF1 with what one cue says as one:", *(f"{n} {figures[n]['f1']:.3f}" for n in names)
        )
        print(f"{len(gold) / seconds:.1f} articles a second of processor time")

        print("\nconfidence   facts  right")
        judged = [pair for key in gold for pair in judge(attributions, gold[key], joined[key])]
        for low, high in zip(STEPS, (*STEPS[1:], 1.01), strict=True):
            hits = [right for confidence, right in judged if low <= confidence < high]
            share = sum(hits) / len(hits) if hits else float("nan")
            print(f"{low:.2f} to {min(high, 1):.2f}{len(hits):6}  {share:.3f}")

        gold = quotes.load(news)
        write(path, map(predicted, gold.values()))
        for threshold in THRESHOLDS:
            scored = quotes.score(gold, quotes.load(path), threshold)
            print(f"\nquotes/dev, overlap > {threshold}", end="")
            print("".join(f"  {k} {v}" for k, v in scored.items()), end="")
        print()


def load(path: Path) -> ModuleType:
    """The scorer at ``path`` as a module."""
    spec = importlib.util.spec_from_file_location(path.stem, path)
    if spec is None or spec.loader is None:
        sys.exit(f"{path}: not a scorer")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def write(path: Path, rows: Iterable[Row]) -> None:
    path.write_text("".join(f"{json.dumps(row)}\n" for row in rows), encoding="utf-8")


def predicted(row: Row) -> Row:
    """What newsbrief finds in the text of ``row``, as the scorers read it."""
    return {
        "id": row["id"],
        "attributions": [
            {
                "source": fact.source.spans if fact.source else [],
                "cue": fact.cue.spans if fact.cue else [],
                "content": fact.claim.spans,
                "kind": fact.kind,
                "speaker": fact.source.name if fact.source else None,
                "confidence": fact.confidence,
            }
            for fact in newsbrief.facts(row["text"])
        ],
    }


def rejoined(row: Row) -> Row:
    """``row`` with one attribution for each cue, as PolNeAR has it: '"A," he said. "B."'."""
    merged: dict[str, Row] = {}
    for i, fact in enumerate(row["attributions"]):
        key = str(fact["cue"] or i)
        known = merged.setdefault(key, {**fact, "content": []})
        known["content"] = [*known["content"], *fact["content"]]
    return {"id": row["id"], "attributions": list(merged.values())}


def linked(row: Row) -> Row:
    """What the linker makes of the gold labels of ``row``."""
    spans = {(*span, role) for a in row["attributions"] for role in Role for span in a[role]}
    labels = [Labelled(role, start, end, 1.0) for start, end, role in sorted(spans)]
    links = link(newsbrief.parse(row["text"]), labels)
    rows = [{"source": a.source, "cue": a.cue, "content": a.content} for a in links]
    return {"id": row["id"], "attributions": rows}


def judge(scorer: ModuleType, gold: Row, found: Row) -> Iterator[tuple[float, bool]]:
    """The confidence of each fact found, and whether its source and claim are right by half."""
    words = scorer.Words(gold["text"])
    left = [{role: words.inside(a[role]) for role in Role} for a in gold["attributions"]]
    for fact in sorted(found["attributions"], key=lambda f: -f["confidence"]):
        mine = {role: words.inside(fact[role]) for role in Role}
        pairs = [
            (scorer.RELATIONS["attribution"](theirs, mine), i) for i, theirs in enumerate(left)
        ]
        best, index = max(pairs, default=(0, 0))
        if best:
            del left[index]
        yield fact["confidence"], bool(best)


if __name__ == "__main__":
    main()
