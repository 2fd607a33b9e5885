"""Role, why and nesting in every format: all there, and harmless whatever they hold."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

import newsbrief
from newsbrief.attribution import take
from newsbrief.cli.facts_view import nested

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Run

WHY = "@present at the talks"
ROLE = "=chief \x1b[1meconomist|[b] of *North* Bank"
TALKS_AT_80 = """\
Talks on the harbour resume  talks.txt
Line  Source                Claim                                     Kind
────────────────────────────────────────────────────────────────────────────────
   3  Ostrand Courier       reported: The price was 2 million, an     statement
                            aide @present at the talks said           indirect
   3    an aide @present      said: The price was 2 million           statement
        at the talks                                                  indirect
        not named                                                     nested
   4  Ida Holm              hopes for: a deal                         feeling
      =chief                                                          indirect
      �[1meconomist|[b] of                                            optional
      *North* Bank
   4  the aide              said: "No,"                               statement
      not named                                                       direct
      @present at the
      talks
4 claims by 4 sources, 2 not named

"""


def facts(run: Run, *argv: object) -> list[dict[str, Any]]:
    """The facts that the command line lists as JSON."""
    [record] = json.loads(run("facts", "--json", *argv).out)
    listed: list[dict[str, Any]] = record["facts"]
    return listed


def test_a_source_in_json_has_these_keys(run: Run, talks: Path) -> None:
    text = talks.read_text(encoding="utf-8")
    aide, paper, holm, again = facts(run, "--all", talks)
    start = text.index(WHY)
    why = {"text": WHY, "spans": [[start, start + len(WHY)]]}
    assert aide["source"] == {
        "text": f"an aide {WHY}",
        "spans": [[start - len("an aide "), start + len(WHY)]],
        "name": None,
        "type": "unnamed",
        "role": None,
        "why": why,
    }
    assert again["source"]["why"] == why, "the words stand where they stand"
    assert (paper["source"]["name"], paper["source"]["type"]) == ("Ostrand Courier", "organisation")
    role = holm["source"]["role"]
    assert role["text"] == ROLE
    assert [text[start:end] for start, end in role["spans"]] == [ROLE]
    assert [fact["optional"] for fact in (aide, paper, holm, again)] == [False, False, True, False]


@pytest.mark.parametrize(
    ("options", "claims", "within"),
    [
        pytest.param([], ["The", "The", '"No,"'], [1, None, None], id="as it is"),
        pytest.param(["--all"], ["The", "The", "a", '"No,"'], [1, None, None, None], id="all"),
        pytest.param(["--unnamed"], ["The", '"No,"'], [None, None], id="the outer one is hidden"),
        pytest.param(["--source", "courier"], ["The"], [None], id="the inner one is hidden"),
        pytest.param(["--source", "AT THE"], ["The"], [None], id="by its words"),
        pytest.param(
            ["--all", "--by", "source"],
            ["The", "The", "a", '"No,"'],
            [1, None, None, None],
            id="by source",
        ),
    ],
)
def test_within_counts_what_is_listed(
    options: list[str], claims: list[str], within: list[int | None], run: Run, talks: Path
) -> None:
    found = facts(run, talks, *options)
    assert [fact["claim"]["text"].split()[0] for fact in found] == claims
    assert [fact["within"] for fact in found] == within
    for page in ("--markdown", "--table"):
        nested = [w for w in within if w is not None]
        assert run("facts", page, talks, *options).out.count("nested") == len(nested)


@pytest.mark.parametrize(
    ("options", "numbers"),
    [
        pytest.param([], "0 1 2", id="as it is"),
        pytest.param(["--all"], "0 1 2 3", id="all"),
        pytest.param(["--all", "--by", "source"], "0 1 2 3", id="by source"),
        pytest.param(["--unnamed"], "0 2", id="not named"),
        pytest.param(["--unnamed", "--by", "source"], "0 2", id="not named, by source"),
        pytest.param(["--source", "AT THE"], "0", id="of a source"),
        pytest.param(["--source", "courier"], "1", id="of the outer one"),
        pytest.param(["--all", "--kind", "feeling"], "2", id="of a kind"),
        pytest.param(["--source", "nobody"], "", id="none"),
    ],
)
def test_a_row_is_the_same_whichever_are_asked_for(
    options: list[str], numbers: str, run: Run, talks: Path
) -> None:
    rows = run("facts", "--csv", talks, *options).rows
    assert " ".join(row["fact"] for row in rows) == numbers
    every = run("facts", "--csv", talks, *(["--all"] if "--all" in options else [])).rows
    assert [int(row["fact"]) for row in every] == list(range(len(every)))
    assert rows == [every[int(row["fact"])] for row in rows]
    assert every[0]["within"] == "1"


def test_within_follows_the_order(run: Run, talks: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    article = newsbrief.read(talks)
    known = newsbrief.facts(article)
    backwards = take(known, range(len(known))[::-1])
    monkeypatch.setattr(newsbrief, "facts", lambda *_, **__: backwards)
    assert [fact["within"] for fact in facts(run, talks)] == [None, None, 1]


def test_a_role_can_be_asked_for(run: Run, talks: Path) -> None:
    (fact,) = facts(run, "--all", "--source", "ECONOMIST", talks)
    assert fact["source"]["name"] == "Ida Holm"


# Tables and pages


def test_a_table_shows_what_the_words_do_not_say(
    run: Run, talks: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(talks.parent)
    assert run("facts", "--all", "--table", "talks.txt").out == TALKS_AT_80


@pytest.mark.parametrize("columns", ["1", "40", "60", "120", "200"])
@pytest.mark.parametrize("command", ["facts", "brief"])
def test_a_table_keeps_all_words_at_any_width(
    columns: str, command: str, run: Run, talks: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(talks.parent)
    monkeypatch.setenv("COLUMNS", columns)
    out = run(command, "--table", "talks.txt").out
    assert max(map(len, out.splitlines())) <= max(int(columns), 40)
    letters = "".join(out.split())
    assert all(word in letters for word in ("Ostrand", "aide", "talks", '"No,"'))


def test_grouped_by_source_role_and_why_are_shown_once(run: Run, talks: Path) -> None:
    out = run("facts", "--all", "--table", "--by", "source", talks).out
    assert out.count("economist|") == 1
    assert out.count("      not named") == 2
    assert "        an aide" not in out, "nothing is indented"


def test_in_markdown_a_nested_claim_follows_its_outer_one(run: Run, talks: Path) -> None:
    _, _, _, _, outer, inner, holm, aide = run(
        "facts", "--all", "--markdown", talks
    ).out.splitlines()
    assert outer.startswith("| the Ostrand Courier | Ostrand Courier |  | reported |")
    assert inner.startswith("| ↳ an aide @present at the talks | *not named* |  | said |")
    assert r"| =chief �\[1meconomist\|\[b\] of \*North\* Bank |" in holm
    assert aide.endswith(f'| said | "No," | {WHY} | statement, direct |')


def test_text_ends_with_name_role_and_why(run: Run, talks: Path) -> None:
    lines = run("facts", "--all", talks).out.splitlines()
    assert [line.split("\t")[3:] for line in lines] == [
        ["", "", WHY],
        ["Ostrand Courier", "", ""],
        ["Ida Holm", ROLE.replace("\x1b", "\ufffd"), ""],
        ["", "", WHY],
    ]


@pytest.mark.parametrize("name", ["csv", "tsv"])
def test_role_and_why_are_no_formulas(name: str, run: Run, talks: Path) -> None:
    out = run("facts", "--all", "-f", name, talks).out
    separator = "," if name == "csv" else "\t"
    assert f"{separator}'@present at the talks{separator}" in out
    assert f"{separator}'=chief \ufffd[1meconomist|[b] of *North* Bank{separator}" in out


def test_a_brief_counts_its_facts_through_sources_and_unnamed(run: Run, talks: Path) -> None:
    [record] = json.loads(run("brief", "--json", talks).out)
    listed = [fact for source in record["sources"] for fact in source["facts"]]
    listed += record["unnamed"]
    (inner,) = (fact for fact in listed if fact["within"] is not None)
    assert inner["source"]["name"] is None
    assert listed[inner["within"]]["source"]["name"] == "Ostrand Courier"


def test_a_brief_tells_role_and_why(run: Run, talks: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    article = newsbrief.read(talks)
    every = newsbrief.facts(article, optional=True)
    monkeypatch.setattr("newsbrief.pages.brief.facts", lambda *_, **__: every)
    [record] = json.loads(run("brief", "--json", talks).out)
    roles = {source["name"]: source["role"] for source in record["sources"]}
    assert (roles["Ostrand Courier"], roles["Ida Holm"]["text"]) == (None, ROLE)
    page = run("brief", "--markdown", talks).out
    assert r"- **Ida Holm** (=chief �\[1meconomist\|\[b\] of \*North\* Bank) *hopes for*: " in page
    assert f'- **the aide** ({WHY}) *said*: "No,"' in page
    table = run("brief", "--csv", talks).rows
    assert [(r["about"], r["role"][:7], r["why"]) for r in table if r["section"] == "unnamed"] == [
        (f"an aide {WHY}", "", f"'{WHY}"),
        ("the aide", "", f"'{WHY}"),
    ]
    assert [r["role"][:7] for r in table if r["about"] == "Ida Holm"] == ["'=chief"]


@pytest.mark.parametrize("command", ["facts", "brief", "digest"])
@pytest.mark.parametrize("name", ["table", "text", "csv", "tsv", "markdown"])
def test_nothing_steers_the_terminal(command: str, name: str, run: Run, talks: Path) -> None:
    more = ["--all"] if command == "facts" else []
    result = run(command, "-f", name, *more, talks)
    assert (result.code, result.err) == (0, "")
    assert "\x1b" not in result.out


def test_in_a_digest_within_counts_the_sayings_of_a_claim(run: Run, talks: Path) -> None:
    [record] = json.loads(run("digest", "--json", talks, talks).out)
    (claim,) = record["claims"]
    assert [saying["within"] for saying in claim["sayings"]] == [1, None, 3, None]
    assert claim["sources"] == [f"an aide {WHY}"]
    assert claim["standing"] == "single source"


# Nesting


@pytest.mark.parametrize(
    ("within", "expected"),
    [
        pytest.param([], [], id="none"),
        pytest.param([None, None], [(0, 0), (0, 1)], id="side by side"),
        pytest.param([None, 0, None], [(0, 0), (1, 1), (0, 2)], id="the inner one after"),
        pytest.param([1, None, None], [(0, 1), (1, 0), (0, 2)], id="the inner one before"),
        pytest.param([1, 2, None], [(0, 2), (1, 1), (2, 0)], id="twice"),
        pytest.param([None, 0, 0, 1], [(0, 0), (1, 1), (2, 3), (1, 2)], id="two in one"),
    ],
)
def test_each_fact_comes_below_its_outer_one(
    within: list[int | None], expected: list[tuple[int, int]], talks: Path
) -> None:
    first = newsbrief.facts(newsbrief.read(talks))[0]
    made = [replace(first, line=index, within=outer) for index, outer in enumerate(within)]
    assert [(depth, fact.line) for depth, fact in nested(made)] == expected
