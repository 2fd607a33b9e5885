"""Transcripts in other layouts: the same turns with other labels, marks, time stamps and lines.

A layout says how a label is written; what stands between the turns stays as it is. The labelled
transcript is taken apart into turns and other paragraphs, and put together anew.
"""

import random
import re
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
TITLES = (", HOST", ", Mayor", " (through translator)", ", Chief Executive Officer", " (D-Sorne)",
          " [through an interpreter]", " – Analyst, Corbel Bank", ", police officer", " (on camera)")  # fmt: skip
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


_SENTENCE_END = re.compile(r"(?<=[.!?…]) ")


MIN_TURNS = 3
SHORTENED = 0.4  # share of the copies


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
    text = row["text"]
    turns = [
        Turn(
            " ".join(text[slice(*each["source"][0])].split()) if each["source"] else None,
            [" ".join(text[start:end].split()) for start, end in each["claim"]],
        )
        for each in row["attributions"]
    ]
    return text.partition("\n")[0], turns


def _paragraphs(words: list[str], rng: random.Random) -> list[str]:
    """``words`` with some paragraphs cut in two between sentences."""
    cut: list[str] = []
    for paragraph in words:
        sentences = _SENTENCE_END.split(paragraph)
        if len(sentences) > 1 and rng.random() < 0.35:
            at = rng.randrange(1, len(sentences))
            cut += [" ".join(sentences[:at]), " ".join(sentences[at:])]
        else:
            cut.append(paragraph)
    return cut


def _written(title: str, turns: list[Turn], rng: random.Random) -> Row:
    askers = {turn.speaker for turn in turns if turn.words[-1].endswith("?")}
    answers = {turn.speaker for turn in turns} - askers
    as_questions = len(askers) == 1 and len(answers) == 1 and rng.random() < 0.6
    layout = rng.choice(LAYOUTS)
    question = rng.choice(QUESTION_LAYOUTS)
    separator = "\n\n" if not layout.startswith("{name}:") or rng.random() < 0.8 else "\n"
    surname_later = rng.random() < 0.3
    titles = {turn.speaker: rng.choice(TITLES) for turn in turns}
    always_titled = rng.random() < 0.3
    seen: set[str] = set()
    text = title.strip("#* ") + "\n\n"
    people = [turn.speaker for turn in turns if turn.speaker and " " in turn.speaker]
    person = rng.choice(people).title() if people else "Ann Hale"
    if rng.random() < 0.6:
        text += f"{person} has much to say. We met on Monday in the town hall.\n\n"
    attributions: list[dict[str, object]] = []
    seconds = rng.randrange(60)
    for position, turn in enumerate(turns):
        assert turn.speaker
        name = turn.speaker
        if surname_later and name in seen and name[0].isupper():
            name = name.split()[-1]
        first, *more = _paragraphs(turn.words, rng)
        ending = "" if first[-1] in ".?!…”" else "."
        if as_questions and turn.speaker in askers:
            if not turn.words[-1].endswith("?"):
                continue
            text += question.format(words=" ".join(turn.words))
            attributions.append({})
            continue
        if as_questions:
            start = len(text)
            if not attributions or attributions[-1]:
                continue
            text += f"{first}{ending}\n\n"
            attributions[-1] = {
                "source": None,
                "claim": [[start, start + len(first) + len(ending)]],
            }
        else:
            seconds += rng.randrange(3, 40)
            label, _, rest = layout.partition("{words}")
            label = label.format(
                name=name, NAME=name.upper(), time=f"{seconds // 60:02}:{seconds % 60:02}",
                title=titles[turn.speaker] if always_titled or turn.speaker not in seen else "",
                courtesy=rng.choice(COURTESIES) if len(name) > 1 else "",
            )  # fmt: skip
            shown = name if name in label else name.upper()
            start = len(text) + label.index(shown)
            text += label
            claim = [[len(text), len(text) + len(first) + len(ending)]]
            text += first + ending + (separator if not more else "\n\n")
            attributions.append({"source": [[start, start + len(shown)]], "claim": claim})
        for paragraph in more:
            ending = "" if paragraph[-1] in ".?!…”" else "."
            attributions[-1]["claim"].append([len(text), len(text) + len(paragraph) + len(ending)])
            text += paragraph + ending + "\n\n"
        seen.add(turn.speaker)
        if position + 1 == len(turns) or rng.random() < (0.02 if "{NAME}" in layout else 0.1):
            for _ in range(rng.choice((0, 1, 2) if position + 1 == len(turns) else (1,))):
                text = (
                    text.rstrip("\n")
                    + "\n\n"
                    + rng.choice(NARRATION).format(name=person.split()[-1])
                    + "\n\n"
                )
        elif rng.random() < 0.04:
            text = (
                text.rstrip("\n")
                + "\n\n"
                + rng.choice(("(LAUGHTER)", "[Applause]", "(END VIDEO CLIP)"))
                + "\n\n"
            )
    return {"id": "layout", "text": text, "attributions": [a for a in attributions if a]}
