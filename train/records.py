"""Records of numpy: arrays in one file, which ``newsbrief.text.packaged`` reads without a copy."""

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[Any]


def record(arrays: Mapping[str, Array]) -> Array:
    """``arrays`` as the fields of one record, which is read without a copy."""
    fields = np.dtype([(name, array.dtype, array.shape) for name, array in arrays.items()])
    out = np.empty((), fields)
    for name, array in arrays.items():
        out[name] = array
    return out
