"""The measure of scale: its articles, its watch over processes, its page."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
import scale
import scale_rivals

from newsbrief import parse

import measured
import recombined
import scale_page
import scale_pictures
import scale_series

DOCS = Path(__file__).parents[2] / "docs"


def test_articles_are_always_the_same_and_no_two_alike() -> None:
    some = list(recombined.articles(30))
    assert some == list(recombined.articles(40))[:30]
    assert len({row["text"] for row in some}) == len({row["id"] for row in some}) == 30
    words = [len(row["text"].split()) for row in some]
    assert min(words) >= recombined.NEWS[0]
    assert max(words) < recombined.NEWS[1] + 200  # a paragraph is not cut


def test_people_have_one_name_in_an_article_and_another_in_the_next() -> None:
    texts = [row["text"] for row in recombined.articles(40)]
    first, second, *_ = [text for text in texts if text.count("Councilman ") > 1]
    names = [set(re.findall(r"Councilman (\w+)", text)) for text in (first, second)]
    assert not re.search(r"\bHart\b", first + second)
    assert not names[0] & names[1]


@pytest.mark.parametrize("count", [1, 7, 300])
def test_a_long_article_has_as_many_sentences_as_asked_for(count: int) -> None:
    assert len(parse(recombined.long_article(count)["text"]).body) == count


def test_time_and_memory_are_those_of_a_command_and_its_children() -> None:
    child = "held = bytearray(60_000_000); import time; time.sleep(1.0); sum(range(2_000_000))"
    parent = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {child!r}])"
    run = measured.run([sys.executable, "-c", parent])
    assert run.seconds > 1
    assert run.cpu_seconds > 0.01
    assert 60 < run.peak_megabytes < 200


def test_a_command_that_fails_or_takes_too_long_is_no_measurement() -> None:
    with pytest.raises(subprocess.CalledProcessError):
        measured.run([sys.executable, "-c", "raise SystemExit(3)"])
    with pytest.raises(measured.TooSlowError):
        measured.run([sys.executable, "-c", "import time; time.sleep(60)"], limit=0.2)


def test_what_would_take_too_long_is_left_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def run(command: list[str], limit: float) -> measured.Run:
        size = len(Path(command[-3]).read_text(encoding="utf-8").splitlines())
        seconds = {"quick": 5.0, "slow": 5 + size / 10, "stuck": 1e9}[command[0]]
        if seconds > limit:
            raise measured.TooSlowError
        return measured.Run(seconds, seconds, 1.0)

    monkeypatch.setattr(measured, "run", run)
    programs = [scale_series.Program(name, (name,)) for name in ("quick", "slow", "stuck")]
    inputs = [(n, [{"id": "a"}] * n) for n in (10, 100, 1_000, 10_000)]
    runs = scale_series.growing(programs, tmp_path, inputs, (1,), {"quick": 5, "slow": 5}, 20)
    assert [(run["program"], run["size"], run["seconds"]) for run in runs] == [
        ("quick", 10, 5),
        ("slow", 10, 6),
        ("quick", 100, 5),
        ("slow", 100, 15),
        ("quick", 1_000, 5),
        ("quick", 10_000, 5),
    ]


def test_a_python_without_rivals_has_none() -> None:
    assert scale_rivals.programs() == {}
    every, versions = scale.programs([Path(sys.executable)])
    assert (every, versions) == (list(scale_series.OURS), {})


def test_the_page_is_that_of_the_figures(tmp_path: Path) -> None:
    figures = json.loads(scale.FIGURES.read_text(encoding="utf-8"))
    assert scale_page.page(figures) == (DOCS / "scale.md").read_text(encoding="utf-8")
    scale_page.write(figures, tmp_path)
    first = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    scale_page.write(figures, tmp_path)
    assert first == {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert sorted(first) == sorted(["scale.md", *scale_pictures.NAMES])
    assert all((DOCS / name).exists() for name in scale_pictures.NAMES)


def test_engines_alone_keep_the_other_figures(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken = measured.Run(3.0, 4.0, 5.0)
    monkeypatch.setattr(measured, "run", lambda _, **__: taken)
    old = json.loads(scale.FIGURES.read_text(encoding="utf-8"))
    old["machine"]["day"] = "1 January 2000"
    kept = tmp_path / "scale.json"
    kept.write_text(json.dumps(old), encoding="utf-8")
    options = ["--only-engines", "--engines", "4", "--figures", kept, "--page", tmp_path]
    monkeypatch.setattr(sys, "argv", ["scale.py", *map(str, options)])
    scale.main()
    new = json.loads(kept.read_text(encoding="utf-8"))
    assert [(run["program"], run["size"]) for run in new["engines"]] == [
        ("newsbrief corpus", 4),
        ("Dask", 4),
    ]
    assert {name: new[name] for name in old if not name.startswith("engines")} == {
        name: old[name] for name in old if not name.startswith("engines")
    }
    page = (tmp_path / "scale.md").read_text(encoding="utf-8")
    assert f"Measured on {new['engines day']}.\n\n|  | Articles" in page
