"""Whether an attribution is negated ("did not say") or hedged ("is thought to").

Looks at the cue, at the few words that belong to its verb, and at the subject; never inside the
claim, whose own negations are the source's.
"""

HEDGES = frozenset(
    (
        "allegedly", "apparently", "evidently", "maybe", "ostensibly", "perhaps", "possibly",
        "presumably", "probably", "purportedly", "reportedly", "reputedly", "rumored", "rumoured",
        "seemingly", "supposedly",
    )
)  # fmt: skip
# "is thought to", "are said to", "it is believed that": a claim that nobody stands for.
PASSIVE_HEDGES = frozenset(
    (
        "alleged", "assumed", "believed", "considered", "estimated", "expected", "feared",
        "likely", "perceived", "presumed", "projected", "reported", "reputed", "rumored",
        "rumoured", "said", "seen", "speculated", "supposed", "suspected", "thought", "tipped",
        "understood", "unlikely", "viewed",
    )
)  # fmt: skip
SEEMING = frozenset(("appear", "appeared", "appears", "seem", "seemed", "seems"))
MODALS = frozenset(("may", "might"))  # "could have said" is of what was not said
BE = frozenset(("am", "are", "be", "been", "being", "is", "was", "were", "'s", "'re"))

NEGATIONS = frozenset(
    ("n't", "not", "never", "neither", "nor", "without", "hardly", "rarely", "scarcely", "seldom")
)
# Verbs that negate the one after them: "declined to say", "failed to mention", "avoided naming".
REFUSALS = frozenset(
    (
        "avoid", "avoided", "avoiding", "avoids", "balk", "balked", "decline", "declined",
        "declines", "declining", "fail", "failed", "failing", "fails", "forgot", "neglected",
        "refusal", "refuse", "refused", "refuses", "refusing", "stopped", "unable", "unwilling",
        "unwillingness",
    )
)  # fmt: skip
# After these a negation is none: "not only said", "never hesitated to say", "not shy about".
RESTORED = frozenset(
    ("alone", "hesitate", "hesitated", "just", "merely", "only", "shy", "simply", "stopped", "fail",
     "failed", "help", "surprised", "until", "afraid")
)  # fmt: skip
NO_WORD = (["mention"], ["comment"], ["word"], ["longer"], ["plans"])
NOBODY = frozenset(("nobody", "none", "neither"))


def is_negated(subject: list[str], cue: list[str], verb: int | None = None) -> bool:
    """Whether ``subject`` does not do what ``cue`` says; both are lower-case words.

    ``cue`` begins with the auxiliaries of its verb, which is at the index ``verb``, or not known.

    >>> is_negated(["she"], ["did", "n't", "say"]), is_negated(["no", "one"], ["said"])
    (True, True)
    >>> is_negated(["she"], ["not", "only", "said"]), is_negated([], ["said", "not", "naming"], 0)
    (False, False)
    """
    if subject and (subject[0] in NOBODY or (subject[0] == "no" and subject[-1] != "doubt")):
        return True
    for i, word in enumerate(cue):
        if verb is not None and i > verb and cue[i : i + 2] != ["not", "to"]:
            continue
        if word in NEGATIONS:
            return RESTORED.isdisjoint(cue[i + 1 : i + 3])
        if word in REFUSALS or (word == "no" and cue[i + 1 : i + 2] in NO_WORD):
            return True
    return False


def is_hedged(cue: list[str], *, sourced: bool) -> bool:
    """Whether ``cue`` makes the claim less than known; ``sourced``: it says by whom.

    >>> is_hedged(["is", "thought", "to", "have"], sourced=False)
    True
    >>> is_hedged(["is", "known", "to", "have"], sourced=False)
    False
    """
    if not HEDGES.isdisjoint(cue):
        return True
    if any(word in SEEMING for word in cue) and not sourced:
        return True
    if any(word in MODALS and "have" in cue[i + 1 : i + 3] for i, word in enumerate(cue)):
        return True
    passive = any(word in BE for word in cue) and not PASSIVE_HEDGES.isdisjoint(cue)
    return passive and not sourced
