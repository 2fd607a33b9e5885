"""The constructions: every template gives a text whose parts are where they are said to be."""

import random
from typing import Any

import pytest

from train.constructions import _add, _Filler, _templates, texts
from train.documents import document

TEMPLATES, SLOTS = _templates()


@pytest.mark.parametrize("template", TEMPLATES)
def test_a_template_is_filled_and_read(template: str) -> None:
    row: dict[str, Any] = {"id": "t", "text": "Rain. ", "attributions": []}
    row |= {"origin": "constructions"}
    row |= {"read": [], "role": [], "why": []}
    marked = _Filler(SLOTS, random.Random(3)).fill(template.replace("|", "\n\n"))
    _add(row, marked)
    text = row["text"]
    assert not set("[]{}|!") & set(text)
    assert text[6].isupper() or not text[6].isalpha()
    for each in row["attributions"]:
        assert each["claim"]
        for start, end in (*each["claim"], *(each["source"] or ()), *(each["cue"] or ())):
            assert text[start:end] == text[start:end].strip() != ""
    assert document(row).paragraphs


def test_the_same_seed_gives_the_same_texts() -> None:
    assert texts(20, random.Random(4)) == texts(20, random.Random(4))
    assert texts(20, random.Random(4)) != texts(20, random.Random(5))
