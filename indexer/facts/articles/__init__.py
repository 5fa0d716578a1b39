"""Articles: texts of which no more is known, and pages of sites and newspapers whose form is known.

plain       lines that no marks divide, as paragraphs
quotations  the line below a quotation that attributes it
sections    headings, quotations and paragraphs
reader      any text as an article
web_page    a page saved as text, with the lines of its site
newspaper   a page of a newspaper
"""

from indexer.facts.articles.reader import read, read_body, read_part, read_undated

__all__ = ["read", "read_body", "read_part", "read_undated"]
