"""Links in a terminal: they open the file, and no name can break out of one."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING
from urllib.parse import unquote_to_bytes

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsbrief.cli.links import plain, steady, target

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Run

LINK = re.compile(r"\x1b\]8;;([^\x1b]+)\x1b\\(.*?)\x1b\]8;;\x1b\\")


@pytest.mark.parametrize(
    "name",
    [
        "a.txt",
        "a b.txt",
        "50%.txt",
        "caf\udce9.txt",
        "é#1?.txt",
        "a\x1b]8;;evil\x1b\\.txt",
        "a\n.txt",
    ],
    ids=ascii,
)
def test_a_link_leads_to_the_file_whatever_its_name(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    try:
        (tmp_path / name).touch()
    except OSError:
        pytest.skip("the file system does not take this name")
    link = target(name)
    scheme, _, host, path = link.split("/", 3)
    assert (scheme, host) == ("file:", os.uname().nodename)
    assert re.fullmatch(r"[!-~]+", link)
    assert unquote_to_bytes(f"/{path}") == os.fsencode(tmp_path / name)
    assert not {"#", "?"} & set(path)


@pytest.mark.parametrize(
    ("name", "link"),
    [
        pytest.param("-", "", id="standard input"),
        pytest.param("missing.txt", "", id="no file"),
        pytest.param(".", "", id="a folder"),
        pytest.param("a\0b", "", id="no name of a file"),
        pytest.param("https://a.example/b?c=1#d", "https://a.example/b?c=1#d", id="an address"),
        pytest.param(
            "https://a.example/\x1b\\ é", "https://a.example/%1B%5C%20%C3%A9", id="hostile"
        ),
        pytest.param("https://a.example/" + "x" * 3000, "", id="too long for some terminals"),
    ],
)
def test_what_else_a_name_links_to(name: str, link: str) -> None:
    assert target(name) == link


def test_an_article_in_a_file_links_to_that_file(tmp_path: Path) -> None:
    path = tmp_path / "news.jsonl"
    path.touch()
    assert target(f"{path}:a7") == target(str(path)) != ""


@given(st.text(st.characters(exclude_characters="\x1b")), st.text("abc/:%.", min_size=1))
def test_links_are_taken_out_and_made_steady(words: str, address: str) -> None:
    text = f"\x1b]8;id=17;{address}\x1b\\{words}\x1b]8;;\x1b\\"
    assert plain(text) == words
    assert steady(text) == text.replace("id=17", "")


@pytest.mark.parametrize(
    "argv", [["facts"], ["summarize"], ["brief"], ["digest"], ["text", "-f", "table"]]
)
def test_the_name_of_a_file_is_a_link_on_a_terminal(
    argv: list[str], run: Run, samples: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    path = samples / "brief.txt"
    out = run(*argv, path, terminal=("stdout",)).out
    assert {link for link, _ in LINK.findall(out)} == {
        path.as_uri().replace("//", f"//{os.uname().nodename}", 1)
    }


@pytest.mark.parametrize(
    ("terminal", "variables", "options"),
    [
        pytest.param(("stdout",), {"TERM": "dumb"}, [], id="dumb"),
        pytest.param(("stdout",), {"TERM": "linux"}, [], id="would show them as text"),
        pytest.param(("stdout",), {"NO_COLOR": "1"}, [], id="no colour"),
        pytest.param((), {}, ["--table", "--color", "always"], id="a pipe"),
        pytest.param(("stdout",), {}, ["--text"], id="text"),
    ],
)
def test_elsewhere_there_are_no_links(  # noqa: PLR0913, PLR0917
    terminal: tuple[str, ...],
    variables: dict[str, str],
    options: list[str],
    run: Run,
    samples: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    out = run("summarize", samples / "brief.txt", *options, terminal=terminal).out
    assert out
    assert "\x1b]8" not in out
