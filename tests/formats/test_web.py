"""Web addresses, against a server on this machine that is slow, huge, wrong or hostile."""

from __future__ import annotations

import gzip
import re
import shutil
import ssl
import subprocess
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, ClassVar

import pytest

from newsbrief.errors import InputError
from newsbrief.formats.document import Document
from newsbrief.formats.options import ReadOptions
from newsbrief.formats.web import MAX_BYTES, MAX_REDIRECTS, fetched, followed, is_outside

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from conftest import Run

SENTENCES = (
    "The café on the quay at Ostrand was shut on Monday after waves broke the harbour wall.",
    "Nobody was hurt, the port authority said, and the wall will be rebuilt this summer.",
    "Traders said they had lost the income of a season and would ask the council for help.",
)
PAGE = (
    "<!doctype html><html lang=en><head><title>Quay is shut | Coast News</title></head><body>"
    f"<article><h1>Quay is shut</h1>{''.join(f'<p>{s}</p>' for s in SENTENCES)}</article></body>"
)
FEED = (
    "<rss version='2.0'><channel><title>Coast News</title>"
    "<item><title>Quay is shut</title><description>It was shut.</description></item>"
    "<item><title>Wall is broken</title><description>It broke.</description></item>"
    "</channel></rss>"
)
LIMIT = 100_000
UTF_8 = "text/html; charset=utf-8"
Reply = tuple[int, dict[str, str], bytes]


def html(text: str = PAGE, charset: str = "utf-8", stated: str = UTF_8) -> Reply:
    return 200, {"Content-Type": stated}, text.encode(charset)


def to(location: str) -> Reply:
    return 302, {"Location": location}, b""


REPLIES: dict[str, Reply] = {
    "/page": html(),
    "/caf%C3%A9?q=%C3%A9": html(),
    "/latin": html(charset="cp1252", stated="text/html; charset=iso-8859-1"),
    "/ascii": html(stated="text/html; charset=us-ascii"),
    "/lies": html(charset="cp1252", stated=UTF_8),
    "/meta": html(PAGE.replace("<head>", "<head><meta charset=windows-1252>"), "cp1252", UTF_8),
    "/unknown": html(stated="text/html; charset=klingon"),
    "/gzip": (
        200,
        {"Content-Type": UTF_8, "Content-Encoding": "gzip"},
        gzip.compress(PAGE.encode()),
    ),
    "/bomb": (200, {"Content-Encoding": "gzip"}, gzip.compress(b"a" * 10_000_000)),
    "/brotli": (200, {"Content-Encoding": "br"}, b"\x0b"),
    "/large": (200, {"Content-Type": "text/plain"}, b"a" * (LIMIT + 1)),
    "/just": (200, {"Content-Type": "text/plain"}, " ".join(SENTENCES).encode().ljust(LIMIT)),
    "/text.txt": (200, {"Content-Type": "text/plain"}, SENTENCES[1].encode()),
    "/image": (200, {"Content-Type": "text/html"}, b"\xff\xd8\xff\xe0"),
    "/menu": html("<html><body><nav><a href=/>Home</a></nav></body></html>"),
    "/stub": html(PAGE.replace("<p>Traders", "<p>Already a subscriber? Log in. <p>Traders")),
    "/missing": (404, {}, b"<html><p>Not here.</p></html>"),
    "/gone": (503, {}, b""),
    "/once": to("/page"),
    "/loop": to("/loop"),
    "/file": to("file:///etc/passwd"),
    "/ftp": to("ftp://coast.example/page"),
    "/data": to("data:text/html,<p>Rain"),
    "/nowhere": (302, {}, b""),
    "/feed": (
        200,
        {},
        FEED.encode(),
    ),
    **{f"/hop{i}": to(f"/hop{i - 1}") for i in range(1, MAX_REDIRECTS + 2)},
    "/hop0": html(),
}


class Handler(BaseHTTPRequestHandler):
    """Answers as ``REPLIES`` says, and badly at some addresses."""

    protocol_version = "HTTP/1.1"
    agents: ClassVar[list[str]] = []
    stop: ClassVar[threading.Event] = threading.Event()

    def do_GET(self) -> None:
        self.agents.append(self.headers["User-Agent"])
        self.close_connection = True
        slow = {"/silent": self.silent, "/drip": self.drip, "/drip-header": self.drip_header}
        if self.path in slow:
            slow[self.path]()
        elif self.path == "/short":
            self.start({"Content-Length": "5000"})
            self.wfile.write(PAGE.encode())
        elif self.path == "/noise":
            self.wfile.write(b"\0\1\2 no HTTP at all\r\n\r\n")
        elif self.path == "/endless":
            self.start({})
            while not self.stop.is_set():
                self.wfile.write(b"a" * 65536)
        else:
            status, headers, body = REPLIES[self.path]
            self.start({**headers, "Content-Length": str(len(body))}, status)
            self.wfile.write(body)

    def start(self, headers: dict[str, str], status: int = 200) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()

    def silent(self) -> None:
        self.stop.wait(30)

    def drip(self) -> None:
        self.start({})
        self.slowly(PAGE.encode())

    def drip_header(self) -> None:
        self.slowly(b"HTTP/1.1 200 OK\r\nServer: " + b"a" * 1000)

    def slowly(self, data: bytes) -> None:
        for i in range(len(data)):
            if self.stop.wait(0.05):
                return
            self.wfile.write(data[i : i + 1])
            self.wfile.flush()

    def log_message(self, *_: object) -> None:
        """Keep the tests' output clean."""

    def handle(self) -> None:
        try:
            super().handle()
        except OSError:  # the reader has gone, as it should
            return


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    Handler.stop.set()
    server.shutdown()
    server.server_close()


@pytest.fixture(autouse=True)
def _no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("no_proxy", "*")


def only(address: str, options: ReadOptions | None = None, timeout: float = 30) -> Document:
    (document,) = fetched(address, options or ReadOptions(), timeout)
    assert isinstance(document, Document)
    return document


@pytest.mark.parametrize(
    "path",
    [
        "/page",
        "/café?q=é",
        "/latin",
        "/ascii",
        "/lies",
        "/meta",
        "/unknown",
        "/gzip",
        "/once",
        "/hop5",
    ],
)
def test_an_article_is_read(path: str, site: str) -> None:
    document = only(site + path)
    assert document.text == "\n\n".join(("Quay is shut", *SENTENCES))
    assert document.title == "Quay is shut"
    assert document.language == "en"


def test_the_address_is_where_the_article_stood_in_the_end(site: str) -> None:
    assert only(f"{site}/once").url == f"{site}/page"


def test_who_asks_says_what_it_is(site: str) -> None:
    from importlib.metadata import version

    only(f"{site}/page")
    assert Handler.agents[-1].startswith(f"newsbrief/{version('newsbrief')} (")


def test_what_is_no_page_is_read_as_a_file_is(site: str) -> None:
    assert only(f"{site}/text.txt").text == SENTENCES[1]
    feed = list(fetched(f"{site}/feed", ReadOptions()))
    assert [each.part for each in feed] == [1, 2]


def test_as_many_bytes_as_the_limit_are_read(site: str) -> None:
    assert only(f"{site}/just", ReadOptions(max_bytes=LIMIT)).text.startswith(SENTENCES[0])


@pytest.mark.parametrize(
    ("path", "message"),
    [
        pytest.param("/missing", r"answers 404 Not Found", id="status"),
        pytest.param("/gone", r"answers 503 Service Unavailable", id="server error"),
        pytest.param("/nowhere", r"answers 302 Found", id="redirect to nowhere"),
        pytest.param("/loop", r"redirects more than 5 times", id="loop"),
        pytest.param("/hop6", r"redirects more than 5 times", id="six redirects"),
        pytest.param("/file", r"redirects to file:, which is not followed", id="to a file"),
        pytest.param("/ftp", r"redirects to ftp:, which is not followed", id="to ftp"),
        pytest.param("/data", r"redirects to data:, which is not followed", id="to data"),
        pytest.param("/large", r"larger than 100,000 bytes; --max-bytes", id="large"),
        pytest.param("/endless", r"larger than 100,000 bytes; --max-bytes", id="endless"),
        pytest.param("/bomb", r"unpacks to more than 100,000 bytes", id="bomb"),
        pytest.param("/brotli", r"answers in the encoding 'br'", id="other encoding"),
        pytest.param("/short", r"the answer ends early", id="cut off"),
        pytest.param("/noise", r"no answer that can be read \(BadStatusLine\)", id="no HTTP"),
        pytest.param("/image", r"this is a JPEG image, not an article", id="image"),
        pytest.param("/menu", r"no article is found in this web page", id="no article"),
        pytest.param("/stub", r"the rest is for subscribers", id="paywall"),
    ],
)
def test_what_cannot_be_read_is_said_in_a_line(path: str, message: str, site: str) -> None:
    with pytest.raises(InputError, match=message) as caught:
        list(fetched(site + path, ReadOptions(max_bytes=LIMIT)))
    assert str(caught.value).startswith(f"{site}{path}: ")
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("address", "location", "target"),
    [
        pytest.param("http://a.example/b", "https://a.example/b", "https://a.example/b", id="up"),
        pytest.param("https://a.example/b", "/c", "https://a.example/c", id="path"),
        pytest.param("https://a.example/b", "//c.example/", "https://c.example/", id="host"),
        pytest.param("https://a.example/b", "http://a.example/b", None, id="down"),
        pytest.param("https://a.example/b", "javascript:alert(1)", None, id="script"),
    ],
)
def test_where_a_redirect_may_lead(address: str, location: str, target: str | None) -> None:
    if target:
        assert followed(address, location) == target
        return
    with pytest.raises(InputError, match=r"redirects to \w+:, which is not followed"):
        followed(address, location)


def test_no_redirect_leads_from_outside_into_the_local_network(
    site: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    outside = iter([True, False])
    monkeypatch.setattr("newsbrief.formats.web.is_outside", lambda _: next(outside))
    with pytest.raises(InputError, match="redirects into the local network"):
        list(fetched(f"{site}/once", ReadOptions()))


@pytest.mark.parametrize(
    ("address", "outside"),
    [
        pytest.param("93.184.215.14", True, id="internet"),
        pytest.param("2606:2800:21f:cb07::1", True, id="IPv6"),
        pytest.param("127.0.0.1", False, id="this machine"),
        pytest.param("::1", False, id="this machine by IPv6"),
        pytest.param("::ffff:10.0.0.1", False, id="IPv4 in IPv6"),
        pytest.param("192.168.1.1", False, id="router"),
        pytest.param("169.254.169.254", False, id="cloud metadata"),
        pytest.param("fe80::1%eth0", False, id="link"),
    ],
)
def test_addresses_of_the_internet(address: str, *, outside: bool) -> None:
    assert is_outside(address) == outside


@pytest.mark.parametrize("path", ["/silent", "/drip", "/drip-header"])
def test_a_slow_answer_ends_at_the_time_limit(path: str, site: str) -> None:
    start = time.monotonic()
    with pytest.raises(InputError, match=r"no complete answer in 0.5 seconds; --timeout"):
        list(fetched(site + path, ReadOptions(), 0.5))
    assert time.monotonic() - start < 10, "and not after the 50 s that it would take in full"


@pytest.mark.parametrize(
    ("address", "message"),
    [
        pytest.param("http://coast.invalid/page", "there is no site of this name", id="no site"),
        pytest.param("http://127.0.0.1:1/page", "connection refused", id="refused"),
        pytest.param("http://", "is no address of a page", id="no host"),
        pytest.param(
            "http://jane:secret@127.0.0.1/",
            r"^http://\*\*\*@127.0.0.1/: is no address of a page: newsbrief sends no user",
            id="password",
        ),
        pytest.param("http://127.0.0.1:port/", "no answer that can be read", id="no port"),
        pytest.param("http://a..é/", "is no address of a page", id="impossible name"),
    ],
)
def test_addresses_that_lead_nowhere(address: str, message: str) -> None:
    with pytest.raises(InputError, match=message):
        list(fetched(address, ReadOptions(), 10))


def test_a_certificate_that_nobody_vouches_for_is_refused(tmp_path: Path) -> None:
    openssl = shutil.which("openssl")
    if openssl is None:
        pytest.skip("needs openssl")
    key, certificate = tmp_path / "key", tmp_path / "certificate"
    make = ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost"]
    subprocess.run(  # noqa: S603
        [openssl, *make, "-keyout", key, "-out", certificate], check=True, capture_output=True
    )
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    server.handle_error = lambda *_: None  # type: ignore[method-assign]
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with pytest.raises(InputError, match=r"its certificate is not valid \(self.signed"):
        list(fetched(f"https://127.0.0.1:{server.server_address[1]}/page", ReadOptions(), 10))
    server.shutdown()
    server.server_close()


def test_a_server_without_encryption_is_refused_in_plain_words(site: str) -> None:
    with pytest.raises(InputError, match="no secure connection is made with it") as caught:
        list(fetched(site.replace("http:", "https:") + "/page", ReadOptions(), 10))
    assert "_ssl" not in str(caught.value)


def test_the_limit_of_a_page_is_20_mb() -> None:
    assert MAX_BYTES == 20_000_000


# From the command line


def test_an_address_is_an_input_like_others(run: Run, site: str) -> None:
    result = run("summarize", "--jsonl", "-n", "1", f"{site}/page", f"{site}/missing")
    assert result.code == 1
    assert f'"file": "{site}/page"' in result.out
    assert '"title": "Quay is shut"' in result.out
    assert f'"url": "{site}/page", "language": "en"' in result.out
    assert result.err == f"newsbrief: {site}/missing: answers 404 Not Found\n"


def test_the_items_of_a_feed_are_articles(run: Run, site: str) -> None:
    out = run("text", "--jsonl", f"{site}/feed").out
    assert re.findall(r'"file": "([^"]*)"', out) == [f"{site}/feed:1", f"{site}/feed:2"]


def test_no_address_is_fetched_that_nobody_typed(run: Run, site: str) -> None:
    asked = len(Handler.agents)
    result = run("text", "--files-from", "-", stdin=f"{site}/page\n".encode())
    assert result == (
        2,
        "",
        f"newsbrief: --files-from -: {site}/page: name it on the command line\n",
    )
    assert run("text", stdin=f"See {site}/page.".encode()).code == 0
    assert len(Handler.agents) == asked
