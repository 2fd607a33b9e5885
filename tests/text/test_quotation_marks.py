"""The sets of quotation marks agree with the table of styles."""

import re

from newsbrief.text.quotation_marks import CLOSING_MARKS, DOUBLE_MARKS, MARKS, OPENING_MARKS, STYLES


def test_sets_follow_the_table() -> None:
    closers = {mark for style in STYLES.values() for mark in style.closers}
    assert set(OPENING_MARKS) == set("".join(STYLES)) - {"”"}
    assert set(CLOSING_MARKS) == set("".join(closers))
    assert set(MARKS) == STYLES.keys() | closers
    single = {mark for opener, s in STYLES.items() if s.single for mark in (opener, *s.closers)}
    assert set(DOUBLE_MARKS) == {mark for mark in MARKS if len(mark) == 1} - single


def test_a_set_may_stand_in_a_pattern() -> None:
    for marks in (OPENING_MARKS, CLOSING_MARKS, DOUBLE_MARKS):
        assert re.findall(f"[{marks}]", marks + "a-]^\\\\") == list(marks)
