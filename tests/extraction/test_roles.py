"""The role of a source and why it knows, from marked words and names."""

import re

import pytest

from newsbrief.attribution import SourceType
from newsbrief.extraction.facts import facts
from newsbrief.extraction.linking import Link
from newsbrief.extraction.roles import Roles
from newsbrief.names.resolution import ResolvedSource
from newsbrief.reading.parsing import parse
from newsbrief.spans import Span
from newsbrief.tagging.tags import Tags, Told
from newsbrief.tagging.vectors import Vectors

CHANCES = {"r": 0.9, "l": 0.3}  # of the words marked so

_MARK = re.compile(r"\[([rlynsc]) ([^][]*)\]")


def shown(
    marked: str, name: str | None, kind: SourceType = SourceType.PERSON, *, nested: bool = False
) -> tuple[str | None, str | None]:
    """The role and the reason of the one source of ``marked``, of the type ``kind``.

    There "[r ...]" is a role, "[l ...]" a likely one, "[y ...]" a reason, "[n ...]" a name,
    "[s ...]" the source, which may hold the others, and "[c ...]" the cue.
    """
    text, spans, at = "", {letter: list[Span]() for letter in "rlynsc"}, 0
    source = marked.find("<")
    plain = marked.replace("<", "").replace(">", "")
    for match in _MARK.finditer(plain):
        text += plain[at : match.start()]
        spans[match[1]].append(Span(len(text), len(text) + len(match[2])))
        text += match[2]
        at = match.end()
    text += plain[at:]
    if source >= 0:
        inner = _MARK.sub(r"\2", marked[source + 1 : marked.index(">")])
        start = text.index(inner)
        spans["s"] = [Span(start, start + len(inner))]
    link = Link(tuple(spans["s"]), tuple(spans["c"]), (Span(0, 1),), nested=nested)
    who = ResolvedSource(name, None, kind, 0.9)
    sure, likely = ([Told(*span, chance) for span in spans[x]] for x, chance in CHANCES.items())
    tags = Tags([], [], sure, likely, spans["y"], spans["n"], Vectors(0))
    roles = Roles(parse(text), tags, [(link, who)])
    parts = roles.role(link, who), roles.reason(link)
    role, reason = (part and text[part.start : part.end] for part in parts)
    return role, reason


@pytest.mark.parametrize(
    ("marked", "name", "role", "reason"),
    [
        pytest.param(
            "<[n Ann Lee], the [r mayor of Ayr],> [c said] it rained.",
            "Ann Lee",
            "mayor of Ayr",
            None,
            id="in the source",
        ),
        pytest.param(
            "<[r Ann “Red”] Lee> [c said] it rained.",
            "Ann “Red” Lee",
            None,
            None,
            id="a part of the name",
        ),
        pytest.param(
            "<[n Ann Lee], [r the mayor of Ayr],> [c said] it rained.",
            "Ann Lee",
            "mayor of Ayr",
            None,
            id="without its article",
        ),
        pytest.param(
            "<[r Auditor General Sir] [n John Lee]> [c said] it rained.",
            "John Lee",
            "Auditor General",
            None,
            id="without the title of the name",
        ),
        pytest.param(
            "<[n Ann Lee], [r theatre director],> [c said] it rained.",
            "Ann Lee",
            "theatre director",
            None,
            id="no article but a word that begins like one",
        ),
        pytest.param(
            "<[n Ann Lee] [r of the Ayr crime lab]> [c said] it rained.",
            "Ann Lee",
            "Ayr crime lab",
            None,
            id="without what joins it to the name",
        ),
        pytest.param(
            "<[n Ann Lee], [r official historian],> [c said] it rained.",
            "Ann Lee",
            "official historian",
            None,
            id="a word that begins like a joint",
        ),
        pytest.param(
            "The [r mayor], [n Ann Lee], left. It rained, [s Lee] [c said].",
            "Ann Lee",
            "mayor",
            None,
            id="beside the name, in another sentence",
        ),
        pytest.param(
            "[n Ann Lee], 43, a [r nurse], left with [n Bo Ray]. [s Ray] [c said] it rained.",
            "Bo Ray",
            None,
            None,
            id="nearer to another name",
        ),
        pytest.param(
            "[n Bo Ray] left the house where the old ones of the town had once met a [l nurse]. "
            "[s Ray] [c said] it rained.",
            "Bo Ray",
            None,
            None,
            id="likely, and far from the name",
        ),
        pytest.param(
            "A [r mayor] left. [s She] [c said] it rained.", None, None, None, id="nobody named"
        ),
        pytest.param(
            "The [l mayor] [n Ann Lee] left. [s Lee] [c said] it rained.",
            "Ann Lee",
            "mayor",
            None,
            id="likely, right before the name",
        ),
        pytest.param(
            "[n Ann Lee], who is the [l mayor of Ayr], left. [s Lee] [c said] it rained.",
            "Ann Lee",
            "mayor of Ayr",
            None,
            id="likely, after the name",
        ),
        pytest.param(
            "[n Ann Lee] has long been [r mayor of Ayr]. [s Lee] [c said] it rained.",
            "Ann Lee",
            "mayor of Ayr",
            None,
            id="the next one after the name",
        ),
        pytest.param(
            "The [l striker] signed [n Lee] to a label. [s Lee] [c said] it rained.",
            "Ann Lee",
            None,
            None,
            id="likely, and some way before the name",
        ),
        pytest.param(
            "[n Ann Lee] was met by a [r trooper]. [s Lee] [c said] it rained.",
            "Ann Lee",
            None,
            None,
            id="after the only name near",
        ),
        pytest.param(
            "[n Ann Lee], then his private [r secretary], left. [s Lee] [c said] it rained.",
            "Ann Lee",
            "secretary",
            None,
            id="after small words of an apposition",
        ),
        pytest.param(
            "[n Ann Lee], as the first female [r mayor of Ayr], left. [s Lee] [c said] so.",
            "Ann Lee",
            "mayor of Ayr",
            None,
            id="after as",
        ),
        pytest.param(
            "[n Al Lee Jr]., [r mayor of Ayr], left. [s Lee] [c said] it rained.",
            "Al Lee Jr.",
            "mayor of Ayr",
            None,
            id="after a name that is cut short",
        ),
        pytest.param(
            "<[r 43-year-old] [n Ann Lee]> [c said] it rained.", "Ann Lee", None, None, id="an age"
        ),
        pytest.param(
            "<[r 43-year-old baker] [n Ann Lee]> [c said] it rained.",
            "Ann Lee",
            "43-year-old baker",
            None,
            id="an age and a trade",
        ),
        pytest.param(
            "<[r NBC's] [n Ann Lee]> [c said] it rained.", "Ann Lee", "NBC", None, id="possessive"
        ),
        pytest.param(
            "<[n Ann Lee] of [r St Lee’s]> [c said] it rained.",
            "Ann Lee",
            "St Lee’s",
            None,
            id="a name that is possessive",
        ),
        pytest.param(
            "[n Ann Lee] met [n Bo Ray] as [r mayor of Ayr]. [s Lee] [c said] it rained.",
            "Ann Lee",
            None,
            None,
            id="two names near",
        ),
        pytest.param(
            "[n Ann Lee] has long known the [l nurses] here. [s Lee] [c said] it rained.",
            "Ann Lee",
            None,
            None,
            id="likely, and of several",
        ),
        pytest.param(
            "[n Ann Lee] of the [l Ayr crime lab] left. [s Lee] [c said] it rained.",
            "Ann Lee",
            None,
            None,
            id="likely, but only where one belongs",
        ),
        pytest.param(
            "[n Ann Lee] left. The [l mayor of Ayr] sang. [s Lee] [c said] it rained.",
            "Ann Lee",
            "mayor of Ayr",
            None,
            id="likely, the next one after the name",
        ),
        pytest.param(
            "[n Ann Lee], [l whose kitchen] sank, left. [s Lee] [c said] it rained.",
            "Ann Lee",
            None,
            None,
            id="likely, but a clause",
        ),
        pytest.param(
            "The [l singer] [n Ann Lee], a [r nurse at Ayr], left. [s Lee] [c said] it rained.",
            "Ann Lee",
            "nurse at Ayr",
            None,
            id="likely, where another is sure",
        ),
        pytest.param(
            "<[n Ann Lee], whose aunt is the [r mayor], [n Jo Ray],> [c said] it rained.",
            "Ann Lee",
            None,
            None,
            id="of another in the source's words",
        ),
        pytest.param(
            "[n Ann Lee], a [r nurse and], left. [s Lee] [c said] it rained.",
            "Ann Lee",
            "nurse",
            None,
            id="without what joins it to another",
        ),
        pytest.param(
            "<[n Ann Lee] [r (former coach])> [c said] it rained.",
            "Ann Lee",
            "former coach",
            None,
            id="without half a pair of brackets",
        ),
        pytest.param(
            "<[n Ann Lee], [r coach (retired)],> [c said] it rained.",
            "Ann Lee",
            "coach (retired)",
            None,
            id="with both brackets",
        ),
        pytest.param(
            "<her [r own brother], [n Tom Lee]> [c said] it rained.",
            "Tom Lee",
            "brother",
            None,
            id="without what only stresses whose",
        ),
        pytest.param(
            "<[r World number] one [n Ann Lee]> [c said] it rained.",
            "Ann Lee",
            "World number one",
            None,
            id="with its number",
        ),
        pytest.param(
            "<[r World number] cruncher [n Ann Lee]> [c said] it rained.",
            "Ann Lee",
            "World number",
            None,
            id="number before no numeral",
        ),
        pytest.param(
            "<[r Mill Bank's Ms] [n Ann Lee]> [c said] it rained.",
            "Ann Lee",
            "Mill Bank",
            None,
            id="possessive before a courtesy",
        ),
        pytest.param(
            "<[r Dr] [n Ann Lee]> [c said] it rained.", "Ann Lee", None, None, id="a courtesy"
        ),
        pytest.param(
            "<[n Ann Lee], [r 81],> [c said] it rained.", "Ann Lee", None, None, id="an age"
        ),
        pytest.param(
            "<[r Judge] [n Ann Lee]> [c said] it rained.", "Ann Lee", "Judge", None, id="an office"
        ),
        pytest.param(
            "<A man [y who was there]> [c said] it rained.",
            None,
            None,
            "who was there",
            id="a reason in the source",
        ),
        pytest.param(
            "An aide [c said] so [y on condition of anonymity].",
            None,
            None,
            "on condition of anonymity",
            id="a reason in the sentence of the cue",
        ),
        pytest.param(
            "<[n Ann Lee], of Mill [r Road Society],> [c said] so.",
            "Ann Lee",
            "Mill Road Society",
            None,
            id="from where a name begins",
        ),
        pytest.param(
            "It rained. On Monday <[r Mayor] [n Ann Lee]> [c said] so.",
            "Ann Lee",
            "Mayor",
            None,
            id="after a weekday",
        ),
        pytest.param(
            "Meanwhile <[r Mayor] [n Ann Lee]> [c said] so.",
            "Ann Lee",
            "Mayor",
            None,
            id="after the word that opens the sentence",
        ),
        pytest.param(
            "It rained; [n Tom Ray] <[r Mill] [n Ann Lee]> [c said] so.",
            "Ann Lee",
            "Mill",
            None,
            id="after somebody's name",
        ),
        pytest.param(
            "It rained. The Mill <[r road worker] [n Ann Lee]> [c said] so.",
            "Ann Lee",
            "road worker",
            None,
            id="not in capitals",
        ),
        pytest.param(
            "He [y saw it]. An aide [c said] so.", None, None, None, id="a reason elsewhere"
        ),
    ],
)
def test_role_and_reason(
    marked: str, name: str | None, role: str | None, reason: str | None
) -> None:
    assert shown(marked, name) == (role, reason)


@pytest.mark.parametrize(
    ("marked", "reason"),
    [
        pytest.param("Aides [y who saw it] said <[s Lee]> [c thinks] so.", None, id="the outer's"),
        pytest.param("He said <aides [y who saw it]> [c think] so.", "who saw it", id="its own"),
    ],
)
def test_the_reason_of_a_nested_source_is_in_its_words(marked: str, reason: str | None) -> None:
    assert shown(marked, None, nested=True) == (None, reason)


@pytest.mark.parametrize(
    ("marked", "kind", "role"),
    [
        pytest.param("<[r Port operator] [n Lee & Co]> [c said] so.", "organisation", None),
        pytest.param("<A [r spokesman for Ayr]> [c said] so.", "unnamed", "spokesman for Ayr"),
        pytest.param("<A [r spokesman]> [c said] so.", "unnamed", "spokesman"),
        pytest.param("So [c said] <a [r spokeswoman]>.", "unnamed", "spokeswoman"),
        pytest.param("<[r Experts]> [c said] so.", "unnamed", None),
        pytest.param(
            "<[r Critics of the mayor], [r his aide]> [c said] so.",
            "unnamed",
            "Critics of the mayor",
        ),
        pytest.param("<[r Officials in Ayr]> [c said] so.", "unnamed", "Officials in Ayr"),
        pytest.param("<[r Aides]> [c said] so.", "unnamed", None),
        pytest.param("<[r Mayor] [n Ann Lee]'s driver> [c said] so.", "unnamed", None),
        pytest.param("<The [r report]> [c said] so.", "document", None),
    ],
)
def test_who_has_a_role(marked: str, kind: str, role: str | None) -> None:
    name = "Lee & Co" if kind == "organisation" else None
    assert shown(marked, name, SourceType(kind)) == (role, None)


def test_the_office_beside_a_name_on_its_line_is_no_one_elses() -> None:
    hale, vance = "Marion Hale -- Chief Executive Officer", "Peter Vance -- Chief Financial Officer"
    said = [
        (hale, "Thank you, operator. We had a strong quarter. Revenue rose 12 percent."),
        (vance, "Thanks, Marion. Margins were lower at first because of two repairs."),
        (hale, "About a third of it came from storage."),
        (vance, "It will be lower at first."),
    ]
    text = "Brightwater Energy call\n\n" + "\n\n".join(f"{a}\n\n{b}" for a, b in said) + "\n"
    sources = [fact.source for fact in facts(text)]
    roles = [source.role.text for source in sources if source and source.role]
    assert roles == ["Chief Executive Officer", "Chief Financial Officer"] * 2


def test_a_source_that_is_named_elsewhere_tells_its_role_there() -> None:
    text = "The mayor said it rained. Lee said it snowed."
    who = ResolvedSource("Ann Lee", None, SourceType.PERSON, 0.9)
    first, second = (
        Link((Span(*source),), (), (Span(*claim),))
        for source, claim in (((0, 9), (15, 24)), ((26, 29), (35, 44)))
    )
    tags = Tags([], [], [Told(4, 9, 0.9)], [], [], [], Vectors(0))
    roles = Roles(parse(text), tags, [(first, who), (second, who)])
    assert roles.role(second, who) == Span(4, 9)


@pytest.mark.parametrize(
    ("marked", "role"),
    [
        pytest.param(
            "[r Singer] [n Ann Lee], [r director of the museum of Ayr], left. [s Lee] [c said] so.",
            "director of the museum of Ayr",
            id="the longest",
        ),
        pytest.param(
            "[r Mayor] [n Ann Lee], [r of the Ayr Line Museum], left. [s Lee] [c said] so.",
            "Mayor",
            id="that has the noun of one",
        ),
        pytest.param(
            "[n Ann Lee], [r of Ayr], and [n Lee], [r of the Ayr Line Museum], left. "
            "[s Lee] [c said] so.",
            "Ayr Line Museum",
            id="none has one",
        ),
    ],
)
def test_of_several_roles_the_fullest_is_taken(marked: str, role: str) -> None:
    assert shown(marked, "Ann Lee") == (role, None)
