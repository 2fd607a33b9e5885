"""Files and bytes to articles."""

from pathlib import Path

import pytest

from newsbrief.article import BlockKind, Metadata
from newsbrief.errors import InputError
from newsbrief.formats.files import bounded, read, read_all
from newsbrief.formats.options import ReadOptions

TEXT = "Bridge shut\n\nThe café bridge was shut on Monday, the city said. It leaks."


def test_a_path_and_its_bytes_are_one_article(tmp_path: Path) -> None:
    path = tmp_path / "story.txt"
    path.write_text(TEXT, encoding="utf-8")
    assert read(path) == read(str(path)) == read(path.read_bytes())
    article = read(path)
    assert article.title == "Bridge shut"
    assert [article.fold(s) for s in article.body] == [
        "The café bridge was shut on Monday, the city said.",
        "It leaks.",
    ]
    assert article.blocks[0].kind is BlockKind.TITLE


def test_an_encoding_given_is_used() -> None:
    assert read("né".encode("utf-16-le"), "utf-16-le").text == "né"


@pytest.mark.parametrize(
    ("name", "message"),
    [
        pytest.param("missing.txt", "no such file or directory", id="missing"),
        pytest.param(".", "is a directory", id="directory"),
        pytest.param("photo.png", "this is a PNG image, not an article", id="binary"),
        pytest.param("a\0b", "null", id="impossible name"),
    ],
)
def test_errors_name_the_path(tmp_path: Path, name: str, message: str) -> None:
    (tmp_path / "photo.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    path = str(tmp_path / name)
    with pytest.raises(InputError) as caught:
        read(path)
    assert str(caught.value).startswith(f"{path}: ")
    assert message in str(caught.value)


@pytest.mark.parametrize(
    ("name", "message"),
    [
        pytest.param("ftp://coast.example/a", "only http and https addresses are read", id="ftp"),
        pytest.param("file:///nothing/a.txt", "only http and https addresses are read", id="file"),
        pytest.param("c:/nothing/a.txt", "no such file or directory", id="drive"),
        pytest.param("notes: a/b.txt", "no such file or directory", id="colon"),
    ],
)
def test_another_kind_of_address_is_no_file(name: str, message: str) -> None:
    with pytest.raises(InputError, match=message):
        read(name)


def test_a_wrong_encoding_names_the_path(tmp_path: Path) -> None:
    path = tmp_path / "story.txt"
    path.write_bytes(b"caf\xe9")
    with pytest.raises(InputError, match=r"story.txt: not in encoding utf-8"):
        read(path, "utf-8")


def test_what_a_file_says_of_an_article_goes_along() -> None:
    article = read(
        b'{"title": "Bridge shut", "author": "Jane Roe", "date": "2025-03-04", '
        b'"publisher": "Coast News", "url": "https://coast.example/a", '
        b'"lang": "en", "text": "It was shut on Monday."}'
    )
    assert article.title == "Bridge shut"
    assert article.metadata == Metadata(
        "Jane Roe", "2025-03-04", "Coast News", "https://coast.example/a", "en"
    )
    assert article.text == "Bridge shut\n\nIt was shut on Monday."


def test_a_title_that_is_known_is_the_title() -> None:
    """No other line is, whatever it looks like; and it is one though it looks like no title."""
    data = b'{"title": "%s", "text": "A bridge falls\\n\\nIt was shut on Monday, they said."}'
    for title in (b"Read more", b"It fell down on Sunday, the city said.", b"By Jane Roe"):
        article = read(data % title)
        assert article.title == title.decode()
        kinds = [block.kind for block in article.blocks]
        assert kinds == [BlockKind.TITLE, BlockKind.HEADING, BlockKind.PARAGRAPH]


def test_a_file_of_several_articles() -> None:
    data = b'{"text": "It rained."}\n{"text": "It snowed."}\n'
    assert [article.text for article in read_all(data)] == ["It rained.", "It snowed."]
    with pytest.raises(InputError, match="holds several articles: read_all gives them"):
        read(data)
    with pytest.raises(InputError, match="holds no article"):
        read(b"[]")
    with pytest.raises(InputError, match=r":2: no text in this row"):
        list(read_all(b'{"text": "It rained."}\n{"text": ""}\n'))


def test_an_input_that_is_too_large_names_the_limit(tmp_path: Path) -> None:
    path = tmp_path / "story.txt"
    path.write_text(TEXT, encoding="utf-8")
    size = path.stat().st_size
    assert next(read_all(path, ReadOptions(max_bytes=size))).text == TEXT
    with pytest.raises(InputError, match=rf"larger than {size - 1} bytes; --max-bytes"):
        list(read_all(path, ReadOptions(max_bytes=size - 1)))


def test_a_device_without_an_end_ends_at_the_limit() -> None:
    with pytest.raises(InputError, match=r"/dev/zero: larger than 5,000,000 bytes"):
        list(read_all("/dev/zero", ReadOptions(max_bytes=5_000_000)))


def test_no_more_is_read_than_shows_that_it_is_too_much() -> None:
    class Endless:
        taken = 0

        def read(self, size: int, /) -> bytes:
            self.taken += size
            return bytes(size)

    endless = Endless()
    with pytest.raises(InputError):
        bounded(endless, 3_000_000)
    assert endless.taken == 3_000_001


@pytest.mark.parametrize(
    ("text", "byline"),
    [
        pytest.param("Bridge shut\n\nBy Jane Roe\n\n{}", "Jane Roe", id="byline"),
        pytest.param("Bridge shut\n\nBy. Jane Roe.\n\n{}", "Jane Roe", id="scraped"),
        pytest.param("Bridge shut\n\nWritten by Jane Roe\n\n{}", "Jane Roe", id="written by"),
        pytest.param(
            "Bridge shut\n\nBy JANE ROE and OLE BRANDT\n\n{}", "JANE ROE and OLE BRANDT", id="two"
        ),
        pytest.param(
            "Bridge shut\n\nAdditional reporting by Jane Roe\n\n{}", None, id="other work"
        ),
        pytest.param("Bridge shut\n\n{}\n\nBy Jane Roe\n\n{}", None, id="below"),
        pytest.param("Bridge shut\n\n{}", None, id="none"),
        pytest.param(
            "Bridge shut\n\nBy the bridge it was quiet on Monday, the city said.",
            None,
            id="sentence",
        ),
    ],
)
def test_the_byline_of_a_plain_text(text: str, byline: str | None) -> None:
    article = read(text.replace("{}", "The bridge was shut on Monday, the city said.").encode())
    assert article.metadata == Metadata(byline=byline)
