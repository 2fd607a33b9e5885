"""Forms of one word, brought together by their endings."""

import pytest

from newsbrief.text.stems import PLURALS, base_forms, same_but_for_ending, singular, stem


@pytest.mark.parametrize(
    ("plural", "expected"),
    [
        pytest.param("ships", "ship", id="s"),
        pytest.param("parties", "party", id="ies"),
        pytest.param("ties", "tie", id="ies of a short word"),
        pytest.param("glass", "glass", id="ss"),
        pytest.param("virus", "virus", id="us"),
        pytest.param("basis", "basis", id="is"),
        pytest.param("gas", "gas", id="three letters"),
        pytest.param("s", "s", id="one letter"),
        pytest.param("", "", id="nothing"),
    ],
)
def test_singular(plural: str, expected: str) -> None:
    assert singular(plural) == expected


@pytest.mark.parametrize(
    ("form", "base"),
    [
        pytest.param("says", "say", id="s"),
        pytest.param("wishes", "wish", id="es"),
        pytest.param("denies", "deny", id="ies"),
        pytest.param("implied", "imply", id="ied"),
        pytest.param("warned", "warn", id="ed"),
        pytest.param("cited", "cite", id="ed of a word in e"),
        pytest.param("agreed", "agree", id="ed of a word in ee"),
        pytest.param("admitting", "admit", id="ing, doubled"),
        pytest.param("arguing", "argue", id="ing of a word in e"),
        pytest.param("say", "say", id="itself"),
    ],
)
def test_base_forms_hold_the_base(form: str, base: str) -> None:
    assert base in base_forms(form)


def test_a_plural_has_no_verb_endings() -> None:
    assert list(base_forms("meeting", PLURALS)) == ["meeting"]
    assert "church" in base_forms("churches", PLURALS)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        pytest.param("inspected inspection inspects", {"inspec"}, id="verb and noun"),
        pytest.param("body bodies", {"bod"}, id="y and ies"),
        pytest.param("glass", {"glass"}, id="ss"),
        pytest.param("ted", {"ted"}, id="an ending leaves three letters"),
        pytest.param("home homes", {"hom"}, id="e"),
    ],
)
def test_stem(words: str, expected: set[str]) -> None:
    assert {stem(word) for word in words.split()} == expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        pytest.param("election", "electoral", True, id="endings"),
        pytest.param("election", "elector", True, id="a shorter one"),
        pytest.param("election", "elegance", False, id="another word"),
        pytest.param("tax", "taxes", False, id="short words"),
        pytest.param("interest", "interests", True, id="plural"),
        pytest.param("interest", "interestingly", False, id="longer by more than an ending"),
        pytest.param("किसान", "किसानों", True, id="hindi, several"),
        pytest.param("लड़का", "लड़के", True, id="hindi, another vowel sign"),
        pytest.param("किसान", "किसी", False, id="hindi, another word"),
        pytest.param("का", "की", False, id="hindi, one letter"),
    ],
)
def test_same_but_for_ending(one: str, other: str, *, expected: bool) -> None:
    assert same_but_for_ending(one, other) is expected
