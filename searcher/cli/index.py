"""`lunshu index`: build the index, or bring it up to date."""

from __future__ import annotations

from pathlib import Path

import click

from searcher.cli import options
from searcher.cli.exit_codes import ERROR, FOUND
from searcher.cli.progress import progress_line
from searcher.cli.streams import note, print_lines


@click.command(
    "index",
    short_help="Build or update the index.",
    help="""Build the index of the folder SEEDS (default: ./seeds), or bring it up to date.

Where nothing has changed, nothing is written. The documents of another folder take the place of
those indexed before. Hidden files and symbolic links are skipped. A file that cannot be read is
reported and the others are indexed; the exit code is then 2.

\b
Example:
  lunshu index seeds --index index
""",
)
@click.argument("seeds", type=options.folder("SEEDS"), default=options.DEFAULT_SEEDS)
@click.option(
    "--timezone",
    type=options.text,
    metavar="ZONE",
    help="Where timestamps become dates: +08:00 (the default) or a name such as Asia/Shanghai.",
)
@click.option("--full", is_flag=True, help="Read and build everything anew, changed or not.")
@options.format_option("json")
@options.quiet_option
@options.index_option
def command(
    *,
    seeds: Path,
    timezone: str | None,
    full: bool,
    output: str,
    quiet: bool,
    index: Path,
) -> int:
    """Index one folder."""
    from indexer import build_index, update_index  # noqa: PLC0415 (jieba and whoosh)
    from searcher.render.index_report import report_lines  # noqa: PLC0415

    run = build_index if full else update_index
    given = {} if timezone is None else {"timezone": timezone}
    with progress_line(f"indexing {seeds}", quiet=quiet) as listener:
        report = run(seeds, index, progress=listener, **given)
    if output == "json":
        from searcher.render.records import json_text, report_record  # noqa: PLC0415

        print_lines([json_text(report_record(report))])
    else:
        print_lines(report_lines(report, rebuilt=full))
    for failure in report.failed:
        note(f"{failure.path}: {failure.reason}")
    return ERROR if report.failed else FOUND
