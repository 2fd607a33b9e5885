"""Learn core/data/ranker.txt: what words and sentences of news are worth to its summaries.

    python train/ranker.py ../shared/data core/data/ranker.txt

Needs the extra "train". First the chance of each word of an article to be in its references, a
logistic model of the word itself, of where the article brings it and of how often; then, on sets
of three sentences, a linear score of what their features and their words are worth. Each set's
chance to be chosen is the softmax of its score among the sets of an article, and what is maximised
is the expected ROUGE-1 + ROUGE-2 of the choice. Words' chances on an article come from a model
that has not seen it (two halves), as they will in use.
"""

import argparse
import itertools
import json
import math
import random
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import torch
from rouge import Scorer
from torch.nn.functional import binary_cross_entropy_with_logits

from newsbrief import parse
from newsbrief.summary.clutter import clutter
from newsbrief.summary.document import Document, TermKind, TermStatistics, term_statistics
from newsbrief.summary.features import FEATURES, features
from newsbrief.summary.parameters import (
    COUNT_STEPS,
    EARLY_STEPS,
    FIRST_STEPS,
    SLOPES,
    count_step,
    first_step,
)
from newsbrief.text.stop_words import stop_terms
from newsbrief.text.terms import terms_of

SETS = ("summaries/cnndm_llm_refs.jsonl", "summaries/cnn_short.jsonl")
FEWEST_SENTENCES = 5
FEWEST_ARTICLES = 10  # that hold a word for it to have odds of its own
CHOSEN = 3
POOL = 9  # sentences, beside the first three, from which sets are made
RATES = (25.0, 45.0, 75.0)  # words of a reference, for the slopes of expected F-measures
WHOLE = ("covered", "repeated", *(f"rate {n:g}" for n in RATES))
LENGTH_COST = 0.07  # of ten words more than the first three sentences: sets of equal mean length
WORD_COST = 0.17  # for the pool: what a word costs, where an expected term gains 1
GAIN = 10.0  # reward to logits
HEAD = """\
# What the ranking of sentences has learned. Made by train/ranker.py: see README.md.
"""


@dataclass
class Example:
    """An article to learn from."""

    document: Document
    statistics: TermStatistics
    references: list[str]
    labels: dict[str, float]  # for each term, the share of the references that hold it
    probabilities: dict[str, float] = field(default_factory=dict)


def examples(data: Path) -> list[Example]:
    found = []
    for name in SETS:
        with (data / name).open(encoding="utf-8") as lines:
            for row in map(json.loads, lines):
                article = parse(row["article"])
                texts = [article.fold(s) for s in article.body]
                kept = [t for t, junk in zip(texts, clutter(texts), strict=True) if not junk]
                if len(kept) >= FEWEST_SENTENCES:
                    found.append(_example(kept, row["references"]))
    return found


def _example(texts: Sequence[str], references: list[str]) -> Example:
    document = Document.of(texts)
    statistics = term_statistics(document)
    in_references = [set(terms_of(r)) for r in references]
    labels = {t: sum(t in r for r in in_references) / len(references) for t in statistics.first}
    return Example(document, statistics, references, labels)


class Words(torch.nn.Module):  # type: ignore[misc]
    """The log odds of a term: see ``newsbrief.summary.ranking.term_probabilities``."""

    def __init__(self, articles: Sequence[Example]) -> None:
        super().__init__()
        counts = Counter(t for a in articles for t in a.statistics.first)
        known = sorted(t for t, n in counts.items() if n >= FEWEST_ARTICLES)
        self.index = {t: i + 1 for i, t in enumerate(known)}
        self.odds = torch.nn.Parameter(torch.zeros(len(known) + 1))
        self.first = torch.nn.Parameter(torch.zeros(len(TermKind), FIRST_STEPS, COUNT_STEPS))
        self.early = torch.nn.Parameter(torch.zeros(len(TermKind), EARLY_STEPS, COUNT_STEPS))
        self.slopes = torch.nn.Parameter(torch.zeros(len(SLOPES) - 1))  # the last one is odds[0]

    def rows(self, article: Example) -> Iterator[tuple[list[int], list[float]]]:
        sentences = len(article.document.texts)
        size = math.log(sentences)
        statistics = article.statistics
        for t, first in statistics.first.items():
            position, count = first / sentences, math.log(statistics.counts[t])
            early = min(statistics.early_counts.get(t, 0), EARLY_STEPS - 1)
            steps = [first_step(first), count_step(statistics.counts[t]), early]
            slopes = [size, position, position * size, count, count * size]
            kind = statistics.kinds.get(t, TermKind.WORD)
            yield [self.index.get(t, 0), kind, *steps], slopes

    def forward(self, steps: torch.Tensor, slopes: torch.Tensor) -> torch.Tensor:
        word, kind, first, count, early = steps.T
        table = self.first[kind, first, count] + self.early[kind, early, count]
        return self.odds[word] + table + slopes @ self.slopes

    def probabilities(self, article: Example) -> dict[str, float]:
        rows = list(self.rows(article))
        steps, slopes = torch.tensor([r[0] for r in rows]), torch.tensor([r[1] for r in rows])
        with torch.no_grad():
            odds = self(steps, slopes)
        return dict(zip(article.statistics.first, torch.sigmoid(odds).tolist(), strict=True))


def learn_words(articles: Sequence[Example], epochs: int = 4) -> Words:
    model = Words(articles)
    rows = [row for a in articles for row in model.rows(a)]
    steps, slopes = torch.tensor([r[0] for r in rows]), torch.tensor([r[1] for r in rows])
    labels = torch.tensor([y for a in articles for y in a.labels.values()])
    optimizer = torch.optim.Adam(model.parameters(), lr=0.03)
    for _ in range(epochs):
        for batch in torch.randperm(len(rows)).split(8192):
            odds = model(steps[batch], slopes[batch])
            loss = binary_cross_entropy_with_logits(odds, labels[batch])
            loss = loss + 2e-6 * (model.odds**2).sum()
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
        for group in optimizer.param_groups:
            group["lr"] *= 0.5
    return model


@dataclass
class Candidates:
    """The sets of sentences of one article: rows, what each set has of them, rewards, lengths."""

    rows: Any
    members: Any
    whole: Any
    rewards: Any
    excess: Any  # tens of words above those of the first sentences


def candidates(article: Example, stop: frozenset[str]) -> Candidates:
    document, probabilities = article.document, article.probabilities
    rows = features(document, probabilities, stop)
    terms = [frozenset(row) for row in document.terms]
    expected = [sum(probabilities[t] for t in ts) for ts in terms]
    order = sorted(range(len(rows)), key=lambda i: WORD_COST * document.lengths[i] - expected[i])
    pool = sorted({*range(CHOSEN), *order[:POOL]})
    scorer = Scorer(document.texts, article.references)
    lead = sum(document.lengths[:CHOSEN])
    members, whole, rewards, excess = [], [], [], []
    for chosen in itertools.combinations(pool, CHOSEN):
        covered = sum(probabilities[t] for t in frozenset().union(*(terms[i] for i in chosen)))
        content = [terms[i] - stop for i in chosen]
        repeated = sum(map(len, content)) - len(frozenset().union(*content))
        words = sum(document.lengths[i] for i in chosen)
        rates = [covered / (words + n) for n in RATES]
        members.append([pool.index(i) for i in chosen])
        whole.append([covered, repeated, *rates])
        rewards.append(sum(scorer.score(chosen)))
        excess.append((words - lead) / 10)
    return Candidates(
        torch.tensor([[float(x) for x in rows[i]] for i in pool]),
        torch.tensor(members),
        torch.tensor(whole),
        torch.tensor(rewards),
        torch.tensor(excess),
    )


def learn_sets(sets: Sequence[Candidates], decay: float) -> tuple[list[float], list[float]]:
    """The weights of the features, and those of the whole.

    In units of the deviation of the value of an article's sets, so that costs can be set by hand.
    """
    rows, whole = torch.cat([s.rows for s in sets]), torch.cat([s.whole for s in sets])
    starts = itertools.accumulate((len(s.rows) for s in sets), initial=0)
    members = torch.cat([s.members + start for s, start in zip(sets, starts, strict=False)])
    owner = torch.cat([torch.full((len(s.rewards),), i) for i, s in enumerate(sets)])
    gain = torch.cat([GAIN * (s.rewards - s.rewards.mean()) - LENGTH_COST * s.excess for s in sets])
    spread, scale = rows.std(0) + 1e-6, whole.std(0) + 1e-6
    rows, whole = (rows - rows.mean(0)) / spread, (whole - whole.mean(0)) / scale
    single = torch.zeros(rows.shape[1], requires_grad=True)
    joint = torch.zeros(whole.shape[1], requires_grad=True)
    optimizer = torch.optim.LBFGS(
        [single, joint], max_iter=150, history_size=20, line_search_fn="strong_wolfe"
    )

    def value() -> torch.Tensor:
        return (rows.clamp(-5, 5) @ single)[members].sum(1) + whole @ joint

    def loss() -> torch.Tensor:
        optimizer.zero_grad()
        values = value()
        top = torch.full((len(sets),), -math.inf).scatter_reduce(0, owner, values, "amax")
        odds = torch.exp(values - top.detach()[owner])
        total = torch.zeros(len(sets)).index_add(0, owner, odds)
        expected = (odds / total[owner] * gain).sum() / len(sets)
        cost = decay * ((single**2).sum() + (joint**2).sum()) - expected
        cost.backward()
        return cost

    optimizer.step(loss)
    with torch.no_grad():
        values, count = value(), torch.bincount(owner).float()
        means = torch.zeros(len(sets)).index_add(0, owner, values) / count
        unit = ((values - means[owner]) ** 2).mean().sqrt()
        return (single / spread / unit).tolist(), (joint / scale / unit).tolist()


def written(words: Words, weights: Sequence[float], whole: Sequence[float]) -> str:
    """The text of ranker.txt."""
    levels: dict[float, list[str]] = {}
    odds = words.odds.tolist()
    for t, i in words.index.items():
        levels.setdefault(round(odds[i] * 10) / 10, []).append(t)
    lines = ["[terms]", *(f"{x:.1f} {' '.join(levels[x])}" for x in sorted(levels))]
    for name, table in (("first", words.first), ("early", words.early)):
        lines.append(f"[{name}]")
        for kind, steps in enumerate(table.tolist()):
            lines += [
                f"{kind} {step} {' '.join(f'{x:.3f}' for x in row)}"
                for step, row in enumerate(steps)
            ]
    slopes = [*words.slopes.tolist(), odds[0]]
    lines += ["[slopes]", *(f"{n}\t{x:.4f}" for n, x in zip(SLOPES, slopes, strict=True))]
    rows = zip(FEATURES, weights, strict=True)
    lines += ["[features]", *(f"{n}\t{w:.4f}" for n, w in rows)]
    lines += ["[summary]", *(f"{n}\t{x:.5f}" for n, x in zip(WHOLE, whole, strict=True))]
    return HEAD + "\n".join(lines) + "\n"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("output", type=Path)
    parser.add_argument("--decay", type=float, default=0.001)
    args = parser.parse_args()
    torch.manual_seed(0)
    torch.set_num_threads(1)
    articles = examples(args.data)
    random.Random(0).shuffle(articles)
    print(len(articles), "articles")
    halves = articles[::2], articles[1::2]
    for seen, unseen in (halves, halves[::-1]):
        model = learn_words(seen)
        for article in unseen:
            article.probabilities = model.probabilities(article)
    stop = stop_terms("en")
    weights, whole = learn_sets([candidates(a, stop) for a in articles], args.decay)
    text = written(learn_words(articles), weights, whole)
    args.output.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
