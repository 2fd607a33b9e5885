"""Transcripts in other layouts: the same turns with other labels, marks, time stamps and lines.

A layout says how a label is written. Between some turns, and after the last, stand paragraphs that
nobody says.
"""

import random
import re
from itertools import pairwise
from typing import NamedTuple

from .rows import Row

LAYOUTS = (
    "{name}: {words}",
    "{name}: {words}",
    "{NAME}: {words}",
    "{NAME}{title}: {words}",
    "{name}{title}: {words}",
    "**{name}:** {words}",
    "**{name}**: {words}",
    "**{name}** {words}",
    "*{name}*: {words}",
    "- {name}: {words}",
    "{name} — {words}",
    "{name} – {words}",
    "{name}{title} – {words}",
    "**{name}** – {words}",
    "{courtesy}{NAME}. {words}",
    "{courtesy}{name}. {words}",
    "[{time}] {NAME}: {words}",
    "[{time}] {name}: {words}",
    "{time} {name}: {words}",
    "{NAME} ({time}): {words}",
    "{NAME} [{time}]: {words}",
    "**{name} [{time}]** {words}",
    "{name}\n{words}",
    "{name}\n\n{words}",
    "{name}:\n{words}",
    "{name}:\n\n{words}",
    "**{name}**\n\n{words}",
    "**{name}:**\n\n{words}",
    "{NAME}{title}\n\n{words}",
    "{name}{title}\n{words}",
    "{name} {time}\n{words}",
    "{name} ({time})\n{words}",
    "{time}\n{name}\n{words}",
    "[{time}]\n{name}\n{words}",
    "{name}\n{time}\n{words}",
    "[{time}] {name}\n{words}",
)
QUESTION_LAYOUTS = (
    "**{words}**\n\n",
    "**{words}**\n",
    "{words}\n\n",
    "{words}\n",
    "_{words}_\n\n",
    "Q {words}\n",
)
TITLES = (
    ", HOST",
    ", Mayor",
    " (through translator)",
    ", Chief Executive Officer",
    " (D-Sorne)",
    " [through an interpreter]",
    " – Analyst, Corbel Bank",
    ", police officer",
    " (on camera)",
)
COURTESIES = ("Mr. ", "Ms. ", "The ", "Senator ", "Dr. ", "Chairman ")
NARRATION = (
    "This interview has been edited for length and clarity.",
    "The hearing was adjourned at noon.",
    "The programme is on air every Thursday.",
    "Tickets cost £6. The box office opens at nine.",
    "{name} went back to work after that.",
    "The council did not reply to a request for comment.",
    "{name} pours another cup of tea and looks out of the window.",
    "At this point {name} asks for the list, and we wait for it for some minutes.",
    "{name} laughs. It takes a while until the tape runs again.",
    "The prime minister’s office, shown this passage, did not reply.",
    "Her name is not known. She did not want to talk to us.",
    "WHAT THE BOARD SAYS",
    "Do you have a tale like this one? Write to us and you could win a year’s supply of tea.",
    "The interview took place on Monday. {name} later allowed us to print it.",
    "{name} does not advertise. The work comes by itself, usually in May.",
    "“It was a long day,” {name} said later.",
)
DIRECTIONS = ("(LAUGHTER)", "[Applause]", "(END VIDEO CLIP)")
SENTENCE_ENDS = (".", "?", "!", "…", "”")
MIN_TURNS = 3
# Shares of the copies, of the turns and of the paragraphs.
SHORTENED, INTRODUCED, AS_QUESTIONS = 0.4, 0.6, 0.6
DENSE, SHORT_NAMES, ALWAYS_TITLED = 0.2, 0.3, 0.3
NARRATED, SELDOM_NARRATED, DIRECTED = 0.1, 0.02, 0.04
CUT = 0.35

_BETWEEN_SENTENCES = re.compile(r"(?<=[.!?…]) ")


class Turn(NamedTuple):
    """A turn by its speaker, None where nobody is named, and the paragraphs said."""

    speaker: str | None
    words: list[str]


def in_other_layouts(row: Row, rng: random.Random, count: int) -> list[Row]:
    """``row``, a labelled transcript, in ``count`` other layouts."""
    title, turns = _turns(row)
    named = [turn for turn in turns if turn.speaker]
    if len(named) < MIN_TURNS:
        return []
    return [_written(title, _excerpt(named, rng), rng) for _ in range(count)]


def _excerpt(turns: list[Turn], rng: random.Random) -> list[Turn]:
    """Some turns on end, or all of them."""
    count = rng.randrange(MIN_TURNS, len(turns) + 1)
    first = rng.randrange(len(turns) - count + 1)
    return turns[first : first + count] if rng.random() < SHORTENED else turns


def _turns(row: Row) -> tuple[str, list[Turn]]:
    """The title of ``row``, which is its first line, and its turns."""
    text = row["text"]

    def words(start: int, end: int) -> str:
        return " ".join(text[start:end].split())

    return text.partition("\n")[0], [
        Turn(
            words(*turn["source"][0]) if turn["source"] else None,
            [words(*span) for span in turn["claim"]],
        )
        for turn in row["attributions"]
    ]


def _paragraphs(words: list[str], rng: random.Random) -> list[str]:
    """``words`` as whole sentences, with some paragraphs cut in two between sentences."""
    cut: list[str] = []
    for paragraph in words:
        whole = paragraph if paragraph.endswith(SENTENCE_ENDS) else f"{paragraph}."
        sentences = _BETWEEN_SENTENCES.split(whole)
        at = rng.randrange(1, len(sentences)) if len(sentences) > 1 else 0
        if at and rng.random() < CUT:
            cut += [" ".join(sentences[:at]), " ".join(sentences[at:])]
        else:
            cut.append(whole)
    return cut


class _Copy:
    """A transcript that is being written: its text so far, and the turns in it."""

    def __init__(self, title: str) -> None:
        self.text = f"{title}\n\n"
        self.turns: list[Row] = []

    def add_turn(self, label: str, speaker: str | None) -> None:
        """A turn whose label, which shows ``speaker``, stands before the words said."""
        source = None
        if speaker:
            start = len(self.text) + label.index(speaker)
            source = [[start, start + len(speaker)]]
        self.text += label
        self.turns.append({"source": source, "claim": []})

    def add_words(self, words: str, separator: str) -> None:
        """A paragraph of the last turn."""
        self.turns[-1]["claim"].append([len(self.text), len(self.text) + len(words)])
        self.text += words + separator

    def add_line(self, line: str) -> None:
        """A paragraph that is nobody's words."""
        self.text = self.text.rstrip("\n") + f"\n\n{line}\n\n"


def _written(title: str, turns: list[Turn], rng: random.Random) -> Row:
    """The turns in a layout that is drawn."""
    askers = {turn.speaker for turn in turns if turn.words[-1].endswith("?")}
    speakers = sorted({turn.speaker for turn in turns if turn.speaker})
    person = rng.choice([name for name in speakers if " " in name] or ["Ann Hale"]).title()
    copy = _Copy(title.strip("#* "))
    if rng.random() < INTRODUCED:
        copy.add_line(f"{person} has much to say. We met on Monday in the town hall.")
    if len(askers) == 1 and len(speakers) == 2 and rng.random() < AS_QUESTIONS:
        _write_questions(copy, turns, askers, person, rng)
    else:
        _write_labels(copy, turns, person, rng)
    for _ in range(rng.choice((0, 1, 2))):
        copy.add_line(rng.choice(NARRATION).format(name=person.rpartition(" ")[2]))
    return {"text": copy.text, "attributions": copy.turns}


def _write_questions(
    copy: _Copy, turns: list[Turn], askers: set[str | None], person: str, rng: random.Random
) -> None:
    """The questions without a name, each before its answer."""
    layout = rng.choice(QUESTION_LAYOUTS)
    for asked, answered in pairwise(turns):
        question = " ".join(asked.words)
        if asked.speaker in askers and answered.speaker not in askers and question.endswith("?"):
            copy.add_turn(layout.format(words=question), None)
            for words in _paragraphs(answered.words, rng):
                copy.add_words(words, "\n\n")
            if rng.random() < NARRATED:
                copy.add_line(rng.choice(NARRATION).format(name=person.rpartition(" ")[2]))


def _write_labels(copy: _Copy, turns: list[Turn], person: str, rng: random.Random) -> None:
    """The turns with labels of one layout."""
    layout = rng.choice(LAYOUTS)
    narrated = SELDOM_NARRATED if "{NAME}" in layout else NARRATED
    is_dense = layout.startswith("{name}:") and rng.random() < DENSE
    surname_alone, always_titled = rng.random() < SHORT_NAMES, rng.random() < ALWAYS_TITLED
    titles = {turn.speaker: rng.choice(TITLES) for turn in turns}
    seconds = rng.randrange(60)
    named: set[str | None] = set()
    for turn in turns:
        name = turn.speaker or ""
        if surname_alone and turn.speaker in named:
            name = name.rpartition(" ")[2]
        seconds += rng.randrange(3, 40)
        label = layout.removesuffix("{words}").format(
            name=name,
            NAME=name.upper(),
            time=f"{seconds // 60:02}:{seconds % 60:02}",
            title="" if turn.speaker in named and not always_titled else titles[turn.speaker],
            courtesy=rng.choice(COURTESIES) if len(name) > 1 else "",
        )
        copy.add_turn(label, name if name in label else name.upper())
        *first, last = _paragraphs(turn.words, rng)
        for words in first:
            copy.add_words(words, "\n\n")
        copy.add_words(last, "\n" if is_dense else "\n\n")
        named.add(turn.speaker)
        if rng.random() < narrated:
            copy.add_line(rng.choice(NARRATION).format(name=person.rpartition(" ")[2]))
        elif rng.random() < DIRECTED:
            copy.add_line(rng.choice(DIRECTIONS))
