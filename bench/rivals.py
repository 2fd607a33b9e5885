"""Summaries by sumy and summa, made by a Python that has them: ``summaries.py`` runs this.

    PYTHON rivals.py TEXTS.json RESULT.json

TEXTS is a list of articles, RESULT ``{program: {"summaries": [[sentence, ...], ...], "seconds"}}``,
the seconds of processor time for all of them. A program that cannot be imported is left out. Punkt
comes from NLTK_DATA. Nothing of newsbrief is imported: its environment is not this one.
"""

import json
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

SENTENCES = 3

Summarizer = Callable[[str], list[str]]


def sumy() -> Iterator[tuple[str, Summarizer]]:
    from sumy.nlp.stemmers import Stemmer
    from sumy.nlp.tokenizers import Tokenizer
    from sumy.parsers.plaintext import PlaintextParser
    from sumy.summarizers.lex_rank import LexRankSummarizer
    from sumy.summarizers.lsa import LsaSummarizer
    from sumy.summarizers.luhn import LuhnSummarizer
    from sumy.summarizers.sum_basic import SumBasicSummarizer
    from sumy.summarizers.text_rank import TextRankSummarizer
    from sumy.utils import get_stop_words

    tokenizer = Tokenizer("english")

    def summarizer(kind: type) -> Summarizer:
        summarize = kind(Stemmer("english"))
        summarize.stop_words = get_stop_words("english")

        def run(text: str) -> list[str]:
            document = PlaintextParser.from_string(text, tokenizer).document
            return [str(sentence) for sentence in summarize(document, SENTENCES)]

        return run

    yield "Punkt lead", lambda text: list(tokenizer.to_sentences(text))[:SENTENCES]
    yield "sumy LexRank", summarizer(LexRankSummarizer)
    yield "sumy TextRank", summarizer(TextRankSummarizer)
    yield "sumy LSA", summarizer(LsaSummarizer)
    yield "sumy Luhn", summarizer(LuhnSummarizer)
    yield "sumy SumBasic", summarizer(SumBasicSummarizer)


def summa() -> Iterator[tuple[str, Summarizer]]:
    from summa.summarizer import summarize

    def run(text: str) -> list[str]:
        """The best three sentences: summa takes a share of them, so it is asked for all."""
        scored = summarize(text, ratio=1.0, split=True, scores=True)
        best = sorted(range(len(scored)), key=lambda i: -scored[i][1])[:SENTENCES]
        return [scored[i][0] for i in sorted(best)]

    yield "summa TextRank", run


def main() -> None:
    texts = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    result = {}
    for family in (sumy, summa):
        try:
            members = list(family())
        except ImportError as error:
            print(f"{family.__name__}: {error}", file=sys.stderr)
            continue
        for name, run in members:
            run(texts[0])  # loads what is loaded once
            began = time.process_time()
            summaries = [run(text) for text in texts]
            result[name] = {"summaries": summaries, "seconds": time.process_time() - began}
    Path(sys.argv[2]).write_text(json.dumps(result), encoding="utf-8")


if __name__ == "__main__":
    main()
