"""Two builds give the same bytes, whatever the times and modes of the files and the umask."""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
PARTS = [
    *("core", "cli", "docs", "bench", "samples", "tests", "train", ".ci"),
    *("pyproject.toml", "MANIFEST.in", "Makefile", "requirements-dev.txt"),
    *("README.md", "CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md", "LICENSE"),
]
MADE = shutil.ignore_patterns("__pycache__", "*.egg-info", "build", "dist")


def built(folder: Path, time: int, umask: int) -> dict[str, str]:
    """The names and sha256 of what is built from a copy of this tree in ``folder``."""
    source = folder / "source"
    source.mkdir(parents=True)
    for part in PARTS:
        path = ROOT / part
        if path.is_dir():
            shutil.copytree(path, source / part, ignore=MADE)
        else:
            shutil.copy(path, source / part)
    for path in source.rglob("*"):
        os.utime(path, (time, time))
    subprocess.run(
        [sys.executable, ".ci/build.py", "dist"],
        cwd=source,
        check=True,
        stdout=subprocess.DEVNULL,
        umask=umask,
    )
    return {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in (source / "dist").iterdir()
    }


def test_two_builds_give_the_same_bytes(tmp_path: Path) -> None:
    one = built(tmp_path / "one", time=1_700_000_000, umask=0o022)
    other = built(tmp_path / "other", time=1_800_000_000, umask=0o077)
    assert sorted(Path(name).suffix for name in one) == [".gz", ".whl"]
    assert one == other
