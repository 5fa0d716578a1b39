"""`lunshu index`: build the index, or bring it up to date."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from indexer import room
from indexer.wording import say
from searcher.cli import options
from searcher.cli.exit_codes import ERROR, FOUND
from searcher.cli.help_option import help_option
from searcher.cli.interrupting import tidying
from searcher.cli.progress import progress_line
from searcher.cli.speaking import Command, argument, option
from searcher.cli.streams import note, print_lines

if TYPE_CHECKING:
    from indexer import IndexPlan, IndexReport


@click.command(
    "index",
    cls=Command,
    short_help="help.index_short",
    help="help.index",
)
@argument("seeds", type=options.folder("SEEDS"), default=options.DEFAULT_SEEDS)
@option(
    "--timezone",
    type=options.text,
    metavar="ZONE",
    help="help.option_timezone",
)
@option("--full", is_flag=True, help="help.option_full")
@option("--dry-run", is_flag=True, help="help.option_dry_run")
@option(
    "--wait",
    "wait_s",
    type=options.seconds,
    metavar="SECONDS",
    help="help.option_wait",
)
@option("--follow-links", is_flag=True, help="help.option_follow_links")
@option(
    "--max-file-size",
    "file_megabytes",
    type=options.positive,
    metavar="MB",
    help="help.option_max_file_size",
)
@option(
    "--max-paragraph",
    "paragraph_characters",
    type=options.positive,
    metavar="CHARACTERS",
    help="help.option_max_paragraph",
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
    with tidying(), progress_line(say("progress.indexing", seeds=seeds), quiet=quiet) as listener:
        report = run(seeds, index, progress=listener, **given)
    print_lines(_report_lines(report, output))
    for skipped in () if quiet else report.skipped:
        note(say("sources.at", place=skipped.path, reason=skipped.reason))
    for failure in report.failed:
        note(say("sources.at", place=failure.path, reason=failure.reason))
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
