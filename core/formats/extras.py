"""Libraries that come with an extra: imported when a kind of file needs one, named if missing."""

from importlib import import_module
from types import ModuleType

from newsbrief.errors import InputError


def library(name: str, extra: str, kind: str) -> ModuleType:
    """The module ``name``, which reads ``kind`` and comes with the ``extra``.

    Raises ``InputError`` where it is not installed; the message says what to install.
    """
    try:
        return import_module(name)
    except ImportError:
        raise InputError(f"{kind} needs an extra: pip install 'newsbrief[{extra}]'") from None
