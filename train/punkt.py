"""Learn Punkt's parameters from raw news text: train/punkt.py DATA > core/data/punkt.txt.

DATA is the folder that holds polnear/ and summaries/. NLTK's own trainer learns. What it learns
is then cleaned of what 17 MB of news bring by chance: nearly every word turns up once with a
capital inside a headline, and footballers open many sentences.
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
SEEN = 5  # a word seen less often is not worth shipping
RARE = 0.1  # share of capitals inside sentences that headlines and titles bring by chance
ABBREVIATION = re.compile(r"[^\W\d_]+(?:[.&-][^\W\d_]+)*")
OPENINGS = 30  # sentences that a word must open to be a mark of one

CAPITALS_FOLLOW = frozenset("\"'“‘`:")

_UPPER = {1: 1 << 1, 2: 1 << 2, 3: 1 << 3}  # first, inside, unknown: NLTK's orthographic flags
_LOWER = {1: 1 << 4, 2: 1 << 5, 3: 1 << 6}


class CountedParameters(PunktParameters):  # type: ignore[misc]  # NLTK has no types
    """Punkt's parameters, with a count for every context in which a word was seen."""

    def __init__(self) -> None:
        super().__init__()
        self.counts: defaultdict[str, Counter[int]] = defaultdict(Counter)

    def add_ortho_context(self, typ: str, flag: int) -> None:
        self.counts[typ][flag] += 1

    def small(self) -> list[str]:
        """Words written small: all that Punkt's orthographic heuristic tells apart."""
        return sorted(
            word
            for word, counts in self.counts.items()
            if word[0].isalpha()
            and sum(counts[flag] for flag in _LOWER.values()) >= SEEN
            and counts[_UPPER[2]] < RARE * (counts[_UPPER[2]] + counts[_LOWER[2]])
        )

    def openers(self) -> list[str]:
        """Words that open many sentences and are written small inside them."""
        return [word for word in self.small() if self.counts[word][_UPPER[1]] >= OPENINGS]


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

    seen = trainer._type_fdist  # noqa: SLF001
    small = params.small()
    print("# Made by train/punkt.py; see README.md.")
    print(
        "abbreviations",
        *sorted(
            word
            for word in params.abbrev_types
            if len(word) > 1 and ABBREVIATION.fullmatch(word) and seen[word + "."] >= SEEN
        ),
    )
    print("starters", *sorted(params.sent_starters.intersection(small)))
    print("openers", *params.openers())
    print("small", *small)


if __name__ == "__main__":
    main()
