"""What ``sources`` reads and writes."""

from __future__ import annotations

import gzip
import json
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

from newsbrief import GroupCount
from newsbrief.cli.sources_text import group_cells, totals
from newsbrief.formats import extras
from newsbrief.pages.source_audit import Counts

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Result, Run

FORMATS = ["table", "text", "json", "jsonl", "csv", "tsv", "markdown"]
COUNTS = ["articles", "claims", "direct", "direct_share", "words_quoted", "words_reported"]
UNNAMED = ["unnamed", "unnamed_share", "unsourced", "unsourced_share"]
SOURCE = ["name", "type", "role", *COUNTS, "first", "last", "outlets"]
HOSTILE = "=cmd|[/b] $\\frac$ \x1b[31m<script>\uffff"


@pytest.fixture
def articles(samples: Path) -> Path:
    return samples / "dunmore" / "articles.jsonl"


@pytest.fixture
def people(samples: Path) -> Path:
    return samples / "dunmore" / "people.csv"


@pytest.fixture
def saved(run: Run, articles: Path, tmp_path: Path) -> Path:
    """The facts of ``articles`` as ``facts`` writes them."""
    path = tmp_path / "facts.jsonl"
    assert run("facts", "--jsonl", "-o", path, articles).code == 0
    return path


@pytest.fixture
def hostile(saved: Path, tmp_path: Path) -> Path:
    """Saved facts whose names, roles and outlets are hostile."""
    path = tmp_path / "hostile.jsonl"
    rows = [json.loads(line) for line in saved.read_text(encoding="utf-8").splitlines()]
    for row in rows:
        row["outlet"] = HOSTILE
        for fact in row["facts"]:
            if fact["source"]:
                fact["source"]["name"] = HOSTILE
                fact["source"]["role"] = {"text": HOSTILE, "spans": [[0, 1]]}
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    return path


def record(result: Result) -> dict[str, object]:
    (found,) = json.loads(result.out)
    assert isinstance(found, dict)
    return found


def test_the_json_has_these_keys(run: Run, articles: Path, people: Path) -> None:
    result = run("sources", "--json", "--by", "outlet,month", "--people", people, articles)
    found = record(result)
    assert list(found) == ["schema", *COUNTS, *UNNAMED, "sources", "groups", "people"]
    sources = found["sources"]
    assert isinstance(sources, list)
    keys = ["name", "type", "role", "roles", *COUNTS, "first", "last", "outlets", "people"]
    assert [list(source) for source in sources] == [keys] * len(sources)
    assert sources[0]["people"] == {"gender": "female", "beat": "politics"}
    groups = found["groups"]
    assert isinstance(groups, list)
    assert [list(group) for group in groups] == [["outlet", "month", *COUNTS, *UNNAMED]] * 4
    told = found["people"]
    assert isinstance(told, dict)
    assert list(told) == ["shares", "unmatched", "ambiguous"]
    assert told["shares"]["gender"][0] == {
        "value": "female",
        "sources": 3,
        "claims": 10,
        "direct": 4,
        "share": 0.769,
    }
    assert told["unmatched"] == ["Jonas Pell"]
    assert "no source has this name: Jonas Pell" in result.err
    assert result.code == 0


def test_two_of_one_name_are_two_rows(run: Run, articles: Path) -> None:
    found = run("sources", "--csv", articles).rows
    assert list(found[0]) == SOURCE
    assert [(r["role"], r["claims"]) for r in found if r["name"] == "Ann Lee"] == [
        ("Dunmore's mayor", "6"),
        ("Rovers striker", "2"),
        ("", "1"),
    ]
    assert (found[0]["first"], found[0]["outlets"]) == ("2026-03-04", "Coast Gazette; Valley Post")


def test_rows_are_groups_where_articles_are_grouped(run: Run, articles: Path) -> None:
    found = run("sources", "--csv", "--by", "outlet", articles).rows
    assert list(found[0]) == ["outlet", "month", *COUNTS, *UNNAMED]
    assert [(r["outlet"], r["month"], r["articles"]) for r in found] == [
        ("Coast Gazette", "", "3"),
        ("Valley Post", "", "3"),
    ]


def test_columns_of_people_are_columns_of_rows(run: Run, articles: Path, people: Path) -> None:
    for option, sign in (("--csv", ","), ("--tsv", "\t")):
        header, first, *_ = run("sources", option, "--people", people, articles).out.splitlines()
        assert header.split(sign) == [*SOURCE, "gender", "beat"]
        assert first.endswith(sign.join(["female", "politics"]))


@pytest.mark.parametrize("name", FORMATS)
def test_saved_facts_give_what_their_articles_give(
    name: str, run: Run, articles: Path, saved: Path
) -> None:
    fresh = run("sources", "-f", name, "--by", "month", articles)
    assert (fresh.code, fresh.err) == (0, "")
    assert run("sources", "-f", name, "--by", "month", saved) == fresh
    assert "\x1b" not in fresh.out


@pytest.mark.parametrize("options", [["--json"], ["--jsonl", "--with-text"], ["--jsonl", "--all"]])
def test_facts_are_read_however_they_were_saved(
    options: list[str], run: Run, articles: Path, tmp_path: Path
) -> None:
    path = tmp_path / "facts.json"
    run("facts", *options, "--min-confidence", 0, "-o", path, articles)
    result = run("sources", path)
    assert result.err.startswith(f"newsbrief: {path}:1: counted with the claims that ")
    assert result._replace(err="") == run("sources", articles)


@pytest.mark.parametrize(
    ("options", "told"),
    [
        pytest.param(["--unnamed"], "--unnamed", id="a filter"),
        pytest.param(
            ["--all", "--quotes", "--source", "the mayor", "--kind", "denial", "--kind", "belief"],
            "--source the mayor --kind denial --kind belief --quotes --all",
            id="several",
        ),
        pytest.param(["--min-confidence", "0.70"], "--min-confidence 0.7", id="surer claims"),
        pytest.param(["--min-confidence", "0.2", "--by", "source"], "", id="no filter"),
        pytest.param(["--context"], "", id="all, with more of each"),
    ],
)
def test_what_was_saved_with_a_filter_says_so(
    options: list[str], told: str, run: Run, samples: Path
) -> None:
    files = [samples / "brief.txt", samples / "politics.txt", samples / "wire.txt"]
    saved = run("facts", "--jsonl", *options, *files).out
    assert ('"options": [' in saved) == bool(told)
    audit = run("sources", "--json", "-", samples / "brief.txt", stdin=saved.encode())
    assert " ".join(json.loads(audit.out)[0].get("options", [])) == told
    err = audit.err
    chosen = f"newsbrief: -:1: counted with the claims that {told} chose, as are 2 more\n"
    assert [line for line in err.splitlines(keepends=True) if "chose" in line] == (
        [chosen] if told else []
    )


@pytest.mark.parametrize("name", ["archive.jsonl", "archive.parquet"])
def test_an_archive_made_with_a_filter_says_so(
    name: str, run: Run, samples: Path, tmp_path: Path
) -> None:
    path = tmp_path / name
    run("corpus", samples / "brief.txt", "--min-confidence", 0.95, "-o", path)
    message = f"newsbrief: {path}:1: counted with the claims that --min-confidence 0.95 chose\n"
    assert run("sources", path).err == message
    assert run("sources", "-q", path).err == ""
    run("corpus", samples / "brief.txt", "-o", path)
    assert run("sources", path).err == ""


@pytest.mark.parametrize("name", ["csv", "tsv", "json", "jsonl"])
@pytest.mark.parametrize(
    "argv",
    [
        pytest.param(["summarize"], id="summarize"),
        pytest.param(["facts"], id="facts"),
        pytest.param(["brief", "--context"], id="brief"),
        pytest.param(["digest"], id="digest"),
        pytest.param(["check", "draft.md"], id="check"),
        pytest.param(["sources", "--by", "month"], id="sources"),
        pytest.param(["text"], id="text"),
    ],
)
def test_what_is_printed_without_facts_or_text_is_refused(
    argv: list[str], name: str, run: Run, samples: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(samples)
    printed = run(*argv, "politics.txt", "-f", name).out.encode()
    result = run("sources", "-", stdin=printed)
    if name.startswith("json") and argv[0] in ("facts", "text"):
        assert result.out == run("sources", "politics.txt").out
    else:
        assert (result.code, result.out) == (1, "")
        assert result.err.startswith("newsbrief: -: what newsbrief has printed holds no article: ")


@pytest.mark.parametrize(
    "row",
    [
        pytest.param({"schema": 3, "claims": 2, "text": "It rained."}, id="a text beside"),
        pytest.param({"file": "a.wav", "start": 0, "end": 9, "text": "It rained."}, id="spoken"),
        pytest.param(
            {"summary": "Rain.", "schema": "article", "body": "It rained."}, id="no number"
        ),
    ],
)
def test_what_only_looks_printed_is_read(row: dict[str, object], run: Run) -> None:
    assert run("summarize", "-", stdin=json.dumps(row).encode()).out == "-:1\tIt rained.\n"


def test_articles_and_saved_facts_may_be_mixed(
    run: Run, articles: Path, saved: Path, samples: Path
) -> None:
    lines = saved.read_bytes() + articles.read_bytes()
    mixed = record(run("sources", "--json", "-", samples / "brief.txt", stdin=lines))
    assert mixed["articles"] == 13
    both = record(run("sources", "--json", articles, articles, samples / "brief.txt"))
    assert mixed == both


@pytest.mark.parametrize("command", ["summarize", "facts", "brief", "digest", "text"])
def test_other_commands_say_that_saved_facts_are_no_article(
    command: str, run: Run, saved: Path, samples: Path
) -> None:
    result = run(command, saved, samples / "brief.txt")
    assert result.code == 1
    assert result.err.endswith(
        "facts.jsonl: facts without their article: `newsbrief sources` reads them, "
        "other commands where they were saved --with-text\n"
    )
    assert result.err.count("\n") == 1
    assert result.out


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ('{"schema": 1, "facts": []}', "facts of schema 1, not 2: run `newsbrief facts`"),
        ('{"schema": 2, "facts": [7]}', "fact 1 is not as newsbrief writes it"),
        ('{"schema": 2, "facts": [{"kind": "song"}]}', "fact 1 is not as newsbrief writes it"),
        (
            '{"schema": 2, "facts": [{"claim": {"text": "Rain.", "spans": [[0, 1e999]]}}]}',
            "fact 1 is not as newsbrief writes it",
        ),
    ],
)
def test_facts_that_are_none_are_reported(line: str, message: str, run: Run, saved: Path) -> None:
    data = line.encode() + b"\n" + saved.read_bytes()
    result = run("sources", "--json", stdin=data)
    assert (result.code, result.err) == (1, f"newsbrief: -:1: {message}\n")
    assert record(result)["articles"] == 6


def test_an_article_in_another_language_is_left_out(run: Run, samples: Path) -> None:
    files = [samples / "languages" / "fr.txt", samples / "brief.txt"]
    result = run("sources", "--json", *files)
    assert "facts are found in English only" in result.err
    assert (result.code, record(result)["articles"]) == (0, 1)


def test_nothing_to_count_is_no_result(run: Run, tmp_path: Path) -> None:
    assert run("sources", "--json", tmp_path / "none.txt")[:2] == (1, "")
    assert run("sources", "--json", stdin=b"[]")[:2] == (0, "[]\n")


def test_only_the_first_sources_are_listed(run: Run, articles: Path) -> None:
    found = record(run("sources", "--json", "--top", 2, articles))
    assert isinstance(found["sources"], list)
    assert (len(found["sources"]), found["claims"]) == (2, 23)
    assert run("sources", "--table", "--top", 2, articles).out.endswith("and 5 more\n\n")


@pytest.mark.parametrize("form", ["csv", "tsv"])
def test_top_changes_no_rows_of_groups_and_says_so(form: str, run: Run, articles: Path) -> None:
    options = ("--by", "month", "--format", form)
    told = "newsbrief: --top without effect: with --by the rows of CSV and TSV are groups\n"
    plain = run("sources", *options, articles)
    assert run("sources", *options, "--top", 1, articles) == (0, plain.out, plain.err + told)
    assert run("sources", *options, "--top", 1, "-q", articles).err == ""


def test_a_table_has_bars_and_notes(run: Run, articles: Path, people: Path) -> None:
    out = run("sources", "--table", "--by", "outlet", "--people", people, articles).out
    assert out.startswith("Sources of 6 articles\n23 claims: 6 unnamed (26 %), 1 unsourced (4 %)")
    assert (
        "Ann Lee                 6  █████▒▒▒▒▒▒▒▒▒▒▒    33 %         3     51  2026-03-04\n" in out
    )
    assert "female          3      10   77 %  ███████████████████████\n" in out


@pytest.mark.parametrize("width", [40, 60, 80, 120, 200])
def test_a_table_fits(
    width: int, run: Run, articles: Path, people: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    out = run("sources", "--table", "--by", "outlet,month", "--people", people, articles).out
    assert max(map(len, out.splitlines())) <= width
    assert all(word in out for word in ("Ann Lee", "Gazette", "100 %"))


@pytest.mark.parametrize("name", FORMATS)
def test_hostile_text_is_shown_as_text(name: str, run: Run, hostile: Path) -> None:
    result = run("sources", "-f", name, "--by", "outlet", hostile)
    assert (result.code, result.err) == (0, "")
    assert "\x1b" not in result.out
    if name in {"csv", "tsv"}:
        assert "\n'=cmd" in result.out.replace("\r", "")


def test_hostile_names_in_rows_of_sources(run: Run, hostile: Path, tmp_path: Path) -> None:
    table = tmp_path / "people.csv"
    table.write_text("name,=1+1\nnobody,@x\n", encoding="utf-8")
    out = run("sources", "--tsv", "--people", table, hostile).out
    assert out.splitlines()[0].endswith("\t'=1+1")
    assert out.splitlines()[1].startswith("'=cmd")


@pytest.mark.parametrize("ending", ["png", "svg"])
def test_a_plot_is_the_same_twice(
    ending: str, run: Run, articles: Path, hostile: Path, tmp_path: Path
) -> None:
    for file in (articles, hostile):
        made = []
        for name in ("one", "two"):
            path = tmp_path / f"{name}.{ending}"
            result = run("sources", "--by", "outlet", "--plot", path, file)
            assert (result.code, result.err) == (0, "")
            made.append(path.read_bytes())
        assert made[0] == made[1]
        assert made[0].startswith(b"\x89PNG" if ending == "png" else b"<?xml")


def test_a_plot_in_no_folder_is_refused_before_the_articles_are_read(run: Run) -> None:
    message = "newsbrief: no/plot.svg: the folder no does not exist\n"
    assert run("sources", "--plot", "no/plot.svg", "missing.txt") == (1, "", message)


def test_shares_of_no_claims_are_not_told(run: Run) -> None:
    out = run("sources", stdin=b"Rain.\n\nIt rained all of Monday.").out
    assert out == "all\t\t1 article\t0 claims\t0 unnamed\t0 unsourced\t0 direct\n"


def test_large_counts_are_all_written_alike() -> None:
    counts = Counts(articles=1200, claims=14_555, direct=3000, quoted_words=9, reported_words=9)
    group = GroupCount(outlet=None, month=None, counts=counts, unnamed=4246, unsourced=0)
    assert totals(group) == "14,555 claims: 4,246 unnamed (29 %), 3,000 direct (21 %)"
    assert group_cells(group)[:2] == ("1,200", "14,555")


def test_a_plot_has_names_counts_and_no_markup(run: Run, hostile: Path, tmp_path: Path) -> None:
    path = tmp_path / "plot.svg"
    run("sources", "--plot", path, hostile)
    svg = path.read_text(encoding="utf-8")
    assert "Sources of 6 articles" in svg
    assert "<script" not in svg
    assert "\x1b" not in svg
    ET.fromstring(svg)  # noqa: S314 - XML has no U+FFFF


def test_a_plot_of_nothing(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "plot.svg"
    assert run("sources", "--plot", path, stdin=b"Rain.\n\nIt rained all of Monday.").code == 0
    assert b"Sources of 1 article" in path.read_bytes()


@pytest.mark.parametrize(
    ("data", "why"),
    [
        pytest.param(b'[{"name": "Ann Lee"}]', "this is a JSON or JSON Lines file, not", id="JSON"),
        pytest.param(b"%PDF-1.7", "this is a PDF file, not a table (CSV)", id="PDF"),
        pytest.param(b"\x89PNG\r\n\x1a\n", "this is a PNG image", id="a picture"),
        pytest.param(b"name\nAnn Lee\n", "", id="one column"),
        pytest.param(b"name;beat\r\nAnn Lee;sport\r\n", "", id="semicolons"),
        pytest.param(gzip.compress(b"name,beat\nAnn Lee,sport\n"), "", id="compressed"),
        pytest.param("\ufeffname\tbeat\nAnn Lee\tsport\n".encode("utf-16-le"), "", id="UTF-16"),
    ],
)
def test_people_are_a_table(
    data: bytes, why: str, run: Run, articles: Path, tmp_path: Path
) -> None:
    path = tmp_path / "people"
    path.write_bytes(data)
    result = run("sources", "--people", path, articles)
    assert result.code == (2 if why else 0)
    assert f"newsbrief: --people {path}: {why}" in result.err or not why


@pytest.mark.parametrize("by", ["month,outlet", "outlet, month", "Month, OUTLET"])
def test_outlet_and_month_are_the_same_in_either_order(by: str, run: Run, articles: Path) -> None:
    both = run("sources", "--csv", "--by", "outlet,month", articles)
    assert both.code == 0
    assert run("sources", "--csv", "--by", by, articles) == both


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--plot", "plot.gif"], "--plot plot.gif: the name has to end in .png or .svg"),
        (["--people", "none.csv"], "--people none.csv: no such file or directory"),
        (["--by", "year"], "'year' is not one of outlet, month, outlet,month"),
        (["--by", "month,month"], "'month,month' is not one of outlet, month, outlet,month"),
        (["--by", "month,year"], "'month,year' is not one of outlet, month, outlet,month"),
        (["--top", "0"], "0 is not at least 1"),
        (["--with-text"], "no such option: --with-text"),
    ],
)
def test_usage_errors(options: list[str], message: str, run: Run, articles: Path) -> None:
    result = run("sources", *options, articles)
    assert (result.code, result.out) == (2, "")
    assert message in result.err
    assert result.err.count("\n") == 1


def test_a_bad_table_of_people_is_a_usage_error(run: Run, articles: Path, tmp_path: Path) -> None:
    table = tmp_path / "people.csv"
    table.write_text("person\nAnn Lee\n", encoding="utf-8")
    result = run("sources", "--people", table, articles)
    assert (result.code, result.out) == (2, "")
    assert result.err == f"newsbrief: --people {table}: no column is called 'name', only 'person'\n"


@pytest.mark.parametrize("option", ["-o", "--plot"])
@pytest.mark.parametrize("read", ["--people", "--files-from"])
def test_a_table_and_a_list_are_not_overwritten(
    read: str, option: str, run: Run, articles: Path, tmp_path: Path
) -> None:
    path = tmp_path / "people.svg"
    words = "name,beat\n" if read == "--people" else ""
    path.write_text(f"{words}{articles}\n", encoding="utf-8")
    before = path.read_bytes()
    result = run("sources", read, path, option, path, articles)
    assert result == (2, "", f"newsbrief: {path} is an input and would be overwritten\n")
    assert path.read_bytes() == before


def test_a_plot_is_not_overwritten_by_the_counts(run: Run, articles: Path, tmp_path: Path) -> None:
    plot, link = tmp_path / "plot.svg", tmp_path / "link"
    link.symlink_to(plot)
    for output in (plot, link):
        result = run("sources", "--plot", plot, "-o", output, articles)
        assert result == (2, "", f"newsbrief: --plot {plot}: -o names the same file\n")
        assert not plot.exists()


@pytest.mark.parametrize("option", ["--people", "--plot"])
def test_an_empty_name_is_refused(option: str, run: Run, articles: Path) -> None:
    """A variable of the shell that is not set."""
    result = run("sources", option, "", articles)
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith(f"newsbrief: {option} : ")


def test_an_input_is_not_overwritten_by_a_plot(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "article.svg"
    path.write_text("Rain.", encoding="utf-8")
    result = run("sources", "--plot", path, path)
    assert (result.code, path.read_text(encoding="utf-8")) == (2, "Rain.")


def test_without_matplotlib_a_line_says_what_installs_it(
    run: Run, articles: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(_name: str) -> None:
        raise ImportError

    monkeypatch.setattr(extras, "import_module", missing)
    result = run("sources", "--plot", "plot.png", articles)
    expected = "newsbrief: a plot needs an extra: pip install 'newsbrief[plot]'\n"
    assert result == (1, "", expected)


AGAIN = "and is counted again"


@pytest.mark.parametrize(
    ("names", "said"),
    [
        pytest.param(["a", "b"], "", id="two articles"),
        pytest.param(["a", "a"], f"a: has the same claims as a {AGAIN}", id="a file named twice"),
        pytest.param(["a", "b", "copy"], f"copy: has the same claims as a {AGAIN}", id="a copy"),
        pytest.param(
            ["a", "copy", "b", "a"],
            f"copy: has the same claims as a {AGAIN}, as is 1 more",
            id="twice",
        ),
        pytest.param(
            ["a", "a", "b", "copy", "b"],
            f"a: has the same claims as a {AGAIN}, as are 2 more",
            id="two articles again",
        ),
        pytest.param(["none", "none"], "", id="no claims"),
        pytest.param(["a", "later"], "", id="the same claim elsewhere"),
    ],
)
def test_an_article_that_comes_again_is_told(
    names: list[str], said: str, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    quay = 'The quay is shut, Mayor Ann Lee said. "It is a pity," she said.\n'
    rain = "It rained all of Monday.\n"
    texts = {"a": quay, "copy": quay, "later": rain + quay, "b": f"Ole Brandt said: {rain}"}
    for name, text in {**texts, "none": rain}.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    result = run("sources", "--json", *names)
    assert result.err == (f"newsbrief: {said}\n" if said else "")
    assert record(result)["articles"] == len(names)
    assert run("sources", "--json", "--quiet", *names).err == ""
    assert run("facts", "--jsonl", "-o", "saved.jsonl", *names).code == 0
    assert bool(run("sources", "--json", "saved.jsonl").err) is bool(said)
