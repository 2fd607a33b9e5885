"""Make core/data/idf.txt: in how many news articles each term stands, as steps of idf.

    python train/idf.py ../shared/data core/data/idf.txt

Reads the articles of the summary, attribution and quotation sets, and keeps counts alone.
"""

import argparse
import json
import math
from collections import Counter, defaultdict
from pathlib import Path

from newsbrief.text.terms import terms_of

SETS = (
    "summaries/cnndm_train.jsonl",
    "summaries/cnndm_llm_refs.jsonl",
    "summaries/cnn_short.jsonl",
    "polnear/train.jsonl",
)
FEWEST = 6  # articles; a rarer term is as good as unknown
STEP = 0.25
HEAD = """\
# Inverse document frequency of terms in English news: ln(articles / articles that hold the term),
# to the nearest quarter, then the terms of that value. Made by train/idf.py: see README.md.
"""


def texts(data: Path) -> list[str]:
    found = []
    for name in SETS:
        with (data / name).open(encoding="utf-8") as lines:
            found += [row.get("article") or row["text"] for row in map(json.loads, lines)]
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("output", type=Path)
    args = parser.parse_args()
    articles = texts(args.data)
    holders = Counter(t for text in articles for t in set(terms_of(text)))
    levels: dict[float, list[str]] = defaultdict(list)
    for t, n in holders.items():
        if n >= FEWEST:
            levels[round(math.log(len(articles) / n) / STEP) * STEP].append(t)
    lines = [f"{value:.2f} {' '.join(sorted(levels[value]))}\n" for value in sorted(levels)]
    args.output.write_text(HEAD + "".join(lines), encoding="utf-8")
    print(f"{len(articles)} articles, {sum(map(len, levels.values()))} terms")


if __name__ == "__main__":
    main()
