"""NLTK's Punkt, imported with and without the rest of NLTK."""

import subprocess
import sys

import pytest

from newsbrief.reading import punkt

SENTENCE = "'He moved to the U.S.', 'The move was sudden.'"
SPLIT = (
    "from newsbrief.reading.sentences import split; "
    "t = 'He moved to the U.S. The move was sudden.'; "
    f"assert [t[a:b] for a, b in split(t)] == [{SENTENCE}]; "
)
FULL = "import nltk; assert nltk.tokenize.punkt.PunktTokenizer and nltk.FreqDist; "


@pytest.mark.parametrize(
    "program",
    [
        pytest.param(SPLIT + "import sys; assert 'nltk' not in sys.modules", id="alone"),
        pytest.param(SPLIT + FULL + SPLIT, id="nltk after"),
        pytest.param(FULL + SPLIT, id="nltk before"),
        pytest.param(
            FULL
            + SPLIT
            + "from newsbrief.reading import punkt; assert punkt.load() is nltk.tokenize.punkt",
            id="nltk's own module is used where it is there",
        ),
        pytest.param(
            "from threading import Thread; other = Thread(target=__import__, args=('nltk',)); "
            "other.start(); " + SPLIT + "other.join(); " + FULL,
            id="nltk meanwhile",
        ),
    ],
)
def test_punkt_lives_with_nltk(program: str) -> None:
    done = subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-W", "ignore", "-c", program], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


def test_the_ordinary_import_is_the_way_out(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken() -> None:
        raise ImportError("NLTK has moved house")

    monkeypatch.setattr(punkt, "private_copy", broken)
    monkeypatch.delitem(sys.modules, "nltk.tokenize.punkt", raising=False)
    assert punkt.load().__name__ == "nltk.tokenize.punkt"


def test_aprivate_copy_decides_as_nltk_does() -> None:
    from nltk.tokenize import punkt as whole

    parameters = whole.PunktParameters()
    parameters.abbrev_types.update(("inc", "gov"))
    parameters.ortho_context.update({"the": 1 << 5})
    texts = ["Bell Inc. The end.", "Gov. Kay Ivey spoke.", "No more. He left.", "Why? Because."]
    private = punkt.private_copy()
    answers = [
        [module.PunktSentenceTokenizer(parameters).text_contains_sentbreak(text) for text in texts]
        for module in (whole, private)
    ]
    assert answers == [[True, False, True, True]] * 2


def test_listed_abbreviations_are_known_whole() -> None:
    model = punkt.model()
    assert {"gov", "u.s", "inc", "Ill"} <= model.abbreviations
    assert "ill" not in model.abbreviations
    assert {"the", "he", "in"} <= model.openers <= model.small
    assert not model.openers & {"smith", "monday", "president"}
