"""Ridge logistic regression by Newton's method (le Cessie and van Houwelingen 1992)."""

from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

STEPS = 20


def fit(
    matrix: NDArray[np.float64], right: NDArray[np.float64], penalty: float
) -> NDArray[np.float64]:
    """The weights of the columns of ``matrix`` that make ``right``, 0 or 1 by row, likely.

    ``penalty`` times half the squares of the weights is added to the loss, so that there is one
    optimum, whatever the order of the rows.
    """
    weights = np.zeros(matrix.shape[1])
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-matrix @ weights))
        gradient = matrix.T @ (chance - right) + penalty * weights
        curvature = (matrix * (chance * (1 - chance))[:, None]).T @ matrix
        weights -= np.linalg.solve(curvature + penalty * np.eye(len(weights)), gradient)
    return weights


def fit_yes_or_no(
    examples: Sequence[tuple[Sequence[str], bool]], *, penalty: float, min_occurrences: int
) -> dict[str, float]:
    """Weights of the features of a choice of two; "bias" is that of none.

    For some hundred features that are strings; those seen ``min_occurrences`` times get a weight.
    """
    counts = Counter(feature for features, _ in examples for feature in set(features))
    names = ["bias", *sorted(name for name, n in counts.items() if n >= min_occurrences)]
    ids = {name: index for index, name in enumerate(names)}
    matrix = np.zeros((len(examples), len(names)))
    for row, (features, _) in zip(matrix, examples, strict=True):
        row[[ids[name] for name in ("bias", *features) if name in ids]] = 1
    right = np.array([yes for _, yes in examples], float)
    return dict(zip(names, fit(matrix, right, penalty).tolist(), strict=True))
