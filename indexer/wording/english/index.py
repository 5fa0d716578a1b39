"""What is wrong with an index, and what to do about it."""

from __future__ import annotations

from typing import Final

MESSAGES: Final[dict[str, str]] = {
    "changed": (
        "{index}: {file} was changed while it was open, so no answer can be trusted; open the "
        "index again, and if it is damaged rebuild it with: {command} (replace a folder that is in "
        "use by renaming, and never copy into it)"
    ),
    "missing": (
        "{index}: there is no index here; build one with: lunshu index FOLDER --index {quoted}"
    ),
    "missing_name_another": "{fault}, or name another folder with --index DIR",
    "missing_nearby": "{fault}, or name one that is nearby with --index DIR: {others}",
    "between_folders": ", ",
    "two_folders": (
        "{index}: it was made from {folder}, and ./{seeds} is another folder; "
        "name the one that you mean: lunshu index FOLDER --index {quoted}"
    ),
    "far_folder": (
        "{index}: it was made from {folder}, which lies neither here nor beside the index; name "
        "that folder or another: lunshu index FOLDER --index {quoted}"
    ),
    "folder_gone": (
        "{folder}: the folder that {index} was made from is gone; "
        "name another: lunshu index FOLDER --index {quoted}"
    ),
    "confirm_folder": "{index}: it was made from {folder}; read that folder now? [y/N]",
    "other_format": "{index}: the index has format {version!r}, this lunshu reads format {known}",
    "rebuild": "{fault}; rebuild it with: lunshu index FOLDER --index {quoted}",
    "damaged": "{index}: the index is damaged, {reason}",
    "rebuild_full": "{fault}; rebuild it with: {command}",
    "seeds": "FOLDER",
    "unreadable": "{path}: {reason}; make the index readable",
    "unwritable": "{index}: {reason}; {remedy}",
    "give_folder": "give a folder that can be written: --index DIR",
    "free_space": "free some space, or give another folder: --index DIR",
    "look_after_disk": "look after the disk, then run it again",
    "close_files": "close some files, then run it again",
    "large": "{index}: {reason}; divide the source files among several indexes",
    "large_file": "{name} would have {size:,} bytes, and the limit is {most:,}",
    "last_generation": (
        "{index}: {name} has the last number that an index can have; remove the folder and "
        "build the index anew: lunshu index FOLDER --index {index}"
    ),
    "others": (
        "{index}: the index here is another program's; give another folder: --index DIR, or "
        "write over it: --full"
    ),
    "in_seeds": (
        "{index}: the index cannot lie in the seeds folder {seeds}, which is only read; give "
        "another folder: --index DIR"
    ),
    "no_folder": "{index}: an index is written into a folder only; give one: --index DIR",
    "locked": (
        "{index}: {holder} is still writing this index after {waited} s; try again when it "
        "is done, or wait longer: --wait SECONDS"
    ),
    "holder": "process {pid} on {host} (since {since})",
    "another_process": "another process",
    "no_lock": "{path}: {reason}, so it cannot be locked; remove it",
    "lock_no_file": "it is no plain file",
    "lock_second_name": "it has a second name",
}
