"""The title of a page, set as sites and the programs behind them set theirs.

Each page says its title in several places. Some of them name the outlet, a section or a topic too,
are cut short, or say it in other words: for search engines or for those who share it.
"""

import json

import pytest

from newsbrief.formats.html import page

TEXT = """<p>The quay at Ostrand was shut on Monday after waves broke the harbour wall and carried
a crane into the basin, where divers found it in the afternoon.</p><p>Nobody was hurt, the port
authority said, and the wall will be rebuilt this summer by the firm that built it.</p>"""
WALL = "Harbour wall to be rebuilt after the flood"
OTHER = "Ostrand flood: what we know about the wall"
RELATED = "Ferry to Norderau sails again from Friday"
SITE = '<meta property="og:site_name" content="Coast News">'
LOGO = '<h1 class="site-title"><a href="https://coast.example/" rel="home">Coast News</a></h1>'


def window(title: str) -> str:
    return f"<title>{title}</title>"


def shared(title: str) -> str:
    return f'<meta property="og:title" content="{title}">'


def tweeted(title: str) -> str:
    return f'<meta name="twitter:title" content="{title}">'


def stated(*titles: str, kind: str = "NewsArticle") -> str:
    articles = [{"@type": kind, "headline": title} for title in titles]
    graph = json.dumps({"@context": "https://schema.org", "@graph": articles})
    return f'<script type="application/ld+json">{graph}</script>'


def shown(title: str, level: int = 1) -> str:
    return f"<h{level}>{title}</h{level}>"


def linked(title: str, address: str, level: int = 1) -> str:
    return f'<h{level}><a href="{address}">{title}</a></h{level}>'


PAGES = [
    # All say the same, but for how it is written
    pytest.param(
        window(f"{WALL} | Coast | The Coast News") + SITE + stated(WALL) + shared(WALL),
        shown(WALL),
        WALL,
        id="section and outlet in the window",
    ),
    pytest.param(
        SITE + shared(f"{WALL} - Coast News"), shown(WALL), WALL, id="a plugin's og:title"
    ),
    pytest.param(shared(WALL), shown(WALL.upper()), WALL, id="the heading in capitals"),
    pytest.param(
        stated('Wall "will hold", port says') + shared("Wall “will hold”, port says"),
        shown("Wall “will hold”,<br> port says"),
        'Wall "will hold", port says',
        id="quotes of two kinds, and a line break",
    ),
    pytest.param(
        shared("Wall &amp;#8216;will hold&amp;#8217; &amp;amp; more"),
        shown("Wall ‘will hold’ &amp; more"),
        "Wall ‘will hold’ & more",
        id="escaped twice",
    ),
    pytest.param(
        stated(WALL) + shared(f"{WALL} – Coast News") + SITE,
        shown("<span>Harbour wall</span> <span>to be rebuilt after the flood</span>"),
        WALL,
        id="a heading in pieces",
    ),
    pytest.param(tweeted(WALL), "", WALL, id="twitter:title alone"),
    pytest.param(stated(WALL, kind="ReportageNewsArticle"), "", WALL, id="headline alone"),
    # The outlet's name
    pytest.param(window(f"{WALL} : Coast News"), shown(WALL), WALL, id="colon and outlet"),
    pytest.param(window(f"{WALL} — Coast News") + SITE, "", WALL, id="window alone"),
    pytest.param(window(f"Coast News » {WALL}") + SITE, "", WALL, id="outlet first"),
    pytest.param(
        SITE + window(f"{WALL} | Coast News"),
        shown(f"{WALL} | Coast News"),
        WALL,
        id="in the heading too",
    ),
    pytest.param(
        window(f"{WALL} | Coast News"),
        LOGO + shown(WALL, 2),
        WALL,
        id="a weblog's name is the heading",
    ),
    pytest.param(
        window(f"Coast News » Blog Archive » {WALL}"),
        LOGO + linked(WALL, "https://coast.example/2025/03/wall/", 2),
        WALL,
        id="an old weblog",
    ),
    pytest.param(LOGO, LOGO + shown(WALL), WALL, id="two headings"),
    pytest.param(
        window(f"{WALL} | Coast News"),
        linked("Coast News", "https://web.archive.org/web/2008/http://coast.example/")
        + shown(WALL, 2),
        WALL,
        id="in an archive of the web",
    ),
    pytest.param(
        window(f"{WALL} • Coast News • Weather and tides of the whole coast"),
        linked("Coast News", "/de/") + shown(WALL, 3),
        WALL,
        id="start of a language",
    ),
    pytest.param(
        window(f"{WALL} - Coast News"),
        shown("Coast News") + shown(WALL),
        WALL,
        id="a name that is no link",
    ),
    pytest.param(shared("Coast News") + SITE, shown(WALL), WALL, id="shared by name alone"),
    pytest.param(
        '<h1><a href="/"><img src="logo.png" alt="Coast News"></a></h1>',
        shown(WALL, 2) + window(f"{WALL} - Coast News"),
        WALL,
        id="an image for a name",
    ),
    # ... and headings that only look like it
    pytest.param(window("Weblog"), linked(WALL, "/?p=12"), WALL, id="link to itself by a number"),
    pytest.param(
        window("Weblog"),
        linked(WALL, "https://port.example/news/wall"),
        WALL,
        id="link to a source",
    ),
    pytest.param(
        window("Start"), f'<h1><a href="/">Start</a> / {WALL}</h1>', f"Start / {WALL}", id="a path"
    ),
    pytest.param(
        shared("Dish of the week | Plum cake | Coast News"),
        shown("Dish of the week | Plum cake"),
        "Dish of the week | Plum cake",
        id="a bar in the headline",
    ),
    pytest.param(
        window("Coast News wins prize for its pictures | Coast News") + SITE,
        shown("Coast News wins prize for its pictures"),
        "Coast News wins prize for its pictures",
        id="a headline about the outlet",
    ),
    pytest.param(
        window("Rain - and more of it - Coast News") + SITE,
        shown("Rain - and more of it"),
        "Rain - and more of it",
        id="a dash in the headline",
    ),
    pytest.param(
        window("Le mur « tiendra », dit le port - Coast News") + SITE,
        "",
        "Le mur « tiendra », dit le port",
        id="French quotes",
    ),
    # Menus and sections
    pytest.param(window(f"{WALL} - Coast News"), shown("Menu") + shown(WALL), WALL, id="menu"),
    pytest.param(
        window(f"Port Office - Press releases - {WALL}"),
        shown("Port Office") + shown(WALL),
        WALL,
        id="an office, for who cannot see its logo",
    ),
    pytest.param(
        window(f"Press releases | {WALL}") + shared(WALL),
        shown("Press releases") + shown(WALL, 2),
        WALL,
        id="section above the headline",
    ),
    pytest.param(
        window(f"Port Office: {WALL}") + shared("Press releases"),
        shown(WALL),
        WALL,
        id="section shared",
    ),
    pytest.param(
        shared(WALL) + window(WALL),
        shown(WALL, 2) + TEXT + shown("Our partners"),
        WALL,
        id="heading below the text",
    ),
    pytest.param(
        stated(RELATED, WALL) + shared(WALL), shown(WALL) + shown(RELATED), WALL, id="related story"
    ),
    pytest.param(window("Home"), shown("Time to say goodbye"), "Time to say goodbye", id="no help"),
    # A topic before it
    pytest.param(
        stated(WALL) + shared(WALL),
        shown(f"<span>Ostrand</span>: {WALL}"),
        WALL,
        id="topic shown",
    ),
    pytest.param(
        shared(f"Watch: {WALL}") + window(f"Watch: {WALL}"), shown(WALL), WALL, id="topic shared"
    ),
    pytest.param(
        shared(f"Opinion | {WALL}") + window(f"Opinion | {WALL} - Coast News"),
        shown(WALL),
        WALL,
        id="opinion behind a bar",
    ),
    pytest.param(
        shared(f"Ostrand: {WALL}"), shown(f"Ostrand: {WALL}"), f"Ostrand: {WALL}", id="topic in all"
    ),
    pytest.param(shared("Storm: all shut"), shown("All shut"), "Storm: all shut", id="few letters"),
    # Cut short
    pytest.param(stated("Harbour wall to be …"), shown(WALL), WALL, id="stated cut short"),
    pytest.param(tweeted("Harbour wall to..."), shown(WALL), WALL, id="shared cut short"),
    pytest.param(stated("And then…"), shown("And then…"), "And then…", id="meant so"),
    pytest.param(stated("And then…"), shown(WALL), "And then…", id="another headline"),
    # Other words
    pytest.param(
        window(f"{OTHER} | Coast News") + stated(WALL) + shared(OTHER),
        shown(WALL),
        WALL,
        id="shared",
    ),
    pytest.param(
        window(f"{OTHER} | Coast News") + stated(OTHER) + shared(WALL),
        shown(WALL),
        WALL,
        id="stated",
    ),
    pytest.param(
        window(f"{WALL} | Coast News") + stated(WALL) + shared(WALL), shown(OTHER), WALL, id="shown"
    ),
    pytest.param(
        window(f"{OTHER} - by Jane Roe - Coast Letter"),
        shown(WALL) + shown("What the storm left", 3),
        WALL,
        id="window of a letter",
    ),
    # Nothing but a lower heading, and the outlet's name
    pytest.param(window("Coast News"), shown(WALL, 2), WALL, id="window of the outlet"),
    pytest.param(
        window("Coast News"),
        f"<header>{shown('The paper of the whole coast', 2)}</header>{shown(WALL, 2)}",
        WALL,
        id="below a heading of the site",
    ),
    pytest.param(
        window("Coast News"), shown(WALL, 2) + shown(OTHER, 2), "Coast News", id="two headings"
    ),
    pytest.param(window("Walls of Ostrand"), shown("The flood", 2), "Walls of Ostrand", id="part"),
    pytest.param(
        window(WALL), shown("What we know so far of it all now", 2), WALL, id="long window"
    ),
    pytest.param(
        window(f"Coast News: {WALL}"),
        f"<font><b>{WALL}</b></font><br>",
        WALL,
        id="bold on an old page",
    ),
    pytest.param(
        window(f"Coast News: {WALL}"),
        f"<b>Weather</b>{shown(RELATED, 3)}",
        f"Coast News: {WALL}",
        id="bold beside headings",
    ),
    # Other scripts
    pytest.param(
        window("港の壁、1メートル高く再建へ｜海岸新聞"),
        shown("港の壁、1メートル高く再建へ"),
        "港の壁、1メートル高く再建へ",
        id="Japanese",
    ),
    pytest.param(
        window("港口的墙将在夏天重建_本地_海岸报"),
        linked("海岸报", "/") + "<h2>港口的墙将在夏天重建</h2>",
        "港口的墙将在夏天重建",
        id="Chinese",
    ),
    pytest.param(
        window("Стена в порту простоит, обещает город — Вести побережья"),
        shown("Стена в порту простоит, обещает город"),
        "Стена в порту простоит, обещает город",
        id="Russian",
    ),
]


@pytest.mark.parametrize(("head", "above", "title"), PAGES)
def test_title(head: str, above: str, title: str) -> None:
    html = (
        f'<!doctype html><html lang="en"><head>{head}</head><body>{above}'
        f"<article>{TEXT}</article></body></html>"
    )
    assert page(html).title == title


def test_a_headline_with_a_full_stop_is_no_outlet() -> None:
    """As trafilatura takes it for an address where the page states no outlet but in its window."""
    title = "St. Brannoc to rebuild its wall"
    head = window(f"{title} - Coast News")
    read = page(f"<html><head>{head}</head><body>{shown(title)}{TEXT}</body></html>")
    assert (read.title, read.outlet) == (title, "Coast News")


@pytest.mark.parametrize(
    ("fragment", "title"),
    [
        pytest.param(shown(WALL, 2) + TEXT, WALL, id="heading"),
        pytest.param(f"<div>{shown(WALL, 3)}<p>By Jane Roe</p>{TEXT}</div>", WALL, id="byline"),
        pytest.param(TEXT + shown(WALL, 2) + TEXT, None, id="below the text"),
        pytest.param(TEXT, None, id="none"),
    ],
)
def test_a_fragment_has_the_heading_above_its_text(fragment: str, title: str | None) -> None:
    assert page(fragment).title == title
