"""Every harness runs on what it starts from and on drawn bytes, and would see what it looks for."""

import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fuzz import harnesses, run
from fuzz.choices import Choices
from fuzz.file_pieces import PIECES
from fuzz.files import BUILDERS, file
from fuzz.harnesses import HARNESSES, Harness, tried
from fuzz.output import output_holds, page_holds
from fuzz.properties import facts_hold, is_in_order
from fuzz.seeds import seeds
from fuzz.texts import WORDS, text, texts
from newsbrief import InputError, Span, facts, parse
from newsbrief.cli.formats import Format
from newsbrief.formats.document import Document
from newsbrief.formats.documents import documents


@pytest.mark.parametrize("name", HARNESSES)
def test_what_a_harness_starts_from_shows_nothing(name: str) -> None:
    found = list(seeds(name))
    assert len(found) > 6
    for data in found:
        tried(name, data)


@pytest.mark.parametrize("name", HARNESSES)
@settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.binary(max_size=400))
def test_drawn_bytes_show_nothing(name: str, data: bytes) -> None:
    tried(name, data)
    tried(name, b"\1" + data)


@pytest.mark.parametrize("kind", BUILDERS)
def test_files_are_built_that_can_be_read(kind: str) -> None:
    """Else the harness of a kind would try its refusals alone."""
    read = 0
    for data in seeds(kind):
        try:
            found = list(documents(file(kind, data), f"a.{kind}"))
        except InputError:
            continue
        read += any(isinstance(each, Document) and each.text for each in found)
    assert read >= 3


def test_the_same_bytes_are_the_same_text_whose_words_are_listed() -> None:
    data = b"\1" + bytes(range(256))
    assert text(data) == text(data)
    assert texts(data, 2) == texts(data, 2)
    assert text(b"\0It rained.") == "It rained."
    assert texts(b"\0One.\0Two.", 3) == ["One.", "Two.", ""]
    assert sum(word in text(data) for word in WORDS) > 5
    assert Choices(b"\2\3").one_of("abc") == "c"
    assert len(set(PIECES)) > 100


@pytest.mark.parametrize(
    ("chosen", "printed"),
    [
        pytest.param(Format.TEXT, "red \x1b[31m\n", id="escape-sequence"),
        pytest.param(Format.TABLE, "\u202eabc\n", id="override"),
        pytest.param(Format.CSV, "file,text\r\na,=1+1\r\n", id="formula"),
        pytest.param(Format.TSV, "file\ttext\na\t\"''=1+1\"\tb\n", id="too-many-cells"),
        pytest.param(Format.CSV, "file,text\r\na\r\n", id="too-few-cells"),
        pytest.param(Format.JSON, '{"value": NaN}', id="no-number"),
        pytest.param(Format.JSON, '{"text": "\x9b"}', id="control-in-json"),
        pytest.param(Format.MARKDOWN, "- a <b>c</b>\n", id="html"),
        pytest.param(Format.MARKDOWN, "- [a](https://evil.example)\n", id="link"),
        pytest.param(Format.MARKDOWN, "- `a`\n", id="code"),
    ],
)
def test_output_that_steers_a_reader_is_seen(chosen: Format, printed: str) -> None:
    with pytest.raises((AssertionError, ValueError)):
        output_holds(chosen, printed)


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("<script>alert(1)</script>", id="another-script"),
        pytest.param('<p onclick="x">a</p>', id="handler"),
        pytest.param('<a href="javascript:x">a</a>', id="address"),
        pytest.param('<a href="#nowhere">a</a>', id="link-to-nothing"),
        pytest.param("<p>a<b>b</p></b>", id="not-well-formed"),
        pytest.param('<p id="a">a</p><p id="a">b</p>', id="one-id-twice"),
        pytest.param("<!-- a -->", id="comment"),
    ],
)
def test_a_page_that_does_more_than_it_should_is_seen(body: str) -> None:
    own = "<style>a</style><script>b</script>"
    page_holds(f'<p id="c">a</p><a href="#c">b</a>{own}')
    with pytest.raises(AssertionError):
        page_holds(f"{body}{own}")


def test_spans_and_facts_that_are_wrong_are_seen() -> None:
    for spans in ([Span(0, 0)], [Span(0, 3), Span(2, 4)], [Span(3, 9)], [Span(3, 4), Span(0, 1)]):
        with pytest.raises(AssertionError):
            is_in_order(spans, 0, 5)
    article = parse("Ann Lee said it rained on Monday.")
    found = facts(article)
    facts_hold(article, found)
    with pytest.raises(AssertionError):
        facts_hold(parse("Bo Lee said it rained on Monday."), found)


def test_a_find_is_shown_by_the_command_that_repeats_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def harness(data: bytes) -> None:
        if b"bad" in data:
            raise KeyError(data)
        raise InputError("one line")

    monkeypatch.setitem(harnesses.HARNESSES, "facts", Harness(harness))
    good, bad = tmp_path / "good", tmp_path / "bad"
    good.write_bytes(b"good")
    bad.write_bytes(b"a bad one")
    assert run.main(["facts", str(good)]) == 0
    assert capsys.readouterr().err == ""
    assert run.main(["facts", str(good), str(bad)]) == 1
    assert re.search(
        rf"^{bad}\n.*KeyError: b'a bad one'$", capsys.readouterr().err, re.MULTILINE | re.DOTALL
    )


def test_where_atheris_is_not_there_one_line_says_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    assert run.main(["--minutes", "1"]) == 0
    assert capsys.readouterr().err == f"{run.NO_ATHERIS}\n"
