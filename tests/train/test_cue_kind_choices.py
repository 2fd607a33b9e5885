"""What the kinds of cues are learned from, and how their weights are written."""

from newsbrief.tagging.heads import KINDS
from train.cue_kinds import choices, lines

TEXT = "Ray warned Poe that it rained. It rained, Poe thought."
ROW = {
    "text": TEXT,
    "attributions": [
        {"cue": [[4, 10]], "type": "person", "kind": "accusation", "nested": False},
        {"cue": [[46, 53]], "type": None, "kind": "belief", "nested": True},
        {"cue": None, "type": "person", "kind": "belief", "nested": False},
        {"cue": [[4, 10]], "type": "person", "kind": "nothing known", "nested": False},
    ],
}


def test_attributions_with_a_cue_and_a_kind_are_learned_from() -> None:
    first, second = choices([ROW])
    assert (KINDS[first.example.right], first.nested) == ("accusation", False)
    assert (KINDS[second.example.right], second.nested) == ("belief", True)
    assert "belief cue thought" in second.example.candidates[second.example.right]
    assert "belief type -" in second.example.candidates[second.example.right]


def test_a_line_has_the_weights_for_all_kinds_in_tenths() -> None:
    weights = {"belief cue thought": 1.26, "statement cue thought": -0.5, "other cue rain": 0.1}
    *_, line = lines(weights)
    assert line == "cue thought\t-5 13 " + " ".join("0" for _ in KINDS[2:])
