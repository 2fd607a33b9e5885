"""Web addresses: what one answers, fetched by the standard library and read as a file is.

Only who names an address has it fetched: nothing in an article leads to a request. No redirect goes
on to another scheme than HTTP and HTTPS, from HTTPS to HTTP, or from the internet into the local
network.
"""

import ssl
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from http.client import HTTPConnection, HTTPException, HTTPResponse, HTTPSConnection
from pathlib import PurePosixPath
from socket import SHUT_RDWR, gaierror, socket
from threading import Timer
from typing import NamedTuple
from urllib.error import URLError
from urllib.parse import quote, urljoin, urlsplit, urlunsplit
from urllib.request import HTTPHandler, HTTPSHandler, OpenerDirector, ProxyHandler, Request

from newsbrief.errors import InputError, reason, told_seconds, without_user

from .document import Document, PartError
from .documents import documents
from .files import bounded
from .html import in_charset
from .options import TIMEOUT_SECONDS, ReadOptions

MAX_BYTES = 20_000_000
MAX_REDIRECTS = 5
_REDIRECTS = (301, 302, 303, 307, 308)
_OK = 200
_ACCEPTED = "text/html,application/xhtml+xml,application/xml;q=0.9,text/plain;q=0.8,*/*;q=0.5"
_SAFE = "%/:=&?~+!$,;'@()*[]"  # in an address; all else is escaped


class Answer(NamedTuple):
    """What an address answers: where it stands in the end, its bytes, and their charset if told."""

    address: str
    data: bytes
    charset: str | None


def fetched(
    address: str, options: ReadOptions, timeout: float = TIMEOUT_SECONDS
) -> Iterable[Document | PartError]:
    """The documents at ``address``; its own address is their URL where they state none.

    It has ``timeout`` seconds to answer in full. Raises ``InputError`` where it cannot be fetched
    or what it answers cannot be read; the message starts with ``address``.
    """
    try:
        answer = fetch(address, options.max_bytes or MAX_BYTES, timeout)
        if options.encoding is None and answer.charset and in_charset(answer.data, answer.charset):
            options = replace(options, encoding=answer.charset)
        name = PurePosixPath(urlsplit(answer.address).path).name
        found = documents(answer.data, name, options)
    except InputError as error:
        raise InputError(f"{without_user(address)}: {error}") from error
    return _with_address(found, answer.address)


def _with_address(
    found: Iterable[Document | PartError], address: str
) -> Iterator[Document | PartError]:
    for document in found:
        if isinstance(document, Document) and document.url is None:
            yield replace(document, url=address)
        else:
            yield document


def fetch(address: str, limit: int, timeout: float) -> Answer:
    """What ``address`` answers, unpacked, where that is at most ``limit`` bytes.

    Raises ``InputError``; the message says why, without the address.
    """
    with _deadline(timeout) as opener, _in_one_line(timeout):
        for _ in range(MAX_REDIRECTS + 1):
            with opener.open(_request(address), timeout=timeout) as response:
                location = response.headers.get("Location")
                if response.status in _REDIRECTS and location:
                    address = followed(address, location)
                    continue
                if response.status != _OK:
                    raise InputError(f"answers {response.status} {response.reason}".rstrip())
                return Answer(
                    address, _body(response, limit), response.headers.get_content_charset()
                )
        raise InputError(f"redirects more than {MAX_REDIRECTS} times")


def _request(address: str) -> Request:
    from importlib.metadata import version

    parts = urlsplit(address)
    host = parts.hostname or ""
    if parts.username is not None:
        raise InputError("is no address of a page: newsbrief sends no user and no password")
    if not host:
        raise InputError("is no address of a page")
    try:
        netloc = host.encode("idna").decode() if not host.isascii() else parts.netloc
        if not host.isascii() and parts.port:
            netloc = f"{netloc}:{parts.port}"
    except ValueError:
        raise InputError("is no address of a page") from None
    path, query = quote(parts.path or "/", _SAFE), quote(parts.query, _SAFE)
    headers = {
        "User-Agent": f"newsbrief/{version('newsbrief')} (fetches one article for its reader)",
        "Accept": _ACCEPTED,
        "Accept-Encoding": "gzip",
    }
    return Request(urlunsplit((parts.scheme, netloc, path, query, "")), headers=headers)  # noqa: S310


def followed(address: str, location: str) -> str:
    """Where a redirect from ``address`` leads. Raises ``InputError`` for a scheme not allowed."""
    target = urljoin(address, location)
    scheme, before = urlsplit(target).scheme, urlsplit(address).scheme
    if scheme not in ("http", "https") or (before == "https" and scheme == "http"):
        raise InputError(f"redirects to {scheme or 'nothing'}:, which is not followed")
    return target


def _body(response: HTTPResponse, limit: int) -> bytes:
    data = bounded(response, limit)
    if response.length:
        raise InputError("the answer ends early")
    packing = response.headers.get("Content-Encoding", "identity").strip().lower()
    if packing in ("gzip", "x-gzip"):
        from .compressed import opened

        return opened(data, limit)
    if packing not in ("identity", ""):
        raise InputError(f"answers in the encoding {packing!r}, which was not asked for")
    return data


@contextmanager
def _in_one_line(timeout: float) -> Iterator[None]:
    """Errors of the network as ``InputError``."""
    try:
        yield
    except URLError as error:
        raise InputError(_reason(error.reason, timeout)) from error
    except (OSError, HTTPException, ValueError) as error:
        raise InputError(_reason(error, timeout)) from error


def _reason(error: object, timeout: float) -> str:
    """Why an address cannot be fetched, as the end of a message."""
    if isinstance(error, gaierror):
        return "there is no site of this name, or no connection to look it up"
    if isinstance(error, ssl.SSLCertVerificationError):
        return f"its certificate is not valid ({error.verify_message})"
    if isinstance(error, ssl.SSLError):
        return "no secure connection is made with it, as by a server that speaks only http"
    if isinstance(error, TimeoutError):
        return f"no complete answer in {told_seconds(timeout)}; --timeout sets another limit"
    if isinstance(error, OSError) and error.strerror:
        return reason(error)
    return f"no answer that can be read ({type(error).__name__})"


@contextmanager
def _deadline(timeout: float) -> Iterator[OpenerDirector]:
    """An opener of addresses whose connections all end ``timeout`` seconds from now.

    The time limit of a socket is for each packet: a server that sends a byte at a time never
    reaches it. Raises ``InputError`` where the time is up, whatever error that brought about.
    """
    connections = _Connections()
    timer = Timer(timeout, connections.end)
    timer.daemon = True
    timer.start()
    try:
        yield _opener(connections)
    finally:
        timer.cancel()
        if connections.ended:
            raise InputError(_reason(TimeoutError(), timeout))


class _Connections:
    """The connections to one address and to those that it redirects to."""

    def __init__(self) -> None:
        self.sockets: list[socket] = []
        self.from_outside = False
        self.ended = False

    def add(self, opened: socket) -> None:
        """Keep a socket. Raises ``InputError`` where a redirect leads into the local network."""
        outside = is_outside(opened.getpeername()[0])
        if self.from_outside and not outside:
            raise InputError("redirects into the local network, which is not followed")
        self.from_outside |= outside
        self.sockets.append(opened)

    def end(self) -> None:
        """End all connections, also while they are being read."""
        self.ended = True
        for each in self.sockets:
            with suppress(OSError):
                each.shutdown(SHUT_RDWR)


def is_outside(address: str) -> bool:
    """Whether an IP ``address`` is one of the internet, not of this machine or its network."""
    from ipaddress import IPv6Address, ip_address

    ip = ip_address(address)
    mapped = ip.ipv4_mapped if isinstance(ip, IPv6Address) else None
    return (mapped or ip).is_global


def _opener(connections: _Connections) -> OpenerDirector:
    """An opener for HTTP and HTTPS alone, through the proxies of the environment.

    It follows no redirect, and tells ``connections`` of those that it opens.
    """

    class Http(HTTPConnection):
        def connect(self) -> None:
            super().connect()
            connections.add(self.sock)

    class Https(HTTPSConnection):
        def connect(self) -> None:
            super().connect()
            connections.add(self.sock)

    class OpensHttp(HTTPHandler):
        def http_open(self, req: Request) -> HTTPResponse:
            return self.do_open(Http, req)

    class OpensHttps(HTTPSHandler):
        def https_open(self, req: Request) -> HTTPResponse:
            return self.do_open(Https, req, context=ssl.create_default_context())

    opener = OpenerDirector()
    for handler in (ProxyHandler(), OpensHttp(), OpensHttps()):
        opener.add_handler(handler)
    return opener
