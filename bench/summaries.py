"""Measure summaries of three sentences beside the lead and the rivals; then speed and growth.

    NLTK_DATA=... python bench/summaries.py DATA --rivals ENVIRONMENT/bin/python [--sets NAME,...]

DATA holds ``summaries/*.jsonl``; the scorer stands in ``DATA/../eval`` and says what its figures
mean. The environment has rouge-score, and sumy, numpy and summa where they are to be compared;
without it only speed and growth are measured. The lead is the first three sentences of the body
as newsbrief splits them, unfiltered; "punkt lead" is that of NLTK's stock splitter.
"""

import argparse
import json
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from newsbrief import Method, parse, summarize
from newsbrief.summary.summarize import DEFAULT_SENTENCES

SETS = "cnndm_train,cnndm_dev,xsum_dev"
TIMED = 60  # articles, of the first set
SIZES = (100, 1_000, 10_000)
OURS = (Method.NEWS, Method.LEXRANK, Method.TEXTRANK)

Row = dict[str, Any]
Summaries = list[list[str]]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("--rivals", type=Path, metavar="PYTHON")
    parser.add_argument("--sets", default=SETS)
    args = parser.parse_args()
    names = args.sets.split(",")
    rates: dict[str, float] = {}
    for name in names:
        path = args.data / "summaries" / f"{name}.jsonl"
        rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        texts = [row["article"] for row in rows]
        timed = TIMED if name == names[0] else 0
        made, seconds = ours(texts, timed)
        if args.rivals:
            theirs = rivals(args.rivals, texts, timed)
            made |= {rival: each["summaries"] for rival, each in theirs.items()}
            seconds |= {rival: each["seconds"] for rival, each in theirs.items()}
            print(f"\n{name}: {len(rows)} articles")
            table(args.rivals, args.data.parent / "eval" / "score_summaries.py", path, rows, made)
        if timed:
            rates = {each: min(timed, len(texts)) / s for each, s in seconds.items() if s}
    print("\narticles a second of processor time, splitting included")
    for each, rate in rates.items():
        print(f"{each:16}{rate:8.1f}")
    growth(texts)


def ours(texts: list[str], timed: int) -> tuple[dict[str, Summaries], dict[str, float]]:
    """Summaries of all ``texts`` by our methods, and the seconds for the first ``timed``."""
    made = {"lead": [lead(text) for text in texts]}
    seconds = {}
    for method in OURS:
        run = summarizer(method)
        run(texts[0])  # reads the tables
        start = time.process_time()
        made[method] = [run(text) for text in texts[:timed]]
        seconds[str(method)] = time.process_time() - start
        made[method] += [run(text) for text in texts[timed:]]
    return made, seconds


def lead(text: str) -> list[str]:
    article = parse(text)
    return [article.fold(s) for s in article.body[:DEFAULT_SENTENCES]]


def summarizer(method: Method) -> Callable[[str], list[str]]:
    return lambda text: [s.text for s in summarize(text, method=method).sentences]


def rivals(python: Path, texts: list[str], timed: int) -> dict[str, Row]:
    """What the rivals make of ``texts``: see ``rivals.py``."""
    with tempfile.TemporaryDirectory() as folder:
        task, result = Path(folder) / "task.json", Path(folder) / "result.json"
        task.write_text(json.dumps({"articles": texts, "timed": timed}), encoding="utf-8")
        script = Path(__file__).with_name("rivals.py")
        subprocess.run([str(python), script, task, result], check=True)
        found: dict[str, Row] = json.loads(result.read_text(encoding="utf-8"))
        return found


def table(
    python: Path, scorer: Path, gold: Path, rows: list[Row], made: dict[str, Summaries]
) -> None:
    """Print the scores of each way, with its gain over the lead and the interval of that."""
    print(f"{'':16}   R1    R2  Lsum  words   gain in R1            in R2   in Lsum")
    for name, summaries in made.items():
        with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
            file.writelines(predictions(rows, summaries, made["lead"]))
            file.flush()
            command = [str(python), str(scorer), str(gold), file.name, "--json"]
            out = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        scores, gain = (json.loads(out)[key] for key in ("summary", "gain"))
        mean, low, high = gain["rouge1"]
        print(
            f"{name:16}{scores['rouge1']:6.2f}{scores['rouge2']:6.2f}{scores['rougeLsum']:6.2f}"
            f"{scores['words']:7.1f}  {mean:+6.2f} ({low:+.2f} to {high:+.2f}) "
            f"{gain['rouge2'][0]:+8.2f} {gain['rougeLsum'][0]:+8.2f}"
        )


def predictions(rows: list[Row], summaries: Summaries, leads: Summaries) -> Iterable[str]:
    for row, summary, first in zip(rows, summaries, leads, strict=True):
        yield json.dumps({"id": row["id"], "summary": summary, "lead": first}) + "\n"


def growth(texts: list[str]) -> None:
    """Print milliseconds a sentence for texts of more and more sentences, made of ``texts``."""
    pool = [a.fold(s) for a in map(parse, texts) for s in a.body]
    print("\nmilliseconds a sentence")
    print(f"{'sentences':16}" + "".join(f"{n:>10,}" for n in SIZES))
    for method in OURS:
        run = summarizer(method)
        print(f"{method:16}", end="")
        for size in SIZES:
            repeated = (pool * (size // len(pool) + 1))[:size]
            text = "\n\n".join(" ".join(repeated[i : i + 5]) for i in range(0, size, 5))
            start = time.process_time()
            run(text)
            print(f"{1000 * (time.process_time() - start) / size:10.3f}", end="", flush=True)
        print()


if __name__ == "__main__":
    main()
