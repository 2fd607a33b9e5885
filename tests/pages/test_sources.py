"""Who is quoted over many articles."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import newsbrief
from newsbrief import (
    Attribution,
    Counts,
    GroupBy,
    Kind,
    Metadata,
    Part,
    QuoteType,
    Source,
    SourceType,
    Span,
)

PERSON, BODY = SourceType.PERSON, SourceType.ORGANISATION


def said(
    name: str | None,
    claim: str = "it would rain",
    role: str = "",
    type_: SourceType = PERSON,
    quote: QuoteType = QuoteType.INDIRECT,
) -> Attribution:
    """A claim of ``name``; of nobody with a name where it is None."""
    words = Part(name or "officials", (Span(0, 3),))
    source = Source(
        *(words.text, words.spans, name, type_), role=Part(role, (Span(4, 9),)) if role else None
    )
    return Attribution(
        kind=Kind.STATEMENT,
        quote=quote,
        negated=False,
        hedged=False,
        source=source,
        cue=None,
        claim=Part(claim, (Span(10, 20),)),
        line=1,
        sentence=1,
        confidence=0.9,
    )


def audit(
    *articles: list[Attribution], metadata: tuple[Metadata, ...] = (), by: GroupBy | None = None
) -> newsbrief.SourceAudit:
    known = metadata or (Metadata(),) * len(articles)
    return newsbrief.sources(zip(known, articles, strict=True), by)


def rows(*articles: list[Attribution]) -> list[tuple[str, str | None, int, int]]:
    return [
        (source.name, source.role, source.counts.articles, source.counts.claims)
        for source in audit(*articles).sources
    ]


def test_claims_of_one_source_are_one_row() -> None:
    assert rows(
        [said("Ann Lee", role="mayor of Dunmore"), said("Ann Lee")],
        [said("ANN LEE", role="Dunmore’s former mayor")],
        [said("Ann Lee")],
        [said("Ann Lee", role="mayor of Dunmore")],
    ) == [("Ann Lee", "mayor of Dunmore", 4, 5)]


def test_two_people_of_one_name_are_two_rows() -> None:
    assert rows(
        [said("Ann Lee", role="mayor"), said("Ann Lee", role="mayor")],
        [said("Ann Lee", role="striker")],
    ) == [("Ann Lee", "mayor", 1, 2), ("Ann Lee", "striker", 1, 1)]


def test_a_bare_name_that_may_be_two_people_stays_apart() -> None:
    found = rows(
        [said("Ann Lee", role="mayor")], [said("Ann Lee", role="striker")], [said("Ann Lee")]
    )
    assert sorted(found, key=str) == [
        ("Ann Lee", "mayor", 1, 1),
        ("Ann Lee", "striker", 1, 1),
        ("Ann Lee", None, 1, 1),
    ]


def test_a_body_is_told_by_its_name_alone() -> None:
    assert rows(
        [said("Yorvik Oil", type_=BODY, role="owners")], [said("the Yorvik Oil", type_=BODY)]
    ) == [("Yorvik Oil", "owners", 2, 2)]


def test_as_many_claims_of_a_person_as_of_a_body_are_of_people() -> None:
    articles = [said("Ann Lee", role="mayor"), said("Ann Lee", role="striker", type_=BODY)]
    assert len(audit(*([fact] for fact in articles)).sources) == 2


def test_the_type_is_that_of_most_claims() -> None:
    (source,) = audit(
        [said("Yorvik", type_=BODY), said("Yorvik", type_=BODY)], [said("Yorvik")]
    ).sources
    assert source.type is BODY


def test_the_role_is_the_fullest_wording_of_the_commonest() -> None:
    (source,) = audit(
        [said("Ann Lee", role="mayor")],
        [said("Ann Lee", role="mayor")],
        [said("Ann Lee", role="mayor of Dunmore")],
    ).sources
    assert (source.role, source.roles) == ("mayor of Dunmore", ("mayor", "mayor of Dunmore"))


@pytest.mark.parametrize(
    "change",
    [
        pytest.param({"optional": True}, id="optional"),
        pytest.param({"negated": True}, id="not said"),
        pytest.param({"confidence": 0.1}, id="unlikely"),
    ],
)
def test_what_is_not_counted(change: dict[str, Any]) -> None:
    found = audit([replace(said("Ann Lee"), **change), said("Bo Ek")])
    assert [source.name for source in found.sources] == ["Bo Ek"]
    assert found.every.counts.claims == 1


@pytest.mark.parametrize(
    ("claim", "quote", "quoted", "reported"),
    [
        pytest.param("“Never again.”", QuoteType.DIRECT, 2, 0, id="direct"),
        pytest.param("it was over", QuoteType.INDIRECT, 0, 3, id="indirect"),
        pytest.param('the wall was "a bad joke"', QuoteType.MIXED, 3, 3, id="mixed"),
        pytest.param("the ‘old’ wall", QuoteType.MIXED, 1, 2, id="one word"),
        pytest.param("“We are here to stay", QuoteType.DIRECT, 5, 0, id="never closed"),
        pytest.param("We are here to stay", QuoteType.DIRECT, 5, 0, id="a turn of a talk"),
        pytest.param('the "Queen Anne" would sail', QuoteType.INDIRECT, 0, 5, id="title"),
        pytest.param("“我们会赢。”", QuoteType.DIRECT, 4, 0, id="Chinese"),
        pytest.param("市长说“我们会赢”", QuoteType.MIXED, 4, 3, id="Chinese, mixed"),
    ],
)
def test_words_quoted_and_reported(
    claim: str, quote: QuoteType, quoted: int, reported: int
) -> None:
    (source,) = audit([said("Ann Lee", claim, quote=quote)]).sources
    direct = int(quote is QuoteType.DIRECT)
    assert source.counts == Counts(1, 1, direct, quoted, reported)


def test_shares_of_claims_without_a_named_source() -> None:
    nobody = replace(said(None), source=None)
    every = audit([said("Ann Lee"), said(None), said(None), nobody]).every
    assert (every.unnamed, every.unsourced) == (2, 1)
    assert (every.unnamed_share, every.unsourced_share) == (0.5, 0.25)


def test_an_article_without_claims_counts_and_has_no_shares() -> None:
    every = audit([]).every
    assert every.counts == Counts(articles=1)
    assert (every.unnamed_share, every.unsourced_share, every.counts.direct_share) == (None,) * 3


METADATA = (
    Metadata(outlet="Post", date="2026-04-30"),
    Metadata(outlet="Gazette", date="2026-05-01T08:00:00+02:00"),
    Metadata(outlet="Post", date="2026-05-02"),
    Metadata(),
)


@pytest.mark.parametrize(
    ("by", "groups"),
    [
        (None, []),
        (GroupBy.OUTLET, [("Gazette", None, 1), ("Post", None, 2), (None, None, 1)]),
        (GroupBy.MONTH, [(None, "2026-04", 1), (None, "2026-05", 2), (None, None, 1)]),
        (
            GroupBy.OUTLET_AND_MONTH,
            [
                ("Gazette", "2026-05", 1),
                ("Post", "2026-04", 1),
                ("Post", "2026-05", 1),
                (None, None, 1),
            ],
        ),
    ],
)
def test_groups(by: GroupBy | None, groups: list[tuple[str | None, str | None, int]]) -> None:
    found = audit(*([said("Ann Lee")] for _ in METADATA), metadata=METADATA, by=by)
    assert [(g.outlet, g.month, g.counts.articles) for g in found.groups] == groups
    (source,) = found.sources
    assert (source.first, source.last) == ("2026-04-30", "2026-05-02")
    assert source.outlets == ("Gazette", "Post")


FACTS = st.builds(
    said,
    st.sampled_from(["Ann Lee", "Bo Ek", "?!", None]),
    st.text(max_size=20),
    st.sampled_from(["", "mayor", "mayor of Dunmore", "striker", "$x$"]),
    st.sampled_from([*SourceType]),
    st.sampled_from([*QuoteType]),
)


@given(st.lists(st.lists(FACTS, max_size=4), max_size=5))
def test_every_claim_is_counted_once(articles: list[list[Attribution]]) -> None:
    found = audit(*articles, by=GroupBy.MONTH)
    every = found.every
    named = sum(source.counts.claims for source in found.sources)
    assert named + every.unnamed + every.unsourced == every.counts.claims
    assert every.counts.claims == sum(map(len, articles))
    assert sum(g.counts.claims for g in found.groups) == every.counts.claims


@given(st.lists(st.lists(FACTS, max_size=4), max_size=5).flatmap(st.permutations))
def test_the_order_of_articles_only_orders_equals(articles: list[list[Attribution]]) -> None:
    def key(found: newsbrief.SourceAudit) -> list[str]:
        return sorted(map(repr, found.sources))

    names = [{s.name for s in audit(*each).sources} for each in (articles, articles[::-1])]
    assert names[0] == names[1]
    assert key(audit(*articles)) == key(audit(*articles[::-1]))


def test_articles_are_taken_one_by_one() -> None:
    seen: list[int] = []

    def articles() -> object:
        for number in range(3):
            seen.append(number)
            yield Metadata(), [said("Ann Lee")]

    newsbrief.sources(articles())  # type: ignore[arg-type]
    assert seen == [0, 1, 2]
