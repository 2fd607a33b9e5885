"""Learn Punkt's parameters from raw news text: train/punkt.py DATA > core/data/punkt.txt.

DATA is the folder that holds polnear/ and summaries/. Nothing but NLTK's own trainer learns; the
one change is that an orthographic context counts only where it is not a rarity of the word
(``RARE``), since in 17 MB nearly every word turns up once in a headline with a capital.
"""

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from nltk.tokenize.punkt import PunktParameters, PunktTrainer

SOURCES = {
    "polnear/train.jsonl": "text",
    "summaries/cnndm_train.jsonl": "article",
    "summaries/cnndm_llm_refs.jsonl": "article",
    "summaries/cnn_short.jsonl": "article",
}
RARE = 0.03  # a context with a smaller share of a word's occurrences is noise
SEEN = 3  # a word seen less often has no context worth shipping


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
            total = counts.total()
            if total >= SEEN:
                found[word] = sum(f for f, n in counts.items() if n >= RARE * total)
        return found


def texts(data: Path) -> Iterator[str]:
    for name, key in SOURCES.items():
        with (data / name).open(encoding="utf-8") as rows:
            for row in rows:
                yield json.loads(row)[key]


def main() -> None:
    trainer = PunktTrainer()
    params = trainer._params = CountedParameters()  # noqa: SLF001
    for text in texts(Path(sys.argv[1])):
        trainer.train(text, finalize=False)
    trainer.finalize_training()
    words_of = defaultdict(list)
    for word, flags in params.contexts().items():
        words_of[flags].append(word)
    print("# Made by train/punkt.py; see README.md.")
    print("abbreviations", *sorted(params.abbrev_types))
    print("starters", *sorted(params.sent_starters))
    print("collocations", *sorted(f"{a}|{b}" for a, b in params.collocations))
    for flags, words in sorted(words_of.items()):
        print(flags, *sorted(words))


if __name__ == "__main__":
    main()
