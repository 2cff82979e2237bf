"""Which event somebody is at: the one that the text is telling of there, and none that is only talked about.

介绍了职代会的筹备情况 speaks of a congress and is said at another meeting; what a meeting called for, and the events of
which somebody reports, are topics and no stage.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache

from unigraph.lexicons.words import any_of
from unigraph.recognition.event_mentions import EventMention
from unigraph.recognition.events import LocalEvent
from unigraph.relation.scene import Scene

__all__ = ["Stage", "speech"]

_AT = re.compile(r"(?:[在于]|出席|参加|参与|主持|来到|走进|宣布|召开|举行|举办)[^，。；、]{0,6}\Z")
_OVER = re.compile(r"(?:结束|举行|召开)?(?:之|以)?[后前](?=[，、]|\d)|(?:召开|举行)?以来|到(?:现在|今天|如今)")
_MATTER = re.compile(
    r"的?(?:组织|筹备|筹办|召开|举办|开展|参赛|备赛)?的?(?:精神|意义|重要性|必要性|成果|经验|做法|情况|工作|方案|背景|目的|规则|要求|由来|历史)"
)
_REPORTED = re.compile(r"(?:表示|指出|强调|要求|希望|看来|认为|谈到|坦言|直言|说道|[^传听据]说)[，：]|总书记")
"""Behind these somebody's own words go on to the end of the sentence."""
_IN_PASSING = re.compile(
    r"同步(?:举办|举行|开展)|同时(?:举办|举行)|期间还|备战|作为|即将|将[于在]|明年|下[月周]|今年|据悉|据了解|据介绍|每年|连续|以来|系列|去年|前年|曾(?!经理)|此前|往年|以往|历年|历届|多次|近年|当年|早在|\d{4}年[^，。；\n]{0,20}曾"
)
_ITEM = re.compile(r"\s*[◇▲●■◆★△○□]\s*\d{1,2}月\d{1,2}日")
_LOOK_BACK = 40  # mentions


@lru_cache(maxsize=1)
def speech() -> re.Pattern[str]:
    """Verbs of speech that tell of it only behind somebody who is known to be there."""
    return re.compile(any_of("speech"))


class Stage:
    """Answers at which event a place in the text is, in one article."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        talked = [c.end for c in scene.cues.get("spokeAt", ()) if not c.label]
        talked += [m.end() for m in speech().finditer(scene.text)]
        self._talks = sorted(talked)
        self._mentions = [(m, e) for m, e in scene.outer_mentions if not self._is_topic(m)]
        self._begins = [m.begin for m, _ in self._mentions]
        self._passing = frozenset(m.begin for m, e in self._mentions if self._is_passing(m, e))

    def _is_topic(self, mention: EventMention) -> bool:
        """Whether a mention stands behind a verb of speech in its clause, in an exhortation, or as a matter of talk."""
        scene = self.scene
        if mention.bare or mention.begin < scene.document.title_end:
            return False
        if (
            scene.silent(mention.begin)
            or _MATTER.match(scene.text, mention.end)
            or _OVER.match(scene.text, mention.end)
        ):
            return True
        sentence = scene.document.sentences[scene.document.sentence_at(mention.begin)]
        if _REPORTED.search(scene.text, sentence.begin, mention.begin):
            return True
        start = scene.document.clause_start(mention.begin)
        at = bisect_left(self._talks, start)
        talked = at < len(self._talks) and self._talks[at] <= mention.begin
        return talked and not _AT.search(scene.text, max(start, mention.begin - 12), mention.begin)

    def _is_passing(self, mention: EventMention, event: LocalEvent) -> bool:
        """Whether an event is named once and told of as gone by: 去年还参加了某大赛."""
        named = [m for m in event.mentions if not m.bare]
        if mention.bare or len(named) > 1 or named[0].begin < self.scene.document.title_end:
            return False
        sentence = self.scene.document.sentences[self.scene.document.sentence_at(mention.begin)]
        return bool(_IN_PASSING.search(self.scene.text, sentence.begin, mention.end))

    def at(self, position: int, spoken: bool = False) -> LocalEvent | None:
        """The event at a place; where somebody speaks there, it is never what the clause goes on to speak of."""
        scene = self.scene
        begin, end = scene.document.clause_start(position), scene.document.clause_end(position)
        first = bisect_left(self._begins, begin)
        here = [e for m, e in self._mentions[first : bisect_left(self._begins, position if spoken else end)]]
        if here:
            return here[0]
        last = self._last(position)
        if self._opens_item(position) and (last is None or last not in self._named_since_item(position)):
            return None
        if last is not None:
            return scene.ceremony(last, position)
        sentence = scene.document.sentences[scene.document.sentence_at(position)]
        after = self._mentions[bisect_left(self._begins, position) : bisect_left(self._begins, sentence.end)]
        if after:
            return after[0][1]
        return self._sole(position)

    def _opens_item(self, position: int) -> bool:
        """Whether a place lies in an item of a bulletin, which tells of nothing that the items before told of."""
        return _ITEM.match(self.scene.text, self.scene.text.rfind("\n", 0, position) + 1) is not None

    def _named_since_item(self, position: int) -> list[LocalEvent]:
        paragraph = self.scene.text.rfind("\n", 0, position) + 1
        first = bisect_left(self._begins, paragraph)
        return [e for _, e in self._mentions[first : bisect_left(self._begins, position)]]

    def _sole(self, position: int) -> LocalEvent | None:
        """The one event of an article, which its paragraph names only later, or which nobody names."""
        only = self.scene.events[0] if len(self.scene.events) == 1 else None
        if only is None or only.provisional:
            return only  # the whole article tells of the talks
        stop = self.scene.text.find("\n", position)
        ahead = self._mentions[bisect_left(self._begins, position) :]
        return only if ahead and ahead[0][0].begin < (stop if stop >= 0 else len(self.scene.text)) else None

    def _last(self, position: int) -> LocalEvent | None:
        """The event spoken of last; one that the paragraph names goes before one of which only 比赛 spoke there."""
        paragraph = self.scene.text.rfind("\n", 0, position) + 1
        at = bisect_left(self._begins, position)
        before = [(m, e) for m, e in reversed(self._mentions[max(0, at - _LOOK_BACK) : at]) if m.end <= position]
        before = [(m, e) for m, e in before if m.begin not in self._passing] or before
        named = next((e for m, e in before if not m.bare and m.begin >= paragraph), None)
        return named or (before[0][1] if before else None)
