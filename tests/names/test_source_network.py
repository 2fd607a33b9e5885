"""The scores of sources and mentions by the tagger's vectors."""

import numpy as np

from newsbrief.names.source_network import Context, Floats, source_network
from newsbrief.spans import Span

WIDTH = source_network().project.shape[1]
LEE, MILL, SHE = Span(0, 7), Span(20, 28), Span(40, 43)


def vector_of(start: int, end: int) -> Floats:
    """A vector that depends on the place alone."""
    random = np.random.default_rng(start + 1000 * end)
    return np.asarray(random.random(WIDTH), np.float32)


def test_each_candidate_has_the_score_that_it_has_alone() -> None:
    context = Context(vector_of)
    nobody, lee, mill = context.scores(SHE, [(LEE, LEE), (MILL, LEE)])
    assert context.scores(SHE, []) == [nobody]
    assert context.scores(SHE, [(MILL, LEE)]) == [nobody, mill]
    assert lee != mill


def test_last_and_fullest_mention_count_apart() -> None:
    scores = Context(vector_of).scores(SHE, [(LEE, MILL), (MILL, LEE)])
    assert scores[1] != scores[2]


def test_scores_are_in_hundredths() -> None:
    scores = Context(vector_of).scores(SHE, [(LEE, MILL), (MILL, LEE)])
    assert scores == [round(score, 2) for score in scores]


def test_a_vector_is_made_once() -> None:
    asked: list[tuple[int, int]] = []

    def counting(start: int, end: int) -> Floats:
        asked.append((start, end))
        return vector_of(start, end)

    context = Context(counting)
    context.scores(SHE, [(LEE, MILL), (MILL, LEE)])
    context.scores(LEE, [(LEE, MILL)])
    assert sorted(asked) == [LEE, MILL, SHE]
