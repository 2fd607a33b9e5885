import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import floors
from figures import COMMITTED, load
from floors import FLOORS, Floors, changed_sets, fallen, raised, read
from sets import SETS

KEPT = Floors({"a.jsonl": "12", "b.jsonl": "34"}, {"t/r/f1": 0.7, "t/r/recall": 0.5})


@pytest.mark.parametrize(
    ("figures", "faults"),
    [
        pytest.param({"t/r/f1": 0.7, "t/r/recall": 0.9, "t/r/new": 0}, [], id="at the floor"),
        pytest.param(
            {"t/r/f1": 0.69996, "t/r/recall": 0.5},
            ["t/r/f1: 0.7000 is below the floor of 0.7"],
            id="just below",
        ),
        pytest.param({"t/r/f1": 0.7}, ["t/r/recall: not measured, the floor is 0.5"], id="missing"),
    ],
)
def test_figures_below_their_floors(figures: dict[str, float], faults: list[str]) -> None:
    assert list(fallen(KEPT, figures)) == faults


@pytest.mark.parametrize(
    ("checksums", "faults"),
    [
        pytest.param({"a.jsonl": "12", "b.jsonl": "34", "c.jsonl": "5"}, [], id="the same"),
        pytest.param(
            {"a.jsonl": "12", "b.jsonl": "35"},
            ["b.jsonl: SHA-256 is 35, the floors are for 34"],
            id="another version",
        ),
        pytest.param({"a.jsonl": "12", "b.jsonl": ""}, ["b.jsonl: is not there"], id="no file"),
    ],
)
def test_sets_that_have_changed(checksums: dict[str, str], faults: list[str]) -> None:
    assert list(changed_sets(KEPT, checksums)) == faults


def test_floors_are_raised_and_never_lowered() -> None:
    lifted = raised(KEPT, {"t/r/f1": 0.7529, "t/r/recall": 0.502, "t/r/new": 0.9})
    assert lifted.floors == {"t/r/f1": 0.749, "t/r/recall": 0.5}
    assert lifted.sets == KEPT.sets
    assert raised(KEPT, {"t/r/f1": 0.1}).floors == KEPT.floors


SHA = "ca3d163bab055381827226140568f3bef7eaac187cebd76878e0b63e9e442356"  # of "{}\n"

Check = Callable[..., tuple[int, float]]


@pytest.fixture
def check(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Check:
    """A run of the check on one set, where one figure is 0.7: the status and the floor after it."""
    (tmp_path / "set.jsonl").write_text("{}\n", encoding="utf-8")
    path = tmp_path / "floors.json"
    monkeypatch.setattr("sets.SETS", ("set.jsonl",))
    monkeypatch.setattr("floors.FLOORS", path)
    monkeypatch.setattr("floors.QUALITY", {"facts": lambda _: {"t/r/f1": 0.7}})

    def check(sha: str, floor: float, *options: str) -> tuple[int, float]:
        floors.write(path, Floors({"set.jsonl": sha}, {"t/r/f1": floor}))
        monkeypatch.setattr(sys, "argv", ["floors.py", str(tmp_path), *options])
        return floors.main(), read(path).floors["t/r/f1"]

    return check


@pytest.mark.parametrize(
    ("arguments", "result", "err"),
    [
        pytest.param((SHA, 0.69), (0, 0.69), "", id="above"),
        pytest.param((SHA, 0.69, "--raise"), (0, 0.697), "", id="raised"),
        pytest.param(
            (SHA, 0.71, "--raise"),
            (1, 0.71),
            "t/r/f1: 0.7000 is below the floor of 0.71\n",
            id="below",
        ),
        pytest.param(
            ("0", 0.69, "--raise"),
            (1, 0.69),
            f"set.jsonl: SHA-256 is {SHA}, the floors are for 0\n",
            id="another set",
        ),
    ],
)
def test_the_check(
    check: Check,
    capsys: pytest.CaptureFixture[str],
    arguments: tuple[object, ...],
    result: tuple[int, float],
    err: str,
) -> None:
    assert check(*arguments) == result
    assert capsys.readouterr().err == err


def test_the_committed_figures_are_above_the_floors_of_all_sets() -> None:
    kept = read(FLOORS)
    assert tuple(kept.sets) == SETS
    assert list(fallen(kept, load(COMMITTED))) == []
