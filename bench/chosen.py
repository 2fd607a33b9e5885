"""The sentences of an article that are compared: those that newsbrief chooses, and the first."""

from newsbrief import Article, Method, parse, summarize

SENTENCES = 3  # of a summary, if nothing else is said

Extract = list[tuple[int, int]]


def chosen(source: Article | str, length: int = SENTENCES, method: Method = Method.NEWS) -> Extract:
    """The spans of the ``length`` sentences of the summary by ``method``."""
    summary = summarize(source, sentences=length, method=method)
    return [(sentence.start, sentence.end) for sentence in summary.sentences]


def lead(text: str, length: int = SENTENCES) -> Extract:
    """The spans of the first ``length`` sentences of the body."""
    return [(sentence.start, sentence.end) for sentence in parse(text).body[:length]]
