"""Measure to whom sources are resolved, with the gold speakers of quotations given.

    python bench/names.py DATA

A name is right if its last word is that of the gold reference, as in ``scoring/quotes.py``; a
quotation without a speaker has the speaker of the one before. Prints the share that is right by
the form of the speaker.
"""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from newsbrief.names.resolution import ResolvedSource, SourceWords, resolve
from newsbrief.names.source_form import source_form
from newsbrief.names.source_network import source_network
from newsbrief.reading.parsing import parse
from newsbrief.spans import Span
from newsbrief.tagging.tagger import tag

import sets
from scoring.quotes import last_word
from scoring.rates import share
from scoring.rows import Row
from tables import Figures, print_tables

FORMS = ("name", "he or she", "other words", "none", "all")


def measure(data: Path) -> Figures:
    """The share of speakers that is resolved to the right name, by form."""
    right: Counter[str] = Counter()
    every: Counter[str] = Counter()
    for row in sets.rows(data, sets.QUOTES):
        for quote, source in resolved(row):
            for form in (form_of(row["text"], quote), "all"):
                every[form] += 1
                start, end = quote["speaker"] or (0, 0)
                name = source.name or row["text"][start:end]  # an unnamed one stays as it stands
                right[form] += last_word(name) == last_word(quote["reference"])
    figures: Figures = {}
    for form in FORMS:
        figures[f"names of speakers/{form}/quotes"] = every[form]
        figures[f"names of speakers/{form}/named"] = share(right[form], every[form])
    return figures


def resolved(row: Row) -> Iterator[tuple[Row, ResolvedSource]]:
    """Each quotation of ``row`` with the source that it is resolved to."""
    article = parse(row["text"])
    quotes = sorted(row["quotes"], key=lambda quote: quote["content"])
    speakers = [quote["speaker"] for quote in quotes]
    speaker = next(filter(None, speakers), None)
    pairs = []
    for quote, own in zip(quotes, speakers, strict=True):
        speaker = own or speaker
        pairs.append((quote, (Span(*speaker),) if speaker else ()))
    words = [SourceWords(source, (), (Span(*quote["content"]),)) for quote, source in pairs]
    vectors = tag(article, source_network().project).vectors
    sources = resolve(article, words, article.quotations, vectors.mean)
    return zip((quote for quote, _ in pairs), sources, strict=True)


def form_of(text: str, quote: Row) -> str:
    """What the gold speaker of ``quote`` is: a name, a pronoun, other words, or none."""
    if not quote["speaker"]:
        return "none"
    start, end = quote["speaker"]
    speaker = text[start:end]
    if source_form(text, (Span(start, end),)).form in ("he", "she"):
        return "he or she"
    return "name" if last_word(speaker) == last_word(quote["reference"]) else "other words"


if __name__ == "__main__":
    print_tables(measure(sets.data_folder(__doc__)))
