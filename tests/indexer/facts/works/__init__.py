"""Volumes of works."""
