"""What a source makes of its claim, told by its cue."""

import pytest

from newsbrief.attribution import QuoteType
from newsbrief.extraction.stance import Stance, stance_of

HOLDS, DENIES, OPEN, WANTS = Stance.HOLDS, Stance.DENIES, Stance.OPEN, Stance.WANTS


@pytest.mark.parametrize(
    ("cue", "negated", "expected"),
    [
        ("said", False, HOLDS),
        ("did not say", True, OPEN),
        ("does not believe", True, DENIES),
        ("did not know", True, OPEN),
        ("knew", False, HOLDS),
        ("has denied", False, DENIES),
        ("did not deny", True, OPEN),
        ("neither confirms nor denies", True, OPEN),
        ("ruled out", False, DENIES),
        ("ruled", False, HOLDS),
        ("doubted", False, DENIES),
        ("has no doubt", False, HOLDS),
        ("has little doubt", False, HOLDS),
        ("asked", False, OPEN),
        ("is afraid", False, OPEN),
        ("called for", False, WANTS),
        ("called", False, HOLDS),
        ("underlined", False, HOLDS),  # has "lied" within
        ("", False, HOLDS),
    ],
)
def test_cues(cue: str, expected: Stance, *, negated: bool) -> None:
    kind = "belief" if "believe" in cue or "know" in cue else "statement"
    assert stance_of(cue, kind, "the bridge is safe", negated=negated) is expected


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        ("whether the bridge is safe", OPEN),
        ("“Is the bridge safe?”", OPEN),
        ("Is it safe? It is.", HOLDS),
        ("the whethers of it", HOLDS),
        ("I hope the bridge is safe", OPEN),
        ("“We hope that the bridge is safe.”", OPEN),
        ("The bridge is safe, and I hope it stays so", HOLDS),
    ],
)
def test_a_claim_that_asks_is_open(claim: str, expected: Stance) -> None:
    assert stance_of("said", "statement", claim, negated=False) is expected


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        ("the council to pay", WANTS),
        ("to be heard", WANTS),
        ("how to pay", OPEN),
        ("if it had to close", OPEN),
        ("about the bridge", OPEN),
    ],
)
def test_asking_for_something_is_a_request(claim: str, expected: Stance) -> None:
    assert stance_of("asked", "statement", claim, negated=False) is expected


def test_a_denial_that_is_quoted_whole_holds_what_it_says() -> None:
    said = "“We never did.”"
    assert stance_of("denied", "denial", said, QuoteType.DIRECT, negated=False) is HOLDS
    assert stance_of("denied", "denial", said, QuoteType.MIXED, negated=False) is DENIES
