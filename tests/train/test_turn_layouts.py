"""Transcripts in other layouts: what is said and by whom stays."""

import random

from train.turn_layouts import in_other_layouts

WORDS = ["Is it safe?", "It is not.", "Who knows?", "My son does. He told me."]


def rng() -> random.Random:
    return random.Random(1)


def row() -> dict[str, object]:
    speakers = ["Ann Hale", "Tom Ray"] * 2
    text, turns = "The pier\n\n", []
    for speaker, words in zip(speakers, WORDS, strict=True):
        start = len(text)
        text += f"{speaker}: {words}\n\n"
        said = start + len(speaker) + 2
        turns.append({"source": [[start, said - 2]], "claim": [[said, said + len(words)]]})
    return {"text": text, "attributions": turns}


def test_offsets_give_the_words_and_the_names() -> None:
    for copy in in_other_layouts(row(), rng(), 60):
        text = copy["text"]
        for turn in copy["attributions"]:
            said = " ".join(text[start:end] for start, end in turn["claim"])
            assert said in WORDS
            for start, end in turn["source"] or ():
                assert text[start:end].lower() in {"ann hale", "tom ray", "hale", "ray"}


def test_layouts_differ_and_are_the_same_each_time() -> None:
    copies = in_other_layouts(row(), rng(), 20)
    assert len({copy["text"] for copy in copies}) > 10
    assert copies == in_other_layouts(row(), rng(), 20)


def test_a_text_without_turns_has_no_other_layouts() -> None:
    assert in_other_layouts({"text": "Soup\n", "attributions": []}, rng(), 5) == []
