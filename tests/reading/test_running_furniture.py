"""Captions, links and corrections inside the running text, and what only looks like them."""

import pytest

from newsbrief import BlockKind, parse

LEAD = "The quay at Ostrand was shut on Monday after a crack was found."
PARAGRAPH, CAPTION, BOILERPLATE = BlockKind.PARAGRAPH, BlockKind.CAPTION, BlockKind.BOILERPLATE


def kinds(sentence: str) -> set[BlockKind]:
    """The kind of ``sentence`` in a paragraph between others, and in one of its own."""
    found = set()
    for text in (f"{LEAD} {sentence} {LEAD}", f"{LEAD}\n\n{sentence}\n\n{LEAD}"):
        article = parse(text)
        found.add(article.kind_at(text.index(sentence)) or PARAGRAPH)
    return found


@pytest.mark.parametrize(
    "caption",
    [
        pytest.param("Ann Roe (left) and Bo Dunn look at the crack.", id="side"),
        pytest.param("The tower (pictured in May) leans a little.", id="pictured"),
        pytest.param("Ann Roe (L) shakes the hand of Bo Dunn (R) at the quay.", id="letters"),
        pytest.param("The quay may be shut for good (file photo).", id="file photo"),
        pytest.param("Ann Roe, centre, and her son at the quay.", id="commas"),
        pytest.param("Bo Dunn, 41, far left, with his crew.", id="after an age"),
        pytest.param("The mayor and her friend Bo Dunn, right.", id="at the end"),
        pytest.param("Above, the crack as it looked in May.", id="above"),
        pytest.param("In this May 4 photo, a diver looks at the crack.", id="in this photo"),
        pytest.param("A ship is seen in this file picture at the quay.", id="seen in"),
        pytest.param("File photo of the quay at Ostrand.", id="file"),
    ],
)
def test_a_caption_points_at_its_picture(caption: str) -> None:
    assert kinds(caption) == {CAPTION}


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("Scroll down for video.", id="scroll"),
        pytest.param("Click here to read the transcript.", id="click"),
        pytest.param("E-mail to a friend.", id="mail"),
        pytest.param("See the original story at Example.com.", id="original"),
        pytest.param("Read more about the flood.", id="read more"),
        pytest.param("Continue reading…", id="continue reading"),
        pytest.param("Follow her on Twitter @annroe.", id="follow"),
        pytest.param("Subscribe to our newsletter to get more of this.", id="newsletter"),
        pytest.param("Jo Bloggs contributed to this report.", id="credit"),
        pytest.param("The post The crack in the quay appeared first on Coast News.", id="feed"),
        pytest.param("Ann Roe may be reached at ann@coast.example.", id="address"),
        pytest.param("Ann Roe can be reached at ann@a.example or 555-0134.", id="telephone"),
        pytest.param("This article was originally published by Coast News.", id="published"),
        pytest.param("This article was amended on 5 March to give the right depth.", id="amended"),
        pytest.param("An earlier version of this story misstated the depth.", id="version"),
        pytest.param("Correction: The quay is nine metres deep.", id="correction"),
        pytest.param("A correction was made on May 5, 2024: It is five.", id="corrected"),
        pytest.param("When we learn of a mistake, we acknowledge it.", id="mistakes"),
        pytest.param("Reach her at ann@coast.example.", id="address of a writer"),
    ],
)
def test_links_and_notes_are_boilerplate(line: str) -> None:
    assert kinds(line) == {BOILERPLATE}


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("The party of the left, right and centre agreed.", id="politics"),
        pytest.param("A correction was made, the bank said, on Friday.", id="of a bank"),
        pytest.param("Ann Roe could not reach her at ann@coast.example.", id="out of reach"),
        pytest.param("Rep. Ann Roe (R-Ohio) said that the quay was safe.", id="party"),
        pytest.param("Governor Ann Roe (R) said that the quay was safe.", id="party's letter"),
        pytest.param("The ship turned hard to the left, then right.", id="right as a way"),
        pytest.param("He left, and Bo Dunn stayed at the quay.", id="left as a verb"),
        pytest.param("“That is him (left),” said Ann Roe.", id="said"),
        pytest.param("He was seen as the best man for the quay.", id="seen as"),
        pytest.param("The picture shows that the crack is old, she said.", id="picture as a word"),
        pytest.param("Above all, the crack is old.", id="above all"),
        pytest.param("She read of it in a newsletter of the port.", id="newsletter in a sentence"),
        pytest.param("The mayor was clear: Nobody will pay.", id="one colon"),
        pytest.param("She clicked here and there and found nothing.", id="click in a sentence"),
        pytest.param("Read more slowly, the teacher told them.", id="read more"),
        pytest.param("Continue reading slowly, the teacher said.", id="continue reading"),
        pytest.param("Watch the weather, the coastguard said.", id="watch"),
        pytest.param("Find them at the market on Friday.", id="find them"),
        pytest.param("Left, right and centre agreed that it was safe.", id="left first"),
        pytest.param("The report was updated on Monday to name the owner.", id="report updated"),
        pytest.param("An earlier version of the report named the owner.", id="earlier report"),
        pytest.param("The law was amended on 5 March to shut the quay.", id="law amended"),
        pytest.param("An earlier version of the plan left the quay open.", id="version of a plan"),
        pytest.param("The crack appeared first on the north side, he said.", id="appeared"),
        pytest.param("The report was published by the ministry.", id="report published"),
        pytest.param("He contributed to this report of the ministry in May.", id="contributed"),
    ],
)
def test_near_misses_are_text(sentence: str) -> None:
    assert kinds(sentence) == {PARAGRAPH}


LABELLED = (
    "Shut: The quay has been closed since Monday.",
    "Worried: Ann Roe says that she saw the crack in May.",
    "Out in the cold: Passengers wait for a bus.",
)


@pytest.mark.parametrize("join", [" ", "\n\n"])
def test_sentences_with_labels_are_captions_where_there_are_several(join: str) -> None:
    text = join.join(f"{LEAD}{join}{caption}" for caption in LABELLED)
    article = parse(text)
    assert {article.kind_at(text.index(caption)) for caption in LABELLED} == {CAPTION}
    assert {article.fold(sentence) for sentence in article.body} == {LEAD}


def test_one_label_is_enough_where_another_caption_points_at_its_picture() -> None:
    text = f"{LEAD} {LABELLED[0]} {LEAD} Ann Roe (left) looks at it. {LEAD}"
    assert parse(text).kind_at(text.index(LABELLED[0])) is CAPTION


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param(LABELLED[:2], id="only two"),
        pytest.param(
            ("Ann Roe: The quay is safe.", "Bo Dunn: It is not.", "Jo Lee: We shall see."),
            id="turns",
        ),
        pytest.param(
            ("Roe: The quay is safe.", "Dunn: It is not.", "Roe: Is.", "Dunn: Is not."),
            id="turns of surnames",
        ),
        pytest.param(
            tuple(f"{label}: They differ. She has a plan." for label in ("Tax", "Ferries", "Fish")),
            id="a list of topics",
        ),
        pytest.param(
            tuple(
                f"{label}: They differ{', and differ' * 20}." for label in ("Tax", "Sea", "Fish")
            ),
            id="a list of long entries",
        ),
    ],
)
def test_other_labels_are_text(lines: tuple[str, ...]) -> None:
    text = "\n\n".join((LEAD, *lines, LEAD))
    assert BlockKind.CAPTION not in {block.kind for block in parse(text).blocks}


@pytest.mark.parametrize(
    ("paragraph", "kind"),
    [
        pytest.param("1 of 2. A view of the quay is shown. It is old.", CAPTION, id="gallery"),
        pytest.param(
            "Clarification: The quay is deep. It said that it was not.", BOILERPLATE, id="note"
        ),
        pytest.param("1 of 2 people was hurt, the mayor said.", PARAGRAPH, id="a share"),
    ],
)
def test_a_paragraph_that_opens_as_one(paragraph: str, kind: BlockKind) -> None:
    article = parse(f"{LEAD}\n\n{paragraph}\n\n{LEAD}")
    assert [block.kind for block in article.blocks] == [PARAGRAPH, kind, PARAGRAPH]


def test_sentences_stay_as_they_were() -> None:
    text = f"{LEAD} Ann Roe (left) looks on. {LEAD} Scroll down for video."
    article = parse(text)
    assert [article.fold(sentence) for sentence in article.sentences] == [
        LEAD,
        "Ann Roe (left) looks on.",
        LEAD,
        "Scroll down for video.",
    ]
    assert [article.kind(s) for s in article.sentences] == [
        PARAGRAPH,
        CAPTION,
        PARAGRAPH,
        BOILERPLATE,
    ]


@pytest.mark.parametrize(
    "piece", [", left", ", left, a", "(L) ", "A: B ", "is seen in a b c ", "(left "]
)
def test_long_runs_end(piece: str) -> None:
    assert parse(piece * 20_000).sentences
