"""The tables of keys in docs/schema.md, made from the JSON Schemas.

    python tests/schema_page.py    writes them into docs/schema.md

The tests hold the page to it.
"""

import re
from pathlib import Path
from typing import Any

from newsbrief.cli.schemas import Schema, schema

PAGE = Path(__file__).parent.parent / "docs" / "schema.md"
_BEGIN, _END = "<!-- keys -->\n", "<!-- end of keys -->\n"


def refreshed(page: str) -> str:
    """``page`` with the tables of keys between its two marks."""
    before, _, rest = page.partition(_BEGIN)
    _, _, after = rest.partition(_END)
    return f"{before}{_BEGIN}{_tables()}{_END}{after}"


def _tables() -> str:
    schemas = {name: schema(name) for name in Schema}
    text = ""
    for name, whole in schemas.items():
        text += f"\n### An object of `{name}`\n\n{_title(whole)}\n\n{_table(whole)}"
    parts = {
        name: part for each in schemas.values() for name, part in each.get("$defs", {}).items()
    }
    for name in sorted(parts):
        part = parts[name]
        if "properties" in part:
            text += f"\n### {_called(name)}\n\n{_title(part)}\n\n{_table(part)}"
    return f"{text}\n"


def _title(part: dict[str, Any]) -> str:
    text = str(part.get("title") or part.get("description") or "Its keys")
    also = "".join(f", with the keys of `{_target(each)}`" for each in part.get("allOf", ()))
    return f"{text[:1].upper()}{text[1:]}{also}."


def _table(part: dict[str, Any]) -> str:
    rows = "| Key | Value | |\n| --- | --- | --- |\n"
    for key, value in part["properties"].items():
        always = key in part["required"]
        rows += f"| `{key}`{'' if always else ' *'} | {_kind(value)} | {_cell(value)} |\n"
    return rows


def _cell(value: dict[str, Any]) -> str:
    return str(value.get("description", "")).replace("|", r"\|")


def _kind(value: dict[str, Any]) -> str:
    """What a value is, in a few words."""
    if "$ref" in value:
        return f"`{_target(value)}`"
    if "anyOf" in value:
        return " or ".join(map(_kind, value["anyOf"]))
    if "enum" in value:
        return ", ".join(f'"{each}"' for each in value["enum"])
    if "const" in value:
        return f"{value['const']}"
    kind = value["type"]
    if kind == "array":
        items = value.get("prefixItems") or [value["items"]]
        return f"array of {' and '.join(map(_kind, items))}"
    return " or ".join(kind) if isinstance(kind, list) else str(kind)


def _target(value: dict[str, Any]) -> str:
    return _called(re.sub(r"^#/\$defs/", "", value["$ref"]))


def _called(name: str) -> str:
    return name.replace("_", " ")


if __name__ == "__main__":
    PAGE.write_text(refreshed(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
