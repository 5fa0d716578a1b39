"""Files and formats in which results are written."""

from __future__ import annotations

from typing import Final

MESSAGES: Final[dict[str, str]] = {
    "another_style": "{path} would be {style} by its name, and --style says {asked}: "
    "leave out one of them",
    "binary": "{format} is nothing for a terminal: name a file with -o FILE",
    "contradiction": "{path} would be {format} by its name, and --format says {asked}: "
    "leave out one of them",
    "dash": "leave out -o for standard output; -o takes the name of a file",
    "exists": "{path} is there already; --force replaces it",
    "folder_read_only": "{path}: nothing can be written in {folder}; choose another folder",
    "force_alone": "--force is for -o FILE alone",
    "in_index": "{path} lies in {folder}, the folder of the index; choose another folder",
    "in_seeds": "{path} lies in {folder}, the folder of the source files, which is only read; "
    "choose another folder",
    "is_folder": "{path} is a folder; name a file in it",
    "is_read": "{path} is the file that is to be looked at; name another",
    "long_cell": "{column} of {row} is longer than the {most:,} characters of a cell of xlsx; "
    "write csv or json",
    "no_folder": "{path}: there is no folder {folder}; make it first",
    "no_plain_file": "{path} is no plain file; name another",
    "not_offered": "this command does not write {format} ({path}); "
    "a file that it writes ends in {suffixes}",
    "symbolic_link": "{path} is a symbolic link; name the file itself",
    "too_many_rows": "a sheet of xlsx has {most:,} rows at most; write csv or json",
    "unknown_suffix": "{path}: a file ends in {suffixes}, or --format says what it is",
    "written": "written: {path}",
}
