"""What an article itself says about its quotations: which words it shows or reports as somebody's,
and where it says that they come from. Rules over its text; nothing is looked up.

    claims        what is in quotation marks, set off, or reported: the claims of an article
    marks, quoting   pairs of quotation marks, also over several paragraphs and unclosed ones
    reporting, reported, persons   who says something, and how far it goes
    attributions  where each quotation is said to come from
    accounts, timeline, frames   a paragraph as an account: what holds from where to where
    dated, occasions, publications   dates of speeches, occasions, and what is printed or online
    behind, handed_on   what is said behind a quotation; words that somebody else passes on
    agreement, titles   whether that fits a speech of the collection
    wording, traditional   the author's own words without those of others; both scripts as one
    lexicon/      the words of all these rules: data files, one word a line
    thresholds    how far the rules look

In doubt nothing is claimed, and nothing is said to disagree.
"""
