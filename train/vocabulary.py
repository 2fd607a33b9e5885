"""The words, beginnings and ends that get vectors of their own, and the words' first vectors.

python -m train.vocabulary --data DATA --out vocabulary.json
"""

import json
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import torch
from transformers import AutoModel, AutoTokenizer

from newsbrief.tagging.vocabulary import describe
from newsbrief.text.tokens import tokens

from .arguments import paths
from .rows import Row, text_of
from .split import POLNEAR, READERS, SUMMARIES, UNLABELLED, training_rows
from .teacher_model import UNKNOWN_PIECE

WORDS, BEGINNINGS, ENDS = 24_000, 2_000, 2_000
AXES_WORDS = 8_000  # the commonest, on which the principal axes are computed
DEVIATION = 0.25  # of the first vectors

Lists = list[list[str]]


def main() -> None:
    args = paths(__doc__, "data", "out").parse_args()
    names = (READERS, POLNEAR, UNLABELLED, *SUMMARIES)
    lists = vocabulary(row for name in names for row in training_rows(args.data, name))
    args.out.write_text(json.dumps(lists), encoding="utf-8")


def vocabulary(articles: Iterable[Row]) -> Lists:
    """The commonest words, beginnings and ends of ``articles``; labelled words count twice."""
    words: Counter[str] = Counter()
    heads: Counter[str] = Counter()
    tails: Counter[str] = Counter()
    for row in articles:
        text = text_of(row)
        weight = 2 if "attributions" in row else 1
        for start, end in tokens(text):
            word, head, tail, _ = describe(text[start:end])
            words[word] += weight
            heads[head] += 1
            tails[tail] += 1
    counts = ((words, WORDS), (heads, BEGINNINGS), (tails, ENDS))
    return [[word for word, _ in counter.most_common(size)] for counter, size in counts]


def first_vectors(mpnet: Path, words: list[str], size: int) -> torch.Tensor:
    """MPNet's input vectors of ``words`` (the mean of their pieces), reduced by PCA."""
    table = AutoModel.from_pretrained(mpnet).embeddings.word_embeddings.weight.detach()
    pieces = AutoTokenizer.from_pretrained(mpnet)(words, add_special_tokens=False)["input_ids"]
    # A control character and the like have no piece.
    rows = torch.stack([table[torch.tensor(ids or [UNKNOWN_PIECE])].mean(0) for ids in pieces])
    rows = rows - rows.mean(0)
    _, _, axes = torch.linalg.svd(rows[:AXES_WORDS], full_matrices=False)
    out = rows @ axes[:size].T
    return DEVIATION * out / out.std()


if __name__ == "__main__":
    main()
