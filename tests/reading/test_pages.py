"""Pages of many layouts, all names invented: which articles they give, and what belongs to which."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import pytest

from unigraph.model import Article
from unigraph.reading import read_text

PAGES = Path(__file__).parent / "pages"


@dataclass(frozen=True)
class Expected:
    """Titles in order; pieces of text by the index of their article; pieces that no article may hold."""

    titles: tuple[str, ...]
    belongs: dict[int, tuple[str, ...]] = field(default_factory=dict)
    absent: tuple[str, ...] = ()
    published: str = ""
    publisher: str = ""
    pages: tuple[str, ...] = ()


EXPECTED = {
    # no blank lines, a headline of two lines, a signature, a caption, a box, a notice, an advertisement, an imprint
    "newspaper": Expected(
        (
            "云岭县总工会举办女职工读书会",
            "南溪市总工会与南溪学院签约 共建工匠学院",
            "青禾食品公司职工代表大会通过工资协议",
            "招领启事",
        ),
        {
            0: ("（记者 周岚）", "赠书三百册。"),
            1: ("（韩竹）", "每年培训职工两千人次。"),
            2: ("许澄主持会议，总经理苗远志", "△职工代表举手表决。", "名词解释", "签订的专门协议。"),
            3: ("澜江工人报编辑部\n2024年6月11日",),
        },
        ("责编", "家具城", "印刷厂", "星期三"),
        "2024-06-12",
        "澜江工人报",
        ("第2版",),
    ),
    "traditional": Expected(
        ("港灣總工會慶祝成立七十周年", "兩地工會簽署合作備忘錄 加強職業技能交流", "電梯業工會探訪維修員"),
        {0: ("【本報訊】港灣總工會",), 1: ("【記者 鄧文浩 報道】",), 2: ("圖為電梯業職工會理事長",)},
        ("星期一",),
        "2023-09-04",
        "港灣勞工報",
        ("A6",),
    ),
    # briefs behind bullets, signed in the line or below, and behind headlines in brackets
    "briefs": Expected(
        ("", "", "", "【白石镇总工会揭牌】", "【松林社区建起爱心驿站】"),
        {0: ("（周岚）",), 1: ("（韩竹）",), 2: ("（南溪工）",), 3: ("方若溪共同揭牌。",), 4: ("饮水。",)},
        ("短　讯", "基层传真", "●"),
    ),
    # briefs with nothing but a signature to part them
    "unmarked": Expected(("", "", ""), {0: ("（周岚）",), 1: ("（韩竹）",), 2: ("（何一舟）",)}, ("简讯",)),
    # one long article: decks, a byline of its own line, numbered chapters, a box
    "feature": Expected(
        ("灯塔下的三十年 ——记全国五一劳动奖章获得者、澜江航运公司航标工邱海",),
        {0: ("本报记者 周岚 通讯员 何一舟", "台风夜里的一盏灯\n", "把手艺留下来\n", "记者手记", "一盏一盏亮起来。")},
        ("\n01", "\n02"),
    ),
    "web": Expected(
        ("南溪市总工会召开十届三次全委会议",),
        {0: ("作者：周岚", "参会职工可扫描二维码填写意见", "责任编辑：韩竹", "宣传部提供")},
        ("首页", "点击数", "上一篇", "春季慰问", "ICP", "分享到"),
        "2024-03-20",
        "南溪市总工会办公室",
    ),
    # a table of contents, sections, page numbers in mid-sentence
    "bulletin": Expected(
        (
            "市总工会部署“五一”活动",
            "云岭县建成职工法律服务站",
            "青禾食品公司工会：用“小账本”管好福利",
        ),
        {0: ("职工歌咏比赛",), 1: ("江涛到场。",), 2: ("一是公开到人。", "没有收到一件投诉。")},
        ("目　　录", "……", "- 1 -", "【经验交流】", "共印80份", "报：省总工会"),
        "2024-04-30",
        "工运简报",
    ),
    # two pages in one file, a paragraph torn by a picture
    "two-pages": Expected(
        ("市总工会慰问环卫工人", "澜江航运公司启动技能竞赛"),
        {0: ("备足防暑用品。", "■环卫工人领取慰问品。"), 1: ("六十名船员报名。",)},
        ("第3版", "第4版", "星期一"),
        "2024-05-06",
        "南溪日报",
        ("第3版", "第4版"),
    ),
    "epaper": Expected(
        ("七十名“小巷工匠”领到聘书 南溪在社区设立技能传习点", "车间里来了“心理医生”"),
        {0: ("□周岚", "本报讯"), 1: ("□韩竹", "费用由工会承担。")},
        ("上一版", "标题导航", "放大"),
        "2025-11-07",
        "澜江工人报",
    ),
}


def page(name: str) -> tuple[Article, ...]:
    return read_text((PAGES / f"{name}.txt").read_text(encoding="utf-8"))


def test_every_page_is_tested() -> None:
    assert {p.stem for p in PAGES.glob("*.txt")} == set(EXPECTED)


@pytest.mark.parametrize("name", EXPECTED)
def test_titles(name: str) -> None:
    assert tuple(a.title for a in page(name)) == EXPECTED[name].titles


@pytest.mark.parametrize("name", EXPECTED)
def test_what_belongs_to_which(name: str) -> None:
    articles = page(name)
    for index, pieces in EXPECTED[name].belongs.items():
        for piece in pieces:
            assert [i for i, a in enumerate(articles) if piece in a.text] == [index], piece
    for piece in EXPECTED[name].absent:
        assert not [a.title for a in articles if piece in a.text], piece


@pytest.mark.parametrize("name", EXPECTED)
def test_date_publisher_and_page(name: str) -> None:
    expected = EXPECTED[name]
    articles = page(name)
    assert {a.published for a in articles} == {expected.published}
    assert {a.basis for a in articles} == {"stated" if expected.published else ""}
    assert {a.publisher for a in articles} == {expected.publisher}
    if expected.pages:
        assert tuple(dict.fromkeys(a.page for a in articles)) == expected.pages


@pytest.mark.parametrize("name", EXPECTED)
def test_shape_of_texts(name: str) -> None:
    for article in page(name):
        lines = article.text.split("\n")
        assert all(lines)
        assert lines == [line.strip() for line in lines]
        assert not article.title or lines[0] == article.title


@pytest.mark.parametrize("width", [36, 40, 48, 60])
@pytest.mark.parametrize("indent", ["", "　　"])
def test_wrapped_lines_are_joined(width: int, indent: str) -> None:
    """The same page broken at any width gives the same articles."""
    heads = ("云岭县总工会举办读书会", "南溪市总工会启动技能竞赛")
    bodies = (
        ("本报讯（记者 周岚）6月8日，云岭县总工会在县图书馆举办女职工读书会，来自二十家单位的女职工参加。",)
        + ("读书会上，五名女职工分享了心得，县总工会向基层工会赠送图书三百册，并约定每月举办一次读书活动。",) * 3,
        ("本报讯（记者 韩竹）6月9日，南溪市总工会启动第六届职工技能竞赛，设焊接、钳工、航标维护三个项目。",)
        + ("竞赛将持续到九月，优胜者由市总工会授予称号，所在单位工会获得奖励，成绩记入职工技能档案。",) * 3,
    )
    lines: list[str] = []
    for head, body in zip(heads, bodies, strict=True):
        lines.append(head)
        for paragraph in body:
            text = indent + paragraph
            step = width // 2
            lines += [text[i : i + step] for i in range(0, len(text), step)]
    articles = read_text("\n".join(lines))
    assert tuple(a.title for a in articles) == heads
    assert [a.text.split("\n")[1] for a in articles] == [body[0] for body in bodies]


def test_paragraph_broken_by_a_blank_line() -> None:
    (article,) = read_text(
        "云岭县总工会举办读书会\n\n本报讯（周岚）6月8日，云岭县总工会举办读书会。县总工会副主席罗映雪主持，来自二十家"
        "\n\n单位的女职工参加。\n\n活动持续两小时，"
        "\n\n气氛热烈。\n"
    )
    assert article.text.split("\n")[1:] == [
        "本报讯（周岚）6月8日，云岭县总工会举办读书会。县总工会副主席罗映雪主持，来自二十家单位的女职工参加。",
        "活动持续两小时，气氛热烈。",
    ]


def test_article_without_headline() -> None:
    (article,) = read_text("3月19日，云岭县总工会召开会议，县总工会主席方若溪主持。会议听取了报告。")
    assert article.title == ""
    assert article.text.startswith("3月19日")


def test_headline_alone_is_kept() -> None:
    (article,) = read_text("云岭县总工会举办读书会")
    assert article.title == article.text == "云岭县总工会举办读书会"


def test_furniture_alone_is_kept_rather_than_lost() -> None:
    (article,) = read_text("第3版\n2024年5月6日 星期一")
    assert article.text == "第3版 2024年5月6日 星期一"


def test_words_of_letters_stay_apart_where_a_line_was_broken() -> None:
    (article,) = read_text(
        "市总工会发布新应用\n\n本报讯（周岚）市总工会发布新应用。应用名为Lighthouse\n\nHarbour，职工可以查询福利。\n"
    )
    assert "Lighthouse Harbour，职工" in article.text


def test_annex_and_list_stay_with_their_notice() -> None:
    articles = read_text(
        "关于公布优秀职工小家的通知\n\n各县总工会：\n\n经评审，现将优秀职工小家予以公布。\n\n附件：优秀职工小家名单\n\n"
        "南溪市总工会\n2024年5月6日\n\n优秀职工小家名单\n\n一、县级\n云岭县总工会职工小家\n二、企业\n澜江航运公司工会职工小家\n"
    )
    assert [a.title for a in articles] == ["关于公布优秀职工小家的通知"]
    assert "澜江航运公司工会职工小家" in articles[0].text


@pytest.mark.parametrize(
    "line",
    [
        "南溪市总工会主席周岚致辞 摄影 韩竹",
        "女职工在读书 摄影：韩竹 许澄",
        "“一本书，就是一盏灯！”",
        "“把职工的事当自己的事”",
    ],
)
def test_a_caption_with_its_photographer_and_a_quoted_subhead_begin_no_article(line: str) -> None:
    lead = "3月5日，南溪市总工会举办女职工读书会，四十名女职工带着自己喜欢的书来到市工人文化宫，读书、交流、写卡片，一直到天黑。"
    text = f"南溪市总工会举办女职工读书会\n\n{lead}\n\n{line}\n\n3月6日，读书会又走进云岭县，许澄主持，周岚讲话。"
    assert [a.title for a in read_text(text)] == ["南溪市总工会举办女职工读书会"]


def test_rows_of_a_table_begin_no_article() -> None:
    rows = "一等奖 | 周岚 | 第一分工会\n二等奖 | 韩竹 | 第二分工会 | 声乐\n三等奖 | 许澄 | 第三分工会 | 器乐\n优秀奖 | 方若溪 | 第四分工会 | 舞蹈"
    text = f"南溪学院职工歌手大赛落幕\n\n3月5日，南溪学院职工歌手大赛在大礼堂举行，二十名选手登台，评委现场打分。\n\n{rows}\n\n3月6日，获奖选手又走进云岭县，为职工演出。"
    assert [a.title for a in read_text(text)] == ["南溪学院职工歌手大赛落幕"]
