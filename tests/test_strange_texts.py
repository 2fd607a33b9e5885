"""Texts on which programs stumble: letters that look like others, figures beyond all sense."""

import json
from collections.abc import Callable
from contextlib import suppress
from functools import partial

import pytest

from newsbrief import Standing, brief, digest, facts, summarize
from newsbrief.errors import EmptyError
from newsbrief.text.figures import figures

# Each is an ASCII letter in another case to Unicode, or becomes several letters: ſ ı İ K ß ﬁ.
STRANGE = {"s": "ſ", "i": "ı", "I": "İ", "k": "\u212a", "S": "ẞ", "f": "ﬁ"}
TEXT = (
    "Six people were hurt in the fire, she told us. “It is our fifth in six weeks,” she said. "
    "The mayor thinks that a sixth of the houses, worth six million, is unsafe. He saw him."
)
WORK: dict[str, Callable[[str], object]] = {
    "facts": facts,
    "summarize": summarize,
    "about": partial(summarize, about="fire"),
    "brief": brief,
    "digest": lambda text: digest([text, f"{text} It rained."]),
}
MANY_DIGITS = "9" * 309  # more than a float can hold


@pytest.mark.parametrize("work", WORK.values(), ids=WORK)
@pytest.mark.parametrize(
    "text",
    [
        *(
            pytest.param(TEXT.replace(letter, strange), id=f"U+{ord(strange):04X}")
            for letter, strange in STRANGE.items()
        ),
        pytest.param("Sie ſhe told reporters that it rained all the day.", id="she"),
        pytest.param("The mayor told hım that it rained all the day.", id="him"),
        pytest.param("The mayor told HİM that it rained all the day.", id="HIM"),
        pytest.param("ſix people were hurt, the mayor told reporters.", id="six"),
        pytest.param(f"The mayor said that {MANY_DIGITS} people were hurt.", id="309-digits"),
        pytest.param("The mayor said that " + "1" * 5_000 + " people were hurt.", id="5000-digits"),
    ],
)
def test_no_text_raises(work: Callable[[str], object], text: str) -> None:
    with suppress(EmptyError):
        work(text)


WATER, MAYOR, FIRE = "Water s. Water s water.", "The mayor s said s.", "It isn't the fire t."


@pytest.mark.parametrize(
    ("about", "found"),
    [
        ("s", [WATER, MAYOR]),
        ("t", [FIRE]),
        ("it", [FIRE]),
        ("a", []),
        ("the", [MAYOR, FIRE]),
        ("n't", [FIRE]),
        ("s t", [WATER, MAYOR, FIRE]),
        ("is", []),
        ("said", [MAYOR]),
        ("'s", [WATER, MAYOR]),
        ("é", []),
    ],
)
def test_a_topic_of_few_letters(about: str, found: list[str]) -> None:
    article = f"{WATER} {MAYOR} {FIRE}"
    if found:
        assert [s.text for s in summarize(article, about=about).sentences] == found
    else:
        with pytest.raises(EmptyError, match="says nothing"):
            summarize(article, about=about)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("{} people", id="count"),
        pytest.param("${}", id="sum"),
        pytest.param("{} million people", id="scale"),
        pytest.param("{}%", id="rate"),
        pytest.param("{}mph", id="measure"),
        pytest.param("five to {} people", id="range"),
        pytest.param("{} to 5 people", id="range-down"),
    ],
)
def test_a_figure_is_finite(text: str) -> None:
    found = list(figures(text.format(MANY_DIGITS)))
    assert all(figure.value is None or figure.value < float("inf") for figure in found)
    json.dumps([figure.value for figure in found], allow_nan=False)


def test_equal_claims_do_not_contradict_each_other() -> None:
    article = f"The mayor said that {MANY_DIGITS} people were hurt in the fire on Monday."
    made = digest([article, f"{article} It rained."]).claims
    assert [claim.standing for claim in made] == [Standing.SINGLE]
