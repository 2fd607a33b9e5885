"""Sentences in which an outlet speaks of itself or to its reader, and what only looks like them."""

import pytest

from newsbrief import facts, parse
from newsbrief.article import BlockKind
from newsbrief.reading.outlet_notices import holds_outlet_notice, opens_outlet_notice


def is_outlet_notice(sentence: str) -> bool:
    return opens_outlet_notice(sentence) or holds_outlet_notice(sentence)


@pytest.mark.parametrize(
    "notice",
    [
        "This story was produced by the Vega Fund in partnership with Coast News.",
        "This article is part of a series on the drying lakes.",
        "Parts of this story were written with the help of artificial intelligence.",
        "Photographs in this article were taken by Ann Roe.",
        "This investigation was supported by a grant for local news.",
        "This essay was first published by The Review.",
        "This translation was prepared by a machine and read by an editor.",
        "We have corrected this article to say that the vote was on Monday.",
        "The interview has been edited for length.",
        "The views expressed here are those of the author.",
        "Nothing in this column is advice.",
        "With files from The Harbour Post and Radio Almora.",
        "Additional reporting by Ole Brandt in Kesten and Li Wen.",
        "Materials from the Kesten News Agency were used.",
        "Ann Roe and Bo Dunn contributed reporting from Kesten.",
        "You may republish this story online without charge.",
        "Comments on this story are now closed.",
        "Letters of up to 200 words can be sent to the editor.",
        "The author’s trip was paid for by a hotel.",
        "The writer holds no shares in the company.",
        "Subscribers get early access to all of it.",
        "Some names in the text have been changed to protect children.",
        "No text on it may not be reproduced without written permission.",
        "It is shared under a Creative Commons licence.",
        "The Beacon is an independent, nonprofit newsroom in Ellery.",
        "The Beacon is a member of the Press Council of Ellery.",
        "A fund pays for it and has no say in what we publish.",
        "If you value this kind of journalism, please give.",
        "Your gift keeps our newsroom going.",
        "Want more stories like this?",
        "Follow us on all of the usual platforms.",
        "Our reporters work day and night.",
        "Coast Radio transcripts are created on a rush deadline by a contractor.",
        "This transcript may not be in its final form and may be revised.",
    ],
)
def test_notices(notice: str) -> None:
    assert is_outlet_notice(notice)


@pytest.mark.parametrize(
    "sentence",
    [
        "This story was told by all who had seen it.",
        "This report was published by the ministry and names three firms.",
        "This series was won by Almora in five games.",
        "This post was created by the mayor for his brother.",
        "This piece was written by a composer of twelve.",
        "This column was cut from one stone.",
        "This project was funded by the county.",
        "This article of the treaty bans all nets.",
        "Members of this page of history are few.",
        "“This story was produced by us,” he said.",
        "Our readers are angry, the editor said.",
        "Our members will strike on Monday.",
        "Our house was built in 1931.",
        "You can follow the path to the weir.",
        "If you walk to the weir, you can see the gates.",
        "Tell us about your film.",
        "Do you think that they lied to us?",
        "Support for independent journalism fell by a third.",
        "Help from our team came too late for him.",
        "Have newsletters killed the paper?",
        "Members can vote until Friday.",
        "Letters were sent to the ministry.",
        "Comments on the plan can be sent to the county.",
        "The author has no children.",
        "The names of the dead have been withheld until their families know.",
        "Two street names have been changed since the war.",
        "The views expressed at the meeting were mixed.",
        "These results may not be reproduced in larger trials.",
        "Research by Dr Keller shows that fish are wiser.",
        "With files from the archive she proved her case.",
        "The Press Council received forty complaints.",
        "Interviews were held in three towns.",
        "The discussion has been long.",
        "Court transcripts are made for the judge on Monday.",
        "This text may not be what he wanted.",
        "",
    ],
)
def test_what_is_no_notice(sentence: str) -> None:
    assert not is_outlet_notice(sentence)


BODY = (
    "The quay at Ostrand will shut for six weeks, the port said on Monday. Traders are angry.\n\n"
    "“We had no choice,” said Ann Lee, who runs the port. Work begins in May."
)
NOTICE = "The Beacon is a member of the Press Council, and complaints can be sent to its office."


@pytest.mark.parametrize("text", [f"{NOTICE}\n\n{BODY}", f"{BODY} {NOTICE}", f"{BODY}\n\n{NOTICE}"])
def test_a_notice_is_furniture_in_any_place(text: str) -> None:
    article = parse(f"Quay to shut\n\n{text}")
    found = [b for b in article.blocks if "Beacon" in article.text[b.start : b.end]]
    assert [block.kind for block in found] == [BlockKind.BOILERPLATE]
    spans = [span for fact in facts(article) for span in fact.claim.spans]
    assert not any("complaints" in article.text[slice(*span)] for span in spans)


def test_a_notice_above_the_headline_is_no_title() -> None:
    notice = "Parts of this story were shared by the Beacon."
    assert parse(f"{notice}\n\nQuay to shut\n\n{BODY}").title == "Quay to shut"
