"""The documentation is true: its examples run, and it leaves no command out."""

import doctest
import re
from importlib import import_module
from importlib.metadata import version
from pathlib import Path
from pkgutil import walk_packages
from runpy import run_path

import pytest
from typer.main import get_command

import newsbrief
from newsbrief.archive.plain import plain_fact
from newsbrief.cli.app import app
from newsbrief.cli.brief_view import BriefView
from newsbrief.cli.facts_view import FactsView

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
PAGES = sorted((ROOT / "docs").glob("*.md"))
CHANGELOG = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
SECURITY = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
CONSOLE = run_path(str(ROOT / "tests" / "console.py"))
COMMANDS = get_command(app).commands  # type: ignore[attr-defined]
MODULES = [
    m.name for m in walk_packages(newsbrief.__path__, "newsbrief.") if "__main__" not in m.name
]


def _name(path: Path) -> str:
    return path.name


@pytest.mark.parametrize("name", ["newsbrief", *MODULES])
def test_examples_in_docstrings(name: str) -> None:
    failed, _ = doctest.testmod(import_module(name))
    assert failed == 0


@pytest.mark.parametrize("name", ["README.md", "docs/clusters.md", "docs/python.md"])
def test_examples_in_python(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    failed, attempted = doctest.testfile(str(ROOT / name), module_relative=False)
    assert (failed, attempted > 0) == (0, True)


@pytest.mark.parametrize("path", CONSOLE["SESSIONS"], ids=_name)
def test_commands_print_what_the_page_says(path: Path) -> None:
    page = path.read_text(encoding="utf-8")
    assert "```console\n$ newsbrief " in page
    if missing := CONSOLE["missing"](page):
        pytest.skip(f"needs {', '.join(missing)}")
    assert CONSOLE["refreshed"](page) == page, "python tests/console.py puts it right"


def test_the_reference_is_that_of_the_docstrings() -> None:
    made = run_path(str(ROOT / "tests" / "reference.py"))["page"]()
    page = (ROOT / "docs" / "python.md").read_text(encoding="utf-8")
    assert page == made, "python tests/reference.py puts it right"
    assert set(re.findall(r"^### (\w+)$", page, re.MULTILINE)) == set(newsbrief.__all__)


@pytest.mark.parametrize("path", PAGES, ids=_name)
def test_links_lead_somewhere(path: Path) -> None:
    for link in re.findall(r"\]\((?!https?:)([^)]+)\)", path.read_text(encoding="utf-8")):
        name, _, anchor = link.partition("#")
        target = path.parent / name if name else path
        assert target.exists(), link
        text = target.read_text(encoding="utf-8") if anchor else ""
        headings = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
        anchors = {re.sub(r"[^\w -]", "", each).casefold().replace(" ", "-") for each in headings}
        assert not anchor or anchor in anchors, link


def test_the_index_names_every_page() -> None:
    index = (ROOT / "docs" / "index.md").read_text(encoding="utf-8")
    assert [path.name for path in PAGES if f"({path.name})" not in index] == ["index.md"]


@pytest.mark.parametrize(
    "path",
    [
        *("CONTRIBUTING.md", "docs/design.md", "bench/README.md", "core/data/README.md"),
        "fuzz/README.md",
    ],
)
def test_the_files_that_a_page_names_are_there(path: str) -> None:
    page = (ROOT / path).read_text(encoding="utf-8")
    named = set(re.findall(r"`([\w/.]+\.(?:py|txt|md|json))`", page))
    links = re.findall(r"\]\((?!http)([^)#]+)\)", page)
    folders = ("core", "cli", "tests", "bench", "fuzz", "train", "docs")
    files = {f"/{file}" for folder in folders for file in (ROOT / folder).rglob("*.*")}
    missing = {name for name in named if not any(file.endswith(f"/{name}") for file in files)}
    assert named
    assert missing == set()
    assert [link for link in links if not (ROOT / path).parent.joinpath(link).exists()] == []


@pytest.mark.parametrize(
    ("command", "columns"),
    [
        pytest.param("facts", FactsView().columns, id="facts"),
        pytest.param("brief", BriefView().columns, id="brief"),
    ],
)
def test_the_page_on_the_schema_has_the_columns(command: str, columns: tuple[str, ...]) -> None:
    page = (ROOT / "docs" / "schema.md").read_text(encoding="utf-8")
    (now,) = re.findall(rf"^\| `{command}`, now \| (.*) \|$", page, re.MULTILINE)
    assert now.replace("*", "").split(", ") == list(columns)


@pytest.mark.parametrize("page", ["SECURITY.md", "docs/reliability.md"])
def test_every_test_that_a_page_names_is_there(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    named = re.findall(r"\b(tests/[\w/]+(?:\.\w+)?)(?:::(\w+))?", text)
    assert len(named) > 20
    assert [path for path, _ in named if not (ROOT / path).exists()] == []
    for path, test in named:
        assert not test or f"def {test}(" in (ROOT / path).read_text(encoding="utf-8"), test


def test_every_promise_names_a_test() -> None:
    rows = re.findall(r"^\| (?!Promise|---)(.*) \|$", SECURITY, re.MULTILINE)
    assert len(rows) > 20
    assert [row for row in rows if "::test_" not in row.split(" | ")[1]] == []


def test_the_page_on_the_schema_says_what_every_key_of_a_fact_means() -> None:
    page = (ROOT / "docs" / "schema.md").read_text(encoding="utf-8")
    (fact,) = newsbrief.facts("Ann Lee said it would rain on Monday and that nobody would be wet.")
    record = {**plain_fact(fact), **dict.fromkeys(("context", "target", "link"))}
    for heading, keys in (("fact", record), ("source", record["source"])):
        (rows,) = re.findall(
            rf"^\| Key of a {heading} \| \|\n(.*?)\n\n", page, re.DOTALL | re.MULTILINE
        )
        named = re.findall(r"`(\w+)`", " ".join(row.split("|")[1] for row in rows.splitlines()))
        assert isinstance(keys, dict)
        assert sorted(named) == sorted(keys)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_and_stands_in_the_readme(name: str) -> None:
    assert COMMANDS[name].help
    assert f"newsbrief {name}" in README


def test_every_option_has_help_and_stands_in_the_readme() -> None:
    options = {
        max(param.opts, key=len): param
        for command in COMMANDS.values()
        for param in command.params
        if param.param_type_name == "option" and not param.hidden
    }
    assert all(param.help for param in options.values())
    assert [name for name in options if name not in README] == []


def test_the_changelog_begins_with_what_is_to_come_and_this_version() -> None:
    unreleased, current, *_ = re.findall(r"^## \[(.+?)\]", CHANGELOG, re.MULTILINE)
    assert (unreleased, current) == ("Unreleased", version("newsbrief"))
