"""The document in paragraphs with named styles, as word processors write it.

The creator and the dates that such a file carries are often those of its template: only what
paragraphs in the styles "Author" and "Date" say is taken.
"""

from collections.abc import Iterable

from newsbrief.errors import InputError
from newsbrief.reading.reference_marks import without_reference_marks

from .document import Document
from .plain_text import one_line, plain_text
from .stated_values import iso_date, without_by


def styled(paragraphs: Iterable[tuple[str, str]], kind: str) -> list[Document]:
    """The document of ``paragraphs``, each a text and the name of its style, as a list of one.

    Its title is the first paragraph in the style "Title", or the heading that it opens with.
    Raises ``InputError`` where ``kind``, as "a Word document", has no text in it.

    >>> (document,) = styled([("Quay shut", "Heading 1"), ("Jo Roe", "Author")], "a text")
    >>> document.title, document.byline
    ('Quay shut', 'Jo Roe')
    """
    title = byline = date = None
    texts: list[str] = []
    for text, name in paragraphs:
        style = name.lower()
        if title is None and (style == "title" or (style == "heading 1" and not texts)):
            title = one_line(text)
            continue
        texts.append(text)
        byline = byline or (without_by(one_line(text)) if style == "author" else None)
        date = date or (iso_date(text) if style == "date" else None)
    if not (title or texts):
        raise InputError(f"{kind} with no text in it")
    text = without_reference_marks(plain_text(title, texts))
    headline = text.partition("\n")[0] if title else None
    return [Document(text, title=headline, byline=byline, date=date)]
