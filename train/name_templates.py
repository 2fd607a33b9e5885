"""Short articles made of templates, as rows with gold names: what real articles show seldom.

Ages, roles told before a name, storms, people without a name: each template is filled with names
drawn from the packaged lists, so that no name is learned with it.
"""

import random
import re
from collections.abc import Iterator
from pathlib import Path

from newsbrief.text.gazetteer import first_names, places
from newsbrief.text.packaged import sections
from newsbrief.text.tokens import words

from .rows import Row

TEMPLATES = Path(__file__).with_suffix(".txt")
COPIES = 12  # of each template, with different names
SEED = 7
ORIGIN = "template"  # of these rows

# Endings of surnames of several countries, and fronts: put together they name nobody.
_FRONTS = words("Bar Kel Mor Tan Ver Lund Sol Han Pet Rod Gar Ash Whit Cas Dun Fer Hol Jan Kos Mar")
_ENDINGS = words("berg son ley ton ov ova ez ini enko ic man well stad ard eau sen")
_PARTICLES = ("", "", "", "", "", "", "", "de la ", "van der ", "al-", "O'", "von ", "Mc")
_BODIES = (
    "Northern {} Agency", "Ministry of {}", "{} Council", "{} Workers' Union",
    "Institute for {} Studies", "{} and Harbour Authority", "Department of {}",
    "National {} Board", "University of {}",
    "{} Police Department",
)  # fmt: skip
_FIELDS = ("Mill", "Grain", "Roads", "Bridge", "Coast", "Health", "Trade", "Forest", "Weather")
_COMPANIES = ("{} Corp.", "{} Motors", "{}", "{} Group", "{} & Co", "{} Airlines", "{} Energy")


def template_rows() -> Iterator[Row]:
    """The rows of all templates, each filled several times."""
    rng = random.Random(SEED)
    lines = TEMPLATES.read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(line for line in lines if not line.startswith("#")):
        for copy in range(COPIES):
            yield _row(f"template{number}.{copy}", _filled(line, rng))


def _filled(template: str, rng: random.Random) -> str:
    """``template`` with names in its places."""
    values = _values(rng)
    return re.sub(r"\{([\w.]+)\}", lambda match: values[match[1]], template)


def _values(rng: random.Random) -> dict[str, str]:
    """What each place of a template is filled with."""
    values: dict[str, str] = {}
    for letter, gender in zip("mnfga", ("male", "male", "female", "female", "either"), strict=True):
        first = rng.choice([n for n, g in first_names().items() if g == gender]).title()
        last = rng.choice(_PARTICLES) + rng.choice(_FRONTS) + rng.choice(_ENDINGS)
        values |= {letter: f"{first} {last}", f"{letter}.first": first, f"{letter}.last": last}
    values["p"], values["q"] = rng.sample(sorted(places()), 2)
    roles = rng.sample(
        [role for role in sections("source_nouns.txt")["role"] if "-" not in role], 2
    )
    values |= {"r": roles[0], "s": roles[1], "R": roles[0].capitalize()}
    body = rng.choice(_BODIES).format(rng.choice(_FIELDS))
    nouns = re.findall(r"[A-Z]\w+", body)
    noun = nouns[0] if " of " in body or " for " in body else nouns[-1]
    values |= {"b": body, "b.noun": noun.lower(), "b.acronym": "".join(word[0] for word in nouns)}
    values["c"] = rng.choice(_COMPANIES).format(rng.choice(_FRONTS) + rng.choice(_ENDINGS))
    values["x"], values["y"] = map(str, rng.sample(range(18, 90), 2))
    return values


def _row(identity: str, marked: str) -> Row:
    """The row that ``marked`` text is: "[words|name|type]" are its sources.

    Words in quotation marks are a quotation without words of its source.
    """
    types = {"p": "person", "o": "organisation", "d": "document", "u": "unnamed"}
    text, attributions = "", []
    for plain, source, name, letter in re.findall(
        r"([^\[]*)(?:\[([^|]*)\|([^|]*)\|(\w)\])?", marked
    ):
        text += plain
        if source:
            shown = (
                source
                if text.rstrip(' "')[-1:] not in ("", ".")
                else source[0].upper() + source[1:]
            )
            span = [len(text), len(text) + len(shown)]
            text += shown
            is_quotation = shown.startswith("“")
            attributions.append(
                {
                    "source": None if is_quotation else [span],
                    "cue": None,
                    "claim": [span if is_quotation else [span[1], span[1] + 1]],
                    "name": None if name == "-" else name.rstrip(","),
                    "type": types[letter],
                }
            )
    return {"id": identity, "origin": ORIGIN, "text": text, "attributions": attributions}
