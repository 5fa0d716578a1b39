"""What an article itself says about its quotations: which words it shows or reports as somebody's,
and where it says that they come from. Rules over its text; nothing is looked up.

From a file to its article:

reading           headings as paragraphs again, and what is set off as a quotation

From an article to its claims, a paragraph at a time; each rule goes by what those above it found:

own_words         quotation marks in pairs, and the words that they and titles hide
persons           who can speak, and who does so in a clause
reports           reporting clauses: the verb, where what is said begins, words that are handed on
reported          what is reported, marks that are never closed; each paragraph is read here, once
claims            what is in quotation marks, set off, or reported: the claims of an article

From claims to attributions:

dates             dates of words, times of which the day is left open, days of publication
occasions         where words were said, or to whom they were written
frames            under which date and occasion somebody speaks, place by place
after_quotation   what brackets, clauses and lines after a quotation say of where it is from
attributions      where each quotation is said to come from
agreement         whether that fits a speech of the collection

For all of them:

lexicon/          the words of all these rules: data files, one word a line
thresholds        how far the rules look

In doubt nothing is claimed, and nothing is said to disagree.
"""
