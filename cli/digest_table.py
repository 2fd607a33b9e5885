"""The tables of a digest: its summary, and the claims with who makes and who contradicts them."""

import os
from collections import Counter
from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from newsbrief import Claim, Digest, Standing
from newsbrief.text.web_addresses import is_web_address

from .counts import counted
from .digest_text import other_words, standing_words
from .tables import MAX_TEXT_COLUMNS, Fitted, file_name, table, words

_FILE_SHARE, _SOURCES_SHARE = 0.25, 0.3  # of the width of a table
_MIN_COLUMNS, _MAX_COLUMNS = 16, 40  # of files and of sources
_STANDING_COLUMNS = 13  # "single source"


def digest_table(files: Sequence[str], digest: Digest, notes: Sequence[str]) -> RenderableType:
    """The ``notes``, the summary with the files it is from, the claims, and how many there are."""
    parts: list[RenderableType] = [words(note, "dim") for note in notes]
    if digest.summary:
        parts += [Fitted(lambda width: _summary(files, digest, width)), words("")]
    if digest.claims:
        parts.append(Fitted(lambda width: _claims(digest.claims, width)))
    return Group(*parts, words(_totals(files, digest.claims), "dim"))


def _summary(files: Sequence[str], digest: Digest, width: int) -> Table:
    """The sentences with their lines and files; a folder that all files are in is left out."""
    grid = table()
    grid.add_column("Line", justify="right", style="dim", no_wrap=True)
    grid.add_column("Summary", max_width=MAX_TEXT_COLUMNS, overflow="fold")
    grid.add_column("File", max_width=_share(width, _FILE_SHARE), overflow="fold")
    short = _within_folder(files)
    for i, sentence in digest.summary:
        name = file_name(files[i], short[i], "dim")
        grid.add_row(str(sentence.line), words(sentence.text), name)
    return grid


def _claims(claims: Sequence[Claim], width: int) -> Table:
    """Each claim, below it how others put it; how it stands; its sources."""
    grid = table()
    grid.add_column("Claim", max_width=MAX_TEXT_COLUMNS, overflow="fold")
    grid.add_column("Standing", max_width=_STANDING_COLUMNS, overflow="fold")
    grid.add_column("Sources", max_width=_share(width, _SOURCES_SHARE), overflow="fold")
    for claim in claims:
        style = "bold" if claim.standing is Standing.CONTRADICTED else ""
        standing = words(claim.standing.value, style)
        standing.append("\n").append_text(words(counted(claim.articles, "article"), "dim"))
        sources = Text("\n").join(words(each) for each in standing_words(claim))
        grid.add_row(_claim(claim), standing, sources)
    return grid


def _claim(claim: Claim) -> Text:
    """The words of ``claim``, and below them what others make of it, each in its own words."""
    lines = [words(claim.text)]
    lines += [words(said, _STYLES[agrees]) for said, agrees in other_words(claim)]
    return Text("\n").join(lines)


_STYLES = {True: "dim", False: "italic", None: "dim italic"}  # by whether they agree


def _totals(files: Sequence[str], claims: Sequence[Claim]) -> str:
    """How many claims of how many articles there are: "3 claims of 2 articles, 1 contradicted"."""
    counts = Counter(claim.standing for claim in claims)
    total = f"{counted(len(claims), 'claim')} of {counted(len(files), 'article')}"
    stand = (f"{counts[standing]:,} {standing}" for standing in Standing if counts[standing])
    return ", ".join([total, *stand])


def _within_folder(files: Sequence[str]) -> list[str]:
    """``files`` without the folder that all of them are in."""
    folders = [name.rpartition("/")[0] for name in files]
    if not all(folders) or len({name.startswith("/") for name in files}) > 1:
        return list(files)
    shared = "" if any(map(is_web_address, files)) else os.path.commonpath(folders)
    return [name.removeprefix(f"{shared}/") for name in files]


def _share(width: int, share: float) -> int:
    return min(max(int(width * share), _MIN_COLUMNS), _MAX_COLUMNS)
