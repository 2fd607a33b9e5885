"""Claims that are reported: told in other words they pass, and only what is sure is a fault."""

import pytest

from newsbrief.checking.check import check
from newsbrief.checking.values import ChangeKind, Finding, Verdict

ARTICLE = """Ferry firm to shed jobs

Chief executive Ida Holm said the ferry company would cut about 900 jobs and lay up seven of its 64
ships by the end of next year. She denied that the Ostrand route would close.

The union said that repairs at the Corrie shipyard had cost 38 million crowns, and that no worker
had been paid for overtime. The oldest ship might have been damaged by a storm in May, it said.
"""


def finding(draft: str) -> Finding:
    [found] = check(draft, [ARTICLE]).findings
    return found


@pytest.mark.parametrize(
    ("draft", "verdict"),
    [
        pytest.param(
            "Ida Holm said the ferry company would cut about 900 jobs.",
            Verdict.VERBATIM,
            id="word for word",
        ),
        pytest.param(
            "Ida Holm said the ferry company will cut about 900 jobs.",
            Verdict.PARAPHRASE,
            id="another tense",
        ),
        pytest.param(
            "Seven ships would be laid up and some 900 jobs cut, Ida Holm said.",
            Verdict.PARAPHRASE,
            id="another order",
        ),
        pytest.param(
            "Ida Holm said the ferry company would cut about 9,000 jobs.",
            Verdict.ALTERED,
            id="another number",
        ),
        pytest.param(
            "Seven ships would be laid up and some 950 jobs cut, Ida Holm said.",
            Verdict.ALTERED,
            id="another number in another order",
        ),
        pytest.param(
            "Repairs had cost nearly 40 million crowns at the Corrie shipyard, the union said.",
            Verdict.PARAPHRASE,
            id="a rounder number",
        ),
        pytest.param(
            "Ida Holm said the ferry company would not cut about 900 jobs.",
            Verdict.ALTERED,
            id="a negation more",
        ),
        pytest.param(
            "The union said that every worker had been paid for overtime.",
            Verdict.ALTERED,
            id="a negation less",
        ),
        pytest.param(
            "The union said that repairs at the Correy shipyard had cost 38 million crowns.",
            Verdict.ALTERED,
            id="a name misspelt",
        ),
        pytest.param(
            "The union said that the Corrie shipyard's repairs had cost 38 million crowns.",
            Verdict.PARAPHRASE,
            id="a name in the genitive",
        ),
        pytest.param(
            "The union said that the oldest ship was damaged by a storm in May.",
            Verdict.ALTERED,
            id="a hedge left out",
        ),
        pytest.param(
            "The union said that the oldest ship was perhaps damaged by a storm in May.",
            Verdict.PARAPHRASE,
            id="another hedge",
        ),
        pytest.param(
            "The union believes that the oldest ship was damaged by a storm in May.",
            Verdict.PARAPHRASE,
            id="a hedge told as a belief",
        ),
        pytest.param(
            "Repairs had cost 38 million crowns at the Corrin shipyard, the union said.",
            Verdict.ALTERED,
            id="a name misspelt in another order",
        ),
        pytest.param(
            "Repairs had cost 38 million crowns at Corrie shipyard in Dunmore, the union said.",
            Verdict.PARAPHRASE,
            id="a name that is like none",
        ),
        pytest.param(
            "Ida Holm said that the Ostrand route would close.",
            Verdict.ALTERED,
            id="what the source denied",
        ),
        pytest.param(
            "Ida Holm denied that the Ostrand route would close.",
            Verdict.VERBATIM,
            id="what the source denied, denied",
        ),
        pytest.param(
            "Ida Holm announced that every passenger would receive a bicycle and free breakfast.",
            Verdict.ABSENT,
            id="not a word of it",
        ),
        pytest.param(
            "Ida Holm said the company would shrink its fleet by the end of next year.",
            Verdict.UNCLEAR,
            id="only a reader can tell",
        ),
    ],
)
def test_verdicts(draft: str, verdict: Verdict) -> None:
    assert finding(draft).verdict is verdict


def test_an_unclear_claim_names_a_figure_that_no_article_has() -> None:
    found = finding("The union said that repairs had eaten up the wages of 77 workers.")
    assert (found.verdict, found.failed) == (Verdict.UNCLEAR, False)
    assert [change.kind for change in found.changes] == [ChangeKind.NUMBER]


def test_a_paraphrase_shows_the_words_that_differ() -> None:
    found = finding("Ida Holm said the ferry company will cut about 900 jobs.")
    assert [str(step.kind) for step in found.difference] == [
        *("same", "left out", "added", "same"),
    ]
    assert found.changes == ()


def test_a_claim_in_another_language_than_the_articles_is_unclear() -> None:
    german = "Die Reederei streicht neunhundert Stellen und legt sieben Schiffe still, sagte Holm."
    [found] = check("Ida Holm said the ferry company would cut 900 jobs.", [german]).findings
    assert (found.verdict, found.place) == (Verdict.UNCLEAR, None)
