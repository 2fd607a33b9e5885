"""Where sentences end: tables of hits and near misses, and what holds for any text."""

from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from newsbrief.reading.sentences import sentences, split
from newsbrief.spans import Span
from newsbrief.text.scripts import NO_WIDTH

# Each text is written with "|" where a sentence ends and another begins.
CASES = {
    "plain": "The vote was close.| It took an hour.",
    "question": "Who paid?| Nobody knows.",
    "exclamations": "Enough!!| They left.",
    "mixed marks": "Really?!| Yes.",
    "no mark at the end": "The vote was close.| It took",
    # Quotations
    "quoted question and its speaker": '"Are they dead?" Royce asked.',
    "quoted question, titled speaker": "“Who is next?” Dr. Ann Lee wondered aloud.| Nobody spoke.",
    "quoted question, speaker and place": "“Is it over?” Bell asked in court.| It was not.",
    "quoted question, small speaker": '"Are they dead?" asked Royce.',
    "quoted question, pronoun": '"Are they dead?" she asked.| He nodded.',
    "quoted question, no speaker": '"Are they dead?"| Royce left the room.',
    "quoted question, a new claim": '"Are they dead?"| Royce asked that the road be closed.',
    "quoted statement, then prose": '"I will."| She left.',
    "quoted statement, small word": 'She said, "This is it." and left.',
    "single quotes": "'I will.'| She left.",
    "single quotes, small word": "He said 'This is it.' and left.",
    "curly quotes": "“I will.”| She left.",
    "guillemets": "«Me voy.»| Salió del salón.",
    "spaced guillemets": "Il a dit « C’est fini. »| Le maire est parti.",
    "german quotes": "„Wir gehen.“| Der Rat schwieg.",
    "two sentences in a quote": "“I counted.| Nobody else did,” he said.",
    "next opens a quote": "He left.| “Not again,” she said.",
    "quote in a bracket": 'He left.| ("Again.")| She stayed.',
    # Abbreviations
    "title": "Gov. Kay Ivey met Sen. Bo Dunn.| Both smiled.",
    "titles in a row": "Lt. Gov. Ann Roe spoke.| No one heard.",
    "country before a noun": "The U.S. Treasury agreed.| The U.N. Security Council did not.",
    "country at the end": "He moved to the U.S.| The move was sudden.",
    "number": "He lives at No. 5 now.| No. 6 is empty.",
    "no, the word": "The answer was no.| Five members left.",
    "months": "It began on Jan. 3 and ended on Sept. 9.| Rain fell.",
    "a month at the end": "He will return in Nov.| The board agreed.",
    "time of day": "It starts at 5 p.m.| The doors open at 4.",
    "time of day, inside": "It starts at 5 p.m. Monday in the hall.",
    "time of day, then a name": "The vote is at 6 p.m.| Mr. Bell will speak.",
    "time of day, before its sentence": "At 6 p.m. Mr. Bell will speak.",
    "firm": "Bell Inc. said so.| Roe Corp. did not.",
    "firm at the end": "She sued Bell Inc.| The firm denied it.",
    "degree": "Ann Roe, Ph.D., spoke.| Bo Dunn, M.D., listened.",
    "initials": "J. K. Roe and W.R. Dunn met Arthur A. Hatch.| They ate.",
    "initial at the end": "They chose plan B.| The others went home.",
    "the pronoun": "We agree, you and I.| Did you know?",
    "state": "He is from Mobile, Ala., and she is from Miss.| They met here.",
    "a word spelled like a state": "He fell ill.| Smith took over.",
    "saint and street": "St. Paul is cold.| She lives on Main St.| The house is red.",
    "latin": "They sold fruit, e.g. apples, nuts, etc. at the door.",
    "versus": "It was Roe v. Dunn again.",
    "foreign": "El Sr. Ruiz habló con la Sra. Paz.| M. Roy est parti.",
    "german ordinal": "Der Rat tagt am 3. Mai wieder.| Das Bad bleibt zu.",
    # Figures, lists, addresses
    "decimal": "It cost $3.50 in all.| That was too much.",
    "year": "It was built in 1987.| The roof leaks.",
    "version": "They use Python 3.11 here.",
    "address": "See www.example.com/a.b?c=d.| It works.",
    "mail": "Write to ann.roe@example.org.| She answers.",
    "list number": "1. The bridge is closed.",
    "list in a line": "1) The bridge is shut| 2) The road is open",
    "lettered list": "a. The bridge| b. The road",
    "list with bullets": "• 9. The bridge| • 10. The road",
    # Ellipses
    "ellipsis inside": "He was ... well, late.",
    "ellipsis, new sentence": "He was late...| The others had gone.",
    "four dots": "He was late....| She left.",
    "spaced dots": "He was . . . late.",
    "omission in brackets": "“They [...] left,” he said.",
    "quoted ellipsis": "“I thought...”| She left.",
    # Brackets
    "sentence in brackets": "He left.| (She had stayed.)| They met later.",
    "brackets inside": "He taught (He was paid.) at the school.",
    "reference mark": "The dam broke.[12]| The town moved.",
    # Lost spaces
    "space lost": "The war ended.|The next began.",
    "space lost before a quote": "The war ended.|“Good,” he said.",
    "space lost after a quote": "“The war ended.”|The crowd cheered.",
    "straight quote closed": 'He said "it ended."|The crowd cheered.',
    "straight quote opened": 'The war ended.|"The crowd cheered," he said.',
    "domain": "He runs Bell.Com and roe.com from home.",
    "camel": "He wrote System.Out.Println twice.",
    # Marks inside names
    "yahoo": "She works at Yahoo! in the city.",
    "small brand": "He wrote to approx. five firms.",
    "rank without a space": "Lt.Gen. Bo Dunn and Sgt.Ann Roe spoke.",
    "hyphenated rank": "Maj.-Gen. Bo Dunn spoke.",
    "stray period": "He was left in the. street.",
    "one-character ellipsis": "He was late….| She left.",
    "address with a capital": "See www.Bell-Roe.com now.",
    "no capitals": "we were late.| they had gone.",
    "no capitals, a word that numbers too": "she said no.| the cat sat.| nobody, no. 5 too, left.",
    "no capitals, an abbreviation": "they met at bell corp. and left.",
    "doctor": "He called a doctor.| Dr. Ann Roe came.",
    "dash after a quote": '"Not now." -- Ann Roe',
    "smiley": "See you there! :)| Bring bread.",
}


@pytest.mark.parametrize("marked", [pytest.param(text, id=name) for name, text in CASES.items()])
def test_split(marked: str) -> None:
    text = marked.replace("|", "")
    assert [text[a:b] for a, b in split(text)] == [part.strip() for part in marked.split("|")]


def test_split_keeps_to_its_range() -> None:
    text = "One. Two. Three. Four."
    assert split(text, 5, 16) == [Span(5, 9), Span(10, 16)]


def test_a_wrapped_sentence_is_one() -> None:
    assert split("The vote\nwas close.\nIt passed.") == [Span(0, 19), Span(20, 30)]


def test_a_sentence_never_crosses_a_block() -> None:
    text = "Bridge to close\n\nThe bridge will close on Monday, the city said."
    assert [text[a:b] for a, b in sentences(text)] == text.split("\n\n")


def test_nothing_to_split() -> None:
    assert split("") == split(" \n\t ") == []


NEWS = st.lists(
    st.sampled_from(
        [
            *"aI1 .?!\"'()”“«»…-—,;:\n\t[]",
            "The ",
            "said ",
            "U.S. ",
            "Mr. ",
            "\u200b",
            "\xad",
            *"。！？”」「“।۔؟中あक",
        ]
    )
).map("".join)


@given(st.text() | NEWS)
@example("..")
@example('"."A')
@example("1. 2. 3. ")
def test_spans_cover_the_text_in_order(text: str) -> None:
    at = 0
    for start, end in split(text):
        assert not _shows(text[at:start])
        assert _shows(text[start:end])
        assert text[start:end] == text[start:end].strip()
        at = end
    assert not _shows(text[at:])


def _shows(text: str) -> bool:
    """Whether ``text`` has a character that is neither white space nor without width."""
    return bool(text.translate(dict.fromkeys(map(ord, NO_WIDTH))).strip())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("It rained. \xad", ["It rained."], id="soft-hyphen-behind"),
        pytest.param("\ufeff It rained.", ["It rained."], id="mark-of-byte-order-before"),
        pytest.param(
            "It rained. \u200b No.", ["It rained.", "No."], id="space-of-no-width-between"
        ),
        pytest.param("\xad \u200b", [], id="nothing-else"),
        pytest.param("It co\xadordinated.", ["It co\xadordinated."], id="within-a-word"),
        pytest.param("It rained. …", ["It rained.", "…"], id="a-mark-that-shows"),
    ],
)
def test_what_shows_nothing_is_no_sentence(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in split(text)] == expected


@given(NEWS)
def test_sentences_are_in_order(text: str) -> None:
    spans = sentences(text)
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert all(a < b for a, b in spans)


@pytest.mark.parametrize(
    "unit",
    [
        '"',
        ".",
        "(",
        ". ",
        '."',
        "A.B. ",
        '?" Bob ',
        ". (",
        "… ",
        "。",
        "。”",
        "。「",
        '。"が',
        "।१",
        "？」と",
        "p.m. Mr ",
        '". ',
        '."X',
        "ab.\n",
        "5.The",
        "क. ",
    ],
)
def test_hostile_text_ends(unit: str) -> None:
    """A search that were not linear would not come back from this."""
    text = unit * 15_000
    spans = split(text)
    assert (spans[0].start, spans[-1].end) == (0, len(text.rstrip()))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "OSTRAND, March 3 -- The bridge fell. Nobody was hurt.",
            ["OSTRAND, March 3 -- The bridge fell.", "Nobody was hurt."],
            id="dateline-opens-its-sentence",
        ),
        pytest.param(
            "Bridge falls\n\nMonday, March 3, 2025\n\nThe bridge fell. Nobody was hurt.",
            ["Bridge falls", "Monday, March 3, 2025", "The bridge fell.", "Nobody was hurt."],
            id="date-on-its-own-line-does-not",
        ),
    ],
)
def test_dateline(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in sentences(text)] == expected
