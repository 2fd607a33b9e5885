"""What each harness starts from: our samples, the files of the tests, and drawn bytes."""

import random
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent
_SAMPLES = ROOT / "samples"
_FILES = ROOT / "tests" / "formats" / "files"
_ENDINGS = {"vtt": ("vtt", "srt"), "eml": ("eml", "mbox"), "rss": ("rss", "xml")}
_MADE = 6  # seeds of drawn bytes
_MADE_BYTES = 400
_FEW_BYTES = 3_000  # of a sample, so that a change in it soon matters

_JSON = (
    b'[{"title": "Quay", "text": "It rained, Ann Lee said.", "author": ["Ann", {"name": "B"}]}]',
    b'{"text": "It rained."}\n{"id": 2, "body": "<p>It rained.</p>"}\n',
    b'{"schema": 2, "facts": [], "text": "It rained."}',
)
_CSV = (b'title,text\nQuay,"It ""rained"", Ann Lee said."\n', b"id\ttext\n1\tIt rained.\n")
_SAVED = (
    b'{"schema": 2, "facts": [{"quote": "direct", "claim": {"text": "it rained", "spans": [[0, 9]]}'
    b', "source": {"text": "Ann Lee", "spans": [[0, 7]], "name": "Ann Lee", "type": "person"},'
    b' "cue": {"text": "said", "spans": [[8, 12]]}, "line": 1, "negated": false}]}'
)
_OTHER = ("ar", "de", "ja")  # languages
_OF_SEVERAL = ("digest", "check", "page")
# The bytes of choices that stand before the text, or the file, and its mark.
_BEFORE = {
    "any": 2,
    "decoding": 2,
    "summaries": 4,
    "shown": 8,
    "page": 1,
    "digest": 8,
    "check": 8,
    "saved": 64,
    "citing": 4,
}
_UNMARKED = ("any", "decoding")


def seeds(name: str) -> Iterator[bytes]:
    """The inputs that the harness ``name`` starts from, always the same."""
    for content in _contents(name):
        yield bytes(_BEFORE.get(name, 0)) + (b"" if name in _UNMARKED else b"\0") + content
    draw = random.Random(name)
    for number in range(_MADE):
        yield bytes([1]) + draw.randbytes(_MADE_BYTES * (1 + number % 2))


def _contents(name: str) -> Iterator[bytes]:
    """Files of the kind ``name``, or texts."""
    if name == "any":
        for path in sorted(_FILES.iterdir()):
            yield path.read_bytes()
        return
    if name in ("json", "csv", "saved"):
        yield from {"json": _JSON, "csv": _CSV, "saved": (_SAVED,)}[name]
        return
    endings = _ENDINGS.get(name, (name,))
    found = [path for path in sorted(_FILES.iterdir()) if path.suffix[1:] in endings]
    if found:
        for path in found:
            yield path.read_bytes()
        return
    every = sorted(
        [*_SAMPLES.glob("*.txt"), *(_SAMPLES / "languages" / f"{x}.txt" for x in _OTHER)]
    )
    texts = [path.read_bytes()[:_FEW_BYTES] for path in every]
    if name in _OF_SEVERAL:
        flood = [path.read_bytes()[:_FEW_BYTES] for path in sorted(_SAMPLES.glob("flood/*.txt"))]
        yield b"\0".join(flood[:3])
        yield b"\0".join((texts[0], texts[0], texts[1]))
        return
    yield from texts
