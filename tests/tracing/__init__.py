"""Tests of tracing quotations."""
