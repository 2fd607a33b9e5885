"""Web pages of a few sentences, and fragments: their paragraphs, and what stands around them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsbrief import parse
from newsbrief.article import BlockKind
from newsbrief.errors import InputError
from newsbrief.formats.html import page

FIRST = "A man was rescued from a cliff near Dunmore on Friday."
SECOND = "He was cold but well, the coastguard said."
PARAGRAPHS = f"<p>{FIRST}</p><p>{SECOND}</p>"
HEADING = "<h1>Man rescued from cliff</h1>"
BYLINE = '<p class="byline">By Jane Roe</p>'
FIGURE = '<figure><img src="c.jpg"><figcaption>The cliff. Photo: Jon Lee</figcaption></figure>'
SHARE = '<div class="share"><a href="https://x.example">Share</a><button>Copy link</button></div>'


def whole(body: str, head: str = "<title>Man rescued from cliff</title>") -> str:
    return f'<!doctype html><html lang="en"><head>{head}</head><body>{body}</body></html>'


def blocks(html: str) -> list[tuple[BlockKind, str]]:
    document = page(html)
    article = parse(document.text, document.title)
    return [(block.kind, article.fold(block)) for block in article.blocks]


@pytest.mark.parametrize(
    "above",
    [
        pytest.param(BYLINE, id="byline"),
        pytest.param(f"{BYLINE}<time>6 March 2026</time>", id="time stamp"),
        pytest.param(f"{BYLINE}{FIGURE}", id="caption"),
        pytest.param(f"{BYLINE}{SHARE}", id="buttons"),
        pytest.param(f'<div class="meta">By <a href="/roe">Jane Roe</a></div>{FIGURE}', id="link"),
        pytest.param("<h2>He had waited all night</h2>", id="standfirst"),
    ],
)
@pytest.mark.parametrize("box", ["article", "main", "section", "div"])
def test_what_stands_above_a_short_text_does_not_run_into_it(above: str, box: str) -> None:
    found = blocks(whole(f"<{box}>{HEADING}{above}{PARAGRAPHS}</{box}>"))
    assert found[0] == (BlockKind.TITLE, "Man rescued from cliff")
    assert [text for kind, text in found if kind is BlockKind.PARAGRAPH] == [FIRST, SECOND]


def test_a_byline_is_one_and_a_caption_and_buttons_are_left_out() -> None:
    found = page(whole(f"<article>{HEADING}{BYLINE}{FIGURE}{SHARE}{PARAGRAPHS}</article>"))
    assert found.byline == "Jane Roe"
    assert found.text.split("\n\n") == ["Man rescued from cliff", FIRST, SECOND]


@given(st.lists(st.sampled_from([FIRST, SECOND, "It rained.", "“No,” said Ann Lee."]), unique=True))
def test_any_short_paragraphs_are_those_of_the_page(texts: list[str]) -> None:
    texts = ["A climber waved all night until somebody saw him.", *texts]
    shown = "".join(f"<p>{text}</p>" for text in texts)
    found = page(whole(f"<article>{HEADING}{BYLINE}{SHARE}{shown}{FIGURE}</article>"))
    assert found.text.split("\n\n")[1:] == texts


def test_a_page_of_boxes_without_paragraphs_is_read_in_lines() -> None:
    boxes = f"<div><span>{FIRST}</span></div><div><span>{SECOND}</span></div>"
    text = page(whole(f"<article>{HEADING}{BYLINE}{boxes}</article>")).text
    assert text.split("\n\n")[-2:] == [FIRST, SECOND]


@pytest.mark.parametrize(
    ("stated", "is_stated"),
    [
        pytest.param(f"{FIRST}\\n{SECOND}\\nThe path along the cliff is shut.", True, id="more"),
        pytest.param(f"{FIRST} {SECOND}", False, id="the same"),
        pytest.param(FIRST, False, id="less"),
    ],
)
def test_a_longer_text_that_the_page_states_for_machines_is_read(
    stated: str, *, is_stated: bool
) -> None:
    data = f'{{"@type": "NewsArticle", "articleBody": "{stated}"}}'
    shown = FIRST if is_stated else f"{FIRST}</p><p>{SECOND}"
    head = f'<title>Rescue</title><script type="application/ld+json">{data}</script>'
    text = page(whole(f"<article>{HEADING}{BYLINE}<p>{shown}</p></article>", head)).text
    assert ("The path along the cliff is shut." in text) is is_stated
    assert text.split("\n\n")[-1 - is_stated] == SECOND


@pytest.mark.parametrize(
    ("fragment", "text"),
    [
        pytest.param("<p>Police said three died.", "Police said three died.", id="sentence"),
        pytest.param("<h1>Rain</h1><p>It rained.", "Rain\n\nIt rained.", id="heading"),
        pytest.param("<div>Police said no.</div>", "Police said no.", id="division"),
        pytest.param("<p>No.</p><p>She said so.", "No.\n\nShe said so.", id="paragraphs"),
        pytest.param("<b>Rain</b><p>It rained.", "Rain\n\nIt rained.", id="bold headline"),
        pytest.param(
            "Rain<p>It rained.</p>So it did.", "Rain\n\nIt rained.\n\nSo it did.", id="loose"
        ),
    ],
)
def test_a_fragment_may_be_a_few_words(fragment: str, text: str) -> None:
    assert page(fragment).text == text


@pytest.mark.parametrize(
    "html",
    [
        pytest.param("<h1>Rain</h1>", id="heading alone"),
        pytest.param("<p>Please enable JavaScript.</p>", id="notice"),
        pytest.param("<p> </p><img src=a.jpg>", id="nothing"),
        pytest.param(whole("<main><p>Loading ...</p></main>"), id="few words of a page"),
    ],
)
def test_what_says_nothing_is_refused(html: str) -> None:
    with pytest.raises(InputError, match="no article is found"):
        page(html)
