"""Bytes to text: the encoding is told by a mark, by strictness, and by how much the result looks like Chinese."""

from __future__ import annotations

import codecs
from collections import Counter

from unigraph.errors import SourceError
from unigraph.lexicons.scripts import simplify

__all__ = ["decode"]

_MARKS = (
    (codecs.BOM_UTF8, "UTF-8"),
    (codecs.BOM_UTF16_LE, "UTF-16LE"),
    (codecs.BOM_UTF16_BE, "UTF-16BE"),
)
_GUESSES = ("UTF-16LE", "UTF-16BE", "GB18030", "Big5")
_CODECS = {"Big5": "big5hkscs"}
_SAMPLE = 50_000
"""Characters that are enough to judge an encoding by."""
_LIKELY = 0.6
"""Share of usual characters below which a text is taken for noise: Chinese news has over 0.9, noise under 0.3."""
_NOISE = 0.05
"""Share of control characters above which bytes that happen to decode are no text."""

# the commonest characters of Chinese news, about nine in ten of all that it writes
_COMMON = frozenset(
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定"
    "行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些"
    "然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公"
    "无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将"
    "组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金"
    "增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类"
    "八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装影算低持音众书布复容儿须际商非"
    "验连断深难近矿千周委素技备半办青省列习响约支般史感劳便团往酸历市克何除消构府称太准精值号率族维划选标写存候毛亲快效"
    "斯院查江型眼王按格养易置派层片始却专状育厂京识适属圆包火住调满县局照参红细引听该铁价严首底液官德随病苏失尔死讲配女"
    "黄推显谈罪神艺呢席含企望密批营项防举球英氧势告李台落木帮轮破亚师围注远字材排供河态封另施减树溶怎止案言士均武固叶鱼"
    "波视仅费紧爱左章早朝害续轻服试食充兵源判护司足某练差致板田降黑犯负击范继兴似余坚曲输修故城夫够送笔船占右财吃富春职"
    "觉汉画功巴跟虽杂飞检吸助升阳互初创抗考投坏策古径换未跑留钢曾端责站简述钱副尽帝射草冲承独令限阿宣环双请超微让控州良"
    "轴找否纪益依优顶础载倒房突坐粉敌略客袁冷胜绝析块剂测丝协诉念陈仍罗盐友洋错苦夜刑移频逐靠混母短皮终聚汽村云哪既距卫"
    "停烈央察烧迅境若印洲刻括激孔搞甚室待核校散侵吧甲游久菜味旧模湖货损预阻毫普稳乙妈植息扩银语挥酒守拿序纸医缺雨吗针刘"
    "啊急唱误训愿审附获茶鲜粮斤孩脱硫肥善龙演父渐血欢械掌歌沙刚攻谓盾讨晚粒乱燃矛乎杀药宁鲁贵钟煤读班伯香介迫句丰培握兰"
    "担弦蛋沉假穿执答乐谁顺烟缩征脸喜松脚困异免背星福买染井概慢怕磁倍祖皇促静补评翻肉践尼衣宽扬棉希伤操垂秋宜氢套督振架"
    "亮末宪庆编牛触映雷销诗座居抓裂胞呼娘景威绿晶厚盟衡鸡孙延危胶屋乡临陆顾掉呀灯岁措束耐剧玉赵跳哥季课凯胡额款绍卷齐伟"
    "蒸殖永宗苗川炉岩弱零杨奏沿露杆探滑镇饭浓航怀赶库夺伊灵税途灭赛归召鼓播盘裁险康唯录菌纯借糖盖横符私努堂域枪润幅哈竟"
    "熟虫泽脑壤碳欧遍侧寨敢彻虑斜薄庭纳弹饲伸折麦湿暗荷瓦塞床筑恶户访塔奇透梁刀旋迹卡氯遇份毒泥退洗摆灰彩卖耗夏择忙铜献"
    "硬予繁圈雪函亦抽篇阵阴丁尺追堆雄迎泛爸楼避谋吨野猪旗累偏典馆索秦脂潮爷豆忽托惊塑遗愈朱替纤粗倾尚痛楚谢奋购磨君池旁"
    "碎骨监捕弟暴割贯殊释词亡壁顿宝午尘闻揭炮残冬桥妇警综招吴付浮遭徐您摇谷赞箱隔订男吹园纷唐败宋玻巨耕坦荣闭湾键凡驻锅"
    "救恩剥凝碱齿截炼麻纺禁废盛版缓净睛昌婚涉筒嘴插岸朗庄街藏姑贸腐奴啦惯乘恢匀纱扎辩耳彪臣亿璃抵脉秀萨俄网舞店喷纵寸汗"
    "挂洪贺闪柬爆烯津稻墙软勇像滚厘蒙芳肯坡柱荡腿仪旅尾轧冰贡登黎削钻勒逃障氨郭峰币港伏轨亩毕擦莫刺浪秘援株健售股岛甘泡"
    "睡童铸汤阀休汇舍牧绕炸哲磷绩朋淡尖启陷柴呈徒颜泪稍忘泵蓝拖洞授镜辛壮锋贫虚弯摩泰幼廷尊窗纲弄隶疑氏宫姐震瑞怪尤琴循"
    "描膜违夹腰缘珠穷森枝竹沟催绳忆邦剩幸浆栏拥牙贮礼滤钠纹罢拍咱喊袖埃勤罚焦潜伍墨欲缝姓刊饱仿奖铝鬼丽跨默挖链扫喝袋炭"
    "污幕诸弧励梅奶洁灾舟鉴苯讼抱毁懂寒智埔寄届跃渡挑丹艰贝碰拔爹戴码梦芽熔赤渔哭敬颗奔铅仲虎稀妹乏珍申桌遵允隆螺仓魏锐"
    "晓氮兼隐碍赫拨忠肃缸牵抢博巧壳兄杜讯诚碧祥柯页巡矩悲灌龄伦票寻桂铺圣恐恰郑趣抬荒腾贴柔滴猛阔辆妻填撤储签闹扰紫砂递"
    "戏吊陶伐喂疗瓶婆抚臂摸忍虾蜡邻胸巩挤偶弃槽劲乳邓吉仁烂砖租乌舰伴瓜浅丙暂燥橡柳迷暖牌秧胆详簧踏瓷谱呆宾糊洛辉愤竞隙"
    "怒粘乃绪肩籍敏涂熙皆侦悬掘享纠醒狂锁淀恨牲霸爬赏逆玩陵祝秒浙貌役彼悉鸭趋凤晨畜辈秩卵署梯炎滩棋驱筛峡冒啥寿译浸泉帽"
)
_USUAL = _COMMON | frozenset("，。、；：！？“”‘’（）《》【】「」『』—…·　\n\t")


def decode(data: bytes) -> tuple[str, str]:
    """The text of some bytes and the name of its encoding.

    Raises :class:`~unigraph.errors.SourceError` with the reason where they are empty or no text.
    """
    if not data:
        raise SourceError("empty file")
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _marked(data[len(mark) :], name), name
    utf8 = _strict(data, "UTF-8")
    if utf8 is not None and _controls(utf8) <= _NOISE:
        return utf8, "UTF-8"
    likeness, order, text = max(
        ((_likeness(t), -i, t) for i, name in enumerate(_GUESSES) if (t := _strict(data, name)) is not None),
        default=(0.0, 0, ""),
    )
    if likeness < _LIKELY:
        raise SourceError("not text in UTF-8, UTF-16, GB18030 or Big5")
    return text, _GUESSES[-order]


def _marked(data: bytes, name: str) -> str:
    text = _strict(data, name)
    if text is None or _controls(text) > _NOISE:
        raise SourceError(f"begins like {name}, but is not")
    return text


def _strict(data: bytes, name: str) -> str | None:
    try:
        return data.decode(_CODECS.get(name, name))
    except UnicodeDecodeError:
        return None


def _controls(text: str) -> float:
    """The share of characters that no text has."""
    sample = text[:_SAMPLE]
    return sum(c < " " and c not in "\t\n\r\f\v\x1a" for c in sample) / max(1, len(sample))


def _likeness(text: str) -> float:
    """The share of characters that are usual in Chinese texts, of either script; ASCII counts half a character."""
    sample = Counter(simplify(text[:_SAMPLE].replace("\r", "\n")))
    weights = {c: n * (0.5 if c < "\x7f" else 1.0) for c, n in sample.items()}
    usual = sum(n for c, n in weights.items() if c in _USUAL or " " <= c < "\x7f")
    return usual / max(1.0, sum(weights.values()))
