"""The command line of newsbrief: files in, tables, text and JSON out."""

from .exits import main
from .status import ExitStatus

__all__ = ["ExitStatus", "main"]
