"""Digests of several articles: the summary, and the claims with their sources."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

import pytest

import newsbrief
from newsbrief import (
    Article,
    Attribution,
    Claim,
    EmptyError,
    Kind,
    OptionError,
    Part,
    QuoteType,
    Source,
    SourceType,
    Standing,
    parse,
)
from newsbrief.pages.claims import claims
from newsbrief.pages.similarity import idf_weights, similarities, terms

SINGLE, CORROBORATED, CONTRADICTED = Standing.SINGLE, Standing.CORROBORATED, Standing.CONTRADICTED


class Statement(NamedTuple):
    """A fact of a made-up article."""

    who: str
    what: str
    cue: str = "said"
    negated: bool = False
    within: int | None = None
    name: str | None = ""  # None where the article does not name the source


@pytest.fixture
def digested(monkeypatch: pytest.MonkeyPatch) -> "Digested":
    return Digested(monkeypatch)


class Digested:
    """The claims of articles that each make these statements."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.patch = monkeypatch

    def __call__(self, *articles: Sequence[Statement]) -> tuple[Claim, ...]:
        of_text = {f"Article {i}.": statements for i, statements in enumerate(articles)}
        self.patch.setattr(
            "newsbrief.pages.claims.facts",
            lambda article, **_: list(map(fact, of_text[article.text])),
        )
        return claims([parse(text) for text in of_text])


def fact(statement: Statement) -> Attribution:
    return Attribution(
        kind=Kind.STATEMENT,
        quote=QuoteType.INDIRECT,
        negated=statement.negated,
        hedged=False,
        source=Source(
            statement.who,
            (),
            statement.name if statement.name is None else statement.who,
            SourceType.PERSON,
        )
        if statement.who
        else None,
        cue=Part(statement.cue, ()),
        claim=Part(statement.what, ()),
        line=1,
        sentence=1,
        confidence=1.0,
        within=statement.within,
    )


DEAD = "at least 12 people were killed in the flood"
SIRENS = "sirens were sounded before the gates of the dam were opened"


@pytest.mark.parametrize(
    ("articles", "standing", "sources"),
    [
        pytest.param([[Statement("Ada", DEAD)]], SINGLE, ("Ada",), id="one"),
        pytest.param([[Statement("", DEAD)]], SINGLE, (), id="no-source"),
        pytest.param(
            [[Statement("Ada", DEAD)], [Statement("Ada", "the flood killed 12 people")]],
            SINGLE,
            ("Ada",),
            id="one-source-in-two-articles",
        ),
        pytest.param(
            [[Statement("Teasdale", DEAD)], [Statement("Gov. Marian Teasdale", DEAD)]],
            SINGLE,
            ("Gov. Marian Teasdale",),
            id="two-names-of-one-source",
        ),
        pytest.param(
            [[Statement("Senora Paz", DEAD)], [Statement("Ana Paz", DEAD)]],
            SINGLE,
            ("Ana Paz",),
            id="a-title-without-its-accent",
        ),
        pytest.param(
            [[Statement("Ellen Hart", DEAD)], [Statement("Thomas Hart", DEAD)]],
            CORROBORATED,
            ("Ellen Hart", "Thomas Hart"),
            id="one-surname-of-two-sources",
        ),
        pytest.param(
            [[Statement("Ada", DEAD)], [Statement("Bo", "the flood killed 12 people")]],
            CORROBORATED,
            ("Ada", "Bo"),
            id="two-sources",
        ),
        pytest.param(
            [[Statement("Ada", DEAD)], [Statement("Bo", "19 people were killed in the flood")]],
            CONTRADICTED,
            ("Ada",),
            id="other-figures",
        ),
        pytest.param(
            [[Statement("Ada", SIRENS)], [Statement("Bo", f"no {SIRENS}")]],
            CONTRADICTED,
            ("Ada",),
            id="negation",
        ),
        pytest.param(
            [[Statement("Ada", SIRENS)], [Statement("Bo", SIRENS, "denied")]],
            CONTRADICTED,
            ("Ada",),
            id="denial",
        ),
        pytest.param(
            [[Statement("Ada", SIRENS)], [Statement("Bo", f"no {SIRENS}", "denied")]],
            CORROBORATED,
            ("Ada", "Bo"),
            id="denial-of-a-negation",
        ),
        pytest.param(
            [[Statement("Ada", SIRENS)], [Statement("Bo", SIRENS, "doubted")]],
            CONTRADICTED,
            ("Ada",),
            id="doubt",
        ),
        pytest.param(
            [[Statement("Ada", SIRENS)], [Statement("Bo", SIRENS, "has no doubt")]],
            CORROBORATED,
            ("Ada", "Bo"),
            id="no-doubt",
        ),
        pytest.param(
            [[Statement("Ada", SIRENS)], [Statement("Bo", f"it was false that {SIRENS}")]],
            CONTRADICTED,
            ("Ada",),
            id="called-false",
        ),
        pytest.param(
            [[Statement("Ada", SIRENS)], [Statement("Bo", f"whether {SIRENS}", "asked")]],
            SINGLE,
            ("Ada",),
            id="a-question-is-no-support",
        ),
        pytest.param(
            [[Statement("Ada", SIRENS, "hopes")], [Statement("Bo", SIRENS)]],
            SINGLE,
            ("Bo",),
            id="nor-is-a-hope",
        ),
        pytest.param([[Statement("Ada", SIRENS, "denied")]], Standing.DENIED, (), id="only-denied"),
        pytest.param(
            [[Statement("Ada", SIRENS, "denied")], [Statement("Bo", f"no {SIRENS}")]],
            CORROBORATED,
            ("Ada", "Bo"),
            id="denied-by-one-and-not-so-for-another",
        ),
        pytest.param(
            [[Statement("Ada", SIRENS, "asked whether")], [Statement("Bo", SIRENS, "hopes")]],
            Standing.OPEN,
            (),
            id="only-asked-and-hoped",
        ),
        pytest.param(
            [[Statement("Police", DEAD)], [Statement("The fire service", DEAD)]],
            CORROBORATED,
            ("Police", "The fire service"),
            id="a-source-whose-name-is-a-title",
        ),
        pytest.param(
            [
                [Statement("Ada", "the council approved the plan for the wall")],
                [Statement("Bo", "the council rejected the plan for the wall")],
            ],
            CONTRADICTED,
            ("Ada",),
            id="antonyms",
        ),
        pytest.param(
            [
                [Statement("Ada", "the driver of the van was armed")],
                [Statement("Bo", "the driver of the van was unarmed")],
            ],
            CONTRADICTED,
            ("Ada",),
            id="a-prefix",
        ),
        pytest.param(
            [
                [Statement("Ada", "the bridge closed in June for repairs")],
                [Statement("Bo", "the bridge closed in May for repairs")],
            ],
            CONTRADICTED,
            ("Ada",),
            id="months",
        ),
        pytest.param(
            [[Statement("officials", DEAD, name=None)], [Statement("Ada", DEAD)]],
            CORROBORATED,
            ("officials", "Ada"),
            id="a-source-without-a-name",
        ),
        pytest.param(
            [[Statement("Tass", f"Ada said {DEAD}"), Statement("Ada", DEAD, within=0)]],
            SINGLE,
            ("Ada",),
            id="one-source-passes-on-what-another-says",
        ),
        pytest.param(
            [
                [Statement("Ada", DEAD, within=1), Statement("Tass", f"Ada said {DEAD}")],
                [Statement("Tass", DEAD)],
            ],
            CORROBORATED,
            ("Ada", "Tass"),
            id="one-that-also-says-so-itself",
        ),
        pytest.param(
            [[Statement("Tass", f"so it is: {DEAD}"), Statement("", DEAD, within=0)]],
            SINGLE,
            ("Tass",),
            id="nobody-within",
        ),
    ],
)
def test_standing(
    digested: Digested,
    articles: list[list[Statement]],
    standing: Standing,
    sources: tuple[str, ...],
) -> None:
    (claim,) = digested(*articles)
    assert (claim.standing, claim.sources) == (standing, sources)
    assert claim.articles == len(articles)


def test_claims_apart_stay_apart(digested: Digested) -> None:
    made = digested(
        [Statement("Ada", DEAD), Statement("Bo", SIRENS)], [Statement("Cy", "rain fell for a week")]
    )
    assert [claim.text for claim in made] == [DEAD, SIRENS, "rain fell for a week"]


def test_other_names_are_other_claims(digested: Digested) -> None:
    one, other = "the Dunmore bridge is safe", "the Ostrand bridge is safe"
    made = digested([Statement("Ada", one)], [Statement("Bo", other)])
    assert [(claim.text, claim.standing) for claim in made] == [(one, SINGLE), (other, SINGLE)]


def test_other_years_are_other_claims(digested: Digested) -> None:
    one, other = "the bridge was safe in 2019", "the bridge was safe in 2023"
    made = digested([Statement("Ada", one)], [Statement("Bo", other)])
    assert [(claim.text, claim.standing) for claim in made] == [(one, SINGLE), (other, SINGLE)]


def test_a_claim_of_few_words_is_of_one_with_the_same(digested: Digested) -> None:
    one, other = "nobody was hurt", "he was hurt"
    made = digested(
        [Statement("Ada", one)], [Statement("Bo", f"“{one}.”")], [Statement("Cy", other)]
    )
    assert [(claim.text, claim.standing) for claim in made] == [
        (one, CORROBORATED),
        (other, SINGLE),
    ]


def test_names_alone_make_no_claim(digested: Digested) -> None:
    one, other = "they want Hillary Clinton now", "Hillary Clinton is late"
    assert len(digested([Statement("Ada", one)], [Statement("Bo", other)])) == 2


def test_within_is_the_place_of_the_outer_fact_in_the_claim(digested: Digested) -> None:
    inner, outer = Statement("Ada", DEAD, within=1), Statement("Tass", f"Ada said {DEAD}")
    other = Statement("Tass", f"Bo spoke: {SIRENS}")
    made = digested([Statement("Cy", DEAD)], [inner, outer, other, Statement("Bo", "a", within=2)])
    assert [[member.fact.within for member in claim.facts] for claim in made] == [
        [None, 2, None],
        [None],
    ]


def test_what_is_in_most_articles_comes_first(digested: Digested) -> None:
    first, second = digested(
        [Statement("Ada", SIRENS), Statement("Ada", DEAD)], [Statement("Bo", DEAD)]
    )
    assert (first.text, first.articles) == (DEAD, 2)
    assert (second.text, second.articles) == (SIRENS, 1)


def test_most_agree_with_the_wording_shown(digested: Digested) -> None:
    nineteen = "19 people were killed in the flood"
    (claim,) = digested(
        [Statement("Ada", DEAD)],
        [Statement("Bo", nineteen)],
        [Statement("Cy", f"at least {nineteen}")],
    )
    assert claim.text == nineteen
    assert [member.agrees for member in claim.facts] == [False, True, True]


@pytest.mark.parametrize(
    "statement",
    [Statement("Ada", DEAD, negated=True), Statement("Ada", "yes"), Statement("Ada", "it is")],
)
def test_what_was_not_said_or_says_nothing_is_no_claim(
    digested: Digested, statement: Statement
) -> None:
    assert digested([statement]) == ()


# On the samples, with the facts that newsbrief finds


@pytest.fixture(scope="module")
def flood(samples: Path) -> list[Article]:
    return [newsbrief.read(path) for path in sorted((samples / "flood").glob("*.txt"))]


def claims_with(words: str, among: tuple[Claim, ...]) -> list[Claim]:
    return [claim for claim in among if words in claim.text]


def test_the_flood(flood: list[Article]) -> None:
    made = newsbrief.digest(flood).claims
    sirens = claims_with("sirens were sounded 40 minutes", made)
    assert sirens[0].articles >= 3
    rain = claims_with("nine inches of rain", made)
    assert rain[0].articles >= 2
    assert "Weather Service" in rain[0].sources[0]
    warned = claims_with("without any warning", made)
    assert warned[0].standing is CORROBORATED
    assert "Dale Ocampo" in warned[0].sources
    assert any(
        claim.standing is CONTRADICTED and {"12", "19"} <= set(" ".join(texts(claim)).split())
        for claim in made
    )


def texts(claim: Claim) -> list[str]:
    return [member.fact.claim.text for member in claim.facts]


def test_facts_of_claims_are_facts_of_their_articles(flood: list[Article]) -> None:
    for claim in newsbrief.digest(flood).claims:
        assert claim.text in texts(claim)
        for member in claim.facts:
            facts = newsbrief.facts(flood[member.article])
            assert replace(member.fact, within=None) in [replace(f, within=None) for f in facts]


@pytest.mark.parametrize("limit", [1, 3, 5, 8])
def test_the_summary_repeats_nothing(flood: list[Article], limit: int) -> None:
    summary = newsbrief.digest(flood, sentences=limit).summary
    assert 1 <= len(summary) <= limit
    for i, sentence in summary:
        text = flood[i].text[sentence.start : sentence.end]
        assert text.split() == sentence.text.split()
    stems = [terms(sentence.text) for _, sentence in summary]
    similarity = similarities(stems, idf_weights(stems))
    assert all(similarity(i, j) < 0.5 for i, j in combinations(range(len(stems)), 2))


def test_the_summary_prefers_what_is_new() -> None:
    """Alone the second sentence weighs more than the third, beside the first it adds less."""
    flooded = "Floods destroyed bridges, farms, schools and mills."
    again = "Floods destroyed churches, shops, barns and roads."
    elsewhere = "Doctors treated many injured children yesterday."
    summary = newsbrief.digest([flooded, again, elsewhere], sentences=2).summary
    assert {each.sentence.text for each in summary} == {flooded, elsewhere}


def test_one_article_twice_is_summarized_once(flood: list[Article]) -> None:
    once = newsbrief.digest(flood[:1], sentences=4)
    twice = newsbrief.digest([flood[0], flood[0]], sentences=4)
    assert [s.sentence for s in twice.summary] == [s.sentence for s in once.summary]
    assert twice.copies == ((0, 1),)
    assert {claim.articles for claim in twice.claims} == {1}


def test_the_same_articles_make_the_same_digest(flood: list[Article]) -> None:
    assert newsbrief.digest(flood) == newsbrief.digest(flood)


def test_nothing_to_digest_is_an_error() -> None:
    with pytest.raises(EmptyError):
        newsbrief.digest(["", " "])
    with pytest.raises(EmptyError):
        newsbrief.digest([])
    with pytest.raises(OptionError):
        newsbrief.digest(["A man slept."], sentences=0)


@pytest.mark.parametrize(
    "compare", [newsbrief.digest, lambda text: newsbrief.check("It rained, she said.", text)]
)
def test_one_text_is_no_list_of_articles(compare: Callable[[str], object]) -> None:
    with pytest.raises(TypeError, match="a list of articles is needed, not one text"):
        compare("It rained, she said.")


def test_confidence_and_option_choose_the_facts(flood: list[Article]) -> None:
    def found(*, min_confidence: float, optional: bool = False) -> list[Attribution]:
        made = newsbrief.digest(flood, min_confidence=min_confidence, optional=optional)
        return [member.fact for claim in made.claims for member in claim.facts]

    sure = found(min_confidence=0.9)
    assert 0 < len(sure) < len(found(min_confidence=0.2))
    assert all(fact.confidence >= 0.9 for fact in sure)
    assert any(fact.optional for fact in found(min_confidence=0, optional=True))
    with pytest.raises(newsbrief.OptionError):
        found(min_confidence=2)
