"""The word lists of this room, by their headings; ``data/README.md`` says what each holds."""

from functools import partial

from newsbrief.text.packaged import word_set

name_words = partial(word_set, "name_words.txt")
description_nouns = partial(word_set, "description_nouns.txt")
