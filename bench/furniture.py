"""Measure how often a summary takes a line of page furniture.

    python bench/furniture.py

Puts each line of `labelled/furniture/kept.txt`, from which nothing is learned, into each English
sample: above its text, as a paragraph in the middle of it, and at the end of its last paragraph.
Prints the share of summaries of three sentences that hold the line.
"""

from collections.abc import Iterator
from pathlib import Path

from newsbrief import parse

from chosen import chosen
from tables import Figures, print_tables

ROOT = Path(__file__).parents[1]
LINES = ROOT / "bench" / "labelled" / "furniture" / "kept.txt"
SAMPLES = ("agency", "british", "business", "feature", "politics", "wire")


def measure() -> Figures:
    """The share of summaries with a line of furniture, by the place of the line."""
    lines = [line for line in LINES.read_text(encoding="utf-8").splitlines() if line[:1] != "#"]
    texts = [(ROOT / "samples" / f"{name}.txt").read_text(encoding="utf-8") for name in SAMPLES]
    taken: dict[str, list[bool]] = {}
    for text in texts:
        for line in lines:
            for place, furnished, start in furnished_texts(text, line):
                end = start + len(line)
                holds = any(s < end and start < e for s, e in chosen(furnished))
                taken.setdefault(place, []).append(holds)
    return {f"furniture/{place}/taken": sum(row) / len(row) for place, row in taken.items()}


def furnished_texts(text: str, line: str) -> Iterator[tuple[str, str, int]]:
    """``text`` with ``line`` in it: the name of the place, the text, the offset of the line."""
    body = parse(text).body
    top, middle = body[0].start, body[len(body) // 2].end
    yield "top", f"{text[:top]}{line}\n\n{text[top:]}", top
    yield "middle", f"{text[:middle]}\n\n{line}\n\n{text[middle:]}", middle + 2
    yield "end", f"{text[: body[-1].end]} {line}\n", body[-1].end + 1


if __name__ == "__main__":
    print_tables(measure())
