"""The MCP server, asked by the SDK's own client over standard input and output."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import mcp
import pytest

from newsbrief.cli.folder import load
from newsbrief.cli.mcp_tools import results_of
from newsbrief.errors import InputError
from newsbrief.formats.options import DEFAULTS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from conftest import Run

    from newsbrief import Article

OUTSIDE = "only files in the folder that the server was started in are read"
Call = tuple[str, dict[str, Any]]


def ask(folder: Path, calls: Sequence[Call]) -> tuple[list[Any], list[Any]]:
    """The tools of a server that was started in ``folder``, and its answers to ``calls``.

    The client checks each structured answer against the schema of its tool.
    """
    server = mcp.StdioServerParameters(
        command=sys.executable,
        args=["-m", "newsbrief", "mcp"],
        cwd=folder,
        env={"PYTHONPATH": os.environ["PYTHONPATH"]},
    )

    async def answers() -> tuple[list[Any], list[Any]]:
        async with mcp.Client(server, read_timeout_seconds=60) as client:
            tools = (await client.list_tools()).tools
            return tools, [await client.call_tool(name, given) for name, given in calls]

    return asyncio.run(answers())


@pytest.fixture
def folder(tmp_path: Path, samples: Path) -> Path:
    """A folder with articles in it, and with links and devices that lead out of it."""
    (tmp_path / "secret.txt").write_bytes((samples / "brief.txt").read_bytes())
    folder = tmp_path / "news"
    (folder / "inner").mkdir(parents=True)
    (folder / "brief.txt").write_bytes((samples / "brief.txt").read_bytes())
    (folder / "inner" / "politics.txt").write_bytes((samples / "politics.txt").read_bytes())
    (folder / "draft.md").write_bytes((samples / "draft.md").read_bytes())
    (folder / "fr.txt").write_bytes((samples / "languages" / "fr.txt").read_bytes())
    text = (samples / "brief.txt").read_text(encoding="utf-8")
    rows = [{"text": text, "url": "https://news.example/a"}, {"text": ""}, {"text": "\ud800 said."}]
    (folder / "rows.jsonl").write_text("".join(f"{json.dumps(row)}\n" for row in rows))
    (folder / "empty.txt").write_text(" \n")
    (folder / "link.txt").symlink_to("brief.txt")
    (folder / "out.txt").symlink_to(tmp_path / "secret.txt")
    (folder / "up.txt").symlink_to("../secret.txt")
    (folder / "twice.txt").symlink_to("out.txt")
    (folder / "outer").symlink_to(tmp_path)
    (folder / "root").symlink_to("/")
    (folder / "circle.txt").symlink_to("circle.txt")
    (folder / "null").symlink_to("/dev/null")
    (folder / "broken.txt").symlink_to(tmp_path / "none")
    os.mkfifo(folder / "pipe")
    return folder


def test_a_program_is_given_the_same_records_as_a_person(folder: Path, run: Run) -> None:
    calls: list[Call] = [
        ("summarize", {"file": "brief.txt", "sentences": 1}),
        ("facts", {"file": "inner/politics.txt", "context": True, "source": "hart"}),
        ("text", {"file": "link.txt"}),
        ("facts", {"file": "rows.jsonl", "selectors": True}),
        ("facts", {"file": "fr.txt"}),
        ("summarize", {"file": "brief.txt", "about": "zebras"}),
        ("check", {"file": "draft.md", "articles": ["brief.txt", "inner/politics.txt"]}),
    ]
    tools, answers = ask(folder, calls)
    assert [tool.name for tool in tools] == ["summarize", "facts", "check", "text"]
    assert all(tool.description and tool.annotations.read_only_hint for tool in tools)
    assert not any(answer.is_error for answer in answers)
    for answer in answers:
        assert json.loads(answer.content[0].text) == answer.structured_content
    results = [answer.structured_content["results"] for answer in answers]

    def printed(*argv: object) -> list[dict[str, Any]]:
        out = run(*argv, "--jsonl").out
        return [json.loads(line) | {"file": ""} for line in out.splitlines()]

    assert [[record | {"file": ""} for record in result] for result in results[:3]] == [
        printed("summarize", "-n", 1, folder / "brief.txt"),
        printed("facts", "--context", "--source", "hart", folder / "inner" / "politics.txt"),
        printed("text", folder / "brief.txt"),
    ]
    assert [result[0]["file"] for result in results[:3]] == [
        "brief.txt",
        "inner/politics.txt",
        "link.txt",
    ]
    first, empty, half = results[3]
    assert first["facts"][0]["link"].startswith("https://news.example/a#:~:text=")
    assert empty == {"schema": 2, "file": "rows.jsonl:2", "error": "no text in this row"}
    assert half["file"] == "rows.jsonl:3"
    assert results[4][0]["facts"] == []
    assert "facts are found in English only" in answers[4].content[1].text
    assert "zebras" in results[5][0]["error"]
    articles = (folder / "brief.txt", folder / "inner" / "politics.txt")
    [checked] = printed("check", folder / "draft.md", *articles)
    names = {str(articles[0]): "brief.txt", str(articles[1]): "inner/politics.txt"}
    assert results[6][0]["faults"] == checked["faults"] > 0
    assert results[6][0]["articles"] == [names[file] for file in checked["articles"]]
    assert len(results[6][0]["checks"]) == len(checked["checks"])


def test_what_has_no_text_is_an_error(folder: Path) -> None:
    """Facts of nothing would look like a result."""
    why = "there is no text in this input"
    for tool in ("summarize", "facts", "text"):
        found, _ = results_of(folder, tool, {"file": "empty.txt"})
        assert found == [{"schema": 2, "file": "empty.txt", "error": why}]
    with pytest.raises(InputError, match=f"empty.txt: {why}"):
        results_of(folder, "check", {"file": "brief.txt", "articles": ["empty.txt"]})


def test_a_bug_costs_the_article_that_it_is_met_in(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also what no error of newsbrief foresees."""

    def facts(article: Article, **_: object) -> tuple[object, ...]:
        if article.metadata.url:
            raise KeyError("quay")
        return ()

    monkeypatch.setattr("newsbrief.facts", facts)
    (failed, _, last), _ = results_of(folder, "facts", {"file": "rows.jsonl"})
    bug = "newsbrief failed (KeyError: 'quay'), which is a bug; --debug shows where"
    assert failed == {"schema": 2, "file": "rows.jsonl:1", "error": bug}
    assert last["facts"] == []


HOSTILE = {
    "../secret.txt": OUTSIDE,
    "inner/../../secret.txt": OUTSIDE,
    "..": OUTSIDE,
    "/etc/passwd": OUTSIDE,
    "//etc/passwd": OUTSIDE,
    "C:\\secret.txt": OUTSIDE,
    "..\\secret.txt": OUTSIDE,
    "\\secret.txt": OUTSIDE,
    "out.txt": OUTSIDE,
    "up.txt": OUTSIDE,
    "twice.txt": OUTSIDE,
    "outer/secret.txt": OUTSIDE,
    "outer/news/../secret.txt": OUTSIDE,
    "root/etc/passwd": OUTSIDE,
    "null": OUTSIDE,
    "root/dev/stdin": OUTSIDE,
    "pipe": "no regular file",
    "inner": "no regular file",
    ".": "no regular file",
    "": "no regular file",
    "none.txt": "no such file or directory",
    "broken.txt": "no such file or directory",
    "https://news.example/a": "no such file or directory",
    "~/secret.txt": "no such file or directory",
    "brief.txt\0.html": "null",
    "x" * 300: "ile name too long",
}


@pytest.mark.parametrize("tool", ["text", "check"])
def test_nothing_outside_the_folder_is_read(tool: str, folder: Path) -> None:
    names = [*HOSTILE, "circle.txt", "a\nb\x1b[1m"]
    as_draft = [{"file": name} for name in names]
    as_article = [{"file": "draft.md", "articles": ["brief.txt", name]} for name in names]
    given = as_draft if tool == "text" else as_article
    _, answers = ask(folder, [(tool, each) for each in given])
    for name, answer in zip(names, answers, strict=True):
        (content,) = answer.content
        assert answer.is_error, name
        assert answer.structured_content is None
        assert "\n" not in content.text
        assert HOSTILE.get(name, "") in content.text


def test_a_name_without_a_word_is_seen_in_the_message(folder: Path) -> None:
    for name in ("", " "):
        with pytest.raises(InputError, match=f"^'{name}': no "):
            results_of(folder, "facts", {"file": name})


@pytest.mark.parametrize("name", HOSTILE, ids=repr)
def test_a_name_that_is_no_file_of_the_folder_is_refused(name: str, folder: Path) -> None:
    with pytest.raises(InputError, match=HOSTILE[name]):
        load(folder, name, DEFAULTS)


def test_a_folder_that_is_itself_a_link_is_one(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "also").symlink_to(folder)
    assert len(list(load(tmp_path / "also", "brief.txt", DEFAULTS))) == 1


@pytest.mark.parametrize(
    ("call", "message"),
    [
        pytest.param(("fact", {"file": "brief.txt"}), "there is no tool 'fact'", id="tool"),
        pytest.param(("facts", {}), "'file' is a required property", id="no file"),
        pytest.param(("check", {"file": "draft.md"}), "'articles' is a", id="no articles"),
        pytest.param(("facts", {"file": 3}), "3 is not of type 'string'", id="no name"),
        pytest.param(
            ("summarize", {"file": "brief.txt", "sentences": 0}),
            "sentences: 0 is less than",
            id="none",
        ),
        pytest.param(("text", {"file": "brief.txt", "about": "x"}), "unexpected", id="unknown"),
        pytest.param(("summarize", {"file": "brief.txt", "about": " "}), "topic", id="no topic"),
    ],
)
def test_arguments_that_make_no_sense_are_refused_in_a_line(call: Call, message: str) -> None:
    from newsbrief.cli.mcp_tools import results_of
    from newsbrief.errors import OptionError

    with pytest.raises(OptionError, match=message) as error:
        results_of(Path(__file__).parents[2] / "samples", *call)
    assert "\n" not in str(error.value)


def test_what_the_sdk_is_missing_for_is_said_in_a_line(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "mcp.server.stdio", None)
    line = "newsbrief: newsbrief mcp needs an extra: pip install 'newsbrief[mcp]'\n"
    assert run("mcp") == (1, "", line)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_ends_it_while_it_waits(number: signal.Signals) -> None:
    """A thread of the SDK reads standard input, and would be waited for."""
    hello: dict[str, object] = {"protocolVersion": "2025-06-18", "capabilities": {}}
    params = hello | {"clientInfo": {"name": "test", "version": "1"}}
    asked = {"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": params}
    argv = [sys.executable, "-m", "newsbrief", "mcp"]
    with subprocess.Popen(argv, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as server:  # noqa: S603
        assert server.stdin
        assert server.stdout
        server.stdin.write(json.dumps(asked).encode() + b"\n")
        server.stdin.flush()
        assert b"newsbrief" in server.stdout.readline()
        server.send_signal(number)
        try:
            assert server.wait(60) == 128 + number
        finally:
            server.kill()


def test_at_a_terminal_it_says_what_it_waits_for(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    served: list[Path] = []
    serve: Callable[[Path], None] = served.append
    monkeypatch.setattr("newsbrief.cli.mcp_server.serve", serve)
    assert "Waiting for a program that speaks MCP" in run("mcp", terminal=("stdin",)).err
    assert run("mcp") == (0, "", "")
    assert served == [Path.cwd()] * 2
