"""Nameless sources that are taken up again, from marked sources."""

import re

import pytest

import newsbrief
from newsbrief.attribution import SourceType
from newsbrief.extraction.nameless import DescribedSource, taken_up
from newsbrief.names.source_form import source_form
from newsbrief.spans import Span

_SOURCE = re.compile(r"\[([^]]*)\]")
_ROLE = re.compile(r"<([^>]*)>")


def roles(marked: str) -> list[str | None]:
    """The roles that the sources of ``marked`` take up, in order.

    "[a <spokesman for the mill>]" is a source with a role, "[=Ann Lee]" one with a name.
    """
    plain = re.sub(r"[][<>=]", "", marked)
    sources: list[DescribedSource] = []
    at = 0
    for match in _SOURCE.finditer(marked):
        inner = match[1].removeprefix("=")
        words = re.sub(r"[<>]", "", inner)
        at = plain.index(words, at)
        span, role = Span(at, at + len(words)), _ROLE.search(inner)
        told = role and plain.index(role[1], at)
        sources.append(
            DescribedSource(
                at,
                plain.count(".", 0, at),
                source_form(plain, (span,)),
                match[1].startswith("="),
                Span(told, told + len(role[1])) if role and told is not None else None,
            )
        )
        at += len(words)
    found = dict(taken_up(plain, sources))
    return [plain[slice(*found[s.start])] if s.start in found else None for s in sources]


SPOKESMAN = "spokesman for the mill"


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        pytest.param(f"[A <{SPOKESMAN}>] left. [He] slept.", [None, SPOKESMAN], id="he"),
        pytest.param(
            f"[A <{SPOKESMAN}>] left. [He] slept. [He] woke.",
            [None, SPOKESMAN, SPOKESMAN],
            id="he-again",
        ),
        pytest.param(
            f"[A <{SPOKESMAN}>] left. [=Ann Lee] sang. [He] slept.",
            [None, None, None],
            id="he-after-a-name",
        ),
        pytest.param(
            f"[A <{SPOKESMAN}>] left. A. B. C. [He] slept.", [None, None], id="he-too-far"
        ),
        pytest.param(
            "[The <owners of the mill>] left. [He] slept.", [None, None], id="one-of-them"
        ),
        pytest.param(f"[A <{SPOKESMAN}>] left. [They] slept.", [None, None], id="they"),
        pytest.param("[A man] left. [He] slept.", [None, None], id="without-a-role"),
        pytest.param(
            f"[A <{SPOKESMAN}>] left. [=Ann Lee] sang. A. B. C. [The spokesman] slept.",
            [None, None, SPOKESMAN],
            id="the-noun",
        ),
        pytest.param(
            f"[A <{SPOKESMAN}>] left. [The neighbour] slept.", [None, None], id="another-noun"
        ),
        pytest.param(
            f"[A <{SPOKESMAN}>] left. [A spokesman] sang. [The spokesman] slept.",
            [None, None, None],
            id="another-spokesman",
        ),
        pytest.param(
            f"[A <{SPOKESMAN}>] left. [A <spokesman for the bank>] sang. [The spokesman] slept.",
            [None, None, "spokesman for the bank"],
            id="the-last-one",
        ),
        pytest.param(
            f"[A <{SPOKESMAN}>] left. [A spokesman] slept.", [None, None], id="somebody-new"
        ),
        pytest.param(
            "[The <owners of the mill>] left. [The owners] slept.", [None, None], id="several"
        ),
    ],
)
def test_who_takes_up_whom(marked: str, expected: list[str | None]) -> None:
    assert roles(marked) == expected


def test_he_who_takes_up_somebody_nameless_is_unnamed() -> None:
    text = (
        "Mill to close in spring\n\nThe mill at Dunmore will close in spring.\n\n"
        "A spokesman for the mill said the wheel was worn out. He said 40 people would lose their "
        "jobs.\n"
    )
    sources = [fact.source for fact in newsbrief.facts(text)]
    told = [(s.name, s.type, s.role and s.role.text) for s in sources if s]
    assert told == [(None, SourceType.UNNAMED, "spokesman for the mill")] * 2
