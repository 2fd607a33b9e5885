"""Fuzzing: inputs grown by what of newsbrief they reach, each held to what must always be so.

``harnesses`` names what is tried and ``run`` tries it, with atheris (libFuzzer for Python) or, to
repeat a find, without. See README.md.
"""
