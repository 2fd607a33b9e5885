"""Sentences of labelled articles put in shapes that are rare in them, and often misread.

What a reader labelled stays as it is. "Lee said the quay is safe." becomes "Although Lee said the
quay is safe, ..." with a sentence of the writer behind it, or "Lee, who said the quay is safe,
..."; a speech tag gets an adverb or a place ("said Lee on Sunday"); a quotation is split around its
tag. Words that a shape needs are slots of ``constructions.txt``.

    python -m train.variations --data DATA

prints some of them.
"""

import random
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from .arguments import paths
from .constructions import add_line, empty_row, slots
from .marked_sentences import MARKS, Marked, marked_sentences
from .rows import Row
from .split import READERS, facts_split

MAX_LINES = 4  # of a text
VARIED = 0.6  # share of the sentences that are put in another shape
APPOSED = 0.4  # share of the speakers that get an apposition of another
NOT_SAID, BEHIND = 0.2, 0.2  # shares of the clauses that say what nobody does, and that come last
CLAUSES = 0.3  # share of the adjuncts that are clauses
GOES_ON = 0.3  # share of them that another sentence follows
WRITERS_WORDS = range(4, 26)  # of a sentence of the writer
NEAR = 4  # sentences before and after one, from which the writer's are taken
MAX_ADJUNCT_WORDS = 5
MIN_ADVERBS, MIN_ADVERB_LETTERS = 8, 6  # occurrences and letters of an adverb

_FORWARD = re.compile(r"\[s [^]“”\"]+\] \[c [^]]+\] (?:that )?\[k [^]“”\"‘]+\]")
_INVERTED = re.compile(r"(\[k [^]]+\] \[c \w+\] \[s [^],]+\])(?:, [^][]*)?")
_QUOTED = re.compile(
    r"\[k ([“\"‘'])([^]“”\"‘]+),([”\"’'])\] (\[c \w+\] \[s [^]]+\]|\[s [^]]+\] \[c \w+\])"
)
_ADJUNCTS = (
    re.compile(r"^\[k [^]]+\] \[c \w+\] \[s [^]]+\] ([^][“”\"]+)$"),
    re.compile(r"\[c \w+\] ([^][“”\",]+?) (?:that )?\[k "),
)
_ABOUT = re.compile(r"(\[s .*\] \[c .*\] (?:that )?\[k )(?:he|she|it) (.*\])")
_APPOSITION = re.compile(r"\[s [^],]+(, [^]“”\"]+)\]")
_NEW_PART = re.compile(
    r",? (?=(?:it|he|she|they|we|I|you|but|and|is|was|because|that|if|when|the|there|this|not|so|or"
    r"|to|who|it's|it’s)\b)"
)


@dataclass
class Bank:
    """What stands in labelled articles, marked as in ``constructions.txt``."""

    # "[s ...] [c said] [k ...]", with the writer's sentences near it
    forward: list[tuple[str, list[str]]] = field(default_factory=list)
    of_people: list[str] = field(default_factory=list)  # those of people, and of others
    of_others: list[str] = field(default_factory=list)
    about: list[tuple[str, ...]] = field(default_factory=list)  # up to a "he" or "it", and behind
    inverted: list[str] = field(default_factory=list)  # "[k ...] [c said] [s ...]"
    quoted: list[tuple[str, ...]] = field(default_factory=list)  # marks and words, and the tag
    writers: list[str] = field(default_factory=list)  # sentences in which nobody says anything
    who_does: list[str] = field(default_factory=list)  # those about "he" or "she", without it
    which_does: list[str] = field(default_factory=list)  # those about "it"
    appositions: list[str] = field(default_factory=list)  # ", a teacher from Leeds"
    adjuncts: list[str] = field(default_factory=list)  # "on Sunday", "quietly"


def main() -> None:
    args = paths(__doc__, "data").parse_args()
    bank = collected(facts_split(args.data)[READERS].training)
    rng = random.Random(1)
    for _ in range(40):
        print(varied(bank, rng))


def collected(rows: Iterable[Row]) -> Bank:
    """What can be put in other shapes in ``rows`` of ``readers/``."""
    bank, adjuncts, words = Bank(), set[str](), Counter[str]()
    starts = set(slots()["START"])
    for row in rows:
        words.update(re.findall(r"\b[a-z]+\b", row["text"]))
        sentences = list(marked_sentences(row))
        own = [each.words if _is_writers(each, starts) else "" for each in sentences]
        for sentence in filter(None, own):
            _add_writers(bank, sentence)
        for place, each in enumerate(sentences):
            if each.is_said:
                near = own[max(place - NEAR, 0) : place + NEAR + 1]
                _add_said(bank, each, list(filter(None, near)))
                adjuncts.update(
                    found[1] for form in _ADJUNCTS if (found := form.search(each.words))
                )
    short = (adjunct for adjunct in adjuncts if len(adjunct.split()) <= MAX_ADJUNCT_WORDS)
    bank.adjuncts = sorted({*short, *(word for word in words if _is_adverb(word, words))})
    return bank


def _is_writers(sentence: Marked, starts: set[str]) -> bool:
    """Whether ``sentence`` is the writer's own, and can follow a clause."""
    words = sentence.words.split()
    follows = bool(words) and (words[0] in starts or words[0][0].isupper())
    return not sentence.is_said and follows and len(words) in WRITERS_WORDS


def _is_adverb(word: str, words: Counter[str]) -> bool:
    """Whether ``word`` is an adjective of ``words`` with "ly": "quietly", "wearily"."""
    frequent = words[word] >= MIN_ADVERBS and len(word) >= MIN_ADVERB_LETTERS
    return frequent and word.endswith("ly") and bool({word[:-2], f"{word[:-3]}y"} & words.keys())


def _add_writers(bank: Bank, sentence: str) -> None:
    bank.writers.append(sentence)
    subject, _, predicate = sentence.partition(" ")
    if subject in ("he", "she"):
        bank.who_does.append(predicate)
    elif subject == "it":
        bank.which_does.append(predicate)


def _add_said(bank: Bank, sentence: Marked, near: list[str]) -> None:
    words = sentence.words
    if _FORWARD.fullmatch(words):
        bank.forward.append((words, near))
        is_noun = " " in words.partition("]")[0].removeprefix("[s ")
        if is_noun or words[len("[s ")].isupper():
            of_person = sentence.type in ("person", "unnamed")
            (bank.of_people if of_person else bank.of_others).append(words)
        if about := _ABOUT.fullmatch(words):
            bank.about.append(about.groups())
    elif inverted := _INVERTED.fullmatch(words):
        bank.inverted.append(inverted[1])
    if quoted := _QUOTED.fullmatch(words):
        bank.quoted.append(quoted.groups())
    bank.appositions += _APPOSITION.findall(words)


def texts(bank: Bank, count: int, rng: random.Random) -> list[Row]:
    """``count`` labelled texts of varied sentences and others, of which only spans are known."""
    out = []
    for number in range(count):
        row = empty_row(number)
        for _ in range(rng.randint(1, MAX_LINES)):
            as_it_was = rng.choice((rng.choice(bank.forward)[0], rng.choice(bank.writers)))
            line = varied(bank, rng) if rng.random() < VARIED else f"{as_it_was}."
            add_line(row, line, rng)
        out.append(row)
    return out


def varied(bank: Bank, rng: random.Random) -> str:
    """A sentence of ``bank`` in another shape, marked."""
    return rng.choice((_with_adjunct, _subordinate, _relative, _split))(bank, rng)


def _with_adjunct(bank: Bank, rng: random.Random) -> str:
    """ "..., said Lee on Sunday": where nobody else is named, nor another thing said."""
    if rng.random() < CLAUSES:
        joint, subject = rng.choice(slots()["JOINT"]), rng.choice(("he", "she"))
        adjunct = f"{joint} {subject} {rng.choice(bank.who_does)}"
    else:
        adjunct = rng.choice(rng.choice((bank.adjuncts, slots()["ADV"])))
    goes_on = f" {_capital(rng.choice(bank.writers))}." if rng.random() < GOES_ON else ""
    comma = rng.choice(("", "", "", ","))
    return f"{rng.choice(bank.inverted)}{comma} {adjunct}.{goes_on}"


def _subordinate(bank: Bank, rng: random.Random) -> str:
    """ "Although Lee said ..., the quay sank": what the writer says is no part of the claim."""
    said, near = rng.choice(bank.forward)
    writers = rng.choice(near or bank.writers)
    chance = rng.random()
    if chance < NOT_SAID:
        return f"{rng.choice(slots()['NOT_SAID'])} {MARKS.sub('', said)}, {writers}."
    subordinator = rng.choice(slots()["SUBORDINATOR"])
    if chance < NOT_SAID + BEHIND:
        return f"{_capital(writers)}, {subordinator.lower()} {said}."
    return f"{subordinator} {said}, {writers}."


def _relative(bank: Bank, rng: random.Random) -> str:
    """ "The quay, which Lee said was safe, sank", "Lee, who said it was safe, left"."""
    who, does, said = rng.choice(
        (("who", bank.who_does, bank.of_people), ("which", bank.which_does, bank.of_others))
    )
    main = rng.choice(does)
    if rng.random() < 1 / 2:
        front, rest = rng.choice(bank.about)
        return f"[k {_capital(_noun(bank, rng))}], {who} {front}{rest}, {main}."
    source, _, rest = rng.choice(said).partition("]")
    return f"[s {_capital(source.removeprefix('[s '))}], {who}{rest}, {main}."


def _noun(bank: Bank, rng: random.Random) -> str:
    """Whom an apposition names, or a noun of the slots."""
    noun: str = rng.choice(bank.appositions).split(",")[1].strip()
    return rng.choice(slots()["NOUN"]) if noun.startswith("wh") or rng.random() < 1 / 2 else noun


def _split(bank: Bank, rng: random.Random) -> str:
    """ "'The quay,' said Lee, a teacher, 'is safe.'": the last words are the source's again."""
    opening, words, closing, tag = rng.choice(bank.quoted)
    if rng.random() < APPOSED and "," not in tag and tag.startswith("[c"):
        tag = f"{tag[:-1]}{rng.choice(bank.appositions)}]"
    places = [place.span() for place in _NEW_PART.finditer(words)]
    if not places:
        return f"[k {opening}{words},{closing}] {tag}."
    end, start = rng.choice((rng.choice(places), places[-1]))
    first, second = words[:end], words[start:]
    return f"[k {opening}{first},{closing}] {tag}, [k {opening}{second}.{closing}]"


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


if __name__ == "__main__":
    main()
