import pytest

from scoring.rates import Rates
from scoring.sentences import score

TEXT = 'It rained. "Stay in," she said. Nobody came.'
GOLD = [(0, 10), (11, 31), (32, 44)]


@pytest.mark.parametrize(
    ("spans", "newswire", "expected"),
    [
        pytest.param(GOLD, False, Rates(1.0, 1.0), id="the same"),
        pytest.param([(0, 11), (11, 32), (32, 44)], False, Rates(1.0, 1.0), id="white space apart"),
        pytest.param([(0, 10), (11, 44)], False, Rates(1.0, 0.5), id="one missed"),
        pytest.param([(0, 3), *GOLD], False, Rates(2 / 3, 1.0), id="one too many"),
        pytest.param([(0, 44)], False, Rates(0.0, 0.0), id="the last end does not count"),
        pytest.param(
            [(0, 31), (32, 44)], True, Rates(1.0, 1.0), id="before a quotation in newswire"
        ),
        pytest.param([(0, 31), (32, 44)], False, Rates(1.0, 0.5), id="and elsewhere"),
    ],
)
def test_score(spans: list[tuple[int, int]], *, newswire: bool, expected: Rates) -> None:
    assert score([(TEXT, GOLD, spans)], newswire=newswire) == expected
