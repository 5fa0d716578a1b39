"""Which characters fold to which, besides what `unicodedata` and `simplified` say.

Data, written by `scripts/folding_tables.py`, which chooses from:

- Unicode 14.0.0 (https://www.unicode.org/ucd/, Unicode License): of the Unicode Character
  Database Default_Ignorable_Code_Point, Equivalent_Unified_Ideograph, Dash, names and categories;
  of Unihan, of what is in GBK, kZVariant and kSemanticVariant, where one of both is an old form
  (not in GB 2312) and, of the latter, the only one in GB 2312 that it is a form of;
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
    "㓰㳽䌽䙓䜣䦆䩄丄丅丒丗両乆乗乚乹亁亊亗亜亝亰亷亼亾仝仭仼仾伃伕伭伱伷佋侁侂侅侎侚"
    "侭俈俱俻倂倐倣値倶偁偊偐偒偪偸偼傁傏僊儍儓兊兎兠兦兪冄冋冐冝冩凂凢凣処凴凾刄刅刋"
    "刓刦刧刱刴刼剦剰劄劒劔効勄勅勗匂匃匄匊匋匏匘匝匧匳匵卄卋卍厎厓厪厰厺叅収叐叓叚叜"
    "叡吚吿呉呌呑呠呡呪咊咲咷哶唊唖唚唫啍啎啖喆喐喒喞喩喭喿嗁嗞嘷噉噏噐噑嚔嚵囓囘囬囯"
    "圅圏圕圗圡圢坂坆坋坰坵垔垛埀埇埓埜埳埶埼堃堈堘堦堭堿塐塟塡塩塲墖増墝墫壍壐壻壿夀"
    "夅変夣夬奞奨妬姉姙姢姸娬娯娿婣婬婾媆媍媫媿嫓嬔嬭孒孶孼宂宐宻宼寃寍寔寗寘寚寜寳尀"
    "専尃尅尒尓尗尙尣尰尲屛岀峩崘嵜嶎巉巓巠巤巻帋帒帬帲幇幙幵幷幺庅庒庻廌廏廐廵廸廹廻"
    "廼廽弚弢彊彑彚彜彞彷徃従徤徧徬徭徳徴忭忼怌怱怳怸恊恠恡恱恵悊悋悐悤悪悳惇惪愬愼愽"
    "慂慙慽慿憇憙憰懜懽戉戯戸戹戻戼扞抌抍抜抝拏拕拚挐挭挿捓捜捦捬掲掽揅揑揜揫揷揹揺搃"
    "搇搤搧搫搯摠摡摣撃撆撘撦撽擃擡擥擧擿攅攩攷敁敍敺斈斉斚斞斲斵旆旉旒旘旛旪旹昬昵昻"
    "晩晳暎暜曁曡曵曽朙朢朩朳朶杇杧杸枏枬枱枽栁栛栢栰桒桠桺桼梹棃棅棐棥椀椶楡楥榢槀槑"
    "槖槗様槜槩槪樐樚樷橆橊橜檝檴櫂櫈櫺櫾欝欬欵欸欼歕歗歠歩歱歳歴歺殽毎毘氊氜氥氼汚沍"
    "洤洿浄涖涙涶淸淼渇渉渖渨渰渹湏湻湼溻滺漑潀潨潬澁澂澑澙澣澷濇濓濬濶瀁瀒瀔灴炁炤炰"
    "烕烖烝烱焭煑煕煖煠熈燄爫牄牋牕牜牠牴犂犇狥猇猋猨獧玅玆玨珉珎珪瑇瑠瑯璢瓈甁甎甖甞"
    "甤甽甿畄畆畊畧畱畺畽疉疍疎痩痺瘉瘨瘶癅皃皦皷盇盌眎睪瞭瞹矁矏矙砲硏硷碁碪碯磇磒磥"
    "磪磵礶祇祐禂秄秇秌秏秐秔稉稬稭稺稾穂穅穉穞穤穪穽窌窓窰窻竆竒竝竢笓筓筦筭筯筿箆箎"
    "箒箖箚箛箠箾篴簁簒簔簛簮簷籐籑籒粃粧糓糡糤糭紥絖絜綂緖緜緥縁縆縚縦繋繖繦繲纎纒缐"
    "缻缾罁罇罋羃羐羗羙羮羴翄翺耈耉耏耑耡耤耼聝聦聨聫聮肈肐肕肧肬肱肳胑脃脇脋腁腭膆臈"
    "臙臞臯舄舎舓舖舗舧艢艥艪艶芔苢苺苿茍茘茠茰荅荍荳莀莕莵菉菓菫萞萲葁著葢蓺蔉蔴蕋薫"
    "薰藉藦蘗蘤蘯蘷虁虓虣蚘蚺蛌蛕蜋蜑蜖蜝蜨蜶蜹蝯螆螎螘螾蟁蟚蟺蠏蠩蠭衂衇衞衹袠袵袷裌"
    "裠褃褵褺襃襍襜襢襮覆覇覊覌覐覔覩覰觔觕觧觵訠訦訽詤詧詽誐誩諁諊諕諠諵謌譌譛讁讍讐"
    "讘讬谘谿豋豓豘豣豺豻貍貛貭賍賔賘賛賮賸贒赀赒赱趂趒趮趯跙跥跴蹏蹝蹧蹮蹵蹹躛躧躭躱"
    "躳躶躷軄軆軰輙輭轝辠辢辤辵迊迯迳迺迻逓逥逬逷逹逺遶遻邠邨郞郤郰郷鄕酖酧醡醤醩醻釡"
    "鉄鉏鉩銕鋑鍫鎋鎒鎗鎻鏁鐂鑚鑛钜锺镟閙関閧闗阧阬陁陗陜陭陻陼隂隄隖隝隠隣隲隷雝雟雠"
    "霥靀靑靣靭靱鞀鞉鞧鞵韈韒韤韮頋頟頣頥頼顋顕顖顦颦飅飇飏飡飤飮餂餙餠餹餻餽饇饍馀馿"
    "駦駮駵騈騐騒騗騘驑驘骫骻骽骾髗髙髣髪鬀鬂鬦鬪鬬鬭鱑鱓鱻鲶鳮鳯鴈鴺鵞鵻鶵鶽鸎鹻麄麐"
    "麕麞麤麰麹麺黒黙鼃鼄鼇鼈鼏鼔齅龒龝龠龡龢龤龥\ufa11\U000229d0\U00022b4f\U00027e52\U00027e54\U00029a02\U0002a7dd\U0002a83d\U0002aa27\U0002aa8f\U0002b120\U0002b136\U0002b35d\U0002b37f\U0002b40c\U0002b4f8\U0002b500\U0002b52d"
    "\U0002b52e\U0002b595\U0002b5af\U0002b5b8\U0002b5eb\U0002b5ed\U0002b5ef\U0002b6f2\U0002b729\U0002ba84\U0002bac7\U0002c79f\U0002cb3b\U0002cb6d\U00030b38\U00030ede"
)

USUAL = (
    "划弥彩摆欣镢腼上下丑世两久乘隐干干事岁亚齐京廉集亡同仞任低妤夫玄你胄绍诜托赅敉殉"
    "尽喾具备并倏仿值具称踽赝荡逼偷倢叟搪仙傻台兑兔兜亡俞冉冂冒宜写浼凡凡处凭函刃创刊"
    "园劫劫创剁劫阉剩札剑剑效敏敕勖丐丐丐掬陶瓟脑帀箧奁椟廿世万砥崖廑厂去参收犮吏假叟"
    "睿咿告吴叫吞喷吻咒和笑啕咩硖哑吣吟吨忤啗哲郁昝唧喻唁噪啼咨嗥啗吸器嚎嚏馋啮回回国"
    "函圈图图土町阪坟坌冂丘堙垜垂甬埒野坎艺崎坤缸塍阶隍碱塑葬填盐场塔增硗樽堑玺婿樽寿"
    "降变梦叏奎奖妒姊妊娟妍妩娱婀姻淫媮嫩妇婕愧媲嬎奶孓孳孽冗宜密寇冤宁实宁置宝宁宝叵"
    "专敷克尔尔叔尚尢肿尴屏出峨仑崎蔚崭巅坙鬣卷纸袋裙帡帮幕开并么么庄庶豸厩厩巡迪迫回"
    "乃回弟韬强彐汇彛彝仿往从健遍仿傜德征昪慷怀匆恍怷勰怪吝悦惠哲吝惕匆恶德敦德诉慎博"
    "恿惭戚凭憩喜谲懵欢钺戏户厄戾卯捍舀拯拔拗拿拖拼拿鲠插揶搜擒抚揭碰研捏掩揪插背摇总"
    "揿扼扇搬掏总溉揸击撇搭扯击攮抬揽举掷攒挡考掂叙驱学齐斝庾斫斫斾敷旈帜幡协时昏暱昂"
    "晚晰映普暨叠曳曾明望木杷朵圬芒殳楠楠台枼柳荔柏筏桑丫柳漆槟梨柄榧樊碗棕榆楦架稿梅"
    "橐桥样檇概概橹辘丛无榴橛楫获棹凳棂柚郁咳款唉啜喷啸啜步踵岁历歹淆每毗毡阳氙溺污冱"
    "泉污净莅泪唾清渺渴涉沈隈淹訇须淳涅褟悠溉潈潈滩涩澄溜潟浣漫涩濂浚阔漾涩濲烘气照炮"
    "灭灾蒸炯茕煮熙暖炸熙焰爪跄笺窗牛它抵犁奔殉唬飑猿狷妙兹珏砇珍圭玳琉琅琉璃瓶砖罂尝"
    "蕤畎氓留亩耕略留疆疃叠蛋疏瘦痹愈癫嗽瘤貌皎鼓盍碗视睾了暧瞅矈瞰炮研碱棋砧瑙砒陨磊"
    "崔涧罐只佑祷耔艺秋耗耘粳粳糯秸稚稿穗糠稚稆糯称阱窖窗窑窗穷奇并俟篦笄管算箸筱篦篪"
    "帚篮札箍捶箫笛筛篡蓑筛簪檐藤馔籀秕妆谷糨馓粽扎纩洁统绪绵褓缘緪绦纵系伞襁挫纤缠线"
    "缶瓶缸樽瓮幂羑羌美羹膻翅翱耇耇耐专锄借聃馘聪联联联肇胳韧胚疣厷吻肢脆胁胁胼颚嗉腊"
    "胭癯皋舃舍舐铺铺舤樯楫橹艳卉苡莓茉苟荔薅萸答荞豆农荇菟绿果堇蓖萱姜着盖艺蓘麻蕊熏"
    "熏借蘑檗花荡夔夔唬暴蛔蚦蛄蛔螂蛋蛔蜞蝶蟀蚋猿蚝融蚁蚓蚊蟛蟮蟹蜍蜂衄脉卫只帙衽夹夹"
    "裙裉缡亵褒杂裣袒幞复霸羁观觉觅睹觑斤粗解觥矧谌诟谎察訮哦竞啜鞫唬喧喃歌讹谮谪谔仇"
    "嗫托咨溪登艳豚豜犲犴狸獾质赃宾赃赞赆剩贤资周走趁跳躁跃趄跺踹蹄屣遭跹蹴蹋躗屣眈躲"
    "躬裸矮职体辈辄软舆罪辣辞辶帀逃径乃移递回迸逖达远绕遌豳村郎郄鄹乡乡鸩酬榨酱糟酬釜"
    "铁锄鉨铁镌锹辖耨枪锁锁镏钻矿巨钟旋闹关哄关陡坑陀峭狭崎堙渚阴堤坞坞隐邻骘隶簌巂仇"
    "蒙蒙青面韧韧鼗鼗秋鞋袜鞘袜韭顾额颐颐赖腮显囟憔嚬飗飑扬餐饲饮舔饰饼糖糕馈饫膳余驴"
    "腾驳駠骈验骚骗骢骝骡骪胯腿鲠颅高仿发剃鬓斗斗斗斗鳇鳝鲜鲇鸡凤雁鹈鹅隼雏隼莺碱粗麟"
    "麇獐粗牟曲面黑默蛙蛛鳌鳖幂鼓嗅龙秋籥吹和谐吁崎战捣买账骢绩当仑庐絚襁谏谫輧鋄炼开"
    "闲鞲俯愿糊喂糇雕啮\U00020f24恶苹炉戚穗\U00030edd"
)
"""Forms of Taiwan, Hong Kong and old prints: the n-th character of `VARIANTS` is one
with the n-th of `USUAL`, of its class the one that jieba's dictionary has most often."""
