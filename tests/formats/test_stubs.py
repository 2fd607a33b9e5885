"""Pages without an article: notices, walls, lists; and short articles, which are like them."""

import pytest

from newsbrief.errors import InputError
from newsbrief.formats.html import page

FIRST = "The café on the quay at Ostrand was shut on Monday after waves broke the harbour wall."
SECOND = "“Nobody was hurt,” the port authority said, and the wall will be rebuilt this summer."
KAI = "Der Kai in Ostrand ist seit Montag gesperrt, weil Wellen die Mauer des Hafens brachen."
QUAI = "Le quai d'Ostrand est fermé depuis lundi, après que des vagues ont brisé le mur du port."
CONSENT = (
    "We and our partners keep and read cookies on a device, and work on personal data such as "
    "identifiers, for advertising and for research. With your consent we may use the place where "
    "you are, and you may take it back at any time in our privacy centre."
)
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
            stub("Page introuvable", "La page que vous cherchez a été déplacée ou n'existe plus."),
            NO_ARTICLE,
            id="not found, in French",
        ),
        pytest.param(
            stub(
                "Seite nicht gefunden",
                "Die Adresse stimmt nicht mehr. Auf der Startseite finden Sie neue Artikel.",
            ),
            NO_ARTICLE,
            id="not found, in German",
        ),
        pytest.param(
            stub("We value what is yours", *[f"{CONSENT} This is part {n}." for n in range(4)]),
            NO_ARTICLE,
            id="consent, at length",
        ),
        pytest.param(
            stub(
                "Weiter mit Werbung",
                "Wir und unsere 213 Partner verarbeiten personenbezogene Daten wie Cookies und "
                "Kennungen, um Werbung zu messen. Mehr steht in der Datenschutzerklärung.",
                "Die Einwilligung kann jederzeit widerrufen werden.",
            ),
            NO_ARTICLE,
            id="consent, in German",
        ),
        pytest.param(
            stub("Quay is shut", FIRST, "You have reached your limit of free articles."),
            START,
            id="the last free article was before it",
        ),
        pytest.param(
            stub("Kai gesperrt", KAI, "Dieser Artikel ist nur für Abonnenten. Jetzt anmelden."),
            START,
            id="for subscribers, in German",
        ),
        pytest.param(
            stub("Quai fermé", QUAI, "La suite est réservée à nos abonnés."),
            START,
            id="for subscribers, in French",
        ),
        pytest.param(
            stub("Quai fermé", QUAI, foot="<h4>La suite de cet article est réservée</h4>"),
            START,
            id="said in a heading, in French",
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
            stub(
                "Site fined for its cookies",
                "The privacy regulator fined the site on Monday for tracking without consent: its "
                "cookies had told partners the identifiers of 2,000 readers.",
                "“We and our partners have asked for consent since,” its owner said.",
            ),
            id="news of cookies and consent",
        ),
        pytest.param(
            stub("Seite nicht mehr gefunden: Archiv verliert Akten", KAI), id="news of a lost page"
        ),
        pytest.param(
            stub("Quai fermé", QUAI, foot="<aside>Article réservé aux abonnés</aside>"),
            id="another one for subscribers, in French",
        ),
        pytest.param(
            stub("Zeitung senkt den Preis", KAI, "Das Abo kostet künftig 20 Euro im Monat."),
            id="price of a subscription, in German",
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


HEADLINE = "The last net maker closes shop"
SUMMARY = "After forty years and a day he mends his last trawl in the old hall at the quay."


@pytest.mark.parametrize(
    "card",
    [
        "<li><a href='/n/{0}'>{headline} {0}</a><p>… {text} …</p><cite>coast.example</cite></li>",
        "<div><a href='/n/{0}'>{headline} {0}</a><div>{text}</div><div>By Jane Roe</div></div>",
        "<div><a href='/n/{0}'><div><span>{headline} {0}</span><p>{text}</p></div></a></div>",
    ],
    ids=["found by a search", "of divisions", "a link in all"],
)
def test_a_list_is_told_by_links_that_are_no_headings(card: str) -> None:
    cards = "".join(card.format(n, headline=HEADLINE, text=SUMMARY) for n in range(8))
    with pytest.raises(InputError, match="this web page is a list of articles"):
        page(
            f"<html><body><nav><a href=/>Home</a></nav><h1>Nets</h1><ol>{cards}</ol></body></html>"
        )


@pytest.mark.parametrize(
    "paragraph",
    [
        pytest.param(
            "<p>{text} He is <a href='/n/{0}'>the last of forty net makers</a>.</p>", id="in"
        ),
        pytest.param("<p>{text}</p><p><a href='/n/{}'>See</a></p>", id="short"),
        pytest.param("<p>{text}</p><p><a href='#n{}'>What the note says of it</a></p>", id="note"),
    ],
)
def test_links_in_and_below_the_paragraphs_of_a_text_make_no_list(paragraph: str) -> None:
    text = "".join(paragraph.format(n, text=f"{n}. {SUMMARY}") for n in range(8))
    assert SUMMARY in page(f"<html><body><h1>{HEADLINE}</h1>{text}</body></html>").text


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
