"""The harnesses: what each does with bytes, and what it holds newsbrief to.

A harness raises where something is not as it must be; ``tried`` says what counts as that.
"""

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from newsbrief import NewsbriefError

from . import of_files, of_output, of_texts
from .files import BUILDERS


class Harness(NamedTuple):
    """What is tried, and of the time its share among the others."""

    run: Callable[[bytes], None]
    share: int = 1


def tried(name: str, data: bytes) -> None:
    """Run the harness ``name`` on ``data``; raises what is a find.

    One of newsbrief's own errors is none if its message is one line.
    """
    try:
        HARNESSES[name].run(data)
    except NewsbriefError as error:
        message = str(error)
        assert message, "an error without a message"
        assert "\n" not in message, message


HARNESSES = {
    "any": Harness(of_files.try_bytes),
    "decoding": Harness(of_files.try_decoding),
    **{kind: Harness(partial(of_files.try_file, kind)) for kind in BUILDERS},
    "sentences": Harness(of_texts.try_sentences, 3),
    "pieces": Harness(of_texts.try_pieces, 2),
    "facts": Harness(of_texts.try_facts, 4),
    "summaries": Harness(of_texts.try_summaries, 3),
    "shown": Harness(of_output.try_shown, 4),
    "page": Harness(of_output.try_page, 3),
    "digest": Harness(of_output.try_digest, 3),
    "check": Harness(of_output.try_check, 4),
    "saved": Harness(of_output.try_saved, 2),
    "citing": Harness(of_texts.try_citing, 2),
}
