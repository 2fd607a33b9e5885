"""What a reader of a page does not see of it: elements that are hidden where they stand.

An element is hidden by its kind, its ``hidden`` attribute or its own ``style``. What a style sheet
hides is not known here, nor what a script shows later.
"""

import re
from collections.abc import Mapping

UNSHOWN = ("template", "noscript", "del", "s", "strike")
"""Elements that no reader sees whose browser runs scripts, and text that is struck out."""

_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
_NOTHING = re.compile(r"[0.]+(?:%|[a-z]{1,4})?")
_FOUND = "until-found"  # shown as soon as a reader looks for its words


def is_hidden(tag: str, attributes: Mapping[str, str]) -> bool:
    """Whether an element is hidden with all that is in it.

    >>> is_hidden("p", {"style": "color: red; DISPLAY : None !important"})
    True
    >>> [is_hidden("p", each) for each in ({"style": "display: block"}, {"hidden": "until-found"})]
    [False, False]
    """
    if tag in UNSHOWN or (tag == "dialog" and "open" not in attributes):
        return True
    if attributes.get("hidden", _FOUND).strip().lower() != _FOUND:
        return True
    style = declarations(attributes.get("style", ""))
    return (
        style.get("display") == "none"
        or style.get("visibility") in ("hidden", "collapse")
        or is_nothing(style.get("opacity", ""))
    )


def declarations(style: str) -> dict[str, str]:
    """The properties that a ``style`` attribute sets, and to what, in lower case.

    The last one counts, and before all others those that are important.

    >>> declarations("Opacity: 1; opacity: 0 !important; opacity: .5; color: /* a; */ Red")
    {'opacity': '0', 'color': 'red'}
    """
    if not style:
        return {}
    pairs = [each.partition(":") for each in _COMMENT.sub("", style).lower().split(";")]
    named = [(name.strip(), *value.partition("!")) for name, _, value in pairs]
    return {name: value.strip() for name, value, *_ in sorted(named, key=lambda each: each[2])}


def is_nothing(value: str) -> bool:
    """Whether the ``value`` of a property is zero.

    >>> [is_nothing(each) for each in ("0", "0.0", "0px", ".5", "", "inherit")]
    [True, True, True, False, False, False]
    """
    return _NOTHING.fullmatch(value) is not None
