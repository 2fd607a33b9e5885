from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsbrief.text.language import language

SAMPLES = Path(__file__).parents[2] / "samples"


@pytest.mark.parametrize(
    "path", sorted((SAMPLES / "languages").glob("*.txt")), ids=lambda p: p.stem
)
def test_samples(path: Path) -> None:
    assert language(path.read_text(encoding="utf-8")) == path.stem


ENGLISH_WITH_FRENCH = (
    "The chairman of the company said he would not discuss the sum with the newspaper. "
    "« Nous paierons nos erreurs, pas celles des autres », he told it, and he left the room with "
    "his lawyer. "
)
FRENCH_WITH_ENGLISH = (
    "Le président du groupe a refusé de répondre aux questions de la presse dans la soirée. "
    "“No comment, that is for the court,” a-t-il dit avant de quitter la salle avec son avocat. "
)
WELSH = (
    "Bydd y bont yn cael ei chau am chwe wythnos, meddai'r cyngor sir ddydd Llun, wedi i "
    "beirianwyr ganfod craciau yn y pileri. Dywedodd trigolion fod y newyddion yn siom fawr "
    "i'r dref, lle mae siopau eisoes yn ei chael hi'n anodd."
)

POLISH = (
    "Most zostanie zamknięty na sześć tygodni, poinformowała w poniedziałek rada miasta. "
    "Inżynierowie znaleźli pęknięcia w filarach i nie mogą już zagwarantować bezpieczeństwa. "
    "Do pracy trzeba będzie jeździć na około, a to zajmuje godzinę."
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("", "en", id="empty"),
        pytest.param("Hallenbad geschlossen.", "en", id="short-counts-as-english"),
        pytest.param(ENGLISH_WITH_FRENCH, "en", id="english-that-quotes-french"),
        pytest.param(FRENCH_WITH_ENGLISH, "fr", id="french-that-quotes-english"),
        pytest.param(WELSH, "und", id="welsh-is-not-known"),
        pytest.param(POLISH, "und", id="polish-is-not-portuguese"),
        pytest.param("Поезд пришёл на станцию вовремя. " * 10, "und", id="another-script"),
        pytest.param("ACME 12.5 +0.3 " * 3, "en", id="figures"),
        pytest.param(ENGLISH_WITH_FRENCH.upper(), "en", id="capitals"),
    ],
)
def test_language(text: str, expected: str) -> None:
    assert language(text) == expected


@given(st.text())
def test_any_text_has_one(text: str) -> None:
    assert language(text) in {"en", "es", "fr", "de", "pt", "it", "nl", "und"}
