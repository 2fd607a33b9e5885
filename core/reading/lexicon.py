"""The words that sentence splitting knows: abbreviations by kind, and words by their usual case.

``abbreviations.txt`` is listed by hand. ``punkt.txt`` holds the parameters that NLTK's Punkt
learned from news (train/punkt.py). Each set is read when it is first asked for.
"""

from functools import cache

from newsbrief.text.packaged import entries, sections, word_set


@cache
def abbreviation_groups() -> dict[str, frozenset[str]]:
    """The listed abbreviations, without their last period, under the headings of their file.

    An entry with a capital stands for that spelling only: "Ill" is the state, "ill" is not.
    """
    file = "abbreviations.txt"
    return {heading: word_set(file, heading) for heading in sections(file)}


@cache
def abbreviations() -> frozenset[str]:
    """All abbreviations, listed and learned, without their last period; no words after ordinals.

    Those that stand for one spelling only, without capitals, are not among them.
    """
    groups = abbreviation_groups()
    others = (words for name, words in groups.items() if name not in ("ordinal", "small"))
    return _learned("abbreviations").union(*others) - groups["ordinal"]


@cache
def starters() -> frozenset[str]:
    """Punkt's frequent sentence starters: words that follow a sentence end far above chance."""
    return _learned("starters")


@cache
def openers() -> frozenset[str]:
    """Lower-case words that open many sentences: "the", "he", "meanwhile"."""
    return _learned("openers")


@cache
def function_words() -> frozenset[str]:
    """The function words of all languages that are listed, in lower case."""
    file = "function_words.txt"
    return frozenset().union(*(word_set(file, language) for language in sections(file)))


@cache
def foreign_openers() -> frozenset[str]:
    """Function words of other languages that no name has in it: with a capital, they start one."""
    return function_words() - word_set("boundaries.txt", "particle") - openers()


@cache
def lower_case_words() -> frozenset[str]:
    """Words that news writes in lower case inside sentences."""
    return _learned("lowercase")


@cache
def capitalized_words() -> frozenset[str]:
    """Words, in lower case here, that news often writes with a capital inside sentences."""
    return _learned("capitalized")


def _learned(name: str) -> frozenset[str]:
    return frozenset(_parameters()[name].split())


@cache
def _parameters() -> dict[str, str]:
    """The words on each line of ``punkt.txt`` by the name that the line starts with."""
    named = (line.partition(" ") for line in entries("punkt.txt"))
    return {name: words for name, _, words in named}
