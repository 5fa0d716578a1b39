"""References to passages: who said it, when, and where it is printed, in the styles of scholars.

    >>> cite(collection, "002#174", "gbt7714").text              # doctest: +SKIP
    '习近平. 在网络安全和信息化工作座谈会上的讲话[M]//习近平. 论党的宣传思想工作. …'

A reference has only what the index contains; what is not known is left out, never guessed.

numbering       pages, volumes and issues as references write them
reference       the facts of a reference, as frozen values
publications    what a source such as 《人民日报》2016年10月10日 names
styles          the table of styles, a module for each, and dates and title marks as they write them
citing          from an id to the facts of a passage, and from these to a style
"""
