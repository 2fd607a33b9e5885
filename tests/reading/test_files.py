"""Files and bytes to articles."""

from pathlib import Path

import pytest

from newsbrief.article import BlockKind
from newsbrief.errors import InputError
from newsbrief.reading.files import read

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
        pytest.param("photo.png", "a PNG image", id="binary"),
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


def test_a_wrong_encoding_names_the_path(tmp_path: Path) -> None:
    path = tmp_path / "story.txt"
    path.write_bytes(b"caf\xe9")
    with pytest.raises(InputError, match=r"story.txt: not in encoding utf-8"):
        read(path, "utf-8")
