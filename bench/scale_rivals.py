"""Other programs on the articles of ``scale.py``, run by a Python that has them.

    PYTHON scale_rivals.py                                      the programs that it has
    PYTHON scale_rivals.py PROGRAM ARTICLES.jsonl RESULT.jsonl [JOBS]

A line of RESULT for each of ARTICLES: three sentences, or, of spaCy, who says what. Every program
works in the way that its own documentation shows, in JOBS processes with ten articles at a time.
Nothing of newsbrief is imported: its environment is not this one.
"""

import json
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from importlib import import_module
from importlib.metadata import version
from itertools import islice
from multiprocessing import Pool
from pathlib import Path
from typing import Any

SENTENCES = 3
CHUNK = 10  # articles that a process takes at a time

Row = dict[str, str]
Program = Callable[[list[Row]], Iterable[object]]

# As verbs of speech are listed in the rules that such pipelines come with, by lemma.
REPORTING = """
accuse acknowledge add admit agree allege announce argue ask assert believe claim comment complain
conclude confirm declare demand deny describe disclose estimate expect explain find hope insist note
predict promise report reveal say state suggest tell think warn write
"""
_SUBJECTS = {"nsubj", "nsubjpass"}
_CLAIMS = {"ccomp", "xcomp", "parataxis"}


@cache
def sumy() -> Program:
    from sumy.nlp.stemmers import Stemmer
    from sumy.nlp.tokenizers import Tokenizer
    from sumy.parsers.plaintext import PlaintextParser
    from sumy.summarizers.lex_rank import LexRankSummarizer
    from sumy.utils import get_stop_words

    tokenizer = Tokenizer("english")
    summarize = LexRankSummarizer(Stemmer("english"))
    summarize.stop_words = get_stop_words("english")

    def run(row: Row) -> list[str]:
        document = PlaintextParser.from_string(row["text"], tokenizer).document
        return [str(sentence) for sentence in summarize(document, SENTENCES)]

    return lambda rows: map(run, rows)


@cache
def summa() -> Program:
    from summa.summarizer import summarize

    def run(row: Row) -> list[str]:
        """The best three sentences: summa takes a share of them, so it is asked for all."""
        scored = summarize(row["text"], ratio=1.0, split=True, scores=True)
        best = sorted(range(len(scored)), key=lambda i: -scored[i][1])[:SENTENCES]
        return [scored[i][0] for i in sorted(best)]

    return lambda rows: map(run, rows)


@cache
def newspaper4k() -> Program:
    from newspaper.nlp import summarize
    from newspaper.text import StopWords

    stop_words = StopWords("en")

    def run(row: Row) -> object:
        return summarize(row["title"], row["text"], stop_words, max_sents=SENTENCES)

    return lambda rows: map(run, rows)


@cache
def spacy() -> Program:
    import spacy as library

    pipeline = library.load(_spacy_model())
    reporting = frozenset(REPORTING.split())

    def facts(row: Row) -> list[list[str]]:
        """Source, cue and claim of each verb of speech with a subject and a clause."""
        found = []
        # Through nlp.pipe it takes as long, and twice the memory.
        for token in pipeline(row["text"]):
            if token.pos_ == "VERB" and token.lemma_ in reporting:
                children = list(token.children)
                sources = [each for each in children if each.dep_ in _SUBJECTS]
                claims = [each for each in children if each.dep_ in _CLAIMS]
                if sources and claims:
                    found.append([_words(sources[0]), token.text, _words(claims[0])])
        return found

    return lambda rows: map(facts, rows)


def _words(head: Any) -> str:  # noqa: ANN401 - a token of spaCy
    return " ".join(token.text for token in head.subtree)


def _spacy_model() -> str:
    from spacy.util import get_installed_models

    models: list[str] = sorted(get_installed_models())
    return next(name for name in models if "core_web_sm" in name)


PROGRAMS: dict[str, Callable[[], Program]] = {
    "sumy LexRank": sumy,
    "summa TextRank": summa,
    "newspaper4k": newspaper4k,
    "spaCy and rules": spacy,
}
_MODULES = {  # and the distributions that they come in
    "sumy LexRank": ("sumy", "sumy"),
    "summa TextRank": ("summa", "summa"),
    "newspaper4k": ("newspaper", "newspaper4k"),
    "spaCy and rules": ("spacy", "spacy"),
}


def programs() -> dict[str, str]:
    """The programs that this Python has, with their versions."""
    found = {}
    for name, (module, distribution) in _MODULES.items():
        try:
            import_module(module)
            model = _spacy_model() if module == "spacy" else None
        except (ImportError, StopIteration):
            continue
        named = [distribution, *([model] if model else [])]
        found[name] = ", ".join(f"{each} {version(each)}" for each in named)
    return found


def _lines(program: str, rows: list[Row]) -> list[str]:
    results = PROGRAMS[program]()(rows)
    return [json.dumps(result, ensure_ascii=False) for result in results]


def _each(program: str, source: Path, jobs: int) -> Iterator[str]:
    with source.open(encoding="utf-8") as file:
        rows = map(json.loads, file)
        chunks = iter(lambda: list(islice(rows, CHUNK)), [])
        if jobs == 1:
            for chunk in chunks:
                yield from _lines(program, chunk)
            return
        with Pool(jobs) as pool:
            for lines in pool.imap(_Work(program), chunks):
                yield from lines


class _Work:
    """``_lines`` of one program, which can be sent to another process."""

    def __init__(self, program: str) -> None:
        self.program = program

    def __call__(self, rows: list[Row]) -> list[str]:
        return _lines(self.program, rows)


def main() -> None:
    if len(sys.argv) == 1:
        print(json.dumps(programs()))
        return
    program, source, result, *jobs = sys.argv[1:]
    with Path(result).open("w", encoding="utf-8") as file:
        file.writelines(
            f"{line}\n" for line in _each(program, Path(source), int(jobs[0]) if jobs else 1)
        )


if __name__ == "__main__":
    main()
