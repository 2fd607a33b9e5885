"""The record of an article: what is known of it, its summary and its facts, as plain values.

Every record has the same keys in the same order, one for an article that failed too.
"""

from dataclasses import dataclass

from newsbrief.article import Article, Metadata
from newsbrief.extraction.facts import DEFAULT_MIN_CONFIDENCE, facts
from newsbrief.summary.summarize import summarize
from newsbrief.text.language import ENGLISH, language

from .plain import SCHEMA, Plain, fact_options, plain_fact, plain_sentence


@dataclass(frozen=True, slots=True)
class RecordOptions:
    """What a record holds: how many sentences and which facts, and the text too if ``with_text``.

    ``sentences`` is three unless given. Facts have ``min_confidence`` or more, from 0 to 1;
    ``optional`` ones are left out unless asked for.
    """

    sentences: int | None = None
    min_confidence: float = DEFAULT_MIN_CONFIDENCE
    optional: bool = False
    with_text: bool = False


DEFAULTS = RecordOptions()


def record(
    article: Article, file: str, id_: str | None = None, options: RecordOptions = DEFAULTS
) -> Plain:
    """The record of ``article``, which was read from ``file`` and is called ``id_`` there.

    ``file`` is also its id where it has none. Offsets count code points of the article's text from
    0, ends exclusive. ``facts`` is None where the article is not in English: none are looked for.

    Raises ``EmptyError`` where the article has no sentence, ``OptionError`` where an option has a
    value that makes no sense.
    """
    summary = summarize(article, sentences=options.sentences)
    found = None
    if language(article.text) == ENGLISH:
        found = facts(article, min_confidence=options.min_confidence, optional=options.optional)
    return {
        **_known(article.metadata, article.title, file, id_),
        **({"text": article.text} if options.with_text else {}),
        "sentences": summary.body_sentences,
        "summary": [plain_sentence(sentence) for sentence in summary.sentences],
        "facts": None if found is None else [plain_fact(fact) for fact in found],
        "options": fact_options(options.min_confidence, optional=options.optional),
        "error": None,
    }


def error_record(
    message: str, file: str, id_: str | None = None, options: RecordOptions = DEFAULTS
) -> Plain:
    """The record of an article of which there is no result, and ``message`` says why, in a line."""
    return {
        **_known(Metadata(), None, file, id_),
        **({"text": None} if options.with_text else {}),
        "sentences": None,
        "summary": None,
        "facts": None,
        "options": fact_options(options.min_confidence, optional=options.optional),
        "error": message,
    }


def _known(known: Metadata, title: str | None, file: str, id_: str | None) -> Plain:
    return {
        "schema": SCHEMA,
        "id": file if id_ is None else id_,
        "file": file,
        "title": title,
        "byline": known.byline,
        "date": known.date,
        "outlet": known.outlet,
        "url": known.url,
        "language": known.language,
    }
