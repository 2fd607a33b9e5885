"""Pages without an article: notices, walls, lists; and short articles, which are like them."""

import pytest

from newsbrief.errors import InputError
from newsbrief.formats.html import page

FIRST = "The café on the quay at Ostrand was shut on Monday after waves broke the harbour wall."
SECOND = "“Nobody was hurt,” the port authority said, and the wall will be rebuilt this summer."
NO_ARTICLE = "no article is found"
START = "only the start of the article"


def stub(heading: str, *paragraphs: str, head: str = "", foot: str = "") -> str:
    text = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return (
        f"<html><head><title>Coast News</title>{head}</head>"
        f"<body><main><h1>{heading}</h1>{text}</main>{foot}</body></html>"
    )


@pytest.mark.parametrize(
    ("html", "message"),
    [
        pytest.param(
            "<html><head><title>Coast News</title></head><body><div id=root></div>"
            "<noscript>This app needs JavaScript: please turn it on in your settings.</noscript>"
            "</body></html>",
            NO_ARTICLE,
            id="scripts are wanted",
        ),
        pytest.param(
            stub("You have to turn on JavaScript and turn off what blocks advertisements."),
            NO_ARTICLE,
            id="a heading alone",
        ),
        pytest.param(
            stub(
                "One moment while the connection to coast.example is made safe",
                "This happens by itself. Your browser will go on to the page that you asked for.",
                "Please wait for up to ten seconds.",
            ),
            NO_ARTICLE,
            id="check of the browser",
        ),
        pytest.param(
            stub(
                "Your data, your choice",
                "Coast News and 311 companies keep data such as cookies on a device, and read "
                "them. You can take back at any time what you agree to.",
                "Agree Disagree More",
            ),
            NO_ARTICLE,
            id="cookies",
        ),
        pytest.param(
            stub("Quay is shut", FIRST, "Only registered users have access: get an account."),
            START,
            id="for those with an account",
        ),
        pytest.param(
            stub(
                "Quay is shut",
                FIRST,
                "Traders said that the season …",
                foot="<a href=/offer>Read on with a Coast News subscription</a><p>£1 a month</p>",
            ),
            START,
            id="cut short, and an offer below it",
        ),
        pytest.param(
            stub("Quay is shut", FIRST, head='<script>{"isAccessibleForFree": "False"}</script>'),
            START,
            id="closed by its data",
        ),
    ],
)
def test_a_stub_is_refused(html: str, message: str) -> None:
    with pytest.raises(InputError, match=message):
        page(html)


@pytest.mark.parametrize(
    "html",
    [
        pytest.param(stub("Quay is shut", FIRST, SECOND), id="short"),
        pytest.param(
            stub("Quay is shut", FIRST, "Please keep away from the quay, and mind your dogs."),
            id="a notice in it",
        ),
        pytest.param(
            stub(
                "Quay is shut",
                "“You have to keep away, and your dogs too,” the port authority said on Monday.",
            ),
            id="quoted",
        ),
        pytest.param(
            stub(
                "Quay is shut until further notice",
                "You can still reach the ferry by the north gate. Bring your ticket with you.",
                head='<meta property="article:published_time" content="2025-03-04">',
            ),
            id="to readers, with a date",
        ),
        pytest.param(
            stub("Quay is shut", FIRST, SECOND, foot="<footer>Members have access</footer>"),
            id="an offer beside a whole one",
        ),
        pytest.param(
            stub("Bank is shut", "Members of the co-op have no account any more, the bank said."),
            id="accounts of a bank",
        ),
    ],
)
def test_a_short_article_is_none(html: str) -> None:
    assert page(html).text


@pytest.mark.parametrize(
    "paragraphs",
    [
        pytest.param(
            ("港务局星期一说，海浪冲垮了港口的墙，码头因此关闭。", "没有人受伤，墙将在夏天重建。"),
            id="Chinese",
        ),
        pytest.param(
            ("港の壁が高波で決壊し、岸壁は4日に閉鎖された。", "けが人はなく、壁は夏に再建される。"),
            id="Japanese",
        ),
    ],
)
def test_scripts_without_spaces_are_counted_by_their_letters(paragraphs: tuple[str, ...]) -> None:
    assert page(stub("港", *paragraphs)).text == "\n\n".join(("港", *paragraphs))


# Lists of articles


def teasers(link: str = "/news/{}", number: int = 9, head: str = "", intro: str = "") -> str:
    boxes = "".join(
        f"<article><h3><a href='{link.format(n)}'>The last net maker closes shop {n}</a></h3>"
        f"<p>After {n} years and a day he mends his last trawl in the old hall at ...</p>"
        f"<a href='{link.format(n)}'>Read more</a></article>"
        for n in range(number)
    )
    return (
        f"<html><head><title>Coast News</title>{head}</head>"
        f"<body><h1>Coast News</h1>{intro}<div>{boxes}</div></body></html>"
    )


def test_a_list_of_articles_is_refused() -> None:
    with pytest.raises(InputError, match="this web page is a list of articles"):
        page(teasers())


@pytest.mark.parametrize(
    "html",
    [
        pytest.param(teasers("#post-{}"), id="live, with links to its posts"),
        pytest.param(teasers("/live/quay#{}"), id="live, with whole addresses"),
        pytest.param(
            teasers(
                head='<script type="application/ld+json">{"@type": "LiveBlogPosting"}</script>'
            ),
            id="live by its data",
        ),
        pytest.param(
            teasers(head='<meta property="og:type" content="article">'), id="an article by its data"
        ),
        pytest.param(teasers(intro=f"<p>{FIRST}</p><p>{SECOND}</p>"), id="below a short article"),
        pytest.param(teasers(number=4), id="few"),
    ],
)
def test_what_is_like_a_list_is_read(html: str) -> None:
    assert page(html).text


def test_the_posts_of_a_live_blog_keep_their_headings() -> None:
    posts = "".join(
        f"<article><time>{n}:00</time><h2>Wave number {n}</h2><p>At {n}, {FIRST}</p></article>"
        for n in range(10, 14)
    )
    html = f"<html><body><main><h1>Quay: as it happens</h1>{posts}</main></body></html>"
    lines = page(html).text.split("\n\n")
    assert [line for line in lines if line.startswith("Wave")] == [
        f"Wave number {n}" for n in range(10, 14)
    ]
