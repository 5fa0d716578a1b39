"""Whoosh's own tests, over our codec."""
