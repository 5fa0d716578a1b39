"""A folded text as the words that are indexed: which they are, and who cuts them.

`analysis` cuts, and is the only module that imports rjieba and jieba; `dictionary` tells which
dictionary jieba has, `routes` finds jieba's way through it where rjieba cannot be used;
`term_list` reads the words that are never cut. `cut_texts` is what texts were cut into, `joining`
cuts what a dictionary leaves as single characters, `postings` counts words.

>>> from indexer.words.analysis import Cutter
>>> Cutter().words("核心技术受制于人")                        # doctest: +SKIP
['核心技术', '受制于人']
"""
