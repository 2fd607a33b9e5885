"""The parameters are those that were looked at, and reading them runs no code of theirs.

``python tests/test_parameters.py`` writes their checksums anew, as ``sha256sum`` writes them.
"""

import hashlib
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
DATA = ROOT / "core" / "data"
SUMS = Path(__file__).parent / "golden" / "data.sha256"


def sums() -> str:
    """The sha256 and the name of every file of parameters and words, a line each."""
    files = [path for path in sorted(DATA.iterdir()) if path.suffix in {".txt", ".npy"}]
    return "".join(f"{hashlib.sha256(f.read_bytes()).hexdigest()}  {f.name}\n" for f in files)


def test_the_parameters_are_those_that_were_looked_at() -> None:
    assert sums() == SUMS.read_text(encoding="utf-8"), "make golden writes those of today"


def test_nothing_is_unpickled() -> None:
    """Python tells its hooks of each class that a pickle names."""
    code = """
import os, sys
sys.addaudithook(lambda event, _: os._exit(99) if event.startswith("pickle.") else None)
import newsbrief
article = newsbrief.read("samples/politics.txt")
newsbrief.report(article)
newsbrief.digest([article])
"""
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True)  # noqa: S603


def test_no_module_asks_for_pickles() -> None:
    for path in [*(ROOT / "core").rglob("*.py"), *(ROOT / "cli").rglob("*.py")]:
        assert "pickle" not in path.read_text(encoding="utf-8")


if __name__ == "__main__":
    SUMS.write_text(sums(), encoding="utf-8")
