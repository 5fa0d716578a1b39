"""Which characters fold to which, besides what `unicodedata` and `simplified` say.

Data, written by `scripts/folding_tables.py`, which chooses from:

- Unicode 14.0.0 (https://www.unicode.org/ucd/, Unicode License): of the Unicode Character
  Database Default_Ignorable_Code_Point, Equivalent_Unified_Ideograph, Dash, names and categories;
  of Unihan kZVariant, where one of both is an old form (in GBK and not in GB 2312), and
  kSemanticVariant, where that has no other partner;
- OpenCC 1.4.2 (https://github.com/BYVoid/OpenCC, Apache License 2.0): STCharacters,
  TSCharacters, TSCharactersExt, HKVariants, HKVariantsRev, TWVariants, TWVariantsRev;
- kVariants (https://github.com/hfhchan/irg, by the crate irg-kvariants 0.1.1, MIT): its pairs of
  equal characters (=) that are in GBK.
"""

from __future__ import annotations

INVISIBLE = (
    (0x0, 0x8),
    (0xE, 0x1B),
    (0x7F, 0x84),
    (0x86, 0x9F),
    (0xAD, 0xAD),
    (0x34F, 0x34F),
    (0x61C, 0x61C),
    (0x115F, 0x1160),
    (0x17B4, 0x17B5),
    (0x180B, 0x180F),
    (0x200B, 0x200F),
    (0x202A, 0x202E),
    (0x2060, 0x206F),
    (0x3164, 0x3164),
    (0xFE00, 0xFE0F),
    (0xFEFF, 0xFEFF),
    (0xFFA0, 0xFFA0),
    (0xFFF0, 0xFFFB),
    (0x13430, 0x13438),
    (0x1BCA0, 0x1BCA3),
    (0x1D173, 0x1D17A),
    (0xE0000, 0xE0FFF),
)
"""What nobody sees: ranges of code points, both ends included.

Default_Ignorable_Code_Point, and the general categories Cc and Cf, without
White_Space and Prepended_Concatenation_Mark (visible signs of Arabic).
"""

RADICALS = (
    "\u2e81\u2e82\u2e83\u2e84\u2e85\u2e86\u2e87\u2e88\u2e89\u2e8a\u2e8b\u2e8c\u2e8d\u2e8e\u2e8f\u2e90\u2e91\u2e92\u2e93\u2e94\u2e95\u2e96\u2e97\u2e98\u2e99\u2e9b\u2e9c\u2e9d\u2e9e\u2ea0\u2ea1\u2ea2\u2ea3\u2ea4\u2ea5\u2ea6\u2ea7\u2ea8\u2ea9\u2eaa"
    "\u2eab\u2eac\u2ead\u2eae\u2eaf\u2eb0\u2eb1\u2eb2\u2eb3\u2eb4\u2eb5\u2eb6\u2eb7\u2eb8\u2eb9\u2eba\u2ebb\u2ebc\u2ebd\u2ebe\u2ebf\u2ec0\u2ec1\u2ec2\u2ec3\u2ec4\u2ec5\u2ec6\u2ec7\u2ec8\u2ec9\u2eca\u2ecb\u2ecc\u2ecd\u2ece\u2ecf\u2ed0\u2ed1\u2ed2"
    "\u2ed3\u2ed4\u2ed5\u2ed6\u2ed7\u2ed8\u2ed9\u2eda\u2edb\u2edc\u2edd\u2ede\u2edf\u2ee0\u2ee1\u2ee2\u2ee3\u2ee4\u2ee5\u2ee6\u2ee7\u2ee8\u2ee9\u2eea\u2eeb\u2eec\u2eed\u2eee\u2eef\u2ef0\u2ef1\u2ef2\u31c6\u31cf\u31d0\u31d1\u31d2\u31d3\u31d4\u31d5"
    "\u31d6\u31d7\u31d8\u31d9\u31da\u31db\u31dc\u31dd\u31de\u31df\u31e0\u31e1"
)

IDEOGRAPHS = (
    "厂乛乚乙亻冂\U00020628刀刂卜㔾小小兀尣尢\U00021bc2巳幺彑彐忄心扌攵旡日月歺民氵氺灬爫爫丬牛犭王\U00024d14"
    "目示礻\U00025ad7糹纟罓罒㓁冗\U0002626b羊\U0002634c\U0002634b耂肀聿肉\U00026951艹艹艹虎衤覀西见角\U000278b2讠贝\U00027fb7车辶辶辶邑钅長镸"
    "长门\U00028e0f阝雨青韦页风飞食\U0002967f飠饣\U00029810马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀\U000200cc乀一丨丿丿丶\U000200cd"
    "乛\U000200ca\U000200ce\U0002010c亅\U00021fe8\U000200cb乀\U000200d1乚乙\U0002010e"
)
"""Equivalent_Unified_Ideograph, where no compatibility decomposition says it: the n-th
character of `RADICALS` stands for the n-th of `IDEOGRAPHS`."""

MARKS = {
    "\u002d": "—",  # hyphen-minus
    "\u058a": "—",  # armenian hyphen
    "\u05be": "—",  # hebrew punctuation maqaf
    "\u1400": "—",  # canadian syllabics hyphen
    "\u1427": "·",  # canadian syllabics final middle dot
    "\u16eb": "·",  # runic single punctuation
    "\u1801": "...",  # mongolian ellipsis
    "\u1806": "—",  # mongolian todo soft hyphen
    "\u18df": "·",  # canadian syllabics final raised dot
    "\u2010": "—",  # hyphen
    "\u2012": "—",  # figure dash
    "\u2013": "—",  # en dash
    "\u2015": "—",  # horizontal bar
    "\u2022": "·",  # bullet
    "\u2027": "·",  # hyphenation point
    "\u2212": "—",  # minus sign
    "\u2219": "·",  # bullet operator
    "\u2236": ":",  # ratio
    "\u22c5": "·",  # dot operator
    "\u22ee": "...",  # vertical ellipsis
    "\u22ef": "...",  # midline horizontal ellipsis
    "\u2500": "—",  # box drawings light horizontal
    "\u2501": "—",  # box drawings heavy horizontal
    "\u25cb": "〇",  # white circle
    "\u25ef": "〇",  # large circle
    "\u2e31": "·",  # word separator middle dot
    "\u2e33": "·",  # raised dot
    "\u2e3a": "——",  # two-em dash
    "\u2e3b": "———",  # three-em dash
    "\u2e5d": "—",  # oblique hyphen
    "\u30fb": "·",  # katakana middle dot
    "\ua789": ":",  # modifier letter colon
    "\ua78f": "·",  # latin letter sinological dot
    "\U00010101": "·",  # aegean word separator dot
    "\U00010ead": "—",  # yezidi hyphenation mark
    "\U00012471": ":",  # cuneiform punctuation sign vertical colon
}
"""Each dash is one (a long one as many as it is long), each middle dot, each colon;
each ellipsis is written out; a circle is the zero. By the property Dash and names,
without what the compatibility decomposition makes one of these."""

VARIANTS = (
    "㓰㳽䌽䙓䜣䦆䩄丄丅丒丗両乆乗乚亁亜亰亷亼亾仝仭伕伭伱佋侅侭俈俱倂値倶偸偼傏僊兊兎"
    "兠兦兪冄冐冝凂凢凣凴刄刅刋刱刴剰劄劎劒劔勄匃匄匊匘匧匳匵卄卋卭厎厪厺叐叓叚吚吿呉"
    "呌呑呡咲哴哶唊唖唚啍喆喐喒喞喩喭喿嗁噏噐嚔嚵囘囬囯圏圕圗圡坂埀埓堃堘堭塐塟塡塲墈"
    "増壐壻壿夀夅夣夬奨姢姸娬娯婣婬婾媆媍媫嫓嫕嬔孒孶孼宂宐宻宼寍寜尀専尒尓尙尲屛岀岨"
    "嵠巓巠巤巻帋帒帲幷幺庒庬庻廀廏廐廹廻廽弚彑彚彜彞彷従徤徳徴怌怸恱恵悪惪愼慙慞慽慿"
    "憇憙懁懥戸戹戻戼扊扞抌抜抝拏拕拚挿捓捜捦捬捼掲掽揅揑揫揷揹揺搒搧摡摣撃撆撍撘撽擃"
    "擡擧攅攷敃敍斈斉斚斲斵旘旪昵昻晩暜曁曵曽朢朩朳朶枱枽柂柹栁栢桒桠桺梹棃椀椶楡楥榎"
    "榢槖槗様槜槪橊檛檴櫂櫺櫾欝欬欵歗歩歱歳歴歺毎氊汚沍浄涙涶淸淼渇渉渖渨湏湼漎漑漰潀"
    "潨澂澑澙澷濓濬濶瀁瀔灴烕焭煑煕熈燄牄牋牜牠牴犂犇狵獧玅玨瑠瑯璢瓈甁甎甞甤甽甿畆畱"
    "畺畽疉痩痺瘶癅皜盇盙盭眎睪瞭瞷瞹矋矏硏硷碪碯磇磛磪磵礶祇禴秄秌秐稘稬稭稺穂穞穤窌"
    "窰窴竒竝竢筓筦筭筯筿箆箚箛篺簒簔簕簮簷籐籒粃粧糓糡糤糭紥絖絜綂緖縁縆縚縦繋纒缐缻"
    "缾罋羃羐羗羙羮羴翺耈耉耏耑耡耤耼聝聦聨聫聮肈肕肧肳胑胮脇脋腁腢腭膫臈臙舄舎舖舗舧"
    "艜艢芔苿茍茘茠茰荅荍荳莀莕莵莿菉菓菢菫萞萲葁著葢蔉蔴蕋蕣薫薰藉蘗蘤蘯蘷蘽虁虣蛌蜖"
    "蜝蜨蜶蝃螎蟺蠏蠧蠩蠭衂衇衞衹袠袵袷裌裠褏襃襍襢襮覆覌覐覔觔觧觵訠訦訽詤詧詽誐誩諁"
    "諊諕諵謌譌譐譛讁讍讘讬讻谘谿豋豘豣豻貍貛貭賔賘賮賸贒赀赒赱趂趒趯跙跥跴蹢蹮蹵蹹躛"
    "躱躳躶軄軰輙輭轕轝辠辢辤辵迳迺逓逥逬逷逹逺遶遻邨郞郰郷鄕醤醩釡釬鉩鎋鎗鐂鑚鑛钜锺"
    "镟閙闗阧阸陜隂隄隖隝隠隣隲隷雟雠霥霶靀靑靣靭靱鞙鞟鞵韒韮頋頟頣頥頼顋顕顦飅飏飮餙"
    "餟餠餹餻饇饍馀馩駦駵騈騐騒騘驑驘骔骫骽髗髙髣髪鬀鬂鬦鬬鬭鮧鱻鲶鳮鳯鴈鴺鵻鶃鶵鶽鸎"
    "麹麺黒鼃鼄鼈鼏齅龒龝龡龢龤龥\U000229d0\U00022b4f\U00027e52\U00027e54\U00029a02\U0002a7dd\U0002a83d\U0002a8ae\U0002aa27\U0002aa8f\U0002abb6\U0002afeb\U0002b120\U0002b136\U0002b18f\U0002b35d\U0002b37f\U0002b40c\U0002b4f8\U0002b500\U0002b52d\U0002b52e\U0002b595\U0002b5af\U0002b5b8\U0002b5eb"
    "\U0002b5ed\U0002b5ef\U0002b6de\U0002b6f2\U0002b729\U0002ba84\U0002bac7\U0002c79f\U0002cb3b\U0002cb6d\U00030b38\U00030ede"
)

USUAL = (
    "划弥彩摆欣镢腼上下丑世两久乘隐干亚京廉集亡同仞夫玄你绍赅尽喾具并值具偷倢搪仙兑兔"
    "兜亡俞冉冒宜浼凡凡凭刃创刊创剁剩札剑剑剑敏匂匂掬脑箧奁椟廿世卬砥廑去犮吏假咿告吴"
    "叫吞吻笑喨咩硖哑吣吨哲郁昝唧喻唁噪啼吸器嚏馋回回国圈图图土阪垂埒坤塍隍塑葬填场磡"
    "增玺婿墫寿降梦叏奖娟妍妩娱姻淫媮嫩妇婕媲嫛嬎孓孳孽冗宜密寇宁宁叵专尔尔尚尴屏出砠"
    "溪巅坙鬣卷纸袋帡并么庄厖庶廋厩厩迫回回弟彐汇彛彝仿从健德征怀怷悦惠恶悳慎惭傽戚凭"
    "憩喜悁懫户厄戾卯扅捍舀拔拗拿拖拼插揶搜擒抚挼揭碰研捏揪插背摇挷扇溉揸击撇揝搭击攮"
    "抬举攒考暋叙学齐斝斫斫帜协暱昂晚普暨曳曾望木杷朵台枼杝枾柳柏桑丫柳槟梨碗棕榆楦槚"
    "架橐桥样檇概榴簻获棹棂柚郁咳款啸步踵岁历歹每毡污冱净泪唾清渺渴涉沈隈须涅潈溉淜潈"
    "潈澄溜潟漫濂浚阔漾濲烘灭茕煮熙熙焰跄笺牛它抵犁奔尨狷妙珏琉琅琉璃瓶砖尝蕤畎氓亩留"
    "疆疃叠瘦痹嗽瘤暠盍簠盩视睾了瞯暧矖矈研碱砧瑙砒嶃崔涧罐只礿耔秋耘朞糯秸稚穗稆糯窖"
    "窑填奇并俟笄管算箸筱篦札箍棑篡蓑竻簪檐藤籀秕妆谷糨馓粽扎纩洁统绪缘緪绦纵系缠线缶"
    "瓶瓮幂羑羌美羹膻翱耇耇耐专锄借聃馘聪联联联肇韧胚吻肢肨胁胁胼髃颚膋腊胭舃舍铺铺舤"
    "舦樯卉茉苟荔薅萸答荞豆农荇菟朿绿果勽堇蓖萱姜着盖蓘麻蕊橓熏熏借檗花荡夔藟夔暴蛄蛔"
    "蜞蝶蟀䗖融蟮蟹螙蜍蜂衄脉卫只帙衽夹夹裙褎褒杂袒幞复观觉觅斤解觥矧谌诟谎察訮哦竞啜"
    "鞫唬喃歌讹噂谮谪谔嗫托詾咨溪登豚豜犴狸獾质宾賍赆剩贤资周走趁跳跃趄跺踹豴跹蹴蹋躗"
    "躲躬裸职辈辄软輵舆罪辣辞辶径乃递回迸逖达远绕遌村郎鄹乡乡酱糟釜銲鉨辖枪镏钻矿巨钟"
    "旋闹关陡阨狭阴堤坞坞隐邻骘隶巂仇蒙雱蒙青面韧韧琄鞹鞋鞘韭顾额颐颐赖腮显憔飗扬饮饰"
    "醊饼糖糕饫膳余馚腾駠骈验骚骢骝骡騣骪腿颅高仿发剃鬓斗斗斗鳀鲜鲇鸡凤雁鹈隼鶂雏隼莺"
    "曲面黑蛙蛛鳖幂嗅龙秋吹和谐吁战捣买账骢绩当圝仑庐揦礟絚繦魙谏谫輧鋄炼开闲鞲俯愿糊"
    "喂糇鵙雕啮\U00020f24恶苹炉戚穗\U00030edd"
)
"""Forms of Taiwan, Hong Kong and old prints: the n-th character of `VARIANTS` is one
with the n-th of `USUAL`, of its class the one that jieba's dictionary has most often."""
