"""The command line of newsbrief: files in, tables, text and JSON out."""

from .exits import ExitStatus, main

__all__ = ["ExitStatus", "main"]
