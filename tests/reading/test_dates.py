"""The day that the top of an article gives, and lines that give none."""

import pytest

from newsbrief import parse

BODY = """The port authority said that it would spend nine million euros on a wall.

Traders said that the money came a winter too late for many of them."""


@pytest.mark.parametrize(
    ("stamp", "day"),
    [
        ("Published 3 May 2024", "2024-05-03"),
        ("3 May 2024", "2024-05-03"),
        ("03 MAY 2024", "2024-05-03"),
        ("May 3, 2024", "2024-05-03"),
        ("Sept. 3, 2024", "2024-09-03"),
        ("03-May-2024 09:12:44 AM", "2024-05-03"),
        ("May 3, 2024 04:05 PM Eastern Daylight Time", "2024-05-03"),
        ("Fri, May 3, 2024 at 9:12 AM", "2024-05-03"),
        ("Published 3 May 2024 by Jane Roe", "2024-05-03"),
        ("Published: 3rd May 2024 | Updated: 5 May 2024", "2024-05-03"),
        ("2024-05-03", "2024-05-03"),
        ("2024-05-03T09:12:44Z", "2024-05-03"),
        ("By Jane Roe | 3 May 2024", "2024-05-03"),
        ("By Jane Roe - 3 May 2024 10:30 GMT", "2024-05-03"),
        ("May 3, 2024 | By Jane Roe", "2024-05-03"),
        ("Dienstag, 3. Mai 2024, 9:12 Uhr", "2024-05-03"),
        ("Publié le 3 mai 2024 à 9h", "2024-05-03"),
        ("Publicado el 3 de mayo de 2024", "2024-05-03"),
        ("2024年5月3日 18時30分", "2024-05-03"),
        ("Last updated 5 May 2024", None),
        ("Updated: 5 May 2024", None),
        ("3/4/2024", None),
        ("3 May", None),
        ("May 2024", None),
        ("31 June 2024", None),
        ("Published 3 May 2024 | Published 4 May 2024", None),
        ("The storm of 3 May 2024", None),
        ("By Jane Roe", None),
    ],
)
def test_a_time_stamp_at_the_top(stamp: str, day: str | None) -> None:
    assert parse(f"Wall to be rebuilt\n\n{stamp}\n\n{BODY}").metadata.date == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        pytest.param(f"PARIS, March 3, 2024 (Reuters) - {BODY}", "2024-03-03", id="dateline"),
        pytest.param(f"PARIS, March 3 (Reuters) - {BODY}", None, id="dateline without a year"),
        pytest.param(
            f"A standfirst of some words, with its end.\n\n3 May 2024\n\n{BODY}",
            "2024-05-03",
            id="below a standfirst",
        ),
        pytest.param(f"{BODY}\n\nPublished 3 May 2024", None, id="below the text"),
        pytest.param(f"On 3 May 2024 the wall broke. {BODY}", None, id="in the text"),
        pytest.param(
            f"Published 3 May 2024\n\nRead more: The flood of 4 May 2024\n\n{BODY}",
            "2024-05-03",
            id="a teaser with another",
        ),
        pytest.param("", None, id="nothing"),
    ],
)
def test_where_a_date_counts(text: str, day: str | None) -> None:
    assert parse(f"Wall to be rebuilt\n\n{text}").metadata.date == day


@pytest.mark.parametrize(
    ("line", "byline"),
    [
        ("By Jane Roe | 3 May 2024", "Jane Roe"),
        ("By Jane Roe and Ole Winther, May 3, 2024", "Jane Roe and Ole Winther"),
        ("Jane Roe, Health editor · 3 May 2024", "Jane Roe, Health editor"),
        ("By Jane Roe, Health correspondent", "Jane Roe, Health correspondent"),
        ("By JANE ROE | Posted: May 3, 2024 at 6:14 a.m.", "JANE ROE"),
        ("By the sea | 3 May 2024", None),
        ("Byline: Jane Roe", "Jane Roe"),
        ("Von Jutta Petersen", "Jutta Petersen"),
        ("Por Juana Ruiz", "Juana Ruiz"),
        ("Von Berlin nach Paris", None),
        ("Von Hamburg", None),
    ],
)
def test_a_byline_with_the_date_behind_it(line: str, byline: str | None) -> None:
    assert parse(f"Wall to be rebuilt\n\n{line}\n\n{BODY}").metadata.byline == byline
