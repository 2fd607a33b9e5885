"""What may differ in a quotation, and what is a fault; each rule beside its near miss."""

import pytest

from newsbrief.checking.check import check
from newsbrief.checking.values import ChangeKind, Finding, Note, Speaker, Verdict

ARTICLE = """Council puts off the quay

Mayor Ann Lee spoke first. "We will not build the quay this year," she said. "It would cost
$2.5 million, and the well-known firm we asked has left us."

Bob Ray, who leads the opposition, was not impressed. "They had twelve years, and nobody in the
town hall lifted a finger," Ray said. "The plan, which nobody had read, was late. They
spent it [the 2014 grant] on nothing [in town]."

The council met on Monday.

"I sleep badly," Lee said. "But I sleep." She said the port authority would pay for the repairs by
2030. "If it comes to that, we [the council] will pay."
"""


def finding(draft: str) -> Finding:
    [found] = check(draft, [ARTICLE]).findings
    return found


@pytest.mark.parametrize(
    ("draft", "notes"),
    [
        pytest.param("“We will not build the quay this year,” Lee said.", [], id="curly marks"),
        pytest.param("‘We will not build the quay this year’, Lee said.", [], id="single marks"),
        pytest.param("«We will not build the quay this year», Lee said.", [], id="guillemets"),
        pytest.param('Lee said: "We will not build the quay."', [], id="a full stop for a comma"),
        pytest.param('"we will not build the quay," Lee said.', [], id="case at the start"),
        pytest.param(
            'On Monday Lee said: "We will\n   not build\xa0the quay."', [], id="white space"
        ),
        pytest.param('"The well known firm we asked has left us," Lee said.', [], id="a hyphen"),
        pytest.param(
            '"It would cost 2.5 million dollars," Lee said.', [], id="a sum written otherwise"
        ),
        pytest.param(
            '"They had 12 years, and nobody lifted a finger," Ray said.', None, id="words left out"
        ),
        pytest.param('"They had 12 years," Ray said.', [], id="a number in digits"),
        pytest.param(
            '"They had twelve years ... nobody in the town hall lifted a finger," Ray said.',
            [Note.LEFT_OUT],
            id="an ellipsis",
        ),
        pytest.param(
            '"It would cost $2.5 million [...] the well-known firm has left us," Lee said.',
            None,
            id="an ellipsis, and words left out without one",
        ),
        pytest.param(
            '"The plan ... was late," Ray said.',
            [Note.LEFT_OUT],
            id="a clause with nobody left out",
        ),
        pytest.param('"[W]e will not build the quay," Lee said.', [], id="a capital in brackets"),
        pytest.param(
            '"[The council] will not build the quay this year," Lee said.',
            [Note.BRACKETS],
            id="brackets for a pronoun",
        ),
        pytest.param(
            '"The [town] had twelve years, and nobody in the town hall lifted a finger," Ray said.',
            None,
            id="a word before brackets that the article lacks",
        ),
        pytest.param('"We will not build the quay [sic] this year," Lee said.', [], id="sic"),
        pytest.param(
            '"If it comes to that, we will pay," Lee said.',
            [],
            id="the article's own brackets left out",
        ),
        pytest.param(
            '"If it comes to that, we [the council] will pay," Lee said.',
            [],
            id="the article's own brackets",
        ),
        pytest.param(
            '"They spent it [the 2014 grant] on nothing [in town]," Ray said.',
            [],
            id="the article's own brackets, with a number",
        ),
        pytest.param(
            '"We will not build the quay this year. It would cost $2.5 million," Lee said.',
            [Note.INTERRUPTED],
            id="joined over who speaks",
        ),
        pytest.param(
            '"We will not," Lee said, "build the quay this year."', [], id="split by who speaks"
        ),
    ],
)
def test_what_may_differ(draft: str, notes: list[Note] | None) -> None:
    found = finding(draft)
    if notes is None:
        assert found.verdict is Verdict.ALTERED
    else:
        assert (found.verdict, list(found.notes)) == (Verdict.VERBATIM, notes)
        assert (found.changes, found.difference) == ((), ())
    assert found.speaker is Speaker.SAME


@pytest.mark.parametrize(
    ("draft", "change"),
    [
        pytest.param(
            '"We will build the quay this year," Lee said.',
            (ChangeKind.NEGATION, "", "not"),
            id="dropped not",
        ),
        pytest.param(
            '"It would not cost $2.5 million," Lee said.',
            (ChangeKind.NEGATION, "not", ""),
            id="added not",
        ),
        pytest.param(
            '"It would cost $3.5 million," Lee said.',
            (ChangeKind.NUMBER, "$3.5 million", "$2.5 million"),
            id="number",
        ),
        pytest.param(
            '"We will not build the quay that year," Lee said.',
            (ChangeKind.WORDS, "that", "this"),
            id="word",
        ),
        pytest.param(
            '"We would not build the quay this year," Lee said.',
            (ChangeKind.WORDS, "would", "will"),
            id="tense",
        ),
        pytest.param(
            '"We will ... build the quay this year," Lee said.',
            (ChangeKind.NEGATION, "", "not"),
            id="an ellipsis over not",
        ),
        pytest.param(
            '"We will," Lee said, "build the quay this year."',
            (ChangeKind.NEGATION, "", "not"),
            id="marks that close over not",
        ),
        pytest.param(
            '"We will [now] build the quay this year," Lee said.',
            (ChangeKind.NEGATION, "now", "not"),
            id="brackets over not",
        ),
        pytest.param(
            '"They had [thirty] years, and nobody in the town hall lifted a finger," Ray said.',
            (ChangeKind.NUMBER, "thirty", "twelve"),
            id="brackets over a number",
        ),
        pytest.param(
            '"They spent it [the 2015 grant] on nothing," Ray said.',
            (ChangeKind.NUMBER, "the 2015 grant", ""),
            id="another number in brackets",
        ),
        pytest.param(
            '"[The bridge], which nobody had read, was late," Ray said.',
            (ChangeKind.WORDS, "bridge", "plan"),
            id="brackets over a noun",
        ),
    ],
)
def test_an_alteration_shows_what_changed(draft: str, change: tuple[str, ...]) -> None:
    found = finding(draft)
    assert found.verdict is Verdict.ALTERED
    assert tuple(found.changes[0]) == change
    assert found.failed
    assert found.place is not None


def test_the_gravest_change_comes_first_and_the_difference_has_every_word() -> None:
    found = finding('"We shall build the quay in this year of 2026," Lee said.')
    kinds = [change.kind for change in found.changes]
    assert kinds == sorted(kinds, key=list(ChangeKind).index)
    assert kinds[0] is ChangeKind.NEGATION
    assert [str(step.kind) for step in found.difference].count("left out") > 0
    same_or_added = " ".join(s.text for s in found.difference if s.kind != "left out")
    assert same_or_added == "We shall build the quay in this year of 2026"


def test_what_an_ellipsis_hides_is_shown_in_its_place() -> None:
    found = finding('"We will ... build the quay this year," Lee said.')
    assert [(str(step.kind), step.text) for step in found.difference] == [
        ("same", "We will"),
        ("left out", "not"),
        ("same", "build the quay this year"),
    ]


@pytest.mark.parametrize(
    ("draft", "verdict"),
    [
        pytest.param('"We did ... promise a bridge," Lee said.', Verdict.ALTERED, id="its own not"),
        pytest.param(
            '"The board meets ... and it will vote," Lee said.',
            Verdict.VERBATIM,
            id="a clause with nobody",
        ),
    ],
)
def test_an_ellipsis_may_hide_a_negation_that_is_not_of_the_words_kept(
    draft: str, verdict: Verdict
) -> None:
    article = (
        'Mayor Ann Lee spoke first. "We did not, whatever he says, promise a bridge," Lee said. '
        '"The board meets because nobody came in May, and it will vote."'
    )
    assert [each.verdict for each in check(draft, [article]).findings] == [verdict]


def test_quotations_that_close_and_open_are_checked_one_by_one() -> None:
    draft = '"We will not build the quay this year," Lee said. "I sleep badly."'
    verdicts = [each.verdict for each in check(draft, [ARTICLE]).findings]
    assert set(verdicts) == {Verdict.VERBATIM}


@pytest.mark.parametrize(
    ("draft", "verdict"),
    [
        pytest.param(
            '"We will not build the quay this year. I sleep badly," Lee said.',
            Verdict.MERGED,
            id="over a sentence of the writer",
        ),
        pytest.param(
            '"But I sleep. We will not build the quay this year," Lee said.',
            Verdict.MERGED,
            id="the later one first",
        ),
        pytest.param(
            '"We will not build the quay this year. They had twelve years," Lee said.',
            Verdict.MERGED,
            id="two speakers",
        ),
        pytest.param(
            '"They had twelve years ... I sleep badly," Ray said.',
            Verdict.MERGED,
            id="two speakers, with an ellipsis",
        ),
        pytest.param(
            '"The port authority would pay for the repairs," Lee said.',
            Verdict.UNQUOTED,
            id="a report in quotation marks",
        ),
        pytest.param('"Nothing will ever stop our ferry," Lee said.', Verdict.ABSENT, id="made up"),
        pytest.param('"Our ferry sails on and on," she said.', Verdict.ABSENT, id="nobody named"),
    ],
)
def test_what_stands_otherwise_in_the_article(draft: str, verdict: Verdict) -> None:
    found = finding(draft)
    assert (found.verdict, found.failed) == (verdict, True)


@pytest.mark.parametrize(
    "draft",
    [
        pytest.param('The "usual" delays go on.', id="a scare quote"),
        pytest.param('The film "Wars Without End" is on.', id="a title"),
    ],
)
def test_titles_and_scare_quotes_are_no_quotations(draft: str) -> None:
    assert check(draft, [ARTICLE]).findings == ()


def test_a_quotation_is_found_in_the_article_that_has_it_from_that_speaker() -> None:
    other = 'Bob Ray agreed. "We will not build the quay this year," Ray said.'
    found = check('"We will not build the quay this year," Bob Ray said.', [ARTICLE, other])
    [one] = found.findings
    assert one.place is not None
    assert (one.place.article, one.place.line, one.speaker) == (1, 1, Speaker.SAME)
    start, end = one.place.spans[0]
    assert other[start:end] == "We will not build the quay this year"


def test_quotations_are_checked_in_any_language() -> None:
    article = "Der Bürgermeister sprach am Montag. „Wir bauen den Kai nicht“, sagte er."
    right, wrong = "Er sagte: »Wir bauen den Kai nicht.«", "Er sagte: »Wir bauen den Kai jetzt.«"
    assert [f.verdict for f in check(right, [article]).findings] == [Verdict.VERBATIM]
    assert [f.verdict for f in check(wrong, [article]).findings] == [Verdict.ALTERED]
