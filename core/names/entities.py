"""Who and what an article names: its entities and the mentions of each.

Mentions with the same words are of one entity, and a short form is of the entity whose longer name
``short_forms`` chooses for it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from newsbrief.spans import SortedSpans, fold

from .mention import Keys, Mention, gender
from .short_forms import ShortForms


@dataclass(slots=True, eq=False)
class Entity:
    """Somebody or something with a name."""

    keys: Keys  # the words of its fullest name, in lower case
    fullest: Mention  # where it stands in full, the first time
    mentions: list[int] = field(default_factory=list)  # indexes of the article's, in order
    gender: str = ""  # "female" or "male", from a title or a first name; "" if none tells it
    kind: str = "-"  # what ``Discourse`` finds: "p" a person, "o" a body, and more


class Entities:
    """The entities of an article, found by mention and by offset."""

    def __init__(self, text: str, mentions: Sequence[Mention]) -> None:
        """Link the ``mentions`` of the article ``text``, which are in order."""
        self.text = text
        self.mentions = mentions
        # The entities that a mention may be of as well, by its index: "Ray" after two Rays.
        self.namesakes: dict[int, list[Entity]] = {}
        self.of_mention = self._linked()
        self.all = list(dict.fromkeys(self.of_mention))
        for index, entity in enumerate(self.of_mention):
            self._add(entity, index)

    def name(self, entity: Entity) -> str:
        """The fullest name of ``entity``, as it stands in the article, white space folded."""
        return fold(self.text[entity.fullest.start : entity.fullest.end])

    @cached_property
    def spans(self) -> SortedSpans[Mention]:
        """The mentions, found by offset."""
        return SortedSpans(self.mentions)

    def _linked(self) -> list[Entity]:
        """The entity of each mention; longer names are linked before their short forms."""
        forms = ShortForms(self.text, self.mentions)
        of_name: dict[Keys, Entity] = {}
        of_mention: dict[int, Entity] = {}
        for keys in sorted(forms.by_keys, key=len, reverse=True):
            own: Entity | None = None
            for index in forms.by_keys[keys]:
                longer = forms.chosen(index)
                if longer:
                    of_mention[index] = of_name[longer]
                    continue
                own = of_mention[index] = own or Entity(keys, self.mentions[index])
                if not forms.is_ambiguous(index):
                    self.namesakes[index] = [of_name[each] for each in forms.namesakes(index)]
            of_name[keys] = of_mention[forms.by_keys[keys][0]]
        return [of_mention[index] for index in range(len(self.mentions))]

    def _add(self, entity: Entity, index: int) -> None:
        """Add the mention at ``index`` to ``entity``; the longest names it, in small letters."""
        entity.mentions.append(index)
        entity.gender = entity.gender or gender(self.mentions[index])
        fullest, mention = entity.fullest, self.mentions[index]
        more_words = len(mention.keys) - len(fullest.keys)
        if more_words > 0 or (
            more_words == 0 and self._in_capitals(fullest) and not self._in_capitals(mention)
        ):
            entity.fullest, entity.keys = mention, mention.keys

    def _in_capitals(self, mention: Mention) -> bool:
        return self.text[mention.start : mention.end].isupper()
