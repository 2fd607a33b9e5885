"""JSON Schema (2020-12) of what commands write: an object of ``json``, a line of ``jsonl``.

The schema of a command is the packaged file ``COMMAND.schema.json``. What several have in common
stands in ``parts.schema.json``; of it, each gets what it refers to.
"""

import json
import re
from enum import StrEnum
from typing import Any

from newsbrief.text.packaged import data

_PARTS = "parts"
_REFERENCE = re.compile(r'"#/\$defs/(\w+)"')


class Schema(StrEnum):
    """What has a schema: each command that writes JSON, and the record of an input that failed."""

    SUMMARIZE = "summarize"
    FACTS = "facts"
    BRIEF = "brief"
    DIGEST = "digest"
    CHECK = "check"
    SOURCES = "sources"
    TEXT = "text"
    CORPUS = "corpus"
    ERROR = "error"


def schema(name: Schema) -> dict[str, Any]:
    """The schema called ``name``, with the definitions that it refers to."""
    own, parts = _read(name), _read(_PARTS)["$defs"] | _read(name).get("$defs", {})
    needed: set[str] = set()
    missing = _references(own)
    while missing:
        needed |= missing
        missing = {each for part in missing for each in _references(parts[part])} - needed
    definitions = {part: parts[part] for part in parts if part in needed}
    return {**own, "$defs": definitions} if definitions else own


def _read(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(data(f"{name}.schema.json"))
    return found


def _references(part: dict[str, Any]) -> set[str]:
    return set(_REFERENCE.findall(json.dumps(part)))
