"""Write a teacher's scores of each token of a set, for the tagger to learn from.

    python -m train.teacher_scores --data DATA --mpnet mpnet --teacher teacher.pt \\
        --set polnear/train --out scores/polnear/train.pt

For each article an array [token, column], without the breaks between paragraphs.
"""

import time
from pathlib import Path

import torch

from .arguments import paths
from .checkpoint import save
from .documents import Document, plain
from .split import training_rows
from .teacher import THREADS, WINDOW_TOKENS
from .teacher_model import Teacher
from .windows import windows

CHUNK = 40  # documents


def main() -> None:
    parser = paths(__doc__, "data", "teacher", "out")
    parser.add_argument("--mpnet", type=Path, required=True, help="the folder of MPNet")
    parser.add_argument("--set", required=True, help="such as summaries/cnn_short")
    parser.add_argument("--articles", type=int, help="the first ones of the set; all if not given")
    args = parser.parse_args()
    torch.set_num_threads(THREADS)
    docs = [plain(row) for row in training_rows(args.data, args.set)[: args.articles]]
    model = Teacher(args.mpnet)
    model.load_state_dict(torch.load(args.teacher))
    model.eval()
    args.out.parent.mkdir(parents=True, exist_ok=True)
    save({name: array.numpy() for name, array in scored(model, docs).items()}, args.out)


def scored(model: Teacher, docs: list[Document]) -> dict[str, torch.Tensor]:
    """The scores of the tokens of each document, by its id."""
    scores: dict[str, torch.Tensor] = {}
    began = time.monotonic()
    for k in range(0, len(docs), CHUNK):
        named = [(doc.id, w) for doc in docs[k : k + CHUNK] for w in windows(doc, WINDOW_TOKENS)]
        parts: dict[str, list[torch.Tensor]] = {}
        for (name, window), rows in zip(named, model.scores([w for _, w in named]), strict=True):
            tokens = [at for at, word in enumerate(window.words) if word]
            parts.setdefault(name, []).append(rows[tokens])
        scores |= {name: torch.cat(rows) for name, rows in parts.items()}
        print(f"{len(scores)}/{len(docs)} articles, {time.monotonic() - began:.0f} s", flush=True)
    return scores


if __name__ == "__main__":
    main()
