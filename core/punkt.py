"""NLTK's Punkt with parameters learned from news, without NLTK's own ``__init__``.

``import nltk`` costs half a second and, where scipy is installed, seconds; Punkt's module alone
still brings in an HTTP client for loading models. So its file is run once more, privately, with
stand-ins for the other modules of NLTK: none is used to decide where a sentence ends. No entry of
``sys.modules`` changes, so a program that imports nltk before, after or meanwhile is not touched.
"""

import builtins
import re
import sys
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from importlib.machinery import PathFinder
from types import ModuleType
from typing import Any, Protocol

from . import data

_NAME = "nltk.tokenize.punkt"


class Decider(Protocol):
    """The part of ``PunktSentenceTokenizer`` that is used here."""

    def text_contains_sentbreak(self, text: str) -> bool:
        """Whether a sentence ends inside ``text``."""


@cache
def punkt() -> Decider:
    """NLTK's sentence tokenizer, with the parameters that ship with this package."""
    module = load()
    params = module.PunktParameters()
    params.ortho_context = defaultdict(int)
    for line in _lines("punkt.txt"):
        name, *words = line.split(" ")
        if name == "abbreviations":
            params.abbrev_types.update(words)
        elif name == "starters":
            params.sent_starters.update(words)
        elif name == "collocations":
            params.collocations.update(tuple(pair.split("|")) for pair in words)
        else:
            params.ortho_context.update(dict.fromkeys(words, int(name)))
    for words in listed().values():
        params.abbrev_types |= words
    tokenizer: Decider = module.PunktSentenceTokenizer(params)
    return tokenizer


@lru_cache(maxsize=1 << 14)
def ends(word: str, following: str) -> bool:
    """Whether Punkt ends a sentence after ``word``, which a period closes, before ``following``."""
    return punkt().text_contains_sentbreak(f"{word} {following}")


@cache
def listed() -> Mapping[str, frozenset[str]]:
    """The listed abbreviations by class: ``title``, ``number``, ``general``; see the file."""
    groups: defaultdict[str, set[str]] = defaultdict(set)
    for line in _lines("abbreviations.txt"):
        name, words = line.split(":")
        groups[name].update(words.split())
    return {name: frozenset(words) for name, words in groups.items()}


def _lines(name: str) -> list[str]:
    lines = data.read(name).decode("utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def load() -> ModuleType:
    """The module ``nltk.tokenize.punkt``: the one that is imported already, else a private copy.

    Should a version of NLTK not run with the stand-ins, it is imported the ordinary way.
    """
    known = sys.modules.get(_NAME)
    if hasattr(known, "PunktSentenceTokenizer"):
        return known
    try:
        return _private_copy()
    except Exception:  # noqa: BLE001 - whatever NLTK changed, its own import still works
        from importlib import import_module

        return import_module(_NAME)


def _private_copy() -> ModuleType:
    package = PathFinder.find_spec("nltk")
    if package is None or not package.submodule_search_locations:
        raise ImportError("nltk is not installed")
    root = package.submodule_search_locations[0]
    spec = PathFinder.find_spec(_NAME, [f"{root}/tokenize"])
    if spec is None or spec.loader is None:
        raise ImportError(_NAME)
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


def _import(
    name: str,
    globals: Mapping[str, Any] | None = None,  # noqa: A002
    locals: Mapping[str, Any] | None = None,  # noqa: A002
    fromlist: Sequence[str] = (),
    level: int = 0,
) -> Any:  # noqa: ANN401
    """``__import__`` as Punkt's module sees it."""
    if name == "nltk":
        return _StandIns()
    if name.startswith("nltk."):
        return _StandIn()
    return __import__(name, globals, locals, fromlist, level)


class _StandIns:
    def __getattr__(self, name: str) -> _StandIn:
        return _StandIn()
