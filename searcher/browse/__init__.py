"""A collection looked into without a query: passages by id, chapters, speeches."""
