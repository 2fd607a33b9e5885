"""Texts like articles, built from bytes out of what makes newsbrief decide.

What is listed here is also the dictionary of the fuzzer.
"""

from .choices import Choices

SOURCES = (
    *("Ann Lee", "Lee", "Ms. Lee", "Ann", "the mayor of Dunmore", "Mayor Ole Brandt", "Brandt"),
    *("Dr. J. R. Müller-Ødegård", "O’Neill", "Brandt & Sons Inc.", "the U.N.", "the Coast Guard"),
    *("officials", "a person familiar with the matter", "police", "the Ostrand Courier", "LEE"),
    *("she", "He", "they", "who", "I", "a report by the World Bank", "the coach, Bo Li,", "李雷"),
    *("=cmd|A0", "[b]Bo[/b]", "<b>Bo</b>", "@mayor", "John Smith Jr.", "Smith and Jones", "AP"),
)
CUES = (
    *("said", "told reporters", "says", "denied", "added", "according to", "reportedly", "asked"),
    *("has said that", "was quoted as saying", "did not say", "wants", "plans to", "accused"),
    *("thinks", "warned that", "declined to comment", "praised", "hopes for", "is said to have"),
    *("tweeted", "said in a statement on Monday", "refused to", "saw", "shows", "in the words of"),
)
CLAIMS = (
    *("it rained", "the quay is shut", "nobody was hurt", "that", "he would not go", "so", "No"),
    *("5 million people fled", "$1.2 billion was lost on 3 May 2025", "one in five agreed"),
    *("it would never not be closed", "the U.S. isn't at war", "Ann Lee was right", "-4C"),
    *("twenty-two of the 1,000,000 houses fell 6.2% to €1.87 million", "two-thirds", "5 to $7"),
    *("the 10:30 a.m. train", "she said he said it", "a deal, which Lee denied, was near"),
)
MARKS = (
    *(("“", "”"), ('"', '"'), ("‘", "’"), ("'", "'"), ("«", "»"), ("„", "“"), ("``", "''")),
    *(("“", ""), ("", "”"), ("“‘", "’”"), ("(", ")"), ("[", "]"), ("", "")),
)
LAYOUT = (
    *(
        "\n\n",
        "\n",
        " ",
        "  ",
        "\r\n\r\n",
        "\r",
        "\n- ",
        "\n• ",
        "\n1. ",
        "\n2) ",
        "\f",
        "\t",
        "   ",
    ),
    *("\n\nBy Ann Lee\n\n", "\n\nPARIS (Reuters) - ", "\n\nQ: ", "\n\nA: ", "\n\nLEE: ", "\n> "),
    *("\n\n# ", "\n## ", "-\n", "\nPhoto: AP\n", "\n\nRead more: ", "\nRelated stories\n", "\x85"),
    *("\n\nOn Mon, Jan 1, Ann Lee wrote:\n> ", "\u2028", "\u2029", "\n***\n", "(MORE)", "\n###\n"),
    *(
        "\n\nANN LEE, HOST: ",
        "\n[LAUGHTER]\n",
        "\x0b",
        "\n\nKey takeaways\n",
        "\n-- \n",
        "\nPage 2\n",
    ),
    *("FOR IMMEDIATE RELEASE\n", "\nMedia contact: ", "\nPublished 3 May 2025\n", "\n_____\n"),
)
ODD = (
    *(
        "\x1b[31m",
        "\x00",
        "\x9b",
        "\u202e",
        "\u2066",
        "\xad",
        "\u200b",
        "\ud800",
        "\u0301",
        "\ufeff",
    ),
    *(
        "ſ",
        "ı",
        "İ",
        "ﬁ",
        "ẞ",
        "👩‍👩‍👧",
        "１２",
        "٣",
        "5" * 40,
        "½",
        "²",
        "\xa0",
        "\u3000",
        "\ufffd",
    ),
    *(
        "=1+1",
        "@",
        "+",
        "|",
        "`",
        "*",
        "_",
        "<script>",
        "</p>",
        "<!--",
        "&amp;",
        "&#0;",
        "{{",
        "\\",
    ),
    *("[link=x]", "[a](b)", "![a](b)", "~~~", "://", "https://x.example/?a=b&c#d", "a@b.co", "#"),
    *(".", "...", "…", "!?", ";", ":", ",", "—", "–", "-", "(", ")", "Inc.", "J.", "U.S.", "No. 1"),
    *("”", "“", "’", "'s", "n't", "à", "$", "€", "%", "of", "and", "the", "who", "not", "that"),
)
SENTENCES = (
    "{source} {cue} {claim}.",
    "{open}{claim},{close} {cue} {source}.",
    "{claim}, {source} {cue}.",
    "{source} {cue}: {open}{claim}. {claim}.{close}",
    "{source} {cue} that {source} {cue} that {claim}.",
    "{open}{claim},{close} {source} {cue}. {open}{claim}.{close}",
    "{source}, {source}, {cue} {claim} and {cue} {claim}",
    "{claim}",
    "{open}{claim}. {claim}",
    "{source}",
    "It was the {claim} of {source}, {source} and {source}.",
    "According to {source}, {claim}?",
)
MAX_PIECES = 60  # of a text: enough for an article of some paragraphs

WORDS = (
    *SOURCES,
    *CUES,
    *CLAIMS,
    *LAYOUT,
    *ODD,
    *(mark for pair in MARKS for mark in pair if mark),
)


def text(data: bytes) -> str:
    """The text that ``data`` stands for: as it is after a zero, else built of choices."""
    if data[:1] == b"\0":
        return data[1:].decode("utf-8", "replace")
    return built(Choices(data))


def texts(data: bytes, count: int) -> list[str]:
    """``count`` texts that ``data`` stands for: as they are, parted by NULs, or built of choices.

    Built ones share some of their words, as articles on one event do.
    """
    if data[:1] == b"\0":
        parts = data[1:].split(b"\0", count - 1)
        parts += [b""] * (count - len(parts))
        return [part.decode("utf-8", "replace") for part in parts]
    choices = Choices(data)
    found: list[str] = []
    while len(found) < count:
        one = built(choices, MAX_PIECES // count)
        shared = found[0] if found and choices.below(2) else ""
        cut = choices.below(len(shared) + 1) if shared else 0
        found.append(shared[:cut] + one + shared[cut:])
    return found


def built(choices: Choices, most: int = MAX_PIECES) -> str:
    """A text of sentences and layout, as long as there are choices, of ``most`` pieces at most."""
    pieces: list[str] = []
    while choices and len(pieces) < most:
        pieces.append(piece(choices))
    return "".join(pieces)


def piece(choices: Choices) -> str:
    """A sentence, or what may stand between two."""
    kind = choices.below(8)
    if kind <= 3:
        return sentence(choices) + choices.one_of((" ", "\n\n", " ", "\n"))
    if kind <= 5:
        return choices.one_of(LAYOUT)
    return choices.one_of(ODD) if kind == 6 else choices.letters(choices.below(12))


def sentence(choices: Choices) -> str:
    """A sentence that may say who says what."""
    shape = choices.one_of(SENTENCES)
    opening, closing = choices.one_of(MARKS)
    slots = {"source": SOURCES, "cue": CUES, "claim": CLAIMS}
    parts: list[str] = []
    for part in shape.replace("{", "\0{").replace("}", "}\0").split("\0"):
        name = part[1:-1] if part.startswith("{") else ""
        if name in slots:
            parts.append(choices.one_of(slots[name]))
        else:
            parts.append({"open": opening, "close": closing}.get(name, part))
    if choices.one_in(16):
        parts.insert(choices.below(len(parts) + 1), choices.one_of(ODD))
    made = "".join(parts)
    return made[:1].upper() + made[1:]
