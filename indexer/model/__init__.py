"""What is known of a paragraph.

fields      the one registry of fields: a row each, and the facts that readers give
"""
