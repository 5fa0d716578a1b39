"""JSON out of the dataclasses of results."""
