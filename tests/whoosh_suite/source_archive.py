"""Whoosh's source archive, which alone has its tests, from the index that pip is configured with.

pip itself cannot be asked for it: to download an archive it runs its `setup.py`, and Whoosh's needs
a setuptools of long ago.
"""

from __future__ import annotations

import hashlib
import io
import re
import ssl
import subprocess
import sys
import urllib.parse
import urllib.request
from pathlib import Path

from pip._internal.models.index import PyPI

NAME = "Whoosh-2.7.4.tar.gz"
SHA256 = "7ca5633dbfa9e0e0fa400d3151a8a0c4bec53bd2ecedc0a67705b17565c31a83"


def read_archive(path: Path | None) -> io.BytesIO:
    """The archive from a file, or fetched where none is given.

    Raises:
        SystemExit: it cannot be had, or is not the one that is expected.
    """
    data = fetch_archive() if path is None else path.read_bytes()
    if hashlib.sha256(data).hexdigest() != SHA256:
        raise SystemExit(f"{path or NAME} is not the archive that is expected: its hash differs")
    return io.BytesIO(data)


def fetch_archive() -> bytes:
    """The archive as pip's index has it; proxies are those of the environment."""
    settings = pip_settings()
    index = settings.get("index-url", PyPI.simple_url).rstrip("/")
    context = ssl.create_default_context(cafile=settings.get("cert"))
    page_address = f"{index}/whoosh/"
    page = fetch(page_address, context).decode("utf-8", "replace")
    for link in re.findall(r'href="([^"]+)"', page):
        address = urllib.parse.urljoin(page_address, link)
        if urllib.parse.urlsplit(address).path.endswith(f"/{NAME}"):
            return fetch(address, context)
    raise SystemExit(f"{page_address} has no {NAME}")


def fetch(address: str, context: ssl.SSLContext) -> bytes:
    """What is at an address."""
    with urllib.request.urlopen(address, context=context, timeout=60) as response:
        return bytes(response.read())


def pip_settings() -> dict[str, str]:
    """pip's settings by their short names; those of the environment have the last word."""
    listed = subprocess.run(
        [sys.executable, "-m", "pip", "config", "list"], capture_output=True, text=True, check=True
    ).stdout
    found = re.findall(r"^(global|:env:)\.([\w-]+)='(.*)'$", listed, re.MULTILINE)
    found.sort(key=lambda setting: setting[0] == ":env:")
    return {name: value for _, name, value in found}
