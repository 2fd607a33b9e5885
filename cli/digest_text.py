"""The sources of a claim in words: who says so, who says otherwise, and who leaves it open."""

from collections.abc import Iterator

from newsbrief import Claim, ClaimFact

from .facts_text import NO_SOURCE, name_or_words, words_of


def standing_words(claim: Claim) -> list[str]:
    """The sources of ``claim`` that agree, then what the others do: "but Northgate Power denied".

    Of those that neither agree nor disagree: "Ann Lee asked".
    """
    sources = list(claim.sources) or [NO_SOURCE] * _is_agreed(claim)
    return list(dict.fromkeys([*sources, *(_act(claim, member) for member in _others(claim))]))


def sayings(claim: Claim) -> list[str]:
    """As ``standing_words``, each with the words of its own where they are not the claim's.

    "Carl Wessen said: the sirens were sounded"
    """
    own: dict[str, ClaimFact] = {}
    for member in claim.facts:
        name = name_or_words(member.fact.source) or NO_SOURCE
        if member.agrees and (name not in own or not _says_otherwise(claim, member)):
            own[name] = member
    sources = list(claim.sources) or [NO_SOURCE] * _is_agreed(claim)
    agreeing = (_with_words(claim, own[name], name) if name in own else name for name in sources)
    others = (_with_words(claim, member, _act(claim, member)) for member in _others(claim))
    return list(dict.fromkeys([*agreeing, *others]))


def other_words(claim: Claim) -> Iterator[tuple[str, bool | None]]:
    """A line for each fact that says it otherwise, in its own words, and whether it agrees.

    "but Northgate Power denied: it gave no warning"
    """
    for member in claim.facts:
        if _says_otherwise(claim, member):
            yield f"{_act(claim, member)}: {member.fact.claim.text}", member.agrees


def _with_words(claim: Claim, member: ClaimFact, shown: str) -> str:
    if not _says_otherwise(claim, member):
        return shown
    return f"{_act(claim, member)}: {member.fact.claim.text}"


def _says_otherwise(claim: Claim, member: ClaimFact) -> bool:
    return member.fact.claim.text.casefold() != claim.text.casefold()


def _others(claim: Claim) -> list[ClaimFact]:
    """The facts that do not agree, those that leave it open last."""
    others = (member for member in claim.facts if not member.agrees)
    return sorted(others, key=lambda member: member.agrees is None)


def _is_agreed(claim: Claim) -> bool:
    return any(member.agrees for member in claim.facts)


def _act(claim: Claim, member: ClaimFact) -> str:
    """Who makes, denies or leaves open ``claim``, and in which words: "but Carl Wessen denied"."""
    source, cue = name_or_words(member.fact.source) or NO_SOURCE, words_of(member.fact.cue)
    but = "but " if member.agrees is False and _is_agreed(claim) else ""
    return f"{but}{source} {cue}".strip()
