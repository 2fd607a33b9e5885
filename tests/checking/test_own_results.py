"""What newsbrief itself prints always checks out, and nothing makes the check fail to end."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import newsbrief
from newsbrief.archive.plain import plain_fact
from newsbrief.checking.check import Checker, check
from newsbrief.checking.saved import Saved, saved
from newsbrief.checking.values import Speaker, Verdict
from newsbrief.cli.safety import dumps
from newsbrief.formats.document import Document
from newsbrief.formats.files import article as article_of
from newsbrief.spans import fold

if TYPE_CHECKING:
    from conftest import Run

    from newsbrief.checking.values import Check

SAMPLES = Path(__file__).parents[2] / "samples"
FILES = sorted(SAMPLES.rglob("*.txt"))
COMMANDS = (
    ("facts", "--all", "--min-confidence", 0),
    ("summarize",),
    ("brief",),
    ("digest",),
)
NAMES = ("Ann Lee", "Ray", "the council", "officials", "she", "Oslo police", "A 2014 report")
CUES = ("said", "told reporters", "denied", "wrote", "according to", "believes that")
CLAIMS = ("the quay will open in May", "it rained for 12 days", "nobody was hurt", "no", "that")
MARKS = ('"', "“", "”", "'", "’", "‘", "«", "»", "...", "[", "]", ",", ".", ":", "—", "-\n", "\n\n")
ARTICLES = st.lists(st.sampled_from(NAMES + CUES + CLAIMS + MARKS), max_size=40).map(" ".join)


def results(printed: str) -> list[Saved]:
    found = saved(printed)
    assert found is not None
    return found


def all_right(result: Check) -> bool:
    return all(
        finding.verdict is Verdict.VERBATIM
        and (finding.claimed.source is None or finding.speaker is Speaker.SAME)
        for finding in result.findings
    )


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_what_is_printed_of_a_sample_checks_out(path: Path, run: Run) -> None:
    article = newsbrief.read(path)
    checker = Checker([article])
    for command in COMMANDS:
        [result] = results(run(*command, "--json", path).out)
        assert all_right(checker.check(result.claims))
    assert checker.check(article).faults == ()


def test_a_digest_of_several_articles_checks_out(run: Run) -> None:
    paths = sorted((SAMPLES / "flood").glob("*.txt"))
    [result] = results(run("digest", "--jsonl", *paths).out)
    assert len(result.claims) > 50
    assert all_right(Checker([newsbrief.read(path) for path in paths]).check(result.claims))


@pytest.mark.parametrize("end", ["\u2028", "\u2029", "\x85", "\x0b"])
def test_results_with_line_ends_of_other_kinds_are_read(end: str, run: Run, tmp_path: Path) -> None:
    paths = [tmp_path / name for name in ("a.txt", "b.txt")]
    for path in paths:
        path.write_text(f"Quay{end}shut\n\n“It rained{end}all day,” Ann Lee said.\n", "utf-8")
    found = results(run("facts", "--jsonl", *paths).out)
    assert [len(each.claims) for each in found] == [1, 1]


@given(st.one_of(ARTICLES, st.text(max_size=300)))
@example("Ann Lee Ann Lee A 2014 report -\n ' Ann Lee denied Ann Lee Ann Lee Ann Lee")
@settings(max_examples=80)
def test_the_facts_of_any_text_check_out(text: str) -> None:
    article = article_of(Document(text))
    facts = newsbrief.facts(article, min_confidence=0, optional=True)
    printed = dumps({"schema": 2, "facts": [plain_fact(fact) for fact in facts]})
    [result] = results(printed)
    assert len(result.claims) == sum(bool(fact.claim.text) for fact in facts)
    assert all_right(check(result.claims, [article]))


@given(ARTICLES)
@example('Ann Lee [ " said " ]')
@example("« Ann Lee [ A 2014 report ]")
@example('" Ann Lee denied Ray that Ann Lee Ann Lee , nobody was hurt wrote')
@example('no " Ann Lee the council "')
@example("no no denied nobody was hurt the quay will open in May according to told reporters")
@example("no officials : » officials")
@example('no Ann Lee -\n denied " Ann Lee')
@example('Oslo police told reporters — " Ann Lee said Ann Lee ... officials')
@settings(max_examples=80)
def test_any_text_checks_out_beside_itself(text: str) -> None:
    assert check(text, [text]).faults == ()


@given(ARTICLES, ARTICLES)
@example('Ann Lee said "it rained for\n12 days".', 'Oslo police said "it rained for 12 days".')
@settings(max_examples=80)
def test_the_places_of_findings_hold_their_words(draft: str, article: str) -> None:
    for finding in check(draft, [article, draft]).findings:
        if finding.place is not None:
            text, spans = (article, draft)[finding.place.article], finding.place.spans
            assert spans
            assert all(0 <= start < end <= len(text) for start, end in spans)
            assert finding.place.text == fold(" ".join(text[start:end] for start, end in spans))
            assert finding.place.line == text.count("\n", 0, spans[0].start) + 1


@given(
    st.recursive(
        st.none() | st.integers() | st.text(),
        lambda x: (
            st.lists(x)
            | st.dictionaries(
                st.sampled_from(["schema", "facts", "claim", "text", "spans", "source", "summary"]),
                x,
            )
        ),
    )
)
@example([{"schema": 2, "facts": [{"claim": {"text": "it rained", "spans": [[0, 9]]}}, 3, {}]}])
@example({"schema": 2, "summary": [{"text": ""}, {"text": 1}, None]})
def test_any_json_is_read_or_passed_over(value: object) -> None:
    found = saved(json.dumps(value))
    assert found is None or len(found) == (len(value) if isinstance(value, list) else 1)
    for each in found or ():
        assert all(claim.printed and claim.text for claim in each.claims)
