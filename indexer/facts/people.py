"""People who are known by name: who needs no office beside it, whose works were collected.

`heads.persons` recognises every other name by its form; these are known where a name alone would be
too little. One more is one more word.
"""

from __future__ import annotations

from typing import Final

_KNOWN = (
    "毛泽东 周恩来 刘少奇 朱德 任弼时 陈云 邓小平 彭德怀 董必武 叶剑英 李先念 彭真 "
    "陈毅 胡耀邦 赵紫阳 江泽民 李鹏 朱镕基 胡锦涛 温家宝 吴邦国 习近平 李克强 栗战书 "
    "王沪宁 赵乐际 韩正 李强 蔡奇 丁薛祥 李希 张德江 俞正声 刘云山 王岐山 张高丽 "
    "华国锋 孙中山 蒋介石 鲁迅 陈独秀 李大钊 瞿秋白 张闻天 王稼祥 宋庆龄 乔石 李瑞环 "
    "尉健行 曾庆红 贾庆林 贺国强 周永康 李长春 王毅 马克思 恩格斯 列宁 斯大林"
)
KNOWN: Final = frozenset(_KNOWN.split())
"""People whose name alone, on a line of the head, is no other word."""

_COLLECTED = (
    "毛泽东 周恩来 刘少奇 朱德 任弼时 陈云 邓小平 董必武 叶剑英 李先念 彭真 陈毅 "
    "聂荣臻 徐向前 胡耀邦 江泽民 李鹏 朱镕基 胡锦涛 温家宝 乔石 李瑞环 习近平 李克强 万里 "
    "孙中山 廖仲恺 黄兴 宋庆龄 陈独秀 李大钊 瞿秋白 张闻天 王稼祥 恽代英 蔡和森 邓中夏 "
    "方志敏 彭德怀 贺龙 刘伯承 罗荣桓 张太雷 彭湃 林伯渠 吴玉章 徐特立 谢觉哉 薄一波 邓子恢 "
    "李富春 习仲勋 陶铸 谭震林 鲁迅 胡适 梁启超 蔡元培 陶行知 郭沫若 茅盾 巴金 老舍 列宁 "
    "斯大林 马克思 恩格斯"
)
COLLECTED: Final = frozenset(_COLLECTED.split())
"""People whose collected works there are."""

CALLED: Final = {
    "毛主席": "毛泽东",
    "周总理": "周恩来",
    "朱总司令": "朱德",
    "江主席": "江泽民",
    "江总书记": "江泽民",
    "胡主席": "胡锦涛",
    "胡总书记": "胡锦涛",
    "习主席": "习近平",
    "习总书记": "习近平",
}
"""Forms of address that mean one person alone, whoever has that office now."""

LIVED: Final = {
    "马克思": (1818, 1883),
    "恩格斯": (1820, 1895),
    "列宁": (1870, 1924),
    "斯大林": (1878, 1953),
    "孙中山": (1866, 1925),
    "鲁迅": (1881, 1936),
    "毛泽东": (1893, 1976),
    "周恩来": (1898, 1976),
    "刘少奇": (1898, 1969),
    "朱德": (1886, 1976),
    "任弼时": (1904, 1950),
    "邓小平": (1904, 1997),
    "陈云": (1905, 1995),
    "胡耀邦": (1915, 1989),
    "江泽民": (1926, 2022),
    "习近平": (1953, 9999),
    "胡锦涛": (1942, 9999),
}
"""The first and the last year in which people lived whose words are gathered in books."""
