"""The source files: what is looked for, what is passed over, and what cannot be opened."""

from __future__ import annotations

from typing import Final

MESSAGES: Final[dict[str, str]] = {
    "at": "{place}: {reason}",
    "faults_in_files": "{count:#, file|#, files}, such as {path}: {reason} ({command} lists all)",
    "faults_in_file": "{path}: {count:#, time|#, times}: {reason} ({command} lists all)",
    "no_file": (
        "{seeds}: the seeds folder holds no file; put source documents into it (text, "
        "Markdown, HTML or JSON Lines)"
    ),
    "only_skipped": (
        "{seeds}: the seeds folder holds no file ({path}: {reason}); put source documents "
        "into it (text, Markdown, HTML or JSON Lines)"
    ),
    "no_folder": (
        "{seeds}: the seeds folder is not a folder; give the folder that holds the source "
        "files: lunshu index FOLDER"
    ),
    "missing": (
        "{seeds}: the seeds folder does not exist; give the folder that holds the source "
        "files: lunshu index FOLDER"
    ),
    "unreadable": "{seeds}: {reason}",
    "nothing_read": "{seeds}: no file can be read, so the index stays as it is; {path}: {reason}",
    "fault": "{reason}; make it readable or remove it",
    "remove_it": "{reason}; remove it",
    "no_plain_file": "it is no plain file",
    "bytes": "it has {size:,} bytes",
    "pipe": "it is a pipe; remove it",
    "socket": "it is a socket; remove it",
    "device": "it is a device; remove it",
    "link": "it is a symbolic link; put a copy in its place, or add --follow-links",
    "link_nowhere": "it is a symbolic link that leads nowhere; mend or remove it",
    "link_pipe": "it is a symbolic link to a pipe; remove it",
    "link_socket": "it is a symbolic link to a socket; remove it",
    "link_device": "it is a symbolic link to a device; remove it",
    "index_folder": "it is the folder of the index",
    "same_folder": "it is the folder {path}, which is read already",
    "same_file": "it is the file {path}, which is read already",
    "binary": "looks like {kind}; convert it to text first",
    "nul": "looks like binary data (byte 0x00 at offset {offset}); convert it to text first",
    "byte": "byte 0x{byte} at offset {offset}",
    "nearly_utf_8": "UTF-8 but for {place}; mend it there, or save it as UTF-8 again",
    "nearly_gb18030": "GB18030 but for {place}; mend it there, or save it as UTF-8",
    "controls": "control characters are left out: {count:,}",
    "controls_on": "control characters are left out: {count:,} (also in line {line_numbers:, })",
    "private": (
        "characters of one font alone, which nobody else sees: {count:,}; write the characters "
        "that are meant"
    ),
    "private_on": (
        "characters of one font alone, which nobody else sees: {count:,} (also in line "
        "{line_numbers:, }); write the characters that are meant"
    ),
    "strange_gb18030": (
        "GB18030 but for characters of one font alone or controls, of which there are too many: "
        "{count:,}; write the characters that are meant"
    ),
    "nearly_big5": "Big5 but for {place}; mend it there, or save it as UTF-8",
    "disputed_big5": (
        "Big5 with byte 0x{byte} at offset {offset}, which programs read as different characters; "
        "save it as UTF-8"
    ),
    "other_encoding": "looks like {name}, which is not read; save it as UTF-8",
    "no_encoding": "neither UTF-8, UTF-16, GB18030 nor Big5 ({place}); save it as UTF-8",
    "marked": (
        "marked as {name}, but byte 0x{byte} at offset {offset} does not fit; save it as UTF-8"
    ),
    "pdf": "a PDF file",
    "zip": "a ZIP archive, as .docx, .xlsx and .epub files are",
    "empty_zip": "an empty ZIP archive",
    "old_office": "an old Office file, as .doc and .xls files are",
    "rtf": "an RTF file",
    "png": "a PNG picture",
    "jpeg": "a JPEG picture",
    "gif": "a GIF picture",
    "tiff": "a TIFF picture",
    "djvu": "a DjVu file",
    "gzip": "a gzip archive",
    "bzip2": "a bzip2 archive",
    "xz": "an xz archive",
    "seven_zip": "a 7-Zip archive",
    "rar": "a RAR archive",
    "zstandard": "a Zstandard archive",
    "sqlite": "an SQLite database",
    "program": "a program",
}
