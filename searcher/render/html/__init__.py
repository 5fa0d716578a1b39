"""A trace as one page for a browser: the article on the left, its sources on the right.

    document  the whole page, safe to open: nothing in it runs, nothing is fetched
    panes     the article, whose quotations are numbered links, and their cards
    markup    texts and elements as HTML
    style     the style sheet

The page needs no script. What a text says is only ever written as text, never into an attribute.
"""
