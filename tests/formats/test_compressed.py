"""Compressed files: unpacked by content, up to the limit."""

import bz2
import gzip
import io
import lzma
from collections.abc import Callable

import pytest

from newsbrief.errors import InputError
from newsbrief.formats.compressed import opened
from newsbrief.formats.members import GLANCE_BYTES, MAX_LOOKS, Members


def zstandard(data: bytes) -> bytes:
    """``data`` as a Zstandard file of blocks that are not compressed (RFC 8878)."""
    blocks = [data[i : i + 65536] for i in range(0, len(data), 65536)] or [b""]
    packed = b"".join(
        ((len(block) << 3) | (i == len(blocks) - 1)).to_bytes(3, "little") + block
        for i, block in enumerate(blocks)
    )
    return b"\x28\xb5\x2f\xfd" + b"\x00\x58" + packed


FORMATS = [
    pytest.param(gzip.compress, id="gzip"),
    pytest.param(bz2.compress, id="bzip2"),
    pytest.param(lzma.compress, id="xz"),
    pytest.param(zstandard, id="zstd"),
]


@pytest.mark.parametrize("pack", FORMATS)
def test_all_streams_are_unpacked(pack: Callable[[bytes], bytes]) -> None:
    assert opened(pack(b"The quay "), 100) == b"The quay "
    assert opened(pack(b"The quay ") + pack(b"is shut."), 17) == b"The quay is shut."


@pytest.mark.parametrize("pack", FORMATS)
def test_what_follows_is_passed_over(pack: Callable[[bytes], bytes]) -> None:
    data = pack(b"The quay is shut.")
    for zeros in (bytes(3), bytes(200_000)):
        assert opened(data + zeros, 100) == b"The quay is shut."
        assert opened(data + zeros + data, 100) == b"The quay is shut." * 2
    assert opened(data + b"The rest of another file.", 100) == b"The quay is shut."
    with pytest.raises(InputError, match="damaged"):
        opened(data + pack(b"The quay is shut. " * 99)[:40], 10_000)


def test_a_frame_of_zstandard_that_is_to_be_skipped_is() -> None:
    skipped = b"\x5e\x2a\x4d\x18" + (4).to_bytes(4, "little") + b"seek"
    assert opened(zstandard(b"The quay.") + skipped, 100) == b"The quay."


@pytest.mark.parametrize("pack", FORMATS)
def test_a_bomb_is_refused(pack: Callable[[bytes], bytes]) -> None:
    for bomb in (pack(bytes(1_000_000)), pack(bytes(600)) + pack(bytes(600))):
        with pytest.raises(InputError, match="more than 1,000 bytes; --max-bytes sets"):
            opened(bomb, 1000)


@pytest.mark.parametrize("pack", FORMATS)
def test_a_damaged_file_is_refused(pack: Callable[[bytes], bytes]) -> None:
    with pytest.raises(InputError, match="damaged"):
        opened(pack(b"The quay is shut. " * 99)[:40], 10_000)


def test_an_unknown_format_is_refused() -> None:
    with pytest.raises(InputError, match="unknown"):
        opened(b"\x1f\x9dcompress", 1000)


@pytest.mark.parametrize(
    ("at_once", "false", "found"),
    [
        pytest.param(True, 10 * MAX_LOOKS, True, id="that show at once"),
        pytest.param(False, MAX_LOOKS - 1, True, id="that must be read far"),
        pytest.param(False, MAX_LOOKS + 1, False, id="too many of these"),
    ],
)
def test_few_false_starts_of_members_are_read_far(
    *,
    at_once: bool,
    false: int,
    found: bool,
) -> None:
    """A file that is made of them would take minutes."""
    signature, right = b"\x1f\x8b\x08", b"\x1f\x8b\x08{"
    file = Members(io.BytesIO(b"damaged" + signature * false + right + bytes(2 * GLANCE_BYTES)))
    file.begin(file.read1())
    far = 0

    def opens(start: bytes) -> bool | None:
        nonlocal far
        if len(start) == GLANCE_BYTES and not at_once:
            return None
        far += len(start) > GLANCE_BYTES
        return start.startswith(right)

    assert bool(file.behind_damage(signature, opens)) is found
    assert far <= MAX_LOOKS
