"""What all commands that answer have in common: they open, answer, print results and notes.

A command is a function from an open collection and its own options to an `Answer`. The frame adds
`--format`, `-o`, `--force`, `--color`, `--quiet`, `--index` and `--help`, writes the answer in the
format that was asked for and its notes on stderr, and returns the exit code.

To add a command, write one module like `commands.listing` and add its row to `commands.COMMANDS`.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

import click

from indexer.wording import say
from searcher.cli import options
from searcher.cli.parsing import Command, help_option
from searcher.cli.process import FOUND, NOTHING_FOUND, Tidying
from searcher.cli.streams import find_page, flush_results, note, notes_are_seen, print_content
from searcher.render.formats import OutputFormat, Shape, offered
from searcher.render.text.messages import stale_text
from searcher.render.text.provenance import short_docs

if TYPE_CHECKING:
    from indexer.model.catalogue import Catalogue
    from searcher import Searcher
    from searcher.render.data.cells import Table
    from searcher.render.typeset.page import Page

PageMaker: TypeAlias = "Callable[[Page], Iterable[str]]"
"""Makes the lines of a page; what is laid out for no terminal does not look at the page."""


def _nothing() -> tuple[str, ...]:
    return ()


def _no_hint() -> None:
    return None


class Answer(NamedTuple):
    """What a command answers. What is made of it is made when it is asked for.

    Attributes:
        found: whether anything was found.
        pages: by the name of the format, the lines of a page for people.
        record: the whole answer as one record or dataclass.
        records: its parts, for JSON Lines.
        rows: the answer as a table.
        notes: lines on stderr beside the results.
        hint: the one line at a terminal beside a page, of what other formats have a place for in
            themselves, if there is something to say.
        code: the exit code, where it is not that of `found`.
    """

    found: bool
    pages: Mapping[str, PageMaker]
    record: Callable[[], object] | None = None
    records: Callable[[], Iterable[object]] | None = None
    rows: Callable[[], Table] | None = None
    notes: Callable[[], Iterable[str]] = _nothing
    hint: Callable[[], str | None] = _no_hint
    code: int | None = None


def rows_of(kind: str, values: Iterable[object]) -> Callable[[], Table]:
    """What makes a table with a row for each of `values`.

    Args:
        kind: their class, `"module:Name"`: the columns are there where no value is.
        values: the dataclasses.
    """

    def make() -> Table:
        from searcher.render.data.cells import table_of  # noqa: PLC0415 (only for a table)

        module, _, name = kind.partition(":")
        return table_of(getattr(import_module(module), name), values)

    return make


class Opened:
    """The collection that a command was asked to look in; it is opened when it is first used."""

    def __init__(self, index: Path, stack: ExitStack, *, quiet: bool) -> None:
        self.index = index
        self.quiet = quiet
        self._stack = stack
        self._searcher: Searcher | None = None

    @property
    def searcher(self) -> Searcher:
        """The open index."""
        if self._searcher is None:
            from searcher.cli.opening import open_or_build  # noqa: PLC0415 (for no help text)

            self._searcher = self._stack.enter_context(open_or_build(self.index, quiet=self.quiet))
        return self._searcher

    def catalogue(self) -> Catalogue:
        """What the index was made from; it needs no open index."""
        from searcher.cli.opening import catalogue_or_build  # noqa: PLC0415 (as in `searcher`)

        return catalogue_or_build(self.index, quiet=self.quiet)

    def short_docs(self, shown: Collection[str] | None = None) -> dict[str, str]:
        """Short forms of the documents' ids, of those that are `shown` or of all."""
        return short_docs(self.searcher.document_ids(), shown)


def answering(
    name: str,
    *,
    has_parts: bool = True,
    pages: Collection[str] = ("text",),
    text_suffixes: tuple[str, ...] = (),
    cls: type[click.Command] = Command,
    warns_when_stale: bool = False,
    reads: str | None = None,
) -> Callable[[Callable[..., Answer]], click.Command]:
    """Make a command of a function from an `Opened` and its own options to an `Answer`.

    Args:
        name: of the command. The messages `help.NAME_short` and `help.NAME` describe it.
        has_parts: whether an answer consists of parts, which can be records or rows of a table.
        pages: the formats that the command lays out itself.
        text_suffixes: the ends of the names of files that its text is for, besides `.txt`.
        cls: the class of the command.
        warns_when_stale: whether stderr says that source files have changed.
        reads: the parameter that names a file which the answer is about, as `trace` has one.
    """
    shapes: tuple[Shape, ...] = ("record", "records", "rows") if has_parts else ("record",)
    formats = tuple(
        row._replace(suffixes=row.suffixes + text_suffixes) if row.name == "text" else row
        for row in offered(shapes, pages)
    )

    def decorate(answer: Callable[..., Answer]) -> click.Command:
        def run(
            *,
            output: str,
            output_file: Path | None,
            force: bool,
            color: str,
            quiet: bool,
            index: Path,
            **own: Any,
        ) -> int:
            target = _find_target(output, output_file, force=force, offered=formats)
            if output_file is not None:
                _check_apart(output_file, index, own[reads] if reads else None)
            with ExitStack() as stack:
                opened = Opened(index, stack, quiet=quiet)
                answered = answer(opened, **own)
                target.write(_content(answered, target, color))
                if not quiet:
                    _write_notes(answered, target)
                    if warns_when_stale:
                        _warn_if_stale(opened)
            if answered.code is not None:
                return answered.code
            return FOUND if answered.found else NOTHING_FOUND

        own_options = getattr(answer, "__click_params__", [])
        for option in _common_options(formats):
            option(run)
        run.__click_params__ = [*run.__click_params__, *own_options]  # type: ignore[attr-defined]
        return click.command(name, cls=cls, short_help=f"help.{name}_short", help=f"help.{name}")(
            run
        )

    return decorate


def _common_options(formats: Iterable[OutputFormat]) -> Iterator[Callable[..., Any]]:
    """The options that all such commands share, the last in the help text first."""
    yield help_option
    yield options.index_option
    yield options.quiet_option
    yield options.color_option
    yield options.file_options
    yield options.format_option(*(row.name for row in formats if row.name != "text"))


class _Target(NamedTuple):
    """Where results go, and in which format: to stdout where there is no path.

    Attributes:
        force: whether a file that is there already is replaced.
    """

    format: OutputFormat
    path: Path | None
    force: bool

    def write(self, content: Iterable[str | bytes]) -> None:
        if self.path is None:
            print_content(content)
            return
        from searcher.cli.output_file import write_file  # noqa: PLC0415 (only with -o)

        with Tidying():
            write_file(self.path, content, force=self.force)


def _find_target(
    name: str, path: Path | None, *, force: bool, offered: Sequence[OutputFormat]
) -> _Target:
    """Where the results of the command that runs are to go.

    Raises:
        click.UsageError: its options do not agree.
        OptionError: the file cannot be written.
    """
    format_ = next(row for row in offered if row.name == name)
    if path is not None:
        from searcher.cli.output_file import check_target, format_of_file  # noqa: PLC0415 (with -o)

        format_ = format_of_file(path, format_, offered)
        check_target(path, force=force)
    elif force or (format_.is_binary and sys.stdout.isatty()):
        raise click.UsageError(
            say("output.force_alone") if force else say("output.binary", format=name)
        )
    return _Target(format_, path, force)


def _check_apart(path: Path, index: Path, read: Path | None) -> None:
    """See that results are not written to what they are made from.

    Raises:
        OptionError: they would be.
    """
    from indexer.commits.faults import recorded_seeds  # noqa: PLC0415 (only with -o, as the next)
    from searcher.cli.output_file import keep_apart  # noqa: PLC0415

    seeds = recorded_seeds(index) or options.DEFAULT_SEEDS
    keep_apart(path, index=index, seeds=Path(seeds), read=read)


def _content(answer: Answer, target: _Target, color: str) -> Iterable[str | bytes]:
    """The answer in the format of the target."""
    asked = target.format
    if asked.shape == "page":
        page = find_page(color, in_file=target.path is not None)
        return (f"{line}\n" for line in answer.pages[asked.name](page))
    makers = {"record": answer.record, "records": answer.records, "rows": answer.rows}
    maker = makers[asked.shape]
    assert maker is not None, "a command offers only what its answers have"
    return asked.load_writer()(maker())


def _write_notes(answer: Answer, target: _Target) -> None:
    if target.path is not None:
        note(say("output.written", path=target.path))
    for text in answer.notes():
        note(text)
    if target.format.shape == "page":
        hint = answer.hint() if notes_are_seen() else None
        if hint is not None:
            note(hint)


def _warn_if_stale(opened: Opened) -> None:
    """Say which source file has changed, once the results are out: nobody waits for the look."""
    flush_results()
    changed = opened.searcher.changed_source()
    if changed is not None:
        note(stale_text(changed, opened.searcher.manifest, str(opened.index)))
