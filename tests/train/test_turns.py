"""Which articles the choice of turns may take for no transcripts."""

from train.turns import is_transcript

TEXT = """The ferry

Ann Hale: It sails on Monday, and nobody is told.

Tom Ray: It sailed last Monday too.

Ann Hale: Nine people were on it.
"""


def row(*claims: str) -> dict[str, object]:
    """``TEXT`` with ``claims``, each from where it begins to the end of its line."""
    starts = [TEXT.index(claim) for claim in claims]
    spans = [[start, TEXT.index("\n", start)] for start in starts]
    return {"text": TEXT, "attributions": [{"claim": [span]} for span in spans]}


def test_an_article_whose_claims_begin_behind_labels_is_a_transcript() -> None:
    assert is_transcript(row("It sails", "It sailed", "Nine"))


def test_other_articles_are_none() -> None:
    assert not is_transcript(row())
    assert not is_transcript(row("It sails", "It sailed"))
    assert not is_transcript(row("nobody", "last Monday", "people"))
