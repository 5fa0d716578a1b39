"""What the operating system refuses, by the name of its error; in English its own words."""

from __future__ import annotations

from typing import Final

MESSAGES: Final[dict[str, str]] = {
    "EPERM": "Operation not permitted",
    "ENOENT": "No such file or directory",
    "EINTR": "Interrupted system call",
    "EIO": "Input/output error",
    "ENXIO": "No such device or address",
    "EBADF": "Bad file descriptor",
    "EAGAIN": "Resource temporarily unavailable",
    "ENOMEM": "Cannot allocate memory",
    "EACCES": "Permission denied",
    "EBUSY": "Device or resource busy",
    "EEXIST": "File exists",
    "EXDEV": "Invalid cross-device link",
    "ENODEV": "No such device",
    "ENOTDIR": "Not a directory",
    "EISDIR": "Is a directory",
    "EINVAL": "Invalid argument",
    "ENFILE": "Too many open files in system",
    "EMFILE": "Too many open files",
    "ETXTBSY": "Text file busy",
    "EFBIG": "File too large",
    "ENOSPC": "No space left on device",
    "EROFS": "Read-only file system",
    "EMLINK": "Too many links",
    "EPIPE": "Broken pipe",
    "ENAMETOOLONG": "File name too long",
    "ENOLCK": "No locks available",
    "ENOTEMPTY": "Directory not empty",
    "ELOOP": "Too many levels of symbolic links",
    "EOVERFLOW": "Value too large for defined data type",
    "EILSEQ": "Invalid or incomplete multibyte or wide character",
    "ENOTSUP": "Operation not supported",
    "ETIMEDOUT": "Connection timed out",
    "ESTALE": "Stale file handle",
    "EDQUOT": "Disk quota exceeded",
}
