"""The sorts of news that are generated, each in several wordings, with what it tells."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from generated_world import Official, Scene

__all__ = ["GENRES", "filling", "order"]

_NUMERALS = "一二三四五六七八九十"
_THEMES = "匠心杯 安康杯 建功杯 启航杯 筑梦杯 金秋杯".split()
_CRAFTS = "焊工 电工 钳工 叉车 茶艺 烹饪 护理 数控车工 汽车维修".split()
_SUBJECTS = "民主管理 劳动争议调解 财务管理 职工心理关爱 工会组织建设 工资集体协商".split()


def _ordinal(number: int) -> str:
    return _NUMERALS[number - 1] if number <= 10 else "十" + _NUMERALS[number - 11]


def _own(scene: Scene) -> str:
    """The union of the place in the annotation."""
    return scene.draft.thing("Union", scene.union)


def _short(scene: Scene) -> str:
    """How the place's own union may be called after it was named."""
    return scene.home.name[-1] + "总工会"


def _of(person: Official, scene: Scene) -> str:
    """An official by title at the union's full or short name."""
    return person.told(scene.pick(scene.union, _short(scene)))


def _event(scene: Scene, name: str, *aliases: str, hosted: bool = True) -> str:
    draft = scene.draft
    event = draft.thing("Event", name, *aliases)
    draft.fact(event, "heldOn", scene.day.isoformat())
    if hosted:
        draft.fact(_own(scene), "hosted", event)
    return event


def _hall(scene: Scene, event: str) -> str:
    """A house of the place, where an event is held."""
    name = scene.home.name + scene.pick("工人文化宫", "体育馆", "图书馆", "文化中心")
    scene.draft.fact(event, "heldAt", scene.draft.thing("Organization", name, also=["Place"]))
    return name


def plenum(scene: Scene) -> list[str]:
    """A plenum of the union's committee."""
    term, number = scene.chance.randint(5, 14), scene.chance.randint(2, 8)
    name = f"{scene.union}第{_ordinal(term)}届委员会第{_ordinal(number)}次全体会议"
    event = _event(scene, name, f"{scene.union}{_ordinal(term)}届{_ordinal(number)}次全委会")
    chair, first, second = (scene.official(n) for n in range(3))
    people = [o.enter(scene.draft) for o in (chair, first, second)]
    scene.draft.fact(people[0], "chaired", event)
    opening = f"{scene.said_day}，{name}召开。"
    if scene.chance.random() < 0.7:
        opening = scene.said_day + scene.pick("上午", "下午", "") + f"，{name}在{_hall(scene, event)}举行。"
    told = scene.pick(
        f"{_of(chair, scene)}主持会议。", f"会议由{_of(chair, scene)}主持。", f"主持会议的是{_of(chair, scene)}。"
    )
    others = (
        f"{first.title}{first.name}、{second.title}{second.name}"
        if first.title != second.title
        else f"{first.title}{first.name}、{second.name}"
    )
    if scene.chance.random() < 0.5:
        scene.draft.fact(people[1], "attended", event)
        scene.draft.fact(people[2], "attended", event)
        told += f"{_short(scene)}{others}出席会议。"
    else:
        scene.draft.fact(people[1], "spokeAt", event)
        scene.draft.fact(people[2], "spokeAt", event)
        told += f"{_short(scene)}{others}先后讲话。"
    return [f"{scene.union}{_ordinal(term)}届{_ordinal(number)}次全委会召开", opening + told]


def visit(scene: Scene) -> list[str]:
    """An official at some companies."""
    leader = scene.official(scene.chance.randrange(3))
    person = leader.enter(scene.draft)
    firms = [name for name, _ in scene.companies(scene.chance.randint(1, 3))]
    for firm in firms:
        scene.draft.fact(person, "visited", scene.draft.thing("Company", firm))
    who = leader.told(scene.union)
    listed = "、".join(firms)
    told = scene.pick(
        f"{scene.said_day}，{who}走访{listed}，慰问一线职工。",
        f"{scene.said_day}，{who}到{listed}调研工会工作。",
        f"{scene.said_day}，{who}先后走访了{listed}。",
        f"{scene.said_day}，{who}赴{listed}慰问一线职工。",
    )
    if scene.chance.random() < 0.4:
        other = scene.official(3)
        companion = other.enter(scene.draft)
        for firm in firms:
            scene.draft.fact(companion, "visited", scene.draft.thing("Company", firm))
        told += f"{_of(other, scene)}陪同。"
    return [f"{scene.union}走访慰问一线职工", told]


def contest(scene: Scene) -> list[str]:
    """A contest of skills with its winners."""
    name = f"{scene.home.name}“{scene.chance.choice(_THEMES)}”职工{scene.chance.choice(_CRAFTS)}技能大赛"
    event = _event(scene, name)
    school = scene.home.name + scene.pick("职业技术学校", "技工学校", "职教中心")
    scene.draft.fact(scene.draft.thing("Organization", school), "coOrganized", event)
    chair = scene.official(1)
    (first, _), (second, _) = scene.companies(2)
    hall = _hall(scene, event)
    opening = scene.pick(
        f"{scene.said_day}，由{scene.union}主办、{school}承办的{name}在{hall}举行。",
        f"{scene.said_day}，{name}在{hall}举行。本次大赛由{scene.union}主办，{school}承办。",
        f"{scene.said_day}，{name}在{hall}举行。主办单位是{scene.union}，承办单位是{school}。",
    )
    scene.draft.fact(chair.enter(scene.draft), "attended", event)
    for firm in (first, second):
        scene.draft.fact(scene.draft.thing("Company", firm), "attended", event)
    told = f"{_of(chair, scene)}出席。来自{first}、{second}等单位的{scene.chance.randint(20, 180)}名选手参赛。"
    winner = scene.world.person(scene.chance)
    person = scene.draft.thing("Person", winner)
    scene.draft.fact(person, "attended", event)
    scene.draft.fact(event, "awarded", person, title="一等奖")
    won = scene.pick(f"经过角逐，{first}选手{winner}获得一等奖。", f"一等奖由{first}职工{winner}获得。")
    scene.draft.fact(person, "holdsPosition", scene.draft.thing("Company", first), title="职工", optional=True)
    return [f"{scene.home.name}举行职工技能大赛", opening + told, won]


def signing(scene: Scene) -> list[str]:
    """An agreement of the union with a company."""
    ((firm, manager),) = scene.companies(1)
    chair = scene.official(0)
    union, company = _own(scene), scene.draft.thing("Company", firm)
    name = f"{scene.union}与{firm}合作签约仪式"
    event = _event(scene, name, hosted=False)
    for body in (union, company):
        scene.draft.fact(body, "hosted", event, optional=True)
        scene.draft.fact(body, "attended", event, optional=True)
    scene.draft.fact(union, "signedWith", company)
    person, other = chair.enter(scene.draft), scene.draft.thing("Person", manager)
    scene.draft.fact(other, "holdsPosition", company, title="董事长")
    for one in (person, other):
        scene.draft.fact(one, "attended", event)
    opening = f"{scene.said_day}，{name}在{_hall(scene, event)}举行。"
    told = scene.pick(
        f"{_of(chair, scene)}，{firm}董事长{manager}出席仪式。双方签署合作协议。",
        f"出席仪式的有{_of(chair, scene)}、{firm}董事长{manager}。仪式上，{scene.union}与{firm}签署合作协议。",
    )
    return [f"{scene.union}与{firm}签署合作协议", opening + told]


def training(scene: Scene) -> list[str]:
    """A course for those who work in unions."""
    name = f"{scene.day.year}年{scene.home.name}{scene.chance.choice(_SUBJECTS)}培训班"
    event = _event(scene, name)
    teacher, chair = scene.world.person(scene.chance), scene.official(2)
    school = f"{scene.home.name}委党校"
    person = scene.draft.thing("Person", teacher)
    party = scene.draft.thing("Organization", school, f"中共{school}")
    scene.draft.fact(person, "holdsPosition", party, title="教授")
    scene.draft.fact(person, "spokeAt", event)
    scene.draft.fact(chair.enter(scene.draft), "spokeAt", event)
    hall = _hall(scene, event)
    opening = scene.pick(
        f"{scene.said_day}，{scene.union}在{hall}举办{name}。",
        f"{scene.said_day}，由{scene.union}主办的{name}在{hall}举行。",
    )
    told = scene.pick(f"{_of(chair, scene)}在培训班上讲话。", f"{_of(chair, scene)}作动员讲话。")
    taught = scene.pick(f"{school}教授{teacher}授课。", f"培训班邀请{school}教授{teacher}授课。")
    return [f"{scene.union}举办培训班", opening + told, taught]


def honour(scene: Scene) -> list[str]:
    """An honour that the union gives a company."""
    (firm, _), (second, _) = scene.companies(2)
    title = f"{scene.home.name}{scene.pick('工人先锋号', '模范职工之家', '五一劳动奖状')}"
    for name in (firm, second):
        scene.draft.fact(_own(scene), "awarded", scene.draft.thing("Company", name), title=title)
    told = scene.pick(
        f"{scene.said_day}，{scene.union}授予{firm}、{second}“{title}”称号。",
        f"日前，{scene.union}决定，授予{firm}、{second}“{title}”荣誉称号。",
        f"近日，{firm}、{second}被{scene.union}授予“{title}”称号。",
    )
    return [f"{scene.union}表彰一批先进集体", told]


def appointment(scene: Scene) -> list[str]:
    """A congress that elects a chair."""
    number = scene.chance.randint(6, 15)
    name = f"{scene.union}第{_ordinal(number)}次代表大会"
    event = _event(scene, name, f"{scene.home.name}工会第{_ordinal(number)}次代表大会")
    old, new = scene.official(1), scene.world.person(scene.chance)
    person = scene.draft.thing("Person", new)
    scene.draft.fact(person, "holdsPosition", _own(scene), title="主席")
    scene.draft.fact(person, "attended", event, optional=True)
    scene.draft.fact(old.enter(scene.draft), "chaired", event)
    opening = f"{scene.said_day}，{name}在{_hall(scene, event)}召开。会议由{_of(old, scene)}主持。"
    told = scene.pick(f"大会选举产生新一届委员会，{new}当选{_short(scene)}主席。", f"{new}当选{scene.union}主席。")
    return [f"{name}召开", opening, told]


def donation(scene: Scene) -> list[str]:
    """Help that is given out at a ceremony."""
    (firm, manager), *_ = scene.companies(1)
    kind = scene.pick("助学金", "慰问物资", "爱心图书")
    name = f"{scene.home.name}{scene.day.year}年职工子女{kind}发放仪式"
    event = _event(scene, name)
    chair, company = scene.official(0), scene.draft.thing("Company", firm)
    scene.draft.fact(chair.enter(scene.draft), "spokeAt", event)
    scene.draft.fact(company, "attended", event, optional=True)
    person = scene.draft.thing("Person", manager)
    scene.draft.fact(person, "holdsPosition", company, title="总经理")
    scene.draft.fact(person, "attended", event)
    hall = _hall(scene, event)
    opening = scene.pick(
        f"{scene.said_day}，{scene.union}在{hall}举行{name}。",
        f"{scene.said_day}，由{scene.union}主办的{name}在{hall}举行。",
    )
    told = f"{_of(chair, scene)}在仪式上致辞，{firm}总经理{manager}出席。"
    return [f"{scene.home.name}发放职工子女{kind}", opening + told]


def symposium(scene: Scene) -> list[str]:
    """A talk with workers."""
    theme = scene.pick("新就业形态劳动者", "劳模工匠", "女职工", "一线职工", "农民工")
    name = f"{scene.union}{theme}座谈会"
    event = _event(scene, name)
    chair, deputy = scene.official(0), scene.official(1)
    scene.draft.fact(chair.enter(scene.draft), "chaired", event)
    scene.draft.fact(deputy.enter(scene.draft), "attended", event)
    held = f"在{_hall(scene, event)}" if scene.chance.random() < 0.6 else ""
    opening = f"{scene.said_day}，{scene.union}{held}召开{theme}座谈会。"
    told = f"{_of(chair, scene)}主持座谈会，{deputy.title}{deputy.name}参加座谈会。"
    return [f"{scene.union}召开{theme}座谈会", opening + told]


GENRES: tuple[Callable[[Scene], list[str]], ...] = (
    plenum,
    visit,
    visit,
    contest,
    signing,
    training,
    honour,
    appointment,
    donation,
    symposium,
)
"""Visits are told of twice as often as the rest."""

_OPENINGS = (
    "会议强调，",
    "会议指出，",
    "会议要求，",
)
_NEEDS = (
    "各级工会要把维护职工合法权益摆在突出位置，",
    "工会干部要沉下身子听取职工的心声，",
    "要紧盯职工最关心的吃饭、停车、子女托管等小事，",
    "要以劳动竞赛为抓手激发职工的创造热情，",
    "要把服务的触角伸到车间班组和站点路口，",
    "要规范经费的收缴和使用，",
)
_WAYS = (
    "一件一件抓落实。",
    "用心用情把实事办好。",
    "让职工看得见、摸得着。",
    "做到件件有着落、事事有回音。",
    "不搞花架子，不做表面文章。",
    "以实际成效回应职工的期盼。",
)
_STATES = (
    "夏天的午后，车间里的机器声一阵接着一阵。",
    "一张张笑脸、一句句家常，让现场格外暖心。",
    "大家你一言我一语，气氛热烈。",
    "窗外寒风阵阵，屋里暖意融融。",
    "不少职工把随身带的小本子记得满满当当。",
    "掌声一次又一次响起来。",
)
_ENDS = (
    "职工们说，日子越过越有奔头。",
    "大伙儿都盼着这样的好事再多一些。",
    "这份关心，职工们记在了心里。",
    "一线职工的干劲更足了。",
)


def order(scene: Scene) -> str:
    """A paragraph that names the national federation, as every other article does."""
    scene.draft.thing("Union", "中华全国总工会", "全国总工会", "全总")
    return scene.pick("这是落实中华全国总工会部署的一项举措。", "按照中华全国总工会的部署，这项工作将一直抓下去。")


def filling(scene: Scene) -> Iterator[str]:
    """Paragraphs that state nothing."""
    pick = scene.chance.choice
    while True:
        number = scene.chance.randint(20, 900)
        yield pick(
            (
                pick(_OPENINGS) + pick(_NEEDS) + pick(_WAYS),
                pick(_STATES) + pick(_ENDS),
                f"据了解，全年已有{number}名职工受益，比上年多了{number // 7 + 1}名。" + pick(_ENDS),
                f"今年以来，{number}件职工反映的难题得到解决。" + pick(_STATES),
            )
        )
