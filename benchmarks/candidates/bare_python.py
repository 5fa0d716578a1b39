"""Python alone: how much memory does a process take that can answer nothing?"""

from __future__ import annotations

from serving import serve

serve({})
