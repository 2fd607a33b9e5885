"""Messages of a news wire with its codes, and near misses."""

import time

import pytest

from newsbrief import read_all
from newsbrief.formats.wire_messages import documents

MESSAGE = """\x16\x16\x01a0412\x1fcoa----\x02r i \x13Quay-Close    05-03 0210\x03\x02
^Quay-Close,0210<
^Council shuts old quay after cracks are found<
^By ANN ROE=
^Associated Coast Writer=
   OSTRAND (AC) _ The council voted on Friday to close the old quay to all
traffic after engineers found cracks in 14 of its 40 piles.
   ``We cannot wait,'' Mayor Ingrid Solheim said after the vote.<
\x03AC-CO-05-03-24 1042EDT<
\x04"""
PLAIN = MESSAGE.replace("\x03\x02", "\x02")


@pytest.mark.parametrize(
    "message", [pytest.param(PLAIN, id="one"), pytest.param(PLAIN * 2, id="two")]
)
def test_a_message_is_read_without_its_codes(message: str) -> None:
    articles = list(read_all(message.encode()))
    assert len(articles) == message.count("\x04")
    for article in articles:
        assert article.title == "Council shuts old quay after cracks are found"
        assert article.metadata.byline == "ANN ROE"
        shown = [article.fold(sentence) for sentence in article.body]
        assert shown[0].startswith(
            "The council voted on Friday to close the old quay to all traffic"
        )
        assert shown[-1].endswith("said after the vote.")
        assert not any(code in article.text for code in "^<\x02\x03\x1f")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("It rained.\n\nIt is shut.", id="no codes"),
        pytest.param("It rained.\x02\n\nIt is shut.", id="a start alone"),
        pytest.param("It rained.\x03\n\nIt is shut.\x02", id="an end first"),
        pytest.param("It rained.\x02 \x03", id="nothing between"),
    ],
)
def test_another_text_has_no_messages(text: str) -> None:
    assert documents(text) == []


def test_hostile_codes_take_linear_time() -> None:
    started = time.process_time()
    documents("\x02" * 300_000)
    documents("\x02" + "^<" * 300_000 + "\x03")
    documents("\x02" + " \t" * 300_000 + "\x03")
    assert time.process_time() - started < 10
