"""What single lines of a page are, by the words and marks that every paper, site and bulletin uses for them."""

from __future__ import annotations

import re
from enum import StrEnum

from unigraph.lexicons.scripts import simplify
from unigraph.reading.bylines import BYLINE_ROLE, credits_only

__all__ = ["BULLET", "SENTENCE_END", "Kind", "is_enumerated", "is_label", "kind_of", "plain"]


class Kind(StrEnum):
    """The kinds of lines and paragraphs."""

    BODY = "body"
    LEAD = "lead"  # a paragraph that begins with a dateline or byline: 本报讯（记者 甲）
    HEADING = "heading"
    ITEM = "item"  # a paragraph behind a bullet
    BRACKET = "bracket"  # a paragraph behind its headline in 【】
    CAPTION = "caption"
    SIDEBAR = "sidebar"  # the label of a box: 新闻链接
    META = "meta"  # date, source, author, between headline and text
    BYLINE = "byline"  # a line of its own
    CREDIT = "credit"  # 责编：甲
    SIGNATURE = "signature"  # （甲）
    DATE = "date"  # a day and nothing else
    JUMP = "jump"  # （下转第4版）
    LABEL = "label"  # of a section: 简讯
    NUMBER = "number"  # 01, before an article
    CONTENTS = "contents"  # the label of a table of contents
    MASTHEAD = "masthead"  # the paper's name, date and number
    FURNITURE = "furniture"  # page numbers, navigation, imprint
    TAIL = "tail"  # what begins the end of a page: 上一篇, 往期推荐
    ADVERT = "advert"  # of no article, may run over lines


SENTENCE_END = "。！？!?…"
BULLET = re.compile(r"[△▲▽▼◆◇●○■□★☆※◎▶►▷➤✦❖▪◼•·⊙☞][ 　]*(?=\S)")
_ENUMERATED = re.compile(
    r"(?:[（(]?[一二三四五六七八九十]{1,3}[)）、.．]|第[一二三四五六七八九十]{1,3}[，、,章节条部]|[（(]?\d{1,2}(?:[)）、．]|\.(?!\d))|[①-⑳])[ 　]*"
)
_SPACES = re.compile(r"[ \t\u3000\xa0]+")
_DAY = r"(?:(?:19|20)\d\d\s*[年./-]\s*\d{1,2}\s*[月./-]\s*\d{1,2}\s*日?|[二一][〇零○九一二三四五六七八]{3}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日)"
_TIME = r"(?:[ 　T]*\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)"
_ROLES_OF_PAGE = r"版式|组版|排版|美编|美术编辑|本版|值班编委|值班主任|值班总编|见习编辑|编校|主编/|主编：|校对/"

# each kind with what its line looks like (spaces around it are gone), and how long it may be; the first that fits
_LINES: tuple[tuple[Kind, str, int], ...] = (
    (
        Kind.META,
        r"[^。！？]*(?:(?:发布|发表|更新|发稿|刊发|报道)(?:时间|日期|于)|[信消]息来源|稿件来源|文章来源|浏览(?:次数|量)?[:：]|阅读次数|点击(?:数|次数|率)|访问量|发布者|发布人|发布单位)[^。！？]*",
        140,
    ),
    (Kind.META, r"(?:来源|作者|日期|时间|编辑)[:：][^。！？]*(?:时间|日期|来源|作者|编辑|审核)[:：][^。！？]*|日期[:：][^。！？]*", 110),
    (Kind.JUMP, r"[（(【]?(?:紧?[上下][接转]|上承|[上下]接第?)[^。]{0,4}\d+[^。]{0,4}[)）】]?|[（(]?(?:未完待续|完)[)）]", 24),
    (Kind.CONTENTS, r"[【\[◆●■—-]*(?:本[期版]|今日|本报今日|内容|版面)?(?:要目|导读|目录|目次|提要|内容提要|导航|看点|标题导航)[】\]—-]*[:：]?", 12),
    (
        Kind.SIDEBAR,
        r"[【\[◆●■▲◎—\-]*[ 　]*(?:(?:新闻|相关|背景|知识|资料|延伸|政策|图片|人物|专家|读者)?(?:链接|延伸|背景|资料|解读|点评|说法|释疑|卡片|档案|词典|小词典|观察|花絮|速读)"
        r"|延伸阅读|相关阅读|新闻加点料|名词解释|知识窗|小知识|小贴士|温馨提示|记者手记|采访手记|手记|编后语?|编余|短评|微评|评论员?观点|数说|数读|知多一?点|加点料|问答|他们这样说|大家谈|声音|感言)"
        r"[】\]—\-]*[:：]?",
        12,
    ),
    (Kind.NUMBER, r"(?:0[1-9]|P(?:ART|art)[ .]?0?\d{1,2}|NO[.．]?0?\d{1,2}|[❶-❿➊-➓])", 8),
    (Kind.TAIL, r".{0,12}(?:上一篇|下一篇|上一条|下一条|上一版|下一版|往期|推荐阅读|热门推荐|猜你喜欢|相关推荐|更多精彩|打印本页|关闭窗口|返回顶部|返回列表).*", 60),
    (Kind.TAIL, r"[·•—\- 　*]*(?:END|The End|end)[·•—\- 　*]*", 12),
    (Kind.TAIL, r"(?:相关(?:链接|新闻|文章|报道)|友情链接|最新资讯|热点新闻|点击排行|热门文章)[:：]?", 8),
    (Kind.FURNITURE, r"[-—–_~·•=*#.…▼▽↓⬇︾\\/|+ 　<>^]+", 200),
    (
        Kind.FURNITURE,
        r"[-—–~·•( 　（【\[第]*(?:[A-D]?\d{1,3}|[一二三四五六七八九十]{1,3})[ 　]*(?:[-—–~·•)） 　】\]版页叠]+.{0,8}|(?:/|／|of)[ 　]*\d{1,3}.{0,2})",
        20,
    ),
    (Kind.FURNITURE, r"(?:\d{1,3}|第[ ]*\d+[ ]*页.*|共[ ]*\d+[ ]*页.*|[Pp]age[ ]*\d+.*)", 20),
    (
        Kind.FURNITURE,
        r"[^。]*(?:设为首页|加入收藏|手机版|(?:当前|现在|您)的?位置|网站首页|网站地图|用户登录|分享到|分享至|扫一扫|扫码|二维码|ICP备|公网安备|版权所有|未经.{0,6}(?:许可|授权|同意)"
        r"|不得转载|[Cc]opyright|©|All Rights Reserved|IPv6|点击上方|关注我们|长按识别|“?在看”?吧|在看[ 　]*\d|阅读原文|字号|字体[:：]|放大[ 　]|广告经营|邮发代号|国内统一(?:连续出版物|刊)号"
        r"|新闻热线|投稿邮箱|投稿信箱|电子邮箱|编辑部电话|订阅热线|读者热线|报料热线|热线电话|报社地址|本报社?地?址|社址|邮编[:：]|(?:每份)?定价|月价|零售价|内部资料|免费交流|印刷[:：厂]|承印|电子版|数字报"
        r"|主办(?:单位)?[:：].*备|责任编辑.*签发|技术支持|总第[ ]*\d+[ ]*期|共印\d+份|网址[:：]|E-?mail|https?://|www[.])[^。！？]*|(?:版权所有|未经|本版|本报|本网).*(?:转载|版权|许可).*",
        140,
    ),
    (Kind.FURNITURE, r"[^。，,\s]{1,12}(?:[ 　]*[>›»≫＞][ 　]*[^。，,>]{1,24}){1,6}", 100),
    (Kind.FURNITURE, r"(?:首页|网站首页|今日头条)(?:[ 　|｜>/·-]+\S{2,8}){2,}", 140),
    (Kind.FURNITURE, r"(?:阅读(?:量|数)?[ 　:：]*\d+.*|分享[ 　]+收藏.*|点赞[ 　]*\d*|收藏[ 　]*\d*|喜欢就.*|原创|转发|评论\(?\d*\)?)", 40),
    (Kind.FURNITURE, r"(?:主?[报送]|抄[报送]|主题词|分送|发)[:：].*|第[ ]*[\d一二三四五六七八九十百]+[ ]*期|[（(]总?第?[ ]*[\d]+[ ]*期?[)）]", 140),
    (Kind.MASTHEAD, rf"(?!.*[上下]午)(?:[^，。；,（(《]*{_DAY}[^，。；,]*(?:星期|周[一二三四五六日]|农历|版|第?\d+期)[^，。；,]*|[^，。；,（(《]*(?:星期|版|期)[^，。；,]*{_DAY}[^，。；,]*)", 110),
    (Kind.MASTHEAD, rf"(?=.*(?:{_ROLES_OF_PAGE})).*", 110),
    (Kind.MASTHEAD, rf".{{2,24}}(?:编|编印|主办|主编|编辑部|办公室)[ 　]+{_DAY}", 60),
    (Kind.ADVERT, r"(?:[【\[]?广告[】\]]?[ 　:：].*|(?:遗失|声明|遗失声明|注销公告|减资公告|[一-鿿]{0,4}(?:警句|格言|提示语|标语))[:：].*|[一-鿿]{1,6}遗失.*声明作废.*)", 400),
    (Kind.DATE, rf"[（(]?{_DAY}[)）]?", 30),
    (Kind.META, rf"[（(]?(?:[^\s，。：:]{{1,16}}[ 　|｜/]+){{0,3}}{_DAY}{_TIME}?(?:(?:[ 　|｜/]|(?<=\d)(?=[一-鿿]))[^。！？，,]*)?[)）]?", 110),
    (Kind.SIGNATURE, r"[（(](?!图)[^（()）。！？；]{2,36}[）)]", 40),
)
_KINDS = tuple((kind, re.compile(pattern), longest) for kind, pattern, longest in _LINES)
_BYLINE = re.compile(
    rf"[□◎○●■◇◆※][ 　]*[一-鿿]{{2,4}}(?:[ 　、]+[一-鿿]{{2,4}})*|[^，。！？：；“”（(]{{0,16}}(?:记者|通讯员|特约撰稿)[ 　:：/／]*[一-鿿·]{{2,12}}(?:[ 　、_/／]+\S{{2,12}})*(?:[ 　]*(?:文|摄影|文/图|图/文|报道|摄影报道|摄))?"
    r"|(?:文|图|撰文|整理|采写|作者|执笔|口述)[ 　]*[/／:：|｜丨][ 　]*\S.*"
)
_DATELINE = re.compile(
    r"本[报网刊台社站][^，。、；！？“”（(]{0,14}[讯电]|(?:[^，。、；：！？“”]{1,24}?(?:讯|电|消息)|讯)(?=[ 　（(]|记者|通讯员)"
)
_LEAD = re.compile(
    r"[^，。；！？“”（(]{0,20}[（(][^（()）]{0,16}(?:记者|通讯员)[^（()）]{1,60}[）)]\S|"
    r"[^，。；！？“”（(]{0,16}(?:记者|通讯员)[^，。；：！？]{2,24}(?:报道|报导)|"
    r"[^，。；！？“”（(]{2,12}(?:客户端|网|报)[ 　]+记者"
)
_CAPTION = re.compile(
    r"(?:[△▲▼◆●■★▶►◀][ 　]*)?(?:图为|图[①-⑳一二三四五六七八九十\d]{1,3}[:：为]|[上下左右题]图[:：为，]?|图片说明|[（(](?:图|上图|下图)[^）)]*[)）]$)"
)
_PICTURED = re.compile(r"(?:摄(?:影(?:报道)?)?|供图|图[/／:：]\S{1,12}|(?:资料|视频)(?:图片?|照片|截图)|[（(][^（()）]{2,12}(?:摄影?|供图)[)）])$")
_BRACKET = re.compile(r"【[^【】]{4,40}】[ 　]*(?=\S{10})")
_LABEL_WORDS = re.compile(
    r"(?:简讯|短讯|快讯|要讯|动态|速递|快递|短波|传真|要闻|来风|采风|风采|视点|聚焦|广角|集锦|集萃|撷英|荟萃|博览|扫描|瞭望|回音|之窗|天地|园地|"
    r"播报|速览|速读|综合|新闻|经验|专栏|人物|通讯|特写|副刊|头条|资讯|信息|论坛|一线|基层|交流|点击|点滴|拾零|纵览|看台|视线|视窗|之声|热线|书画|摄影|时评|评论|公告栏|公示栏|通知公告)$"
)


def plain(text: str) -> str:
    """A line without spaces, brackets and ornaments around it."""
    return _SPACES.sub("", text).strip("【】[]［］《》<>〈〉—-–·•◆◇●○■□★☆▲△※◎|｜丨:：")


def is_label(text: str) -> bool:
    """Whether a short line names a section: 简　　讯, 工会动态, 【基层短波】, or four characters and less."""
    word = plain(text)
    spaced = len(word) <= 8 and bool(re.fullmatch(r"\S(?:[ 　]+\S)+", text.strip("【】[]—-·")))
    return 2 <= len(word) <= 8 and (spaced or bool(_LABEL_WORDS.search(word)))


def is_enumerated(text: str) -> bool:
    """Whether a line begins with a number of a list: 一、 （二） 3. ④"""
    return bool(_ENUMERATED.match(text))


def kind_of(text: str) -> Kind:
    """What a line is, taken by itself. A heading may still turn out to be anything short."""
    text = simplify(text)
    for kind, pattern, longest in _KINDS:
        if len(text) <= longest and pattern.fullmatch(text):
            return kind
    if _DATELINE.match(text):
        return Kind.LEAD
    if len(text) <= 70 and not re.search(r"[。！？]", text):
        if credits_only(text):
            return Kind.CREDIT
        if _BYLINE.fullmatch(text):
            return Kind.BYLINE
    if _CAPTION.match(text) or (len(text) <= 120 and _PICTURED.search(text)):
        return Kind.CAPTION
    if _BRACKET.match(text):
        return Kind.BRACKET
    if _LEAD.match(text):
        return Kind.LEAD
    if BULLET.match(text):
        return Kind.ITEM
    return Kind.BODY
