"""News of the genre that nobody wrote, with the facts that it tells: `python benchmarks/generated.py NUMBER FOLDER`.

FOLDER gets a text and, with `--gold`, an annotation for each article, so that `unigraph evaluate` can score them too.
Article `n` of a seed is always the same, and is made without those before it. Divisions are real; people, companies
and what they do are invented. Officials keep their posts for years and recur, so do companies; names repeat by chance
as they do in life.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from generated_genres import GENRES, filling, order
from generated_world import Scene, World

SEED = 7
FIRST_YEAR, YEARS = 2012, 14
_LEAST, _MOST = 250, 900
"""Characters of an article, about."""
_TO_THE_TOP = 0.5
"""The share of articles that name the national federation."""


@dataclass(frozen=True)
class Generated:
    """An article with its facts; ``code`` is that of the division whose ``union`` it is about."""

    number: int
    published: str
    union: str
    code: str
    text: str
    entities: list[dict[str, Any]]
    relations: list[dict[str, Any]]

    @property
    def name(self) -> str:
        """A file's name, which holds the date."""
        return f"{self.number:07}-{self.published}"

    def gold(self) -> str:
        """As an annotation."""
        parts = {"published": self.published, "text": self.text, "entities": self.entities, "relations": self.relations}
        return json.dumps({"id": self.name, **parts}, ensure_ascii=False, indent=2)


def article(number: int, world: World) -> Generated:
    """Article ``number`` of a world."""
    chance = world.chance("article", number)
    day = date(FIRST_YEAR, 1, 1) + timedelta(days=chance.randrange(365 * YEARS))
    scene = Scene(world, chance.choice(world.divisions), day, chance)
    draft = scene.draft
    title, lead, *paragraphs = chance.choice(GENRES)(scene)
    names = [world.reporter(scene.home, n) for n in chance.sample(range(40), 2)]
    opening, closing = _byline(scene, names)
    body = [opening + lead, *paragraphs]
    if chance.random() < _TO_THE_TOP:
        body.append(order(scene))
    wanted = chance.randint(_LEAST, _MOST)
    for line in filling(scene):
        if sum(map(len, (title, *body))) + len(line) > wanted:
            break
        body.append(line)
    text = "\n\n".join((title, *body)) + closing + "\n"
    published = (day + timedelta(days=chance.randint(0, 3))).isoformat()
    home = scene.union, scene.home.code
    return Generated(number, published, *home, text, list(draft.entities.values()), draft.relations)


def _byline(scene: Scene, names: list[str]) -> tuple[str, str]:
    kind = scene.chance.randrange(5)
    first, second = names
    named = names[: (0, 2, 1, 2, 1)[kind]]
    for name in named:
        scene.draft.thing("Person", name)
    return (
        ("", ""),
        (f"本报讯（记者{first} 通讯员{second}）", ""),
        (f"本报讯（全媒体记者 {first}）", ""),
        ("", f"（{first} {second}）"),
        (f"本报讯 记者{first}报道 ", ""),
    )[kind]


def articles(count: int, seed: int = SEED, first: int = 0) -> Iterator[Generated]:
    """So many articles of a seed, from one on."""
    world = World(seed)
    return (article(number, world) for number in range(first, first + count))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("number", type=int)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--gold", action="store_true", help="write annotations instead of texts")
    given = parser.parse_args()
    given.folder.mkdir(parents=True, exist_ok=True)
    for one in articles(given.number, given.seed):
        path = given.folder / f"{one.name}.{'json' if given.gold else 'txt'}"
        path.write_text(one.gold() if given.gold else one.text, encoding="utf-8")


if __name__ == "__main__":
    main()
