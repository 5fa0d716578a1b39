"""`lunshu index`: build the index, or bring it up to date."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from indexer.memory import NUMPY, require_memory
from indexer.model.build_options import DEFAULT_OPTIONS
from indexer.wording import say
from searcher.cli import options
from searcher.cli.opening import RecordedSource, find_source
from searcher.cli.parsing import Command, argument, help_option, option
from searcher.cli.process import ERROR, FOUND, Tidying
from searcher.cli.streams import note, print_lines, progress_line
from searcher.render.text.faults import fault_lines, status_command
from searcher.render.text.indexing import plan_lines, report_lines

if TYPE_CHECKING:
    from indexer import IndexPlan, IndexReport


@click.command(
    "index",
    cls=Command,
    short_help="help.index_short",
    help="help.index",
)
@argument("seeds", type=options.folder("FOLDER"), metavar="[FOLDER]", required=False)
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
@options.reading_options
@options.format_option("json")
@options.quiet_option
@options.index_option
@help_option
def command(
    *,
    seeds: Path | None,
    full: bool,
    dry_run: bool,
    wait_s: float | None,
    output: str,
    follow_links: bool,
    quiet: bool,
    index: Path,
    **chosen: Any,
) -> int:
    """Index one folder."""
    require_memory(NUMPY)
    from indexer import build_index, plan_update, update_index  # noqa: PLC0415 (help needs none)

    source = find_source(index) if seeds is None else RecordedSource(seeds, DEFAULT_OPTIONS)
    decided = options.reading_options_of(source.options, **chosen)
    decided = replace(decided, follow_links=follow_links or decided.follow_links)
    if dry_run:
        plan = plan_update(source.seeds, index, options=decided, full=full)
        print_lines(_lines(plan, plan_lines(plan), output))
        return FOUND
    run = build_index if full else update_index
    waiting = {} if wait_s is None else {"wait_s": wait_s}
    title = say("progress.indexing", seeds=source.seeds)
    with Tidying(), progress_line(title, quiet=quiet) as listener:
        report = run(source.seeds, index, options=decided, progress=listener, **waiting)
    print_lines(_lines(report, report_lines(report), output))
    command = status_command(str(index))
    if not quiet:
        for line in fault_lines((*report.skipped, *report.understood.doubts), command):
            note(line)
    for line in fault_lines(report.failed, command):
        note(line)
    return ERROR if report.failed else FOUND


def _lines(outcome: IndexPlan | IndexReport, text: Iterable[str], output: str) -> Iterable[str]:
    """The lines of what a run would do or did: those of its `text`, or its record."""
    if output == "json":
        from searcher.render.data.records import json_text  # noqa: PLC0415 (all fields of records)

        return [json_text(outcome)]
    return text
