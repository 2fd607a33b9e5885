"""The errors that the library raises, and how those of the system are told.

NewsbriefError
├── InputError    an input that cannot be read, or what reads it is not installed
├── EmptyError    a text with no sentence to work on, or none on the topic asked for
└── OptionError   an option value that makes no sense; the message lists the good ones
"""

import re

_USER = re.compile(r"(https?://)[^\s/?#]*@", re.IGNORECASE)
_OTHER_ADDRESS = re.compile(r"(?!https?:)[a-z][a-z\d+.-]+:/", re.IGNORECASE)  # no drive: "C:/"


class NewsbriefError(Exception):
    """Base of all errors here; its message is one line, fit to be shown to a user."""


class InputError(NewsbriefError):
    """The input cannot be read, or what reads it is not installed."""


class EmptyError(NewsbriefError):
    """The text holds no sentence to work on, or none on the topic asked for."""


class OptionError(NewsbriefError, ValueError):
    """An option has a value that makes no sense."""


def reason(error: Exception) -> str:
    """Why a file cannot be read or written: "no such file or directory", as a message ends."""
    if isinstance(error, FileNotFoundError) and _OTHER_ADDRESS.match(str(error.filename)):
        return "no such file, and only http and https addresses are read"
    said = getattr(error, "strerror", None)
    return said[:1].lower() + said[1:] if said else str(error)


def without_user(text: str) -> str:
    """``text`` without the user and the password in the web addresses that it has.

    >>> without_user("http://jane:secret@coast.example/"), without_user("https://coast.example/@jane")
    ('http://***@coast.example/', 'https://coast.example/@jane')
    """
    return _USER.sub(r"\1***@", text)


def told_seconds(seconds: float) -> str:
    """A limit in words.

    >>> told_seconds(1), told_seconds(0.5), told_seconds(90)
    ('1 second', '0.5 seconds', '90 seconds')
    """
    return "1 second" if seconds == 1 else f"{seconds:g} seconds"
