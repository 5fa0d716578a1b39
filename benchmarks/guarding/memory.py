"""How much memory this process takes, as Linux tells it."""

from __future__ import annotations

import re
from pathlib import Path


def reset_peak() -> int:
    """Forget how much memory there once was. Returns how much there is now."""
    Path("/proc/self/clear_refs").write_text("5", "ascii")
    return resident_bytes()


def resident_bytes() -> int:
    """How much memory there is now."""
    return _status("VmRSS")


def peak_bytes() -> int:
    """The most memory there was since `reset_peak`."""
    return _status("VmHWM")


def _status(name: str) -> int:
    text = Path("/proc/self/status").read_text("utf-8")
    found = re.search(rf"^{name}:\s+(\d+) kB", text, re.MULTILINE)
    if found is None:
        raise OSError(f"/proc/self/status does not tell {name}")
    return int(found[1]) * 1024
