"""The benches, on sets of one article in our own words."""

import gzip
import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import score

import brief_figures
import claims
import cold_start
import extracts
import facts
import names
import pages
import sentences
import sets
import summaries
from figures import load, save
from scoring.attributions import ROLES
from scoring.facts import Fact
from tables import Figures, print_tables

TEXT = (
    'The harbour will open in May, Ada Brandt told reporters. "We were never asked," she said. '
    "The council meets again on Friday. Nobody else spoke at the meeting."
)
SENTENCES = [(0, 56), (57, 89), (90, 124), (125, 158)]


def span(words: str) -> list[int]:
    start = TEXT.index(words)
    return [start, start + len(words)]


FIRST = {
    "source": [span("Ada Brandt")],
    "cue": [span("told")],
    "content": [span("The harbour will open in May")],
}
QUOTE = {
    "content": span('"We were never asked,"'),
    "speaker": span("she"),
    "reference": "Ada Brandt",
}
READ = {
    "claim": FIRST["content"],
    "source": FIRST["source"],
    "cue": FIRST["cue"],
    "name": "Ada Brandt",
    "type": "person",
    "kind": "statement",
    "quote": "indirect",
}
STATEMENT = {
    "spans": [[0, 56]],
    "type": "person",
    "name": "Ada Brandt",
    "title": None,
    "justification": None,
}
EXTRACT = {"one": [SENTENCES[0]], "three": SENTENCES[:3], "five": SENTENCES, "never": []}
ROWS: dict[str, dict[str, object]] = {
    sets.POLNEAR: {"text": TEXT, "attributions": [FIRST]},
    sets.QUOTES: {"text": TEXT, "quotes": [QUOTE]},
    sets.READERS: {"text": TEXT, "attributions": [READ]},
    sets.SOURCING: {"text": TEXT, "statements": [STATEMENT]},
    sets.EDITORS: {"text": TEXT, "extracts": [EXTRACT]},
    sets.PAGES: {
        "title": "Harbour to open",
        "authors": ["Ada Brandt"],
        "date": "2025-03-04",
        "paragraphs": [TEXT],
        "html": "<html><head><title>Harbour to open | Coast News</title>"
        '<meta name="author" content="Ada Brandt"><meta property="article:published_time" '
        f'content="2025-03-04"></head><body><h1>Harbour to open</h1><p>{TEXT}</p></body></html>',
    },
    **{name: {"article": TEXT, "references": [TEXT]} for name in sets.SUMMARIES},
}


@pytest.fixture
def data(tmp_path: Path) -> Path:
    for name, row in ROWS.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        line = f"{json.dumps({'id': '1', **row})}\n".encode()
        path.write_bytes(gzip.compress(line) if path.suffix == ".gz" else line)
    return tmp_path


@pytest.mark.parametrize(
    ("measure", "expected"),
    [
        pytest.param(
            facts.measure,
            {
                "polnear/cue.found/recall": 1.0,
                "linking of gold labels/attribution/f1": 1.0,
                "quotes/overlap 0.8/recall": 1.0,
                "readers/right/recall": 1.0,
                "sourcing/found/recall": 1.0,
            },
            id="facts",
        ),
        pytest.param(
            names.measure,
            {"names of speakers/he or she/named": 1.0, "names of speakers/all/quotes": 1},
            id="names",
        ),
        pytest.param(
            extracts.measure,
            {"editors/lead/overlap": 1.0, "editors/lead/acceptable": 1.0},
            id="extracts",
        ),
        pytest.param(
            pages.measure,
            {f"pages/newsbrief/{name}": 1.0 for name in ("text", "title", "date", "byline")},
            id="pages",
        ),
        pytest.param(
            summaries.measure,
            {"cnndm_dev/lead/words": 22, "cnndm_dev/lead/gain": 0.0},
            id="summaries",
        ),
    ],
)
def test_measure(data: Path, measure: Callable[[Path], Figures], expected: Figures) -> None:
    figures = measure(data)
    assert {name: figures[name] for name in expected} == expected


def test_articles_that_were_trained_on_are_left_out(data: Path) -> None:
    path = data / sets.SUMMARIES[0]
    lines = [json.dumps({"id": f"desix-{number}"}) for number in (61, 62, 63)]
    path.write_text("\n".join(lines), encoding="utf-8")
    assert [row["id"] for row in sets.rows(data, sets.SUMMARIES[0])] == ["desix-61", "desix-63"]


def test_checksums_of_files_that_are_there_and_that_are_not(data: Path) -> None:
    checksums = sets.checksums(data)
    assert (len(checksums[sets.POLNEAR]), checksums[sets.GOLDEN_RULES]) == (64, "")


def test_the_surer_fact_takes_the_gold_attribution() -> None:
    row = {"id": "1", "text": TEXT, "attributions": [FIRST]}
    source, cue, content = (tuple(map(tuple, FIRST[role])) for role in ROLES)
    unsure = Fact(claim=content, source=source, cue=cue, confidence=0.4)  # type: ignore[arg-type]
    sure = Fact(claim=content, source=source, confidence=0.9)  # type: ignore[arg-type]
    assert list(facts.judgements(row, [unsure, sure])) == [(0.9, True), (0.4, False)]


@pytest.mark.parametrize(
    ("quote", "form"),
    [
        pytest.param(QUOTE, "he or she", id="pronoun"),
        pytest.param(QUOTE | {"speaker": span("Ada Brandt")}, "name", id="name"),
        pytest.param(QUOTE | {"speaker": span("The council")}, "other words", id="other words"),
        pytest.param(QUOTE | {"speaker": None}, "none", id="none"),
    ],
)
def test_forms_of_speakers(quote: dict[str, object], form: str) -> None:
    assert names.form_of(TEXT, quote) == form


def test_claims_are_read_by_story_and_group() -> None:
    stories = claims.stories("A comment.\n\n# ferry\nIt sank.\n~ It did not sink.\n\nIt was old.\n")
    (ferry,) = stories.values()
    assert [(c.text, c.contrary) for c in ferry] == [
        ("It sank.", False),
        ("It did not sink.", True),
        ("It was old.", False),
    ]
    assert [(p.same, p.contrary) for p in claims.pairs(ferry)] == [
        (True, True),
        (False, False),
        (False, False),
    ]


def test_figures_are_read_with_their_labels() -> None:
    read = brief_figures.sentences(
        "A comment.\n\nIt cost $5 on Monday.\n  money $5 = 5\n  date Monday\nNo one knew.\n"
    )
    assert [sentence.text for sentence in read] == ["It cost $5 on Monday.", "No one knew."]
    assert read[0].labels == (("money", "$5", 5.0), ("date", "Monday", None))
    assert brief_figures.score(read, values=True) == (1.0, 1.0)
    assert not list(brief_figures.mistakes(read))


@pytest.mark.parametrize(
    ("label", "rates", "right"),
    [
        pytest.param(("money", "$5", 5.0), (1.0, 1.0), (1.0, 1.0), id="right"),
        pytest.param(("money", "$5", 6.0), (1.0, 1.0), (0.0, 0.0), id="other value"),
        pytest.param(("count", "$5", 5.0), (0.0, 0.0), (0.0, 0.0), id="other kind"),
        pytest.param(("money", "5", 5.0), (0.0, 0.0), (0.0, 0.0), id="other start"),
    ],
)
def test_a_figure_is_found_or_right(
    label: tuple[str, str, float], rates: tuple[float, float], right: tuple[float, float]
) -> None:
    part = [brief_figures.Sentence("It cost $5.", (brief_figures.Label(*label),))]
    assert brief_figures.score(part, values=False) == rates
    assert brief_figures.score(part, values=True) == right
    assert len(list(brief_figures.mistakes(part))) == (right == (0.0, 0.0))


def test_a_splitter_by_paragraph() -> None:
    split = sentences.by_paragraph(lambda text: [(0, 1), (2, len(text))])
    assert list(split("A b\n\nC d")) == [(0, 1), (2, 3), (5, 6), (7, 8)]


def test_a_cold_start_is_timed_beside_an_empty_python() -> None:
    figures = cold_start.measure(rounds=1)
    assert figures["cold start/empty Python/of empty Python"] == 1
    assert figures["cold start/newsbrief facts/of empty Python"] > 1
    assert 0 < figures["cold start/empty Python/peak MB"] < 40  # not that of these tests


def test_sumy_is_timed_where_it_is_beside_a_python(tmp_path: Path) -> None:
    python, sumy = tmp_path / "python", tmp_path / "sumy"
    assert cold_start.RIVAL not in cold_start.commands(Path("a.txt"), [python])
    sumy.touch()
    assert cold_start.commands(Path("a.txt"), [python])[cold_start.RIVAL][0] == str(sumy)


def test_programs_that_a_python_does_not_have_are_left_out() -> None:
    assert summaries.rival_runs([Path(sys.executable)], [TEXT]) == {}


def test_tables(capsys: pytest.CaptureFixture[str]) -> None:
    print_tables({"set/newsbrief/f1": 0.71825, "set/newsbrief/facts": 1425, "set/lead/f1": 0.5})
    assert capsys.readouterr().out == (
        "set             f1    facts\nnewsbrief   0.7183    1,425\nlead        0.5000\n\n"
    )


def test_figures_are_kept_by_name(tmp_path: Path) -> None:
    path = tmp_path / "figures.json"
    save(path, {"b/x/y": 0.123456789, "a/x/y": 3})
    assert path.read_text() == '{\n "a/x/y": 3,\n "b/x/y": 0.12346\n}\n'
    assert load(path) == {"a/x/y": 3, "b/x/y": 0.12346}


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        pytest.param(["attributions", sets.POLNEAR], "attribution", id="attributions"),
        pytest.param(["quotes", sets.QUOTES], "overlap 0.3", id="quotes"),
        pytest.param(["readers", sets.READERS], "right", id="readers"),
        pytest.param(["sourcing", sets.SOURCING], "found", id="sourcing"),
        pytest.param(["extracts", sets.EDITORS], "all", id="extracts"),
        pytest.param(["summaries", sets.SUMMARIES[0]], "all", id="summaries"),
        pytest.param(["readers", sets.READERS, "missed"], "  gold: Ada Brandt", id="mistakes"),
    ],
)
def test_scoring_a_file_of_predictions(
    data: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    arguments: list[str],
    line: str,
) -> None:
    (data / "empty.jsonl").write_text('{"id": "1"}\n', encoding="utf-8")
    scorer, gold, *fault = arguments
    options = ["--mistakes", *fault] if fault else []
    argv = ["score.py", scorer, str(data / gold), str(data / "empty.jsonl"), *options]
    monkeypatch.setattr(sys, "argv", argv)
    score.main()
    assert any(printed.startswith(line) for printed in capsys.readouterr().out.splitlines())
