"""The words of a PDF that a browser printed: enough of the format for a test, and no more."""

from __future__ import annotations

import re
import unicodedata
import zlib

RADICALS = str.maketrans("⻬⻓⻔⻋⻢⻅⻆⻉⻛⻜⻝⻚⻘⻩⻰⻦⻥⻨⺠⻄", "齐长门车马见角贝风飞食页青黄龙鸟鱼麦民西")


def words(pdf: bytes) -> str:
    """What stands on the pages, without spaces: each font's own table says which letters its numbers are."""
    objects = {int(n): body for n, body in re.findall(rb"(?:^|\n)(\d+) 0 obj\s*(.*?)\nendobj", pdf, re.DOTALL)}
    fonts = {
        name: _letters(_stream(objects[int(table[1])]))
        for body in objects.values()
        for name, number in re.findall(rb"/(F\d+) (\d+) 0 R", body)
        if (table := re.search(rb"/ToUnicode (\d+) 0 R", objects.get(int(number), b"")))
    }
    pages = (_stream(body) for body in objects.values() if b"stream" in body)
    text = "".join(_shown(page, fonts) for page in pages if b" Tf" in page)
    return unicodedata.normalize("NFKC", text).translate(RADICALS)


def _stream(body: bytes) -> bytes:
    content = re.search(rb"stream\r?\n(.*?)\r?\nendstream", body, re.DOTALL)
    if not content:
        return b""
    return zlib.decompressobj().decompress(content[1]) if b"FlateDecode" in body else content[1]


def _letters(table: bytes) -> dict[int, str]:
    out: dict[int, str] = {}
    for block in re.findall(rb"beginbfchar(.*?)endbfchar", table, re.DOTALL):
        for code, letters in re.findall(rb"<(\w+)>\s*<(\w+)>", block):
            out[int(code, 16)] = bytes.fromhex(letters.decode()).decode("utf-16-be")
    for block in re.findall(rb"beginbfrange(.*?)endbfrange", table, re.DOTALL):
        for low, high, letters in re.findall(rb"<(\w+)>\s*<(\w+)>\s*<(\w+)>", block):
            first = int.from_bytes(bytes.fromhex(letters.decode()), "big")
            out |= {code: chr(first + code - int(low, 16)) for code in range(int(low, 16), int(high, 16) + 1)}
    return out


def _shown(page: bytes, fonts: dict[bytes, dict[int, str]]) -> str:
    out = []
    font: dict[int, str] = {}
    for name, codes in re.findall(rb"/(F\d+) [\d.]+ Tf|<([0-9A-Fa-f]+)>", page):
        if name:
            font = fonts.get(name, {})
        else:
            out += [font.get(int(codes[i : i + 4], 16), "") for i in range(0, len(codes), 4)]
    return "".join(out).replace(" ", "")
