"""Learn the parameters of the Punkt sentence splitter (Kiss and Strunk 2006) from raw news.

    python -m train.punkt --data DATA --out punkt.txt

NLTK's own trainer does the learning. Words that it knows only by chance are then left out: in
17 MB of news nearly every word stands capitalised in some headline, and the names of footballers
open many sentences.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable

from nltk.tokenize.punkt import PunktParameters, PunktToken, PunktTrainer

from .arguments import paths
from .rows import text_of
from .split import POLNEAR, SUMMARIES, unreported

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
    """NLTK's trainer, without words after a quotation mark or a colon, which may be capitals."""

    def _get_orthography_data(self, tokens: Iterable[PunktToken]) -> None:
        before = ""
        kept = []
        for token in tokens:
            if before not in CAPITALS_FOLLOW:
                kept.append(token)
            before = token.tok
        super()._get_orthography_data(kept)


def main() -> None:
    args = paths(__doc__, "data", "out").parse_args()
    texts = [text_of(row) for _, row in unreported(args.data, POLNEAR, *SUMMARIES)]
    args.out.write_text(learn(texts), encoding="utf-8")


def learn(texts: Iterable[str]) -> str:
    """The text of punkt.txt, learned from ``texts``."""
    trainer = Trainer()
    params = trainer._params = CountedParameters()  # noqa: SLF001 - it offers no other way in
    for text in texts:
        trainer.train(text, finalize=False)
    trainer.finalize_training()

    occurrences = trainer._type_fdist  # noqa: SLF001
    abbreviations = sorted(
        word
        for word in params.abbrev_types
        if len(word) > 1
        and ABBREVIATION.fullmatch(word)
        and occurrences[word + "."] >= MIN_ABBREVIATION
    )
    lower_case = params.lower_case()
    named = {
        "abbreviations": abbreviations,
        "starters": sorted(params.sent_starters.intersection(lower_case)),
        "openers": params.openers(),
        "lowercase": lower_case,
        "capitalized": params.capitalized(),
    }
    lines = [" ".join([name, *words]) for name, words in named.items()]
    return "\n".join(["# Made by train/punkt.py; see README.md.", *lines, ""])


if __name__ == "__main__":
    main()
