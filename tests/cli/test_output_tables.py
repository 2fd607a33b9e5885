"""Tables for a terminal: nothing is cropped, nothing is markup, colour is as told."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Run

TERMINAL = ("stdout",)
HARBOUR_AT_60 = """\
Harbour plan splits the council  harbour.txt
Line  Source      Claim                           Kind
────────────────────────────────────────────────────────────
   3  The mayor   said: the harbour would open    statement
      not named   in May                          indirect
   3  Ada Brandt  told �[31mreporters: "We [the   statement
                  council] were never asked,      direct
                  [/b]"
   4  no source   is thought: The dredger to      belief
                  have sunk                       indirect
                                                  hedged
   6  Ada Brandt  denied: the claim               denial
                                                  indirect
                                                  negated
4 claims by 2 sources, 1 not named, 1 with no source, 1
hedged, 1 negated

"""


@pytest.fixture(autouse=True)
def _terminal(monkeypatch: pytest.MonkeyPatch, harbour: Path) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.chdir(harbour.parent)


def test_a_terminal_gets_a_table(run: Run) -> None:
    result = run("facts", "--no-color", "harbour.txt", terminal=TERMINAL)
    assert result.out == HARBOUR_AT_60


def test_a_pipe_gets_one_only_if_asked(run: Run) -> None:
    assert run("facts", "harbour.txt", "-f", "table").out == HARBOUR_AT_60
    assert "──" not in run("facts", "harbour.txt").out


def test_text_is_given_to_a_terminal_that_asks(run: Run) -> None:
    assert run("facts", "--text", "harbour.txt", terminal=TERMINAL).out.count("\n") == 4


def test_a_file_is_no_terminal(run: Run) -> None:
    assert run("facts", "harbour.txt", "-o", "out", terminal=TERMINAL).out == ""
    assert "──" not in Path("out").read_text(encoding="utf-8")


@pytest.mark.parametrize("columns", ["1", "40", "80", "140", "1000"])
def test_every_word_is_there_at_any_width(
    columns: str, run: Run, samples: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = run("summarize", samples / "feature.txt").out.split()
    monkeypatch.setenv("COLUMNS", columns)
    out = run("summarize", "--table", samples / "feature.txt").out
    assert max(map(len, out.splitlines()[1:])) <= max(int(columns), 40)
    found = iter(out.split())
    assert all(word in found for word in words), "a word is missing, or out of order"


def test_in_a_narrow_table_cue_and_kind_stand_around_the_claim(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "50")
    out = run("facts", "--table", "harbour.txt").out
    assert "Cue" not in out
    assert "Kind" not in out
    row = r"^ +6 +Ada Brandt +denied: the claim\n +denial indirect negated$"
    assert re.search(row, out, re.MULTILINE)


def test_in_a_wide_table_the_cue_has_a_column(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "100")
    out = run("facts", "--table", "harbour.txt").out
    assert re.search(r"^Line +Source +Cue +Claim +Kind$", out, re.MULTILINE)
    assert re.search(r"^ +6 +Ada Brandt +denied +the claim +denial indirect$", out, re.MULTILINE)


def test_a_brief_says_what_is_hedged_and_counts(run: Run) -> None:
    out = run("brief", "--table", "harbour.txt").out
    assert "4  no source  is thought: The dredger to have sunk  hedged\n" in out
    assert out.endswith("1 not named, 1 with no source, 1\nhedged, 1 negated\n\n")


def test_grouped_by_source_each_is_named_once(run: Run) -> None:
    out = run("facts", "--table", "--by", "source", "harbour.txt").out
    firsts = re.findall(r"^ +\d+ {2}(.{12})", out, re.MULTILINE)
    assert [first.strip() for first in firsts] == ["Ada Brandt", "", "The mayor", "no source"]


def test_an_explained_table_shows_rank_score_and_reasons(run: Run, samples: Path) -> None:
    out = run("summarize", "--table", "--explain", samples / "agency.txt").out
    assert re.search(r"^Line +Rank +Score +Sentence$", out, re.MULTILINE)


@pytest.mark.parametrize(
    ("environment", "options", "coloured"),
    [
        pytest.param({}, [], {"terminal"}, id="as it is"),
        pytest.param({"NO_COLOR": "1"}, [], set(), id="NO_COLOR"),
        pytest.param({"NO_COLOR": ""}, [], {"terminal"}, id="NO_COLOR empty"),
        pytest.param({"TERM": "dumb"}, [], set(), id="dumb"),
        pytest.param({"FORCE_COLOR": "1"}, [], {"terminal", "pipe"}, id="FORCE_COLOR"),
        pytest.param({"FORCE_COLOR": "1", "NO_COLOR": "1"}, [], set(), id="both"),
        pytest.param({"FORCE_COLOR": "1"}, ["--no-color"], set(), id="--no-color"),
        pytest.param({"FORCE_COLOR": "1"}, ["--color", "never"], set(), id="never"),
        pytest.param({"NO_COLOR": "1"}, ["--color=always"], {"terminal", "pipe"}, id="always"),
    ],
)
def test_colour_is_as_told(
    environment: dict[str, str],
    options: list[str],
    coloured: set[str],
    run: Run,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    argv = ("facts", "--table", *options, "harbour.txt")
    outs = {"terminal": run(*argv, terminal=TERMINAL).out, "pipe": run(*argv).out}
    assert {name for name, out in outs.items() if "\x1b[" in out} == coloured


def test_errors_are_coloured_by_their_own_stream(run: Run) -> None:
    result = run("facts", "missing.txt", terminal=("stderr",))
    shown = "\r\x1b[K\x1b[31mnewsbrief:\x1b[0m missing.txt: no such file or directory\n"
    assert result.err == shown
    assert run("facts", "missing.txt", terminal=TERMINAL).err.startswith("newsbrief: ")
