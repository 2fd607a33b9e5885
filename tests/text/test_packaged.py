"""The arrays of a packaged record: those that were saved, as they were."""

import numpy as np
import pytest

from newsbrief.text import packaged


def test_a_record_has_its_fields_as_saved(monkeypatch: pytest.MonkeyPatch) -> None:
    saved = np.zeros(1, [("units", np.float16, (2, 3)), ("names", "S4", (2,)), ("one", np.int8)])
    saved["units"] = np.arange(6).reshape(2, 3)
    saved["names"] = [[b"his", b"hers"]]
    saved["one"] = -7
    monkeypatch.setattr(packaged, "data", lambda _: npy(saved))
    read = packaged.record("any.npy")
    assert list(read) == ["units", "names", "one"]
    assert read["units"].tolist() == [[0, 1, 2], [3, 4, 5]]
    assert read["names"].tolist() == [b"his", b"hers"]
    assert read["one"] == -7


@pytest.mark.parametrize("cut", [0, 4, 60, -1])
def test_a_record_that_was_cut_off_is_not_read(monkeypatch: pytest.MonkeyPatch, cut: int) -> None:
    whole = npy(np.zeros(1, [("units", np.float32, (4, 4))]))
    monkeypatch.setattr(packaged, "data", lambda _: whole[:cut])
    with pytest.raises(ValueError, match=r".+"):
        packaged.record("any.npy")


def npy(array: "np.ndarray[tuple[int, ...], np.dtype[np.void]]") -> bytes:
    from io import BytesIO

    file = BytesIO()
    np.save(file, array, allow_pickle=False)
    return file.getvalue()
