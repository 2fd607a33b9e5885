"""The page of a report: what stands in it, that article text comes out as text, where it goes."""

from __future__ import annotations

import json
import re
import sys
from html.parser import HTMLParser
from typing import TYPE_CHECKING, NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import newsbrief
from newsbrief.cli.formats import Result
from newsbrief.cli.report_marks import shown
from newsbrief.cli.report_page import page
from newsbrief.spans import fold

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Run

# In HTML, "ul" closes a "p": only void elements are left open here.
VOID = {"meta", "link", "input"}
ANY = st.text(st.characters(exclude_categories=()), max_size=60)  # lone surrogates too
MARKUP = st.sampled_from(
    [
        '"',
        "'",
        "<",
        ">",
        "&",
        "</script>",
        "<!--",
        "&lt;",
        "&#0;",
        "]]>",
        "`",
        "{{",
        "}}",
        "\\",
        "\x00",
    ]
)
HOSTILE = st.lists(ANY | MARKUP, max_size=6).map("".join)


class Element(NamedTuple):
    """An element of a page: its name, and its attributes."""

    name: str
    attributes: dict[str, str | None]


class Parsed(HTMLParser):
    """A page as a browser reads it: its elements, and the text of those with a class."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[Element] = []
        self.text: dict[str, str] = {}
        self._open: list[Element] = []
        self.feed(html)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len({name for name, _ in attrs}) == len(attrs)
        self.elements.append(Element(tag, dict(attrs)))
        if tag not in VOID:
            self._open.append(self.elements[-1])

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(Element(tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop().name == tag

    def handle_data(self, data: str) -> None:
        inside = {
            name for each in self._open for name in (each.attributes.get("class") or "").split()
        }
        if "number" not in inside:
            for name in inside:
                self.text[name] = self.text.get(name, "") + data

    def handle_comment(self, data: str) -> None:
        raise AssertionError(data)

    def ids(self) -> list[str]:
        return [each.attributes["id"] or "" for each in self.elements if "id" in each.attributes]

    def all(self, name: str) -> list[dict[str, str | None]]:
        """The attributes of the elements ``name``."""
        return [each.attributes for each in self.elements if each.name == name]


@pytest.fixture
def parsed(run: Run, tmp_path: Path) -> Parse:
    def parse(*argv: object) -> Parsed:
        result = run("report", *argv, "-o", tmp_path / "page.html")
        assert result == (0, "", "")
        return Parsed((tmp_path / "page.html").read_text(encoding="utf-8"))

    return parse


if TYPE_CHECKING:
    from collections.abc import Callable

    Parse = Callable[..., Parsed]


# What stands in it


def test_the_page_has_the_whole_article(parsed: Parse, samples: Path) -> None:
    article = newsbrief.read(samples / "politics.txt")
    text = fold(parsed(samples / "politics.txt").text["text"])
    for block in article.blocks:
        folded = article.fold(block)
        assert folded in text or block.kind in {"title", "byline"}


def test_every_claim_has_an_anchor_a_row_and_a_number(parsed: Parse, samples: Path) -> None:
    claims = len(newsbrief.facts(newsbrief.read(samples / "wire.txt")))
    ids = parsed(samples / "wire.txt").ids()
    assert len(set(ids)) == len(ids)
    for letter in "fnr":
        assert [f"{letter}{i}" in ids for i in range(1, claims + 1)] == [True] * claims
    several = parsed(samples / "brief.txt", samples / "wire.txt").ids()
    assert len(set(several)) == len(several)
    assert {f"a2-f{i}" for i in range(1, claims + 1)} < set(several)


def test_links_within_the_page_lead_somewhere(parsed: Parse, samples: Path) -> None:
    found = parsed(*sorted((samples / "flood").glob("*.txt")))
    targets = {a["href"] for a in found.all("a")}
    assert {t for t in targets if t} <= {f"#{name}" for name in found.ids()}


def test_a_claim_says_what_it_is(parsed: Parse, harbour: Path) -> None:
    found = parsed(harbour)
    by_id = {
        each.attributes["id"]: each.attributes for each in found.elements if "id" in each.attributes
    }
    assert [by_id[f"f{i}"]["class"] for i in range(1, 5)] == [
        "claim v1 unnamed",
        "claim v0",
        "claim v9 unsourced hedged",
        "claim v0",
    ]
    row = by_id["n4"]
    assert (row["data-kind"], row["data-flags"], row["data-confidence"]) == (
        "denial",
        "negated",
        "81",
    )
    assert by_id["r1"]["aria-label"] == (
        "1 not named: statement, indirect; The mayor; confidence 97 %"
    )
    assert "[the council]\nwere never asked, [/b]" not in found.text["row"]
    assert "“We [the council] were never asked, [/b]”" not in found.text["row"]
    assert '"We [the council] were never asked, [/b]"' in found.text["row"]


def test_what_is_copied_names_the_source_and_the_place(parsed: Parse, talks: Path) -> None:
    copied = [
        each["data-copy"] for each in parsed("--all", talks).all("button") if "data-copy" in each
    ]
    place = f"Talks on the harbour resume · {talks} · line 3"
    assert copied[0] == (
        "The price was 2 million\n"
        f"— an aide @present at the talks (indirect, not named, “said”)\n{place}"
    )
    assert copied[2] == (
        "a deal\n— Ida Holm, =chief \ufffd[1meconomist|[b] of *North* Bank"
        f" (indirect, optional, “hopes for”)\n{place.replace('line 3', 'line 4')}"
    )


def test_what_is_known_of_the_article(parsed: Parse, tmp_path: Path) -> None:
    article = {
        "text": "The quay was shut on Monday, the mayor said.",
        "title": "Quay shut",
        "byline": "Ann Roe",
        "outlet": "The Courier",
        "date": "2026-03-02T08:00:00Z",
        "url": "https://courier.example/quay?a=1&b=2",
    }
    (tmp_path / "quay.json").write_text(json.dumps(article), encoding="utf-8")
    found = parsed(tmp_path / "quay.json")
    assert " ".join(found.text["credit"].split()).startswith(
        "By Ann Roe The Courier 2 March 2026 https://courier.example/quay?a=1&b=2"
    )
    assert [each["datetime"] for each in found.all("time")] == ["2026-03-02"]
    [link] = [a for a in found.all("a") if a["href"] == article["url"]]
    assert link["rel"] == "noopener noreferrer"


@pytest.mark.parametrize(
    ("url", "linked"),
    [
        pytest.param("https://a.example/b", True, id="https"),
        pytest.param("HTTP://a.example/b", True, id="capitals"),
        pytest.param("javascript:alert(1)", False, id="javascript"),
        pytest.param("data:text/html,<script>", False, id="data"),
        pytest.param("//a.example", False, id="no scheme"),
        pytest.param(" https://a.example/b", False, id="white space before it"),
        pytest.param("https:alert(1)", False, id="no host"),
        pytest.param("https://[", False, id="no address"),
        pytest.param("file:///etc/passwd", False, id="file"),
    ],
)
def test_only_addresses_of_the_web_are_links(url: str, *, linked: bool) -> None:
    article = newsbrief.parse("It rained.", metadata=newsbrief.Metadata(url=url))
    found = Parsed(page([Result("x.txt", article, newsbrief.report(article))]))
    assert [a["href"] for a in found.all("a") if not (a["href"] or "").startswith("#")] == (
        [url] if linked else []
    )
    assert shown(url) in found.text["credit"]


def test_another_language_has_its_summary_and_a_note(
    run: Run, samples: Path, tmp_path: Path
) -> None:
    out = tmp_path / "de.html"
    result = run("report", samples / "languages" / "de.txt", "-o", out)
    assert result.code == 0
    assert "seems to be German" in result.err
    found = Parsed(out.read_text(encoding="utf-8"))
    assert "seems to be German" in found.text["sources"]
    for name in ("h1", "ol", "section"):
        assert "de" in [each.get("lang") for each in found.all(name)]
    assert "f1" not in found.ids()


# Article text is text


@settings(max_examples=60)
@given(text=HOSTILE, title=HOSTILE, known=st.lists(HOSTILE, min_size=5, max_size=5), file=HOSTILE)
def test_any_article_comes_out_as_text(text: str, title: str, known: list[str], file: str) -> None:
    whole = f"{title}\n\nThe mayor said it rained. {text}"
    article = newsbrief.parse(whole, title, newsbrief.Metadata(*known))
    if not article.body:
        return
    found = Parsed(page([Result(file, article, newsbrief.report(article))]))
    plain = newsbrief.parse("The mayor said it rained.")
    harmless = Parsed(page([Result("x.txt", plain, newsbrief.report(plain))]))
    kinds = {each.name for each in harmless.elements} | {"ul", "h3", "i", "time"}
    assert {each.name for each in found.elements} <= kinds
    names = {name for each in found.elements for name in each.attributes}
    assert not {
        name for name in names if name.startswith("on") or name in {"style", "src", "srcdoc"}
    }
    assert len(found.all("script")) == len(found.all("style")) == 1
    written = "".join(found.text["text"].split()) + "".join(found.text["head"].split())
    for block in article.blocks:
        words = shown(whole[block.start : block.end]).split()
        assert block.kind == "byline" or "".join(words) in written


def test_the_policy_lets_only_the_page_s_own_script_run(parsed: Parse, samples: Path) -> None:
    found = parsed(samples / "brief.txt")
    [policy] = [m["content"] for m in found.all("meta") if m.get("http-equiv")]
    assert policy
    assert re.fullmatch(
        r"default-src 'none'; img-src data:; style-src 'sha256-\S{44}'; "
        r"script-src 'sha256-\S{44}'; base-uri 'none'; form-action 'none'",
        policy,
    )


# Where it goes


def test_a_page_is_always_the_same(run: Run, samples: Path) -> None:
    first = run("report", samples / "brief.txt")
    assert first == run("report", samples / "brief.txt")
    assert first.out.startswith("<!doctype html>\n")
    assert first.out.endswith("</html>\n")


def test_a_folder_gets_a_page_for_each_article(run: Run, samples: Path, tmp_path: Path) -> None:
    (tmp_path / "Brief.txt").write_text("It rained on Monday.", encoding="utf-8")
    rows = [{"text": "It rained."}, {"text": "It snowed."}]
    (tmp_path / "news.json").write_text(json.dumps(rows), encoding="utf-8")
    files = (samples / "brief.txt", tmp_path / "Brief.txt", tmp_path / "news.json", tmp_path / "no")
    result = run("report", *files, "-o", f"{tmp_path}/pages/")
    assert (result.code, result.out) == (1, "")
    assert result.err.endswith("no: no such file or directory\n")
    pages = sorted(path.name for path in (tmp_path / "pages").iterdir())
    assert pages == ["Brief-2.html", "brief.html", "news-1.html", "news-2.html"]
    alone = run("report", samples / "brief.txt").out
    assert (tmp_path / "pages" / "brief.html").read_text(encoding="utf-8") == alone


def test_a_page_never_replaces_an_input(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text("The quay was shut on Monday.\n", encoding="utf-8")
    result = run("report", path, "-o", tmp_path)
    assert result == (2, "", f"newsbrief: {path} is an input and would be overwritten\n")
    assert path.read_text(encoding="utf-8") == "The quay was shut on Monday.\n"


def test_one_bad_input_leaves_the_others(run: Run, samples: Path, tmp_path: Path) -> None:
    out = tmp_path / "page.html"
    result = run("report", tmp_path / "no.txt", samples / "brief.txt", "-o", out)
    assert (result.code, result.out) == (1, "")
    assert "Museum recovers stolen barometer" in out.read_text(encoding="utf-8")
    assert run("report", tmp_path / "no.txt", "-o", tmp_path / "none.html").code == 1
    assert not (tmp_path / "none.html").exists()


def test_a_folder_is_made_by_the_first_page(run: Run, samples: Path, tmp_path: Path) -> None:
    pages = tmp_path / "pages"
    assert run("report", tmp_path / "no.txt", "-o", f"{pages}/").code == 1
    assert not pages.exists()
    assert run("report", tmp_path / "no.txt", samples / "brief.txt", "-o", f"{pages}/").code == 1
    assert [path.name for path in pages.iterdir()] == ["brief.html"]
    result = run("report", samples / "brief.txt", "-o", f"{tmp_path}/no/pages/")
    assert result == (
        1,
        "",
        f"newsbrief: {tmp_path}/no/pages: the folder {tmp_path}/no does not exist\n",
    )


def test_a_terminal_gets_no_page(run: Run, samples: Path) -> None:
    result = run("report", samples / "brief.txt", terminal=("stdout",))
    assert result == (
        2,
        "",
        "newsbrief: the page is HTML: name a file for it, as -o report.html\n",
    )


def test_a_missing_library_is_named(
    run: Run, samples: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "jinja2", None)
    result = run("report", samples / "brief.txt", "-o", tmp_path / "page.html")
    assert result == (
        1,
        "",
        "newsbrief: a report needs an extra: pip install 'newsbrief[report]'\n",
    )
