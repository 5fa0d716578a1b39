"""lunshu's write side: from source documents to an index.

    >>> from indexer import update_index
    >>> report = update_index("seeds", "index")                  # doctest: +SKIP

It owns the contract that `searcher` reads by: document types, folding, manifest, records, errors.
Reading an index is the business of `searcher`.
"""

from __future__ import annotations

TYPE_CHECKING = False  # as typing has it, which takes milliseconds to load
if TYPE_CHECKING:  # what `_HOMES` says, for type checkers, to whom an unknown name is an error
    from indexer.commits.manifest import IndexFile as IndexFile
    from indexer.commits.manifest import Manifest as Manifest
    from indexer.commits.manifest import SegmentEntry as SegmentEntry
    from indexer.errors import ArgumentError as ArgumentError
    from indexer.errors import IndexCorruptError as IndexCorruptError
    from indexer.errors import IndexLockedError as IndexLockedError
    from indexer.errors import IndexMissingError as IndexMissingError
    from indexer.errors import IndexStoreError as IndexStoreError
    from indexer.errors import IndexVersionError as IndexVersionError
    from indexer.errors import LunshuError as LunshuError
    from indexer.errors import OptionError as OptionError
    from indexer.errors import PassageIdError as PassageIdError
    from indexer.errors import QueryError as QueryError
    from indexer.errors import QueryTimeoutError as QueryTimeoutError
    from indexer.errors import SearcherClosedError as SearcherClosedError
    from indexer.errors import SeedsError as SeedsError
    from indexer.errors import SourceError as SourceError
    from indexer.facts.inspecting.inspection import inspect_file as inspect_file
    from indexer.model.build_options import BuildOptions as BuildOptions
    from indexer.model.catalogue import DocumentEntry as DocumentEntry
    from indexer.model.catalogue import Doubt as Doubt
    from indexer.model.catalogue import Failure as Failure
    from indexer.model.catalogue import Skipped as Skipped
    from indexer.model.catalogue import SourceEntry as SourceEntry
    from indexer.model.catalogue import Understanding as Understanding
    from indexer.model.documents import Became as Became
    from indexer.model.documents import Problem as Problem
    from indexer.model.documents import Understood as Understood
    from indexer.model.fields import DateKind as DateKind
    from indexer.model.fields import Role as Role
    from indexer.model.inspection import FoundFact as FoundFact
    from indexer.model.inspection import InspectedDocument as InspectedDocument
    from indexer.model.inspection import Inspection as Inspection
    from indexer.model.limits import Limits as Limits
    from indexer.model.place import Folder as Folder
    from indexer.model.place import Place as Place
    from indexer.model.recipe import Reason as Reason
    from indexer.model.recipe import Recipe as Recipe
    from indexer.model.records import Record as Record
    from indexer.model.report import Action as Action
    from indexer.model.report import IndexPlan as IndexPlan
    from indexer.model.report import IndexReport as IndexReport
    from indexer.model.report import Listener as Listener
    from indexer.model.report import Progress as Progress
    from indexer.model.report import State as State
    from indexer.pipeline import build_index as build_index
    from indexer.pipeline import plan_update as plan_update
    from indexer.pipeline import update_index as update_index
    from indexer.text.dates import DateSpan as DateSpan
    from indexer.text.dates import Precision as Precision
    from indexer.version import __version__ as __version__
else:
    _HOMES = {
        name: home
        for home, names in (
            ("indexer.model.build_options", "BuildOptions"),
            ("indexer.model.catalogue", "DocumentEntry SourceEntry"),
            ("indexer.errors", "ArgumentError IndexCorruptError IndexLockedError"),
            ("indexer.errors", "IndexMissingError IndexStoreError IndexVersionError"),
            ("indexer.errors", "LunshuError OptionError PassageIdError QueryError"),
            ("indexer.errors", "QueryTimeoutError SearcherClosedError SeedsError SourceError"),
            ("indexer.facts.inspecting.inspection", "inspect_file"),
            ("indexer.model.documents", "Became Problem Understood"),
            ("indexer.model.fields", "DateKind Role"),
            ("indexer.model.inspection", "FoundFact InspectedDocument Inspection"),
            ("indexer.text.dates", "DateSpan Precision"),
            ("indexer.model.catalogue", "Doubt Failure Skipped Understanding"),
            ("indexer.model.limits", "Limits"),
            ("indexer.commits.manifest", "IndexFile Manifest SegmentEntry"),
            ("indexer.pipeline", "build_index plan_update update_index"),
            ("indexer.model.place", "Folder Place"),
            ("indexer.model.recipe", "Reason Recipe"),
            ("indexer.model.records", "Record"),
            ("indexer.model.report", "Action IndexPlan IndexReport Listener Progress"),
            ("indexer.model.report", "State"),
            ("indexer.version", "__version__"),
        )
        for name in names.split()
    }
    """Every public name, and the module that it is imported from when it is asked for: a search
    needs few of them."""

    __all__ = sorted(_HOMES)  # noqa: PLE0605 (it is a list)

    def __dir__():
        return __all__

    def __getattr__(name):
        if name in _HOMES:
            from importlib import import_module  # noqa: PLC0415

            return getattr(import_module(_HOMES[name]), name)
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
