"""trafilatura, imported without opening a socket.

It imports urllib3, for downloads that newsbrief does not make by it. urllib3 asks as it is imported
whether there is IPv6, by binding a socket to ::1.
"""

import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType

from .extras import library

_ASKS = "urllib3.util.connection"


def trafilatura() -> ModuleType:
    """The module trafilatura. Raises ``InputError`` where it is not installed."""
    with _unasked():
        return library("trafilatura", "web", "a web page")


@contextmanager
def _unasked() -> Iterator[None]:
    """Keep urllib3 from asking for IPv6 within; after it, urllib3 takes Python's word for it."""
    if _ASKS in sys.modules:
        yield
        return
    known, socket.has_ipv6 = socket.has_ipv6, False
    try:
        yield
    finally:
        socket.has_ipv6 = known
        if asking := sys.modules.get(_ASKS):
            vars(asking)["HAS_IPV6"] = known
