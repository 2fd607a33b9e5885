"""What is shipped, what is public, and who may import whom."""

import ast
import re
import subprocess
import sys
import tomllib
from importlib.util import find_spec
from pathlib import Path

import pytest

import newsbrief

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
EXTRAS = PROJECT["project"]["optional-dependencies"]
CORE = sorted(p for p in (ROOT / "core").rglob("*.py") if p.parent.name != "data")
CLI = sorted((ROOT / "cli").glob("*.py"))
TEMPLATES = sorted((ROOT / "cli" / "templates").iterdir())
DATA = sorted(p for p in (ROOT / "core" / "data").iterdir() if p.suffix in {".txt", ".npy"})
POSSESSIVE_GROUP = re.compile(r"(?<![\\(])\)(?:[*+?]|\{+[\d,]+\}+)\+|\(\?>")


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


def test_no_room_or_module_hides_a_public_name() -> None:
    inside = {path.stem for path in (ROOT / "core").glob("*.py")}
    inside |= {path.name for path in (ROOT / "core").iterdir() if path.is_dir()}
    assert inside & set(newsbrief.__all__) == set()


def test_importing_the_library_is_cheap() -> None:
    heavy = {"numpy", "nltk", "rich", "typer", "pydantic", "charset_normalizer", "json", "zipfile"}
    code = f"import sys, newsbrief; print(sorted({{*sys.modules}} & {heavy}))"
    assert in_a_fresh_python(code) == "[]\n"


@pytest.mark.parametrize("path", [*CORE, *CLI], ids=lambda path: str(path.relative_to(ROOT)))
def test_every_module_is_installed(path: Path) -> None:
    package, *rooms = path.relative_to(ROOT).with_suffix("").parts
    root = {"core": "newsbrief", "cli": "newsbrief.cli"}[package]
    name = ".".join([root, *rooms]).removesuffix(".__init__")
    assert find_spec(name), "a new module: run make install"


@pytest.mark.parametrize("path", DATA, ids=lambda path: path.name)
def test_every_data_file_is_installed_and_has_a_card(path: Path) -> None:
    from newsbrief.text.packaged import data

    assert data(path.name) == path.read_bytes(), "a new file: run make install"
    assert path.name in (ROOT / "core" / "data" / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_every_template_is_installed(path: Path) -> None:
    installed = Path(newsbrief.__file__).parent / "cli" / "templates" / path.name
    assert installed.read_bytes() == path.read_bytes(), "a new file: run make install"


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


@pytest.mark.parametrize("path", CORE, ids=lambda path: str(path.relative_to(ROOT)))
def test_the_library_knows_nothing_of_its_command_line(path: Path) -> None:
    assert not {name for name in imported(path) if name.split(".")[0] in {"typer", "rich"}}


@pytest.mark.parametrize("path", CLI, ids=lambda path: path.name)
def test_the_command_line_reaches_into_nobody(path: Path) -> None:
    assert not {name for name in imported(path) if "._" in name or name.startswith("_")}


def test_dependencies_are_those_imported() -> None:
    declared = {distribution(line) for line in PROJECT["project"]["dependencies"]}
    used = {name.split(".")[0] for path in [*CORE, *CLI] for name in imported(path)}
    named = {distribution(line) for lines in EXTRAS.values() for line in lines}
    typed = {name.split(".")[0] for path in [*CORE, *CLI] for name in imported_for_types(path)}
    assert used - typed - set(sys.stdlib_module_names) - {"newsbrief"} <= declared
    assert typed - set(sys.stdlib_module_names) - {"newsbrief"} <= named | declared


def test_the_extra_all_is_all_extras() -> None:
    (every,) = re.findall(r"newsbrief\[(.*)\]", EXTRAS["all"][0])
    assert set(every.split(",")) == set(EXTRAS) - {"all", "spark", "train"}


def test_every_extra_that_a_message_names_is_there() -> None:
    calls = [
        node
        for path in [*CORE, *CLI]
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "library"
    ]
    named = {ast.unparse(call.args[1]).strip("'") for call in calls}
    engines = {"dask", "spark"}  # which only programs in examples/ import
    assert named == set(EXTRAS) - {"all", "train"} - engines


def test_every_dependency_is_bounded_above() -> None:
    """The next major version of one may change what is printed."""
    lines = [*PROJECT["project"]["dependencies"]]
    lines += [
        line for name, extra in EXTRAS.items() if name not in {"all", "train"} for line in extra
    ]
    others = [line for line in lines if not line.startswith("newsbrief[")]
    assert [line for line in others if "<" not in line.split(";")[0]] == []


def distribution(requirement: str) -> str:
    """The module that the distribution of ``requirement`` has."""
    return re.split(r"[^\w-]", requirement)[0].replace("-", "_").removesuffix("_py")


def imported_for_types(path: Path) -> set[str]:
    """The names of the modules that the file at ``path`` imports for type checkers alone."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
            lines = [each for each in node.body if isinstance(each, ast.ImportFrom)]
            found |= {line.module for line in lines if line.module and not line.level}
    return found


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        (r"(?:ab)*+", True),
        (r"(?:ab)?+", True),
        (r"(?:ab){{2,}}+", True),
        (r"(?:ab){2}+", True),
        (r"(?>ab)", True),
        (r"(?:ab)+", False),
        (r"[()]*+", False),
        (r"\)++", False),
        (r"(?=(?P<it>(?:ab)*))(?P=it)", False),
    ],
)
def test_possessive_groups_are_told(pattern: str, *, found: bool) -> None:
    assert bool(POSSESSIVE_GROUP.search(pattern)) == found


@pytest.mark.parametrize("path", [*CORE, *CLI], ids=lambda path: str(path.relative_to(ROOT)))
def test_no_group_of_a_pattern_is_possessive(path: Path) -> None:
    """Python 3.11.2, that of Debian 12, ends some of them with a SystemError."""
    texts = [
        node.value
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    ]
    assert [text for text in texts if POSSESSIVE_GROUP.search(text)] == []


@pytest.mark.parametrize("path", CORE, ids=lambda path: str(path.relative_to(ROOT)))
def test_word_lists_are_data_files(path: Path) -> None:
    """No module has a set or frozenset of more than four words; word_set reads them."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    sets = [node for node in ast.walk(tree) if isinstance(node, ast.Set)]
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and node.args]
    made = [call.args[0] for call in calls if ast.unparse(call.func) in {"frozenset", "set"}]
    listed = [node for node in made if isinstance(node, ast.Tuple | ast.List | ast.Set)]
    words = [
        [item.value for item in node.elts if isinstance(item, ast.Constant)]
        for node in (*sets, *listed)
    ]
    assert [row for row in words if len(row) > 4 and all(map(str.isalpha, map(str, row)))] == []
