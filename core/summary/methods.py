"""The methods of ranking, and the objective that each gives to the sentences of a document.

What a method needs is imported when it is used: the command line asks for their names alone.
"""

from collections.abc import Sequence
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .document import Document
    from .objective import Objective

_TOPIC_BONUS = 3.0  # of a sentence that names the topic, about what the best has over the average


class Method(StrEnum):
    """How sentences are ranked."""

    NEWS = "news"  # learned from news; sentences are chosen together, to read well
    LEAD = "lead"  # from the top
    LEXRANK = "lexrank"
    TEXTRANK = "textrank"


def objective(
    method: Method,
    document: "Document",
    stop: frozenset[str],
    relevance: Sequence[float] | None,
    *,
    alone: bool,
) -> "Objective":
    """The objective of summaries of ``document`` by ``method``.

    ``stop`` are the terms that carry no content; ``relevance`` to a topic, if one is asked for, has
    an entry for each sentence; ``alone`` says that one sentence is to be chosen, not several.
    """
    from .objective import IndependentScores

    if method is Method.NEWS:
        from .cohesion import dependencies
        from .joint_objective import JointObjective
        from .ranking import rank

        bonus = [_TOPIC_BONUS * r for r in relevance] if relevance else None
        ranking = rank(document, stop, alone=alone)
        return JointObjective(ranking, dependencies(document, stop), stop, bonus)
    if method is Method.LEAD:
        scores = [1 / (1 + i) for i in range(len(document.texts))]
    else:
        from .centrality import lexrank, textrank

        scores = (lexrank if method is Method.LEXRANK else textrank)(document, stop)
    if relevance:
        scores = [score * r for score, r in zip(scores, relevance, strict=True)]
    return IndependentScores(scores, document.lengths)
