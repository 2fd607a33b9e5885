"""The articles that press databases export: what is known of each, its text, and near misses."""

import pytest

from newsbrief import read_all
from newsbrief.formats.document import Document
from newsbrief.formats.documents import documents

TITLE = "Quay to shut for six weeks after cracks are found"
FIRST = (
    "The harbour quay will shut for six weeks from Monday after engineers found cracks in the wall,"
    " the port authority said."
)
SECOND = '"We had no choice," said Ann Lee, the head of the authority.'
ARTICLE = f"{TITLE}\n\n{FIRST}\n\n{SECOND}"

OLD_NEXIS = """\
                               1 of 3 DOCUMENTS

                               The Ostrand Courier

                             May 4, 2024 Saturday
                              Final Edition

Quay to shut for six weeks after cracks are found

BYLINE: Jane Roe, Staff Writer

SECTION: NEWS; Pg. 4

LENGTH: 734 words

DATELINE: OSTRAND

The harbour quay will shut for six weeks from Monday after engineers found
cracks in the wall, the port authority said.

"We had no choice," said Ann Lee, the head of the authority. "The wall could
have fallen at any time."

Traders said they were not told until Friday.

LOAD-DATE: May 5, 2024

LANGUAGE: ENGLISH

GRAPHIC: PHOTO, The quay on Friday. PHIL HART

PUBLICATION-TYPE: Newspaper

                      Copyright 2024 Ostrand Courier Ltd.
                            All Rights Reserved


                               2 of 3 DOCUMENTS

                               The Coast Gazette

                             May 6, 2024 Monday

Ferry company sues county

BYLINE: Ole Brandt

LENGTH: 412 words

The ferry company said on Sunday that it would sue the county.

"They knew for a year," said its director, Paul Winther.

LOAD-DATE: May 6, 2024
"""
NEXIS_UNI = f"""\
Quay to shut for six weeks after cracks are found

The Ostrand Courier

May 4, 2024 Saturday

Copyright 2024 Ostrand Courier Ltd. All Rights Reserved


Section: NEWS; Pg. 4
Length: 734 words
Byline: Jane Roe
Highlight: The wall could fall at any time, engineers say.

Body


{FIRST}

"We had no choice," said Ann Lee, the head of the authority.

Classification


Language: ENGLISH

Publication-Type: Newspaper

Subject: HARBORS & PORTS (90%); MARINE TERMINALS (78%)

Industry: HARBORS & PORTS (90%)

Geographic: OSTRAND (79%)

Load-Date: May 5, 2024


End of Document
"""
FACTIVA = f"""\
News
Quay to shut for six weeks after cracks are found

Jane Roe
734 words
4 May 2024
09:12 AM
The Ostrand Courier
OSTCOU
First
4
English
(c) 2024 Ostrand Courier Ltd.

{FIRST}

"We had no choice," said Ann Lee, the head of the authority.

Ostrand Courier Ltd.

Document OSTCOU0020240504ek540001x
"""
FACTIVA_TAGS = f"""\
HD     Quay to shut for six weeks after cracks are found

BY     Jane Roe
WC     734 words
PD     4 May 2024
SN     The Ostrand Courier
SC     OSTCOU
PG     4
LA     English
CY     (c) 2024 Ostrand Courier Ltd.
LP     {FIRST}

TD     "We had no choice," said Ann Lee, the head of the authority.

       Traders said they were not told until Friday.
CO     ostpa : Ostrand Port Authority
IN     iship : Shipping
NS     gcat : Political/General News
RE     nor : Norway
PUB    Ostrand Courier Ltd.
AN     Document OSTCOU0020240504ek540001x
"""
PROQUEST = f"""\
____________________________________________________________

Document 1 of 1

Quay to shut for six weeks after cracks are found

Author: Roe, Jane

Publication info: The Ostrand Courier ; Ostrand [Ostrand]. 04 May 2024: 4.

ProQuest document link

Abstract: None available.

Full text: {FIRST}

"We had no choice," said Ann Lee, the head of the authority.

Subject: Harbors; Walls

Location: Ostrand

Publication title: The Ostrand Courier

First page: 4

Publication year: 2024

Publication date: May 4, 2024

Publisher: Ostrand Courier Ltd.

ISSN: 12345678

Source type: Newspapers

Language of publication: English

Document type: News

ProQuest document ID: 3049999999

Copyright: Copyright Ostrand Courier Ltd. May 4, 2024

Last updated: 2024-05-05

Database: ProQuest One Academic
"""

NEWSBANK = f"""\
{TITLE}
Ostrand Courier, The (OR) - May 4, 2024
Author/Byline: Jane Roe
Edition: Final
Section: News
Page: A1

{FIRST}

{SECOND}

Caption: The quay on Friday.
Index terms: quay; port
Record Number: 1A2B3C4D5E
Copyright (c) 2024 The Ostrand Courier
"""


def only(text: str) -> Document:
    (document,) = documents(text.encode())
    assert isinstance(document, Document)
    return document


@pytest.mark.parametrize(
    ("text", "byline"),
    [
        pytest.param(NEXIS_UNI, "Jane Roe", id="Nexis Uni"),
        pytest.param(NEXIS_UNI.replace("\n", "\r\n"), "Jane Roe", id="carriage returns"),
        pytest.param(FACTIVA, "Jane Roe", id="Factiva"),
        pytest.param(FACTIVA.replace("found\n\nJane", "found\n\nBy Jane"), "Jane Roe", id="By"),
        pytest.param(FACTIVA.replace("\nJane Roe\n", "\n"), None, id="Factiva, unsigned"),
        pytest.param(PROQUEST, "Roe, Jane", id="ProQuest"),
        pytest.param(NEWSBANK, "Jane Roe", id="NewsBank"),
        pytest.param(NEWSBANK.replace("\n", "\r\n"), "Jane Roe", id="NewsBank, carriage returns"),
    ],
)
def test_an_article_and_what_is_known_of_it(text: str, byline: str | None) -> None:
    found = only(text)
    assert found.text.replace("\r", "") == ARTICLE
    assert found.title == TITLE
    assert (found.byline, found.date) == (byline, "2024-05-04")
    assert found.outlet == "The Ostrand Courier"
    assert found.part is None


def test_tags_of_factiva() -> None:
    found = only(FACTIVA_TAGS)
    assert found.text == f"{ARTICLE}\n\nTraders said they were not told until Friday."
    assert (found.byline, found.date, found.outlet) == (
        "Jane Roe",
        "2024-05-04",
        "The Ostrand Courier",
    )


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        pytest.param(OLD_NEXIS, [TITLE, "Ferry company sues county"], id="old Nexis"),
        pytest.param(NEXIS_UNI * 3, [TITLE] * 3, id="Nexis Uni"),
        pytest.param(f"{FACTIVA}\n\n{FACTIVA}", [TITLE] * 2, id="Factiva"),
        pytest.param(FACTIVA_TAGS * 2, [TITLE] * 2, id="tags of Factiva"),
        pytest.param(PROQUEST * 2, [TITLE] * 2, id="ProQuest"),
        pytest.param(f"{NEWSBANK}\n{NEWSBANK}", [TITLE] * 2, id="NewsBank"),
    ],
)
def test_each_article_is_one_of_its_own(text: str, titles: list[str]) -> None:
    found = [each for each in documents(text.encode()) if isinstance(each, Document)]
    assert [each.title for each in found] == titles
    assert [each.part for each in found] == list(range(1, len(titles) + 1))
    assert [article.title for article in read_all(text.encode())] == titles


def test_what_stands_around_the_text_of_an_old_export_is_known() -> None:
    first, second = documents(OLD_NEXIS.encode())
    assert isinstance(first, Document)
    assert isinstance(second, Document)
    assert first.text.endswith("Traders said they were not told until Friday.")
    assert (first.byline, first.date, first.outlet) == (
        "Jane Roe, Staff Writer",
        "2024-05-04",
        "The Ostrand Courier",
    )
    assert second.text.endswith("said its director, Paul Winther.")
    assert (second.byline, second.date, second.outlet) == (
        "Ole Brandt",
        "2024-05-06",
        "The Coast Gazette",
    )


def test_an_export_as_rich_text() -> None:
    rtf = "{\\rtf1 " + NEXIS_UNI.replace("\n", "\\par\n") + "}"
    found = only(rtf)
    assert (found.text, found.outlet) == (ARTICLE, "The Ostrand Courier")


@pytest.mark.parametrize(
    "field", ["Location: the old quay, near the pier.", "Subject: who pays for all of this?"]
)
def test_a_paragraph_that_opens_like_a_field_stays(field: str) -> None:
    text = NEXIS_UNI.replace(SECOND, f"{field}\n\n{SECOND}\n\n{FIRST}\n\n{SECOND}")
    assert only(text).text == f"{TITLE}\n\n{FIRST}\n\n{field}\n\n{SECOND}\n\n{FIRST}\n\n{SECOND}"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"{TITLE}\n\n734 words\n\n{FIRST}\n\n{SECOND}\n", id="a length"),
        pytest.param(f"{TITLE}\n\nLength: 734 words\n\n{FIRST}\n\n{SECOND}\n", id="a field"),
        pytest.param(f"{TITLE}\n\n734 words\n{'_' * 30}\n{FIRST}\n", id="a rule"),
        pytest.param(f"{FIRST}\n\nEnd of Document\n", id="an end"),
        pytest.param(f"{FIRST}\n\nRecord: 1A2B3C4D5E\n", id="a record"),
        pytest.param(f"{NEWSBANK}\n{FIRST}\n", id="more below the last record"),
        pytest.param(f"{FIRST} It read 2 of 3 DOCUMENTS in 734 words\n", id="a sentence"),
        pytest.param(f"{OLD_NEXIS}\n3 of 3 DOCUMENTS\n{FIRST * 3}", id="one that is not known"),
    ],
)
def test_another_text_is_one_article(text: str) -> None:
    found = only(text)
    assert found.title is None
    assert FIRST in found.text
