"""The kinds of input that newsbrief reads."""

from enum import StrEnum


class InputKind(StrEnum):
    """What a file is, as a message calls it."""

    TEXT = "a text"
    HTML = "a web page"
    MHTML = "a saved web page (MHTML)"
    PDF = "a PDF file"
    DOCX = "a Word document (.docx)"
    ODT = "an OpenDocument text (.odt)"
    EPUB = "an EPUB book"
    RTF = "a Rich Text document"
    MAIL = "a mail"
    FEED = "a feed (RSS or Atom)"
    SUBTITLES = "subtitles (SRT, SBV or WebVTT)"
    MARKDOWN = "a Markdown text"
    JSON = "a JSON or JSON Lines file"
    CSV = "a table (CSV)"
    PARQUET = "a Parquet table"
    WARC = "a web archive (WARC)"
    COMPRESSED = "a compressed file"
