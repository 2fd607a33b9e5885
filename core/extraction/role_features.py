"""The features by which a source chooses its role among the words that may tell it, or none."""

import re
from typing import NamedTuple

from newsbrief.names.source_form import SourceForm
from newsbrief.names.source_types import head_noun, is_plural, section

MAX_WORDS, MAX_RANK, MAX_SENTENCES = 8, 3, 3  # more are as many
_GENDERED = re.compile(r"(?:woman|person)\Z")  # the end of a noun that is as "man" to a role
CHANCES = 5  # steps in which the tagger's chance is told


class PlacedRole(NamedTuple):
    """Words that may be the role of a source, and where they stand to it."""

    words: str
    place: str  # a kind as ``role_candidates`` has them, and more of it after a space
    before: str  # the small word or mark right before them, or "-"
    chance: float  # of the tagger, that they tell a role: a mean over the words
    is_sure: bool  # whether that is likelier than not for the tagger
    sentences: int  # from the source to them; below 0 where they come first


class Chooser(NamedTuple):
    """The source that chooses."""

    form: SourceForm
    is_named: bool
    has_own: bool  # whether its own words surely tell a role

    @property
    def kind(self) -> str:
        """Its kind in the names of features: "named" or "nameless"."""
        return "named" if self.is_named else "nameless"


def role_features(chooser: Chooser, role: PlacedRole, rank: int) -> list[str]:
    """The features of ``role``, of which ``rank`` others that may be chosen are longer."""
    near = f"{role.place.partition(' ')[0]}{'' if role.is_sure else '?'}"
    named = chooser.kind
    shown = role.words.lower().split()
    noun = head_noun(role.words.lower())
    noun_section = section(noun)
    of_role, plural = noun_section == "role", is_plural(noun)
    chance, rank = int(CHANCES * role.chance), min(rank, MAX_RANK)
    sentences = max(-MAX_SENTENCES, min(role.sentences, MAX_SENTENCES))
    return [
        f"{named} {role.place} {role.is_sure:d}",
        f"{named} {near} {of_role:d}",
        f"section {noun_section} {named}",
        f"noun {_neutral(noun)}",
        f"last {_neutral(shown[-1])}",
        f"length {min(len(shown), MAX_WORDS)} {near} {named}",
        f"plural {plural:d} {min(len(shown), 2)} {named}",
        f"plural {plural:d} {near} {named}",
        f"rank {rank} {of_role:d} {named}",
        f"rank {rank} {near} {chooser.has_own:d}",
        f"chance {chance} {near}",
        f"chance {chance} {of_role:d}",
        f"sentences {sentences} {near}",
        f"before {role.before} {near}",
    ]


def none_features(chooser: Chooser) -> list[str]:
    """The features of having no role."""
    named, form = chooser.kind, chooser.form
    return [
        f"none {named}",
        f"none {named} {form.form} {form.section}",
        f"none {named} own {chooser.has_own:d}",
        f"none {named} {_neutral(form.noun) if form.section != '-' else '-'}",
    ]


def _neutral(noun: str) -> str:
    """The form in "man" of ``noun``: what is learned of spokesmen holds of spokeswomen."""
    return _GENDERED.sub("man", noun)
