"""Entities and wrongly decoded characters are put right, and nothing else is touched."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsbrief.reading.mending import mended

DAMAGED = ("&amp;", "&amp;#8217;", "&#233;", "&nGt;", "â€™", "â€", "Â£", "Ã©", "\u200b", "\xad")
LANGUAGES = Path(__file__).parents[2] / "samples" / "languages"


def misread(text: str, encoding: str) -> str:
    """``text`` in UTF-8, read as ``encoding``; bytes that it does not have as in Latin-1."""
    return "".join(
        bytes([byte]).decode(encoding, "ignore") or chr(byte) for byte in text.encode("utf-8")
    )


@pytest.mark.parametrize("encoding", ["cp1252", "latin-1"])
@pytest.mark.parametrize("path", sorted(LANGUAGES.glob("*.txt")), ids=lambda path: path.stem)
def test_a_text_in_utf_8_that_was_misread(path: Path, encoding: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert mended(misread(text, encoding)) == text
    assert mended(text) == text


@pytest.mark.parametrize(
    ("text", "right"),
    [
        pytest.param("It&#8217;s &amp; was &quot;shut&quot;", 'It’s & was "shut"', id="entities"),
        pytest.param("at&nbsp;9 &#x2013; 10", "at\xa09 – 10", id="hexadecimal"),
        pytest.param("It&amp;#8217;s", "It’s", id="escaped-twice"),
        pytest.param("AT&T; R&D &unknown; & more", "AT&T; R&D &unknown; & more", id="no-entities"),
        pytest.param("It cost Â£3", "It cost £3", id="pound"),
        pytest.param("a cafÃ©â€¦", "a café…", id="accent"),
        pytest.param(
            "CAFÉ… «IRMÃ» “QUALITÉ” à «ça»", "CAFÉ… «IRMÃ» “QUALITÉ” à «ça»", id="capitals"
        ),
        pytest.param("à\xa0«\xa0Paris\xa0»", "à\xa0«\xa0Paris\xa0»", id="french-spacing"),
        pytest.param(
            "“It is,â€? he said. “No,â€ she said.",
            "“It is,” he said. “No,” she said.",
            id="a-mark-cut-short",
        ),
        pytest.param('5â€"6', '5â€"6', id="a-dash-or-another"),
        pytest.param("Ka\u200bren \u200bWhit\xadfield\ufeff", "Karen Whitfield", id="no-width"),
        pytest.param("inspec\xad\ntors", "inspec\xad\ntors", id="a-hyphen-at-a-line-end"),
        pytest.param("H\u200carlow", "Harlow", id="a-joiner-in-latin"),
        pytest.param("می\u200cخواهم क्\u200dष", "می\u200cخواهم क्\u200dष", id="a-joiner-that-joins"),
        pytest.param("Wall shut\u034f \u200c \u2007\u034f \u200c \xad", "Wall shut ", id="padding"),
        pytest.param("می\u200cروم به \u200cآن", "می\u200cروم به \u200cآن", id="persian"),
        pytest.param("ข่าว\u200bวันนี้", "ข่าว\u200bวันนี้", id="between-thai-words"),
        pytest.param("", "", id="nothing"),
    ],
)
def test_what_is_mended(text: str, right: str) -> None:
    assert mended(text) == right


@given(st.lists(st.sampled_from(DAMAGED) | st.characters()).map("".join))
def test_any_text_is_shortened_or_left(text: str) -> None:
    """Each repair puts one character, or none, in the place of several."""
    made = mended(text)
    assert made == text or len(made) < len(text)


@given(st.text(alphabet=st.characters(max_codepoint=127, exclude_characters="&")))
def test_plain_ascii_is_left(text: str) -> None:
    assert mended(text) == text
