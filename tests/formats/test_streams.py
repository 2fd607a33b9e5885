"""Tables and web archives read row by row: the same articles as from the whole file."""

from __future__ import annotations

import bz2
import gzip
import io
import json
import lzma
import random
import threading
import zlib
from datetime import date
from itertools import islice
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from newsbrief.errors import InputError
from newsbrief.formats.compressed import zstandard
from newsbrief.formats.document import Document, Page, PartError
from newsbrief.formats.documents import documents
from newsbrief.formats.options import ReadOptions
from newsbrief.formats.parquet import rows as rows_of
from newsbrief.formats.streams import streamed
from newsbrief.formats.warc import document, pages

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

ROWS: list[dict[str, Any]] = [
    {"id": "a", "title": "Quay shut", "text": "The quay was shut.", "outlet": "Gull"},
    {
        "id": "b",
        "title": "Café open",
        "text": "The café is open.\nIt is.",
        "outlet": "Gull",
    },
]
LINES = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in ROWS)
CSV = 'id,title,text\na,"Quay, shut","The ""quay""\nwas shut."\nb,Open,It is open.\n'
MANY = b"".join(b'{"text": "%x said."}\n' % abs(hash((n, "rain"))) for n in range(20_000))
PAGE = b"<html><head><title>Quay shut</title></head><body><article><p>%s</p></body></html>"
WORDS = b"The quay at Ostrand was shut on Monday, the port authority said in a statement. " * 4


def told(found: Iterable[Document | Page | PartError]) -> list[tuple[object, ...]]:
    return [
        (each.part, str(each))
        if isinstance(each, PartError)
        else (each.part, each.id, each.text, each.title, each.outlet)
        for each in (document(x, ReadOptions()) if isinstance(x, Page) else x for x in found)
    ]


def parquet(rows: list[dict[str, Any]], **options: int) -> bytes:
    data = io.BytesIO()
    pq.write_table(pa.Table.from_pylist(rows), data, **options)
    return data.getvalue()


def response(body: bytes, *headers: str, status: str = "200 OK", kind: str = "response") -> bytes:
    http = "\r\n".join([f"HTTP/1.1 {status}", *headers, "", ""]).encode() + body
    block = http if kind == "response" else body
    content = "application/http; msgtype=response" if kind == "response" else "text/plain"
    head = [
        "WARC/1.0",
        f"WARC-Type: {kind}",
        "WARC-Target-URI: https://gull.example/quay",
        "WARC-Date: 2026-05-01T10:00:00Z",
        "WARC-Record-ID: <urn:uuid:0fd0a2a1-3b1f-4a8e-9f0b-0c3f7e6f6a11>",
        f"Content-Type: {content}",
        f"Content-Length: {len(block)}",
    ]
    return "\r\n".join([*head, "", ""]).encode() + block + b"\r\n\r\n"


HTML = response(PAGE % WORDS, "Content-Type: text/html; charset=utf-8")
TEXT = response(WORDS, kind="conversion")
IMAGE = response(b"\x89PNG" * 20, "Content-Type: image/png")
GZIPPED = response(gzip.compress(PAGE % WORDS), "Content-Type: text/html", "Content-Encoding: gzip")
WARC = b"".join(
    [
        response(b"\x89PNG", "Content-Type: image/png"),
        HTML,
        response(PAGE % b"Gone.", "Content-Type: text/html", status="404 Not Found"),
        response(WORDS, kind="conversion"),
    ]
)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        pytest.param("news.jsonl", LINES.encode(), id="JSON Lines"),
        pytest.param("news", LINES.encode(), id="JSON Lines by their content"),
        pytest.param("news.jsonl", b"\xef\xbb\xbf" + LINES.encode(), id="a byte order mark"),
        pytest.param("news.jsonl", LINES.encode("cp1252"), id="Windows-1252"),
        pytest.param("news.jsonl.gz", gzip.compress(LINES.encode()), id="gzip"),
        pytest.param(
            "news.jsonl.gz",
            b"".join(gzip.compress(line.encode()) for line in LINES.splitlines(keepends=True)),
            id="gzip of several members",
        ),
        pytest.param("news.jsonl.zst", zstandard().compress(LINES.encode()), id="Zstandard"),
        pytest.param("news.jsonl.bz2", bz2.compress(LINES.encode()), id="bzip2"),
        pytest.param("news.csv.xz", lzma.compress(CSV.encode()), id="xz"),
        pytest.param("news.csv.gz.bz2", bz2.compress(gzip.compress(CSV.encode())), id="twice"),
        pytest.param(
            "news.jsonl", LINES.encode() + b"{]\n\n[1]\n" + LINES.encode(), id="bad lines"
        ),
        pytest.param("news.csv", CSV.encode(), id="CSV"),
        pytest.param("news.csv.gz", gzip.compress(CSV.encode()), id="CSV, compressed"),
        pytest.param("news.parquet", parquet(ROWS), id="Parquet"),
        pytest.param("news.warc", WARC, id="WARC"),
        pytest.param(
            "news.warc.gz", gzip.compress(WARC[:300]) + gzip.compress(WARC[300:]), id="gz"
        ),
    ],
)
@pytest.mark.parametrize("options", [ReadOptions(), ReadOptions(id_field="id")])
def test_what_is_read_row_by_row_is_what_the_whole_file_has(
    name: str, data: bytes, options: ReadOptions, tmp_path: Path
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    found = streamed(str(path), options)
    assert found is not None
    read = told(found)
    assert read == told(documents(data, name, options))
    assert len(read) >= 2


@pytest.mark.parametrize(
    ("name", "data"),
    [
        pytest.param("news.json", json.dumps(ROWS).encode(), id="a list in JSON"),
        pytest.param("news.json", json.dumps(ROWS[0]).encode(), id="one article in JSON"),
        pytest.param("a.txt", b"The quay was shut.\n", id="a text"),
        pytest.param("a.txt", b"PAR1S is a town.\n", id="not Parquet"),
        pytest.param("news.jsonl", LINES.encode("utf-16"), id="UTF-16"),
        pytest.param("news.jsonl.gz", b"\x1f\x8b rain", id="not gzip"),
        pytest.param("a.html", PAGE % WORDS, id="a page"),
        pytest.param("a.png", b"\x89PNG\r\n", id="a picture"),
    ],
)
def test_other_files_are_read_whole(name: str, data: bytes, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    assert streamed(str(path), ReadOptions()) is None
    assert streamed(str(tmp_path / "none"), ReadOptions()) is None
    assert streamed(str(tmp_path), ReadOptions()) is None


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        pytest.param(gzip.compress(MANY)[:-8] + b"12345678", "gzip", id="a wrong checksum"),
        pytest.param(gzip.compress(MANY) + b"\n\n", "its end is no gzip", id="another end"),
        pytest.param(
            zstandard().compress(MANY)[:-9000] + b"\xff" * 9000, "Zstandard", id="no Zstandard"
        ),
    ],
)
def test_a_file_that_breaks_off_gives_what_stands_before(
    data: bytes, reason: str, tmp_path: Path
) -> None:
    path = tmp_path / "news.jsonl.gz"
    path.write_bytes(data)
    found = streamed(str(path), ReadOptions())
    assert found is not None
    assert isinstance(next(found), Document)
    with pytest.raises(InputError, match=rf"a damaged .*({reason})"):
        list(found)


def zlib_stored(data: bytes) -> bytes:
    """``data`` as a gzip file that is not compressed."""
    return gzip.compress(data, compresslevel=0)


def cut(data: bytes) -> bytes:
    return data[: len(data) * 2 // 3]


@pytest.mark.parametrize(
    ("data", "unpack"),
    [
        pytest.param(
            cut(gzip.compress(MANY)),
            lambda data: zlib.decompressobj(wbits=31).decompress(data),
            id="gzip",
        ),
        pytest.param(
            b"".join(map(gzip.compress, MANY.splitlines(keepends=True)[:99]))[:-20],
            lambda _: b"\n" * 98,
            id="gzip of many members",
        ),
        pytest.param(
            gzip.compress(LINES.encode())[:-8], lambda _: LINES.encode(), id="gzip without its end"
        ),
        pytest.param(
            cut(bz2.compress(MANY, 1)),
            lambda data: bz2.BZ2Decompressor().decompress(data),
            id="bzip2",
        ),
        pytest.param(
            cut(lzma.compress(MANY)), lambda data: lzma.LZMADecompressor().decompress(data), id="xz"
        ),
        pytest.param(
            cut(zstandard().compress(MANY)),
            lambda data: zstandard().ZstdDecompressor().decompress(data),
            id="Zstandard",
        ),
    ],
)
def test_a_file_that_is_cut_off_gives_every_row_that_can_be_unpacked(
    data: bytes, unpack: Callable[[bytes], bytes], tmp_path: Path
) -> None:
    path = tmp_path / "news.jsonl.gz"
    path.write_bytes(data)
    found = streamed(str(path), ReadOptions())
    assert found is not None
    rows = unpack(data).count(b"\n")
    assert rows > 0
    assert [each.part for each in islice(found, rows)] == list(range(1, rows + 1))
    with pytest.raises(InputError, match=r"a damaged \w+ file: it is cut off"):
        next(found)


def test_what_a_damaged_file_may_have_wrong_is_not_given(tmp_path: Path) -> None:
    """A checksum tells of damage only behind it."""
    path = tmp_path / "news.jsonl.gz"
    wrong = gzip.compress(LINES.replace("shut", "open").encode())[:-8]
    path.write_bytes(gzip.compress(LINES.encode()) + wrong + b"12345678")
    found = streamed(str(path), ReadOptions())
    assert found is not None
    assert [each.part for each in islice(found, 2)] == [1, 2]
    with pytest.raises(InputError, match=r"a damaged gzip file$"):
        next(found)


def test_a_line_that_is_too_long_costs_itself_alone(tmp_path: Path) -> None:
    path = tmp_path / "news.jsonl"
    first, second = LINES.splitlines(keepends=True)
    path.write_text(first + '{"text": "' + "a" * 1000 + '"}\n' + second)
    found = streamed(str(path), ReadOptions(max_bytes=200))
    assert found is not None
    message = "larger than 200 bytes; --max-bytes sets another limit"
    assert [each if len(each) == 2 else each[0] for each in told(found)] == [1, (2, message), 3]


def test_a_damaged_group_of_rows_costs_itself_alone(tmp_path: Path) -> None:
    rows = [{"text": f"It rained in Ostrand on day {n}, Ann Lee said. " * 9} for n in range(6)]
    data = bytearray(parquet(rows, row_group_size=2))
    column = pq.ParquetFile(io.BytesIO(data)).metadata.row_group(1).column(0)
    at = column.dictionary_page_offset
    data[at : at + 40] = b"\xff" * 40
    path = tmp_path / "news.parquet"
    path.write_bytes(data)
    found = streamed(str(path), ReadOptions())
    assert found is not None
    assert [each[:2] if len(each) == 2 else each[0] for each in told(found)] == [
        *(1, 2),
        (3, "a damaged part, to row 4"),
        *(5, 6),
    ]


def test_no_thread_reads_parquet() -> None:
    """One that does as Python ends aborts the process."""
    readers = set()

    class Watched(io.BytesIO):
        def read(self, size: int | None = -1, /) -> bytes:
            readers.add(threading.get_native_id())
            return super().read(size)

    assert next(rows_of(Watched(parquet(ROWS))))[0] == 1
    assert readers == {threading.get_native_id()}


def test_dates_of_parquet_are_texts() -> None:
    rows = [{"text": "It rained.", "date": date(2026, 5, 1)}]
    (found,) = documents(parquet(rows))
    assert isinstance(found, Document)
    assert found.date == "2026-05-01"


def test_a_page_of_an_archive_has_the_address_and_the_id_of_its_record() -> None:
    (page, text) = (x for x in documents(WARC) if isinstance(x, Document))
    assert (page.part, page.url, page.title) == (2, "https://gull.example/quay", "Quay shut")
    assert page.id == "<urn:uuid:0fd0a2a1-3b1f-4a8e-9f0b-0c3f7e6f6a11>"
    assert page.date is None, "the day of the crawl is not that of the article"
    assert (text.part, text.text.strip()) == (4, WORDS.decode().strip())


@pytest.mark.parametrize("charset", ["windows-1252", "utf-8", "none-such"])
def test_the_charset_of_the_server_is_a_hint(charset: str) -> None:
    body = PAGE % (b"<p>The caf\xe9 at Ostrand was shut on Monday. " + WORDS)
    data = response(body, f"Content-Type: text/html; charset={charset}")
    (found,) = documents(data)
    assert isinstance(found, Document)
    assert "café" in found.text


@pytest.mark.parametrize(
    ("lost", "put", "parts", "reason"),
    [
        pytest.param(100, b"", [2, 3, 4, -5], "file: it is cut off, after record 4", id="its end"),
        pytest.param(8, b"", [2, 3, 4, 5], "file: it is cut off, after record 5", id="a checksum"),
        pytest.param(8, b"87654321", [2, 3, 4], "file, after record 4", id="another checksum"),
        pytest.param(0, b"", [2, 3, 4, 5], None, id="nothing"),
    ],
)
def test_a_damaged_archive_gives_every_page_before_the_damage(
    lost: int, put: bytes, parts: list[int], reason: str | None, tmp_path: Path
) -> None:
    path = tmp_path / "news.warc.gz"
    data = b"".join(map(gzip.compress, (IMAGE, HTML, HTML, TEXT, HTML)))
    path.write_bytes(data[: len(data) - lost] + put)
    found = streamed(str(path), ReadOptions())
    assert found is not None
    read: list[int] = []
    told = None
    try:
        for each in found:
            assert isinstance(each, Page | PartError)
            read.append(int(str(each.part)) * (1 if isinstance(each, Page) else -1))
    except InputError as error:
        told = str(error)
    assert read == parts
    assert told == (reason and f"a damaged gzip {reason}")


def hurt(member: bytes) -> bytes:
    """``member`` with damage that shows where it stands."""
    return member[:20] + b"\xff" * 6 + member[26:]


def told_of(data: bytes, path: Path) -> tuple[list[tuple[object, str]], str]:
    """The parts and texts of what is found in ``data``, and why there is no more."""
    path.write_bytes(data)
    found = streamed(str(path), ReadOptions())
    assert found is not None
    rows: list[tuple[object, str]] = []
    try:
        for each in found:
            told = str(each) if isinstance(each, PartError) else f"{type(each).__name__}"
            rows.append((each.part, each.text if isinstance(each, Document) else told))
    except InputError as error:
        return rows, str(error)
    return rows, ""


QUAYS = [f'{{"text": "Quay {number} was shut."}}\n'.encode() for number in range(5)]
PACKED = [*map(gzip.compress, QUAYS)]


@pytest.mark.parametrize(
    ("members", "lost"),
    [
        pytest.param([*PACKED[:2], hurt(PACKED[2])], len(PACKED[2]), id="damage within"),
        pytest.param([*PACKED[:2], PACKED[2][:-9]], len(PACKED[2]) - 9, id="a member cut off"),
        pytest.param([*PACKED[:2], PACKED[2][5:]], len(PACKED[2]) - 5, id="no head"),
        pytest.param(
            [*PACKED[:2], PACKED[2][:-8] + bytes(8)], len(PACKED[2]), id="a wrong checksum"
        ),
        pytest.param(
            [*PACKED[:2], hurt(PACKED[2]) + b"\x1f\x8b" * 40_000],
            len(PACKED[2]) + 80_000,
            id="what looks like many members",
        ),
        pytest.param(
            [*PACKED[:2], hurt(PACKED[2]), gzip.compress(b'text": "b"}\n')],
            len(PACKED[2]) + len(gzip.compress(b'text": "b"}\n')),
            id="a member that begins within a row",
        ),
    ],
)
def test_rows_behind_a_damaged_member_are_read(
    members: list[bytes], lost: int, tmp_path: Path
) -> None:
    data = b"".join([*members, *PACKED[3:]])
    told = f"a damaged gzip file: {lost:,} bytes of it are lost"
    texts = ["Quay 0 was shut.", "Quay 1 was shut.", told, "Quay 3 was shut.", "Quay 4 was shut."]
    assert told_of(data, tmp_path / "news.jsonl.gz") == ([*enumerate(texts, 1)], "")


@pytest.mark.parametrize("size", [10, 60_000, 70_000, 300_000])
def test_a_long_member_is_lost_from_the_damage_on(size: int, tmp_path: Path) -> None:
    """The row that was being read there is lost too, and none is made of two."""
    long = b"".join(b'{"text": "%d"}\n' % number for number in range(size))
    packed = zlib_stored(long)
    middle = len(packed) // 2
    packed = packed[:middle] + b"\xff" * 70_000 + packed[middle:]
    data = PACKED[0] + packed + PACKED[3] + hurt(PACKED[2]) + PACKED[4]
    rows, reason = told_of(data, tmp_path / "news.jsonl.gz")
    assert reason == ""
    assert [part for part, _ in rows] == [*range(1, len(rows) + 1)]
    assert (rows[0][1], rows[-3][1], rows[-1][1]) == (
        "Quay 0 was shut.",
        "Quay 3 was shut.",
        "Quay 4 was shut.",
    )
    between = [text for _, text in rows[1:-4]]
    assert between == [str(number) for number in range(len(between))]
    assert len(between) < size


@pytest.mark.parametrize(
    ("name", "data"),
    [
        pytest.param("news.jsonl.gz", hurt(PACKED[0]) + PACKED[1], id="the first member"),
        pytest.param(
            "news.csv.gz",
            b"".join(
                [
                    gzip.compress(b"id,text\n" + b"1,Quays are shut.\n" * 9_000),
                    hurt(gzip.compress(b"2,Ferries are late.\n")),
                    gzip.compress(b"3,Nobody was hurt.\n"),
                ]
            ),
            id="CSV, where a row may begin anywhere",
        ),
    ],
)
def test_where_no_row_is_known_to_begin_nothing_is_read(
    name: str, data: bytes, tmp_path: Path
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    found = streamed(str(path), ReadOptions())
    if found is None:
        with pytest.raises(InputError, match="a damaged gzip file"):
            documents(data, name)
        return
    with pytest.raises(InputError, match=r"a damaged gzip file$"):
        list(found)


def test_a_file_that_is_not_read_row_by_row_is_refused_as_it_was() -> None:
    with pytest.raises(InputError, match=r"a damaged gzip file$"):
        list(documents(PACKED[0] + hurt(PACKED[1]) + PACKED[2], "news.jsonl.gz"))


def test_pages_behind_a_damaged_member_are_read(tmp_path: Path) -> None:
    members = [*map(gzip.compress, (IMAGE, HTML, TEXT, HTML, TEXT, HTML, TEXT))]
    members[2], members[4] = hurt(members[2]), members[4][:-20]
    first, second = (
        f"a damaged gzip file: {len(members[place]):,} bytes of it are lost, after record {done}"
        for place, done in ((2, 2), (4, 4))
    )
    rows, reason = told_of(b"".join(members), tmp_path / "news.warc.gz")
    assert rows == [(2, "Page"), (3, first), (4, "Page"), (5, second), (6, "Page"), (7, "Page")]
    assert reason == ""


def test_of_a_page_cut_off_by_damage_only_the_damage_is_told(tmp_path: Path) -> None:
    long = response(random.Random(1).randbytes(300_000), "Content-Type: text/html")
    packed = gzip.compress(long)
    packed = packed[:200_000] + b"\xff" * 40 + packed[200_040:]
    rows, reason = told_of(
        b"".join([gzip.compress(TEXT), packed, gzip.compress(HTML)]), tmp_path / "news.warc.gz"
    )
    assert [part for part, _ in rows] == [1, 2, 3]
    assert rows[1][1].endswith("bytes of it are lost, after record 1")
    assert reason == ""


@pytest.mark.parametrize(
    ("last", "lost", "reason"),
    [
        pytest.param(TEXT, 5, "cut off: 319 of 320 bytes are there", id="a page, by a byte"),
        pytest.param(TEXT, 304, "cut off: 20 of 320 bytes are there", id="a page"),
        pytest.param(GZIPPED, 24, "cut off: ", id="a compressed page"),
        pytest.param(TEXT, 4, "this web archive is cut off, in or after record 2", id="its end"),
        pytest.param(TEXT, len(TEXT) - 60, "cut off, in or after record", id="a head"),
        pytest.param(IMAGE, 24, "in or after record 2", id="what is no page"),
        pytest.param(TEXT, 0, None, id="nothing"),
        pytest.param(TEXT, len(TEXT), None, id="a whole record"),
        pytest.param(GZIPPED, 0, None, id="nothing, of a compressed page"),
    ],
)
def test_an_archive_that_is_cut_off_says_so(last: bytes, lost: int, reason: str | None) -> None:
    data = HTML + last
    found: list[object] = []
    try:
        for each in pages(io.BytesIO(data[: len(data) - lost]), ReadOptions()):
            found.append(each)  # noqa: PERF402 - what comes before the error counts
    except InputError as error:
        found.append(error)
    assert isinstance(found[0], Page)
    reasons = [str(each) for each in found if isinstance(each, InputError)]
    assert len(reasons) == (reason is not None)
    assert reason is None or reason in reasons[0]


@pytest.mark.parametrize(
    ("data", "header"),
    [
        pytest.param(gzip.compress(PAGE % WORDS), "Content-Encoding: gzip", id="gzip"),
        pytest.param(
            b"%x\r\n%s\r\n0\r\n\r\n" % (len(PAGE % WORDS), PAGE % WORDS),
            "Transfer-Encoding: chunked",
            id="chunks",
        ),
    ],
)
def test_a_packed_page_is_unpacked_and_one_that_is_not_costs_itself_alone(
    data: bytes, header: str
) -> None:
    packed, wrong, plain = pages(
        io.BytesIO(
            response(data, "Content-Type: text/html", header)
            + response(PAGE % WORDS, "Content-Type: text/html", header)
            + HTML
        ),
        ReadOptions(),
    )
    assert isinstance(packed, Page)
    assert isinstance(plain, Page)
    assert packed.data == plain.data == PAGE % WORDS
    assert str(wrong) == "packed in a way that cannot be read, or damaged"
