"""Fine-tune MPNet as a teacher of the attribution tagger, on the labels of readers and PolNeAR.

    python -m train.teacher --data DATA --mpnet mpnet --out teacher.pt

Prints held-out figures after each epoch.
"""

import random
from pathlib import Path

import torch
from torch import nn
from torch.nn import functional as F  # noqa: N812

from .arguments import paths
from .checkpoint import Checkpoint, Progress
from .documents import document, laid_out
from .heads import INDEX, TEACHER_COLUMNS, UNKNOWN, WEIGHTS
from .split import POLNEAR, READERS, facts_split
from .tagger_metrics import figures
from .teacher_model import LAYERS, Teacher
from .windows import Window, batches, windows

WINDOW_TOKENS = 160
RATE = 8e-5  # of the highest layer
HEAD_RATE = 8 * RATE  # of what is not MPNet's
LAYER_DECAY = 0.9  # of the rate, from each layer to the one below
BATCH_TOKENS = 1600
POLNEAR_ROUNDS = 2  # as many runs would read all of PolNeAR; this one reads half
THREADS = 2
WARM_UP = 0.08  # share of the steps


def main() -> None:
    parser = paths(__doc__, "data", "out")
    parser.add_argument("--mpnet", type=Path, required=True, help="the folder of MPNet")
    parser.add_argument("--epochs", type=int, default=5)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    torch.manual_seed(args.seed)
    torch.set_num_threads(THREADS)
    rng = random.Random(args.seed)
    parts = facts_split(args.data)
    check = [w for row in parts[READERS].held_out for w in windows(document(row), WINDOW_TOKENS)]
    readers, polnear = ([laid_out(row) for row in parts[n].training] for n in (READERS, POLNEAR))
    rng.shuffle(polnear)
    model = Teacher(args.mpnet)

    def sampled(epoch: int) -> list[Window]:
        docs = [*readers, *polnear[epoch :: POLNEAR_ROUNDS * args.epochs]]
        return [w for doc in docs for w in windows(doc, rng.randint(60, 180))]

    plan = [batches(sampled(epoch), BATCH_TOKENS, rng) for epoch in range(args.epochs)]
    optimizer = torch.optim.AdamW(groups(model), weight_decay=0.01, fused=True)
    schedule = warm_up(optimizer, sum(map(len, plan)))
    state = {"model": model, "optimizer": optimizer, "schedule": schedule}
    checkpoint = Checkpoint(args.out, state, rng)
    done = checkpoint.load()
    for epoch, order in enumerate(plan[done:], done):
        progress = Progress(f"epoch {epoch}", len(order))
        for part in order:
            progress.step(step(model, optimizer, part))
            schedule.step()
        print(f"epoch {epoch}: {figures(check, model.scores(check))}", flush=True)
        checkpoint.save(epoch + 1)
    checkpoint.finish(model)


def groups(model: Teacher) -> list[dict[str, object]]:
    """The parameters with their rates: the lower a layer, the less it learns."""
    named = list(model.named_parameters())
    heads = [p for n, p in named if "encoder" not in n]
    out: list[dict[str, object]] = [{"params": heads, "lr": HEAD_RATE}]
    for depth in range(-1, LAYERS):
        key = "encoder.embeddings" if depth < 0 else f"encoder.encoder.layer.{depth}."
        params = [p for n, p in named if n.startswith(key) and p.requires_grad]
        out.append({"params": params, "lr": RATE * LAYER_DECAY ** (LAYERS - 1 - depth)})
    return out


def warm_up(optimizer: torch.optim.Optimizer, steps: int) -> torch.optim.lr_scheduler.LambdaLR:
    """A schedule that rises for a share of ``steps`` and then falls to nothing."""
    return torch.optim.lr_scheduler.LambdaLR(
        optimizer,
        lambda i: min((i + 1) / (WARM_UP * steps), max(0.0, (steps - i) / ((1 - WARM_UP) * steps))),
    )


def step(model: Teacher, optimizer: torch.optim.Optimizer, part: list[Window]) -> float:
    """The loss on a batch, from which the model has learned."""
    batch = model.batch(part)
    with torch.autocast("cpu", torch.bfloat16):
        out = model(batch)
    cost = loss(out, batch)
    optimizer.zero_grad()
    cost.backward()
    nn.utils.clip_grad_norm_(model.parameters(), 1.0)
    optimizer.step()
    return float(cost.detach())


def loss(out: torch.Tensor, batch: dict[str, torch.Tensor]) -> torch.Tensor:
    """Cross-entropy of each head over the tokens of which its target is known, weighted."""
    total = torch.zeros(())
    for name, (start, end) in TEACHER_COLUMNS.items():
        wanted = batch["targets"][..., INDEX[name]].flatten()
        if (wanted != UNKNOWN).any():
            logits = out[..., start:end].flatten(0, 1)
            total = total + WEIGHTS[name] * F.cross_entropy(logits, wanted, ignore_index=UNKNOWN)
    return total


if __name__ == "__main__":
    main()
