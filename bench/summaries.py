"""Measure summaries of three sentences, by ROUGE, beside the lead and other programs.

    NLTK_DATA=DATA/nltk_data python bench/summaries.py DATA [--rivals PYTHON ...]

Prints ROUGE and length, and the gain over the lead with its 95 % interval. The lead is the first
three sentences of the body as newsbrief splits them, unfiltered; "Punkt lead" is that of NLTK's
stock splitter. `README.md` says how the environments of the other programs are made.
"""

import json
import subprocess
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from newsbrief import Method, parse, summarize

import sets
from chosen import SENTENCES
from scoring.rows import Row
from scoring.summaries import Rouge, gain, mean_rouge, rouge
from tables import Figures, named, print_tables

METHODS = (Method.NEWS, Method.LEXRANK, Method.TEXTRANK)

Summaries = list[list[str]]


def measure(data: Path, rivals: Sequence[Path] = ()) -> Figures:
    """The figures of each set, with those of the programs that the Pythons ``rivals`` have."""
    figures: Figures = {}
    for name in sets.SUMMARIES:
        rows = sets.rows(data, name)
        texts = [row["article"] for row in rows]
        made = {"lead": [lead(text) for text in texts]}
        for method in METHODS:
            made[f"newsbrief {method}"] = [summarizer(method)(text) for text in texts]
        made |= {rival: run.summaries for rival, run in rival_runs(rivals, texts).items()}
        figures |= scores(Path(name).stem, rows, made)
    return figures


def lead(text: str) -> list[str]:
    """The first three sentences of the body."""
    article = parse(text)
    return [article.fold(sentence) for sentence in article.body[:SENTENCES]]


def summarizer(method: Method) -> Callable[[str], list[str]]:
    """A function that gives the sentences of the summary of a text by ``method``."""
    return lambda text: [
        sentence.text for sentence in summarize(text, sentences=SENTENCES, method=method).sentences
    ]


class Run(NamedTuple):
    """What one program made of some texts, and the seconds of processor time it took."""

    summaries: Summaries
    seconds: float


def rival_runs(pythons: Sequence[Path], texts: Sequence[str]) -> dict[str, Run]:
    """What the programs that each of ``pythons`` can import make of ``texts``."""
    return {name: run for python in pythons for name, run in _runs(python, texts).items()}


def _runs(python: Path, texts: Sequence[str]) -> dict[str, Run]:
    """What ``rivals.py`` gives, run by ``python``."""
    with tempfile.TemporaryDirectory() as folder:
        task, result = Path(folder) / "texts.json", Path(folder) / "result.json"
        task.write_text(json.dumps(texts), encoding="utf-8")
        script = Path(__file__).with_name("rivals.py")
        subprocess.run([str(python), script, task, result], check=True)
        runs = json.loads(result.read_text(encoding="utf-8"))
    return {name: Run(**run) for name, run in runs.items()}


def scores(table: str, rows: Sequence[Row], made: dict[str, Summaries]) -> Figures:
    """The scores of each way of ``made``, with its gain over the lead."""
    scored = {
        name: [
            rouge(row["references"], summary) for row, summary in zip(rows, summaries, strict=True)
        ]
        for name, summaries in made.items()
    }
    figures: Figures = {}
    for name, rouges in scored.items():
        figures |= named(table, name, mean_rouge(rouges))
        figures |= _gains(f"{table}/{name}", rouges, scored["lead"])
    return figures


def _gains(name: str, rouges: Sequence[Rouge], of_lead: Sequence[Rouge]) -> Figures:
    gained = gain([r.rouge1 for r in rouges], [r.rouge1 for r in of_lead])
    return {f"{name}/gain": gained.mean, f"{name}/low": gained.low, f"{name}/high": gained.high}


if __name__ == "__main__":
    arguments = sets.parser(__doc__, rivals=True).parse_args()
    print_tables(measure(arguments.data, arguments.rivals))
