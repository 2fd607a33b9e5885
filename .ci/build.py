"""Build the sdist, and from it the wheel, into a folder: the same bytes each time.

``python .ci/build.py [FOLDER]`` builds into ``dist`` unless told otherwise. setuptools writes the
time of the build, the builder's name and the modes of their files into an sdist; here they are
those below, and the wheel is made from the sdist so mended.
"""

import gzip
import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
EPOCH = 1_580_601_600  # 2020-02-02, as hatchling has it


def main() -> None:
    """Build both into the folder that the command line names."""
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "dist").resolve()
    folder.mkdir(parents=True, exist_ok=True)
    os.umask(0o022)
    with tempfile.TemporaryDirectory() as away:
        _build("--sdist", ROOT, Path(away))
        [raw] = Path(away).glob("*.tar.gz")
        sdist = folder / raw.name
        sdist.write_bytes(_mended(raw))
        shutil.unpack_archive(sdist, away)  # our own; tarfile's filters came with Python 3.11.4
        _build("--wheel", Path(away) / raw.name.removesuffix(".tar.gz"), folder)


def _build(kind: str, source: Path, folder: Path) -> None:
    subprocess.run(  # noqa: S603
        [
            *(sys.executable, "-m", "build", "--quiet", "--no-isolation", kind),
            *("--outdir", str(folder), str(source)),
        ],
        check=True,
        env={**os.environ, "SOURCE_DATE_EPOCH": str(EPOCH)},
    )


def _mended(sdist: Path) -> bytes:
    """The archive ``sdist`` with its members in order, and no trace of who made it and when."""
    with tempfile.TemporaryFile() as plain:
        with (
            tarfile.open(sdist) as old,
            tarfile.open(fileobj=plain, mode="w", format=tarfile.PAX_FORMAT) as new,
        ):
            for member in sorted(old.getmembers(), key=lambda each: each.name):
                member.mtime, member.pax_headers = EPOCH, {}
                member.uid = member.gid = 0
                member.uname = member.gname = ""
                runs = member.isdir() or member.mode & 0o100
                member.mode = 0o755 if runs else 0o644
                new.addfile(member, old.extractfile(member) if member.isfile() else None)
        plain.seek(0)
        return gzip.compress(plain.read(), mtime=EPOCH)


if __name__ == "__main__":
    main()
