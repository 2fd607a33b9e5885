"""No text is slow: time grows with its length, whatever stands in it, and memory does too.

Time is that of the processor, and a shape fails only if it is too slow in each of several attempts:
another program on the machine makes single runs slower, but not the same ones again and again.
"""

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import cache
from itertools import cycle, islice
from pathlib import Path
from time import process_time

import pytest

from newsbrief import brief, digest
from newsbrief.errors import NewsbriefError

# Characters of the smaller text in each attempt. Some shapes are another thing when they are short,
# such as no English, so the second attempt is at a larger size.
SIZES = (8_000, 24_000, 8_000, 24_000, 24_000)
TIMES = 3  # as many characters has the larger text
MAX_EXPONENT = 1.25
MAX_TIMES_ORDINARY = 3
NOISE_SECONDS = 0.02  # shorter times say little

SAMPLES = Path(__file__).parent.parent / "samples"
ORDINARY = "\n\n".join(
    path.read_text(encoding="utf-8", errors="replace")
    for path in sorted([*SAMPLES.glob("*.txt"), *SAMPLES.glob("flood/*.txt")])
)
SYLLABLES = [first + vowel for first in "bdfgklmnprst" for vowel in "aeiou"]


def words(*, capital: bool = True) -> Iterator[str]:
    """Words that all differ, some thousand of them."""
    for first in SYLLABLES:
        for second in SYLLABLES[::-1]:
            word = f"{first}{second}l"
            yield word.capitalize() if capital else word


def repeated(unit: str, before: str = "") -> Callable[[int], str]:
    return lambda size: (before + unit * (size // len(unit) + 1))[:size]


def distinct(pattern: str, before: str = "", *, capital: bool = True) -> Callable[[int], str]:
    """``pattern`` again and again, with other words in its places each time."""

    def text(size: int) -> str:
        names, pieces, length = cycle(words(capital=capital)), [before], len(before)
        while length < size:
            pieces.append(pattern.format(*islice(names, pattern.count("{}"))))
            length += len(pieces[-1])
        return "".join(pieces)

    return text


def halves(first: str, second: str) -> Callable[[int], str]:
    return lambda size: repeated(first)(size // 2) + repeated(second)(size // 2)


def run_of_capitals(size: int) -> str:
    """A long run of capitalised words, and beside it a line in capitals."""
    half = distinct("{} ")(size // 2)
    return f"{half}\n\n{half.upper()}"


def above_a_sentence(line: str) -> Callable[[int], str]:
    return lambda size: f"{repeated(line)(size)}\n\nThe old quay is shut now, the port said.\n"


SHAPES = {
    # Lines above the text
    "names of an outlet": above_a_sentence("Coast News\n\n"),
    "names of an outlet and buttons": above_a_sentence("Coast News\n\nSign in\n\n"),
    "fields": above_a_sentence("Page: A1\n"),
    "folios": above_a_sentence("Vol. 1, No. 2, May 4, 2024\n"),
    "jumps": above_a_sentence("It goes on to\nSee QUAY, page A6\n\nQUAY\nFrom page A1\n"),
    # Marks
    "tight opening marks": repeated("«"),
    "opening marks apart": repeated("« ", "Ann Lee said that it had rained all day. "),
    "opening marks of all kinds": repeated("«“„‹‘\"'"),
    "nested quotations": repeated("“‘"),
    "quotations never closed": repeated("“It rained. "),
    "quotations that open again": repeated("'It rained. "),
    "claims in one quotation": distinct("They told {} that it rained. ", "Ann Lee said: “"),
    "short quotations, every other one left open": repeated("“He said so.\n\n“It did.”\n\n"),
    "a quotation of many paragraphs": repeated("“It rained all day.\n\n", "Ann Lee said: "),
    "straight marks": repeated('"'),
    "apostrophes": repeated("s' "),
    "full stops": repeated("."),
    "spaced full stops": repeated(". . . "),
    "questions": repeated("!?"),
    "dashes": repeated("—"),
    "brackets": repeated("("),
    "brackets and initials": halves("(", "J. "),
    "lines and initials": halves("_", "J. "),
    "references": repeated("[1]"),
    "white space": repeated(" ", "a"),
    "line ends": repeated("\n", "a"),
    "entities": repeated("&amp;amp;"),
    "wrong characters": repeated("â€™"),
    "soft hyphens": repeated("a\xad"),
    # Words
    "one word": repeated("a"),
    "one word in capitals": repeated("A"),
    "addresses": repeated("a@"),
    "capitals": repeated("Aa Bb Cc "),
    "initials": repeated("J. "),
    "abbreviations": repeated("Inc. "),
    "titles": repeated("Mr. "),
    "said": repeated("said "),
    "he said": repeated("he said "),
    "by": repeated("By "),
    "one sentence again": repeated("The mayor said that the bridge was closed by the storm. "),
    "reportedly": repeated("The mayor reportedly said it reportedly rained. "),
    "denials": repeated("He denied that. "),
    "pronouns": distinct("{} {} said so. He said she said it. "),
    "nested claims": repeated("Ann said that Bo said that "),
    "a long word, a colon, quotations": lambda n: "x" * (n // 2) + ": " + "“He came.” " * (n // 22),
    # Names
    "he said that and names": distinct("He said that {} {} {} "),
    "a run beside a line in capitals": run_of_capitals,
    "names in one sentence": distinct("{} {}, ", "He met "),
    "names joined": distinct("{} {} and ", "He met "),
    "names of": distinct("{} of the "),
    "mayors": distinct("Mayor {} {}, ", "He met "),
    "mayors of": distinct("the mayor of {}, ", "He met "),
    "agencies": distinct("the {} {} Agency ({}), ", "He met "),
    "shared surnames": distinct("{} Smith, Smith, ", "He met "),
    "shared surnames who speak": distinct("{} Smith said that it rained. Smith said so. "),
    "shared first names": distinct("John {}, John, ", "He met "),
    "roles": distinct("{} {}, the mayor of {}, said so. "),
    "roles of one name": distinct("Ann Lee, the mayor of {}, said so. The envoy to {} left. "),
    "roles in one sentence": distinct("{} {}, the mayor of {}, ", "He met "),
    "reasons in one sentence": distinct("{} {}, who was at the scene, said it rained and "),
    # Figures
    "digits": repeated("1"),
    "grouped digits": repeated("1,000,"),
    "digits in threes that are no number": lambda n: "111 " * (n // 4) + ",5",
    "numbers": repeated("1 2 3 "),
    "number words": repeated("twenty-"),
    "sums": repeated("$5 to "),
    "shares": repeated("one in five "),
    "times of day": repeated("10:11:"),
    # Lines
    "short lines": distinct("{}\n"),
    "lines of five words": distinct("{} {} {} {} {}\n", capital=False),
    "short paragraphs": distinct("{} {}\n\n"),
    "items": distinct("- {} {}\n"),
    "items in one line": lambda n: " ".join(f"{i}) a" for i in range(1, n // 7)),
    "wrapped lines": distinct("the {} of {} said the {} was {}, and so on\n", capital=False),
    "hyphens at line ends": distinct("{}-\n{} ", capital=False),
    "columns": repeated("aa   bb   cc\n"),
    "pages": distinct("{} {}\n{}\f\n"),
    "bylines": repeated("By Ann Lee\n"),
    "datelines": repeated("PARIS (Reuters) - "),
    "credits": repeated("Photo: AP\n"),
    "mail": repeated("On Mon, Jan 1, Ann wrote:\n> a\n"),
    "mail in mail": lambda n: "\n".join(">" * i + " a" for i in range(int((2 * n) ** 0.5))),
    # Transcripts
    "turns": distinct("{} {}: It is so, I think, and more.\n\n"),
    "questions and answers": repeated("Q: Is it so?\n\nA: It is so.\n\n"),
    "turns that end in carriage returns": repeated("Q: Is it so?\rA: It is so.\r"),
    "claims in one turn": distinct("{} {} said it rained. ", "Q: Is it?\nA: No.\nQ: No?\nA: "),
    "stage directions": repeated("(laughs) ", "Q: a\nA: b\nQ: c\nA: "),
    # Other scripts
    "Chinese": repeated("他说“好”。"),
    "Hindi": repeated("डी. "),
}
ALIKE = {
    "one sentence again": SHAPES["one sentence again"],
    "sentences that differ in a word": distinct("The mayor said that the bridge {} was closed. "),
    "sentences of the same words": distinct("The mayor said that {} {} {} met {} {}. "),
    "denials": SHAPES["denials"],
}


def seconds(work: Callable[[str], object], text: str) -> float:
    start = process_time()
    with suppress(NewsbriefError):
        work(text)
    return process_time() - start


@pytest.fixture(scope="module", autouse=True)
def _warm(_only_own_garbage: None) -> None:
    """Load what the first call loads."""
    assert len(ORDINARY) >= SIZES[0]
    seconds(brief, ORDINARY)
    seconds(_compared, ORDINARY)


def ordinary(work: Callable[[str], object]) -> float:
    """The seconds of ``work`` on an ordinary text of the first size."""
    return seconds(work, ORDINARY[: SIZES[0]])


@cache
def ordinary_once(work: Callable[[str], object]) -> float:
    """The least of a few times."""
    return min(ordinary(work) for _ in range(3))


def _compared(text: str) -> object:
    return digest([text, text[:-1]])


@pytest.mark.parametrize(
    ("work", "shape"),
    [
        *(pytest.param(brief, shape, id=name) for name, shape in SHAPES.items()),
        *(pytest.param(_compared, shape, id=f"digest: {name}") for name, shape in ALIKE.items()),
    ],
)
def test_no_text_is_slow(work: Callable[[str], object], shape: Callable[[int], str]) -> None:
    """Three times the text takes at most 3 ** 1.25 times as long, and 3 times an ordinary one's."""
    said = []
    for size in SIZES:
        small, large = seconds(work, shape(size)), seconds(work, shape(size * TIMES))
        grows = large > max(small, NOISE_SECONDS) * TIMES**MAX_EXPONENT
        if not grows and large <= MAX_TIMES_ORDINARY * NOISE_SECONDS:
            return
        for measure in (ordinary_once, ordinary):  # anew, should the machine be slower by now
            usual = measure(work) * TIMES * size / SIZES[0]
            if not grows and large <= MAX_TIMES_ORDINARY * max(usual, NOISE_SECONDS):
                return
        said.append(f"{small:.3f} s, {large:.3f} s, an ordinary text {usual:.3f} s")
    pytest.fail("; ".join(said))


MEASURE = """
import json, resource, sys
from contextlib import suppress
import newsbrief
work, *texts = json.load(sys.stdin)
peaks = []
for text in texts:
    with suppress(newsbrief.NewsbriefError):
        getattr(newsbrief, work)(text if work != "digest" else [text, text[:-1]])
    peaks.append(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024)
print(peaks[1] - peaks[0])
"""
BASE_BYTES = 40_000_000  # of the windows that the tagger reads at a time, and of the allocator


def grown(work: str, text: str) -> int:
    """By how many bytes ``work`` on ``text`` goes beyond the memory that an ordinary text takes."""
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", MEASURE],
        input=json.dumps([work, ORDINARY, text]),
        capture_output=True,
        text=True,
        check=True,
    )
    return int(done.stdout)


@pytest.mark.parametrize(
    ("work", "name"),
    [
        pytest.param("brief", "tight opening marks", id="opening-marks"),
        pytest.param("brief", "he said that and names", id="names"),
        pytest.param("brief", "a run beside a line in capitals", id="capitals"),
        pytest.param("digest", "one sentence again", id="claims"),
    ],
)
def test_memory_is_bounded_by_the_text(work: str, name: str) -> None:
    text = SHAPES[name](100_000)
    assert grown(work, text) <= 10 * len(text) + BASE_BYTES


def test_a_summary_of_very_many_sentences_is_bounded() -> None:
    """Beyond those that are ranked, a sentence takes what it takes to read it."""
    sentences = 60_000
    assert grown("summarize", "He saw the old one. " * sentences) <= 600 * sentences + BASE_BYTES
