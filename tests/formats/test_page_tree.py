"""Layout tables and teasers of a web page, and the tables and headings that are the article's."""

from collections.abc import Callable

import pytest
from lxml.html import fromstring

from newsbrief import parse
from newsbrief.article import BlockKind
from newsbrief.formats.html import page
from newsbrief.formats.page_tree import prepare

FIRST = "The café on the quay at Ostrand was shut on Monday after waves broke the harbour wall."
LONG = "".join(f"<p>On day {day}, {FIRST}</p>" for day in range(9))
LAST = "Traders said that they had lost the income of a season and would ask for help."


def text_of(body: str) -> str:
    return page(f"<html><body>{body}</body></html>").text


def test_a_page_set_in_tables_is_its_paragraphs() -> None:
    text = text_of(
        "<table><tr><td><a href=/>Home</a></td><td><h1>Quay is shut</h1>"
        f"<table><tr><td>A picture. Photo: Roe</td></tr></table><p>{FIRST}</p><p>{LAST}</p></td>"
        "<td>Weather: rain</td></tr></table>"
    )
    assert f"{FIRST}\n\n{LAST}" in text
    assert "|" not in text


def test_a_table_of_data_stays_one() -> None:
    rows = "".join(f"<tr><td>Quay {n}</td><td>{n} m</td></tr>" for n in range(4))
    text = text_of(f"<article>{LONG}<table>{rows}</table><p>{LAST}</p></article>")
    assert "Quay 3 | 3 m" in text


@pytest.mark.parametrize(
    "cells",
    [
        pytest.param(("Quay", "Height"), id="two columns"),
        pytest.param(("Quay", "Height", "Year"), id="three columns"),
    ],
)
def test_the_rows_of_a_table_are_its_words_and_no_headings(cells: tuple[str, ...]) -> None:
    head = "".join(f"<th>{cell}</th>" for cell in cells)
    row = "".join(f"<td>{cell} <b>4</b></td>" for cell in cells)
    table = f"<table><tr>{head}</tr><tr>{row}</tr><tr>{row}</tr></table>"
    text = text_of(f"<article><h1>Quay is shut</h1>{LONG}{table}<p>{LAST}</p></article>")
    found = [" | ".join(cells), *[" | ".join(f"{cell} 4" for cell in cells)] * 2]
    assert text.split("\n\n")[-4:-1] == found
    assert "---" not in text
    kinds = {block.kind for block in parse(text).blocks}
    assert BlockKind.HEADING not in kinds


def teaser(number: int) -> str:
    return (
        f'<div class="c"><h3><a href="/{number}">The last net maker closes shop {number}</a></h3>'
        "<p>After 61 years he mends his last trawl.</p><span>2 days ago</span></div>"
    )


@pytest.mark.parametrize(
    "box",
    [
        pytest.param(teaser, id="heading that is a link"),
        pytest.param(
            lambda n: f'<a href="/{n}"><h3>The last net maker closes shop {n}</h3></a>',
            id="link around a heading",
        ),
    ],
)
def test_teasers_go(box: Callable[[int], str]) -> None:
    boxes = "".join(map(box, range(3)))
    text = text_of(f"<div><h1>Quay is shut</h1>{LONG}<section>{boxes}</section></div>")
    assert "net maker" not in text
    assert text.count(FIRST) == 9


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("".join(map(teaser, range(6))), id="a page of teasers"),
        pytest.param(LONG + teaser(1), id="a single one"),
        pytest.param(
            "".join(
                f"<h2><a href='#{n}'>The net maker, {n}</a></h2><p>{FIRST}</p>" for n in range(9)
            ),
            id="headings of sections",
        ),
    ],
)
def test_what_may_be_the_article_stays(body: str) -> None:
    tree = fromstring(f"<html><body><div><h1>Quay is shut</h1>{body}</div></body></html>")
    text = tree.text_content()
    prepare(tree)
    assert tree.text_content() == text


# Posts in a list

POSTS = [f"<h2>Wave number {n}</h2><p>At {n}, {FIRST}</p><p>{LAST}</p>" for n in range(4)]


@pytest.mark.parametrize("tag", ["ol", "ul"])
def test_the_posts_in_a_list_keep_their_paragraphs(tag: str) -> None:
    items = "".join(
        f"<li><div><header>9:0{n}</header>{post}</div></li>" for n, post in enumerate(POSTS)
    )
    lines = text_of(f"<main><h1>Quay is shut</h1><{tag}>{items}<!-- more --></{tag}></main>").split(
        "\n\n"
    )
    assert [line for line in lines if "Wave" in line] == [f"Wave number {n}" for n in range(4)]
    assert lines.count(LAST) == 4


@pytest.mark.parametrize(
    "item",
    [
        pytest.param("Bring a rope.", id="text"),
        pytest.param("<p>Bring a rope.</p>", id="a paragraph"),
        pytest.param("<b>Rope</b> <a href='/rope'>to be brought</a>", id="words and a link"),
    ],
)
def test_a_list_of_lines_stays_one(item: str) -> None:
    text = text_of(
        f"<article><h1>Quay</h1>{LONG}<ul><li>{item}</li><li>Dogs stay out.</li></ul></article>"
    )
    assert "\n- Dogs stay out." in text


def post(number: int, text: str = FIRST) -> str:
    return (
        f'<div class="story" id="p{number}"><time>1{number}:00</time><h2>Wave number {number}</h2>'
        f'<div class="entry-content"><p>At {number}, {text}</p></div></div>'
    )


@pytest.mark.parametrize("count", [2, 5])
@pytest.mark.parametrize("around", ["<main>{}</main>", "<div>{}</div>", "{}"])
def test_boxes_of_one_class_with_headings_are_posts(around: str, count: int) -> None:
    posts = "".join(map(post, range(count)))
    text = text_of(around.format(f"<h1>Storm</h1>{posts}"))
    shown = [line for n in range(count) for line in (f"Wave number {n}", f"At {n}, {FIRST}")]
    assert [line for line in text.split("\n\n") if line in shown] == shown


def test_of_two_articles_the_second_is_another_story() -> None:
    first, second = (f"<article><time>1{n}:00</time><h2>Wave {n}</h2>" for n in range(2))
    text = text_of(f"<main>{first}{LONG}</article>{second}<p>{LAST}</p></article></main>")
    assert "On day 8" in text
    assert LAST not in text


def test_an_article_above_others_in_full_is_no_post() -> None:
    text = text_of(f"<h1>Storm</h1><div>{LONG}{LAST}</div>{post(1)}{post(2)}")
    assert "On day 8" in text
    assert "On day 0" in text


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        pytest.param(
            f"<div><h2>Quay</h2><p>{FIRST}</p></div><div><h2>Wall</h2><p>{LAST}</p></div>",
            ["Quay", FIRST, "Wall", LAST],
            id="a newsletter",
        ),
        pytest.param(
            f"<div><p>{FIRST}</p><h2>Wall</h2><p>{LAST}</p></div><div><h2>More</h2><div>x</div></div>",
            [FIRST, "Wall", LAST],
            id="a heading above no paragraph",
        ),
    ],
)
def test_headings_stay_where_a_page_names_no_article(body: str, lines: list[str]) -> None:
    assert text_of(f"<h1>Storm</h1>{body}").split("\n\n")[1:] == lines


def test_questions_and_answers_of_a_list_are_paragraphs() -> None:
    text = text_of(
        f"<article><h1>Quay</h1><p>{FIRST}</p><dl><dt>Who pays?</dt><dd>{LAST}</dd>"
        f"<dt>When?</dt><dd><p>In May, he said.</p></dd></dl></article>"
    )
    assert text.split("\n\n")[2:] == ["Who pays?", LAST, "When?", "In May, he said."]


def test_a_figure_without_a_picture_is_text() -> None:
    quote = (
        f"<figure><blockquote><p>{LAST}</p></blockquote><figcaption>Ann Lee</figcaption></figure>"
    )
    picture = (
        "<figure><img src=a.jpg><figcaption>A crane at dawn on the quay.</figcaption></figure>"
    )
    lines = text_of(f"<article><h1>Quay</h1>{LONG}{quote}{picture}</article>").split("\n\n")
    assert lines[-1] == f"“{LAST}” — Ann Lee"


def test_cards_that_are_articles_above_the_text_go() -> None:
    cards = "".join(
        f'<article class="card"><a href="/{n}"><h2>Market {n}</h2></a><p>It opens.</p></article>'
        for n in range(2)
    )
    text = text_of(f"<div>{cards}</div><article><h1>Quay is shut</h1>{LONG}</article>")
    assert text.split("\n\n")[:2] == ["Quay is shut", f"On day 0, {FIRST}"]
