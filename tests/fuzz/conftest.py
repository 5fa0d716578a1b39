"""How much the fuzz targets try; no other test is affected.

The names differ from hypothesis's own `ci`, which it loads for every test where it finds itself in
continuous integration.
"""

from __future__ import annotations

from collections.abc import Generator

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile(
    "short",
    settings.get_profile("default"),
    max_examples=300,
    deadline=None,
    derandomize=True,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile(
    "long",
    settings.get_profile("short"),
    max_examples=20_000,
    derandomize=False,
    database=settings.get_profile("default").database,
)


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report(
    collector: pytest.Collector,
) -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """A target takes the profile that holds while its module is imported: `short`, unless another
    is asked for. It is called for what lies in this folder alone.
    """
    if collector.config.getoption("--hypothesis-profile"):
        return (yield)
    settings.register_profile("elsewhere", settings.default)
    settings.load_profile("short")
    try:
        return (yield)
    finally:
        settings.load_profile("elsewhere")
