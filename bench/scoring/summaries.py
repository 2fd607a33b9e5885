"""Summaries against reference summaries, by ROUGE (Lin 2004).

The figures are those of Google's ``rouge-score`` with its stemmer: the mean F1 of ROUGE-1, ROUGE-2
and ROUGE-Lsum (the "ROUGE-L" that papers print), averaged over the references of an article.
"""

from collections.abc import Sequence
from typing import NamedTuple

from rouge_score.rouge_scorer import RougeScorer

from .rates import interval, mean

_KINDS = ("rouge1", "rouge2", "rougeLsum")
_scorer = RougeScorer(_KINDS, use_stemmer=True)


class Rouge(NamedTuple):
    """The F1 of one summary, or a mean of such, and its length by white space."""

    rouge1: float
    rouge2: float
    rouge_lsum: float
    words: float


class Gain(NamedTuple):
    """A difference in mean, and the 95 % interval of it (paired bootstrap over articles)."""

    mean: float
    low: float
    high: float


def rouge(references: Sequence[str], sentences: Sequence[str]) -> Rouge:
    """The scores of the summary that ``sentences`` make."""
    summary = "\n".join(sentences)
    scored = [_scorer.score(reference, summary) for reference in references]
    rouge1, rouge2, lsum = (mean([each[kind].fmeasure for each in scored]) for kind in _KINDS)
    return Rouge(rouge1, rouge2, lsum, sum(len(sentence.split()) for sentence in sentences))


def mean_rouge(scores: Sequence[Rouge]) -> Rouge:
    """The means over articles."""
    return Rouge(*map(mean, zip(*scores, strict=True)))


def gain(ours: Sequence[float], baseline: Sequence[float]) -> Gain:
    """How much better ``ours`` is than ``baseline``, two lists over the same articles."""
    differences = [a - b for a, b in zip(ours, baseline, strict=True)]
    return Gain(mean(differences), *interval(differences, mean))
