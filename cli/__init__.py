"""The command line of newsbrief: files in, tables, text and JSON out.

Nothing is imported before ``main`` runs: an interruption would be a traceback until then.
"""

TYPE_CHECKING = False  # of typing
if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["main"]


def main(argv: "Sequence[str] | None" = None) -> int:
    """Run the command that ``argv`` (``sys.argv[1:]`` unless given) names; its exit status.

    An error is reported once, in one line on stderr.
    """
    try:
        from . import exits

        return exits.status(argv)
    except KeyboardInterrupt:  # in the imports; `exits` sees to what comes after
        return 130
