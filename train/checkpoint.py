"""Checkpoints: the state of a training run after a round, so that an interrupted run goes on.

A run that goes on from a checkpoint ends with the same model as one that was never interrupted.
"""

import random
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import torch


class Checkpoint:
    """The state of the run that makes the model ``out``, in a file beside it.

    ``parts`` are what has a state of its own: the model, the optimizer, the schedule.
    """

    def __init__(self, out: Path, parts: Mapping[str, Any], rng: random.Random) -> None:
        self.out, self.parts, self.rng = out, parts, rng
        self.path = out.with_suffix(".checkpoint")

    def load(self) -> int:
        """How many rounds the saved run has done, its state put in place; 0 if there is none."""
        if not self.path.exists():
            return 0
        state = torch.load(self.path, weights_only=False)
        for name, part in self.parts.items():
            part.load_state_dict(state[name])
        torch.set_rng_state(state["torch_rng"])
        self.rng.setstate(state["rng"])
        return int(state["rounds"])

    def save(self, rounds: int) -> None:
        """Save the state after ``rounds`` rounds in place of the one before."""
        state = {name: part.state_dict() for name, part in self.parts.items()}
        state |= {"torch_rng": torch.get_rng_state(), "rng": self.rng.getstate(), "rounds": rounds}
        save(state, self.path)

    def finish(self, model: torch.nn.Module) -> None:
        """Save ``model`` and remove the checkpoint."""
        save(model.state_dict(), self.out)
        self.path.unlink(missing_ok=True)


def save(values: Any, path: Path) -> None:  # noqa: ANN401 - what torch.save takes
    """Write ``values`` to ``path`` in one step, so that no half-written file is left there."""
    part = path.with_suffix(path.suffix + ".part")
    torch.save(values, part)
    part.replace(path)


class Progress:
    """The mean loss of a round and the time taken, printed now and then."""

    EVERY = 50  # steps

    def __init__(self, name: str, total: int) -> None:
        self.name, self.total = name, total
        self.began, self.done, self.mean = time.monotonic(), 0, 0.0

    def step(self, loss: float) -> None:
        """Take in the ``loss`` of one more step."""
        self.done += 1
        self.mean += (loss - self.mean) / self.done
        if self.done % self.EVERY == 0 or self.done == self.total:
            seconds = time.monotonic() - self.began
            line = f"{self.name}: {self.done}/{self.total} steps, {seconds:.0f} s"
            print(f"{line}, loss {self.mean:.3f}", flush=True)
