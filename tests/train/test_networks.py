"""Networks put together give the mean of their scores."""

import numpy as np
import pytest

from newsbrief.names.source_network import Floats, SourceNetwork
from train.networks import together

UNITS = 5  # of the tagger


def network(seed: int, width: int) -> SourceNetwork:
    random = np.random.default_rng(seed)
    shapes = {"project": (UNITS, width), "source": (width, width), "last": (width, width)}
    shapes |= {"fullest": (width, width), "nobody": (width, width)}
    arrays = (random.normal(size=shapes.get(name, width)) for name in SourceNetwork._fields)
    return SourceNetwork(*(array.astype(np.float32) for array in arrays))


def scores(net: SourceNetwork, source: Floats, last: Floats, fullest: Floats) -> list[float]:
    source, last, fullest = (vector @ net.project for vector in (source, last, fullest))
    nobody = np.maximum(source @ net.nobody + net.nobody_bias, 0) @ net.nobody_score
    units = source @ net.source + last @ net.last + fullest @ net.fullest + net.bias
    return [float(nobody), float(np.maximum(units, 0) @ net.score)]


@pytest.mark.parametrize("widths", [(3,), (3, 3), (2, 4, 3)])
def test_scores_are_means(widths: tuple[int, ...]) -> None:
    networks = [network(seed, width) for seed, width in enumerate(widths)]
    vectors = np.random.default_rng(9).normal(size=(3, UNITS)).astype(np.float32)
    each = np.array([scores(net, *vectors) for net in networks])
    assert scores(together(networks), *vectors) == pytest.approx(each.mean(axis=0), rel=1e-5)
