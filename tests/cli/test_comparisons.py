"""``--timeout`` of digest and check: how long a comparison and a draft may take."""

from __future__ import annotations

import json
import signal
import threading
import time
from contextlib import suppress
from itertools import count
from typing import TYPE_CHECKING, Never

import pytest

from newsbrief.cli.alarm import LateError, each_within, within

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from conftest import Run

ARTICLE = '"We will not build the quay this year," Mayor Ann Lee said on Monday.\n'
pytestmark = pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="needs such a signal")


@pytest.fixture
def files(tmp_path: Path) -> list[str]:
    names = [str(tmp_path / f"{number}.txt") for number in range(3)]
    for name in names:
        with open(name, "w", encoding="utf-8") as file:  # noqa: PTH123
            file.write(ARTICLE)
    return names


def hang(*_: object, **__: object) -> Never:
    """Work on for ever, past what catches errors."""
    while True:
        with suppress(Exception):
            time.sleep(0.01)


def test_a_digest_takes_no_longer_than_its_articles_may(
    run: Run, files: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("newsbrief.pages.claims.facts", hang)
    late = "not compared in 6 seconds (2 for each article); --timeout sets another limit"
    message = f"newsbrief: {files[0]} to {files[2]}: {late}\n"
    assert run("digest", "--json", "--timeout", 2, *files) == (1, "", message)


@pytest.mark.parametrize("part", ["__init__", "check"])
def test_a_check_takes_no_longer_than_its_articles_may(
    part: str, run: Run, files: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(f"newsbrief.checking.check.Checker.{part}", hang)
    late = "not compared in 2 seconds; --timeout sets another limit"
    result = run("check", "--json", "--timeout", 2, *files[:2])
    assert result == (1, "", f"newsbrief: {files[0]}: {late}\n")


def test_a_draft_that_takes_too_long_costs_itself_alone(
    run: Run, files: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from newsbrief.checking.check import Checker

    check, checks = Checker.check, count()

    def second_hangs(self: Checker, draft: object) -> object:
        return hang() if next(checks) == 1 else check(self, draft)  # type: ignore[arg-type]

    monkeypatch.setattr(Checker, "check", second_hangs)
    drafts = tmp_path / "drafts.jsonl"
    drafts.write_text(3 * (json.dumps({"text": ARTICLE}) + "\n"))
    result = run("check", "--jsonl", "--timeout", 2, drafts, files[0])
    late = "not compared in 2 seconds; --timeout sets another limit"
    assert (result.code, result.err) == (1, f"newsbrief: {drafts}:2: {late}\n")
    assert [json.loads(line)["file"] for line in result.out.splitlines()] == [
        f"{drafts}:1",
        f"{drafts}:3",
    ]


def test_a_draft_that_takes_too_long_to_read_is_given_up(
    run: Run, files: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("newsbrief.cli.drafts.documents", hang)
    late = "not read in 2 seconds; --timeout sets another limit"
    result = run("check", "--json", "--timeout", 2, *files)
    assert result == (1, "", f"newsbrief: {files[0]}: {late}\n")


def test_what_is_done_in_time_is_the_same(run: Run, files: list[str]) -> None:
    for command in ("digest", "check"):
        assert run(command, "--json", "--timeout", 600, *files) == run(command, "--json", *files)


def test_time_counts_anew_for_each_item_and_not_between_them() -> None:
    def slow() -> Iterator[int]:
        for number in range(3):
            time.sleep(0.2)
            yield number

    for number, item in enumerate(each_within(slow(), 0.5)):
        time.sleep(0.4)
        assert item == number
    with pytest.raises(LateError):
        list(each_within(slow(), 0.05))
    time.sleep(0.1)  # no alarm is left behind


def test_elsewhere_than_in_the_main_thread_there_is_no_limit() -> None:
    done: list[str] = []

    def work() -> None:
        with within(0.01):
            time.sleep(0.05)
            done.append("done")

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert done == ["done"]
