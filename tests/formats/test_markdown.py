"""Markdown: marks go, what they mark stays; the front matter says what is known of the article."""

from pathlib import Path

import pytest

from newsbrief.errors import InputError
from newsbrief.formats.markdown import documents

FILES = Path(__file__).parent / "files"


def test_front_matter_links_lists_tables_and_notes() -> None:
    (document,) = documents((FILES / "quay.md").read_bytes())
    title = "Harbour board votes to rebuild Ostrand quay"
    assert (document.title, document.byline, document.date) == (title, "Jane Roe", "2025-03-04")
    assert document.language == "en"
    paragraphs = document.text.split("\n\n")
    assert paragraphs[0] == title
    assert paragraphs[2].startswith('"We could not leave the fishermen without a wall," said Ole')
    assert paragraphs[3:7] == [
        "What it will cost",
        "• four million for the wall",
        "• three million for the fish market",
        "Year | Cost",
    ]
    assert paragraphs[9].endswith("would stand for two hundred.")
    assert len(paragraphs) == 11


@pytest.mark.parametrize(
    ("source", "text"),
    [
        pytest.param("**Ann Lee:** It _is_ `shut`.", "Ann Lee: It is shut.", id="emphasis"),
        pytest.param("See [the board](http://a.example).", "See the board.", id="link"),
        pytest.param("![A picture](a.png)\n\nRain.", "Rain.", id="picture"),
        pytest.param("> It is shut.", "It is shut.", id="quotation"),
        pytest.param("It is\nshut.  \nNow.", "It is shut.\nNow.", id="lines"),
        pytest.param("5*3*2 and *so*", "5*3*2 and so", id="figures"),
        pytest.param("2 * 3 * 4 and a_b_c", "2 * 3 * 4 and a_b_c", id="no-marks"),
        pytest.param("<div>Rain <b>on</b> Monday.</div>", "Rain on Monday.", id="html"),
        pytest.param("AT&amp;T \\*not\\*", "AT&T *not*", id="escapes"),
        pytest.param(
            "[[Quays|The quay]] of [[Ely]] is ==shut==.", "The quay of Ely is shut.", id="vault"
        ),
        pytest.param("It is %%check%%shut.\n\n![[plan.png]]", "It is shut.", id="remark"),
        pytest.param(
            "a == b and c == d, 90%% of [[it", "a == b and c == d, 90%% of [[it", id="no vault"
        ),
        pytest.param("It is ~~open~~ shut.", "It is shut.", id="struck out"),
        pytest.param("> [!quote]+ Ann Lee\n> It is shut.", "Ann Lee\n\nIt is shut.", id="box"),
        pytest.param("> [!NOTE]\n> It is shut.", "It is shut.", id="box without a name"),
        pytest.param("# Rain\n\nIt rained.", "Rain\n\nIt rained.", id="heading"),
        pytest.param("---\n\nIt rained.\n\n---\n", "It rained.", id="rules-are-no-front-matter"),
    ],
)
def test_marks_go(source: str, text: str) -> None:
    (document,) = documents(source.encode())
    assert document.text == text


@pytest.mark.parametrize(
    ("front", "said"),
    [
        pytest.param("---\ntitle: 'Rain: a lot'\n---\n", ("Rain: a lot", None, None), id="quoted"),
        pytest.param(
            "---\nauthors:\n  - Ann Lee\n  - Jo Roe\ndate: 2025-03-04T10:00:00Z\n---\n",
            (None, "Ann Lee, Jo Roe", "2025-03-04T10:00:00Z"),
            id="a-list",
        ),
        pytest.param(
            "---\nauthor: [Ann Lee, Jo Roe]\n---\n", (None, "Ann Lee, Jo Roe", None), id="flow"
        ),
        pytest.param(
            '+++\ntitle = "Rain"\ndate = 2025-03-04\n+++\n', ("Rain", None, "2025-03-04"), id="toml"
        ),
        pytest.param(
            "---\ntitle: >\n  Rain\n  and snow\nauthor: |\n  Jo Roe\n---\n",
            ("Rain and snow", "Jo Roe", None),
            id="indented",
        ),
        pytest.param("---\ntitle: Rain\n", (None, None, None), id="not-closed"),
        pytest.param(
            "---\ntitle: [Rain\n  : snow\ndate: 2025-03-04\n---\n",
            (None, None, "2025-03-04"),
            id="a-list-not-closed",
        ),
        pytest.param(
            "---\ntitle: Rain [again\nauthor: {name: Jo Roe}\n---\n",
            ("Rain [again", None, None),
            id="a-map",
        ),
        pytest.param(
            "---\ntitle: [Live] Rain\n---\n", ("[Live] Rain", None, None), id="brackets-in-a-title"
        ),
        pytest.param(
            "---\nauthor: [https://coast.example/roe, Jo Roe]\n---\n",
            (None, "Jo Roe", None),
            id="an-address",
        ),
        pytest.param(
            '---\nauthor:\n  - "[[Ann Lee]]"\n---\n',
            (None, "Ann Lee", None),
            id="a-link-of-a-vault",
        ),
        pytest.param("---\nauthor: By Ann Lee\n---\n", (None, "Ann Lee", None), id="by"),
    ],
)
def test_front_matter(front: str, said: tuple[str | None, ...]) -> None:
    (document,) = documents(f"{front}\nIt rained.\n".encode())
    assert (document.title, document.byline, document.date) == said


@pytest.mark.parametrize(
    ("source", "outlet", "url"),
    [
        ("https://coast.example/quay", None, "https://coast.example/quay"),
        ("Coast News", "Coast News", None),
    ],
)
def test_a_source_is_an_outlet_or_an_address(
    source: str, outlet: str | None, url: str | None
) -> None:
    (document,) = documents(f'---\nsource: "{source}"\n---\nIt rained.\n'.encode())
    assert (document.outlet, document.url) == (outlet, url)


def test_the_first_heading_is_the_title() -> None:
    (document,) = documents(b"# Rain *at last*\n\nIt rained.\n\n# More\n\nAnd it blew.")
    assert document.title == "Rain at last"


def test_nothing_is_refused() -> None:
    with pytest.raises(InputError, match="no text"):
        documents(b"---\ntitle:\n---\n\n![a](b)\n")
