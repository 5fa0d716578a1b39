"""Whole speeches."""
