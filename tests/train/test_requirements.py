"""What the training imports is named in pyproject: as a dependency or in the extra ``train``."""

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent


def imported(path: Path) -> Iterator[str]:
    """The top-level packages that ``path`` imports from outside the standard library."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and not node.level and node.module:
            names = [node.module]
        else:
            continue
        yield from {name.partition(".")[0] for name in names} - sys.stdlib_module_names


@pytest.mark.parametrize("path", sorted((ROOT / "train").glob("*.py")), ids=lambda path: path.name)
def test_every_import_is_a_requirement(path: Path) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    required = [*project["dependencies"], *project["optional-dependencies"]["train"]]
    names = {re.split(r"[^\w-]", line)[0].replace("-", "_") for line in required}
    neighbours = {each.stem for each in (ROOT / "bench").iterdir()}
    assert set(imported(path)) <= names | neighbours | {"newsbrief"}
