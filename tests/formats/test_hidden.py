"""What a reader of a page, a mail or a feed does not see: it becomes no text."""

import pytest
from lxml.html import fromstring

from newsbrief.errors import InputError
from newsbrief.formats.html import page
from newsbrief.formats.markup import parts
from newsbrief.formats.visible import show

FIRST = "The café on the quay at Ostrand was shut on Monday after waves broke the harbour wall."
LONG = "".join(f"<p>On day {day}, {FIRST}</p>" for day in range(6))
UNSEEN = "The mayor took money from the builder of the wall, and nobody has said so until now."

HIDDEN = [
    pytest.param(f"<p hidden>{UNSEEN}</p>", id="attribute"),
    pytest.param(f"<DIV HIDDEN=''><p>{UNSEEN}</p></DIV>", id="attribute of a division"),
    pytest.param(f"<template><p>{UNSEEN}</p></template>", id="template"),
    pytest.param(f"<noscript><p>{UNSEEN}</p></noscript>", id="for browsers without scripts"),
    pytest.param(f"<dialog><p>{UNSEEN}</p></dialog>", id="closed dialog"),
    pytest.param(f'<p style="display:none">{UNSEEN}</p>', id="style"),
    pytest.param(f'<div style="color:red; DISPLAY : None"><p>{UNSEEN}</p></div>', id="any case"),
    pytest.param(f"<p style='display:none!important;display:block'>{UNSEEN}</p>", id="important"),
    pytest.param(f'<p style="display:/* block */none">{UNSEEN}</p>', id="comment in a style"),
    pytest.param(f'<p style="visibility: hidden">{UNSEEN}</p>', id="visibility"),
    pytest.param(f'<p style="opacity:0.0">{UNSEEN}</p>', id="opacity"),
    pytest.param(f"<p><del>{UNSEEN}</del></p>", id="deleted"),
    pytest.param(f"<p><s>{UNSEEN}</s></p>", id="struck out"),
    pytest.param(
        f"<div hidden>{LONG[:99]}<div><p hidden>{UNSEEN}</p></div></div>", id="in another"
    ),
]
SEEN = [
    pytest.param(f'<p style="display:block">{UNSEEN}</p>', id="shown"),
    pytest.param(f'<p style="display:none;display:block">{UNSEEN}</p>', id="the last one counts"),
    pytest.param(f'<p style="opacity:.5; font-size:0.9em">{UNSEEN}</p>', id="faint"),
    pytest.param(f'<div hidden="until-found"><p>{UNSEEN}</p></div>', id="found by a search"),
    pytest.param(f"<dialog open><p>{UNSEEN}</p></dialog>", id="open dialog"),
    pytest.param(
        f'<p title="hidden" data-style="display:none">{UNSEEN}</p>', id="other attributes"
    ),
    pytest.param(f"<p hidden>Nothing.</p><p>{UNSEEN}</p>", id="beside"),
]


@pytest.mark.parametrize("markup", HIDDEN)
def test_what_is_hidden_is_no_text(markup: str) -> None:
    assert "mayor" not in page(f"<html><body><article>{LONG}{markup}</article></body></html>").text
    assert [part.text for part in parts(f"<p>Rain.</p>{markup}<p>Sun.</p>")] == ["Rain.", "Sun."]


@pytest.mark.parametrize("markup", SEEN)
def test_what_is_shown_is_text(markup: str) -> None:
    tree = fromstring(f"<html><body><article>{LONG}{markup}</article></body></html>")
    show(tree)
    assert "mayor" in tree.text_content()
    assert UNSEEN in [part.text for part in parts(f"<p>Rain.</p>{markup}<p>Sun.</p>")]


@pytest.mark.parametrize(
    ("markup", "seen"),
    [
        pytest.param(f'<p style="font-size:0">{UNSEEN}</p>', False, id="no size"),
        pytest.param(f'<div style="font-size:0px"><p>{UNSEEN}</p></div>', False, id="around"),
        pytest.param(
            f'<div style="font-size:0"><p style="font-size:16px">{UNSEEN}</p></div>',
            True,
            id="another size inside, as mail and columns have it",
        ),
        pytest.param(
            f'<div style="font-size:0"><p class="text">{UNSEEN}</p></div>', True, id="by a class"
        ),
    ],
)
def test_letters_of_no_size(markup: str, *, seen: bool) -> None:
    tree = fromstring(f"<html><body><article>{LONG}{markup}</article></body></html>")
    show(tree)
    assert ("mayor" in tree.text_content()) == seen


@pytest.mark.parametrize(
    "html",
    [
        pytest.param(f"<body style='opacity:0'>{LONG}</body>", id="body"),
        pytest.param(f"<body><div hidden id='S:0'>{LONG}</div><p>{FIRST}</p></body>", id="most"),
        pytest.param(
            f"<body><div style='display:none'>{LONG.replace('p>', 'div>')}</div>Menu</body>",
            id="most, in divisions",
        ),
    ],
)
def test_a_page_that_a_script_shows_is_read(html: str) -> None:
    assert page(f"<html>{html}</html>").text.count("On day") == 6


def test_a_template_is_no_text_even_there() -> None:
    html = f"<body><div hidden>{LONG}</div><template><p>{UNSEEN}</p></template></body>"
    assert "mayor" not in page(f"<html>{html}</html>").text


def test_what_a_page_tells_machines_is_never_hidden() -> None:
    script = '<script hidden type="application/ld+json">{"@type": "Article", "headline": "Rain"}'
    assert page(f"<html><body>{script}</script>{LONG}</body></html>").title == "Rain"


def test_the_same_text_for_small_screens_is_read_once() -> None:
    html = f"<body><div>{LONG}</div><div style='display:none'>{LONG}</div></body>"
    assert page(f"<html>{html}</html>").text.count("On day") == 6


def test_a_paragraph_without_an_end_hides_no_more_than_itself() -> None:
    found = parts(f"<p hidden>{UNSEEN}<p>Rain.<img hidden><p>Sun.<input hidden>")
    assert [part.text for part in found] == ["Rain.", "Sun."]


def test_a_page_of_which_nothing_is_seen_is_refused() -> None:
    with pytest.raises(InputError, match="no article is found"):
        page(f"<html><body><template>{LONG}</template></body></html>")


# What is not read as text: words for those who do not see the page, and marks of notes


@pytest.mark.parametrize(
    "markup",
    [
        pytest.param('<span class="sr-only">{}</span>', id="Bootstrap"),
        pytest.param('<span class="visually-hidden focusable">{}</span>', id="Drupal"),
        pytest.param('<i class="screen-reader-text">{}</i>', id="WordPress"),
        pytest.param('<sup><a href="#n1">{}</a></sup>', id="mark of a note"),
        pytest.param('<span class="mw-editsection">[<a href="/e">{}</a>]</span>', id="editing"),
        pytest.param('<sup class="ref"><b><a href="#n1">[{}]</a></b></sup>', id="in brackets"),
    ],
)
def test_words_for_ears_and_marks_of_notes_stand_in_no_sentence(markup: str) -> None:
    link = f'<a href="/wall">broke the harbour wall{markup.format("opens anew")}</a>'
    text = page(f"<html><body><p>{LONG}</p><p>Waves {link}, he said.</p></body></html>").text
    assert text.endswith("Waves broke the harbour wall, he said.")


@pytest.mark.parametrize("mark", ["[1]", "[a]", "[note 3]", "[citation needed]"])
def test_the_mark_of_a_note_is_known_by_its_words_on_a_saved_page(mark: str) -> None:
    raised = f'<sup><i><a href="https://wiki.example/Quay#n1">{mark}</a></i></sup>'
    text = page(f"<html><body><p>{LONG}</p><p>It broke{raised}, he said.</p></body></html>").text
    assert text.endswith("It broke, he said.")


@pytest.mark.parametrize(
    "markup",
    [
        pytest.param('<span class="sr-onlyish">{}</span>', id="another name"),
        pytest.param('<span class="not-hidden">{}</span>', id="another word"),
        pytest.param("<sup>{}</sup>", id="raised"),
        pytest.param('<sup><a href="/opens">{}</a></sup>', id="raised link to another page"),
    ],
)
def test_what_is_like_them_stays(markup: str) -> None:
    shown = markup.format("opens anew")
    assert "opens anew" in page(f"<html><body>{LONG}<p>The quay {shown}.</p></body></html>").text


def test_a_heading_for_ears_alone_may_be_the_headline() -> None:
    heading = '<h1 class="visually-hidden">Quay is shut</h1>'
    assert page(f"<html><body>{heading}{LONG}</body></html>").title == "Quay is shut"
