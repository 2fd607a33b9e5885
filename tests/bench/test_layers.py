"""The ablation: its layers are there, and what it counts as a difference is one."""

from pkgutil import resolve_name
from typing import TYPE_CHECKING

import pytest

import newsbrief

from ablation import Difference, difference, lacking
from layers import LAYERS, Layer, without
from scoring.facts import Fact

if TYPE_CHECKING:
    from scoring.rows import Row

TEXT = "The ship is thought to have sunk. Ann Lee said it sank. She said: “Nobody was hurt.”"


@pytest.mark.parametrize("layer", LAYERS, ids=lambda layer: layer.name)
def test_every_target_is_there(layer: Layer) -> None:
    assert layer.off
    for target, substitute in layer.off.items():
        assert resolve_name(target) is not substitute


@pytest.mark.parametrize("layer", LAYERS, ids=lambda layer: layer.name)
def test_the_pipeline_runs_without_a_layer_and_is_whole_again_after(layer: Layer) -> None:
    whole = newsbrief.facts(TEXT)
    with without(layer):
        newsbrief.facts(TEXT)
    assert newsbrief.facts(TEXT) == whole


def test_layers_are_named_once() -> None:
    names = [layer.name for layer in LAYERS]
    assert len(set(names)) == len(names)


def test_a_layer_that_is_off_is_missed() -> None:
    (she,) = (layer for layer in LAYERS if layer.name == "names: entities around the source")
    assert "Ann Lee" in {f.source.name for f in newsbrief.facts(TEXT)[2:] if f.source}
    with without(she):
        assert {f.source.display_name for f in newsbrief.facts(TEXT)[2:] if f.source} == {"She"}


def test_facts_that_differ_in_confidence_alone_are_the_same() -> None:
    one = Fact(claim=((0, 5),), confidence=0.9)
    assert lacking([one], [Fact(claim=((0, 5),), confidence=0.4)]) == []
    assert lacking([one], [Fact(claim=((0, 6),), confidence=0.9)]) == [one]


def test_a_difference_counts_what_a_reader_would_sign() -> None:
    label: Row = {"claim": [[10, 21]], "source": [[0, 5]], "name": None, "type": "unnamed"}
    label |= {"kind": "statement", "quote": "indirect", "negated": False, "hedged": False}
    row: Row = {"id": "1", "text": "Some say: it has sunk there", "attributions": [label]}
    right = Fact(claim=((10, 21),), source=((0, 4),), quote="indirect", type="unnamed")
    wrong = Fact(claim=((22, 27),), source=((0, 4),), quote="indirect", type="unnamed")
    assert difference([(row, [right, wrong])], [(row, [])]) == Difference(2, 1)
    assert difference([(row, [right])], [(row, [right])]) == Difference(0, 0)
    assert str(Difference(2, 1)) == "2 (1)"
