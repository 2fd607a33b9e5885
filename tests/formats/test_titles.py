"""The text of a document opens with its title, whatever kind of file it is of."""

from importlib import import_module
from pathlib import Path

import pytest

FILES = Path(__file__).parent / "files"
MODULES = {
    ".docx": "docx", ".odt": "odt", ".epub": "epub", ".pdf": "pdf", ".md": "markdown",
    ".rss": "feeds", ".xml": "feeds", ".eml": "mail", ".mbox": "mail",
}  # fmt: skip
TITLED = [p for p in sorted(FILES.iterdir()) if p.suffix in MODULES]
READ = [p for p in TITLED if p.stem not in ("scan", "encrypted", "README")]


@pytest.mark.parametrize("path", READ, ids=lambda path: path.name)
def test_the_text_opens_with_the_title(path: Path) -> None:
    module = import_module(f"newsbrief.formats.{MODULES[path.suffix]}")
    for document in module.documents(path.read_bytes()):
        assert document.title
        assert document.text.split("\n\n")[0] == document.title
