"""Write a teacher's scores of each token of a set, for the tagger to learn from.

    python -m train.teacher_scores --data DATA --teacher teacher1.pt --set polnear/train \\
        --out scores/1/polnear_train.pt

For each article an array [token, label + direction], without the breaks between paragraphs.
"""

import argparse
import time
from pathlib import Path

import torch

from .checkpoint import save
from .documents import Document, document, plain
from .split import POLNEAR, unreported
from .teacher import WINDOW_TOKENS
from .teacher_model import Teacher
from .windows import windows

BATCH_WINDOWS = 12
REPORT_EVERY = 50  # batches


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--teacher", type=Path, required=True)
    parser.add_argument("--set", required=True, help="such as summaries/cnn_short")
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    torch.set_num_threads(1)
    to_document = document if args.set == POLNEAR else plain
    docs = [to_document(row) for _, row in unreported(args.data, args.set)]
    model = Teacher()
    model.load_state_dict(torch.load(args.teacher))
    model.eval()
    args.out.parent.mkdir(parents=True, exist_ok=True)
    save({name: array.numpy() for name, array in scored(model, docs).items()}, args.out)


def scored(model: Teacher, docs: list[Document]) -> dict[str, torch.Tensor]:
    """The scores of the tokens of each document, by its id."""
    named = [(doc.id, w) for doc in docs for w in windows(doc, WINDOW_TOKENS)]
    order = sorted(range(len(named)), key=lambda k: len(named[k][1].words))
    scores: dict[int, torch.Tensor] = {}
    began = time.monotonic()
    for k in range(0, len(order), BATCH_WINDOWS):
        part = order[k : k + BATCH_WINDOWS]
        with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
            both = torch.cat(model(model.batch([named[i][1] for i in part])), -1).half()
        for row, i in zip(both, part, strict=True):
            tokens = [at for at, word in enumerate(named[i][1].words) if word]
            scores[i] = row[tokens].clone()
        if k % (BATCH_WINDOWS * REPORT_EVERY) == 0:
            print(f"{k}/{len(order)} windows, {time.monotonic() - began:.0f} s", flush=True)
    of_document: dict[str, list[torch.Tensor]] = {}
    for i, (name, _) in enumerate(named):
        of_document.setdefault(name, []).append(scores[i])
    return {name: torch.cat(parts) for name, parts in of_document.items()}


if __name__ == "__main__":
    main()
