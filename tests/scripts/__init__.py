"""Tests of the scripts that developers run."""
