"""XML as a tree of elements, read from files that may be hostile.

Python's expat bounds how far entities expand, and loads nothing from outside. Here no entity may
be declared at all, which no document and no feed needs to; how deep elements nest and how many
there are is bounded. The tree is that of ``xml.etree``: a tag is "{namespace}name".
"""

import html
import re
from typing import Final
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

from newsbrief.errors import InputError
from newsbrief.reading.decoding import decode, has_mark

MAX_DEPTH: Final = 500
MAX_ELEMENTS: Final = 2_000_000  # a book of a thousand pages has 200,000

_ENCODING = re.compile(rb"""\s*<\?xml[^>]{0,100}\sencoding\s*=\s*["']([\w.:-]{1,40})["']""")
_NATIVE = ("utf-8", "utf8", "us-ascii", "ascii")  # to expat, and meant as it reads them
_BARE_AMPERSAND = re.compile(r"&(?!(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z]\w{1,30});)")
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # by XML 1.0


def xml_tree(data: bytes, *, mend: bool = False) -> Element:
    """The root element of the XML document in ``data``.

    Entities that HTML names ("&nbsp;") are read although XML does not know them. With ``mend``, an
    ampersand that stands for itself and control characters are forgiven. Raises ``InputError``
    where the document is not well-formed, declares entities, or is nested too deep.
    """
    encoding = _encoding(data)
    if encoding not in _NATIVE:  # of those with several bytes to a character, expat reads few
        data, encoding = decode(data, encoding).encode("utf-8"), "utf-8"
    try:
        return _parsed(data, encoding)
    except expat.ExpatError as error:
        if not mend:
            raise _not_well_formed(error) from None
    text = decode(data, encoding)
    mended = _BARE_AMPERSAND.sub("&amp;", _FORBIDDEN.sub("", text))
    try:
        return _parsed(mended.encode("utf-8"), "utf-8")
    except expat.ExpatError as error:
        raise _not_well_formed(error) from None


def _encoding(data: bytes) -> str | None:
    """The encoding that ``data`` declares, None where a byte order mark shows another one.

    A declaration that can be read byte by byte is in no encoding of several bytes, as the one of
    programs that hold texts in UTF-16 and write them in UTF-8.
    """
    if has_mark(data):
        return None
    named = _ENCODING.match(data)
    declared = named[1].decode("ascii").lower() if named else "utf-8"
    return "utf-8" if declared.startswith(("utf-16", "utf-32")) else declared


def local_name(element: Element) -> str:
    """The name of ``element`` without its namespace."""
    return element.tag.rpartition("}")[2]


def attribute(element: Element, name: str) -> str:
    """The attribute ``name`` of ``element``, whatever its namespace, or ""."""
    return next((v for key, v in element.items() if key.rpartition("}")[2] == name), "")


def _not_well_formed(error: expat.ExpatError) -> InputError:
    reason = expat.ErrorString(error.code)
    return InputError(f"damaged XML: line {error.lineno}: {reason}")


def _parsed(data: bytes, encoding: str) -> Element:
    """The tree of ``data``, which is in ``encoding``."""
    builder = TreeBuilder()
    depth = elements = 0

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth, elements
        depth += 1
        elements += 1
        if depth > MAX_DEPTH:
            raise InputError(f"its XML is nested more than {MAX_DEPTH} elements deep")
        if elements > MAX_ELEMENTS:
            raise InputError(f"its XML has more than {MAX_ELEMENTS:,} elements")
        builder.start(_tag(name), {_tag(key): value for key, value in attributes.items()})

    def end(name: str) -> None:
        nonlocal depth
        depth -= 1
        builder.end(_tag(name))

    def entity(*_: object) -> None:
        raise InputError("its XML declares entities, which a document does not need")

    def skipped(name: str, is_parameter: bool) -> None:  # noqa: FBT001 - as expat calls it
        if not is_parameter:
            builder.data(html.unescape(f"&{name};"))

    parser = expat.ParserCreate(encoding, "}")
    parser.buffer_text = True
    parser.UseForeignDTD(True)  # noqa: FBT003 - so that "&nbsp;" is skipped and not an error
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = builder.data
    parser.EntityDeclHandler = entity
    parser.SkippedEntityHandler = skipped
    parser.Parse(data, True)  # noqa: FBT003 - that nothing follows
    return builder.close()


def _tag(name: str) -> str:
    """The name "{namespace}name" of the name "namespace}name"."""
    return f"{{{name}" if "}" in name else name
