"""Text with a space before its marks, as corpora and text recognition have it."""

import pytest

from newsbrief.reading.sentences import sentences


@pytest.mark.parametrize(
    ("text", "split"),
    [
        pytest.param("Mr . Ford left . He fell .", ["Mr . Ford left .", "He fell ."], id="title"),
        pytest.param(
            "It is shut .. Mayor Lee said so .", ["It is shut ..", "Mayor Lee said so ."],
            id="two-periods",
        ),
        pytest.param("The U.S . Senate met .", ["The U.S . Senate met ."], id="place"),
        pytest.param("It is shut . The end .", ["It is shut .", "The end ."], id="plain-words"),
        pytest.param("He lost... The end.", ["He lost...", "The end."], id="ellipsis"),
    ],
)  # fmt: skip
def test_sentences(text: str, split: list[str]) -> None:
    assert [text[start:end] for start, end in sentences(text)] == split
