from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsbrief.cli.languages import NAMES
from newsbrief.text.language import LANGUAGE_OF_SCRIPT, language
from newsbrief.text.packaged import sections

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
        pytest.param("Поезд пришёл на станцию вовремя. " * 10, "ru", id="another-script"),
        pytest.param("Der Rat hat die Brücke nach der Sitzung gesperrt.", "de", id="short-german"),
        pytest.param("El puente se cierra por las obras.", "es", id="short-spanish"),
        pytest.param("Le pont est fermé et le maire ne dit pas pour qui.", "fr", id="short-french"),
        pytest.param("Los Angeles mayor de Leon visits San Juan", "en", id="names-in-spanish"),
        pytest.param("Bridge closed", "en", id="two-words"),
        pytest.param("A ponte fecha hoje por dois meses.", "und", id="short-portuguese"),
        pytest.param("Bron stängs i morgon. Chefen sade inget.", "und", id="short-swedish"),
        pytest.param("Most zostanie zamknięty na dwa dni.", "und", id="short-polish"),
        pytest.param("Köprü yarın kapanacak, trafik durdu.", "und", id="short-turkish"),
        pytest.param("De brug gaat morgen dicht.", "und", id="short-dutch"),
        pytest.param("Olympic bronze medallist wins", "en", id="short-english-without-small-words"),
        pytest.param("Kwiatkowski, Szczęsny, Błaszczykowski score twice", "en", id="foreign-names"),
        pytest.param(
            "It said zostanie zamknięty na dwa dni.", "en", id="english-and-strange-words"
        ),
        pytest.param("桥关闭了。", "zh", id="chinese"),
        pytest.param("橋は閉鎖された。", "ja", id="japanese"),
        pytest.param("다리가 폐쇄됐다.", "ko", id="korean"),
        pytest.param("สะพานปิด", "th", id="thai"),
        pytest.param("Η γέφυρα έκλεισε.", "el", id="greek"),
        pytest.param("मेयर ने कहा कि यह पुल बंद है और नहीं खुलेगा।", "hi", id="hindi"),
        pytest.param("Мост закрыт.", "und", id="too-short-for-one-of-several-in-a-script"),
        pytest.param("The mayor, Li An (李安), said the bridge (桥) is closed.", "en", id="a-name"),
        pytest.param("Живёт 5 ・ мэр не был у нас и не будет там.", "ru", id="a-mark-of-another"),
        pytest.param("ACME 12.5 +0.3 " * 3, "en", id="figures"),
        pytest.param(ENGLISH_WITH_FRENCH.upper(), "en", id="capitals"),
    ],
)
def test_language(text: str, expected: str) -> None:
    assert language(text) == expected


@given(st.text())
def test_any_text_has_one(text: str) -> None:
    assert language(text) in KNOWN | {"en", "und"}


def test_every_language_has_a_name() -> None:
    """The message that an article is in another language says which."""
    assert set(NAMES) == KNOWN


KNOWN = ({*sections("function_words.txt"), *LANGUAGE_OF_SCRIPT.values()} | {"ja"}) - {"en"}
