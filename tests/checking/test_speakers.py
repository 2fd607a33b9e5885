"""Another speaker is told only where both are named and surely two."""

import pytest

from newsbrief import Part, Source, SourceType
from newsbrief.checking.check import check
from newsbrief.checking.speakers import is_misspelt, is_other, is_same
from newsbrief.checking.values import Speaker

PERSON, BODY, NOBODY = SourceType.PERSON, SourceType.ORGANISATION, SourceType.UNNAMED
ARTICLE = """Quay put off

Mayor Ann Lee spoke first. "We will not build the quay this year," Lee said.

"They had twelve years," said Bob Ray, a spokesman for the Harbour Board.

"Nobody will be paid," an official said.
"""


def source(text: str, name: str | None, kind: SourceType, role: str | None = None) -> Source:
    return Source(text, (), name, kind, Part(role, ()) if role else None)


LEE = source("Lee", "Ann Lee", PERSON, "mayor of Ostrand")


@pytest.mark.parametrize(
    ("other", "same", "different", "turned"),
    [
        pytest.param(source("Ann Lee", "Ann Lee", PERSON), True, False, False, id="the full name"),
        pytest.param(source("Mayor Lee", "Lee", PERSON), True, False, False, id="a title"),
        pytest.param(
            source("First Lady Lee", "First Lady Lee", PERSON), True, False, False, id="two words"
        ),
        pytest.param(
            source("Vice-President Lee", "Vice-President Lee", PERSON),
            *(True, False, False),
            id="a hyphen",
        ),
        pytest.param(
            source("Prime Steel Lee", "Prime Steel Lee", PERSON), False, False, True, id="no title"
        ),
        pytest.param(source("Bob Ray", "Bob Ray", PERSON), False, True, True, id="another person"),
        pytest.param(source("Bob Lee", "Bob Lee", PERSON), False, False, True, id="a namesake"),
        pytest.param(source("the mayor", None, NOBODY), True, False, False, id="the role"),
        pytest.param(source("the minister", None, NOBODY), False, False, False, id="another role"),
        pytest.param(source("Ostrand", "Ostrand", BODY), True, False, False, id="a body it is of"),
        pytest.param(source("Reuters", "Reuters", BODY), False, False, False, id="another body"),
    ],
)
def test_sources(other: Source, *, same: bool, different: bool, turned: bool) -> None:
    """The same either way; "Lee" may be Bob Lee, but "Bob Lee" is not Ann Lee."""
    assert (is_same(LEE, other), is_same(other, LEE)) == (same, same)
    assert (is_other(LEE, other), is_other(other, LEE)) == (different, turned)


@pytest.mark.parametrize(
    ("one", "other", "misspelt"),
    [
        pytest.param("Erik Larsen", "Erik Larson", True, id="a letter"),
        pytest.param("Larson", "Erik Larsen", True, id="the surname alone"),
        pytest.param("Erik Larsen", "Erik Hansen", False, id="another surname"),
        pytest.param("Ann Lee", "Bob Lee", False, id="another first name"),
    ],
)
def test_spellings(one: str, other: str, *, misspelt: bool) -> None:
    assert is_misspelt(source(one, one, PERSON), source(other, other, PERSON)) == misspelt


def test_initials_are_the_same_body() -> None:
    long = source("the Joint Straits Authority", "Joint Straits Authority", BODY)
    assert is_same(long, source("the JSA", "JSA", BODY))
    assert not is_same(long, source("the JSB", "JSB", BODY))


@pytest.mark.parametrize(
    ("draft", "speaker", "said_by"),
    [
        pytest.param('"We will not build the quay," Ann Lee said.', "same", "Ann Lee", id="same"),
        pytest.param('"We will not build the quay," the mayor said.', "same", "Ann Lee", id="role"),
        pytest.param('"They had twelve years," Ann Lee said.', "another", "Bob Ray", id="another"),
        pytest.param(
            '"They had twelve years," the Harbour Board said.', "same", "Bob Ray", id="a body"
        ),
        pytest.param(
            '"Nobody will be paid," Ann Lee said.', "not told", "an official", id="no name there"
        ),
        pytest.param(
            '"They had twelve years," someone said.', "not told", "Bob Ray", id="nor here"
        ),
    ],
)
def test_who_says_it(draft: str, speaker: str, said_by: str) -> None:
    [found] = check(draft, [ARTICLE]).findings
    assert found.said_by is not None
    assert (str(found.speaker), found.said_by.display_name) == (speaker, said_by)
    assert found.failed == (found.speaker is Speaker.ANOTHER)
