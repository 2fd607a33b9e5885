"""Press releases: the headline and the text, without what stands around them."""

import pytest

from newsbrief.article import BlockKind
from newsbrief.reading.parsing import parse
from newsbrief.reading.press_releases import release_furniture

RELEASE = """\
FOR IMMEDIATE RELEASE

Contact: Ruth Sand
Phone: +1 555 0100

MILLBROOK OPENS NEW FERRY LINE

MILLBROOK, March 4, 2025 /PRNewswire/ -- Millbrook Ferries will open a new line in May, it said.

"This is a great day for the lake," said Ole Brandt, who runs the company.

About Millbrook Ferries

Millbrook Ferries is the leading provider of ferry services in the region.

Media Contact:
Ruth Sand

###
"""


def test_the_headline_and_the_text_of_a_release() -> None:
    article = parse(RELEASE)
    assert article.title == "MILLBROOK OPENS NEW FERRY LINE"
    assert [article.fold(b) for b in article.blocks if b.kind is BlockKind.PARAGRAPH] == [
        "Millbrook Ferries will open a new line in May, it said.",
        '"This is a great day for the lake," said Ole Brandt, who runs the company.',
    ]


CONTACT = ["Media contact: 555 0102"]
TEXT = ["Quay shut", "It is shut.", "For how long?", "Nobody knows."]


@pytest.mark.parametrize(
    ("lines", "furniture"),
    [
        pytest.param(["PRESS RELEASE", *TEXT], [0], id="head"),
        pytest.param(["News release – 4 March 2025", *TEXT, "ENDS", "Jo"], [0, 5, 6], id="end"),
        pytest.param(["Embargoed until 5 March", *TEXT, "About us: it"], [0, 5], id="about"),
        pytest.param(
            ["PRESS RELEASE", "Contact:", "Jo Roe", "Port", "555 010 22", "jo@a.example", *TEXT],
            [0, 1, 2, 3, 4, 5],
            id="contacts",
        ),
        pytest.param(["PRESS RELEASE", "Contact: Jo Roe", *TEXT], [0, 1], id="one-contact"),
        pytest.param(
            ["Port", "No. 12", "NEWS RELEASE", "Data: 555 0101", *CONTACT, *TEXT, "ENDS"],
            [2, 4, 9],
            id="contacts-below-other-lines",
        ),
        pytest.param(["NEWS RELEASE", "Quay shut", "", *CONTACT], [0, 3], id="one-paragraph"),
        pytest.param(["PRESS RELEASE", "Tel Aviv shuts its quay", *TEXT], [0], id="no-contact"),
        pytest.param(["Contact:", "Jo Roe", *TEXT], [], id="contact-of-no-release"),
        pytest.param([*TEXT, "About Acme Corp.", "It is old.", "###"], [4, 5, 6], id="no-head"),
        pytest.param([*TEXT, "About the bridge", "It is old."], [], id="a-heading"),
        pytest.param(
            [*TEXT, "About the bridge", "Old.", "About Time", "So."], [], id="two-headings"
        ),
        pytest.param(["About Acme Corp.", "###", *TEXT], [], id="signs-at-the-top"),
        pytest.param([*TEXT, "About 300 people came on Monday."], [], id="a-sentence"),
        pytest.param([*TEXT, "ends"], [], id="one-sign"),
        pytest.param(["Pressing matters", *TEXT], [], id="no-head-at-all"),
        pytest.param(["Embargo on salmon lifted", *TEXT], [], id="a-headline"),
        pytest.param(["Press release culture", *TEXT, "ENDS"], [], id="another"),
        pytest.param(["For Immediate Release March 4, 2025", *TEXT], [0], id="month"),
        pytest.param(["Data in it is embargoed until 8 a.m. on Friday", *TEXT], [0], id="notice"),
        pytest.param(["Press release may be late", *TEXT, "ENDS"], [], id="no-month"),
        pytest.param(["PRESS RELEASE", *TEXT, "END 2:31 P.M. EST"], [0, 5], id="end-and-time"),
        pytest.param(["PRESS RELEASE", *TEXT, "End 2 days early"], [0], id="end-and-figure"),
        pytest.param(["PRESS RELEASE", *TEXT, "About 200 boats"], [0], id="a-figure"),
        pytest.param([], [], id="nothing"),
    ],
)
def test_what_stands_around_a_release(lines: list[str], furniture: list[int]) -> None:
    assert release_furniture(lines) == furniture
