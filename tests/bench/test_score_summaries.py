import pytest

from scoring.summaries import Gain, Rouge, gain, mean_rouge, rouge


@pytest.mark.parametrize(
    ("references", "sentences", "expected"),
    [
        pytest.param(["The dog barked."], ["The dogs bark"], (1.0, 1.0, 1.0, 3), id="stemmed"),
        pytest.param(
            ["the old dog barked"],
            ["the dog slept"],
            (4 / 7, 0.0, 4 / 7, 3),
            id="2 of 4 and 3 words",
        ),
        pytest.param(["dog barked"], ["barked dog"], (1.0, 0.0, 0.5, 2), id="order"),
        pytest.param(["dog", "cat"], ["dog"], (0.5, 0.0, 0.5, 1), id="two references"),
        pytest.param(["dog"], [], (0.0, 0.0, 0.0, 0), id="nothing"),
    ],
)
def test_rouge(
    references: list[str], sentences: list[str], expected: tuple[float, float, float, int]
) -> None:
    assert rouge(references, sentences) == pytest.approx(expected)


def test_means_and_gains() -> None:
    assert mean_rouge([Rouge(0.2, 0.0, 0.1, 10), Rouge(0.4, 0.2, 0.3, 20)]) == pytest.approx(
        (0.3, 0.1, 0.2, 15)
    )
    assert gain([0.5, 0.75], [0.25, 0.5]) == Gain(0.25, 0.25, 0.25)
