"""Folios: the lines of a paper that say which issue or page one holds, and the name above them."""

import pytest

from newsbrief import parse
from newsbrief.article import BlockKind
from newsbrief.reading.folios import is_folio

BODY = "The bridge was shut on Monday, the city said, and it will not open soon."


@pytest.mark.parametrize(
    ("line", "found"),
    [
        pytest.param("Vol. CXII, No. 214    Saturday, May 4, 2024    $2.50", True, id="volume"),
        pytest.param("Vol. 12 No. 3", True, id="volume and number"),
        pytest.param("Volume 749", True, id="volume alone"),
        pytest.param("Actualités, samedi 4 mai 2024, p. A1", True, id="section, day and page"),
        pytest.param("ELY POST, MAY 4, 1924.          PRICE TWO CENTS", True, id="price in words"),
        pytest.param("Page 6          LOCAL          May 4, 2024", True, id="page"),
        pytest.param("A6   SATURDAY, MAY 4, 2024   ELY POST", True, id="page in letters"),
        pytest.param("Saturday, May 4, 2024 - Final Edition - 75 cents", True, id="edition"),
        pytest.param("Ely Post | May 4, 2024 | Page A1", True, id="outlet, day and page"),
        pytest.param("Saturday, May 4, 2024", False, id="a day alone"),
        pytest.param("Issue 5", False, id="a number alone"),
        pytest.param("$2.50", False, id="a price alone"),
        pytest.param("Tales of the Sea, Volume 2", False, id="a book"),
        pytest.param("Gold, $2,300", False, id="the price of something"),
        pytest.param("Oil at $80, May 4", False, id="words before a price"),
        pytest.param("Bridge to open, page 4, says city", False, id="other words"),
        pytest.param("The price was $2.50, in May 2024", False, id="a sentence"),
        pytest.param("No. 10 denies it knew, 4 May", False, id="a headline with a number"),
    ],
)
def test_folios(line: str, *, found: bool) -> None:
    assert is_folio(line) is found


@pytest.mark.parametrize(
    ("head", "title", "date"),
    [
        pytest.param(
            "THE ELY POST\nVol. IX, No. 4    Saturday, May 4, 2024    $2\nelypost.example\n\n"
            "BRIDGE SHUT\nIt will stay so for six weeks\n\n",
            "BRIDGE SHUT",
            "2024-05-04",
            id="masthead",
        ),
        pytest.param(
            "Le Courrier\nActualités, samedi 4 mai 2024, p. A1\n\nLe pont est fermé\n\n",
            "Le pont est fermé",
            "2024-05-04",
            id="export",
        ),
        pytest.param(
            "Bridge Shut\nEly Post, May 4, 2024, Page A1\n\nSix Weeks of Work\n\n",
            "Bridge Shut",
            "2024-05-04",
            id="the paper is named in it",
        ),
        pytest.param(
            "Bridge Shut\nMay 4, 2024, Page A1\n\n", "Bridge Shut", "2024-05-04", id="no other"
        ),
        pytest.param(
            "The bridge is shut for six weeks\nMay 4, 2024, Page A1\n\nCity Life\n\n",
            "The bridge is shut for six weeks",
            "2024-05-04",
            id="a headline above",
        ),
    ],
)
def test_the_name_of_a_paper_above_its_folio_is_no_title(head: str, title: str, date: str) -> None:
    article = parse(f"{head}{BODY}\n")
    assert (article.title, article.metadata.date) == (title, date)


def test_a_folio_is_no_part_of_a_wrapped_paragraph() -> None:
    text = f"Page 6          LOCAL          May 4, 2024\nharbour works go on.\n\n{BODY}\n"
    assert parse(text).blocks[0].kind is BlockKind.BOILERPLATE
    assert parse(text).body[0].start == text.index("harbour")
