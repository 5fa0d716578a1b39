"""A folded text as the words that are indexed: which they are, and who cuts them.

    terms           what a term is, for queries too
    analysis        cuts; the only module that imports rjieba and jieba
    dictionary      which dictionary jieba has, and the most probable route through it
    unknown_words   what the dictionary leaves as single characters, by jieba's model
    cut_texts       what texts were cut into, also in a thread; counts the words

>>> from indexer.words.analysis import Cutter
>>> Cutter().words("核心技术受制于人")                        # doctest: +SKIP
['核心技术', '受制于人']
"""
