"""What is set in the process so that it starts quickly."""

from __future__ import annotations

import resource

import pytest

from searcher.cli.process import with_room


def pages_taken(depth: int) -> int:
    """How often memory was taken from the system by a thousand calls so deep."""
    if depth:
        return pages_taken(depth - 1)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_minflt
    for _ in range(1000):
        wide()
    return resource.getrusage(resource.RUSAGE_SELF).ru_minflt - before


def wide() -> int:
    """A call that needs more room than one of `pages_taken`, so that some depth is the worst."""
    return max(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23)


def at_the_worst_depth() -> int:
    return max(map(pages_taken, range(400)))


def test_no_depth_of_calls_takes_memory_again_and_again() -> None:
    assert with_room(at_the_worst_depth)() < 200


def test_a_function_with_room_is_the_same_function() -> None:
    told: list[str] = []

    def tell() -> object:
        told.append("told")
        return tell

    roomy = with_room(tell)
    assert (roomy(), told, roomy.__name__) == (tell, ["told"], "tell")

    def fail() -> None:
        raise LookupError("gone")

    with pytest.raises(LookupError, match="gone"):
        with_room(fail)()
