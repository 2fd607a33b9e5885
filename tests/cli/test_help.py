"""The help of every command there is, and the variables that set its shared options."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
from typer.main import get_command

from newsbrief.cli.app import app
from newsbrief.cli.commands import naming

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Run

COMMANDS: dict[str, Any] = get_command(app).commands  # type: ignore[attr-defined]
SHARED = "\nShared options:\n"
VARIABLES = {
    param.envvar: param
    for command in COMMANDS.values()
    for param in command.params
    if getattr(param, "envvar", None)
}


@pytest.mark.parametrize("columns", ["40", "80", "200"])
@pytest.mark.parametrize("name", ["", *COMMANDS])
def test_no_line_of_help_is_longer_than_80_columns(
    name: str, columns: str, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    out = run(*filter(None, [name]), "--help").out
    assert max(map(len, out.splitlines())) <= 80


@pytest.mark.parametrize("name", COMMANDS)
def test_examples_come_before_any_option(name: str, run: Run) -> None:
    before, _, _ = run(name, "--help").out.partition("ptions:\n")
    examples = re.findall(r"^    newsbrief \S", before, re.MULTILINE)
    assert len(examples) >= 2


@pytest.mark.parametrize("name", COMMANDS)
def test_own_options_come_before_those_of_all_commands(name: str, run: Run) -> None:
    params = [param for param in COMMANDS[name].params if param.param_type_name == "option"]
    shared = [param for param in params if param.rich_help_panel]
    own = [param for param in params if not param.rich_help_panel]
    before, heading, after = run(name, "--help").out.partition(SHARED)
    assert bool(heading) == bool(shared)
    for param, text in [*((p, before) for p in own), *((p, after) for p in shared)]:
        assert param.hidden or f" {param.opts[0]}" in text


@pytest.mark.parametrize(
    ("name", "told"),
    [
        pytest.param("facts", "Write to FILE, completely or not at all.", id="a result"),
        pytest.param("facts", "Add the text of the article to JSON.", id="text in JSON"),
        pytest.param("facts", "[default: 30 for an address]", id="no limit"),
        pytest.param("corpus", "Write the archive to FILE; until it is complete,", id="an archive"),
        pytest.param("corpus", "Add the text of the article to its record.", id="text in records"),
        pytest.param("corpus", "[default: 120, and 30 for an address to answer]", id="a limit"),
        pytest.param("corpus", "[default: as many as there are cores]", id="all cores"),
    ],
)
def test_the_help_of_a_shared_option_is_true_of_its_command(name: str, told: str, run: Run) -> None:
    assert told in " ".join(run(name, "--help").out.split())


def test_the_help_of_newsbrief_groups_all_commands(run: Run) -> None:
    out = run("--help").out
    sections = re.findall(r"^(\S.*):\n((?:  .*\n)+)", out, re.MULTILINE)
    listed = [
        line.split()[0]
        for name, rows in sections
        if name != "Options"
        for line in rows.splitlines()
    ]
    assert sorted(listed) == sorted(COMMANDS)
    assert len(sections) >= 4
    assert sections[-1][0] == "Options"


@pytest.mark.parametrize("name", COMMANDS)
def test_help_names_the_variable_of_every_option_it_can_set(name: str, run: Run) -> None:
    _, _, environment = run(name, "--help").out.partition("\nEnvironment:\n")
    named = re.findall(r"NEWSBRIEF_\w+", environment)
    assert named == [
        param.envvar for param in COMMANDS[name].params if getattr(param, "envvar", None)
    ]


@pytest.mark.parametrize("variable", VARIABLES)
def test_a_variable_is_called_as_its_option(variable: str) -> None:
    option = max(VARIABLES[variable].opts, key=len)
    assert variable == "NEWSBRIEF_" + option.strip("-").replace("-", "_").upper()


@pytest.mark.parametrize(
    "variable", [name for name, param in VARIABLES.items() if param.is_flag or param.callback]
)
def test_a_bad_value_is_a_line_that_names_the_variable(
    variable: str, run: Run, samples: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(variable, "zz\x1bz\nz")
    result = run("facts", samples / "brief.txt")
    assert (result.code, result.out, result.err.count("\n")) == (2, "", 1)
    assert result.err.startswith(f"newsbrief: invalid value for {variable}: ")
    assert "\x1b" not in result.err


@pytest.mark.parametrize(
    ("variables", "options", "start"),
    [
        pytest.param({}, [], "summary\t", id="text"),
        pytest.param({"NEWSBRIEF_FORMAT": "TSV"}, [], "file\tsection", id="format"),
        pytest.param({"NEWSBRIEF_FORMAT": "tsv"}, ["--json"], "[\n{", id="an option comes first"),
        pytest.param({"NEWSBRIEF_FORMAT": ""}, [], "summary\t", id="empty is not set"),
        pytest.param(
            {"NEWSBRIEF_FORMAT": "table", "NEWSBRIEF_COLOR": "always"}, [], "\x1b[1m", id="colour"
        ),
        pytest.param(
            {"NEWSBRIEF_FORMAT": "table", "NEWSBRIEF_COLOR": "always"},
            ["--no-color"],
            "Museum",
            id="--no-color comes first",
        ),
        pytest.param(
            {"NEWSBRIEF_FORMAT": "table", "NEWSBRIEF_COLOR": "never", "FORCE_COLOR": "1"},
            [],
            "Museum",
            id="it comes before FORCE_COLOR",
        ),
        pytest.param(
            {"NEWSBRIEF_FORMAT": "jsonl", "NEWSBRIEF_WITH_TEXT": "yes"},
            [],
            '{"schema": 2, "file": "brief.txt", "title": "Museum',
            id="a flag",
        ),
    ],
)
def test_variables_set_the_options_of_that_name(  # noqa: PLR0913, PLR0917
    variables: dict[str, str],
    options: list[str],
    start: str,
    run: Run,
    samples: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(samples)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    result = run("brief", "brief.txt", *options)
    assert (result.code, result.err) == (0, "")
    assert result.out.startswith(start)
    assert ('"text": "Museum' in result.out) == ("NEWSBRIEF_WITH_TEXT" in variables)


@pytest.mark.parametrize(
    ("value", "told"), [("0", True), ("off", True), ("1", False), ("On", False)]
)
def test_a_flag_can_be_switched_off(
    value: str,
    run: Run,
    samples: Path,
    monkeypatch: pytest.MonkeyPatch,
    *,
    told: bool,
) -> None:
    monkeypatch.setenv("NEWSBRIEF_QUIET", value)
    assert bool(run("facts", samples / "languages" / "de.txt").err) == told


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_is_made_without_the_others(name: str) -> None:
    alone: Any = get_command(naming([name, "--help"], app))
    assert [*alone.commands] == [name]


@pytest.mark.parametrize("arguments", [[], ["--help"], ["fact"], ["article.txt", "facts"]])
def test_what_names_no_command_has_all_of_them(arguments: list[str]) -> None:
    assert naming(arguments, app) is app
