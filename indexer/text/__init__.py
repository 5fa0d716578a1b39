"""What is known of the characters of Chinese text.

marks       the named sets of punctuation marks, digits and blanks
"""
