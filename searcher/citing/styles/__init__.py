"""One module a style of citation."""
