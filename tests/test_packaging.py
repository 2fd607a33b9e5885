"""What is shipped, what is public, and who may import whom."""

import ast
import subprocess
import sys
import tomllib
from importlib.util import find_spec
from pathlib import Path

import pytest

import newsbrief

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
CORE = sorted((ROOT / "core").glob("*.py"))
CLI = sorted((ROOT / "cli").glob("*.py"))
DATA = sorted(p for p in (ROOT / "core" / "data").iterdir() if p.suffix in {".txt", ".npz"})


def imported(path: Path) -> set[str]:
    """The absolute names of the modules that the file at ``path`` imports, anywhere in it."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            found.add(node.module)
    return found


def in_a_fresh_python(code: str) -> str:
    """What ``code`` prints in an interpreter that has imported nothing."""
    return subprocess.run(  # noqa: S603
        [sys.executable, "-c", code], capture_output=True, check=True, text=True, timeout=60
    ).stdout


def test_public_names_are_sorted_and_there() -> None:
    assert newsbrief.__all__ == sorted(newsbrief.__all__)
    assert all(hasattr(newsbrief, name) for name in newsbrief.__all__)
    assert all(getattr(newsbrief, name).__doc__ for name in newsbrief.__all__)


def test_no_module_hides_a_function_of_its_name() -> None:
    """``newsbrief.facts`` is the function, although it stands in a module ``facts``."""
    modules = {path.stem for path in CORE}
    shared = sorted(modules & set(newsbrief.__all__))
    assert shared
    code = "import newsbrief, importlib\n" + "".join(
        f"importlib.import_module('newsbrief.{name}')\nprint(callable(newsbrief.{name}))\n"
        for name in shared
    )
    assert in_a_fresh_python(code) == "True\n" * len(shared)


def test_importing_the_library_is_cheap() -> None:
    heavy = {"numpy", "nltk", "rich", "typer", "pydantic", "charset_normalizer", "json", "zipfile"}
    code = f"import sys, newsbrief; print(sorted({{*sys.modules}} & {heavy}))"
    assert in_a_fresh_python(code) == "[]\n"


@pytest.mark.parametrize("path", [*CORE, *CLI], ids=lambda path: f"{path.parent.name}/{path.name}")
def test_every_module_is_installed(path: Path) -> None:
    package = {"core": "newsbrief", "cli": "newsbrief.cli"}[path.parent.name]
    name = package if path.stem == "__init__" else f"{package}.{path.stem}"
    assert find_spec(name), "a new module: run make install"


@pytest.mark.parametrize("path", DATA, ids=lambda path: path.name)
def test_every_data_file_is_installed_and_has_a_card(path: Path) -> None:
    from newsbrief.packaged import data

    assert data(path.name) == path.read_bytes(), "a new file: run make install"
    assert path.name in (ROOT / "core" / "data" / "README.md").read_text(encoding="utf-8")


def test_every_package_is_shipped() -> None:
    folders = {"newsbrief": ROOT / "core", "newsbrief.cli": ROOT / "cli"}
    inner = {
        f"{package}.{path.parent.relative_to(folder)}".replace("/", ".")
        for package, folder in folders.items()
        for path in folder.rglob("__init__.py")
        if path.parent != folder
    }
    assert set(PROJECT["tool"]["setuptools"]["packages"]) == {*folders, *inner}
    assert (ROOT / "core" / "py.typed").exists()


@pytest.mark.parametrize("path", CORE, ids=lambda path: path.name)
def test_the_library_knows_nothing_of_its_command_line(path: Path) -> None:
    allowed = {"newsbrief.cli"} if path.name == "__main__.py" else set()
    names = imported(path) - allowed
    assert not {name for name in names if name.split(".")[0] in {"newsbrief", "typer", "rich"}}


@pytest.mark.parametrize("path", CLI, ids=lambda path: path.name)
def test_the_command_line_reaches_into_nobody(path: Path) -> None:
    assert not {name for name in imported(path) if "._" in name or name.startswith("_")}


def test_dependencies_are_those_imported() -> None:
    declared = {d.split(">")[0].replace("-", "_") for d in PROJECT["project"]["dependencies"]}
    used = {name.split(".")[0] for path in [*CORE, *CLI] for name in imported(path)}
    assert used - set(sys.stdlib_module_names) - {"newsbrief"} <= declared
