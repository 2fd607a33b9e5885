"""Words beside those that a draft takes, which turn what they say."""

import pytest

from newsbrief.checking.check import check
from newsbrief.checking.values import Change, ChangeKind, Verdict

QUOTED = '"The bridge is safe," said Inspector Eva Holm.'
REPORTED = "Inspector Eva Holm said the bridge is safe."
NEGATION, CONTEXT = ChangeKind.NEGATION, ChangeKind.CONTEXT


def article(paragraph: str) -> str:
    return f"Bridge report\n\n{paragraph}\n"


@pytest.mark.parametrize(
    ("paragraph", "left_out"),
    [
        ('"It is not true that the bridge is safe," Holm said.', "It is not true that"),
        ('"I do not believe the bridge is safe," Holm said.', "I do not believe"),
        ('"Nobody can say the bridge is safe," Holm said.', "Nobody can say"),
        ('"I doubt the bridge is safe," Holm said.', "I doubt"),
        ('"It is a lie that the bridge is safe," Holm said.', "It is a lie that"),
        ('"We do not know whether the bridge is safe," Holm said.', "whether"),
        ('"If you said that the bridge is safe, I would laugh," Holm said.', "If you said that"),
        ('"If the bridge is safe, I am the king," Holm said.', "If"),
        ('"The bridge is safe?" Holm asked.', "The bridge is safe?"),
        ('"The bridge is safe. That is a lie," Holm said.', "That is a lie"),
    ],
)
def test_a_quotation_that_leaves_out_what_turns_it_is_altered(
    paragraph: str, left_out: str
) -> None:
    (found,) = check(QUOTED, [article(paragraph.replace("Holm", "Inspector Eva Holm"))]).findings
    assert (found.verdict, found.changes) == (Verdict.ALTERED, (Change(CONTEXT, "", left_out),))


@pytest.mark.parametrize(
    "paragraph",
    [
        pytest.param('"The bridge is safe," Holm said.', id="the same"),
        pytest.param('"I believe the bridge is safe," Holm said.', id="a belief"),
        pytest.param('"I have no doubt that the bridge is safe," Holm said.', id="no doubt"),
        pytest.param(
            '"I am not surprised that the bridge is safe," Holm said.', id="a fact, negated before"
        ),
        pytest.param(
            '"It is not new, but the bridge is safe," Holm said.', id="a negation of its own clause"
        ),
        pytest.param(
            'Holm, who did not say when, said: "The bridge is safe."', id="before the claim"
        ),
        pytest.param('"The bridge is safe. Is it not?" Holm said.', id="a question behind it"),
    ],
)
def test_a_quotation_may_leave_out_what_does_not_turn_it(paragraph: str) -> None:
    (found,) = check(QUOTED, [article(paragraph.replace("Holm", "Inspector Eva Holm"))]).findings
    assert (found.verdict, found.changes) == (Verdict.VERBATIM, ())


@pytest.mark.parametrize(
    ("cue", "change"),
    [
        ("doubted that", Change(NEGATION, "said", "doubted")),
        ("denied that", Change(NEGATION, "said", "denied")),
        ("hopes", Change(NEGATION, "said", "hopes")),
        ("ruled out that", Change(NEGATION, "said", "ruled out")),
        ("asked whether", Change(CONTEXT, "", "whether")),
        ("said it was false that", Change(CONTEXT, "", "it was false that")),
        ("said no one believes that", Change(CONTEXT, "", "no one believes that")),
    ],
)
def test_a_statement_made_of_another_thing_is_altered(cue: str, change: Change) -> None:
    (found,) = check(REPORTED, [article(f"Inspector Eva Holm {cue} the bridge is safe.")]).findings
    assert (found.verdict, found.changes) == (Verdict.ALTERED, (change,))


@pytest.mark.parametrize("cue", ["said", "confirmed that", "has no doubt that", "insisted that"])
def test_a_statement_may_have_another_cue(cue: str) -> None:
    (found,) = check(REPORTED, [article(f"Inspector Eva Holm {cue} the bridge is safe.")]).findings
    assert (found.verdict, found.changes) == (Verdict.VERBATIM, ())


def test_a_doubt_may_be_told_as_one() -> None:
    said = '"I doubt that the bridge is safe," said Inspector Eva Holm.'
    (found,) = check(
        "Inspector Eva Holm doubted that the bridge is safe.", [article(said)]
    ).findings
    assert found.verdict is Verdict.VERBATIM


@pytest.mark.parametrize(
    "said",
    ["denied that any money had changed hands", "said that no money had changed hands"],
)
def test_a_denial_may_be_told_as_a_negation(said: str) -> None:
    draft = "Inspector Eva Holm said that no money had changed hands."
    (found,) = check(draft, [article(f"Inspector Eva Holm {said}.")]).findings
    assert found.verdict in (Verdict.PARAPHRASE, Verdict.VERBATIM)


def test_what_another_source_denies_is_unclear() -> None:
    draft = "The company paid a bribe to an inspector, said Peter Lunn."
    text = "The company denied paying a bribe to an inspector. Peter Lunn laughed."
    (found,) = check(draft, [article(text)]).findings
    assert found.verdict is Verdict.UNCLEAR
    assert found.changes == (Change(NEGATION, "said", "denied"),)


def test_what_a_source_only_passes_on_is_unclear() -> None:
    said = '"Our lawyers tell us the contract is void," said Ahmed Sayle of the union.'
    draft = '"The contract is void," said Ahmed Sayle.'
    (found,) = check(draft, [article(said)]).findings
    assert found.verdict is Verdict.UNCLEAR
    assert found.changes == (Change(CONTEXT, "", "Our lawyers tell us"),)


MAYOR = article(
    "Mayor Ann Lee said the wall would cost 4.2 million crowns. Peter Okafor, chairman of the "
    'traders\' association, accused the council of "dragging its feet".'
)


@pytest.mark.parametrize(
    ("draft", "said_by"),
    [
        ('Lee said the council was "dragging its feet".', "Peter Okafor"),
        ('The mayor accused the council of "dragging its feet".', "Peter Okafor"),
        ("Okafor said the wall would cost 4.2 million crowns.", "Ann Lee"),
    ],
)
def test_a_surname_or_a_role_is_the_one_whom_it_fits(draft: str, said_by: str) -> None:
    (found,) = check(draft, [MAYOR]).findings
    assert found.speaker == "another"
    assert found.said_by
    assert found.said_by.name == said_by


@pytest.mark.parametrize(
    "draft",
    [
        pytest.param("The mayor said the wall would cost 4.2 million crowns.", id="right"),
        pytest.param('The chairman accused the council of "dragging its feet".', id="right too"),
        pytest.param(
            'The council was "dragging its feet", a trader said.', id="nobody in particular"
        ),
    ],
)
def test_a_role_that_is_right_or_nobodys_is_no_fault(draft: str) -> None:
    assert check(draft, [MAYOR]).faults == ()


def test_a_role_of_two_sources_is_nobodys() -> None:
    two = MAYOR + "\nCarl Berg, mayor of Ostrand, said nothing would be built.\n"
    assert check('The mayor accused the council of "dragging its feet".', [two]).faults == ()
