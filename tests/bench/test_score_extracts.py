from typing import Any

import pytest

from scoring.extracts import ExtractScore, never_share, score

TEXT = "A b c d. E f g h. I j k l. M n o p. Q r s t."
SENTENCES = [(0, 8), (9, 17), (18, 26), (27, 35), (36, 44)]


def editor(one: int, three: list[int], never: list[int]) -> dict[str, Any]:
    return {
        "one": [SENTENCES[one]],
        "three": [SENTENCES[i] for i in three],
        "five": SENTENCES,
        "never": [SENTENCES[i] for i in never],
    }


ROW = {"text": TEXT, "extracts": [editor(1, [0, 1, 2], [4])]}


@pytest.mark.parametrize(
    ("extract", "expected"),
    [
        pytest.param([0, 1, 2], ExtractScore(1.0, 0, 3), id="the same three"),
        pytest.param([0, 1, 4], ExtractScore(2 / 3, 1, 3), id="two of three, one never"),
        pytest.param([1], ExtractScore(1.0, 0, 1), id="one beside one"),
        pytest.param([0, 1], ExtractScore(0.8, 0, 2), id="two beside three"),
        pytest.param([0, 1, 2, 3, 4], ExtractScore(1.0, 1, 5), id="five beside five"),
        pytest.param([], ExtractScore(0.0, 0, 0), id="none"),
    ],
)
def test_score(extract: list[int], expected: ExtractScore) -> None:
    assert score(ROW, [SENTENCES[i] for i in extract]) == pytest.approx(expected)


def test_splitters_may_differ() -> None:
    wider = [(0, 9), (9, 18), (18, 27)]
    assert score(ROW, wider).overlap == 1
    over_half, half = [(36, 43)], [(31, 40)]
    assert (score(ROW, over_half).never, score(ROW, half).never) == (1, 0)


def test_a_mean_over_editors_of_whom_one_is_enough_for_never() -> None:
    two = {"text": TEXT, "extracts": [editor(0, [0, 1, 2], []), editor(1, [0, 1, 3], [2])]}
    scored = score(two, SENTENCES[:3])
    assert scored == pytest.approx(ExtractScore((1 + 2 / 3) / 2, 1, 3))
    assert never_share([scored, ExtractScore(0.0, 0, 3)]) == pytest.approx(1 / 6)
    assert never_share([]) == 0
