"""Blocks to articles: at each headline the evidence for a new article is weighed against that for a subhead."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from unigraph.reading.blocks import Block
from unigraph.reading.marks import BULLET, Kind, is_enumerated, is_label, plain

__all__ = ["Draft", "split"]

_WEIGHTS = {
    "listed": 5.0,
    "lead": 4.0,
    "about": 4.0,
    "closed": 3.0,
    "label": 4.0,
    "number": 2.0,
    "page": 4.0,
    "brief": 4.0,
    "sidebar": -6.0,
    "two parts": 0.5,
    "decks": 1.0,
    "length": 0.3,
    "news day": 2.0,
    "body's name": 1.0,
    "notice": 3.0,
    "gap": 2.5,
    "no gap": -2.0,
    "others lead": -1.0,
    "enumerated": -4.0,
    "speech": -4.0,
    "named before": -4.0,
    "short": -1.0,
}
_BIAS = -0.7
"""What speaks for and against a new article at a headline; it begins one where the sum is above 0."""
_NEWS_DAY = re.compile(r"(?<![\d年])\d{1,2}月\d{1,2}日|近日|日前|昨[日天晚]|连日来")
_TWO_PARTS = re.compile(r"\S{4,}[ 　]+\S{4,}")
_BODY_OF_NOTICE = re.compile(r"(?:公告|公示|启事|通知|通告|通报|声明|讣告|倡议书|公开信|一览表|名单)$")
_SPEECH = re.compile(r"(?:指出|强调|表示|要求|说|认为|介绍)$|[:：]$")
_UNION = re.compile(r"工会|总工|职工|劳模|集团|公司|市|县|区|省|厂|校|院|局|矿")
_SIGNED = re.compile(r"[（(][^（()）。，]{2,24}[）)]$")
_MOST_HEADLINES = 6
_PARTS = frozenset({Kind.BODY, Kind.LEAD, Kind.CAPTION, Kind.HEADING, Kind.ITEM, Kind.BRACKET})


@dataclass
class Draft:
    """An article in the making: its headline's lines, then its parts in order; and what the page says of it."""

    headline: list[str] = field(default_factory=list)
    parts: list[Block] = field(default_factory=list)
    masthead: list[str] = field(default_factory=list)
    brief: bool = False

    @property
    def has_body(self) -> bool:
        """Whether there is more than lines about the article."""
        return any(part.kind in _PARTS for part in self.parts)

    @property
    def size(self) -> int:
        """Characters of the parts."""
        return sum(len(part.text) for part in self.parts)


def split(blocks: Sequence[Block]) -> list[Draft]:
    """The articles of a page, in order."""
    return _Splitter(blocks).run()


@dataclass
class _Evidence:
    """What stands between the last text and the headline at hand."""

    closed: bool = False  # a signature, a credit or a jump: the article before is over
    label: bool = False
    number: bool = False
    page: bool = False
    sidebar: bool = False


class _Splitter:
    def __init__(self, blocks: Sequence[Block]) -> None:
        self.blocks = blocks
        self.drafts: list[Draft] = []
        self.pending: list[Block] = []
        self.about: list[Block] = []  # lines between headline and text
        self.evidence = _Evidence()
        self.masthead: list[str] = []
        self.contents: set[str] = set()
        self.in_contents = False
        self.tail = False
        self.paragraph_gap = _usual(
            b.gap for a, b in zip(blocks, blocks[1:], strict=False) if a.kind in (Kind.BODY, Kind.LEAD) and b.kind is Kind.BODY
        )
        self.headed_leads = _heads_of_leads(blocks)
        self.gaps = _gaps_between(blocks, self.paragraph_gap)
        self.brackets = _bracket_briefs(blocks)

    @property
    def current(self) -> Draft | None:
        return self.drafts[-1] if self.drafts else None

    def run(self) -> list[Draft]:
        for i, block in enumerate(self.blocks):
            after = self.blocks[i + 1] if i + 1 < len(self.blocks) else None
            self.take(block, after)
        self.give_up_pending()
        return [d for d in self.drafts if d.has_body or d.headline]

    def take(self, block: Block, after: Block | None) -> None:
        kind = block.kind
        if self.in_contents and self.reads_contents(block):
            return
        if kind is Kind.SIDEBAR and (after is None or after.kind not in _PARTS or (self.tail and after.kind is Kind.HEADING)):
            kind = Kind.TAIL
        handler = {
            Kind.HEADING: self.heading,
            Kind.BODY: self.text,
            Kind.LEAD: self.text,
            Kind.CAPTION: self.caption,
            Kind.ITEM: self.item,
            Kind.BRACKET: self.bracket,
            Kind.META: self.meta,
            Kind.BYLINE: self.meta,
            Kind.CREDIT: self.credit,
            Kind.SIGNATURE: self.credit,
            Kind.DATE: self.date,
            Kind.JUMP: self.jump,
            Kind.SIDEBAR: self.sidebar,
            Kind.NUMBER: self.number,
            Kind.LABEL: self.label,
            Kind.CONTENTS: self.table,
            Kind.MASTHEAD: self.page,
            Kind.TAIL: self.end,
        }.get(kind)
        if handler:
            handler(block, after)

    # ---- lines that are not text

    def table(self, block: Block, after: Block | None) -> None:
        self.drop_pending()
        self.in_contents = True

    def reads_contents(self, block: Block) -> bool:
        """Whether a block is an entry of the table of contents; it ends at text or where an entry returns."""
        entry = re.sub(r"[.…·\s\d(（）)版页]+$", "", plain(BULLET.sub("", block.text)))
        listed = block.kind in (Kind.ITEM, Kind.HEADING, Kind.LABEL, Kind.FURNITURE, Kind.NUMBER)
        bulleted = block.kind is Kind.ITEM
        if listed and entry not in self.contents and (bulleted or not self.bulleted_contents(block)):
            self.contents.add(entry)
            self.last_entry = block
            return True
        self.in_contents = False
        if block.kind in (Kind.BODY, Kind.LEAD, Kind.META) and self.contents and self.last_entry.kind is Kind.HEADING:
            self.pending.append(self.last_entry)
        return False

    def bulleted_contents(self, block: Block) -> bool:
        return bool(self.contents) and self.last_entry.kind is Kind.ITEM

    def page(self, block: Block, after: Block | None) -> None:
        self.drop_pending()
        self.masthead.append(block.text)
        self.evidence.page = True
        self.tail = False

    def end(self, block: Block, after: Block | None) -> None:
        self.give_up_pending()
        self.tail = True

    def number(self, block: Block, after: Block | None) -> None:
        self.drop_pending()
        self.evidence.number = True
        self.tail = False

    def label(self, block: Block, after: Block | None) -> None:
        self.drop_pending()
        self.evidence.label = True

    def jump(self, block: Block, after: Block | None) -> None:
        self.evidence.closed = not self.pending

    def sidebar(self, block: Block, after: Block | None) -> None:
        self.give_up_pending()
        self.evidence = _Evidence(sidebar=True)
        if self.current:
            self.current.parts.append(block)

    def drop_pending(self) -> None:
        """Headlines that no text follows are the page's own title, or end the article before."""
        if self.current and self.current.has_body and not self.tail and self.pending and not self.evidence.closed:
            self.current.parts += self.pending
        self.pending, self.about = [], []

    def give_up_pending(self) -> None:
        if self.pending and not self.tail:
            if self.current is None or not self.current.has_body:
                self.begin()
            else:
                self.current.parts += [*self.pending, *self.about]
        self.pending, self.about = [], []

    # ---- lines about an article

    def meta(self, block: Block, after: Block | None) -> None:
        if self.pending or not self.current or not self.current.has_body:
            self.about.append(block)
        elif not self.tail:
            self.current.parts.append(block)
            self.evidence.closed = True

    def credit(self, block: Block, after: Block | None) -> None:
        if self.pending and not (self.current and self.current.has_body and block.kind is Kind.SIGNATURE):
            self.about.append(block)
        elif self.current and not (self.tail and len(self.drafts) > 1):
            self.give_up_pending()
            self.current.parts.append(block)
            self.evidence.closed = True

    def date(self, block: Block, after: Block | None) -> None:
        """A day alone ends a notice, or stands below a headline, or in the masthead."""
        if self.current and self.current.has_body and (self.pending or _is_notice(self.current)):
            self.current.parts += [*self.pending, block]
            self.pending = []
            self.evidence.closed = True
        elif self.pending:
            self.about.append(block)
        else:
            self.masthead.append(block.text)

    # ---- text

    def heading(self, block: Block, after: Block | None) -> None:
        if self.current and self.current.has_body and self.current.parts[-1].text.endswith(("：", ":")) and not self.pending:
            self.current.parts.append(block)  # the first line of a list
            return
        if not self.pending and is_label(block.text) and after is not None and after.kind in (Kind.HEADING, Kind.ITEM, Kind.BRACKET, Kind.LEAD, Kind.LABEL):
            if len(plain(block.text)) <= 4 or after.kind is not Kind.HEADING or self.current is not None:
                self.label(block, after)
                return
        self.pending.append(block)
        if len(self.pending) > _MOST_HEADLINES and self.current and self.current.has_body:
            self.current.parts += self.pending
            self.pending = []

    def text(self, block: Block, after: Block | None) -> None:
        if self.tail and not self.worth(block):
            self.pending = []
            return
        if self.starts(block):
            self.begin()
        elif self.current is None:
            self.begin()
        else:
            self.current.parts += [*self.pending, *self.about]
        self.add(block)

    def worth(self, block: Block) -> bool:
        """Whether text behind the end of a page is an article all the same."""
        return bool(self.pending) and (block.kind is Kind.LEAD or len(block.text) > 60)

    def add(self, block: Block) -> None:
        assert self.current is not None
        self.current.parts.append(block)
        self.pending, self.about = [], []
        self.evidence = _Evidence(closed=bool(_SIGNED.search(block.text)))
        self.tail = False

    def begin(self) -> None:
        headline = [b.text for b in self.pending[:_MOST_HEADLINES]]
        rest = self.pending[_MOST_HEADLINES:]
        self.drafts.append(Draft(headline, [*self.about, *rest], list(self.masthead)))
        self.pending, self.about = [], []

    def caption(self, block: Block, after: Block | None) -> None:
        if self.pending:
            self.text(block, after)
        elif self.current and not self.tail:
            self.current.parts.append(block)

    def item(self, block: Block, after: Block | None) -> None:
        text = BULLET.sub("", block.text, count=1)
        whole = text.rstrip("”’」』）)")[-1:] in tuple("。！？") or bool(_SIGNED.search(text))
        if self.tail:
            return
        if not whole and len(text) <= 60:
            if after is not None and after.kind is Kind.LEAD:
                self.heading(Block(Kind.HEADING, text, block.gap, block.indent), after)
            else:
                self.caption(block, after)
            return
        fresh = self.current is None or not self.current.has_body or self.evidence.label or self.evidence.page
        signed = bool(_SIGNED.search(text)) or (after is not None and after.kind is Kind.SIGNATURE)
        if self.current is not None and self.current.brief and not self.pending:
            fresh = True
        if self.pending:
            fresh = len(self.pending) == 1 and len(plain(self.pending[0].text)) <= 8
            self.pending = [] if fresh else self.pending
        if fresh or (signed and self.evidence.closed):
            self.begin()
            self.drafts[-1].brief = True
            self.add(Block(Kind.BODY, text, block.gap, block.indent))
        else:
            self.text(block, after)

    def bracket(self, block: Block, after: Block | None) -> None:
        if self.brackets and not self.tail:
            title, _, rest = block.text.partition("】")
            self.drop_pending()
            self.pending = [Block(Kind.HEADING, f"{title}】", block.gap, block.indent)]
            self.begin()
            self.add(Block(Kind.BODY, rest.strip(), 0, 0))
        else:
            self.text(block, after)

    # ---- weighing

    def starts(self, body: Block) -> bool:
        """Whether the text at hand begins an article, under the headlines that wait for it."""
        if self.current is None:
            return True
        if not self.current.has_body:
            return bool(self.pending)
        if not self.pending:
            return body.kind is Kind.LEAD and self.current.parts[-1].kind is not Kind.SIDEBAR and _is_dated(body.text)
        return self.weight(body) > 0

    def weight(self, body: Block) -> float:
        return sum(_WEIGHTS[name] * value for name, value in self.signs(body).items()) + _BIAS

    def signs(self, body: Block) -> dict[str, float]:
        """What speaks for an article of its own, by name of :data:`_WEIGHTS`."""
        assert self.current is not None
        heads = self.pending
        text = plain(heads[0].text)
        whole = " ".join(h.text for h in heads)
        evidence = self.evidence
        lead = body.kind is Kind.LEAD
        return {
            "listed": any(plain(h.text) in self.contents for h in heads),
            "lead": lead,
            "about": bool(self.about),
            "closed": evidence.closed,
            "label": evidence.label,
            "number": evidence.number,
            "page": evidence.page,
            "brief": self.current.brief,
            "sidebar": evidence.sidebar,
            "two parts": any(_TWO_PARTS.search(h.text) for h in heads),
            "decks": len(heads) > 1,
            "length": min(len(plain(whole)), 24) - 12,
            "news day": bool(_NEWS_DAY.search(body.text[:100])),
            "body's name": bool(_UNION.search(whole)),
            "notice": bool(_BODY_OF_NOTICE.search(heads[-1].text)),
            "gap": heads[0].gap > self.paragraph_gap,
            "no gap": self.gaps and heads[0].gap <= self.paragraph_gap,
            "others lead": self.headed_leads >= 2 and not lead and not self.about,
            "enumerated": is_enumerated(heads[0].text),
            "speech": bool(_SPEECH.search(whole)),
            "named before": len(text) > 5 and any(text in part.text for part in self.current.parts),
            "short": self.current.size < 60,
        }


def _usual(gaps: Iterable[int]) -> int:
    counted = Counter(gaps)
    return counted.most_common(1)[0][0] if counted else 0


def _heads_of_leads(blocks: Sequence[Block]) -> int:
    """How many headlines of the page have text with a byline under them."""
    return sum(
        a.kind in (Kind.HEADING, Kind.META, Kind.BYLINE) and b.kind is Kind.LEAD for a, b in zip(blocks, blocks[1:], strict=False)
    )


def _gaps_between(blocks: Sequence[Block], usual: int) -> bool:
    """Whether the page sets its headlines off by more empty lines than its paragraphs."""
    heads = [b.gap for a, b in zip(blocks, blocks[1:], strict=False) if b.kind is Kind.HEADING and a.kind in _PARTS - {Kind.HEADING}]
    return sum(gap > usual for gap in heads) >= 2


def _bracket_briefs(blocks: Sequence[Block]) -> bool:
    """Whether the page's paragraphs behind 【】 are articles: two and more, each with a title of its own."""
    titles = [b.text.partition("】")[0] for b in blocks if b.kind is Kind.BRACKET]
    return len(titles) > 1 and len(set(titles)) == len(titles) and sum(len(t) > 6 for t in titles) > len(titles) / 2


def _is_notice(draft: Draft) -> bool:
    return bool(draft.headline) and bool(_BODY_OF_NOTICE.search(draft.headline[-1]))


def _is_dated(text: str) -> bool:
    """Whether a lead has a paper's own dateline, not a bracket alone."""
    return bool(re.match(r"[^，。（(]{0,24}[讯电](?:[ 　（(]|记者)|本[报网刊台][^，。]{0,10}[讯电]", text))
