"""Text in the value of a field: a string, or strings in lists and objects.

Editors of texts write a tree of nodes, each with its type (ProseMirror, Slate, Lexical, Draft.js,
Editor.js, Portable Text, Contentful, Arc): what a node says stands in members of a few names, and
what else it has is how it looks. A node of pieces of text beside each other is one paragraph.
"""

from collections.abc import Iterator, Mapping

_OF_NODES = ("type", "_type", "nodetype", "children", "blocks", "root")  # a node has one of them
_PIECES = ("children", "content")  # the lists in which pieces of one paragraph stand
_PIECE = ("text", "value")  # what a piece has
_SAID = (
    *("text", "content", "value", "children", "data", "items", "html", "body", "root", "blocks"),
    *("paragraphs", "content_html", "content_text"),
)
# What is said of a text beside it, as Feedly does.
_OF_A_TEXT = ("direction", "dir", "type", "format", "language", "lang", "mimetype")


def words(value: object) -> Iterator[str]:
    """The paragraphs in the ``value`` of a field: a text, or the texts inside lists and objects.

    >>> list(words([{"type": "p", "children": [{"text": "It "}, {"text": "rained", "b": True}]}]))
    ['It rained']
    """
    waiting = [(value, False)]  # no recursion: a value may be nested as deep as JSON can be read
    while waiting:
        each, is_node = waiting.pop()
        if isinstance(each, str):
            if each.strip():
                yield each
        elif isinstance(each, list):
            is_node = is_node or any(map(_is_node, each))
            waiting.extend((member, is_node) for member in reversed(each))
        elif isinstance(each, dict):
            is_node = is_node or _is_node(each)
            members = _said(each) if is_node else _members(each)
            if is_node and _is_paragraph(each):
                members = ["".join(_pieces(each))]
            waiting.extend((member, is_node) for member in reversed(members))


def _is_node(value: object) -> bool:
    if not isinstance(value, dict) or not _said(value):
        return False
    return any(name.casefold() in _OF_NODES for name in value)


def _is_paragraph(node: Mapping[str, object]) -> bool:
    lists = (node.get(name) for name in _PIECES)
    return any(_is_piece(each) for pieces in lists if isinstance(pieces, list) for each in pieces)


def _is_piece(value: object) -> bool:
    return isinstance(value, dict) and any(isinstance(value.get(name), str) for name in _PIECE)


def _pieces(node: Mapping[str, object]) -> Iterator[str]:
    waiting: list[object] = [node]
    while waiting:
        each = waiting.pop()
        if isinstance(each, str):
            yield each
        elif isinstance(each, list | dict):
            waiting.extend(reversed(each if isinstance(each, list) else _said(each)))


def _said(node: Mapping[str, object]) -> list[object]:
    return [member for name, member in node.items() if name.casefold() in _SAID]


def _members(value: Mapping[str, object]) -> list[object]:
    """The members of an object, without what is said there of a text beside it."""
    if not any(isinstance(value.get(name), str) for name in _SAID):
        return list(value.values())
    return [member for name, member in value.items() if name.casefold() not in _OF_A_TEXT]
