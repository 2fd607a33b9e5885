"""What all tests share: the samples, a run of the command line, an article with known facts."""

import csv
import gc
import io
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from compileall import compile_dir
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import settings

import newsbrief
from newsbrief import (
    Article,
    Attribution,
    Kind,
    Part,
    QuoteType,
    Source,
    SourceType,
    Span,
    parse,
)
from newsbrief.attribution import take
from newsbrief.cli import main
from newsbrief.spans import join

# Hypothesis fails what takes longer than 0.2 s, as anything does on a machine with other work.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

# As from a terminal: what runs in the background of a script, or below nohup, ignores these.
signal.signal(signal.SIGINT, signal.default_int_handler)
if hasattr(signal, "SIGHUP"):
    signal.signal(signal.SIGHUP, signal.SIG_DFL)

ROOT = Path(__file__).parent.parent
SAMPLES = ROOT / "samples"
PACKAGE = Path(newsbrief.__file__).parent

# Square brackets, a comma, quotation marks, a line end and a control character within claims.
HARBOUR = """Harbour plan splits the council

The mayor said the harbour would open in May. "We [the council]
were never asked, [/b]" Ada Brandt told \x1b[31mreporters. The dredger is thought to have sunk.

Brandt denied the claim.
"""

# A claim within another, one that is optional, a source without a name, and a role and a why that
# hold markup, an escape sequence, a cell's end and a formula.
TALKS = """Talks on the harbour resume

The price was 2 million, an aide @present at the talks said, the Ostrand Courier reported. Ida Holm,
=chief \x1b[1meconomist|[b] of *North* Bank, hopes for a deal. "No," the aide said.
"""


class Result(NamedTuple):
    """What a run of the command line did."""

    code: int
    out: str
    err: str

    @property
    def rows(self) -> list[dict[str, str]]:
        """The rows of the CSV that it printed."""
        return list(csv.DictReader(io.StringIO(self.out, newline="")))


Run = Callable[..., Result]


def pytest_sessionstart() -> None:
    """Refuse to test another newsbrief than the one in this tree, and compile it.

    Some hundred programs that the tests start would each compile it anew, since they keep nothing.
    """
    if not (PACKAGE / "errors.py").samefile(ROOT / "core" / "errors.py"):
        pytest.exit(f"{PACKAGE} is not the newsbrief of this tree: run make install", 3)
    if "PYTEST_XDIST_WORKER" not in os.environ:
        compile_dir(PACKAGE, quiet=1)


def pytest_collection_finish() -> None:
    """Look for no garbage among some 7,000 tests: it took a quarter of a second each time."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session")
def samples() -> Path:
    return SAMPLES


@pytest.fixture(scope="session", autouse=True)
def _one_thread() -> Iterator[None]:
    """Count no thread of xdist: newsbrief copies this process only where it has no other thread.

    The one that waits for what to run next holds no lock that a copy needs.
    """
    with pytest.MonkeyPatch.context() as patch:
        if "PYTEST_XDIST_WORKER" in os.environ:
            counted, theirs = threading.active_count, threading.active_count() - 1
            patch.setattr(threading, "active_count", lambda: counted() - theirs)
        yield


@pytest.fixture(scope="module")
def _only_own_garbage() -> None:
    """Have what is timed look for garbage among its own things, and none of earlier tests."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def _plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    own = [name for name in os.environ if name.startswith("NEWSBRIEF_")]
    for name in ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "LINES", "TERM", "PAGER", "LESS", *own):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("NEWSBRIEF_PAGER", "")
    # Programs that tests start import the newsbrief of this tree too, and write nothing into it.
    monkeypatch.setenv("PYTHONPATH", str(PACKAGE.parent))
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]) -> Run:
    """The command line in this process; ``terminal`` names the streams that are one."""

    def run(*argv: object, stdin: bytes = b"", terminal: tuple[str, ...] = ()) -> Result:
        with monkeypatch.context() as patch:
            patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8"))
            for name in terminal:
                patch.setattr(getattr(sys, name), "isatty", lambda: True)
            code = main([str(word) for word in argv])
        out, err = capsysbinary.readouterr()
        return Result(code, out.decode("utf-8", "surrogateescape"), err.decode())

    return run


@pytest.fixture
def harbour(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file with ``HARBOUR``, in which ``facts`` finds ``harbour_facts``."""
    return _with_known_facts(tmp_path / "harbour.txt", HARBOUR, harbour_facts(), monkeypatch)


@pytest.fixture
def talks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file with ``TALKS``, in which ``facts`` finds ``talks_facts``."""
    return _with_known_facts(tmp_path / "talks.txt", TALKS, talks_facts(), monkeypatch)


def _with_known_facts(
    path: Path, text: str, known: tuple[Attribution, ...], monkeypatch: pytest.MonkeyPatch
) -> Path:
    """``path`` with ``text``, in which ``facts`` finds those ``known``; it finds no others."""

    def facts(
        article: Article, *, min_confidence: float = 0.0, optional: bool = False
    ) -> tuple[Attribution, ...]:
        listed = [
            index
            for index, fact in enumerate(known)
            if fact.confidence >= min_confidence and (optional or not fact.optional)
        ]
        return take(known, listed) if article.text == text else ()

    for module in ("", ".pages.brief", ".pages.claims", ".pages.report"):
        monkeypatch.setattr(f"newsbrief{module}.facts", facts)
    path.write_text(text, encoding="utf-8")
    return path


def harbour_facts() -> tuple[Attribution, ...]:
    """The facts of ``HARBOUR``."""
    known = partial(_known, HARBOUR)
    mayor = Source(*_words(HARBOUR, "The mayor"), None, SourceType.UNNAMED)
    full = Source(*_words(HARBOUR, "Ada Brandt"), "Ada Brandt", SourceType.PERSON)
    last = Source(*_words(HARBOUR, "Brandt"), "Ada Brandt", SourceType.PERSON)
    reporters = "told \x1b[31mreporters"
    asked = '"We [the council]\nwere never asked, [/b]"'
    sunk = known(None, "is thought", "The dredger", "to have sunk")
    denied = known(last, "denied", "the claim")
    return (
        replace(known(mayor, "said", "the harbour would open in May"), confidence=0.97),
        replace(known(full, reporters, asked), quote=QuoteType.DIRECT),
        replace(sunk, kind=Kind.BELIEF, hedged=True, confidence=0.5),
        replace(denied, kind=Kind.DENIAL, negated=True, confidence=0.812345),
    )


def talks_facts() -> tuple[Attribution, ...]:
    """The facts of ``TALKS``: the first stands in the second, the third is optional."""
    known = partial(_known, TALKS)
    why = Part(*_words(TALKS, "@present at the talks"))
    role = Part(*_words(TALKS, "=chief \x1b[1meconomist|[b] of *North* Bank"))
    aide = _words(TALKS, "an aide @present at the talks")
    paper = _words(TALKS, "the Ostrand Courier")
    outer = Source(*paper, "Ostrand Courier", SourceType.ORGANISATION)
    inner = Source(*aide, None, SourceType.UNNAMED, why=why)
    holm = Source(*_words(TALKS, "Ida Holm"), "Ida Holm", SourceType.PERSON, role)
    again = Source(*_words(TALKS, "the aide"), None, SourceType.UNNAMED, why=why)
    price = "The price was 2 million"
    return (
        replace(known(inner, "said", price), within=1),
        known(outer, "reported", f"{price}, an aide @present at the talks said"),
        replace(known(holm, "hopes for", "a deal"), kind=Kind.FEELING, optional=True),
        replace(known(again, "said", '"No,"'), quote=QuoteType.DIRECT),
    )


def _known(text: str, source: Source | None, cue: str, *claim: str) -> Attribution:
    """A statement of these pieces of ``text``, each at the last place where it stands."""
    words, spans = _words(text, *claim)
    return Attribution(
        kind=Kind.STATEMENT,
        quote=QuoteType.INDIRECT,
        negated=False,
        hedged=False,
        source=source,
        cue=Part(*_words(text, cue)),
        claim=Part(words, spans),
        line=text.count("\n", 0, spans[0].start) + 1,
        sentence=parse(text).sentence_at(spans[0].start) + 1,
        confidence=0.9,
    )


def _words(text: str, *pieces: str) -> tuple[str, tuple[Span, ...]]:
    """The folded words of ``pieces``, each at the last place in ``text``, and their spans."""
    spans = tuple(Span(text.rindex(piece), text.rindex(piece) + len(piece)) for piece in pieces)
    return join(text, spans), spans
