r"""Links in a terminal (OSC 8): the name of a file or of a web page opens it.

https://gist.github.com/egmontkob/eb114294efbcd5adb1944c9f3cb5feda is how terminals agree on them.
"""

import os
import re
from pathlib import Path
from urllib.parse import quote

from newsbrief.text.web_addresses import is_web_address

from .inputs import STDIN
from .terminal import Stream, takes_escapes

_MAX_CHARACTERS = 2083  # longer ones VTE, the terminal of GNOME, drops
_SAFE = "%/:?#[]@!$&'()*+,;=~"  # RFC 3986: what may stand in a web address as it is
_PRINTS_THEM = ("linux", "eterm", "cons25")  # show the address as text, where others ignore it
_LINK = re.compile(r"\x1b\]8;[^;\x1b]*;([^\x1b]*)\x1b\\")


def target(name: str) -> str:
    """The address that the input called ``name`` links to; "" where there is nothing to open.

    Whatever is no plain ASCII in it is percent-encoded, so no name can end the link.
    """
    if name == STDIN:
        return ""
    link = quote(name, safe=_SAFE) if is_web_address(name) else _file(name)
    return link if len(link) <= _MAX_CHARACTERS else ""


def taken(stream: Stream | None, *, colour: bool) -> bool:
    """Whether links may be written to ``stream``: a terminal that takes them, and has colour."""
    terminal = os.environ.get("TERM", "")
    return colour and takes_escapes(stream) and not terminal.startswith(_PRINTS_THEM)


def plain(text: str) -> str:
    """``text`` without its links; their words stay."""
    return _LINK.sub("", text)


def steady(text: str) -> str:
    """``text`` with its links as the address alone: rich adds a random number to each."""
    return _LINK.sub(lambda link: f"\x1b]8;;{link[1]}\x1b\\", text)


def _file(name: str) -> str:
    """The address of the file ``name``, or of the one that the article ``name`` stands in."""
    for path in (name, name.rpartition(":")[0]):
        if path and _exists(path):
            # With the name of this computer, a terminal does not open a file of the same name on
            # another one, at which its user may sit.
            host = quote(os.uname().nodename) if hasattr(os, "uname") else ""
            return Path(path).absolute().as_uri().replace("file://", f"file://{host}", 1)
    return ""


def _exists(path: str) -> bool:
    try:
        return Path(path).is_file()
    except (OSError, ValueError):
        return False
