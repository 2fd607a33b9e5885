"""Web pages: text, metadata, charsets, fragments, saved pages, and pages that mean harm."""

import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsbrief import parse, read
from newsbrief.errors import InputError
from newsbrief.formats import mhtml
from newsbrief.formats.document import Document
from newsbrief.formats.html import decoded, documents, page

FIRST = "The café on the quay at Ostrand was shut on Monday after waves broke the harbour wall."
SECOND = "“Nobody was hurt,” the port authority said, and the wall will be rebuilt this summer."
THIRD = "Traders said they had lost the income of a season & would ask the council for help."
LONG = f"<p>{FIRST}</p>" * 3
TEXT = f"Quay is shut\n\n{FIRST}\n\n{SECOND}\n\n{THIRD}"

BODY = f"""<nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>
<article><h1>Quay is shut</h1><p>{FIRST}</p><p>{SECOND}</p>
<p>{THIRD.replace("&", "&amp;")}</p></article>
<aside><a href="/2">Recommended: ten quays to see</a></aside><footer>© 2025 Coast News</footer>"""
HEAD = """<title>Quay is shut | Coast News</title>
<meta property="og:site_name" content="Coast News">
<meta property="og:title" content="Quay is shut">
<meta property="og:url" content="https://coast.example/quay">
<meta name="author" content="Jane Roe">
<meta property="article:published_time" content="2025-03-04T09:12:44+00:00">
"""


def whole(head: str = HEAD, body: str = BODY) -> str:
    return f'<!DOCTYPE html>\n<html lang="en-GB"><head>{head}</head><body>{body}</body></html>'


def test_a_page_is_its_article_and_what_it_says_of_it() -> None:
    assert page(whole()) == Document(
        text=TEXT,
        title="Quay is shut",
        byline="Jane Roe",
        date="2025-03-04",
        outlet="Coast News",
        url="https://coast.example/quay",
        language="en",
    )


@pytest.mark.parametrize(
    ("items", "line", "byline"),
    [
        pytest.param(("Ann Moe", "4 March 2025", "2 min read"), "Ann Moe", "Ann Moe", id="head"),
        pytest.param(("Ann Moe", "Jon Lee"), "- Ann Moe", None, id="no stamp"),
    ],
)
def test_a_list_above_the_text_with_a_time_stamp_is_its_head(
    items: tuple[str, ...], line: str, byline: str | None
) -> None:
    listed = "".join(f"<li>{item}</li>" for item in items)
    body = f"<article><ul>{listed}</ul><p>{FIRST}</p><p>{SECOND}</p>{LONG}</article>"
    document = page(whole("<title>Quay is shut</title>", body))
    assert document.text.split("\n\n")[1].split("\n")[0] == line
    assert parse(document.text, document.title).metadata.byline == byline


def test_a_heading_with_a_topic_before_the_title_stands_once() -> None:
    heading = "<h1><span>Harbour</span><span>Quay is shut</span></h1>"
    assert page(whole(body=BODY.replace("<h1>Quay is shut</h1>", heading))).text == TEXT


def test_a_first_paragraph_that_ends_with_the_title_is_no_heading() -> None:
    body = f"<article><h1>Quay is shut</h1><p>It was told to all: quay is shut</p>{LONG}</article>"
    assert "It was told to all" in page(whole(body=body)).text


def test_what_a_page_does_not_say_is_none() -> None:
    assert page(f"<html><body>{BODY}</body></html>") == Document(TEXT, title="Quay is shut")


def test_a_copyright_year_is_no_date() -> None:
    assert page(whole(head="<title>Quay is shut</title>")).date is None


@pytest.mark.parametrize(
    ("stated", "dateline", "date"),
    [
        pytest.param("5/6/2025", "AYR, May 6, 2025 (Ely Post) -- ", "2025-05-06", id="month first"),
        pytest.param("05/06/2025", "AYR, May 6, 2025 — ", "2025-05-06", id="with zeros"),
        pytest.param("5/6/2025", "AYR, June 5, 2025 — ", "2025-06-05", id="day first"),
        pytest.param("5/6/2025", "AYR — ", "2025-06-05", id="no other word of it"),
        pytest.param("2025-06-05", "AYR, May 6, 2025 — ", "2025-06-05", id="no doubt"),
        pytest.param("5/16/2025", "AYR, May 16, 2025 — ", "2025-05-16", id="no such month"),
    ],
)
def test_a_day_in_figures_is_read_as_the_text_says_it(
    stated: str, dateline: str, date: str
) -> None:
    body = f"<article><h1>Quay is shut</h1><p>{dateline}The quay is shut.</p>{LONG}</article>"
    assert page(whole(f'<meta name="DC.date.issued" content="{stated}">', body)).date == date


@pytest.mark.parametrize(
    ("head", "field", "value"),
    [
        pytest.param(
            '<script type="application/ld+json">{"@context": "https://schema.org", '
            '"@type": "NewsArticle", "headline": '
            '"Quay &amp; wall", "author": [{"@type": "Person", "name": "Jane Roe"}, '
            '{"@type": "Person", "name": "Ole Brandt"}], "datePublished": "2025-03-04"}</script>',
            "byline",
            "Jane Roe, Ole Brandt",
            id="two authors",
        ),
        pytest.param(
            '<script type="application/ld+json">{"@type": ["NewsArticle"], '
            '"author": ["Jane Roe", "Ole Brandt"]}</script>',
            "byline",
            "Jane Roe, Ole Brandt",
            id="names of no context",
        ),
        pytest.param(
            '<script type="application/ld+json">{"@type": "NewsArticle", "author": '
            '[{"@type": "Organization", "name": "Coast News"}, "https://coast.example/roe"]}'
            "</script>",
            "byline",
            None,
            id="no person",
        ),
        pytest.param(
            '<script type="application/ld+json">[{"@type": "NewsArticle", "author": "Jane Roe"}, '
            '{"@type": "NewsArticle", "author": "Ole Brandt"}]</script>',
            "byline",
            None,
            id="authors of several articles",
        ),
        pytest.param('<time datetime="2025-03-04">', "date", "2025-03-04", id="time"),
        pytest.param(
            '<link rel="canonical" href="https://coast.example/a">', "outlet", None, id="host"
        ),
        pytest.param(
            '<script type="application/ld+json">{broken</script>',
            "title",
            "Quay is shut",
            id="broken",
        ),
        pytest.param(
            f'<script type="application/ld+json">{"[" * 5000}</script>',
            "title",
            "Quay is shut",
            id="nested",
        ),
        pytest.param(
            '<meta property="og:title" content="Quay &amp;amp; wall &amp;#8211; live">',
            "title",
            "Quay & wall – live",
            id="escaped twice",
        ),
    ],
)
def test_metadata(head: str, field: str, value: str | None) -> None:
    assert getattr(page(whole(head)), field) == value


@pytest.mark.parametrize(
    "fragment",
    [
        pytest.param(f"<p>{FIRST}</p><p>{SECOND}</p>", id="paragraphs"),
        pytest.param(f"{FIRST}<br><br>{SECOND}<br>", id="line breaks"),
        pytest.param(f"<div><div>{FIRST}</div><div>{SECOND}</div></div>", id="divisions"),
        pytest.param(f"<b>{FIRST}</b><p>{SECOND}", id="unclosed"),
        pytest.param(f"<article><p>{FIRST}<p>{SECOND}</article>", id="article"),
    ],
)
def test_a_fragment_is_read_whole(fragment: str) -> None:
    text = page(fragment).text
    assert text.split() == f"{FIRST} {SECOND}".split()


@pytest.mark.parametrize(
    ("data", "why"),
    [
        pytest.param(whole().encode(), "UTF-8", id="utf-8"),
        pytest.param(whole().encode("utf-8-sig"), "a mark", id="mark"),
        pytest.param(whole().encode("utf-16"), "a mark", id="utf-16"),
        pytest.param(whole().encode("cp1252"), "guessed", id="windows-1252"),
        pytest.param(
            whole("<meta charset=iso-8859-1>" + HEAD).encode("cp1252"),
            "as browsers do",
            id="latin-1",
        ),
        pytest.param(
            whole("<meta charset=utf-8>" + HEAD).encode("cp1252"), "it lies", id="wrong charset"
        ),
        pytest.param(
            whole('<meta http-equiv=Content-Type content="text/html; charset=utf-8">').encode(),
            "the old way",
            id="http-equiv",
        ),
        pytest.param(whole("<meta charset=klingon>").encode(), "unknown", id="unknown charset"),
        pytest.param(
            whole("<meta charset=windows-1252>" + HEAD).encode(), "saved anew", id="kept charset"
        ),
    ],
)
def test_charsets(data: bytes, why: str) -> None:
    (document,) = documents(data)
    assert document.text == TEXT, why


def test_the_charset_stated_is_used_where_it_fits() -> None:
    russian = "<p>Полиция сообщила, что в результате пожара в порту никто не пострадал.</p>" * 2
    (document,) = documents(f"<meta charset=koi8-r>{russian}".encode("koi8-r"))
    assert document.text.startswith("Полиция сообщила")


@pytest.mark.parametrize(
    ("html", "message"),
    [
        pytest.param(whole(body="<nav><a href=/>Home</a></nav>"), "no article is found", id="menu"),
        pytest.param("<html></html>", "no article is found", id="nothing"),
        pytest.param("<p>", "no article is found", id="tag"),
        pytest.param(
            "<title>404</title><h1>Page not found</h1><p>The page that you look for is gone: go to "
            "the start of our site.</p>",
            "no article is found",
            id="not found",
        ),
        pytest.param(
            "<title>Just a moment...</title><h1>coast.example</h1><p>We check that you are a human "
            "being. Your browser will go on by itself in a few seconds.</p>",
            "no article is found",
            id="question of a guard",
        ),
        pytest.param(
            "<title>Coast News</title><h1>Before you continue</h1><p>We and our partners use "
            "cookies. By clicking Accept you agree to our use of cookies and to our privacy "
            "policy.</p>",
            "no article is found",
            id="consent",
        ),
        pytest.param(
            whole(
                HEAD + '<script type="application/ld+json">{"isAccessibleForFree": false}</script>'
            ),
            "for subscribers",
            id="stub by its data",
        ),
        pytest.param(
            whole(body=BODY + "<p>Subscribe to continue reading.</p>"), "for subscribers", id="stub"
        ),
    ],
)
def test_what_holds_no_article_is_refused(html: str, message: str) -> None:
    with pytest.raises(InputError, match=message):
        page(html)


def shown_by_a_script(body: str, kind: str = "NewsArticle", rest: str = "") -> str:
    article = f'{{"@type": "{kind}", "headline": "Quay is shut", "articleBody": "{body}"{rest}}}'
    data = f'<script type="application/ld+json">{{"@graph": [{article}]}}</script>'
    return whole(data, '<div id="root"></div><noscript>Please enable JavaScript.</noscript>')


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(f"{FIRST}\\n\\n{SECOND}\\n{THIRD}", id="lines"),
        pytest.param(f"<p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p>", id="tags"),
        pytest.param(f"&lt;p&gt;{FIRST}&lt;p&gt;{SECOND}&lt;/p&gt;&lt;p&gt;{THIRD}", id="escaped"),
    ],
)
def test_an_article_that_a_script_shows_is_read_from_the_data_for_machines(body: str) -> None:
    assert page(shown_by_a_script(body)).text == TEXT


@pytest.mark.parametrize(
    ("html", "message"),
    [
        pytest.param(shown_by_a_script("Quay is shut."), "no article is found", id="few words"),
        pytest.param(shown_by_a_script(LONG, "Product"), "no article is found", id="no article"),
        pytest.param(
            shown_by_a_script(LONG, rest=', "isAccessibleForFree": false'),
            "for subscribers",
            id="for subscribers",
        ),
    ],
)
def test_what_a_script_shows_may_be_no_article(html: str, message: str) -> None:
    with pytest.raises(InputError, match=message):
        page(html)


def test_a_page_larger_than_any_of_news_is_refused() -> None:
    with pytest.raises(InputError, match="this web page is larger than 20 MB"):
        documents(whole().encode() + b" " * 20_000_000)


@pytest.mark.parametrize("levels", [2, 200])
def test_an_article_that_is_nested_deep_is_read(levels: int) -> None:
    html = "<div>" * levels + BODY + "</div>" * levels
    assert page(whole(body=html)).text == TEXT


@pytest.mark.parametrize("levels", [260, 30_000])
def test_a_page_that_is_nested_deeper_than_can_be_read_names_the_limit(levels: int) -> None:
    html = "<div>" * levels + BODY + "</div>" * levels
    with pytest.raises(InputError, match="has elements on more than 255 levels"):
        page(whole(body=html))


@pytest.mark.parametrize("tag", ["svg", "p", "button", "i"])
def test_a_page_with_elements_all_through_a_text_names_the_limit(tag: str) -> None:
    between = f"<{tag}></{tag}>{'b' * 90} "
    page(whole(body=BODY + between * 500))
    with pytest.raises(InputError, match="too many elements between the letters of one text"):
        page(whole(body=BODY + between * 3000))


def test_a_long_article_for_subscribers_is_no_stub() -> None:
    more = "".join(f"<p>On day {day}, {FIRST}</p>" for day in range(12))
    body = BODY.replace("<aside>", "<aside>Already a subscriber?").replace(f"<p>{FIRST}</p>", more)
    assert page(whole(body=body)).text.count(FIRST) == 12


def test_an_absent_library_is_named_with_what_installs_it(monkeypatch: pytest.MonkeyPatch) -> None:
    import sys

    monkeypatch.setitem(sys.modules, "trafilatura", None)
    with pytest.raises(InputError, match=r"a web page needs .*pip install 'newsbrief\[web\]'"):
        page(whole())


# Saved pages

FILES = Path(__file__).parent / "files"
COAST = "Ostrand harbour wall to be rebuilt a metre higher after January flood"
COAST_URL = "http://www.coast.example/2025/03/04/ostrand-harbour-wall"
GERMAN_URL = "http://www.coast.example/kueste.html"


@pytest.mark.parametrize(
    ("name", "title", "date", "url"),
    [
        pytest.param("chromium.html", COAST, "2025-03-04", COAST_URL, id="HTML"),
        pytest.param("chromium.mhtml", COAST, "2025-03-04", COAST_URL, id="MHTML"),
        pytest.param(
            "chromium_tables.html", "Hafenmauer wird neu gebaut", None, GERMAN_URL, id="tables"
        ),
        pytest.param(
            "chromium_tables.mhtml", "Hafenmauer wird neu gebaut", None, GERMAN_URL, id="tables too"
        ),
        pytest.param(
            "chromium_japanese.html",
            "港の壁、1メートル高く再建へ 1月の高潮で決壊",
            "2025-03-04",
            "http://www.coast.example/hama.html",
            id="Japanese",
        ),
    ],
)
def test_a_page_that_a_browser_saved(name: str, title: str, date: str | None, url: str) -> None:
    article = read(FILES / name)
    known = article.metadata
    assert (article.title, known.date, known.url) == (title, date, url)


@pytest.mark.parametrize(
    ("name", "byline"),
    [
        pytest.param("chromium.html", "Jane Roe, Ole Winther", id="HTML"),
        # Without the scripts, and so without the data for machines that names both.
        pytest.param("chromium.mhtml", "Jane Roe", id="MHTML"),
    ],
)
def test_a_saved_page_is_the_article_alone(name: str, byline: str) -> None:
    article = read(FILES / name)
    body = [article.fold(sentence) for sentence in article.body]
    assert body[0].startswith("The harbour wall at Ostrand will be rebuilt this summer")
    assert body[-1].endswith("the council of the day said that it would be the last time.")
    assert len(body) == 18
    assert article.metadata.byline == byline
    furniture = ("cookies", "Ferry", "crane", "Advertisement", "My father", "net maker", "Fishing")
    assert not [word for word in furniture if word in article.text]


@pytest.mark.parametrize("name", ["chromium_tables.html", "chromium_tables.mhtml"])
def test_a_saved_page_that_is_set_in_tables(name: str) -> None:
    article = read(FILES / name)
    body = [article.fold(sentence) for sentence in article.body]
    assert body[0] == "Norderau."
    assert body[3].startswith("„Wir flicken nicht, wir bauen für die Stürme")
    assert body[-1].endswith("zweihundert Sandsäcke und ein Stahltor den Kai schützen.")
    furniture = ("Startseite", "Meistgelesen", "Cookies", "Drucken")
    assert not [word for word in furniture if word in article.text]


@pytest.mark.parametrize(
    ("comment", "url"),
    [
        pytest.param("saved from url=(0026)https://coast.example/quay", True, id="a browser"),
        pytest.param(
            "\n Page saved with SingleFile \n url: https://coast.example/quay \n saved date: x",
            True,
            id="SingleFile",
        ),
        pytest.param("saved from url=(0014)about:internet", False, id="no address"),
        pytest.param("see https://coast.example/quay", False, id="another comment"),
    ],
)
def test_the_address_that_a_saved_page_was_saved_from(comment: str, *, url: bool) -> None:
    html = f"<!DOCTYPE html><!-- {comment} --><html><body>{BODY}</body></html>"
    assert page(html).url == ("https://coast.example/quay" if url else None)


def test_an_address_that_the_page_states_comes_first() -> None:
    saved_from = "<!-- saved from url=(0030)http://localhost/quay.html -->"
    assert page(saved_from + whole()).url == "https://coast.example/quay"


def saved(*, charset: str = "utf-8", headers: str = "") -> bytes:
    import quopri

    content = quopri.encodestring(whole("<title>Quay is shut</title>").encode(charset)).decode()
    return (
        f"From: <Saved by Blink>\r\n{headers}Subject: Quay is shut\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related; type="text/html"; boundary="x"\r\n\r\n'
        f"--x\r\nContent-Type: text/html; charset={charset}\r\n"
        f"Content-Transfer-Encoding: quoted-printable\r\n\r\n{content}\r\n"
        "--x\r\nContent-Type: image/png\r\n"
        "Content-Transfer-Encoding: base64\r\n\r\niVBORw0K\r\n--x--"
    ).encode()


@pytest.mark.parametrize("charset", ["utf-8", "windows-1252"])
def test_a_saved_page_is_read_as_the_page(charset: str) -> None:
    (document,) = mhtml.documents(saved(charset=charset))
    assert (document.text, document.title, document.url) == (TEXT, "Quay is shut", None)


def test_a_saved_page_knows_its_address() -> None:
    headers = "Snapshot-Content-Location: https://coast.example/quay\r\n"
    (document,) = mhtml.documents(saved(headers=headers))
    assert document.url == "https://coast.example/quay"


def test_an_archive_without_a_page_is_refused() -> None:
    data = saved().replace(b"Content-Type: text/html", b"Content-Type: image/gif")
    with pytest.raises(InputError, match="no page is found"):
        mhtml.documents(data)


# Hostile pages


@pytest.mark.parametrize(
    "html",
    [
        pytest.param("<div>" * 1_000_000 + FIRST, id="a million nested tags"),
        pytest.param("<p>" * 300_000 + FIRST, id="unclosed paragraphs"),
        pytest.param(f'<p title="{"a" * 10_000_000}">{FIRST}</p>', id="a huge attribute"),
        pytest.param("<p " + "a=b " * 300_000 + f">{FIRST}</p>", id="many attributes"),
        pytest.param("<!--" * 500_000 + FIRST, id="comments"),
        pytest.param("<table>" * 100_000 + FIRST, id="tables"),
        pytest.param("<a href=/>" * 200 + "<h1>a</h1>" * 18_000 + FIRST, id="headings in links"),
        pytest.param("<" * 2_000_000, id="brackets"),
        pytest.param(f"<i hidden>a</i>{'b' * 900}" * 19_000, id="hidden between texts"),
        pytest.param(f"<svg></svg>{'b' * 900}" * 19_000, id="drawings between texts"),
        pytest.param(f"<p style='{'/*' * 5_000_000}'>{FIRST}</p>", id="a huge style"),
        pytest.param("<div style='font-size:0'>" * 200 + "<b>a</b>" * 19_000, id="of no size"),
        pytest.param("<h3><a href=/>a</a></h3>" * 9_000 + FIRST, id="teasers"),
        pytest.param(
            "<div><div><h3><a href=/>a</a></h3></div></div>" * 5
            + f"<div>{'<div>' * 150}<h3><a href=/>a</a></h3><script>{'a b ' * 3_000_000}</script>",
            id="a script in a teaser",
        ),
        pytest.param("<nav>" + "<div><h1>" * 110 + "a b " * 3_000_000, id="headings in headings"),
        pytest.param(whole(body="<p>a</p>" * 200_000), id="many short paragraphs"),
        pytest.param(
            '<!DOCTYPE html [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><p>&b;</p>', id="entities"
        ),
    ],
)
def test_hostile_pages_end_in_an_article_or_a_line(html: str) -> None:
    from newsbrief.formats.documents import documents as read

    start = time.process_time()
    try:
        list(read(html.encode(), "page.html"))
    except InputError as error:
        assert "\n" not in str(error)  # noqa: PT017
    assert time.process_time() - start < 60, "linear: seconds, not hours"


def test_no_file_is_read_through_an_entity(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("the secret words of this file")
    html = (
        f'<!DOCTYPE html [<!ENTITY x SYSTEM "file://{secret}">]><html><body>'
        f"<p>{FIRST} &x;</p><p>{SECOND}</p><iframe src='file://{secret}'></iframe></body></html>"
    )
    assert "secret words" not in page(html).text


@settings(max_examples=30)
@given(
    st.lists(st.sampled_from(["<p>", "</p>", "<table>", "<td>", "<li>", FIRST, "<b>", "&", "<"]))
)
def test_any_markup_is_an_article_or_refused(pieces: list[str]) -> None:
    try:
        assert page("".join(pieces)).text
    except InputError:
        return


@pytest.mark.parametrize("charset", ["utf-7", "unicode_escape", "zlib", "rot13"])
def test_a_charset_in_which_letters_hide_markup_is_not_taken(charset: str) -> None:
    data = b'<meta charset="%s"><p>+ADw-b+AD4- \\u003cb\\u003e' % charset.encode()
    assert decoded(data) == data.decode()
