"""Measure what is read from saved web pages of news.

    python bench/pages.py DATA

Prints how much of the text, and how many of the titles, dates and bylines, are those that the
publishers' own parsers give; ``scoring/pages.py`` says how each is counted. The pages are read as
files are, without their addresses.
"""

from pathlib import Path

from newsbrief import InputError, read

import sets
from scoring.pages import score
from scoring.rows import Row
from tables import Figures, named, print_tables


def measure(data: Path) -> Figures:
    """The figures of newsbrief."""
    return named("pages", "newsbrief", score([(r, page(r)) for r in sets.rows(data, sets.PAGES)]))


def page(row: Row) -> Row:
    """What newsbrief reads from the page of ``row``; nothing where it refuses it."""
    try:
        article = read(row["html"].encode())
    except InputError:
        return {}
    known = article.metadata
    text = article.text.removeprefix(article.title or "")
    return {"text": text, "title": article.title, "byline": known.byline, "date": known.date}


if __name__ == "__main__":
    print_tables(measure(sets.data_folder(__doc__)))
