"""Damage that programs do to the characters of a text on its way, and its repair.

Two kinds are mended, where they leave no doubt: HTML entities in a text that is not HTML
("&#8217;"), and UTF-8 that was read as Windows-1252 or Latin-1 ("â€™" for "’"). What shows nothing,
such as a space of no width inside a name, is taken out.
"""

import re

from newsbrief.text.scripts import SYLLABARIES

_ENTITY = re.compile(r"&(?:#\d{2,7}|#[xX][\da-fA-F]{2,6}|([A-Za-z][A-Za-z\d]{1,30}));")
_MAX_ROUNDS = 2  # "&amp;#8217;" was escaped twice
_MIN_OF_OTHER_SCRIPTS = 5  # sequences that prove the damage together
_BRACKETS = ("<", ">", "&lt;", "&gt;")
# What newsletters put behind the words that an inbox shows, so that it shows no others.
_PADDING = re.compile(
    r"[\u034f\u200b-\u200f](?:[^\S\n]*+[\u034f\xad\u200b-\u200f\u2060\ufeff]){3,}"
)
_NO_WIDTH = "\u034f\xad\u200b\u200c\u200d\u2060\ufeff"
_LATIN = "A-Za-z\xc0-\u024f"
# Not those that say something: between words of Thai, between letters of Persian and Hindi, and a
# soft hyphen at a line end, where the word goes on.
_UNSEEN = re.compile(
    rf"[\u2060\ufeff]|\xad(?![ \t]*[\r\n])|(?<![{SYLLABARIES}])\u200b|"
    rf"(?<=[{_LATIN}])[\u200c\u200d](?=[{_LATIN}])"
)


def mended(text: str) -> str:
    r"""``text`` with its HTML entities and wrongly decoded characters put right.

    >>> mended("It&#8217;s at the cafÃ© â€œNoorâ€\x9d &amp; shut")
    'It’s at the café “Noor” & shut'
    """
    return without_unseen(_decoded_again(_unescaped(text)))


def mended_field(text: str) -> str:
    r"""``text`` of a field of data put right: its entities where no angle bracket stands in it.

    Beside one, escaped or not, they may be what is written about.

    >>> mended_field("AT&amp;T&#8217;s cafÃ©"), mended_field("R &amp; D &lt; 3")
    ('AT&T’s café', 'R &amp; D &lt; 3')
    """
    if not text.isascii():
        text = without_unseen(_decoded_again(text))
    if "&" not in text or any(bracket in text for bracket in _BRACKETS):
        return text
    return _unescaped(text)


def without_unseen(text: str) -> str:
    r"""``text`` without the characters that show nothing and part no words.

    >>> without_unseen("Ka\u200bren Whit\xadfield")
    'Karen Whitfield'
    """
    if text.isascii() or not any(character in text for character in _NO_WIDTH):
        return text
    return _UNSEEN.sub("", _PADDING.sub(" ", text))


def _unescaped(text: str) -> str:
    """``text`` with the characters that its entities name."""
    for _ in range(_MAX_ROUNDS):
        if "&" not in text or not _ENTITY.search(text):
            break
        text = _ENTITY.sub(_character, text)
    return text


def _character(entity: re.Match[str]) -> str:
    """What an ``entity`` stands for; an unknown name stands for itself."""
    import html  # a plain text seldom needs it
    from html.entities import html5

    name = entity[1]
    return html.unescape(entity[0]) if name is None or f"{name};" in html5 else entity[0]


def _byte_characters() -> dict[str, int]:
    """The bytes from 0x80 on by the characters that Windows-1252 and Latin-1 read them as."""
    found = {chr(byte): byte for byte in range(0x80, 0x100)}
    for byte in range(0x80, 0x100):
        character = bytes([byte]).decode("cp1252", "ignore")
        if character:
            found[character] = byte
    return found


_BYTES = _byte_characters()
_LEAD = 0xC0  # from which on a byte opens a character of UTF-8
_TRAIL = "".join(re.escape(character) for character, byte in _BYTES.items() if byte < _LEAD)
_SEQUENCE = re.compile(
    rf"[\xc2-\xdf][{_TRAIL}]|[\xe0-\xef][{_TRAIL}]{{2}}|[\xf0-\xf4][{_TRAIL}]{{3}}"
)
# No language writes these, as "Â£", "Ã©" and "â€™"; "IRMÃ»" and "CAFÉ…" some do.
_PROOF = re.compile(
    "\xc2[\xa0-\xaa\xac-\xba\xbc-\xbf]|\xc3[\xa1-\xaa\xac-\xba\xbc-\xbf]|"
    rf"[\xe2-\xef][{_TRAIL}]{{2}}|\xf0[{_TRAIL}]{{3}}"
)
# The last byte of ” is nothing in Windows-1252: programs write "?" for it, or leave it out.
_CUT_QUOTE = re.compile(r"\xe2\u20ac(?:[?\ufffd]|(?=[ \t\r\n.,;:!)\]]|\Z))")
_OF_OTHER_SCRIPTS = re.compile(rf"[\xc4\xc5\xce-\xdb][{_TRAIL}]|[\xe0\xe1][{_TRAIL}]{{2}}")


def _decoded_again(text: str) -> str:
    """``text`` with the sequences put right that are UTF-8 read as Windows-1252 or Latin-1."""
    text = _CUT_QUOTE.sub("”", text)
    if _PROOF.search(text) or len(_OF_OTHER_SCRIPTS.findall(text)) >= _MIN_OF_OTHER_SCRIPTS:
        return _SEQUENCE.sub(_sequence, text)
    return text


def _sequence(match: re.Match[str]) -> str:
    """What the bytes of a sequence are in UTF-8; the sequence itself where they are nothing."""
    data = bytes(_BYTES[character] for character in match[0])
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return match[0]
