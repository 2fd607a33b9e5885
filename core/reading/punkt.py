"""NLTK's Punkt with parameters learned from news, without NLTK's own ``__init__``.

``import nltk`` costs half a second and, where scipy is installed, seconds; Punkt's module alone
still brings in an HTTP client for loading models. So its file is run once more, privately, with
stand-ins for the other modules of NLTK: none is used to decide where a sentence ends. No entry of
``sys.modules`` changes, so a program that imports nltk before, after or meanwhile is not touched.
"""

import builtins
import re
import sys
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cache, lru_cache
from importlib.machinery import PathFinder
from types import ModuleType
from typing import NamedTuple, Protocol

from newsbrief.text.packaged import entries, sections

_NAME = "nltk.tokenize.punkt"


class Tokenizer(Protocol):
    """The part of ``PunktSentenceTokenizer`` that is used here."""

    def text_contains_sentbreak(self, text: str) -> bool:
        """Whether a sentence ends inside ``text``."""


class Model(NamedTuple):
    """NLTK's tokenizer, and the words that its parameters and our list tell apart."""

    tokenizer: Tokenizer
    openers: frozenset[str]  # open many sentences and are written small inside them
    small: AbstractSet[str]  # are written small inside sentences
    groups: Mapping[str, frozenset[str]]  # the listed abbreviations; see abbreviations.txt
    abbreviations: frozenset[str]  # listed or learned; those with a capital stand as they are


@cache
def model() -> Model:
    """The tokenizer with the parameters that ship with this package."""
    found = {name: words.split() for name, _, words in map(_parted, entries("punkt.txt"))}
    groups = {
        name: frozenset(" ".join(lines).split())
        for name, lines in sections("abbreviations.txt").items()
    }
    known = frozenset(found["abbreviations"]).union(*groups.values()) - groups["ordinal"]
    module = load()
    params = module.PunktParameters()
    params.abbrev_types.update(map(str.lower, known))
    params.sent_starters.update(found["starters"])
    inside = module._ORTHO_MAP["internal", "lower"]  # noqa: SLF001 - NLTK's flag for "seen small"
    params.ortho_context.update(dict.fromkeys(found["small"], inside))
    return Model(
        module.PunktSentenceTokenizer(params),
        frozenset(found["openers"]),
        params.ortho_context.keys(),
        groups,
        known,
    )


def _parted(line: str) -> tuple[str, str, str]:
    return line.partition(" ")


@lru_cache(maxsize=1 << 14)
def ends(word: str, following: str) -> bool:
    """Whether Punkt ends a sentence after ``word``, which a period closes, before ``following``."""
    return model().tokenizer.text_contains_sentbreak(f"{word} {following}")


def load() -> ModuleType:
    """The module ``nltk.tokenize.punkt``: the one that is imported already, else a private copy.

    Should a version of NLTK not run with the stand-ins, it is imported the ordinary way.
    """
    known = sys.modules.get(_NAME)
    if known is not None and hasattr(known, "PunktSentenceTokenizer"):
        return known
    try:
        return private_copy()
    except Exception:  # noqa: BLE001 - whatever NLTK changed, its own import still works
        from importlib import import_module

        return import_module(_NAME)


def private_copy() -> ModuleType:
    """Punkt's module run anew from NLTK's file, outside ``sys.modules``."""
    package = PathFinder.find_spec("nltk")
    if package is None or not package.submodule_search_locations:
        raise ImportError("nltk is not installed")
    root = package.submodule_search_locations[0]
    spec = PathFinder.find_spec(_NAME, [f"{root}/tokenize"])
    if spec is None or spec.loader is None:
        raise ImportError(f"no {_NAME} in {root}")
    module = ModuleType(_NAME)
    module.__file__ = spec.origin
    module.__dict__["__builtins__"] = {**vars(builtins), "__import__": _import}
    spec.loader.exec_module(module)
    return module


class _StandIn:
    """Stands for a module of NLTK: any name it is asked for is an empty class."""

    compile = staticmethod(re.compile)  # of nltk.redos, which adds a time limit to it

    def __getattr__(self, name: str) -> type:
        return type(name, (), {})


class _Package:
    """Stands for the package nltk: any name it is asked for is a module."""

    def __getattr__(self, name: str) -> _StandIn:
        return _StandIn()


def _import(
    name: str,
    globals: Mapping[str, object] | None = None,  # noqa: A002 - the names of __import__ itself
    locals: Mapping[str, object] | None = None,  # noqa: A002
    fromlist: Sequence[str] = (),
    level: int = 0,
) -> object:
    """``__import__`` as Punkt's module sees it."""
    if name == "nltk":
        return _Package()
    if name.startswith("nltk."):
        return _StandIn()
    return __import__(name, globals, locals, fromlist, level)
