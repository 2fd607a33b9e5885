"""The sources of a claim in words: who says so, who says otherwise, and who leaves it open."""

from collections.abc import Iterator

from newsbrief import Claim, ClaimFact

from .facts_text import NO_SOURCE, name_or_words, words_of


def standing_words(claim: Claim) -> list[str]:
    """The sources of ``claim`` that agree, then what the others do: "but Northgate Power denied".

    Of those that neither agree nor disagree: "Ann Lee asked".
    """
    agreeing = any(member.agrees for member in claim.facts)
    others = sorted(_not_agreeing(claim), key=lambda member: member.agrees is None)
    stand = [f"{_but(member, agreeing=agreeing)}{source_and_cue(member)}" for member in others]
    sources = list(claim.sources) or [NO_SOURCE] * agreeing
    return list(dict.fromkeys([*sources, *stand]))


def source_and_cue(member: ClaimFact) -> str:
    """Who makes, denies or leaves open a claim, and in which words: "Carl Wessen denied"."""
    source, cue = name_or_words(member.fact.source) or NO_SOURCE, words_of(member.fact.cue)
    return f"{source} {cue}".strip()


def other_words(claim: Claim) -> Iterator[tuple[str, bool | None]]:
    """A line for each fact that says it otherwise, in its own words, and whether it agrees.

    "but Northgate Power denied: it gave no warning"
    """
    agreeing = any(member.agrees for member in claim.facts)
    for member in claim.facts:
        if member.fact.claim.text.casefold() != claim.text.casefold():
            said = f"{source_and_cue(member)}: {member.fact.claim.text}"
            yield f"{_but(member, agreeing=agreeing)}{said}", member.agrees


def _not_agreeing(claim: Claim) -> Iterator[ClaimFact]:
    return (member for member in claim.facts if not member.agrees)


def _but(member: ClaimFact, *, agreeing: bool) -> str:
    return "but " if agreeing and member.agrees is False else ""
