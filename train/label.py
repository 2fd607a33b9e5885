"""Let the teacher label texts: its scores of each token, for the tagger to learn from.

    python train/label.py --data ../shared/data --teacher teacher.pt --set cnn_short --out labels/

Writes ``SET.I.pt``: for each article its scores [token, label + direction], breaks left out.
"""

import argparse
import time
from pathlib import Path

import tagger_data as data
import torch
from teacher import Teacher


def main() -> None:
    """Label one set."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--teacher", type=Path, required=True)
    parser.add_argument("--set", required=True, help="polnear, or a file of summaries")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--part", default="0/1", help="I/N: every Nth article from the Ith")
    args = parser.parse_args()
    torch.set_num_threads(1)
    begin, step = map(int, args.part.split("/"))
    gold = args.set == "polnear"
    path = args.data / ("polnear/train.jsonl" if gold else f"summaries/{args.set}.jsonl")
    rows = list(data.rows(path))[begin::step]
    docs = [data.document(row) if gold else data.plain(row) for row in rows]
    model = Teacher()
    model.load_state_dict(torch.load(args.teacher))
    model.eval()
    windows = [(d.id, w) for d in docs for w in data.windows(d, 160)]
    order = sorted(range(len(windows)), key=lambda k: len(windows[k][1].words))
    scores: dict[int, torch.Tensor] = {}
    began = time.time()
    for k in range(0, len(order), 12):
        part = order[k : k + 12]
        with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
            both = torch.cat(model(model.batch([windows[i][1] for i in part])), -1).half()
        for row, i in zip(both, part, strict=True):
            tokens = [at for at, word in enumerate(windows[i][1].words) if word]
            scores[i] = row[tokens].clone()
        if k % 600 == 0:
            print(f"{k}/{len(order)} {time.time() - began:.0f} s", flush=True)
    out: dict[str, list[torch.Tensor]] = {}
    for i, (name, _) in enumerate(windows):
        out.setdefault(name, []).append(scores[i])
    args.out.mkdir(parents=True, exist_ok=True)
    path = args.out / f"{args.set}.{begin}.pt"
    torch.save({name: torch.cat(rows).numpy() for name, rows in out.items()}, path)


if __name__ == "__main__":
    main()
