"""Measures one thing of `tracing.py` in a process of its own.

    python benchmarks/traced_apart.py MODULE '{"index": …}'

calls `measure` of a module of `traced/` with these arguments and prints as JSON what it returns.
"""

from __future__ import annotations

import importlib
import json
import sys


def main() -> None:
    """Do what was asked for."""
    module, arguments = sys.argv[1:]
    measure = importlib.import_module(f"traced.{module}").measure
    print(json.dumps(measure(**json.loads(arguments))))


if __name__ == "__main__":
    main()
