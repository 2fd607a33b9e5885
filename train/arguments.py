"""The command line of a step: the files and folders that it reads and writes."""

import argparse
from pathlib import Path


def paths(description: str, *names: str) -> argparse.ArgumentParser:
    """A parser that asks for the paths ``names``; the first line of ``description`` is the help."""
    parser = argparse.ArgumentParser(description=description.partition("\n")[0])
    for name in names:
        parser.add_argument(f"--{name}", type=Path, required=True)
    return parser
