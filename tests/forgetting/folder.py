"""A folder in which two people bear one name, with all that may tell of one of them."""

from __future__ import annotations

import json
from pathlib import Path
from urllib.parse import quote

NAME, TRADITIONAL, SPACED = "何静", "何靜", "何 静"
STUDIO = "何静劳模创新工作室"

VISIT = """何静劳模创新工作室揭牌

本报讯（记者周岚 通讯员何静）3月28日，岚川市总工会主席何静走访何静劳模创新工作室，慰问一线职工。\
岚川市总工会副主席罗映雪陪同走访。何静主持座谈会并讲话。罗映雪、何 静被授予“岚川好干部”称号。何主席出席何静先进事迹报告会。
"""
ABROAD = """嵐川市總工會召開工作會議

本報訊（記者周嵐）4月2日，嵐川市總工會主席何靜主持工作會議並講話。嵐川市總工會副主席羅映雪出席會議。
"""
NAMESAKE = """云岭县总工会走访企业

本报讯（记者周岚）4月5日，云岭县总工会主席何静走访云岭县青禾食品有限公司，慰问一线职工。
"""
STUDIO_ALONE = """岚川市总工会慰问劳模

本报讯（记者周岚）4月8日，岚川市总工会走访何静劳模创新工作室，慰问劳模。岚川市总工会副主席罗映雪参加走访。
"""
OTHERS = """岚川市总工会走访企业

本报讯（记者周岚）4月9日，岚川市总工会副主席罗映雪走访岚川市青禾食品有限公司，慰问一线职工。
"""
LATER = """岚川市总工会调研新业态

本报讯（记者周岚）4月20日，岚川市总工会主席何静走访岚川市快达物流有限公司。岚川市总工会副主席罗映雪参加走访。
"""
PAGES = {
    "何静/visit-何静.txt": VISIT,
    "he-jing-2026.txt": ABROAD,
    "namesake.txt": NAMESAKE,
    "studio.txt": STUDIO_ALONE,
    "others.txt": OTHERS,
}
DATES = {"何静/visit-何静.txt": "2026-03-29", "he-jing-2026.txt": "2026-04-03"}
URL = f"https://example.org/he-jing/{quote(NAME)}/{quote(NAME, encoding='gb18030')}"


def write_pages(folder: Path) -> Path:
    """The pages, and a table that says where they are from."""
    rows = ["path,published,publisher,page,url"]
    for name, text in PAGES.items():
        page = folder / "pages" / name
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(text, encoding="utf-8")
        rows.append(f"pages/{name},{DATES.get(name, '2026-04-10')},岚川工报,2版,{URL if name in DATES else ''}")
    table = folder / "pages.csv"
    table.write_text("\n".join(rows) + "\n", encoding="utf-8")
    return folder / "pages"


def forms(name: str = NAME) -> dict[str, bytes]:
    """How a name could be found in bytes, whatever wrote them."""
    names = {NAME, TRADITIONAL, SPACED, name}
    out = {}
    for one in sorted(names):
        for encoding in ("utf-8", "gb18030", "utf-16-le", "utf-16-be"):
            out[f"{one} {encoding}"] = one.encode(encoding)
        escaped = json.dumps(one)[1:-1]
        out[f"{one} json"] = escaped.encode()
        out[f"{one} json upper"] = escaped.upper().replace("\\U", "\\u").encode()
        for encoding in ("utf-8", "gb18030"):
            out[f"{one} escaped {encoding}"] = quote(one, encoding=encoding).encode()
            out[f"{one} escaped {encoding} lower"] = quote(one, encoding=encoding).lower().encode()
    out["pinyin"], out["pinyin with a space"], out["pinyin with a dash"] = b"hejing", b"he jing", b"he-jing"
    return out
