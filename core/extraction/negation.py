"""Whether an attribution is negated ("did not say") or hedged ("is thought to").

Looks at the cue, with the auxiliaries in it, and at the subject; never inside the claim: a negation
there is the source's.
"""

from functools import partial
from itertools import pairwise

from newsbrief.text.packaged import word_set

_negations = partial(word_set, "negations.txt")  # the words under a heading
_hedges = partial(word_set, "hedges.txt")


def is_negated(subject: list[str], cue: list[str]) -> bool:
    """Whether ``subject`` does not do what ``cue`` says; both are lower-case words.

    >>> is_negated(["she"], ["did", "n't", "say"]), is_negated(["no", "one"], ["said"])
    (True, True)
    >>> is_negated(["she"], ["not", "only", "said"])
    False
    """
    if subject and (
        subject[0] in _negations("nobody") or (subject[0] == "no" and subject[-1] != "doubt")
    ):
        return True
    for i, word in enumerate(cue):
        if word in _negations("negation"):
            return _negations("not negated").isdisjoint(cue[i + 1 : i + 3])
        if word in _negations("refusal"):
            return True
        is_aside = cue[max(i - 1, 0) : i] == ["with"]  # "said, with no mention of it"
        after = cue[i + 1 : i + 2]
        if word == "no" and after and not is_aside:
            return _negations("not after no").isdisjoint(after)
    return False


def is_hedged(cue: list[str], *, sourced: bool) -> bool:
    """Whether ``cue``, lower-case words, says that the claim may not be so.

    ``sourced``: it names who makes the claim ("it is said by farmers"), so a passive is no hedge.

    >>> is_hedged(["is", "thought", "to", "have"], sourced=False)
    True
    >>> is_hedged(["is", "known", "to", "have"], sourced=False)
    False
    """
    if not _hedges("hedge").isdisjoint(cue):
        return True
    # Not "could": who "could have said" it did not say it.
    modals = _hedges("modal")
    if any(word in modals and "have" in cue[i + 1 : i + 3] for i, word in enumerate(cue)):
        return True
    if sourced:
        return False
    compared = _hedges("comparison")  # "were more likely to say"
    plain = {word for before, word in pairwise(["", *cue]) if before not in compared}
    passive = not _hedges("be").isdisjoint(cue) and not _hedges("participle").isdisjoint(plain)
    return passive or not _hedges("seem").isdisjoint(cue)
