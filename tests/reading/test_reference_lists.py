"""What stands around the text of a page of a wiki: lists of sources, notes and menus."""

import pytest

from newsbrief import facts, parse, read, summarize
from newsbrief.reading.reference_lists import reference_lists

TEXT = "The weir was built in 1931 by Tomas Aldgate, and it holds the water of three springs. " * 2
LUND = "^ Lund, Petra (2009). Water and Stone. Ostrand: Vega Press. ISBN 978-0-00-000000-2."
COURIER = '"Weir shut". Halden Courier. 5 May 2020. Retrieved 3 June 2020.'


@pytest.mark.parametrize(
    ("lines", "first"),
    [
        pytest.param([TEXT, "References", LUND], 1, id="an entry"),
        pytest.param([TEXT, "Notes:", "Lund 2009, p. 14."], 1, id="a page"),
        pytest.param([TEXT, "Sources", COURIER], 1, id="a newspaper"),
        pytest.param([TEXT, "Sources", "“Weir shut” — Halden Courier, May 7"], 1, id="a dash"),
        pytest.param([TEXT, "See also", "Weirs", "External links", "Site"], 1, id="two headings"),
        pytest.param([TEXT, "Einzelnachweise", "↑ Weir shut. In: Halden Courier."], 1, id="de"),
        pytest.param([TEXT, "References", "Lund, P. (2009). Water."], 1, id="of a study"),
        pytest.param(["References", TEXT, "Notes", LUND], 2, id="in the contents too"),
        pytest.param([TEXT, "Notes", "The mayor fell.", "The board fell."], None, id="no entry"),
        pytest.param([TEXT, "Sources say", LUND], None, id="another heading"),
        pytest.param([TEXT, "Sources", "", "", "", COURIER], None, id="long paragraphs below"),
        pytest.param(["References", LUND], None, id="no text above"),
        pytest.param([TEXT, LUND], None, id="no heading"),
        pytest.param([], None, id="nothing"),
    ],
)
def test_lists_of_sources_reach_to_the_end(lines: list[str], first: int | None) -> None:
    found = [line if len(line) <= 240 else "" for line in lines]
    assert list(reference_lists(found)) == ([] if first is None else [*range(first, len(lines))])


PAGE = """Jump to content
Main menu
Brask Weir
From Wikipedia, the free encyclopedia
"Brask Dam" redirects here. For the film, see Brask Dam (film).
This article needs additional citations for verification. Please help improve it.

Brask Weir is a weir on the River Kell in Halden County.[1] It was shut in 2019.[2] \
The mayor, Oda Finch, said that nobody had asked for it.[3]:12 Some farmers[who?] protested.\
[citation needed]

History
[edit]
Main article: History of Brask Weir
Ingrid Vale, who chairs the board, said that the wall was sound.[4] Work will begin in April.

Notes
[edit]
The board denies this.
References
[edit]
 "Weir shut". Halden Courier. 5 May 2020.
 Lund 2009, p. 14. The mayor said that it was old.
This page was last edited on 3 March 2024, at 14:02 (UTC).
Text is available under a licence that lets you share it; additional terms may apply.
Wikipedia® is a registered trademark of a foundation.
"""


def test_a_copied_page_is_read_as_its_text() -> None:
    article = read(PAGE.encode())
    assert article.title == "Brask Weir"
    assert [article.fold(sentence) for sentence in article.body] == [
        "Brask Weir is a weir on the River Kell in Halden County.",
        "It was shut in 2019.",
        "The mayor, Oda Finch, said that nobody had asked for it.",
        "Some farmers protested.",
        "Ingrid Vale, who chairs the board, said that the wall was sound.",
        "Work will begin in April.",
    ]
    sources = [fact.source.text for fact in facts(article) if fact.source]
    assert sources == ["The mayor, Oda Finch", "Ingrid Vale, who chairs the board"]
    assert len(summarize(article, sentences=9).sentences) == 6


@pytest.mark.parametrize(
    ("line", "is_kept"),
    [
        pytest.param("From Wikipedia, the free encyclopedia.", False, id="en"),
        pytest.param("aus Wikipedia, der freien Enzyklopädie", False, id="de"),
        pytest.param("Un article de Wikipédia, l'encyclopédie libre.", False, id="fr"),
        pytest.param("De Wikipedia, la enciclopedia libre", False, id="es"),
        pytest.param("Wikipedia was founded in 2001 and has no owner.", True, id="about it"),
        pytest.param("“Brask Dam” redirects here.", False, id="redirected"),
        pytest.param(
            "This article is about the weir. For other uses, see Brask.", False, id="about"
        ),
        pytest.param("This section does not cite any sources.", False, id="unsourced"),
        pytest.param(
            "This section of the road is shut for the sources of two springs.", True, id="road"
        ),
        pytest.param("For proof, see the gates of Brask.", True, id="a writer's"),
        pytest.param("For the film, see Brask Dam (film).", False, id="a namesake"),
    ],
)
def test_notes_above_an_article_of_a_wiki(line: str, *, is_kept: bool) -> None:
    article = parse(f"Brask Weir\n\n{TEXT}\n\n{line}\n\n{TEXT.replace('The', 'A')}")
    assert (line.split(".", maxsplit=1)[0] in " ".join(map(article.fold, article.body))) is is_kept
