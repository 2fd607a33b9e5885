"""What every command prints of every sample changes only on purpose, and nowhere else.

``python tests/test_outputs.py`` writes ``golden/commands`` anew; read what changes before it stays.
"""

import hashlib
import json
import os
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

HERE = Path(__file__).parent
GOLDEN = HERE / "golden" / "commands"
# Too long to be read: of these, and of all formats but text, the checksum is kept.
ONLY_SUMS = {"text", "report"}

ELSEWHERE = {
    "the C locale, another hash seed": {
        "PYTHONHASHSEED": "12345",
        "LC_ALL": "C",
        "PYTHONUTF8": "0",
        "PYTHONCOERCECLOCALE": "0",
    },
    "a Turkish locale, another time zone, four threads": {
        "LC_ALL": "tr_TR.UTF-8",
        "TZ": "Pacific/Kiritimati",
        "OMP_NUM_THREADS": "4",
        "OPENBLAS_NUM_THREADS": "4",
    },
    "the kernel Haswell": {"OPENBLAS_CORETYPE": "Haswell"},
    "the kernel Zen": {"OPENBLAS_CORETYPE": "Zen"},
    "the kernel Nehalem, NumPy without AVX": {
        "OPENBLAS_CORETYPE": "Nehalem",
        "NPY_DISABLE_CPU_FEATURES": "X86_V4 X86_V3",
    },
}


def outputs(**environment: str) -> dict[str, str]:
    """What each command prints in a process with this ``environment``."""
    plain = {k: v for k, v in os.environ.items() if not k.startswith(("OMP_", "OPENBLAS_", "LC_"))}
    result = subprocess.run(  # noqa: S603
        [sys.executable, str(HERE / "outputs.py")],
        env={**plain, "COLUMNS": "80", **environment},
        capture_output=True,
        check=True,
    )
    return dict(json.loads(result.stdout))


@cache
def here() -> dict[str, str]:
    return outputs(PYTHONHASHSEED="0", OMP_NUM_THREADS="1")


def kept(name: str) -> bool:
    """Whether all of the output called ``name`` is kept, not its checksum."""
    return " " not in name and name not in ONLY_SUMS


def sums(printed: dict[str, str]) -> str:
    """A line for each output that is not kept: its sha256 and its name."""
    rows = [(hashlib.sha256(text.encode()).hexdigest(), name) for name, text in printed.items()]
    return "".join(f"{digest}  {name}\n" for digest, name in rows if not kept(name))


def test_what_is_printed_changes_only_on_purpose() -> None:
    files = {path.stem: path.read_text(encoding="utf-8") for path in GOLDEN.glob("*.txt")}
    now = {name: text for name, text in here().items() if kept(name)}
    assert now | {"checksums": sums(here())} == files, "make golden writes what is printed now"


@pytest.mark.parametrize("place", ELSEWHERE)
def test_the_same_bytes_everywhere(place: str) -> None:
    there = outputs(**ELSEWHERE[place])
    assert [name for name, text in here().items() if there[name] != text] == []


if __name__ == "__main__":
    GOLDEN.mkdir(exist_ok=True)
    for old in GOLDEN.glob("*.txt"):
        old.unlink()
    for name, text in (here() | {"checksums": sums(here())}).items():
        if kept(name):
            (GOLDEN / f"{name}.txt").write_text(text, encoding="utf-8")
