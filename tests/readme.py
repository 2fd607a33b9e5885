"""The console blocks of the README and the tutorial, with what the commands in them print.

    python tests/readme.py    writes it into the pages

The tests hold the pages to it.
"""

import os
import re
import subprocess
import sys
from pathlib import Path

import newsbrief

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "README.md", ROOT / "docs" / "tutorial.md"]

_BLOCK = re.compile(r"^```console\n(.*?)^```", re.DOTALL | re.MULTILINE)
_COMMAND = re.compile(r"^\$ (.*)\n", re.MULTILINE)


def refreshed(text: str) -> str:
    """``text`` with the output of each ``$ command`` in a console block below it."""
    return _BLOCK.sub(
        lambda block: "```console\n" + "".join(map(_run, _COMMAND.findall(block[1]))) + "```", text
    )


def _run(command: str) -> str:
    """``command`` as it is typed, and what it prints at a terminal of 80 columns."""
    # The newsbrief that this interpreter imports, whichever one is on the PATH.
    program = f'newsbrief() {{ "{sys.executable}" -m newsbrief "$@"; }}\n'
    package = str(Path(newsbrief.__file__).parents[1])
    result = subprocess.run(  # noqa: S603  The commands are our own.
        ["/bin/sh", "-c", program + command],
        cwd=ROOT,
        env={"PATH": os.environ["PATH"], "PYTHONPATH": package, "COLUMNS": "80"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        check=True,
        timeout=60,
    )
    return f"$ {command}\n{result.stdout.decode('utf-8')}"


if __name__ == "__main__":
    for page in PAGES:
        page.write_text(refreshed(page.read_text(encoding="utf-8")), encoding="utf-8")
