"""Bytes to text: the encoding detected or given, binary files refused.

All offsets of the library count code points of the text returned here: without its byte order
mark, with its line ends as they were.
"""

import codecs
import re
from contextlib import suppress

from newsbrief.errors import InputError

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""Byte order marks and their encodings, the longest first: UTF-32's begins with UTF-16's."""

_MARK = "\ufeff"

_BINARY_SAMPLE_BYTES = 4096  # at the start, in which NUL or control characters show a binary file
_DETECTOR_SAMPLE_BYTES = 32 * 1024
_BYTES_AROUND = 64  # of what is not ASCII, in the detector's sample
_MAX_CONTROL_SHARE = 1 / 20  # control characters of a text file
_MIN_UTF_16_NUL_SHARE = 1 / 5  # NUL at even or odd places: the high bytes of UTF-16 in English
_MAX_UTF_16_NUL_SHARE = 1 / 50  # NUL at the other places
_MAX_WESTERN_SHARE = 1 / 4  # of what is not ASCII, in a text taken for Windows-1252
_REPLACED = "\ufffd"  # what stands for bytes that do not decode

_ESCAPING = {"utf-7", "unicode-escape", "raw-unicode-escape", "idna", "punycode", "undefined"}

_CONTROL = bytes(c for c in range(32) if c not in b"\t\n\v\f\r\x1a\x1b")
_NON_ASCII = re.compile(rb"[\x80-\xff]+")
_ASCII = bytes(range(128))
# The bytes of Mac Roman's quotation marks, in Windows-1252 the capitals Ò, Ó, Ô and Õ, and those of
# them that stand where no capital does: behind a small letter or a mark, or before "This".
_MAC_QUOTES = re.compile(rb"[\xd2-\xd5]")
_MAC_QUOTES_IN_PLACE = re.compile(rb"(?<=[a-z.,!?])[\xd2-\xd5]|[\xd2\xd4](?=[A-Z][a-z])")
# Quotation marks, dashes, ellipsis, currency and accented letters of English, French, German,
# Spanish, Portuguese, Italian and Dutch news. A text that is mostly ASCII and otherwise has only
# these is read as Windows-1252: a detector guesses wrongly from ten bytes.
_WESTERN = (
    "\u20ac\u201a\u201e\u2026\u2039\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u2122\u203a\u0152\u0153\u0160\u0161\u0178"
    "\xa0\xa1\xa2\xa3\xa5\xa7\xa9\xab\xad\xae\xb0\xb2\xb4\xb7\xba\xaa\xbb\xbc\xbd\xbe\xbf"
    "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜßàáâãäåæçèéêëìíîïñòóôõöøùúûüÿ"
).encode("cp1252")


def decode(data: bytes, encoding: str | None = None) -> str:
    """The text that ``data`` holds, without a byte order mark.

    ``encoding`` takes the place of detection, even against a byte order mark; Latin-1 means
    Windows-1252, as in browsers (https://encoding.spec.whatwg.org). Without it the
    encoding is that of the byte order mark, else UTF-8 where ``data`` is that, else a guess.
    Raises ``InputError`` for binary data, for an unknown encoding, and where ``data`` is not in
    the encoding given.
    """
    if encoding is not None:
        return _decode_as(data, encoding)
    for mark, name in MARKS:
        if data.startswith(mark):
            return data.decode(name, "replace").lstrip(_MARK)  # files put together have several
    if what := _binary(data[:_BINARY_SAMPLE_BYTES]):
        raise InputError(f"this is {what}, not text")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _guess(data)


def has_mark(data: bytes) -> bool:
    """Whether ``data`` opens with a byte order mark."""
    return any(data.startswith(mark) for mark, _ in MARKS)


def is_text_encoding(name: str) -> bool:
    """Whether ``name`` is an encoding that Python knows and that holds texts as they are.

    Not so are those in which letters of ASCII stand for others, as ``utf-7`` and
    ``unicode_escape``: a text in them that seems harmless may not be (Encoding Standard, section
    4.2 note: browsers read none of them). Nor are codecs from bytes to bytes, as ``zlib``.
    """
    try:
        codec = codecs.lookup(name).name.replace("_", "-")
        b"x".decode(name, "replace")  # of no bytes at all, any codec makes a text
    except (LookupError, ValueError):  # a NUL in the name is a ValueError
        return False
    return codec not in _ESCAPING


def _decode_as(data: bytes, encoding: str) -> str:
    if not is_text_encoding(encoding):
        raise InputError(f"unknown encoding {encoding!r}")
    if codecs.lookup(encoding).name == "iso8859-1":
        with suppress(UnicodeDecodeError):
            return data.decode("cp1252")
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise InputError(
            f"not in encoding {encoding}: byte 0x{data[error.start]:02x} "
            f"at offset {error.start} ({error.reason})"
        ) from None
    except UnicodeError as error:
        raise InputError(f"not in encoding {encoding}: {error}") from None
    return text.lstrip(_MARK)


def _binary(head: bytes) -> str:
    """What ``head``, the start of a file, looks like if it is binary, or ""."""
    even, odd = head[::2].count(0), head[1::2].count(0)
    many, few = max(even, odd), min(even, odd)
    if many > _MIN_UTF_16_NUL_SHARE * len(head) and few <= _MAX_UTF_16_NUL_SHARE * len(head):
        return "UTF-16 without a byte order mark (name it with --encoding) or a binary file"
    controls = len(head) - len(head.translate(None, _CONTROL))
    return "a binary file" if even or odd or controls > _MAX_CONTROL_SHARE * len(head) else ""


def _guess(data: bytes) -> str:
    """``data`` decoded with the likeliest encoding; what does not decode becomes U+FFFD."""
    text = data.decode("utf-8", "replace")
    broken = text.count(_REPLACED) - data.count(_REPLACED.encode())
    valid = len(text) - len(text.encode("ascii", "ignore")) - broken
    if valid > broken:  # UTF-8, damaged: in other encodings few bytes look like a character of it
        return text
    sample = _sample(data)
    non_ascii = sample.translate(None, _ASCII)
    if len(non_ascii) < _MAX_WESTERN_SHARE * len(sample):
        if _is_mac_roman(sample):
            return data.decode("mac_roman")
        if not non_ascii.translate(None, _WESTERN):
            return data.decode("cp1252", "replace")
    from charset_normalizer import from_bytes

    best = from_bytes(sample).best()
    return data.decode(best.encoding if best else "cp1252", "replace")


def _is_mac_roman(sample: bytes) -> bool:
    """Whether most bytes for Mac Roman's quotation marks can be no capitals.

    Half are enough: a mark that opens before a small letter stands as the capital of a name does.
    """
    in_place = len(_MAC_QUOTES_IN_PLACE.findall(sample))
    return in_place > 0 and 2 * in_place >= len(_MAC_QUOTES.findall(sample))


def _sample(data: bytes) -> bytes:
    """What the detector is shown of ``data``: what is not ASCII, with the bytes around it.

    Fifty megabytes of English may have their first pound sign at the end.
    """
    if len(data) <= _DETECTOR_SAMPLE_BYTES:
        return data
    pieces: list[bytes] = []
    end = 0
    for match in _NON_ASCII.finditer(data):
        start, end = max(end, match.start() - _BYTES_AROUND), match.end() + _BYTES_AROUND
        pieces.append(data[start:end])
        if len(pieces) * _BYTES_AROUND > _DETECTOR_SAMPLE_BYTES:
            break
    return b"".join(pieces)
