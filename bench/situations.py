"""Count the short texts whose facts are as a careful reader has them, by situation.

    python bench/situations.py [FILE]

FILE (``labelled/situations.jsonl`` if none is given) has rows ``{"id", "situation", "text",
"expected", "never"}``: a text is right if for each of "expected" a fact fits it, and none fits one
of "never". A fact fits if its source, claim and cue contain the strings named, and name, type,
kind, quote, negated and hedged are those named; "source": null asks for none.
"""

import sys
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from newsbrief import Attribution, facts

from scoring.rows import Row, read_rows

SITUATIONS = Path(__file__).with_name("labelled") / "situations.jsonl"
SAME = ("kind", "quote", "negated", "hedged")

Wanted = Mapping[str, Any]


def main() -> None:
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else SITUATIONS
    rows = list(read_rows(path))
    right = {row["id"]: is_right(row) for row in rows}
    texts = Counter(row["situation"] for row in rows)
    good = Counter(row["situation"] for row in rows if right[row["id"]])
    print("| situation | right | of |")
    print("| --- | --- | --- |")
    for situation, count in texts.most_common():
        print(f"| {situation} | {good[situation]} | {count} |")
    print(f"| all | {sum(good.values())} | {len(rows)} |")
    print("\nnot right:", *(row["id"] for row in rows if not right[row["id"]]))


def is_right(row: Row) -> bool:
    """Whether the facts of ``row`` are those expected."""
    found = facts(row["text"])
    missing = (want for want in row["expected"] if not any(fits(fact, want) for fact in found))
    wrong = (want for want in row["never"] if any(fits(fact, want) for fact in found))
    return not any(missing) and not any(wrong)


def fits(fact: Attribution, want: Wanted) -> bool:
    """Whether ``fact`` is as ``want`` has it."""
    source = fact.source
    if source is None:
        if any(want.get(key) for key in ("source_contains", "name", "type")):
            return False
    elif ("source" in want and want["source"] is None) or not (
        want.get("source_contains", "") in source.text
        and want.get("name", source.display_name) == source.display_name
        and want.get("type", source.type) == source.type
    ):
        return False
    cue = fact.cue.text if fact.cue else ""
    return (
        want.get("claim_contains", "") in fact.claim.text
        and want.get("cue", "") in cue
        and all(getattr(fact, key) == want[key] for key in SAME if key in want)
    )


if __name__ == "__main__":
    main()
