"""What all tests share: the samples, a run of the command line, an article with known facts."""

import io
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

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
)
from newsbrief.cli import main

ROOT = Path(__file__).parent.parent
SAMPLES = ROOT / "samples"
PACKAGE = Path(newsbrief.__file__).parent

# Square brackets, a comma, quotation marks, a line end and a control character within claims.
HARBOUR = """Harbour plan splits the council

The mayor said the harbour would open in May. "We [the council]
were never asked, [/b]" Ada Brandt told \x1b[31mreporters. The dredger is thought to have sunk.

Brandt denied the claim.
"""


class Result(NamedTuple):
    """What a run of the command line did."""

    code: int
    out: str
    err: str


Run = Callable[..., Result]


def pytest_sessionstart() -> None:
    """Refuse to test another newsbrief than the one in this tree."""
    if not (PACKAGE / "errors.py").samefile(ROOT / "core" / "errors.py"):
        pytest.exit(f"{PACKAGE} is not the newsbrief of this tree: run make install", 3)


@pytest.fixture(scope="session")
def samples() -> Path:
    return SAMPLES


@pytest.fixture(autouse=True)
def _plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "TERM"):
        monkeypatch.delenv(name, raising=False)
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
    monkeypatch.setattr(newsbrief, "facts", _facts_of_harbour)
    path = tmp_path / "harbour.txt"
    path.write_text(HARBOUR, encoding="utf-8")
    return path


def _facts_of_harbour(article: Article, *, min_confidence: float = 0.0) -> tuple[Attribution, ...]:
    return tuple(f for f in harbour_facts(article) if f.confidence >= min_confidence)


def harbour_facts(article: Article) -> tuple[Attribution, ...]:
    """The facts of ``HARBOUR``; none of another article."""
    if article.text != HARBOUR:
        return ()

    def span(words: str) -> Span:
        start = HARBOUR.index(words)
        return Span(start, start + len(words))

    def part(*words: str) -> Part:
        spans = tuple(map(span, words))
        return Part(" ".join(" ".join(words).split()), spans)

    def source(words: str, name: str, kind: SourceType) -> Source:
        return Source(words, (span(words),), name, kind)

    brandt = Span(HARBOUR.rindex("Brandt"), HARBOUR.rindex("Brandt") + 6)
    return (
        Attribution(
            kind=Kind.STATEMENT,
            quote=QuoteType.INDIRECT,
            negated=False,
            hedged=False,
            source=source("The mayor", "The mayor", SourceType.PERSON),
            cue=part("said"),
            claim=part("the harbour would open in May"),
            line=3,
            sentence=2,
            confidence=0.97,
        ),
        Attribution(
            kind=Kind.STATEMENT,
            quote=QuoteType.DIRECT,
            negated=False,
            hedged=False,
            source=source("Ada Brandt", "Ada Brandt", SourceType.PERSON),
            cue=part("told \x1b[31mreporters"),
            claim=part('"We [the council]\nwere never asked, [/b]"'),
            line=3,
            sentence=3,
            confidence=0.9,
        ),
        Attribution(
            kind=Kind.BELIEF,
            quote=QuoteType.INDIRECT,
            negated=False,
            hedged=True,
            source=None,
            cue=part("is thought"),
            claim=part("The dredger", "to have sunk"),
            line=4,
            sentence=4,
            confidence=0.5,
        ),
        Attribution(
            kind=Kind.DENIAL,
            quote=QuoteType.INDIRECT,
            negated=True,
            hedged=False,
            source=Source("Brandt", (brandt,), "Ada Brandt", SourceType.PERSON),
            cue=part("denied"),
            claim=part("the claim"),
            line=6,
            sentence=5,
            confidence=0.812345,
        ),
    )
