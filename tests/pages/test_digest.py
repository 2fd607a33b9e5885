"""Digests of several articles: the summary, and claims by who carries them."""

from collections.abc import Sequence
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
from newsbrief.pages.similarity import rarities, similarity, terms

SINGLE, CORROBORATED, CONTRADICTED = Standing.SINGLE, Standing.CORROBORATED, Standing.CONTRADICTED


class Said(NamedTuple):
    """A fact of a made-up article."""

    who: str
    what: str
    kind: Kind = Kind.STATEMENT
    negated: bool = False


@pytest.fixture
def digested(monkeypatch: pytest.MonkeyPatch) -> "Digested":
    return Digested(monkeypatch)


class Digested:
    """The claims of articles in each of which these things are said."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.patch = monkeypatch

    def __call__(self, *articles: Sequence[Said]) -> tuple[Claim, ...]:
        said = {f"Article {i}.": facts for i, facts in enumerate(articles)}
        self.patch.setattr(
            "newsbrief.pages.claims.facts", lambda article: list(map(fact, said[article.text]))
        )
        return claims([parse(text) for text in said])


def fact(said: Said) -> Attribution:
    return Attribution(
        kind=said.kind,
        quote=QuoteType.INDIRECT,
        negated=said.negated,
        hedged=False,
        source=Source(said.who, (), said.who, SourceType.PERSON) if said.who else None,
        cue=None,
        claim=Part(said.what, ()),
        line=1,
        sentence=1,
        confidence=1.0,
    )


DEAD = "at least 12 people were killed in the flood"
SIRENS = "sirens were sounded before the gates of the dam were opened"


@pytest.mark.parametrize(
    ("articles", "standing", "sources"),
    [
        pytest.param([[Said("Ada", DEAD)]], SINGLE, ("Ada",), id="one"),
        pytest.param([[Said("", DEAD)]], SINGLE, (), id="no-source"),
        pytest.param(
            [[Said("Ada", DEAD)], [Said("Ada", "the flood killed 12 people")]],
            SINGLE,
            ("Ada",),
            id="one-source-in-two-articles",
        ),
        pytest.param(
            [[Said("Teasdale", DEAD)], [Said("Gov. Marian Teasdale", DEAD)]],
            SINGLE,
            ("Gov. Marian Teasdale",),
            id="two-names-of-one-source",
        ),
        pytest.param(
            [[Said("Ellen Hart", DEAD)], [Said("Thomas Hart", DEAD)]],
            CORROBORATED,
            ("Ellen Hart", "Thomas Hart"),
            id="one-surname-of-two-sources",
        ),
        pytest.param(
            [[Said("Ada", DEAD)], [Said("Bo", "the flood killed 12 people")]],
            CORROBORATED,
            ("Ada", "Bo"),
            id="two-sources",
        ),
        pytest.param(
            [[Said("Ada", DEAD)], [Said("Bo", "19 people were killed in the flood")]],
            CONTRADICTED,
            ("Ada",),
            id="other-figures",
        ),
        pytest.param(
            [[Said("Ada", SIRENS)], [Said("Bo", f"no {SIRENS}")]],
            CONTRADICTED,
            ("Ada",),
            id="negation",
        ),
        pytest.param(
            [[Said("Ada", SIRENS)], [Said("Bo", SIRENS, Kind.DENIAL)]],
            CONTRADICTED,
            ("Ada",),
            id="denial",
        ),
        pytest.param(
            [[Said("Ada", SIRENS)], [Said("Bo", f"no {SIRENS}", Kind.DENIAL)]],
            CORROBORATED,
            ("Ada", "Bo"),
            id="denial-of-a-negation",
        ),
    ],
)
def test_standing(
    digested: Digested, articles: list[list[Said]], standing: Standing, sources: tuple[str, ...]
) -> None:
    (claim,) = digested(*articles)
    assert (claim.standing, claim.sources) == (standing, sources)
    assert claim.articles == len(articles)


def test_claims_apart_stay_apart(digested: Digested) -> None:
    found = digested([Said("Ada", DEAD), Said("Bo", SIRENS)], [Said("Cy", "rain fell for a week")])
    assert [claim.text for claim in found] == [DEAD, SIRENS, "rain fell for a week"]


def test_what_is_in_most_articles_comes_first(digested: Digested) -> None:
    first, second = digested([Said("Ada", SIRENS), Said("Ada", DEAD)], [Said("Bo", DEAD)])
    assert (first.text, first.articles) == (DEAD, 2)
    assert (second.text, second.articles) == (SIRENS, 1)


def test_most_agree_with_the_wording_shown(digested: Digested) -> None:
    nineteen = "19 people were killed in the flood"
    (claim,) = digested(
        [Said("Ada", DEAD)],
        [Said("Bo", nineteen)],
        [Said("Cy", f"at least {nineteen}")],
    )
    assert claim.text == nineteen
    assert [saying.agrees for saying in claim.facts] == [False, True, True]


@pytest.mark.parametrize(
    "said", [Said("Ada", DEAD, negated=True), Said("Ada", "yes"), Said("Ada", "it is")]
)
def test_what_was_not_said_or_says_nothing_is_no_claim(digested: Digested, said: Said) -> None:
    assert digested([said]) == ()


# On the samples, with the facts that newsbrief finds


@pytest.fixture(scope="module")
def flood(samples: Path) -> list[Article]:
    return [newsbrief.read(path) for path in sorted((samples / "flood").glob("*.txt"))]


def carried(found: tuple[Claim, ...], *words: str) -> list[Claim]:
    return [claim for claim in found if all(word in claim.text for word in words)]


def test_the_flood(flood: list[Article]) -> None:
    found = newsbrief.digest(flood).claims
    sirens = carried(found, "sirens were sounded 40 minutes")
    assert sirens[0].articles >= 3
    rain = carried(found, "nine inches of rain")
    assert rain[0].articles >= 2
    assert "Weather Service" in rain[0].sources[0]
    warned = carried(found, "without any warning")
    assert warned[0].standing is CORROBORATED
    assert "Dale Ocampo" in warned[0].sources
    assert any(
        claim.standing is CONTRADICTED and {"12", "19"} <= set(" ".join(texts(claim)).split())
        for claim in found
    )


def texts(claim: Claim) -> list[str]:
    return [saying.fact.claim.text for saying in claim.facts]


def test_sayings_are_facts_of_their_articles(flood: list[Article]) -> None:
    for claim in newsbrief.digest(flood).claims:
        assert claim.text in texts(claim)
        for saying in claim.facts:
            assert saying.fact in newsbrief.facts(flood[saying.article])


@pytest.mark.parametrize("limit", [1, 3, 5, 8])
def test_the_summary_repeats_nothing(flood: list[Article], limit: int) -> None:
    picks = newsbrief.digest(flood, sentences=limit).summary
    assert 1 <= len(picks) <= limit
    for pick in picks:
        text = flood[pick.article].text[pick.sentence.start : pick.sentence.end]
        assert text.split() == pick.sentence.text.split()
    stems = [terms(pick.sentence.text) for pick in picks]
    weights = rarities(stems)
    assert all(similarity(one, other, weights) < 0.5 for one, other in combinations(stems, 2))


def test_one_article_twice_is_told_once(flood: list[Article]) -> None:
    once = newsbrief.digest(flood[:1], sentences=4)
    twice = newsbrief.digest([flood[0], flood[0]], sentences=4)
    assert [p.sentence for p in twice.summary] == [p.sentence for p in once.summary]
    assert {claim.articles for claim in twice.claims} <= {2}


def test_the_same_articles_make_the_same_digest(flood: list[Article]) -> None:
    assert newsbrief.digest(flood) == newsbrief.digest(flood)


def test_nothing_to_digest_is_an_error() -> None:
    with pytest.raises(EmptyError):
        newsbrief.digest(["", " "])
    with pytest.raises(EmptyError):
        newsbrief.digest([])
    with pytest.raises(OptionError):
        newsbrief.digest(["A man slept."], sentences=0)
