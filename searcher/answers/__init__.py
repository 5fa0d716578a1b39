"""The answer to a query: hits in order, highlighted, with snippets, as frozen values."""
