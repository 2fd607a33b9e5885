"""What brief and digest write: their JSON is a contract too, and all formats say the same."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

import newsbrief

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Run

FACT = [
    *("kind", "quote", "negated", "hedged", "confidence"),
    *("source", "cue", "claim", "refers", "line", "sentence", "optional", "within"),
]
FIGURE = ["kind", "text", "start", "end", "value", "unit"]
FORMATS = ["table", "text", "json", "jsonl", "csv", "tsv", "markdown"]


@pytest.fixture
def flood(samples: Path) -> list[Path]:
    return sorted((samples / "flood").glob("*.txt"))


# brief


def test_a_brief_in_json_has_these_keys(run: Run, harbour: Path) -> None:
    result = run("brief", "--json", harbour)
    [record] = json.loads(result.out)
    assert list(record) == [
        *("schema", "file", "title", "byline", "date", "outlet", "url", "language"),
        *("summary", "sources", "figures", "unnamed"),
    ]
    [summary] = json.loads(run("summarize", "--json", harbour).out)
    [facts] = json.loads(run("facts", "--json", harbour).out)
    assert record["summary"] == summary["summary"]
    assert [list(source) for source in record["sources"]] == [["name", "type", "role", "facts"]]
    assert [(s["name"], s["facts"]) for s in record["sources"]] == [
        ("Ada Brandt", [facts["facts"][1], facts["facts"][3]])
    ]
    assert record["unnamed"] == [facts["facts"][0], facts["facts"][2]]
    assert list(record["unnamed"][0]) == FACT
    assert (result.code, result.err) == (0, "")


@pytest.mark.parametrize(
    ("options", "kept"),
    [
        pytest.param(["--min-confidence", "0"], [0, 1, 2, 3], id="all"),
        pytest.param(["--min-confidence", "0.6"], [0, 1, 3], id="the surer ones"),
        pytest.param(["--min-confidence", "1"], [], id="none"),
    ],
)
def test_a_brief_has_the_facts_that_are_asked_for(
    options: list[str], kept: list[int], run: Run, harbour: Path
) -> None:
    [record] = json.loads(run("brief", "--json", harbour, "-n", "1", *options).out)
    [every] = json.loads(run("facts", "--json", harbour).out)
    listed = [fact for source in record["sources"] for fact in source["facts"]]
    claims = sorted(fact["claim"]["spans"] for fact in [*listed, *record["unnamed"]])
    assert claims == sorted(every["facts"][index]["claim"]["spans"] for index in kept)
    assert len(record["summary"]) == 1


def test_a_brief_has_optional_facts_where_all_are_asked_for(run: Run, talks: Path) -> None:
    for options, names in (([], ["Ostrand Courier"]), (["--all"], ["Ostrand Courier", "Ida Holm"])):
        [record] = json.loads(run("brief", "--json", talks, *options).out)
        assert [source["name"] for source in record["sources"]] == names


def test_figures_in_json_have_these_keys(run: Run, samples: Path) -> None:
    [record] = json.loads(run("brief", "--json", samples / "business.txt").out)
    first = record["figures"][0]
    assert list(first) == ["text", "start", "end", "line", "figures"]
    assert [list(figure) for figure in first["figures"]] == [FIGURE] * len(first["figures"])
    money = [f for row in record["figures"] for f in row["figures"] if f["text"] == "€1.87 billion"]
    assert [(f["kind"], f["value"], f["unit"]) for f in money] == [("money", 1.87e9, "€")]


def test_a_brief_in_rows(run: Run, harbour: Path) -> None:
    found = run("brief", "--csv", harbour).rows
    assert list(found[0]) == [
        *("file", "section", "about", "role", "why", "cue", "text", "kind"),
        *("line", "start", "end"),
    ]
    assert [
        (r["section"], r["about"]) for r in found if r["section"] in {"sources", "unnamed"}
    ] == [
        ("sources", "Ada Brandt"),
        ("sources", "Ada Brandt"),
        ("unnamed", "The mayor"),
        ("unnamed", ""),
    ]
    assert {r["file"] for r in found} == {str(harbour)}


def test_a_brief_in_text_and_markdown(run: Run, harbour: Path) -> None:
    lines = run("brief", harbour).out.splitlines()
    assert "unnamed\tThe mayor\tsaid\tthe harbour would open in May\t\t" in lines
    page = run("brief", "-f", "markdown", harbour).out
    assert page.startswith("## Harbour plan splits the council\n\n### Summary\n\n- ")
    assert "\n\n### Who says what\n\n- **Ada Brandt** *" in page
    assert page.endswith(
        "### No named source\n\n"
        "- **The mayor** *said*: the harbour would open in May\n"
        "- *is thought*: The dredger to have sunk\n"
    )


def test_a_brief_in_a_table_names_a_source_once(run: Run, harbour: Path) -> None:
    out = run("brief", "-f", "table", harbour).out
    section = out[out.index("Who says what") :]
    assert section.count("Ada Brandt") == 1
    assert "[the council]" in " ".join(out.split())


# digest


def test_a_digest_in_json_has_these_keys(run: Run, flood: list[Path]) -> None:
    result = run("digest", "--json", *flood)
    [record] = json.loads(result.out)
    assert list(record) == ["schema", "files", "articles", "copies", "summary", "claims"]
    assert record["copies"] == []
    assert record["files"] == list(map(str, flood))
    assert [list(article) for article in record["articles"]] == [
        ["file", "title", "byline", "date", "outlet", "url", "language"]
    ] * len(flood)
    assert [list(s) for s in record["summary"]] == [["file", "text", "start", "end", "line"]] * 5
    for claim in record["claims"]:
        assert list(claim) == ["text", "standing", "articles", "sources", "sayings"]
        assert {saying["file"] for saying in claim["sayings"]} <= set(record["files"])
        assert len({saying["file"] for saying in claim["sayings"]}) == claim["articles"]
        assert all(list(saying) == ["file", "agrees", *FACT] for saying in claim["sayings"])
    assert (result.code, result.err) == (0, "")


def test_all_of_a_digest_is_in_each_format(run: Run, flood: list[Path]) -> None:
    digest = newsbrief.digest([newsbrief.read(path) for path in flood], sentences=2)
    found = run("digest", "--csv", "-n", 2, *flood).rows
    assert list(found[0]) == (
        [
            "file",
            "section",
            "claim",
            "articles",
            "agrees",
            "source",
            "cue",
            "text",
            "line",
            "start",
            "end",
        ]
    )
    assert [r["text"] for r in found] == [
        *(row.sentence.text for row in digest.summary),
        *(row.fact.claim.text for claim in digest.claims for row in claim.facts),
    ]
    lines = run("digest", "-n", 2, *flood).out.splitlines()
    assert len(lines) == len(digest.summary) + len(digest.claims)
    page = run("digest", "-n", 2, "-f", "markdown", *flood).out
    assert page.count("\n| ") == len(digest.claims) + 2
    table = run("digest", "-n", 2, "-f", "table", *flood).out
    assert all(" ".join(c.text.split()[:2]) in " ".join(table.split()) for c in digest.claims)


def test_a_digest_says_which_files_carry_one_text(
    run: Run, flood: list[Path], tmp_path: Path
) -> None:
    copy = tmp_path / "copy.txt"
    copy.write_text(flood[0].read_text(encoding="utf-8"), encoding="utf-8")
    names = [str(flood[0]), str(copy)]
    [record] = json.loads(run("digest", "--json", *names).out)
    assert record["copies"] == [names]
    first, *_ = run("digest", "--csv", *names).rows
    assert (first["file"], first["section"], first["text"]) == (names[1], "same text", names[0])
    line = "; ".join(names)
    assert run("digest", *names).out.startswith(f"same text\tcounts as one article\t{line}\n")
    for format_ in ("markdown", "table"):
        out = "".join(run("digest", "-f", format_, *names).out.split())
        assert "Thesametext,countedasonearticle:" in out


def test_one_bad_file_does_not_stop_a_digest(run: Run, flood: list[Path], tmp_path: Path) -> None:
    result = run("digest", "--json", flood[0], tmp_path / "none.txt", flood[1])
    assert result.code == 1
    assert "none.txt" in result.err
    [record] = json.loads(result.out)
    assert record["files"] == [str(flood[0]), str(flood[1])]


def test_nothing_to_digest_is_no_result(run: Run, tmp_path: Path) -> None:
    assert run("digest", "--json", tmp_path / "none.txt")[:2] == (1, "")
    assert run("digest", stdin=b" \n")[:2] == (1, "")


# both


@pytest.mark.parametrize("command", ["brief", "digest"])
@pytest.mark.parametrize("name", FORMATS)
def test_each_format_is_the_same_twice(command: str, name: str, run: Run, harbour: Path) -> None:
    first = run(command, "-f", name, harbour)
    assert first.code == 0
    assert first.out
    assert "\x1b" not in first.out
    assert run(command, "-f", name, harbour) == first


@pytest.mark.parametrize("command", ["brief", "digest"])
def test_text_is_never_wrapped(
    command: str, run: Run, harbour: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wide = run(command, harbour).out
    monkeypatch.setenv("COLUMNS", "20")
    monkeypatch.setenv("TERM", "dumb")
    assert run(command, harbour).out == wide


def test_another_language_has_a_summary_and_no_claims(run: Run, samples: Path) -> None:
    result = run("brief", "--json", samples / "languages" / "fr.txt")
    [record] = json.loads(result.out)
    assert len(record["summary"]) == 3
    assert (record["sources"], record["unnamed"]) == ([], [])
    assert "English only" in result.err
    assert result.code == 0


SHUT = "The quay at Ostrand was shut on Monday after waves broke the wall of the harbour."


@pytest.mark.parametrize(
    ("texts", "heading"),
    [
        pytest.param([f"Quay is shut\n\n{SHUT}", f"Hail\n\n{SHUT}"], "Quay is shut", id="first"),
        pytest.param([SHUT, f"Quay is shut\n\n{SHUT}"], "Quay is shut", id="the only one"),
        pytest.param([SHUT, f"{SHUT} It rained."], "Articles together", id="none"),
    ],
)
def test_a_digest_has_a_heading(texts: list[str], heading: str, run: Run, tmp_path: Path) -> None:
    paths = [tmp_path / f"{number}.txt" for number in range(len(texts))]
    for path, text in zip(paths, texts, strict=True):
        path.write_text(text, "utf-8")
    assert run("digest", "--markdown", *paths).out.startswith(f"## {heading}\n\n- ")
    assert run("digest", "--table", *paths).out.startswith(f"{heading}\n")


def test_a_digest_counts_what_stands_how(
    run: Run, samples: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    out = run("digest", "--table", *sorted((samples / "flood").iterdir())).out
    counts = r"^\d+ claims of 5 articles, \d+ corroborated, \d+ single source"
    assert re.search(counts, out, re.MULTILINE)
    assert "flood/" not in out, "the folder that all are in"
    assert re.search(r"^but State Emergency Office said: ", out, re.MULTILINE)
