"""What the exit code of `lunshu` says."""

FOUND = 0
NOTHING_FOUND = 1
ERROR = 2
INTERRUPTED = 130
"""As a shell reports a process that Ctrl-C has ended, which most commands are: by the signal."""
