"""Regular expressions as a tree: what a user writes between slashes, parsed."""
