"""The commands: each reads its options, calls the library and writes the result."""

# ruff: noqa: ARG001, PLR0913  A command's options are its parameters; eager ones act alone.

import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import Annotated, Any

import typer

from newsbrief import Article, GroupBy, Kind, Method
from newsbrief.errors import OptionError
from newsbrief.extraction.facts import DEFAULT_MIN_CONFIDENCE

from . import completion
from .batch import Batch
from .commands import Command, Group, OnDraft, names
from .facts_view import By, FactsView
from .filters import FactFilter, chosen_by, listed
from .messages import tell
from .options import archived, batched, counting, joint, paged
from .status import ExitStatus
from .summary_view import Order, SummaryView
from .terminal import is_terminal
from .values import choice, choices, number, some_text, some_word

app = typer.Typer(
    cls=Group,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    invoke_without_command=True,
    add_completion=False,  # Typer's own options guess the shell; `completion` has it named
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Exit status: 0 done, 1 an input failed, 2 usage error, 130 interrupted.",
)
MinConfidence = Annotated[
    float,
    typer.Option(
        metavar="C",
        callback=number(float, 0, 1),
        show_default=False,
        help="Only claims with confidence C or more, from 0 to 1; 0 leaves none out "
        f"[default: {DEFAULT_MIN_CONFIDENCE}].",
    ),
]
WithOptional = Annotated[
    bool,
    typer.Option(
        "--all",
        help="Also claims that a careful reader could leave out, such as plans and wishes "
        "that are narrated and not said.",
    ),
]
WithContext = Annotated[
    bool,
    typer.Option("--context", help="Show the sentence around each claim and the one before."),
]
WithSelectors = Annotated[
    bool,
    typer.Option("--selectors", help="Add W3C selectors and links to the place to JSON."),
]


def _sentences(help_: str) -> Any:  # noqa: ANN401 - Typer's own type has no public name
    """The option for the number of sentences in a summary."""
    return typer.Option("-n", "--sentences", metavar="N", callback=number(int, 1), help=help_)


# The sections of the commands in the help.
EACH, TOGETHER, ITSELF = "Each article", "Articles together", "About newsbrief"
command = partial(
    app.command,
    cls=Command,
    epilog="'-', or no FILE in a pipe, is standard input.",
    rich_help_panel=EACH,
)


def _version(asked: bool) -> None:  # noqa: FBT001 - as Typer calls it
    if asked:
        from importlib.metadata import version

        typer.echo(f"newsbrief {version('newsbrief')}")
        raise typer.Exit


def _schema_name(value: str | None) -> str:
    from .schemas import Schema

    if value is None:
        raise OptionError(f"schema needs a name: {', '.join(Schema)}")
    return str(choice(Schema)(value))


def _schemas(incomplete: str) -> list[str]:
    """The names that a shell offers for ``incomplete``."""
    from .schemas import Schema

    return [str(each) for each in Schema if each.startswith(incomplete)]


def _commands(incomplete: str) -> list[str]:
    """The commands that a shell offers for ``incomplete``."""
    return [each for each in names(app) if each.startswith(incomplete)]


@app.callback()
def newsbrief(
    context: typer.Context,
    *,
    version: Annotated[
        bool,
        typer.Option("--version", callback=_version, is_eager=True, help="Show the version."),
    ] = False,
    install_completion: Annotated[
        str | None,
        typer.Option(
            metavar="SHELL",
            callback=completion.install,
            is_eager=True,
            expose_value=False,
            help=f"Set up completion in a shell: {', '.join(completion.Shell)}.",
        ),
    ] = None,
    show_completion: Annotated[
        str | None,
        typer.Option(
            metavar="SHELL",
            callback=completion.show,
            is_eager=True,
            expose_value=False,
            help="Print the completion script for a shell.",
        ),
    ] = None,
) -> None:
    """What news articles say, and who says so: the articles' own words, offline.

    \b
      newsbrief summarize article.txt
      newsbrief facts article.txt
      newsbrief facts --csv -o facts.csv *.txt
    """  # noqa: D301
    if context.invoked_subcommand is None:
        tell(f"{context.get_help()}\n")
        raise typer.Exit(ExitStatus.USAGE)


@command()
@batched
def summarize(
    batch: Batch,
    *,
    sentences: Annotated[
        int | None,
        _sentences("N sentences, or all if there are fewer [default: 3]."),
    ] = None,
    words: Annotated[
        int | None,
        typer.Option(
            "-w",
            "--words",
            metavar="N",
            callback=number(int, 1),
            help="Whole sentences, at most N words.",
        ),
    ] = None,
    percent: Annotated[
        float | None,
        typer.Option(
            "-p",
            "--percent",
            metavar="P",
            callback=number(float, 0, 100, above=True),
            help="P % of the sentences.",
        ),
    ] = None,
    about: Annotated[
        str | None,
        typer.Option(
            metavar="TEXT", callback=some_word, help="Only what the article says about TEXT."
        ),
    ] = None,
    order: Annotated[
        Order,
        typer.Option(
            metavar="ORDER",
            callback=choice(Order),
            show_default=False,
            help="place, the article's order (the default), or rank, the best first.",
        ),
    ] = Order.PLACE,
    method: Annotated[
        Method,
        typer.Option(
            metavar="METHOD",
            callback=choice(Method),
            show_default=False,
            help="How to rank sentences: news (the default), lead, lexrank or textrank.",
        ),
    ] = Method.NEWS,
    explain: Annotated[
        bool,
        typer.Option(
            "--explain",
            help="Show each score, how it differs from the average, and what was passed over.",
        ),
    ] = False,
    selectors: WithSelectors = False,
) -> None:
    """Pick the most important sentences, word for word.

    \b
      newsbrief summarize article.txt
      newsbrief summarize -w 100 --about "interest rates" article.txt
      newsbrief summarize --json https://example.org/story page.html mail.eml
    """  # noqa: D301
    from newsbrief import summarize

    if [sentences, words, percent].count(None) < 2:  # noqa: PLR2004
        raise OptionError("give one length only: --sentences, --words or --percent")
    work = partial(
        summarize, sentences=sentences, words=words, percent=percent, method=method, about=about
    )
    batch.each(work, SummaryView(order, explain, selectors))


@command()
@batched
def facts(
    batch: Batch,
    *,
    source: Annotated[
        str | None,
        typer.Option(
            metavar="TEXT",
            callback=some_text,
            help="Only claims whose source has TEXT in its words, name or role.",
        ),
    ] = None,
    kind: Annotated[
        list[Kind] | None,
        typer.Option(
            metavar="KIND",
            callback=choices(Kind),
            help=f"Only claims of this kind: {', '.join(Kind)}. May be repeated.",
        ),
    ] = None,
    quotes: Annotated[
        bool, typer.Option("--quotes", help="Only claims that are at least partly quoted.")
    ] = False,
    unnamed: Annotated[
        bool,
        typer.Option(
            "--unnamed",
            help="Only claims whose source has no name in the article (officials) or is not given.",
        ),
    ] = False,
    min_confidence: MinConfidence = DEFAULT_MIN_CONFIDENCE,
    with_optional: WithOptional = False,
    by: Annotated[
        By,
        typer.Option(
            metavar="ORDER",
            callback=choice(By),
            show_default=False,
            help="place, the article's order (the default), or source, grouped by source.",
        ),
    ] = By.PLACE,
    with_context: WithContext = False,
    selectors: WithSelectors = False,
) -> None:
    """List who says what: each claim with its source.

    \b
      newsbrief facts article.txt
      newsbrief facts --unnamed --format markdown article.txt
      newsbrief facts --jsonl *.txt | jq -r '.facts[].claim.text'
    """  # noqa: D301
    from .languages import language_note

    kept = FactFilter(source or "", kind or (), quotes, unnamed)
    work = partial(listed, kept=kept, min_confidence=min_confidence, optional=with_optional)
    options = chosen_by(kept, min_confidence, optional=with_optional)
    batch.each(work, FactsView(by, with_context, selectors, options), language_note)


@command()
@batched
def brief(
    batch: Batch,
    *,
    sentences: Annotated[
        int | None,
        _sentences("N sentences in the summary [default: 3]."),
    ] = None,
    min_confidence: MinConfidence = DEFAULT_MIN_CONFIDENCE,
    with_optional: WithOptional = False,
    with_context: WithContext = False,
) -> None:
    """Show an article on one page: summary, sources, figures.

    \b
      newsbrief brief article.txt
      newsbrief brief --format markdown *.txt > page.md
    """  # noqa: D301
    from newsbrief import brief

    from .brief_view import BriefView
    from .languages import language_note

    work = partial(
        brief, sentences=sentences, min_confidence=min_confidence, optional=with_optional
    )
    batch.each(work, BriefView(with_context), language_note)


@command()
@paged
def report(
    batch: Batch,
    *,
    sentences: Annotated[
        int | None,
        _sentences("N sentences in the summary [default: 3]."),
    ] = None,
    min_confidence: MinConfidence = DEFAULT_MIN_CONFIDENCE,
    with_optional: WithOptional = False,
) -> None:
    """Make a web page of articles: who says what, marked in the text.

    The page needs no network. With -o FOLDER/ each article gets a page of its own.

    \b
      newsbrief report article.txt -o report.html
      newsbrief report *.txt -o pages/
    """  # noqa: D301
    from newsbrief import report

    from .languages import language_note
    from .page_files import write_pages
    from .report_page import need_templates, page

    need_templates()
    work = partial(
        report, sentences=sentences, min_confidence=min_confidence, optional=with_optional
    )
    write_pages(batch, work, page, language_note)


@command(rich_help_panel=TOGETHER)
@joint
def digest(
    batch: Batch,
    *,
    sentences: Annotated[
        int | None,
        _sentences("N sentences in the summary [default: 5]."),
    ] = None,
    min_confidence: MinConfidence = DEFAULT_MIN_CONFIDENCE,
    with_optional: WithOptional = False,
) -> None:
    """Compare articles on one story: which of them make which claim.

    \b
      newsbrief digest flood/*.txt
      newsbrief digest --json flood/*.txt | jq '.[].claims[] | [.standing, .text]'
    """  # noqa: D301
    from newsbrief import digest

    from .digest_view import Digested, DigestView
    from .languages import language_note

    def work(files: Sequence[str], articles: Sequence[Article]) -> Digested:
        made = digest(
            articles, sentences=sentences, min_confidence=min_confidence, optional=with_optional
        )
        return Digested(files, articles, made)

    batch.together(work, DigestView(batch.with_text), language_note)


@app.command(
    cls=OnDraft,
    epilog="'-' is standard input. Exit status 1 also where something is altered, merged, unquoted "
    "or absent, or whose speaker is another or misspelt.",
    rich_help_panel=TOGETHER,
)
@joint
def check(
    batch: Batch,
    *,
    faults: Annotated[
        bool, typer.Option("--faults", help="Only what is a fault, or unclear.")
    ] = False,
    exit_zero: Annotated[
        bool, typer.Option("--exit-zero", help="Exit with 0 also where there are faults.")
    ] = False,
) -> None:
    """Check the quotations and claims of a draft against its articles.

    \b
      newsbrief check draft.md article.txt
      newsbrief check --faults answer.txt https://example.org/story report.pdf
      newsbrief facts --json article.txt | newsbrief check - article.txt
    """  # noqa: D301
    from .check_view import CheckView
    from .drafts import checked

    batch.publish(checked(batch, exit_zero=exit_zero), CheckView(faults))


@command(rich_help_panel=TOGETHER)
@archived
def corpus(
    batch: Batch,
    *,
    sentences: Annotated[
        int | None,
        _sentences("N sentences in each summary [default: 3]."),
    ] = None,
    min_confidence: MinConfidence = DEFAULT_MIN_CONFIDENCE,
    with_optional: WithOptional = False,
    resume: Annotated[
        bool, typer.Option("--resume", help="Go on with a run that was stopped.")
    ] = False,
) -> None:
    """Make an archive of many articles: a record of each.

    A record has what is known of an article, its summary and its facts. FILE may be a folder. The
    end of the name after -o tells how the archive is written: .parquet, .jsonl, .jsonl.gz or
    .jsonl.zst. An article that takes two minutes is given up; --timeout sets another time.

    \b
      newsbrief corpus crawl/*.warc.gz -o archive.parquet
      newsbrief corpus --resume crawl/*.warc.gz -o archive.parquet
    """  # noqa: D301
    from newsbrief.archive.record import RecordOptions

    from .archive_run import write_archive

    options = RecordOptions(sentences, min_confidence, with_optional, batch.with_text)
    write_archive(batch, options, resume=resume)


@command(rich_help_panel=TOGETHER)
@counting
def sources(
    batch: Batch,
    *,
    by: Annotated[
        GroupBy | None,
        typer.Option(
            metavar="GROUP",
            callback=choice(GroupBy),
            help="Also count by outlet, month or outlet,month, as the files tell them.",
        ),
    ] = None,
    people: Annotated[
        str | None,
        typer.Option(
            metavar="FILE",
            help="CSV with a column 'name' and any others, such as gender or beat: shares by them.",
        ),
    ] = None,
    top: Annotated[
        int | None,
        typer.Option(
            metavar="N",
            callback=number(int, 1),
            help="List only the N sources with the most claims.",
        ),
    ] = None,
    plot: Annotated[
        str | None,
        typer.Option(metavar="FILE", help="Draw the counts too, as FILE.png or FILE.svg."),
    ] = None,
) -> None:
    """Count who is quoted in many articles, or in saved facts.

    \b
      newsbrief sources --top 20 archive/*.txt
      newsbrief facts --jsonl -o facts.jsonl archive/*.txt
      newsbrief sources --by outlet,month --csv -o shares.csv facts.jsonl
    """  # noqa: D301
    from newsbrief import sources
    from newsbrief.pages.people import joined

    from .formats import Format
    from .output import write_file
    from .sources_input import (
        Chosen,
        Copies,
        Counted,
        facts_of,
        people_in,
        tell_of_chosen,
        tell_of_copies,
        tell_of_unmatched,
        with_facts,
    )
    from .sources_plot import check, picture
    from .sources_view import Audited, SourcesView

    # What newsbrief has saved of an archive is larger than the memory.
    batch.reading = replace(batch.reading, streamed=True)
    known = None
    if people is not None:
        known = people_in(people)
        batch.also_reads(people)
    if plot is not None:
        check(plot, batch)
    if top is not None and by is not None and batch.chosen in (Format.CSV, Format.TSV):
        batch.without_effect("--top", "with --by the rows of CSV and TSV are groups")

    def work(counted: Iterator[Counted]) -> Audited:
        copies, chosen = Copies(), Chosen()
        audit = sources(with_facts(counted, copies, chosen), by)
        tell_of_copies(batch, copies)
        tell_of_chosen(batch, chosen)
        found = joined(known, audit.sources) if known else None
        if people is not None and found:
            tell_of_unmatched(batch, people, found)
        if plot is not None:
            write_file(plot, picture(audit, plot))
        return Audited(audit, found, chosen.options)

    batch.over_all(facts_of, work, SourcesView(by, top, known.columns if known else ()))


@command()
@batched
def text(batch: Batch) -> None:
    """Print the text of an article, to which all offsets refer.

    \b
      newsbrief text page.html
      newsbrief text --jsonl *.pdf | jq -r '.title'
    """  # noqa: D301
    from .text_view import TextView, blocks

    batch.each(blocks, TextView())


@app.command("mcp", cls=Command, rich_help_panel=ITSELF)
def serve_mcp() -> None:
    """Let programs call newsbrief, as an MCP server.

    It speaks the Model Context Protocol over standard input and output, and reads the files of the
    folder that it is started in, and nothing else.

    \b
      newsbrief mcp
      newsbrief mcp 2>> mcp.log
    """  # noqa: D301
    from pathlib import Path

    from .mcp_server import serve

    if is_terminal(sys.stdin):
        tell("Waiting for a program that speaks MCP on standard input; Ctrl-C ends it.\n")
    serve(Path.cwd())


@app.command("schema", cls=Command, rich_help_panel=ITSELF)
def show_schema(
    name: Annotated[
        str | None,
        typer.Argument(
            metavar="COMMAND", hidden=True, callback=_schema_name, autocompletion=_schemas
        ),
    ] = None,
) -> None:
    """Print the JSON Schema of what a command writes as JSON.

    \b
      newsbrief schema facts
      newsbrief schema error
    """  # noqa: D301
    import json

    from .schemas import Schema, schema

    typer.echo(json.dumps(schema(Schema(str(name))), indent=2, ensure_ascii=False))


@app.command("help", cls=Command, rich_help_panel=ITSELF)
def show_help(
    context: typer.Context,
    name: Annotated[
        str | None, typer.Argument(metavar="COMMAND", hidden=True, autocompletion=_commands)
    ] = None,
) -> None:
    """Show the help of a command, or of newsbrief.

    \b
      newsbrief help facts
      newsbrief facts --help
    """  # noqa: D301
    command = [] if name is None else [name]
    app([*command, "--help"], prog_name=context.find_root().info_name, standalone_mode=False)
