"""References to passages: who said it, when, and where it is printed, in the styles of scholars.

    >>> cite(store, "002#174", "gbt7714").text                   # doctest: +SKIP
    '习近平. 在网络安全和信息化工作座谈会上的讲话[M]//习近平. 论党的宣传思想工作. …'

Only what the index holds is told; what it does not know is left out, never guessed.

reference       the facts of a reference, as frozen values
publications    what a source such as 《人民日报》2016年10月10日 names
referring       the facts of a passage
citing          a passage in a style
styles          the table of styles, a module for each, and dates and title marks as they write them
numbering       numbers as references write them
"""
