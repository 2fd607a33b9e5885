import math

import pytest

from newsbrief.summary.document import Document, TermKind, term_statistics
from newsbrief.summary.features import FEATURES, features
from newsbrief.summary.quoted import Quoted
from newsbrief.text.stop_words import stop_terms
from newsbrief.text.terms import terms_of

TEXTS = (
    "Floods closed 12 roads in Arlen.",
    "“We lost it all,” said Jo Marsh.",
    "She asked: who pays?",
    "But Arlen rebuilds its roads.",
)
QUOTED = (Quoted(), Quoted(0.6), Quoted(), Quoted())


def table(document: Document) -> list[dict[str, float]]:
    statistics = term_statistics(document)
    probabilities = dict.fromkeys(statistics.first, 0.5)
    rows = features(document, statistics, probabilities, stop_terms("en"))
    return [dict(zip(FEATURES, row, strict=True)) for row in rows]


OF_ARTICLE = [
    pytest.param("first sentence", [1, 0, 0, 0], id="first"),
    pytest.param("second sentence", [0, 1, 0, 0], id="second"),
    pytest.param("third sentence", [0, 0, 1, 0], id="third"),
    pytest.param("log words", [math.log(n) for n in (6, 7, 4, 5)], id="length"),
    pytest.param("position", [0, 0.25, 0.5, 0.75], id="position"),
    pytest.param("log position", [math.log(n) for n in (1, 2, 3, 4)], id="log position"),
    pytest.param("in the last paragraph", [0, 0, 1, 1], id="last paragraph"),
    pytest.param("opens a paragraph", [1, 0, 1, 0], id="paragraph"),
    pytest.param("log place in its paragraph", [0, math.log(2)] * 2, id="in the paragraph"),
    pytest.param("under 12 words", [1, 1, 1, 1], id="short"),
    pytest.param("opens with a pronoun", [0, 0, 1, 0], id="pronoun"),
    pytest.param("opens with a connective", [0, 0, 0, 1], id="connective"),
    pytest.param("opens with the first or second person", [0, 1, 0, 0], id="we"),
    pytest.param("quoted share", [0, 0.6, 0, 0], id="quotation"),
    pytest.param("all quoted", [0, 0, 0, 0], id="not all of it"),
    pytest.param("share of the first or second person", [0, 1 / 7, 0, 0], id="person"),
    pytest.param("no full stop", [0, 0, 0, 0], id="full stop"),
    pytest.param("label and colon", [0, 0, 1, 0], id="colon"),
    pytest.param("log figures", [math.log(2), 0, 0, 0], id="figure"),
    pytest.param("log names", [math.log(n) for n in (2, 3, 1, 2)], id="names"),
    pytest.param("no name", [0, 0, 1, 0], id="name"),
    pytest.param("share of capitalized words", [2 / 6, 3 / 7, 1 / 4, 2 / 5], id="capitals"),
    pytest.param("share of the headline's terms", [2 / 3, 0, 0, 2 / 3], id="headline"),
    pytest.param("share of its terms in the headline", [2 / 5, 0, 0, 2 / 3], id="in the headline"),
    pytest.param("mean probability of terms", [0.5] * 4, id="probability"),
    pytest.param("log new content terms", [math.log(n) for n in (6, 5, 3, 2)], id="new"),
]


@pytest.mark.parametrize(("feature", "expected"), OF_ARTICLE)
def test_features(feature: str, expected: list[float]) -> None:
    headline = "Roads of Arlen flooded"
    rows = table(Document.of(TEXTS, headline, (0, 0, 1, 1), QUOTED))
    assert [row[feature] for row in rows] == pytest.approx(expected)


OF_WORDING = [
    pytest.param("under 12 words", "It sank " * 5 + "fast.", 1, id="11 words"),
    pytest.param("under 12 words", "It sank " * 6, 0, id="12 words"),
    pytest.param("over 30 words", "It sank " * 15 + "fast.", 1, id="31 words"),
    pytest.param("over 30 words", "It sank " * 15, 0, id="30 words"),
    pytest.param("over 45 words", "It sank " * 23, 1, id="46 words"),
    pytest.param("over 45 words", "It sank " * 22 + "fast.", 0, id="45 words"),
    pytest.param("opens with a pronoun", "It sank.", 1, id="it"),
    pytest.param("opens with the first or second person", "We sank.", 1, id="we"),
    pytest.param("no name", "The ferry sank.", 1, id="no name"),
    pytest.param("opens with a demonstrative", "That sank.", 1, id="that"),
    pytest.param("opens with a demonstrative", "He saw that.", 0, id="that behind"),
    pytest.param("according", "It sank, according to him.", 1, id="according"),
    pytest.param("according", "They live in accord.", 0, id="accord"),
    pytest.param("semicolon", "It sank; he swam.", 1, id="semicolon"),
    pytest.param("semicolon", "It sank: he swam.", 0, id="no semicolon"),
    pytest.param("address", "Write to desk@coast.example now.", 1, id="mail"),
    pytest.param("address", "See www.coast.example for more.", 1, id="www"),
    pytest.param("address", "See https://coast.example for more.", 1, id="https"),
    pytest.param("address", "See the coast for more.", 0, id="no address"),
    pytest.param("bracket", "Ole Brandt (left) won.", 1, id="bracket"),
    pytest.param("bracket", "Ole Brandt) won.", 1, id="only the second"),
    pytest.param("bracket", "“[He] won.", 1, id="square"),
    pytest.param("bracket", "Ole Brandt left.", 0, id="no bracket"),
    pytest.param("amount", "It cost €9.", 1, id="sign"),
    pytest.param("amount", "It cost nine million.", 1, id="word"),
    pytest.param("amount", "It cost him his post.", 0, id="no amount"),
    pytest.param("no full stop", "Ole Brandt in his office", 1, id="no full stop"),
    pytest.param("no full stop", "“Ole Brandt won!”)", 0, id="before closing marks"),
    pytest.param("label and colon", "Long wait at noon: the ferry", 1, id="label"),
    pytest.param("label and colon", "He had waited long for it: a boat", 0, id="longer"),
    pytest.param("day of the week", "It sank on Monday.", 1, id="day"),
    pytest.param("modal verb", "It may sink.", 1, id="may"),
    pytest.param("is or are", "It is lost.", 1, id="is"),
    pytest.param("is or are", "It sank.", 0, id="neither"),
]


@pytest.mark.parametrize(("feature", "sentence", "expected"), OF_WORDING)
def test_the_wording_of_a_sentence(feature: str, sentence: str, expected: int) -> None:
    assert table(Document.of([sentence]))[0][feature] == expected


OF_SPEECH = [
    pytest.param("quoted share", [0, 0.5, 1, 0.5], id="share"),
    pytest.param("all quoted", [0, 0, 1, 0], id="all of it"),
    pytest.param("next sentence is quoted", [0, 1, 0, 0], id="the next one"),
    pytest.param("continues a quotation", [0, 0, 1, 1], id="from the one before"),
    pytest.param("quotation goes on", [0, 1, 1, 0], id="into the next one"),
]


@pytest.mark.parametrize(("feature", "expected"), OF_SPEECH)
def test_quotations_across_sentences(feature: str, expected: list[float]) -> None:
    opening, ending = Quoted(0.5, into_next=True), Quoted(0.5, from_previous=True)
    across = (Quoted(), opening, Quoted(1, from_previous=True, into_next=True), ending)
    assert [row[feature] for row in table(Document.of(TEXTS, quoted=across))] == expected


OF_PROBABILITY = [
    pytest.param("mean probability of terms", [3.5 / 3, 3.75 / 3], id="all terms"),
    pytest.param("mean probability of content terms", [1.5 / 2, 1.75 / 2], id="content"),
    pytest.param("total probability of content terms", [1.5, 1.75], id="total"),
    pytest.param("total probability of new content terms", [1.5, 0.75], id="new"),
    pytest.param("log new content terms", [math.log(3), math.log(2)], id="count"),
]


@pytest.mark.parametrize(("feature", "expected"), OF_PROBABILITY)
def test_probabilities(feature: str, expected: list[float]) -> None:
    """The second sentence has one term of the first; "the" carries no content."""
    document = Document.of(("The ferry sank.", "The ferry burned."))
    probabilities = {"the": 2.0, "ferry": 1.0, "sank": 0.5, "burned": 0.75}
    rows = features(document, term_statistics(document), probabilities, frozenset({"the"}))
    found = [dict(zip(FEATURES, row, strict=True))[feature] for row in rows]
    assert found == pytest.approx(expected)


def test_no_feature_is_untried() -> None:
    """The numbers of a row are told by their order alone: a case of each has its name."""
    alike = "cosine to all sentences", "cosine to the sentence before"  # in test_cosines
    tables = (OF_ARTICLE, OF_WORDING, OF_SPEECH, OF_PROBABILITY)
    assert {case.values[0] for cases in tables for case in cases}.union(alike) == set(FEATURES)


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        pytest.param("Cities", "city", id="ies"),
        pytest.param("boats", "boat", id="s"),
        pytest.param("boss", "boss", id="ss"),
        pytest.param("virus", "virus", id="us"),
        pytest.param("basis", "basis", id="is"),
        pytest.param("gas", "gas", id="short"),
        pytest.param("ties", "tie", id="short ies"),
    ],
)
def test_terms_are_singular(word: str, expected: str) -> None:
    assert terms_of(word) == [expected]


def test_term_statistics() -> None:
    first, counts, early_counts, kinds = term_statistics(Document.of(TEXTS, "Roads of Arlen"))
    rows = [(first[t], counts[t], early_counts.get(t, 0)) for t in ("arlen", "pay")]
    assert rows == [(0, 3, 3), (2, 1, 1)]
    name = TermKind.NAME
    assert kinds == {"12": TermKind.FIGURE, "arlen": name, "jo": name, "marsh": name}


def test_cosines() -> None:
    """The second sentence says the first again, the third shares no term with them."""
    texts = ("Floods closed roads.", "Roads closed, floods.", "Who paid?")
    first, second, third = table(Document.of(texts))
    cosine, before = "cosine to all sentences", "cosine to the sentence before"
    assert [row[before] for row in (first, second, third)] == pytest.approx([0, 1, 0])
    assert first[cosine] == pytest.approx(second[cosine])
    assert first[cosine] > third[cosine] > 0
