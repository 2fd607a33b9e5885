"""The formats: the JSON is a contract, the rest is pinned by what reads it."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

import newsbrief

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Run


ARTICLE_KEYS = ["schema", "file", "title", "byline", "date", "outlet", "url", "language"]
SENTENCE_KEYS = ["text", "start", "end", "line", "rank", "score"]


def test_a_summary_in_json_has_these_keys(run: Run, samples: Path) -> None:
    result = run("summarize", "--json", samples / "agency.txt")
    [record] = json.loads(result.out)
    assert list(record) == [*ARTICLE_KEYS, "words", "sentences", "summary"]
    assert record["schema"] == 2
    assert record["file"] == str(samples / "agency.txt")
    assert record["title"].startswith("Straits treaty talks")
    assert [list(s) for s in record["summary"]] == [SENTENCE_KEYS] * 3
    assert record["words"] == sum(len(s["text"].split()) for s in record["summary"])
    assert record["sentences"] > 3
    text = (samples / "agency.txt").read_text(encoding="utf-8")
    for s in record["summary"]:
        assert s["text"] == " ".join(text[s["start"] : s["end"]].split())
        assert s["line"] == text.count("\n", 0, s["start"]) + 1
        types = {"rank": int, "score": float, "line": int, "start": int, "end": int}
        assert {key: type(s[key]) for key in types} == types
    assert (result.code, result.err) == (0, "")


def test_an_explained_summary_adds_reasons(run: Run, samples: Path) -> None:
    [record] = json.loads(run("summarize", "--json", "--explain", samples / "agency.txt").out)
    for s in record["summary"]:
        assert list(s) == [*SENTENCE_KEYS, "reasons"]
        assert all(list(reason) == ["name", "value"] for reason in s["reasons"])


def test_an_explained_summary_tells_what_was_passed_over(run: Run, samples: Path) -> None:
    [record] = json.loads(run("summarize", "--json", "--explain", samples / "politics.txt").out)
    last = max(record["summary"], key=lambda s: s["rank"])
    assert [s["rank"] for s in record["summary"]] == [1, 4, 2]
    [over] = record["passed_over"]
    assert (over["rank"], over["text"][:8]) == (3, "A person")
    assert [reason["name"] for reason in over["reasons"]] == ["length"]
    assert over["score"] + over["reasons"][0]["value"] < last["score"] < over["score"]
    told = "passed over for rank 4: rank 3, score 4.548, length -0.37: A person"
    for name in ("markdown", "table"):
        out = run("summarize", "--explain", "-f", name, samples / "politics.txt").out
        assert told in " ".join(out.split())


@pytest.mark.parametrize(
    "options",
    [
        pytest.param(["--explain", "-n", "1"], id="the best alone"),
        pytest.param(["--explain", "-n", "2"], id="the best two"),
        pytest.param(["--explain", "-p", "100"], id="all"),
        pytest.param(["--explain", "-w", "60"], id="chosen by words"),
        pytest.param(["--explain", "--method", "lexrank"], id="scores alone"),
        pytest.param([], id="not asked for"),
    ],
)
def test_nothing_is_told_where_nothing_was_passed_over(
    options: list[str], run: Run, samples: Path
) -> None:
    [record] = json.loads(run("summarize", "--json", *options, samples / "politics.txt").out)
    assert not record.get("passed_over")
    assert "passed over" not in run("summarize", "--table", *options, samples / "politics.txt").out


@pytest.mark.parametrize(
    ("argv", "options"),
    [
        pytest.param(["facts", "--selectors"], "--selectors", id="a pipe"),
        pytest.param(["summarize", "--selectors", "--csv"], "--selectors", id="CSV"),
        pytest.param(["text", "--with-text", "--markdown"], "--with-text", id="Markdown"),
        pytest.param(
            ["facts", "--table", "--with-text", "--selectors"],
            "--selectors and --with-text",
            id="both",
        ),
        pytest.param(["facts", "--selectors", "--with-text", "--jsonl"], "", id="JSON Lines"),
        pytest.param(["brief", "--with-text", "-f", "json"], "", id="JSON"),
        pytest.param(["facts", "--selectors", "-q"], "", id="quiet"),
        pytest.param(["facts"], "", id="in the environment"),
    ],
)
def test_an_option_that_only_json_has_is_told(
    argv: list[str], options: str, run: Run, harbour: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NEWSBRIEF_WITH_TEXT", "1")
    said = f"newsbrief: {options} without effect: only --json and --jsonl print it\n"
    result = run(*argv, harbour)
    assert (result.code, result.err) == (0, said if options else "")


def test_facts_in_json_have_these_keys(run: Run, harbour: Path) -> None:
    result = run("facts", "--json", harbour)
    [record] = json.loads(result.out)
    assert list(record) == [*ARTICLE_KEYS, "facts"]
    facts = record.pop("facts")
    assert record == {
        "schema": 2,
        "file": str(harbour),
        "title": "Harbour plan splits the council",
        **dict.fromkeys(("byline", "date", "outlet", "url", "language")),
    }
    start = harbour.read_text(encoding="utf-8").rindex("Brandt")
    assert facts[3] == {
        "kind": "denial",
        "quote": "indirect",
        "negated": True,
        "hedged": False,
        "confidence": 0.812,
        "source": {
            "text": "Brandt",
            "spans": [[start, start + 6]],
            "name": "Ada Brandt",
            "type": "person",
            "role": None,
            "why": None,
        },
        "cue": {"text": "denied", "spans": [[start + 7, start + 13]]},
        "claim": {"text": "the claim", "spans": [[start + 14, start + 23]]},
        "refers": None,
        "line": 6,
        "sentence": 5,
        "optional": False,
        "within": None,
    }
    assert list(facts[3]) == [
        *("kind", "quote", "negated", "hedged", "confidence"),
        *("source", "cue", "claim", "refers", "line", "sentence", "optional", "within"),
    ]
    assert facts[2]["source"] is None
    assert facts[2]["claim"]["text"] == "The dredger to have sunk"
    assert len(facts[2]["claim"]["spans"]) == 2


def test_what_a_claim_refers_to_is_shown_in_brackets(
    run: Run, harbour: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said, asked, sunk, denied = newsbrief.facts(newsbrief.read(harbour))
    known = (said, asked, sunk, replace(denied, refers=said.claim))
    for module in ("newsbrief", "newsbrief.pages.brief"):
        monkeypatch.setattr(f"{module}.facts", lambda *_, **__: known)
    monkeypatch.setenv("COLUMNS", "160")
    [record] = json.loads(run("facts", "--json", harbour).out)
    assert record["facts"][3]["refers"] == record["facts"][0]["claim"]
    shown = "the claim [the harbour would open in May]"
    for command in ("facts", "brief"):
        assert shown in " ".join(run(command, "--table", harbour).out.split())
        page = run(command, "--markdown", harbour).out
        assert shown.replace("[", r"\[").replace("]", r"\]") in page
    assert shown in run("brief", harbour).out
    *_, row = run("facts", "--csv", harbour).rows
    assert row["claim"] == "the claim"


def test_json_is_one_array_and_jsonl_a_line_each(run: Run, samples: Path) -> None:
    files = [samples / "brief.txt", samples / "agency.txt"]
    together = json.loads(run("summarize", "-f", "json", *files).out)
    lines = run("summarize", "-f", "jsonl", *files).out.splitlines()
    assert [json.loads(line) for line in lines] == together
    assert [record["file"] for record in together] == [str(file) for file in files]


def test_json_keeps_letters_and_escapes_what_steers_a_terminal(run: Run) -> None:
    text = "Émile said “no” to \x1b[31m, \x9b1m and \u202eevil.\n".encode()
    out = run("summarize", "--jsonl", stdin=text).out
    assert "Émile said “no”" in out
    assert r"\u001b[31m" in out
    assert r"\u009b1m and \u202eevil" in out
    assert "\x9b" not in out


@pytest.mark.parametrize("name", ["csv", "tsv"])
def test_rows_are_read_back_by_the_csv_module(name: str, run: Run, harbour: Path) -> None:
    out = run("facts", "-f", name, harbour).out
    dialect = csv.excel if name == "csv" else csv.excel_tab
    rows = list(csv.DictReader(io.StringIO(out, newline=""), dialect=dialect))
    claim = harbour.read_text(encoding="utf-8").rindex("the claim")
    assert rows[1]["claim"] == '"We [the council] were never asked, [/b]"'
    assert rows[3] == {
        "file": str(harbour),
        "fact": "3",
        "within": "",
        "line": "6",
        "sentence": "5",
        "kind": "denial",
        "quote": "indirect",
        "negated": "true",
        "hedged": "false",
        "optional": "false",
        "confidence": "0.812",
        "source": "Brandt",
        "name": "Ada Brandt",
        "type": "person",
        "role": "",
        "why": "",
        "cue": "denied",
        "claim": "the claim",
        "start": str(claim),
        "end": str(claim + len("the claim")),
        "title": "Harbour plan splits the council",
        "byline": "",
        "date": "",
        "outlet": "",
        "url": "",
    }
    assert (rows[2]["source"], rows[2]["type"]) == ("", "")


def test_rows_say_of_the_article_what_json_says(run: Run, tmp_path: Path) -> None:
    known = {
        "title": "Quay is shut",
        "byline": "Jane Roe",
        "date": "2026-05-04",
        "outlet": "Coast News",
        "url": "https://coast.example/quay",
    }
    text = "The quay is shut, the mayor said."
    news = tmp_path / "news.json"
    news.write_text(json.dumps([{**known, "text": text}, {"text": text}]), encoding="utf-8")
    first, last = run("facts", "--csv", news).rows
    assert list(first)[-5:] == list(known)
    assert {key: first[key] for key in known} == known
    assert {last[key] for key in known} == {""}
    [record, _] = json.loads(run("facts", "--json", news).out)
    assert {key: record[key] for key in known} == known
    with_context = run("facts", "--csv", "--context", news).rows
    assert list(with_context[0])[-7:] == [*known, "context_before", "context"]


def test_csv_ends_lines_as_rfc_4180_has_it_and_tsv_as_unix(run: Run, harbour: Path) -> None:
    comma = run("facts", "--csv", harbour).out
    tab = run("facts", "--tsv", harbour).out
    assert comma.count("\r\n") == comma.count("\n") == tab.count("\n") == 5
    assert "\r" not in tab


@pytest.mark.parametrize(
    ("opening", "shown"),
    [
        pytest.param("=SUM(A1) was in the leak.", "'=SUM(A1) was in the leak.", id="equals"),
        pytest.param("@minister wrote it.", "'@minister wrote it.", id="at"),
        pytest.param("-3 degrees were measured.", "'-3 degrees were measured.", id="minus"),
        pytest.param("'=1 was the reply.", "''=1 was the reply.", id="guarded by itself"),
        pytest.param("'Tis so = so.", "'Tis so = so.", id="harmless"),
    ],
)
@pytest.mark.parametrize("name", ["csv", "tsv"])
def test_no_cell_is_a_formula(name: str, opening: str, shown: str, run: Run) -> None:
    text = f"The leak was found in May by two clerks of the ministry. {opening}\n".encode()
    out = run("summarize", "-f", name, stdin=text).out
    assert any(line.endswith((f",{shown}", f"\t{shown}")) for line in out.splitlines())
    assert opening in run("summarize", "--jsonl", stdin=text).out


def test_text_is_a_line_for_each_fact(run: Run, harbour: Path) -> None:
    assert run("facts", harbour).out == (
        "The mayor\tsaid\tthe harbour would open in May\t\t\t\n"
        'Ada Brandt\ttold \ufffd[31mreporters\t"We [the council] were never asked, [/b]"'
        "\tAda Brandt\t\t\n"
        "\tis thought\tThe dredger to have sunk\t\t\t\n"
        "Brandt\tdenied\tthe claim\tAda Brandt\t\t\n"
    )


def test_text_of_several_inputs_names_them(run: Run, harbour: Path, samples: Path) -> None:
    out = run("facts", harbour, samples / "brief.txt").out
    assert all(line.startswith(f"{harbour}\t") for line in out.splitlines())
    lines = run("summarize", "-n1", harbour, samples / "brief.txt").out.splitlines()
    assert [line.partition("\t")[0] for line in lines] == [
        str(harbour),
        str(samples / "brief.txt"),
    ]


@pytest.mark.parametrize("columns", ["1", "40", "200"])
def test_text_does_not_depend_on_the_terminal(
    columns: str, run: Run, samples: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = run("summarize", samples / "wire.txt").out
    assert max(map(len, plain.splitlines())) > 80
    monkeypatch.setenv("COLUMNS", columns)
    monkeypatch.setenv("TERM", "dumb")
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert run("summarize", samples / "wire.txt").out == plain
    assert "\x1b" not in plain


def test_explained_text_tells_score_and_reasons_first(run: Run, samples: Path) -> None:
    plain = run("summarize", samples / "agency.txt").out.splitlines()
    explained = run("summarize", "--explain", samples / "agency.txt").out.splitlines()
    [record] = json.loads(run("summarize", "--explain", "--json", samples / "agency.txt").out)
    for sentence, line, of_json in zip(plain, explained, record["summary"], strict=True):
        score, reasons, last = line.split("\t")
        assert float(score) == pytest.approx(of_json["score"], abs=0.0006)
        named = [reason.rpartition(" ") for reason in reasons.split(", ")]
        first = of_json["reasons"][: len(named)]
        assert [name for name, _, _ in named] == [reason["name"] for reason in first]
        values = [reason["value"] for reason in first]
        assert [float(value) for _, _, value in named] == pytest.approx(values, abs=0.006)
        assert last == sentence


def test_markdown_shows_words_as_they_are(run: Run, harbour: Path) -> None:
    assert run("facts", "--markdown", harbour).out == (
        "## Harbour plan splits the council\n"
        "\n"
        "| Source | Name | Role | Cue | Claim | Why | Kind |\n"
        "| --- | --- | --- | --- | --- | --- | --- |\n"
        "| The mayor | *not named* |  | said | the harbour would open in May |  "
        "| statement, indirect |\n"
        "| Ada Brandt | Ada Brandt |  | told \ufffd\\[31mreporters "
        '| "We \\[the council\\] were never asked, \\[/b\\]" |  | statement, direct |\n'
        "| *no source* |  |  | is thought | The dredger to have sunk |  "
        "| belief, indirect, hedged |\n"
        "| Brandt | Ada Brandt |  | denied | the claim |  | denial, indirect, negated |\n"
    )


def test_markdown_of_summaries_is_a_list_each(run: Run) -> None:
    text = "*Stars* rose 5% on Monday in Oslo, the exchange said. Nobody knows why they did.\n"
    assert run("summarize", "--markdown", stdin=text.encode()).out == (
        "## standard input\n\n"
        "- \\*Stars\\* rose 5% on Monday in Oslo, the exchange said.\n"
        "- Nobody knows why they did.\n"
    )


def test_no_facts_are_an_empty_result_in_each_format(run: Run, harbour: Path) -> None:
    nobody = ("facts", harbour, "--source", "Nobody")
    assert run(*nobody).out == ""
    assert json.loads(run(*nobody, "--json").out)[0]["facts"] == []
    assert run(*nobody, "--csv").out.startswith("file,fact,within,line,")
    assert run(*nobody, "--csv").out.count("\n") == 1
    assert run(*nobody).code == 0


@pytest.mark.parametrize(
    ("options", "said"),
    [
        pytest.param(["--source", "Nobody"], "No match among 4 attributed claims.", id="a filter"),
        pytest.param(["--min-confidence", "1"], "No match among 4 attrib", id="confidence"),
        pytest.param(["--by", "source", "--source", "Nobody"], "No match among 4", id="by source"),
        pytest.param(["--quotes"], "1 claim by 1 source", id="one is left"),
    ],
)
def test_a_table_says_whether_there_are_no_claims_or_no_such_ones(
    options: list[str], said: str, run: Run, harbour: Path
) -> None:
    assert said in run("facts", "--table", harbour, *options).out
    none = run("facts", "--table", *options, stdin=b"It rained.\n").out
    assert "No attributed claims." in none


@pytest.mark.parametrize(
    ("options", "numbers"),
    [
        pytest.param(["--min-confidence", "0"], "0123", id="all"),
        pytest.param(["--min-confidence", "0.6"], "013", id="the surer ones"),
        pytest.param(["--by", "source"], "1302", id="by source"),
        pytest.param(
            ["--by", "source", "--kind", "denial", "--kind", "statement"], "130", id="some"
        ),
    ],
)
def test_a_row_keeps_its_number(options: list[str], numbers: str, run: Run, harbour: Path) -> None:
    rows = run("facts", "--csv", harbour, *options).rows
    assert "".join(row["fact"] for row in rows) == numbers
    every = run("facts", "--csv", harbour).rows
    assert rows == [every[int(row["fact"])] for row in rows]


def test_the_same_input_gives_the_same_bytes(run: Run, samples: Path) -> None:
    files = sorted(samples.glob("*.txt"))
    for command in ("summarize", "facts"):
        assert run(command, "--json", *files).out == run(command, "--json", *files).out
