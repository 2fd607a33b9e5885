"""``--jobs``: the same bytes from several processes as from one, whatever happens to an article."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from newsbrief.cli import spread

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from conftest import Run

DRY = "The fair stayed dry on Monday, Ann Lee said.\n"

# Run before newsbrief: an article that has one of these words in it ends its process, hangs, having
# told its process on the pipe that TOLD names, or is a bug.
POISON = """
import os, signal
from newsbrief.cli import batch
real = batch.article
def article(document):
    if "Killed" in document.text:
        os.kill(os.getpid(), signal.SIGKILL)
    if "Hangs" in document.text:
        with open(os.environ["TOLD"], "w") as told:
            told.write(str(os.getpid()))
        while True:
            signal.pause()
    if "Breaks" in document.text:
        raise ZeroDivisionError("by the rain")
    return real(document)
batch.article = article
from newsbrief.cli import main
raise SystemExit(main())
"""


@pytest.fixture
def told(tmp_path: Path) -> Path:
    path = tmp_path / "told"
    os.mkfifo(path)
    return path


def poisoned(folder: Path, *words: str) -> list[str]:
    """A file for each of ``words``, and dry ones around them."""
    files = [folder / f"{number}.txt" for number in range(2 * len(words) + 1)]
    for number, file in enumerate(files):
        file.write_text(DRY + (f"{words[number // 2]}.\n" if number % 2 else ""))
    return [str(file) for file in files]


def begun(told: Path, *argv: object, new_group: bool = False) -> subprocess.Popen[bytes]:
    return subprocess.Popen(  # noqa: S603
        [sys.executable, "-c", POISON, *map(str, argv)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "TOLD": str(told)},
        start_new_session=new_group,
    )


def ended(process: subprocess.Popen[bytes]) -> tuple[int, bytes, bytes]:
    with process:
        out, err = process.communicate(timeout=120)
    return process.returncode, out, err


def is_there(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


# The same as with one job


@pytest.fixture
def inputs(samples: Path, tmp_path: Path) -> list[Path]:
    """Articles, several in one file, in another language, and those that cannot be read."""
    rows = tmp_path / "rows.jsonl"
    with_one_bad = [json.dumps({"text": DRY * n}) for n in range(1, 4)]
    rows.write_text(
        "\n".join([*with_one_bad, "{", json.dumps({"title": "No text"}), *with_one_bad])
    )
    return [
        *sorted(samples.glob("*.txt")),
        tmp_path / "missing.txt",
        samples / "dunmore" / "articles.jsonl",
        samples / "languages" / "de.txt",
        tmp_path,
        rows,
        *sorted((samples / "flood").glob("*.txt")),
    ]


@pytest.mark.parametrize(
    "argv",
    [
        ["summarize", "--text"],
        ["summarize", "--json", "--with-text"],
        ["summarize", "--table", "--about", "harbour"],
        ["facts", "--jsonl"],
        ["facts", "--csv", "--debug"],
        ["facts", "--tsv", "--quiet", "--kind", "denial"],
        ["brief", "--markdown"],
        ["text"],
        ["sources", "--json"],
        ["report"],
    ],
    ids=" ".join,
)
def test_any_number_of_jobs_gives_the_same_bytes(
    argv: list[str], run: Run, inputs: list[Path]
) -> None:
    one, two, three = (run(*argv, "--jobs", jobs, *inputs) for jobs in (1, 2, 3))
    assert one.code == 1
    assert one.out
    assert "missing.txt" in one.err
    assert two == one
    assert three == one


def test_a_folder_of_pages_is_the_same(run: Run, inputs: list[Path], tmp_path: Path) -> None:
    pages = []
    for jobs in (1, 2):
        folder = tmp_path / f"pages-{jobs}"
        assert run("report", "-j", jobs, *inputs, "-o", f"{folder}/").code == 1
        pages.append({page.name: page.read_bytes() for page in folder.iterdir()})
    assert pages[0] == pages[1]
    assert len(pages[0]) > 20


@pytest.mark.parametrize("jobs", [[], ["--jobs", "2"]], ids=["default", "two"])
def test_the_rows_of_one_table_are_spread(
    jobs: list[str], run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(spread, "_cores", lambda: 2)
    table = tmp_path / "rows.csv"
    rows = [f"{n},{DRY.strip()!r}" if n != 20 else "20," for n in range(40)]
    table.write_text("\n".join(["id,text", *(row.replace("'", '"') for row in rows)]))
    one = run("facts", "--jsonl", "--id-field", "id", "-j1", table)
    assert one.out.count("\n") == 39
    assert one.err == f"newsbrief: {table}:20: no text in row 21\n"
    assert run("facts", "--jsonl", "--id-field", "id", *jobs, table) == one
    data = table.read_bytes()
    piped = run("facts", "--jsonl", "--id-field", "id", *jobs, "-", stdin=data)
    assert piped.out == one.out.replace(str(table), "-")


def test_standard_input_and_pipes_are_read_in_their_turn(
    run: Run, samples: Path, tmp_path: Path
) -> None:
    files = [samples / "brief.txt", "-", samples / "wire.txt"]
    one, two = (run("facts", "-j", jobs, *files, stdin=DRY.encode()) for jobs in (1, 2))
    assert one == two
    assert "-\tAnn Lee" in one.out
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    writer = [sys.executable, "-c", f"open({str(pipe)!r}, 'w').write({DRY!r})"]
    with subprocess.Popen(writer):  # noqa: S603
        piped = run("facts", "-j2", samples / "brief.txt", pipe)
    assert f"{pipe}\tAnn Lee" in piped.out


@pytest.mark.parametrize("command", ["facts", "summarize", "brief", "text", "sources", "report"])
def test_processes_that_are_no_copies_give_the_same(
    command: str, run: Run, samples: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What they are sent can be pickled, and what they send back."""
    files = [samples / "politics.txt", samples / "languages" / "de.txt", "missing.txt"]
    one = run(command, "-j1", *files)
    monkeypatch.setattr("threading.active_count", lambda: 2)
    assert run(command, "-j1", "--timeout", "600", *files) == one


def test_an_option_that_makes_no_sense_ends_the_run_with_its_status(
    run: Run, samples: Path
) -> None:
    one, two = (
        run("summarize", "--about", " ", "-j", jobs, *[samples / "brief.txt"] * 9)
        for jobs in (1, 2)
    )
    assert one.code == 2
    assert two == one


# Few inputs


def test_one_input_loads_nothing_of_several_jobs(samples: Path) -> None:
    code = (
        "import atexit, sys\n"
        "several = {'multiprocessing', 'newsbrief.cli.workers'}\n"
        "atexit.register(lambda: print(several & {*sys.modules}))\n"
        "from newsbrief.cli import main\nraise SystemExit(main())"
    )
    argv = [sys.executable, "-c", code, "facts", "-o", os.devnull, str(samples / "politics.txt")]
    assert subprocess.run(argv, capture_output=True, check=True).stdout == b"set()\n"  # noqa: S603


@pytest.mark.parametrize(
    ("sizes", "jobs"),
    [
        pytest.param([5000], None, id="one"),
        pytest.param([5000] * 3, None, id="few"),
        pytest.param([500] * 60, None, id="many that are small"),
        pytest.param([5000] * 20, 3, id="many"),
        pytest.param([60_000] * 2, 3, id="large"),
    ],
)
def test_processes_are_started_where_they_save_time(
    sizes: list[int], jobs: int | None, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []

    def workers(_step: object, jobs: int, limit: float | None) -> None:
        asked.append((jobs, limit))
        raise KeyboardInterrupt

    monkeypatch.setattr(spread, "_workers", workers)
    monkeypatch.setattr(spread, "_cores", lambda: 3)
    files = [tmp_path / f"{number}.txt" for number in range(len(sizes))]
    for file, size in zip(files, sizes, strict=True):
        file.write_text((DRY * (size // len(DRY) + 1))[:size])
    assert run("text", "-q", *files).code == (130 if jobs else 0)
    assert asked == ([(jobs, None)] if jobs else [])


# Articles that are lost


def records(out: bytes) -> list[tuple[str, str]]:
    rows = map(json.loads, out.splitlines())
    return [(os.path.basename(row["file"]), row.get("error", "")) for row in rows]  # noqa: PTH119


@pytest.mark.parametrize("jobs", [2, 3])
def test_a_process_that_is_killed_costs_its_article_alone(
    jobs: int, tmp_path: Path, told: Path
) -> None:
    files = poisoned(tmp_path, "Killed", "Dry", "Killed")
    code, out, err = ended(begun(told, "facts", "--jsonl", "-j", jobs, *files))
    why = "the process that worked on it was ended by SIGKILL, as where memory runs out"
    lines = [f"newsbrief: {files[n]}: {why}\n" for n in (1, 5)]
    assert (code, err.decode()) == (1, "".join(lines))
    assert records(out) == [(f"{n}.txt", why if n in (1, 5) else "") for n in range(7)]


def test_a_process_that_someone_kills_costs_its_article_alone(tmp_path: Path, told: Path) -> None:
    files = poisoned(tmp_path, "Hangs")
    process = begun(told, "facts", "--json", "-j2", *files)
    os.kill(int(told.read_text()), signal.SIGKILL)
    code, out, err = ended(process)
    assert (code, err.count(b"\n"), b"SIGKILL" in err) == (1, 1, True)
    assert ["error" in record for record in json.loads(out)] == [False, True, False]


@pytest.mark.parametrize("jobs", [1, 2])
def test_an_article_that_takes_too_long_costs_itself_alone(
    jobs: int, tmp_path: Path, told: Path
) -> None:
    files = poisoned(tmp_path, "Hangs")
    process = begun(told, "facts", "--jsonl", "--timeout", 2, "-j", jobs, *files)
    pid = int(told.read_text())
    code, out, err = ended(process)
    late = "not done in 2 seconds; --timeout sets another limit"
    assert (code, err.decode()) == (1, f"newsbrief: {files[1]}: {late}\n")
    assert records(out) == [("0.txt", ""), ("1.txt", late), ("2.txt", "")]
    assert not is_there(pid)


@pytest.mark.parametrize("command", ["digest", "check"])
def test_an_article_of_several_that_takes_too_long_to_read_is_given_up(
    command: str, tmp_path: Path, told: Path
) -> None:
    draft, *files = poisoned(tmp_path, "Dry", "Hangs")
    process = begun(told, command, "--json", "--timeout", 2, draft, *files)
    pid = int(told.read_text())
    code, out, err = ended(process)
    late = "not done in 2 seconds; --timeout sets another limit"
    assert (code, err.decode()) == (1, f"newsbrief: {files[2]}: {late}\n")
    [record] = json.loads(out)
    articles = [draft, *files] if command == "digest" else files
    read = record["files"] if command == "digest" else record["articles"]
    assert read == [file for file in articles if file != files[2]]
    assert not is_there(pid)


def test_a_bug_is_the_same_line_as_with_one_job(tmp_path: Path, told: Path) -> None:
    files = poisoned(tmp_path, "Breaks", "Dry", "Breaks")
    one, two = (ended(begun(told, "facts", "--jsonl", "-j", jobs, *files)) for jobs in (1, 2))
    assert (one[0], one[2].count(b"by the rain")) == (1, 2)
    assert two == one


def test_a_row_that_is_lost_costs_no_other_row(tmp_path: Path, told: Path) -> None:
    table = tmp_path / "rows.jsonl"
    words = ["", "Killed.", "", "Breaks.", ""]
    table.write_text("".join(json.dumps({"text": DRY + word}) + "\n" for word in words))
    code, out, err = ended(begun(told, "facts", "--jsonl", "-j2", table, table))
    assert (code, err.count(b"\n")) == (1, 4)
    assert [name[-1] for name, error in records(out) if error] == list("2424")
    assert [name[-1] for name, error in records(out) if not error] == list("135135")


# The end


@pytest.mark.parametrize(
    "interrupt",
    [pytest.param(os.killpg, id="from a terminal"), pytest.param(os.kill, id="to it alone")],
)
def test_an_interrupt_leaves_whole_lines_and_no_process(
    interrupt: Callable[[int, int], None],
    tmp_path: Path,
    told: Path,
) -> None:
    files = poisoned(tmp_path, "Hangs")
    process = begun(told, "facts", "--jsonl", "-j2", *files, new_group=True)
    pid = int(told.read_text())
    assert process.stdout is not None
    assert json.loads(process.stdout.readline())["file"] == files[0]
    interrupt(process.pid, signal.SIGINT)
    assert ended(process) == (130, b"", b"")
    assert not is_there(pid)


@pytest.mark.parametrize(
    ("number", "status"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129)], ids=["SIGTERM", "SIGHUP"]
)
@pytest.mark.parametrize("several", [[], ["--timeout", "60"]], ids=["", "with a limit"])
def test_a_signal_to_all_processes_ends_them_without_a_word(
    number: signal.Signals, status: int, several: list[str], tmp_path: Path, told: Path
) -> None:
    files = poisoned(tmp_path, "Hangs")
    process = begun(told, "facts", "--jsonl", "-j2", *several, *files, new_group=True)
    pid = int(told.read_text())
    os.killpg(process.pid, number)
    code, _, err = ended(process)
    assert (code, err) == (status, b"")
    assert not is_there(pid)


def test_a_reader_who_stops_reading_ends_the_processes(tmp_path: Path, told: Path) -> None:
    files = poisoned(tmp_path, *["Dry"] * 20, "Hangs", *["Dry"] * 200)
    process = begun(told, "text", "--json", "--with-text", "-j2", *files)
    pid = int(told.read_text())
    assert process.stdout is not None
    assert process.stdout.readline() == b"[\n"
    process.stdout.close()
    os.kill(pid, signal.SIGKILL)
    assert process.stderr is not None
    err = process.stderr.read()
    process.stderr.close()
    # The killed process is told of where its turn came before the reader was missed.
    assert process.wait(120) == 0
    assert err.count(b"\n") <= 1
    assert not is_there(pid)


def test_memory_does_not_grow_with_the_number_of_inputs(tmp_path: Path) -> None:
    file = tmp_path / "dry.txt"
    file.write_text(DRY)
    code = (
        "import atexit, resource, sys\n"
        "peak = lambda: resource.getrusage(resource.RUSAGE_SELF).ru_maxrss\n"
        "atexit.register(lambda: print(peak()))\n"
        "from newsbrief.cli import main\nraise SystemExit(main())"
    )

    def peak(inputs: int) -> int:
        argv = [sys.executable, "-c", code, "text", "-j2", "-o", os.devnull, *[str(file)] * inputs]
        return int(subprocess.run(argv, capture_output=True, check=True).stdout)  # noqa: S603

    assert peak(2000) < 1.1 * peak(100)
