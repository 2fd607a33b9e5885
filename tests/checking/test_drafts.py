"""The drafts with known faults: the README gives what is found, and few alarms are false."""

from pathlib import Path

import pytest

import drafts

README = Path(__file__).parents[2] / "README.md"
MAX_FALSE_ALARMS = 0.03  # of the right claims
MIN_FOUND = 0.9  # of the faults


def test_the_readme_has_the_table_of_the_bench() -> None:
    counts = drafts.count(drafts.drafts(drafts.KEPT.read_text("utf-8")))
    assert drafts.table(counts) in README.read_text("utf-8"), "python bench/drafts.py prints it"
    assert counts.drafts - counts.faultless >= 20
    assert counts.faultless >= 20
    assert counts.false_alarms <= MAX_FALSE_ALARMS * counts.right
    assert counts.found >= MIN_FOUND * counts.faults


def test_the_drafts_to_develop_by() -> None:
    counts = drafts.count(drafts.drafts(drafts.KEPT.with_name("develop.txt").read_text("utf-8")))
    assert (counts.named, counts.false_alarms) == (counts.faults, 0)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "# faultless | a.txt\nWords.\n! absent | Words", id="a fault in a faultless one"
        ),
        pytest.param("# made up | a.txt\nWords.", id="a faulty one without a fault"),
        pytest.param("# made up | a.txt\nWords.\n! absent | Others", id="words that are not there"),
        pytest.param("# made up\nWords.\n! absent | Words", id="no articles"),
    ],
)
def test_a_draft_laid_out_otherwise_is_an_error(text: str) -> None:
    with pytest.raises(ValueError, match=r"laid out otherwise|not in its draft"):
        drafts.drafts(f"Header.\n\n{text}\n")
