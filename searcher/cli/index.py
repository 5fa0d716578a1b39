"""`lunshu index`: build the index, or bring it up to date."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from indexer import room
from searcher.cli import options
from searcher.cli.exit_codes import ERROR, FOUND
from searcher.cli.help_option import help_option
from searcher.cli.interrupting import tidying
from searcher.cli.progress import progress_line
from searcher.cli.streams import note, print_lines

if TYPE_CHECKING:
    from indexer import IndexPlan, IndexReport


@click.command(
    "index",
    short_help="Build or update the index.",
    help="""Build the index of the folder SEEDS (default: ./seeds), or bring it up to date.

Only files that have changed are read; where nothing has changed, nothing is written. The
documents of another folder take the place of those indexed before. A file that cannot be read is
reported and the others are indexed; the exit code is then 2. Hidden files are passed over.

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
@click.option("--dry-run", is_flag=True, help="Say what would be done, and do nothing.")
@click.option(
    "--wait",
    "wait_s",
    type=options.seconds,
    metavar="SECONDS",
    help="How long to wait while another process writes the index (default: 30).",
)
@click.option(
    "--follow-links", is_flag=True, help="Follow symbolic links below SEEDS, wherever they lead."
)
@click.option(
    "--max-file-size",
    "file_megabytes",
    type=options.positive,
    metavar="MB",
    help="Leave out and report files of more megabytes (default: 1024).",
)
@click.option(
    "--max-paragraph",
    "paragraph_characters",
    type=options.positive,
    metavar="CHARACTERS",
    help="Leave out and report longer paragraphs (default: 1000000).",
)
@options.format_option("json")
@options.quiet_option
@options.index_option
@help_option
def command(
    *,
    seeds: Path,
    full: bool,
    dry_run: bool,
    wait_s: float | None,
    output: str,
    quiet: bool,
    index: Path,
    **chosen: Any,
) -> int:
    """Index one folder."""
    room.see_room(room.NUMPY)
    from indexer import build_index, plan_update, update_index  # noqa: PLC0415 (jieba and whoosh)

    given = _given(**chosen)
    if dry_run:
        plan = plan_update(seeds, index, full=full, **given)
        print_lines(_plan_lines(plan, output))
        return FOUND
    run = build_index if full else update_index
    if wait_s is not None:
        given["wait_s"] = wait_s
    with tidying(), progress_line(f"indexing {seeds}", quiet=quiet) as listener:
        report = run(seeds, index, progress=listener, **given)
    print_lines(_report_lines(report, output))
    for skipped in () if quiet else report.skipped:
        note(f"{skipped.path}: {skipped.reason}")
    for failure in report.failed:
        note(f"{failure.path}: {failure.reason}")
    return ERROR if report.failed else FOUND


def _given(
    timezone: str | None,
    follow_links: bool,
    file_megabytes: int | None,
    paragraph_characters: int | None,
) -> dict[str, Any]:
    """The options as arguments of the library; those that were not given keep its defaults."""
    from indexer.limits import Limits  # noqa: PLC0415 (like the rest of the library)

    limits = {
        "file_bytes": file_megabytes and file_megabytes << 20,
        "paragraph_characters": paragraph_characters,
    }
    given = {name: limit for name, limit in limits.items() if limit is not None}
    zone = {} if timezone is None else {"timezone": timezone}
    return zone | {"follow_links": follow_links, "limits": Limits(**given)}


def _plan_lines(plan: IndexPlan, output: str) -> list[str]:
    if output == "json":
        from searcher.render.records import json_text  # noqa: PLC0415

        return [json_text(plan)]
    from searcher.render.index_plan import plan_lines  # noqa: PLC0415

    return list(plan_lines(plan))


def _report_lines(report: IndexReport, output: str) -> list[str]:
    if output == "json":
        from searcher.render.records import json_text  # noqa: PLC0415

        return [json_text(report)]
    from searcher.render.index_report import report_lines  # noqa: PLC0415

    return list(report_lines(report))
