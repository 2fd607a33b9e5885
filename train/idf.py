"""Count in how many news articles each term stands: its inverse document frequency.

python -m train.idf --data DATA --out idf.txt
"""

import math
from collections import Counter, defaultdict
from collections.abc import Sequence

from newsbrief.text.terms import terms_of

from .arguments import paths
from .rows import text_of
from .split import POLNEAR, SUMMARIES, unreported

MIN_ARTICLES = 6  # that hold a term; a rarer one counts as unknown
STEP = 0.25
HEAD = """\
# Inverse document frequency of terms in English news: ln(articles / articles that hold the term),
# to the nearest quarter, then the terms of that value. Made by train/idf.py: see README.md.
"""


def main() -> None:
    args = paths(__doc__, "data", "out").parse_args()
    texts = [text_of(row) for _, row in unreported(args.data, *SUMMARIES, POLNEAR)]
    levels = idf(texts)
    lines = [f"{value:.2f} {' '.join(sorted(levels[value]))}\n" for value in sorted(levels)]
    args.out.write_text(HEAD + "".join(lines), encoding="utf-8")
    print(f"{len(texts)} articles, {sum(map(len, levels.values()))} terms")


def idf(texts: Sequence[str]) -> dict[float, list[str]]:
    """The terms of ``texts`` by their inverse document frequency, in steps of ``STEP``."""
    articles = Counter(term for text in texts for term in set(terms_of(text)))
    levels: dict[float, list[str]] = defaultdict(list)
    for term, count in articles.items():
        if count >= MIN_ARTICLES:
            levels[round(math.log(len(texts) / count) / STEP) * STEP].append(term)
    return levels


if __name__ == "__main__":
    main()
