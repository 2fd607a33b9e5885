"""Measure to whom sources are resolved, with the gold speakers of quotes in.

    python bench/names.py DATA

DATA holds ``quotes/dev.jsonl``. A name is right if its last word is that of the gold reference, as
in ``score_quotes.py``; a quote without a speaker has the one of the quote before. Prints the share
that is right by the form of the speaker, and the processor time of an article of 800 words.
"""

import argparse
import json
import re
import time
from collections import Counter
from pathlib import Path
from typing import Any

from newsbrief.names.coreference import GENDERS
from newsbrief.names.resolution import ResolvedSource, resolve
from newsbrief.reading.parsing import parse
from newsbrief.spans import Span
from newsbrief.text.quotations import quotations_of

WORDS = 800
FORMS = ("name", "he or she", "other words", "none", "all")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    path = parser.parse_args().data / "quotes" / "dev.jsonl"
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    right: Counter[str] = Counter()
    every: Counter[str] = Counter()
    resolved(rows[0])  # the first call reads the word lists
    seconds = 0.0
    for row in rows:
        found, spent = resolved(row)
        seconds += spent
        for quote, who in found:
            for form in (form_of(row["text"], quote), "all"):
                every[form] += 1
                right[form] += last_word(who.name) == last_word(quote["reference"])
    print(f"{'speaker':14}{'quotes':>8}{'named':>8}")
    for form in FORMS:
        print(f"{form:14}{every[form]:8}{right[form] / every[form]:8.3f}")
    words = sum(len(row["text"].split()) for row in rows)
    print(f"\n{1000 * seconds * WORDS / words:.1f} ms an article of {WORDS} words")


def resolved(row: dict[str, Any]) -> tuple[list[tuple[dict[str, Any], ResolvedSource]], float]:
    """Each quote of ``row`` with who says it, and the seconds that telling it took."""
    article = parse(row["text"])
    quotations = quotations_of(article.text, ((b.start, b.end) for b in article.blocks))
    quotes = sorted(row["quotes"], key=lambda quote: quote["content"])
    speakers = [quote["speaker"] for quote in quotes]
    first = next(filter(None, speakers), None)
    pairs = []
    for quote, speaker in zip(quotes, speakers, strict=True):
        first = speaker or first
        pairs.append((quote, (Span(*first),) if first else ()))
    pairs.sort(key=lambda pair: pair[1])
    began = time.process_time()
    whos = resolve(article, [source for _, source in pairs], quotations)
    spent = time.process_time() - began
    return [(quote, who) for (quote, _), who in zip(pairs, whos, strict=True)], spent


def form_of(text: str, quote: dict[str, Any]) -> str:
    """What the gold speaker of ``quote`` is: a name, a pronoun, other words, or none."""
    if not quote["speaker"]:
        return "none"
    start, end = quote["speaker"]
    speaker = text[start:end]
    if speaker.lower() in GENDERS:
        return "he or she"
    same = last_word(speaker) == last_word(quote["reference"])
    return "name" if same else "other words"


def last_word(name: str) -> str:
    words = re.findall(r"\w+", name.lower())
    return words[-1] if words else ""


if __name__ == "__main__":
    main()
