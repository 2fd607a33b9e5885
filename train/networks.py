"""Put networks that choose sources together, so that a candidate has the mean of their scores."""

from collections.abc import Sequence

import numpy as np

from newsbrief.names.source_network import Floats, SourceNetwork


def together(networks: Sequence[SourceNetwork]) -> SourceNetwork:
    """The network whose scores are the means of those of ``networks``: all their units."""
    parts = {name: [getattr(each, name) for each in networks] for name in SourceNetwork._fields}
    layers = {name: _apart(parts[name]) for name in ("source", "last", "fullest", "nobody")}
    beside = {name: np.concatenate(parts[name], -1) for name in ("project", "bias", "nobody_bias")}
    shares = {n: [each / len(networks) for each in parts[n]] for n in ("score", "nobody_score")}
    means = {name: np.concatenate(each) for name, each in shares.items()}
    return SourceNetwork(**layers, **beside, **means)


def _apart(layers: Sequence[Floats]) -> Floats:
    """``layers`` as one, of which each sees its own units alone: blocks on the diagonal."""
    heights, widths = zip(*(layer.shape for layer in layers), strict=True)
    found = np.zeros((sum(heights), sum(widths)), np.float32)
    top = left = 0
    for layer in layers:
        found[top : top + layer.shape[0], left : left + layer.shape[1]] = layer
        top, left = top + layer.shape[0], left + layer.shape[1]
    return found
