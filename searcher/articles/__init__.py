"""An article as it is read: its text, its paragraphs, and what it says of them."""
