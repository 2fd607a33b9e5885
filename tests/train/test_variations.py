"""Sentences of labelled articles, and the shapes that they are put in."""

import random
import re

import pytest

from train.marked_sentences import MARKS, Marked, marked_sentences
from train.rows import Row
from train.variations import Bank, collected, texts, varied

TEXT = (
    "The mill burnt down on Monday. Ann Poe said that it was old. She wept by the gate.\n\n"
    "“It was insured, and we will build again,” said Poe, a miller. “We will,” she added later. "
    "It stood for a hundred years. The board thinks it was arson, Poe said. He ran, she told Ray."
)


def attribution(source: str, cue: str, claim: str, **more: object) -> Row:
    """The first of these words in ``TEXT``, from the claim's sentence on."""

    def spans(words: str) -> list[list[int]]:
        start = TEXT.index(words)
        return [[start, start + len(words)]] if words else []

    plain = {"nested": False, "optional": False, "type": "person"}
    return {"source": spans(source), "cue": spans(cue), "claim": spans(claim), **plain, **more}


def row(*attributions: Row) -> Row:
    return {"id": "1", "text": TEXT, "attributions": list(attributions)}


ROW = row(
    attribution("Ann Poe", "said", "it was old"),
    attribution("Poe, a miller", "said", "“It was insured, and we will build again,”"),
)
ROW["attributions"][1]["cue"] = [[TEXT.index("said Poe"), TEXT.index("said Poe") + 4]]


def test_sentences_are_marked() -> None:
    assert list(marked_sentences(ROW))[:4] == [
        Marked("the mill burnt down on Monday", ""),
        Marked("[s Ann Poe] [c said] that [k it was old]", "person"),
        Marked("she wept by the gate", ""),
        Marked(
            "[k “It was insured, and we will build again,”] [c said] [s Poe, a miller]", "person"
        ),
    ]


@pytest.mark.parametrize(
    "more",
    [
        pytest.param({"nested": True}, id="nested"),
        pytest.param({"optional": True}, id="optional"),
        pytest.param(
            {"claim": [[0, 5], [TEXT.index("it was"), TEXT.index("old")]]}, id="elsewhere"
        ),
    ],
)
def test_what_is_no_sentence_by_itself_is_left_out(more: Row) -> None:
    said = attribution("Ann Poe", "said", "it was old") | more
    assert not any(each.is_said for each in marked_sentences(row(said)))


def test_two_attributions_of_a_sentence_are_left_out() -> None:
    outer = attribution("Poe", "", "The board thinks it was arson")
    inner = attribution("The board", "thinks", "it was arson")
    words = [each.words for each in marked_sentences(row(outer, inner))]
    assert not any("arson" in each for each in words)


@pytest.fixture(name="bank")
def filled() -> Bank:
    """What is in an article that has something for each shape."""
    bank = collected([ROW])
    bank.who_does, bank.which_does = ["wept by the gate"], ["stood for a hundred years"]
    bank.inverted = bank.inverted or ["[k “It burnt,”] [c said] [s Poe]"]
    bank.quoted = [("“", "It was insured, and we will build", "”", "[c said] [s Poe]")]
    bank.about = [("[s Ann Poe] [c said] that [k ", "was old]")]
    bank.of_others = ["[s the board] [c said] [k it was old]"]
    return bank


def test_varied_sentences_keep_what_is_marked(bank: Bank) -> None:
    rng = random.Random(1)
    for _ in range(300):
        line = varied(bank, rng)
        assert line.count("[") == line.count("]")
        *subject, claim = re.findall(r"\[k ([^]]+)\]", line) or [""]
        if claim == "was old":
            assert f"[k {''.join(subject)}], wh" in line
        else:
            whole = re.sub(r"[“”,.]", "", " ".join([*subject, claim]))
            assert whole in ("", "It was insured and we will build again", "It burnt",
                             "it was old", "It was insured and we will build")  # fmt: skip


def test_texts_have_the_spans_that_are_marked(bank: Bank) -> None:
    for each in texts(bank, 50, random.Random(2)):
        words = {
            each["text"][start:end]
            for found in each["attributions"]
            for key in ("source", "cue", "claim")
            for start, end in found[key] or ()
        }
        assert not MARKS.search(each["text"])
        assert all(found.strip() == found != "" for found in words)
