"""The reader of each kind is called, with the encoding given, and nothing it raises gets out."""

import gzip
import sys
from collections.abc import Iterable

import pytest

from newsbrief.errors import InputError
from newsbrief.formats import documents as documents_module
from newsbrief.formats import html, subtitles
from newsbrief.formats.document import Document, PartError
from newsbrief.formats.documents import documents
from newsbrief.formats.kinds import InputKind
from newsbrief.formats.options import ReadOptions

SENTENCE = "The café on the quay at Ostrand was shut on Monday, the port authority said."


def texts(found: Iterable[Document | PartError]) -> list[str]:
    return [each.text for each in found if isinstance(each, Document)]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        pytest.param(SENTENCE.encode("koi8-r", "ignore"), "The caf on", id="text"),
        pytest.param(
            f"<html><p>{SENTENCE}</p></html>".encode("utf-16-le"), "The café on", id="html"
        ),
        pytest.param(f'{{"text": "{SENTENCE}"}}'.encode("utf-16-le"), "The café on", id="json"),
    ],
)
def test_an_encoding_given_is_used_in_every_file_of_text(data: bytes, expected: str) -> None:
    encoding = "koi8-r" if data.startswith(b"The") else "utf-16-le"
    name = "a.json" if b"{" in data else "a.html" if b"<" in data else ""
    (text,) = texts(documents(data, name, ReadOptions(encoding)))
    assert text.startswith(expected)


def test_what_is_compressed_is_read_as_what_is_in_it() -> None:
    data = gzip.compress(gzip.compress(f'{{"text": "{SENTENCE}"}}\n'.encode()))
    assert texts(documents(data, "news.jsonl.gz.gz")) == [SENTENCE]
    assert texts(documents(data)) == [SENTENCE]
    with pytest.raises(InputError, match="compressed more than 2 times"):
        documents(gzip.compress(data))
    with pytest.raises(InputError, match=r"unpacks to more than 1,000 bytes"):
        documents(gzip.compress(b"a" * 1001), options=ReadOptions(max_bytes=1000))


@pytest.mark.parametrize("error", [RecursionError, MemoryError, KeyError, AssertionError, OSError])
def test_whatever_a_library_raises_is_one_line(
    error: type[Exception], monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_: bytes) -> list[Document]:
        raise error

    monkeypatch.setattr(html, "documents", broken)
    with pytest.raises(InputError, match=rf"a web page that cannot be read \({error.__name__}\)"):
        documents(b"<html>")


def test_an_interrupt_gets_out(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(_: bytes) -> list[Document]:
        raise KeyboardInterrupt

    monkeypatch.setattr(subtitles, "documents", interrupted)
    with pytest.raises(KeyboardInterrupt):
        documents(b"1\n00:00:01,000 --> 00:00:04,000\nRain\n")


def test_every_kind_has_a_reader() -> None:
    inside = {InputKind.TEXT, InputKind.JSON, InputKind.CSV, InputKind.COMPRESSED}
    assert set(documents_module._MODULES) == set(InputKind) - inside  # noqa: SLF001


@pytest.mark.parametrize(
    ("module", "data", "extra"),
    [
        pytest.param("trafilatura", b"<html><p>Rain.</p>", "web", id="web"),
        pytest.param("pypdfium2", b"%PDF-1.7\n", "pdf", id="pdf"),
        pytest.param("striprtf.striprtf", b"{\\rtf1 Rain.}", "rtf", id="rtf"),
        pytest.param("pyarrow.parquet", b"PAR1PAR1", "parquet", id="parquet"),
        pytest.param("fastwarc.warc", b"WARC/1.0\r\n", "warc", id="warc"),
    ],
)
def test_a_library_that_is_not_installed_is_named_with_its_extra(
    module: str, data: bytes, extra: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(InputError, match=rf"pip install 'newsbrief\[{extra}\]'"):
        list(documents(data))


def test_plain_text_needs_nothing_of_other_kinds() -> None:
    """So that a plain article starts as fast as if there were no other kinds."""
    import subprocess

    from newsbrief.formats.files import load  # noqa: F401  The tree must be importable.

    code = (
        "import sys; from newsbrief.formats.files import load;"
        f"list(load({SENTENCE.encode()!r}));"
        "print(sorted(m for m in sys.modules if m.startswith('newsbrief.formats.')),"
        " sorted({'json', 'csv', 'email', 'zipfile', 'html', 'xml', 'lxml'} & {*sys.modules}))"
    )
    out = subprocess.run(  # noqa: S603
        [sys.executable, "-c", code], check=True, capture_output=True, text=True, timeout=60
    ).stdout
    needed = (
        *("detection", "document", "documents", "files"),
        *("kinds", "openings", "options", "signatures"),
    )
    assert out == f"{[f'newsbrief.formats.{name}' for name in needed]} []\n"
