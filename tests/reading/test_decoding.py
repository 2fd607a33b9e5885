"""Bytes to text: encodings found, encodings given, binary refused."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsbrief.errors import InputError
from newsbrief.reading.decoding import decode, is_text_encoding

ENGLISH = "The minister said “we won’t pay £5 – ever” at the café… and left the room. "
PLAIN = "The council met on Monday and heard what the engineers had found under the bridge. "
LANGUAGES = {
    "english": ENGLISH + PLAIN * 20,
    "german": "„Wir können die Straße nicht schließen“, sagte Jürgen Groß über die Brücke. " * 3,
    "french": "« C’est l’été à Orléans », a déclaré le préfet, qui a reçu les élèves de l’école. "
    * 3,
    "spanish": "«¿Quién pagará los daños?», preguntó la señora Ibáñez en Logroño. " * 3,
    "portuguese": "A população não aceita a solução, disse João Gonçalves à estação. " * 3,
}


@pytest.mark.parametrize("name", LANGUAGES)
def test_windows_1252_is_found(name: str) -> None:
    assert decode(LANGUAGES[name].encode("cp1252")) == LANGUAGES[name]


def test_a_pound_sign_far_down_is_found() -> None:
    text = PLAIN * 3000 + "It cost £5, or €6, he said. " + PLAIN * 3000
    assert decode(text.encode("cp1252")) == text


def test_what_is_mostly_not_utf_8_is_not_read_as_that() -> None:
    text = PLAIN + "The café’s owner said “no” – twice."
    assert decode(text.encode("cp1252") + "£".encode()) == f"{text}Â£"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        pytest.param(f"{PLAIN}“This is it,” he said. It’s £3.", "mac_roman", id="mac"),
        pytest.param(f"{PLAIN}“it is,” he said at the café.", "mac_roman", id="mac-small-letters"),
        pytest.param("Это сделано.Тогда все ушли, и никто не вернулся. " * 3, "cp1251", id="other"),
        pytest.param(f"{PLAIN}Óscar Ibáñez dijo que sí.", "cp1252", id="a-name"),
        pytest.param(f"{PLAIN}CÔTE D’IVOIRE, LIMÕES, Ópera, à l’Ôtel.", "cp1252", id="capitals"),
    ],
)
def test_mac_roman_is_known_by_its_quotation_marks(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == text


def test_russian_is_left_to_the_detector() -> None:
    text = "Полиция сообщила, что в результате пожара никто не пострадал. " * 5
    assert decode(text.encode("cp1251")) == text


@pytest.mark.parametrize(
    ("data", "text"),
    [
        pytest.param(b"", "", id="nothing"),
        pytest.param("é\r\nb\rc".encode(), "é\r\nb\rc", id="line ends stay"),
        pytest.param(codecs.BOM_UTF8 + "né".encode(), "né", id="utf-8 mark"),
        pytest.param(codecs.BOM_UTF16_LE + "né".encode("utf-16-le"), "né", id="utf-16 little"),
        pytest.param(codecs.BOM_UTF16_BE + "né".encode("utf-16-be"), "né", id="utf-16 big"),
        pytest.param(2 * codecs.BOM_UTF16_LE + "né".encode("utf-16-le"), "né", id="two marks"),
        pytest.param(codecs.BOM_UTF32_LE + "né".encode("utf-32-le"), "né", id="utf-32"),
        pytest.param("“né” ".encode() * 9 + b"\xe2\x80", "“né” " * 9 + "\ufffd", id="cut off"),
        pytest.param(
            "“né” £3 ".encode() + b"\xff\xfe\x80", "“né” £3 " + 3 * "\ufffd", id="damaged"
        ),
        pytest.param(
            "\ufffd\ufffd “né”".encode() + b"\xff", "\ufffd\ufffd “né”\ufffd", id="damaged-twice"
        ),
    ],
)
def test_unicode(data: bytes, text: str) -> None:
    assert decode(data) == text


@pytest.mark.parametrize(
    ("data", "encoding", "text"),
    [
        pytest.param("né".encode("cp1252"), "cp1252", "né", id="given"),
        pytest.param("né".encode(), "latin-1", "nÃ©", id="given against the evidence"),
        pytest.param("“né”".encode("cp1252"), "iso-8859-1", "“né”", id="latin-1 as it is meant"),
        pytest.param(b"\x93n\x81", "latin-1", "\x93n\x81", id="latin-1 as it is said"),
        pytest.param(codecs.BOM_UTF8 + b"n", "utf-8", "n", id="mark dropped"),
    ],
)
def test_an_encoding_given_overrules(data: bytes, encoding: str, text: str) -> None:
    assert decode(data, encoding) == text


@pytest.mark.parametrize(
    ("data", "encoding", "message"),
    [
        pytest.param(
            b"abc\xff", "utf-8", "not in encoding utf-8: byte 0xff at offset 3", id="bad byte"
        ),
        pytest.param(b"abc", "utf-99", "unknown encoding 'utf-99'", id="unknown"),
        pytest.param(b"abc", "base64", "unknown encoding 'base64'", id="no text encoding"),
        pytest.param(b"abc", "a\0b", "unknown encoding", id="no name"),
    ],
)
def test_an_encoding_that_fails_is_named(data: bytes, encoding: str, message: str) -> None:
    with pytest.raises(InputError, match=message):
        decode(data, encoding)


@pytest.mark.parametrize(
    ("data", "what"),
    [
        pytest.param(b"\x89PNG\r\n\x1a\n\0", "a binary file", id="png"),
        pytest.param(b"text\0text", "a binary file", id="nul"),
        pytest.param(b"\x01\x02\x03abc" * 9, "a binary file", id="control characters"),
        pytest.param(
            "text".encode("utf-16-le"), "UTF-16 without a byte order mark", id="bare utf-16"
        ),
    ],
)
def test_binary_is_refused(data: bytes, what: str) -> None:
    with pytest.raises(InputError, match=what):
        decode(data)


@given(st.text())
def test_utf8_comes_back(text: str) -> None:
    if "\0" not in text:
        assert decode(text.encode(), "utf-8") == text.lstrip("\ufeff")


@given(st.binary())
def test_any_bytes_decode_or_are_refused(data: bytes) -> None:
    try:
        decode(data)
    except InputError as error:
        assert "\n" not in str(error)  # noqa: PT017 - bytes that decode are as good


@pytest.mark.parametrize(
    "name",
    [
        *(
            "utf-7",
            "UTF_7",
            "unicode_escape",
            "raw-unicode-escape",
            "idna",
            "punycode",
            "undefined",
        ),
        *("zlib", "bz2", "base64", "hex", "rot13", "quopri", "uu", "klingon", "utf\0-8", ""),
    ],
)
def test_only_encodings_of_texts_are_taken(name: str) -> None:
    with pytest.raises(InputError, match="unknown encoding"):
        decode(b"+ADw-script+AD4-", name)


@pytest.mark.parametrize("name", ["ascii", "cp1252", "UTF8", "utf-16", "shift_jis", "hz", "koi8-r"])
def test_all_encodings_of_texts_are_taken(name: str) -> None:
    assert is_text_encoding(name)
