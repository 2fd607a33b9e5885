"""Learn Punkt's parameters from raw news text: train/punkt.py DATA > core/data/punkt.txt.

DATA is the folder that holds polnear/ and summaries/. NLTK's own trainer learns (Kiss and Strunk,
"Unsupervised Multilingual Sentence Boundary Detection", 2006). What it learns is then cleaned of
what 17 MB of news bring by chance: nearly every word turns up once with a capital inside a
headline, and footballers open many sentences.
"""

import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from nltk.tokenize.punkt import PunktParameters, PunktToken, PunktTrainer

SOURCES = {
    "polnear/train.jsonl": "text",
    "summaries/cnndm_train.jsonl": "article",
    "summaries/cnndm_llm_refs.jsonl": "article",
    "summaries/cnn_short.jsonl": "article",
}
MIN_LOWER_CASE = 5  # times that a word must be seen in lower case to be listed
MIN_CAPITALIZED = 10  # the same with a capital inside sentences; 5 would double the list
MIN_ABBREVIATION = 5
MIN_OPENED_SENTENCES = 30
MAX_CAPITAL_SHARE = 0.1  # of a lower-case word's uses inside sentences: headlines, titles
ABBREVIATION = re.compile(r"[^\W\d_]+(?:[.&-][^\W\d_]+)*")

CAPITALS_FOLLOW = frozenset("\"'“‘`:")

# NLTK's orthographic flags: a word's case where it opens a sentence, inside one, and after an
# abbreviation or an ellipsis.
FIRST_UPPER, INSIDE_UPPER, UNSURE_UPPER = 1 << 1, 1 << 2, 1 << 3
FIRST_LOWER, INSIDE_LOWER, UNSURE_LOWER = LOWER = (1 << 4, 1 << 5, 1 << 6)


class CountedParameters(PunktParameters):  # type: ignore[misc]  # NLTK has no types
    """Punkt's parameters, with a count for every context in which a word was seen."""

    def __init__(self) -> None:
        super().__init__()
        self.counts: defaultdict[str, Counter[int]] = defaultdict(Counter)

    def add_ortho_context(self, typ: str, flag: int) -> None:
        self.counts[typ][flag] += 1

    def lower_case(self) -> list[str]:
        """Words written in lower case: with a capital they start a sentence."""
        return sorted(
            word
            for word, counts in self.counts.items()
            if word[0].isalpha()
            and sum(counts[flag] for flag in LOWER) >= MIN_LOWER_CASE
            and counts[INSIDE_UPPER]
            < MAX_CAPITAL_SHARE * (counts[INSIDE_UPPER] + counts[INSIDE_LOWER])
        )

    def capitalized(self) -> list[str]:
        """Plain words often seen with a capital that does not start a sentence."""
        lower_case = set(self.lower_case())
        return sorted(
            word
            for word, counts in self.counts.items()
            if word[0].isalpha()
            and "." not in word
            and word not in lower_case
            and counts[INSIDE_UPPER] + counts[UNSURE_UPPER] >= MIN_CAPITALIZED
        )

    def openers(self) -> list[str]:
        """Words that open many sentences and are written in lower case inside them."""
        return [
            word
            for word in self.lower_case()
            if self.counts[word][FIRST_UPPER] >= MIN_OPENED_SENTENCES
        ]


class Trainer(PunktTrainer):  # type: ignore[misc]
    """NLTK's trainer, blind to the capital of a word after a quotation mark or a colon."""

    def _get_orthography_data(self, tokens: Iterable[PunktToken]) -> None:
        before = ""
        kept = []
        for token in tokens:
            if before not in CAPITALS_FOLLOW:
                kept.append(token)
            before = token.tok
        super()._get_orthography_data(kept)


def texts(data: Path) -> Iterator[str]:
    for name, key in SOURCES.items():
        with (data / name).open(encoding="utf-8") as rows:
            for row in rows:
                yield json.loads(row)[key]


def main() -> None:
    trainer = Trainer()
    params = trainer._params = CountedParameters()  # noqa: SLF001 - it offers no other way in
    for text in texts(Path(sys.argv[1])):
        trainer.train(text, finalize=False)
    trainer.finalize_training()

    counts = trainer._type_fdist  # noqa: SLF001
    lower_case = params.lower_case()
    print("# Made by train/punkt.py; see README.md.")
    print(
        "abbreviations",
        *sorted(
            word
            for word in params.abbrev_types
            if len(word) > 1
            and ABBREVIATION.fullmatch(word)
            and counts[word + "."] >= MIN_ABBREVIATION
        ),
    )
    print("starters", *sorted(params.sent_starters.intersection(lower_case)))
    print("openers", *params.openers())
    print("lowercase", *lower_case)
    print("capitalized", *params.capitalized())


if __name__ == "__main__":
    main()
