"""Which candidate the linker is taught to choose."""

import pytest

from newsbrief.extraction.link_features import Candidate, scene
from newsbrief.reading.parsing import parse
from newsbrief.tagging.tags import Labelled, Role
from train.linker import example

TEXT = "In a statement, Ann Lee said the quay was safe."
SAID, STATEMENT, SOURCE = [24, 28], [0, 14], [16, 23]


@pytest.mark.parametrize(
    ("wanted", "beside", "right"),
    [
        pytest.param([SAID], [SOURCE], "said", id="the only piece"),
        pytest.param([STATEMENT], [SOURCE], "statement", id="the only piece, farther off"),
        pytest.param([STATEMENT, SAID], [SOURCE], "said", id="the piece beside the source"),
        pytest.param([STATEMENT, SAID], [], "statement", id="the longer one without a source"),
        pytest.param([[29, 46]], [SOURCE], "none", id="no candidate"),
        pytest.param([], [SOURCE], "none", id="nothing wanted"),
    ],
)
def test_example(wanted: list[list[int]], beside: list[list[int]], right: str) -> None:
    labels = [Labelled(Role.CUE, start, end, 1.0) for start, end in (STATEMENT, SAID)]
    candidates = [Candidate(None, ["none"]), Candidate(0, ["statement"]), Candidate(1, ["said"])]
    (choice,) = example(scene(parse(TEXT), labels), candidates, wanted, beside)
    assert choice.candidates[choice.right] == [right]


def test_no_example_without_a_choice() -> None:
    assert not list(example(scene(parse(TEXT), []), [Candidate(None, ["none"])], [SAID]))
