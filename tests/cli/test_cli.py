"""The command line: what goes in, what comes out, and how it ends."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

import newsbrief
from newsbrief import Kind, Method
from newsbrief.cli.app import app

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Run

COMMANDS = ["summarize", "facts", "brief", "digest", "text"]


# What is asked for


@pytest.mark.parametrize("flag", ["-h", "--help"])
@pytest.mark.parametrize("command", [[], *([name] for name in COMMANDS)])
def test_help_is_a_result(flag: str, command: list[str], run: Run) -> None:
    result = run(*command, flag)
    assert (result.code, result.err) == (0, "")
    assert result.out.startswith("Usage: newsbrief")
    assert "\n    newsbrief" in result.out, "an example"
    own, _, _ = result.out.partition("\nShared options:")
    assert own.count("\n") < 50, "a screen"


def test_version_is_one_line(run: Run) -> None:
    from importlib.metadata import version

    assert run("--version") == (0, f"newsbrief {version('newsbrief')}\n", "")


def test_help_names_every_choice(run: Run) -> None:
    facts = " ".join(run("facts", "-h").out.split())
    assert ", ".join(Kind) in facts
    summarize = " ".join(run("summarize", "-h").out.split())
    assert all(method in summarize for method in Method)


def test_help_tells_what_no_file_means(run: Run) -> None:
    for command in COMMANDS:
        assert run(command, "-h").out.endswith(
            "\n\n  '-', or no FILE in a pipe, is standard input.\n"
        )


def test_standard_options_have_their_usual_names(run: Run) -> None:
    for command in COMMANDS:
        out = run(command, "-h").out
        for names in ("-o, --output FILE", "-q, --quiet", "-f, --format FORMAT", "-h, --help"):
            assert names in out


# Usage errors


@pytest.mark.parametrize(
    ("argv", "message"),
    [
        pytest.param(["sumarize"], "Did you mean 'summarize'?", id="command"),
        pytest.param(["facts", "--sorce", "x"], "--source", id="option"),
        pytest.param(["summarize", "--jsn"], "--json", id="short for a format"),
        pytest.param(["facts", "-f", "jsonll"], "Did you mean 'jsonl'?", id="format"),
        pytest.param(["facts", "--kind", "denail"], "Did you mean 'denial'?", id="kind"),
        pytest.param(["summarize", "--method", "textrnk"], "'textrank'?", id="method"),
        pytest.param(["facts", "--color", "alway"], "Did you mean 'always'?", id="colour"),
        pytest.param(["facts", "--by", "zzz"], "'zzz' is not one of place, source.", id="far"),
        pytest.param(["summarize", "-n", "0"], "0 is not at least 1.", id="no sentence"),
        pytest.param(["summarize", "-n", "2.5"], "'2.5' is not a whole number.", id="half"),
        pytest.param(["summarize", "-n", "many"], "'many' is not a whole number.", id="word"),
        pytest.param(["summarize", "-p", "0"], "0 is not above 0", id="no percent"),
        pytest.param(["summarize", "-p", "100.5"], "at most 100", id="too many percent"),
        pytest.param(["summarize", "-p", "nan"], "nan is not above 0", id="not a number"),
        pytest.param(["facts", "--min-confidence", "1.1"], "at most 1", id="confidence"),
        pytest.param(["facts", "--encoding", "klingon"], "no encoding 'klingon'", id="encoding"),
        pytest.param(["summarize", "-n", "3", "-w", "9"], "one length only", id="two lengths"),
        pytest.param(["facts", "--json", "--csv"], "one format only", id="two formats"),
        pytest.param(["facts", "--json", "-f", "csv"], "--json and --format csv", id="and by name"),
        pytest.param(["facts", "-0", "x"], "-0 needs --files-from", id="-0 alone"),
        pytest.param(["facts", "-", "-"], "read only once", id="stdin twice"),
        pytest.param(["facts", "-", "--files-from", "-"], "only once", id="stdin and a list"),
        pytest.param(
            ["facts", "HTTPS://jane:secret@coast.example/a"],
            "HTTPS://***@coast.example/a: newsbrief sends no user and no password",
            id="a password",
        ),
        pytest.param(["corpus", "http://jane@[::1]/"], "http://***@[::1]/: news", id="a user"),
        pytest.param(["facts", "--files-from", "no/list"], "no/list: no such file", id="no list"),
        pytest.param(["summarize", "--about", " "], "'--about': there is no word", id="no topic"),
        pytest.param([], "Usage: newsbrief", id="no command"),
        pytest.param(["help", "fcts"], "Did you mean 'facts'?", id="help on a command"),
        pytest.param(["--show-completion", "zhs"], "Did you mean 'zsh'?", id="shell"),
    ],
)
def test_usage_errors(argv: list[str], message: str, run: Run) -> None:
    result = run(*argv, stdin=b"The council met on Monday. It will meet again.")
    assert (result.code, result.out) == (2, "")
    assert message in result.err
    assert "Traceback" not in result.err


@pytest.mark.parametrize(
    ("argv", "message"),
    [
        pytest.param(["fcts"], "no such command 'fcts'. Did you mean 'facts'?", id="command"),
        pytest.param(["help", "fcts"], "no such command 'fcts'. Did you mean 'facts'?", id="help"),
        pytest.param(["help", "zzz"], "no such command 'zzz'.", id="none is near"),
        pytest.param(["facts", "-n", "1"], "no such option: -n", id="option"),
        pytest.param(["brief", "--words", "3"], "no such option: --words", id="no option like it"),
        pytest.param(
            ["facts", "--jsnl"],
            "no such option: --jsnl (Possible options: --json, --jsonl)",
            id="options like it",
        ),
        pytest.param(
            ["facts", "--by", "zzz"],
            "invalid value for '--by': 'zzz' is not one of place, source.",
            id="value",
        ),
        pytest.param(
            ["quay.txt", "facts"],
            "no such command 'quay.txt'. Did you mean: newsbrief facts quay.txt",
            id="no command but an article",
        ),
        pytest.param(
            ["https://jane:secret@coast.example/a b"],
            "no such command 'https://***@coast.example/a b'. "
            "Did you mean: newsbrief facts 'https://***@coast.example/a b'",
            id="an address",
        ),
        pytest.param(["-"], "no such command '-'. Did you mean: newsbrief facts -", id="stdin"),
        pytest.param(["zzz"], "no such command 'zzz'.", id="no article"),
        pytest.param(
            ["--json", "facts", "quay.txt"],
            "no such option: --json. Did you mean: newsbrief facts --json",
            id="an option before its command",
        ),
        pytest.param(
            ["-n", "3", "summarize"],
            "no such option: -n. Did you mean: newsbrief summarize -n",
            id="a short one",
        ),
        pytest.param(
            ["--csv", "quay.txt"],
            "no such option: --csv. Did you mean: newsbrief facts --csv",
            id="an option and no command",
        ),
        pytest.param(["--words", "3", "facts"], "no such option: --words", id="not of that one"),
        pytest.param(["--zzz", "facts"], "no such option: --zzz", id="of none"),
        pytest.param(["facts", "--words", "3"], "no such option: --words", id="behind it"),
    ],
)
def test_a_usage_error_is_one_line(argv: list[str], message: str, run: Run) -> None:
    assert run(*argv) == (2, "", f"newsbrief: {message}\n")


def test_a_file_without_an_ending_is_an_article_too(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert "Did you mean" not in run("quay").err
    (tmp_path / "quay").touch()
    assert run("quay").err.endswith("'quay'. Did you mean: newsbrief facts quay\n")
    assert run("brief.txt").err.endswith("'brief.txt'. Did you mean: newsbrief facts brief.txt\n")


@pytest.mark.parametrize("name", ["summarize", "facts", "brief", "digest", "schema", "mcp", "help"])
def test_help_on_a_command_is_what_the_command_says_of_itself(name: str, run: Run) -> None:
    shown = run("help", name)
    assert shown == run(name, "--help")
    assert shown.out.startswith(f"Usage: newsbrief {name} ")


def test_help_alone_is_that_of_the_program(run: Run) -> None:
    assert run("help") == run("--help")


def test_a_usage_error_comes_before_any_work(run: Run) -> None:
    result = run("summarize", "-n1", "-w2", "missing.txt", "also missing.txt")
    assert result.err == "newsbrief: give one length only: --sentences, --words or --percent\n"


def test_options_are_read_the_same_where_typer_reads_them_first(
    run: Run, harbour: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The short cut past pydantic may stop working one day; nothing else then may."""
    argv = ("--kind", "denial", "--min-confidence", ".5", "-f", "jsonl", harbour)
    short = run("facts", *argv)
    monkeypatch.setattr("newsbrief.cli.commands._unread", lambda params: params)
    assert run("facts", *argv) == short
    assert short.out.count('"kind"') == 1


def test_every_option_that_takes_a_value_has_a_reader() -> None:
    from typer.main import get_command

    commands = get_command(app).commands  # type: ignore[attr-defined]
    for command in commands.values():
        for param in command.params:
            annotation = param.type_descriptor.annotation
            plain = annotation in (str, list[str], bool)
            assert plain or param.callback, f"{command.name} {param.name}"


# Inputs


@pytest.mark.parametrize("command", ["summarize", "facts", "brief"])
def test_standard_input_is_read_as_a_file_is(command: str, run: Run, samples: Path) -> None:
    path = samples / "windows_1252.txt"
    file = run(command, path)
    assert run(command, stdin=path.read_bytes()) == file
    assert run(command, "-", stdin=path.read_bytes()) == file
    assert file.code == 0


def test_a_byte_order_mark_is_no_text(run: Run) -> None:
    text = "Überraschung in Köln: the mayor resigned on Monday. Nobody knew why."
    plain = run("summarize", stdin=text.encode())
    assert run("summarize", stdin=text.encode("utf-8-sig")) == plain
    assert run("summarize", stdin=text.encode("utf-16")) == plain


def test_encoding_overrules_detection(run: Run) -> None:
    text = "Ціни зросли в понеділок, сказав міністр. Більше нічого не відомо."
    result = run("summarize", "--encoding", "koi8-u", stdin=text.encode("koi8-u"))
    assert result.out.startswith("Ціни зросли")


@pytest.mark.parametrize("command", COMMANDS)
def test_nothing_to_read_shows_help(command: str, run: Run) -> None:
    result = run(command, terminal=("stdin",))
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith(f"Usage: newsbrief {command} ")


def test_files_from_a_list(run: Run, samples: Path, tmp_path: Path) -> None:
    names = [str(samples / "brief.txt"), str(samples / "wire.txt")]
    expected = run("summarize", "-n1", *names)
    listed = tmp_path / "list"
    listed.write_text("\r\n".join([*names, ""]), encoding="utf-8-sig")
    assert run("summarize", "-n1", "--files-from", listed) == expected
    lines = "\n\n".join(names).encode()
    assert run("summarize", "-n1", "--files-from", "-", stdin=lines) == expected
    nul = "\0".join([*names, ""]).encode()
    assert run("summarize", "-n1", "--files-from", "-", "-0", stdin=nul) == expected
    first, second = names
    assert run("summarize", "-n1", first, "--files-from=-", stdin=second.encode()) == expected


def test_names_with_odd_characters(run: Run, samples: Path, tmp_path: Path) -> None:
    odd = tmp_path / "a\nb\tc\x1b.txt"
    odd.write_bytes((samples / "brief.txt").read_bytes())
    result = run("summarize", "--json", "--files-from=-", "-0", stdin=bytes(odd) + b"\0")
    assert json.loads(result.out)[0]["file"] == str(odd)
    [line, *_] = run("summarize", odd, odd).out.splitlines()
    assert line.startswith(f"{tmp_path}/a\ufffdb\ufffdc\ufffd.txt\t")


def test_names_that_are_not_utf_8(run: Run, samples: Path, tmp_path: Path) -> None:
    name = bytes(tmp_path) + b"/caf\xe9.txt"
    try:
        with open(name, "wb") as file:  # noqa: PTH123
            file.write((samples / "brief.txt").read_bytes())
    except OSError:
        pytest.skip("the file system wants UTF-8")
    listed = name + b"\n" + bytes(samples / "brief.txt")
    for shape in ("text", "csv", "markdown", "table"):
        out = run("summarize", "-n1", f"--{shape}", "--files-from=-", stdin=listed).out
        assert out.encode(), "UTF-8, whatever the name"
        assert shape == "markdown" or f"caf{chr(92)}xe9.txt" in "".join(out.split())
    missing = run("summarize", "--files-from=-", stdin=name + b"x").err
    assert f"/caf{chr(92)}xe9.txtx: no such file" in missing
    record = run("summarize", "--jsonl", "--files-from=-", stdin=name).out
    assert json.loads(record)["file"].endswith("caf\udce9.txt")
    assert record.encode()


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_a_list_may_be_one_of_powershell(encoding: str, run: Run, samples: Path) -> None:
    listed = f"\ufeff{samples / 'brief.txt'}\r\nmissing é.txt\r\n".encode(encoding)
    result = run("summarize", "-n1", "--files-from=-", stdin=listed)
    assert (
        result.out
        == f"{samples / 'brief.txt'}\t{run('summarize', '-n1', samples / 'brief.txt').out}"
    )
    assert result.err == "newsbrief: missing é.txt: no such file or directory\n"
    cut_off = run("summarize", "--files-from=-", stdin=listed[:-1])
    assert cut_off.out.startswith(str(samples / "brief.txt"))


def test_names_that_end_in_nul_are_told_apart(run: Run) -> None:
    result = run("facts", "--files-from", "-", stdin=b"a.txt\0b.txt\0")
    assert result == (2, "", "newsbrief: --files-from -: names that end in NUL need -0\n")


def test_an_empty_list_is_no_failure(run: Run) -> None:
    assert run("facts", "--files-from", "-", "--json") == (0, "[]\n", "")


# Failures


BAD = {
    "missing.txt": "no such file or directory",
    ".": "is a folder: name the files in it, as ./*",
    "x.png": "this is a PNG image, not an article",
    "x.html": "no article is found in this web page",
    "x.bin": "this is a binary file, not text",
    "empty.txt": "there is no text in this input",
}


@pytest.fixture
def bad(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "x.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    (tmp_path / "x.html").write_text("<html><body><a href=/>Home</a></body></html>")
    (tmp_path / "x.bin").write_bytes(bytes(range(256)))
    (tmp_path / "empty.txt").touch()


@pytest.mark.usefixtures("bad")
@pytest.mark.parametrize("name", BAD)
def test_a_bad_input_is_one_line_and_the_others_are_done(
    name: str, run: Run, samples: Path
) -> None:
    good = samples / "brief.txt"
    result = run("summarize", "--jsonl", good, name, good)
    assert (result.code, result.err) == (1, f"newsbrief: {name}: {BAD[name]}\n")
    assert [json.loads(line)["file"] for line in result.out.splitlines()] == [str(good)] * 2


@pytest.mark.usefixtures("bad")
@pytest.mark.parametrize("name", BAD)
def test_debug_shows_where_an_error_comes_from(name: str, run: Run) -> None:
    result = run("summarize", name, "--debug")
    assert result.err.startswith("Traceback ")
    assert result.err.endswith(f"newsbrief: {name}: {BAD[name]}\n")


@pytest.mark.parametrize("name", ["table", "text", "json", "jsonl", "csv", "tsv", "markdown"])
def test_total_failure_looks_like_no_result(name: str, run: Run, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert run("summarize", "missing", "-f", name)[:2] == (1, "")
    assert run("summarize", "missing", "-f", name, "-o", out)[:2] == (1, "")
    assert list(tmp_path.iterdir()) == []


def test_bytes_not_in_the_encoding_given(run: Run) -> None:
    result = run("facts", "--encoding", "ascii", stdin="Café".encode())
    assert (result.code, result.out) == (1, "")
    assert result.err.startswith("newsbrief: -: not in encoding ascii: byte 0xc3 at offset 3")


def test_messages_do_not_steer_the_terminal(run: Run) -> None:
    said = "newsbrief: a\ufffd[31m\ufffd\ufffdb  c: no such file or directory\n"
    assert run("facts", "a\x1b[31m\n\tb  c").err == said


# Options of the commands


def test_lengths(run: Run, samples: Path) -> None:
    path = samples / "politics.txt"
    [whole] = json.loads(run("summarize", "--json", "-n", 10_000, path).out)
    assert len(whole["summary"]) == whole["sentences"]
    assert run("summarize", path) == run("summarize", "-n", 3, path)
    assert run("summarize", "-n2", path).out.count("\n") == 2
    assert run("summarize", "-p", "100", path).out == run("summarize", "-n", 10_000, path).out
    assert 0 < len(run("summarize", "--words", 60, path).out.split()) <= 60


def test_order(run: Run, samples: Path) -> None:
    argv = ("summarize", "-n5", "--json", samples / "feature.txt")
    [placed] = json.loads(run(*argv).out)
    [ranked] = json.loads(run(*argv, "--order", "rank").out)
    assert placed["summary"] == sorted(ranked["summary"], key=lambda s: int(s["start"]))
    assert ranked["summary"] == sorted(placed["summary"], key=lambda s: int(s["rank"]))


@pytest.mark.parametrize("method", Method)
def test_methods(method: Method, run: Run, samples: Path) -> None:
    path = samples / "business.txt"
    article = newsbrief.read(path)
    expected = [s.text for s in newsbrief.summarize(article, method=method).sentences]
    assert run("summarize", "--method", method, path).out.splitlines() == expected


@pytest.mark.parametrize("name", [" none.txt", "none.txt ", "none.txt\t"])
def test_white_space_at_the_ends_of_a_name_is_shown(name: str, run: Run) -> None:
    message = f"newsbrief: {name!r}: no such file or directory\n"
    assert run("facts", "--files-from", "-", "-0", stdin=name.encode()) == (1, "", message)


@pytest.mark.parametrize("options", [["--json", "-f", "json"], ["--json"]])
def test_one_format_may_be_named_twice(
    options: list[str], run: Run, harbour: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = run("facts", "--json", harbour)
    monkeypatch.setenv("NEWSBRIEF_FORMAT", "csv")
    assert run("facts", *options, harbour) == expected


def test_about(run: Run) -> None:
    text = "Prices rose on Monday. The ferry to Skarn was cancelled. Rain fell all night."
    assert run("summarize", "-n1", "--about", "ferry", stdin=text.encode()).out == (
        "The ferry to Skarn was cancelled.\n"
    )
    nothing = run("summarize", "--about", "volcano", stdin=text.encode())
    assert (nothing.code, nothing.out) == (1, "")
    assert "volcano" in nothing.err


@pytest.mark.parametrize(
    ("options", "claims"),
    [
        pytest.param([], "the harbour|We|The dredger|the claim", id="all"),
        pytest.param(["--source", "brandt"], "We|the claim", id="source by its words"),
        pytest.param(["--source", "ADA"], "We|the claim", id="source by its name"),
        pytest.param(["--source", "nobody"], "", id="no such source"),
        pytest.param(["--kind", "denial"], "the claim", id="kind"),
        pytest.param(["--kind", "DENIAL", "--kind", "belief"], "The dredger|the claim", id="kinds"),
        pytest.param(["--quotes"], "We", id="quotes"),
        pytest.param(["--unnamed"], "the harbour|The dredger", id="unnamed"),
        pytest.param(["--min-confidence", "0.9"], "the harbour|We", id="confidence"),
        pytest.param(["--by", "source"], "We|the claim|the harbour|The dredger", id="by source"),
        pytest.param(["--source", "a", "--kind", "denial"], "the claim", id="both hold"),
    ],
)
def test_filters_of_facts(options: list[str], claims: str, run: Run, harbour: Path) -> None:
    result = run("facts", harbour, *options)
    found = [line.split("\t")[2].lstrip('"') for line in result.out.splitlines()]
    expected = claims.split("|") if claims else []
    assert result.code == 0
    assert len(found) == len(expected)
    assert all(claim.startswith(start) for claim, start in zip(found, expected, strict=True))


@pytest.mark.parametrize(
    ("source", "found"),
    [
        pytest.param("Zoé O’Neill", 1, id="as it stands"),
        pytest.param("O'Neill", 1, id="apostrophe"),
        pytest.param("zoe", 1, id="accent"),
        pytest.param(" Zoé   O’Neill", 1, id="spaces"),
        pytest.param("ONeill", 0, id="no apostrophe"),
        pytest.param("Neill Zoé", 0, id="order"),
    ],
)
def test_a_source_is_found_however_it_is_typed(source: str, found: int, run: Run) -> None:
    text = "The quay will open on Monday, Zoé O’Neill said. It rained all night in Ostrand.\n"
    result = run("facts", "--source", source, stdin=text.encode())
    assert (result.code, result.out.count("\n")) == (0, found)


@pytest.mark.parametrize("nothing", ["", " "])
def test_no_source_is_looked_for_in_vain(nothing: str, run: Run, harbour: Path) -> None:
    message = "newsbrief: invalid value for '--source': there is nothing to look for in it.\n"
    assert run("facts", "--source", nothing, harbour) == (2, "", message)


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("de", "German"),
        ("fr", "French"),
        ("pt", "Portuguese"),
        ("ru", "Russian"),
        ("zh", "Chinese"),
    ],
)
def test_facts_are_read_in_english(code: str, name: str, run: Run, samples: Path) -> None:
    path = samples / "languages" / f"{code}.txt"
    result = run("facts", "--json", path)
    assert (result.code, json.loads(result.out)[0]["facts"]) == (0, [])
    assert result.err == (
        f"newsbrief: {path}: facts are found in English only, and this article seems to be {name}\n"
    )
    assert run("facts", "-q", path) == (0, "", "")
    assert run("summarize", path).err == ""


def test_a_short_text_in_another_language(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "short.txt"
    path.write_text("Der Rat hat die Brücke nach der Sitzung gesperrt.", encoding="utf-8")
    result = run("facts", path)
    assert (result.code, result.out) == (0, "")
    assert result.err.endswith("this article seems to be German\n")


def test_a_digest_says_which_article_is_in_another_language(run: Run, samples: Path) -> None:
    german = samples / "languages" / "de.txt"
    result = run("digest", samples / "brief.txt", german)
    note = "facts are found in English only, and this article seems to be German"
    assert (result.code, result.err) == (0, f"newsbrief: {german}: {note}\n")
    assert run("digest", "-q", german).err == ""


# Output files


def test_output_goes_to_a_file_and_nowhere_else(run: Run, samples: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.json"
    argv = ("summarize", samples / "brief.txt", "--json")
    expected = run(*argv).out
    assert run(*argv, "-o", out) == (0, "", "")
    assert out.read_text(encoding="utf-8") == expected
    assert run(*argv, "-o", "-").out == expected
    assert out.stat().st_mode & 0o777 == (samples / "brief.txt").stat().st_mode & 0o666


def test_an_old_file_keeps_its_permissions_and_its_links(
    run: Run, samples: Path, tmp_path: Path
) -> None:
    out, link = tmp_path / "out", tmp_path / "link"
    out.write_text("old")
    out.chmod(0o640)
    link.symlink_to(out)
    run("summarize", samples / "brief.txt", "-o", link)
    assert link.is_symlink()
    assert out.read_text(encoding="utf-8") != "old"
    assert out.stat().st_mode & 0o777 == 0o640


def test_an_old_file_outlives_a_failure(
    run: Run, harbour: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out"
    out.write_text("old")

    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    assert run("facts", tmp_path / "missing", "-o", out).code == 1
    monkeypatch.setattr(newsbrief, "facts", interrupted)
    assert run("facts", harbour, "-o", out) == (130, "", "")
    assert out.read_text() == "old"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["harbour.txt", "out"]


def test_some_failures_do_not_lose_the_rest(run: Run, samples: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert run("summarize", samples / "brief.txt", "missing", "-o", out).code == 1
    assert out.read_text(encoding="utf-8").count("\n") == 3


@pytest.mark.parametrize(
    ("path", "message"),
    [
        pytest.param("no/such/folder/x", "the folder no does not exist", id="no folder"),
        pytest.param("/dev/full", "no space left on device", id="disk full"),
        pytest.param(".", "is a directory", id="folder"),
    ],
)
def test_output_that_cannot_be_written(path: str, message: str, run: Run, samples: Path) -> None:
    result = run("summarize", samples / "brief.txt", "-o", path)
    assert result == (1, "", f"newsbrief: {path}: {message}\n")


def test_an_input_is_not_overwritten(run: Run, harbour: Path, tmp_path: Path) -> None:
    link = tmp_path / "link"
    link.symlink_to(harbour)
    result = run("facts", harbour, "-o", link)
    assert (result.code, result.out) == (2, "")
    assert "is an input" in result.err
    assert harbour.read_text(encoding="utf-8").startswith("Harbour plan")
