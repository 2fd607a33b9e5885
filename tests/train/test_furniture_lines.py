"""Lines of furniture put into articles."""

import random

from train.furniture import line, with_lines

TEXT = "The dam broke on Monday.\n\nTen people fled. Nobody was hurt, the police said."


def test_lines_have_no_empty_slots() -> None:
    rng = random.Random(1)
    lines = [line(rng, ["the", "old", "dam"]) for _ in range(500)]
    assert not any("{" in each or "}" in each for each in lines)
    assert len(set(lines)) > 100


def test_lines_stand_where_their_spans_say() -> None:
    for seed in range(50):
        text, spans = with_lines(TEXT, random.Random(seed))
        rest = text
        for start, end in reversed(spans):
            rest = rest[:start] + rest[end:]
        assert rest.split() == TEXT.split()
        assert all(text[start:end] == text[start:end].strip() != "" for start, end in spans)
