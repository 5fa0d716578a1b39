"""The scores and the order of hits, exact and related."""
