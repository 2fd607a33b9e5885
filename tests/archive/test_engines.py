"""The examples for clusters: the same records as from one process, also where a worker is lost.

Each runs as it is, on an archive made of the samples, while one of its worker processes is killed.
Without the engine a test is skipped; where ``CLUSTER_TESTS`` names it, it fails.
"""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple

import pyarrow as pa
import pytest
from pyarrow import parquet

import newsbrief

EXAMPLES = Path(__file__).parents[2] / "examples"
BIN = Path(sys.executable).parent
PATH = os.pathsep.join([str(BIN), os.environ["PATH"]])  # as where the environment is activated
COLUMNS = ("id", "date", "text")
FILES = 8
PATIENCE = 900.0  # seconds, on a machine that does much else


class Archive(NamedTuple):
    """The ``*.jsonl`` in a folder, and the records of all articles in them, as JSON, by id."""

    folder: Path
    records: bytes


@pytest.fixture(scope="module")
def archive(samples: Path, tmp_path_factory: pytest.TempPathFactory) -> Archive:
    paths = [*samples.glob("*.txt"), *samples.glob("*/*.txt")]
    texts = sorted((path.stem, path.read_text("utf-8", "replace")) for path in paths)
    rows = [
        {"id": f"{name}-{day:02d}", "date": f"2026-05-{day:02d}", "text": text}
        for day in range(1, 8)
        for name, text in texts
    ]
    rows += [{"id": "none"}, {"id": "no-words", "text": "..."}, {"id": "blank", "text": " "}]
    folder = tmp_path_factory.mktemp("archive")
    for number in range(FILES):
        lines = (json.dumps(row) + "\n" for row in rows[number::FILES])
        (folder / f"{number}.jsonl").write_text("".join(lines), encoding="utf-8")
    batch = pa.RecordBatch.from_pylist(rows, pa.schema([(name, pa.string()) for name in COLUMNS]))
    return Archive(folder, as_json(newsbrief.analyze(batch).to_pylist()))


def as_json(records: Sequence[dict[str, Any]]) -> bytes:
    """``records`` as JSON Lines, by id."""
    ordered = sorted(records, key=lambda record: record["id"])
    return "".join(json.dumps(each, ensure_ascii=False) + "\n" for each in ordered).encode()


def written(folder: Path) -> bytes:
    """The records in the Parquet files of ``folder``, as JSON, by id."""
    tables = [parquet.ParquetFile(path).read() for path in folder.glob("*.parquet")]
    return as_json([record for table in tables for record in table.to_pylist()])


def without(engine: str, what: str) -> None:
    """Skip the test of ``engine``, for which ``what`` is missing; fail it where it must run."""
    if engine in os.environ.get("CLUSTER_TESTS", "").split():
        pytest.fail(f"no {what}: make cluster-test brings what the tests of clusters need")
    pytest.skip(f"no {what}")


def run_and_lose(
    command: Sequence[str | Path], log: Path, worker: Callable[[int], int | None]
) -> None:
    """Run ``command`` to its end; kill the process that ``worker`` gives once, given its own."""
    with (
        log.open("wb") as file,
        subprocess.Popen(  # noqa: S603
            command,
            stdin=subprocess.DEVNULL,
            stdout=file,
            stderr=subprocess.STDOUT,
            env={**os.environ, "PATH": PATH, "SPARK_LOCAL_IP": "127.0.0.1"},
            cwd=log.parent,
            start_new_session=True,
        ) as process,
    ):
        try:
            end = time.monotonic() + PATIENCE
            while (found := worker(process.pid)) is None:
                assert process.poll() is None, log.read_text(errors="replace")[-2000:]
                assert time.monotonic() < end, "no worker to kill"
                time.sleep(0.02)
            os.kill(found, signal.SIGKILL)
            status = process.wait(PATIENCE)
        finally:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)
    assert status == 0, log.read_text(errors="replace")[-2000:]


def test_dask(archive: Archive, tmp_path: Path) -> None:
    if not find_spec("distributed"):
        without("dask", "Dask")
    output = tmp_path / "records"

    def writing(_: int) -> int | None:
        """A worker that has begun a file, whose name ends with its number."""
        return next((int(path.suffix[1:]) for path in output.glob("*.[0-9]*")), None)

    files = archive.folder / "*.jsonl"
    command: list[str | Path] = [sys.executable, EXAMPLES / "dask_archive.py", files, output]
    run_and_lose(command, tmp_path / "log", writing)
    assert len(list(output.glob("*.parquet"))) == FILES
    assert len(list(output.iterdir())) > FILES  # what the lost worker had begun
    assert written(output) == archive.records


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="processes are found in /proc")
def test_spark(archive: Archive, tmp_path: Path) -> None:
    if not find_spec("pyspark"):
        without("spark", "PySpark")
    if not shutil.which("java") and "JAVA_HOME" not in os.environ:
        without("spark", "Java")
    output, log = tmp_path / "records", tmp_path / "log"
    command: list[str | Path] = [BIN / "spark-submit", "--master", "local-cluster[2,1,1024]"]
    for part in ("driver", "executor"):  # Java starts in half the time
        command += ["--conf", f"spark.{part}.extraJavaOptions=-XX:TieredStopAtLevel=1"]
    command += ["--conf", "spark.ui.enabled=false"]
    command += [EXAMPLES / "spark_archive.py", archive.folder, output]
    run_and_lose(command, log, busy_executor)
    assert "Lost executor" in log.read_text(errors="replace")
    assert (output / "_SUCCESS").exists()
    assert written(output) == archive.records


def busy_executor(driver: int) -> int | None:
    """The Java process below ``driver`` whose Python has begun to analyse."""
    parents = dict(processes())
    for each in parents:
        if "pyspark.daemon" in command_of(each) and worked(each) > 1.0:
            line = [each]
            while line[-1] in parents and line[-1] != driver:
                line.append(parents[line[-1]])
            executors = [e for e in line if "CoarseGrainedExecutorBackend" in command_of(e)]
            if line[-1] == driver and executors:
                return executors[0]
    return None


def processes() -> Iterator[tuple[int, int]]:
    """Every process with its parent."""
    for each in Path("/proc").iterdir():
        if each.name.isdigit() and (fields := stat(int(each.name))):
            yield int(each.name), int(fields[1])


def worked(process: int) -> float:
    """The seconds of processor time that ``process`` has taken."""
    fields = stat(process)
    return int(fields[11]) / os.sysconf("SC_CLK_TCK") if fields else 0.0


def stat(process: int) -> list[str]:
    """What Linux says of ``process``, from its state on; nothing where it has ended."""
    try:
        return Path(f"/proc/{process}/stat").read_text(errors="replace").rpartition(")")[2].split()
    except OSError:
        return []


def command_of(process: int) -> str:
    try:
        return Path(f"/proc/{process}/cmdline").read_text(errors="replace")
    except OSError:
        return ""
