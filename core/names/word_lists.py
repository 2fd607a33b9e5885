"""The word lists of this room; ``data/README.md`` says what each holds."""

from newsbrief.text.packaged import word_set


def outside_names() -> frozenset[str]:
    """Words with a capital that are in no name, in lower case: "I", "October"."""
    return word_set("name_words.txt", "outside")


def weekdays() -> frozenset[str]:
    """Days of the week, in lower case: in names only beside other words."""
    return word_set("name_words.txt", "weekday")


def months_like_names() -> frozenset[str]:
    """Months that may be names, but not beside the figure of a day or a year: "june"."""
    return word_set("name_words.txt", "month")


def things() -> frozenset[str]:
    """First or last words of the names of things that never speak: "hurricane", "street"."""
    return word_set("name_words.txt", "thing")


def description_nouns(section: str) -> frozenset[str]:
    """The nouns of a section of ``description_nouns.txt``."""
    return word_set("description_nouns.txt", section)


def determiners() -> frozenset[str]:
    """Articles and possessives, in lower case."""
    return word_set("name_words.txt", "determiner")
