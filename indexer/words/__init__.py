"""A folded text as the words that are indexed: which they are, and who cuts them.

`terms` says what a term is, for queries too; `sources.lists` reads the words that are never cut.
`analysis` cuts, and is the only module that imports rjieba and jieba: `joining` cuts once more what
a dictionary leaves as single characters, by jieba's `model`; `dictionary` tells which dictionary
jieba has, and `routes` finds jieba's way through it where rjieba cannot be used. `cut_texts` is
what texts were cut into, and counts the words; `ahead` cuts in a thread.

>>> from indexer.words.analysis import Cutter
>>> Cutter().words("核心技术受制于人")                        # doctest: +SKIP
['核心技术', '受制于人']
"""
