"""The reference of the library, made from its docstrings.

    python tests/reference.py    writes it into docs/python.md

The tests hold the page to it.
"""

import inspect
import re
from collections.abc import Iterator
from enum import Enum
from pathlib import Path
from types import FunctionType

import newsbrief

PAGE = Path(__file__).parent.parent / "docs" / "python.md"
HEAD = """# Python

The public names of `newsbrief`, made from their docstrings by `make golden`.
Whatever is not here may change.

Offsets count code points from 0, and `end` is exclusive; lines count from 1.
All functions are deterministic, print nothing and use no network; all values are frozen.

```pycon
>>> import newsbrief
>>> article = newsbrief.parse("Rain\\n\\nAnn Lee said the rain would end on Monday. Nobody agreed.")
>>> [fact] = newsbrief.facts(article)
>>> fact.source.name, fact.claim.text
('Ann Lee', 'the rain would end on Monday')
>>> start, end = fact.claim.spans[0]
>>> article.text[start:end]
'the rain would end on Monday'

```
"""

_MODULES = re.compile(r"(?<![\w'\"])(?:[a-z_]+\.)+(?=[A-Z])")
_MEMBER = re.compile(r"<(\w+\.\w+): [^>]*>")
_EMPTY = re.compile(r"(\w+)\((?:\w+=None, )*\w+=None\)")  # a value that is all defaults
_DOCTEST = re.compile(r"^>>> .*\n(?:.+\n?)*", re.MULTILINE)


def page() -> str:
    """The text of the page."""
    return HEAD + "".join(_sections())


def _sections() -> Iterator[str]:
    values = {name: getattr(newsbrief, name) for name in newsbrief.__all__}
    functions = {name: each for name, each in values.items() if isinstance(each, FunctionType)}
    classes = {name: each for name, each in values.items() if isinstance(each, type)}
    errors = {name: each for name, each in classes.items() if issubclass(each, Exception)}
    choices = {name: each for name, each in classes.items() if issubclass(each, Enum)}
    rest = {n: each for n, each in values.items() if n not in {*functions, *errors, *choices}}
    yield "\n## Functions\n"
    for name, function in functions.items():
        yield f"\n### {name}\n\n```python\n{_signature(name, function)}\n```\n\n{_doc(function)}\n"
    yield "\n## Values\n"
    for name, kind in rest.items():
        yield f"\n### {name}\n\n{_doc(kind)}\n"
        if isinstance(kind, type):
            yield from _members(kind)
    yield "\n## Choices\n"
    for name, kind in choices.items():
        listed = ", ".join(f"`{member.name}` ({member.value})" for member in kind)
        yield f"\n### {name}\n\n{_doc(kind)}\n\n{listed}\n"
    yield "\n## Errors\n"
    for name, error in errors.items():
        base = error.__mro__[1].__name__
        yield f"\n### {name}\n\n{_doc(error)} Its base is `{base}`.\n"


def _members(kind: type) -> Iterator[str]:
    """The fields of ``kind`` in a table, then its properties and methods."""
    own = [each for each in reversed(kind.__mro__) if each.__module__.startswith("newsbrief")]
    if fields := {name: a for each in own for name, a in inspect.get_annotations(each).items()}:
        yield "\n| Field | Type |\n| --- | --- |\n"
        for name, annotation in fields.items():
            shown = (
                annotation if isinstance(annotation, str) else inspect.formatannotation(annotation)
            )
            yield f"| `{name}` | `{_short(shown)}` |\n".replace(" | None`", " \\| None`")
    for name, member in vars(kind).items():
        if name.startswith("_"):
            continue
        plain = member.__func__ if isinstance(member, classmethod | staticmethod) else member
        if isinstance(plain, property | FunctionType) and plain.__doc__:
            head = _signature(f".{name}", plain) if isinstance(plain, FunctionType) else f".{name}"
            yield f"\n`{head}`: {_doc(plain)}\n"


def _signature(name: str, function: FunctionType) -> str:
    signature = inspect.signature(function)
    own = [each for each in signature.parameters.values() if each.name not in {"self", "cls"}]
    shown = _short(f"{name}{signature.replace(parameters=own)}")
    if len(shown) <= 90:
        return shown
    before, _, after = shown.partition("(")
    inner, _, result = after.rpartition(")")
    inner = re.sub(r", (?=[\w*]+(?::|,|$))", ",\n    ", inner)
    return f"{before}(\n    {inner},\n){result}"


def _short(text: str) -> str:
    """``text`` without the modules of its types."""
    text = _MEMBER.sub(r"\1", _MODULES.sub("", text)).replace("'", "")
    return _EMPTY.sub(r"\1()", text)


def _doc(item: object) -> str:
    """The docstring of ``item`` in Markdown, its examples in blocks."""
    text = re.sub(r"``(.+?)``", r"`\1`", inspect.getdoc(item) or "")
    return _DOCTEST.sub(lambda block: f"```pycon\n{block[0].rstrip()}\n\n```\n", text).rstrip()


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
