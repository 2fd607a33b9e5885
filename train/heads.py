"""The heads that are learned: those of the tagger, and PolNeAR's own, which only the teacher has.

PolNeAR has another notion of attribution than the readers (plans and wants are in, of nested
attributions the outer one alone), so its labels have heads of their own and share the encoder.
"""

from newsbrief.tagging.heads import HEADS, SIDES, SPAN_LABELS, columns

TEACHER_HEADS = HEADS | {"polnear_labels": SPAN_LABELS, "polnear_sides": SIDES}
NAMES = tuple(TEACHER_HEADS)
INDEX = {name: i for i, name in enumerate(NAMES)}
TEACHER_COLUMNS = columns(TEACHER_HEADS)
WIDTH = max(end for _, end in TEACHER_COLUMNS.values())
TAGGER_WIDTH = TEACHER_COLUMNS[NAMES[len(HEADS) - 1]].end

# Heads whose labels are O, B and I.
SEQUENCES = ("labels", "inner", "told", "name", "polnear_labels")
SIDES_OF = {"sides": "labels", "inner_sides": "inner", "polnear_sides": "polnear_labels"}
UNKNOWN = -100  # of a head that says nothing of a token: the loss leaves it out

# In the loss of the teacher and of the tagger, beside 1 for "labels".
WEIGHTS = {
    "labels": 1.0,
    "sides": 0.3,
    "inner": 0.7,
    "inner_sides": 0.15,
    "told": 0.5,
    "name": 0.3,
    "kind": 0.2,
    "type": 0.2,
    "optional": 0.3,
    "negated": 0.1,
    "hedged": 0.1,
    "polnear_labels": 1.0,
    "polnear_sides": 0.3,
}
