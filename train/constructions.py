"""Short texts of our own with the sentences that readers stumble over, labelled by construction.

``constructions.txt`` has them as templates: what the writer says beside what another says, claims
in relative clauses, the circumstances of saying, quotations in pieces. Such sentences are rare in
the labelled news.

    python -m train.constructions

prints some of the texts.
"""

import random
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from newsbrief.text.gazetteer import first_names

from .rows import Row

TEMPLATES = Path(__file__).with_name("constructions.txt")
ORIGIN = "constructions"
MAX_LINES = 5  # of a text
SAME_PARAGRAPH = 0.3  # share of the lines that go on in the paragraph of the one before
TITLED = 0.15  # share of the sources by name that have a title
PRONOUNS = {"female": ("she", "her"), "male": ("he", "his")}

_SLOT = re.compile(r"\{(\w+)(!?)\}")
_MARK = re.compile(r"\[(?P<role>[sckry])(?P<number>\d*)(?P<inner>!?) |\]")
_KEYS = {"s": "source", "c": "cue", "k": "claim"}
_TOLD = {"r": "role", "y": "why"}


def main() -> None:
    for row in texts(5, random.Random(1)):
        print(row["text"], end="\n\n")
        for each in row["attributions"]:
            parts = ([row["text"][s:e] for s, e in each[key] or ()] for key in _KEYS.values())
            print("   ", *parts, "nested" if each["nested"] else "")


def texts(count: int, rng: random.Random) -> list[Row]:
    """``count`` labelled texts, as rows of ``readers/`` of which only the spans are known."""
    templates, of_slots = _templates()
    out = []
    for number in range(count):
        row = empty_row(number)
        for line in rng.choices(templates, k=rng.randint(1, MAX_LINES)):
            add_line(row, _Filler(of_slots, rng).fill(line), rng)
        out.append(row)
    return out


def empty_row(number: int) -> Row:
    """A row of ``readers/`` without a text, of which only the spans will be known."""
    row: Row = {"id": f"{ORIGIN}-{number}", "origin": ORIGIN, "text": "", "attributions": []}
    row |= {"read": [], "role": [], "why": []}  # where roles and reasons are marked, and those
    return row


def add_line(row: Row, marked: str, rng: random.Random) -> None:
    """Add a line whose parts are marked to ``row``: to its last paragraph, or as a new one."""
    gap = " " if rng.random() < SAME_PARAGRAPH and "|" not in marked else "\n\n"
    row["text"] += gap if row["text"] else ""
    _add(row, marked.replace("|", "\n\n"))


def slots() -> dict[str, list[str]]:
    """What may fill each slot of the templates."""
    return _templates()[1]


@cache
def _templates() -> tuple[list[str], dict[str, list[str]]]:
    """The templates, and what may fill each slot."""
    lines = TEMPLATES.read_text(encoding="utf-8").splitlines()
    lines = [line for line in lines if line and not line.startswith("#")]
    start = lines.index("[slots]")
    slots = {
        name.strip(): [value.strip() for value in values.split("|")]
        for name, values in (line.split(" =", 1) for line in lines[start + 1 :])
    }
    headings = re.compile(r"\[[^\]\[{]*\]")
    return [line for line in lines[:start] if not headings.fullmatch(line)], slots


class _Filler:
    """Fills the slots of one line: its people stay the same all through it."""

    def __init__(self, slots: Mapping[str, list[str]], rng: random.Random) -> None:
        self.slots, self.rng = slots, rng
        self.people: dict[str, tuple[str, str, str]] = {}  # first name, last name, gender

    def fill(self, line: str) -> str:
        """``line`` with its slots filled."""
        while _SLOT.search(line):
            line = _SLOT.sub(self._value, line, count=1)
        return line

    def _value(self, match: re.Match[str]) -> str:
        name, capital = match.groups()
        value = self._of(name)
        return value[:1].upper() + value[1:] if capital else value

    def _of(self, name: str) -> str:
        base = name.rstrip("23") or name
        first, last, gender = self._person(name[len(base) :])
        pronoun, possessive = PRONOUNS[gender]
        people = {
            "P": f"{first} {last}",
            "FIRST": first,
            "LAST": last,
            "PR": pronoun,
            "PO": possessive,
        }
        if base in people:
            return people[base]
        if base == "S":
            return self._source(first, last, gender)
        if base in ("Q", "q"):
            value = self.fill(self.rng.choice(self.slots["Q"]))
            return value if base == "Q" or value.startswith("I ") else value[:1].lower() + value[1:]
        value = self.rng.choice(self.slots[base])
        return f" {value}" if base == "T" and value else value

    def _person(self, key: str) -> tuple[str, str, str]:
        if key not in self.people:
            gender = self.rng.choice(sorted(PRONOUNS))
            names = [name for name, of in first_names().items() if of == gender]
            first = self.rng.choice(names).title()
            self.people[key] = first, self.rng.choice(self.slots["SURNAMES"]), gender
        return self.people[key]

    def _source(self, first: str, last: str, gender: str) -> str:
        """The words of a source: a name in some form, a role or a body."""
        title = self.rng.choice(
            ("Mr", "Mayor", "Dr") if gender == "male" else ("Ms", "Mayor", "Dr")
        )
        forms = (
            f"{first} {last}",
            f"{title} {first} {last}" if self.rng.random() < TITLED else f"{first} {last}",
            last,
            f"{title} {last}",
            self.rng.choice(self.slots["ROLE"]),
            self.rng.choice(self.slots["ROLE"]),
            self.rng.choice(self.slots["B"]),
        )
        return self.rng.choice(forms)


def _add(row: Row, marked: str) -> None:
    """Add a text whose parts are marked to ``row``, with a capital at its start."""
    text, at, begin = "", 0, len(row["text"])
    open_parts: list[tuple[str, str, bool, int]] = []
    attributions: dict[str, Row] = {}
    for match in _MARK.finditer(marked):
        text += marked[at : match.start()]
        at = match.end()
        if match["role"]:
            open_parts.append((match["role"], match["number"], bool(match["inner"]), len(text)))
            continue
        role, number, inner, start = open_parts.pop()
        if role in _TOLD:
            row[_TOLD[role]].append([begin + start, begin + len(text)])
            continue
        key = _KEYS[role]
        for one in number or " ":  # a source of several has the number of each
            empty: Row = {"source": None, "cue": None, "claim": [], "nested": inner}
            each = attributions.setdefault(one, empty)
            each[key] = [*(each[key] or ()), [begin + start, begin + len(text)]]
    text += marked[at:]
    if any(f"[{letter} " in marked for letter in _TOLD):
        row["read"].append([begin, begin + len(text)])
    row["text"] += text[:1].upper() + text[1:]
    row["attributions"] += attributions.values()


if __name__ == "__main__":
    main()
