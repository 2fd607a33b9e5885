"""Learn Punkt's parameters from raw news text: train/punkt.py DATA > core/data/punkt.txt.

DATA is the folder that holds polnear/ and summaries/. NLTK's own trainer learns. What it learns
is then cleaned of what 17 MB of news bring by chance: nearly every word turns up once with a
capital inside a headline, and footballers open many sentences.
"""

import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from nltk.tokenize.punkt import PunktParameters, PunktToken, PunktTrainer

SOURCES = {
    "polnear/train.jsonl": "text",
    "summaries/cnndm_train.jsonl": "article",
    "summaries/cnndm_llm_refs.jsonl": "article",
    "summaries/cnn_short.jsonl": "article",
}
SEEN = 5  # a word seen less often has no context worth shipping
RARE = 0.1  # smaller shares of a word's occurrences at a sentence's start, or inside, are noise
ABBREVIATION = re.compile(r"[^\W\d_]+(?:[.&-][^\W\d_]+)*")
COLLOCATION = 15  # times that a pair must have been seen
OPENINGS = 30  # sentences that a word must open to be a mark of one

CAPITALS_FOLLOW = frozenset("\"'“‘`:")

_UPPER = {1: 1 << 1, 2: 1 << 2, 3: 1 << 3}  # first, inside, unknown: nltk's orthographic flags
_LOWER = {1: 1 << 4, 2: 1 << 5, 3: 1 << 6}


class CountedParameters(PunktParameters):
    """Punkt's parameters, with a count for every context in which a word was seen."""

    def __init__(self) -> None:
        super().__init__()
        self.counts: defaultdict[str, Counter[int]] = defaultdict(Counter)

    def add_ortho_context(self, typ: str, flag: int) -> None:
        self.counts[typ][flag] += 1

    def contexts(self) -> dict[str, int]:
        """Each word's contexts as Punkt's flags, rare ones left out."""
        found = {}
        for word, counts in self.counts.items():
            if counts.total() < SEEN or not word[0].isalpha():
                continue
            flags = 0
            for place in _UPPER:
                pair = counts[_UPPER[place]], counts[_LOWER[place]]
                for flag, n in zip((_UPPER[place], _LOWER[place]), pair, strict=True):
                    if n and n >= RARE * sum(pair):
                        flags |= flag
            found[word] = flags
        return found

    def openers(self, contexts: Mapping[str, int]) -> list[str]:
        """Words that open many sentences and are written small inside them."""
        mark, capital = _UPPER[1], _UPPER[2]
        return sorted(
            word
            for word, flags in contexts.items()
            if self.counts[word][mark] >= OPENINGS and flags & _LOWER[2] and not flags & capital
        )


class Trainer(PunktTrainer):
    """NLTK's trainer, blind to the capital of a word after a quotation mark or a colon."""

    MIN_COLLOC_FREQ = COLLOCATION

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
    contexts = params.contexts()
    lower = sum(_LOWER.values())
    print("# Made by train/punkt.py; see README.md.")
    print(
        "abbreviations",
        *sorted(
            a for a in params.abbrev_types if ABBREVIATION.fullmatch(a) and seen[a + "."] >= SEEN
        ),
    )
    print("starters", *sorted(w for w in params.sent_starters if contexts.get(w, 0) & lower))
    print("openers", *params.openers(contexts))
    print("collocations", *sorted(f"{a}|{b}" for a, b in params.collocations))
    words_of = defaultdict(list)
    for word, flags in contexts.items():
        words_of[flags].append(word)
    for flags, words in sorted(words_of.items()):
        print(flags, *sorted(words))


if __name__ == "__main__":
    main()
