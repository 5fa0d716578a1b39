"""What is damaged in an index."""

from __future__ import annotations

from typing import Final

MESSAGES: Final[dict[str, str]] = {
    "missing": "{name} is missing",
    "size": "{name} has {size} bytes instead of {expected}",
    "unreadable": "{name} cannot be read",
    "large": "{name} has {size} bytes, more than the {most} that it may have",
    "no_plain_file": "{name} is no plain file",
    "another_index": "{name} belongs to another index",
    "no_block": "{name} has no block {block}",
    "block": "block {block} of {name} is damaged",
    "paragraphs": "{name} tells of {told} paragraphs where the segments have {count}",
    "not_counted": "{name} does not count the paragraphs of the segments",
    "not_listed": "{name} does not list the documents of the segments",
    "changed": "{name} was changed while it was open",
}
