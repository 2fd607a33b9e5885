"""Write the first rows of each training set, and links to all else, as a small data folder.

    python -m train.quick_data --data DATA --out FOLDER

The whole training runs on it in minutes: what comes out proves the steps and is of no use.
"""

from itertools import islice

from .arguments import paths
from .split import HELD_OUT_ARTICLES, POLNEAR, READERS, SUMMARIES, UNLABELLED

LABELLED_ROWS = HELD_OUT_ARTICLES + 40
OTHER_ROWS = 100


def main() -> None:
    args = paths(__doc__, "data", "out").parse_args()
    sizes = dict.fromkeys((READERS, POLNEAR), LABELLED_ROWS)
    sizes |= dict.fromkeys((UNLABELLED, *SUMMARIES), OTHER_ROWS)
    for path in sorted(args.data.glob("*/*.jsonl")):
        name = path.relative_to(args.data).with_suffix("")
        copy = args.out / path.relative_to(args.data)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.unlink(missing_ok=True)
        if size := sizes.get(name.as_posix()):
            with path.open(encoding="utf-8") as lines:
                copy.write_text("".join(islice(lines, size)), encoding="utf-8")
        else:
            copy.symlink_to(path.resolve())


if __name__ == "__main__":
    main()
