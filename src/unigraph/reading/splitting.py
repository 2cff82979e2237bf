"""Blocks to articles: one pass that gathers headlines until text follows, and asks whether they begin an article."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from unigraph.reading.blocks import Block
from unigraph.reading.marks import BULLET, ENUMERATOR, Kind, is_dateline, is_label, plain
from unigraph.reading.weighing import Evidence, habits_of, is_notice, weigh

__all__ = ["Draft", "split"]

_SIGNED = re.compile(r"[（(][^（()）。，]{2,24}[）)]$")
_WHOLE = re.compile(r"[。！？][”’」』）)]*$")
_ENTRY_END = re.compile(r"[.…·\s\d(（）)版页]+$")
_LEADER = re.compile(r"(?:…|[.·．]{3}).*\d[)）版页]*$")
_TEXT = frozenset({Kind.BODY, Kind.LEAD, Kind.CAPTION, Kind.HEADING, Kind.ITEM, Kind.BRACKET})
_BELOW_LABEL = frozenset({Kind.HEADING, Kind.ITEM, Kind.BRACKET, Kind.LEAD})
_LISTED = frozenset({Kind.ITEM, Kind.HEADING, Kind.FURNITURE, Kind.NUMBER})
_MOST_HEADLINES = 6
_LONGEST_BRIEF = 400
_LONGEST_LABEL = 8
_LONGEST_CAPTION = 60
_LEAST_TEXT = 60
_LOOK_BACK = 20


@dataclass
class Draft:
    """An article in the making: its headline's lines, then its parts in order; and the mastheads before it.

    ``size`` counts the characters of its text, ``brief`` says that it stands behind a bullet.
    """

    headline: list[str] = field(default_factory=list)
    parts: list[Block] = field(default_factory=list)
    masthead: tuple[str, ...] = ()
    brief: bool = False
    size: int = 0

    def add(self, *blocks: Block) -> None:
        """Append parts."""
        self.parts += blocks
        self.size += sum(len(b.text) for b in blocks if b.kind in _TEXT)


def split(blocks: Sequence[Block]) -> list[Draft]:
    """The articles of a page, in order."""
    splitter = _Splitter(blocks)
    for block, after in zip(blocks, [*blocks[1:], None], strict=True):
        splitter.take(block, after)
    return splitter.finish()


class _Splitter:
    """The state of the pass: articles so far, headlines that wait for text, and what has been seen since."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self.habits = habits_of(blocks)
        self.drafts: list[Draft] = []
        self.pending: list[Block] = []
        self.about: list[Block] = []  # lines between headline and text
        self.evidence = Evidence()
        self.masthead: tuple[str, ...] = ()
        self.contents: set[str] = set()
        self.last_entry: Block | None = None
        self.in_contents = False
        self.in_list = False  # more short lines than headlines have were just read
        self.tail = False
        self.handlers: dict[Kind, Callable[[Block, Block | None], None]] = {
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
            Kind.CONTENTS: self.table,
            Kind.MASTHEAD: self.page,
            Kind.FURNITURE: self.furniture,
            Kind.TAIL: self.end,
            Kind.ADVERT: self.end_of_pending,
        }

    @property
    def current(self) -> Draft | None:
        """The article that has text, which what comes next may belong to."""
        return self.drafts[-1] if self.drafts and self.drafts[-1].size else None

    def take(self, block: Block, after: Block | None) -> None:
        """One block, with the next in view."""
        if not (self.in_contents and self.reads_contents(block)):
            self.handlers[block.kind](block, after)

    def finish(self) -> list[Draft]:
        """All articles, without the credits at the page's end, which are the page's where no other article has any."""
        self.give_up_pending()
        drafts = [d for d in self.drafts if d.parts or d.headline]
        if len(drafts) > 1 and not any(p.kind is Kind.CREDIT for d in drafts[:-1] for p in d.parts):
            last = drafts[-1].parts
            while last and last[-1].kind is Kind.CREDIT:
                last.pop()
        return drafts

    # ---- what is not text

    def table(self, block: Block, after: Block | None) -> None:
        self.drop_pending()
        self.in_contents, self.last_entry = True, None

    def reads_contents(self, block: Block) -> bool:
        """Whether a block is an entry of the table of contents; it ends at text, or where an entry returns."""
        entry = _ENTRY_END.sub("", plain(BULLET.sub("", ENUMERATOR.sub("", block.text))))
        bulleted = self.last_entry is not None and self.last_entry.kind is Kind.ITEM
        led = bool(_LEADER.search(block.text))
        if led or (block.kind in _LISTED and entry not in self.contents and (block.kind is Kind.ITEM or not bulleted)):
            self.contents.add(entry)
            self.last_entry = block
            return True
        self.in_contents = False
        if block.kind not in _LISTED and self.last_entry is not None and self.last_entry.kind is Kind.HEADING:
            self.pending.append(self.last_entry)  # it was the headline of the first article
        return False

    def page(self, block: Block, after: Block | None) -> None:
        self.drop_pending()
        self.masthead += (block.text,)
        self.evidence.page = True
        self.tail = False

    def furniture(self, block: Block, after: Block | None) -> None:
        if not self.drafts:
            self.masthead += (block.text,)

    def end(self, block: Block, after: Block | None) -> None:
        self.give_up_pending()
        self.tail = True

    def end_of_pending(self, block: Block, after: Block | None) -> None:
        self.give_up_pending()

    def number(self, block: Block, after: Block | None) -> None:
        self.drop_pending()
        self.evidence.number = True
        self.tail = False

    def label(self) -> None:
        self.drop_pending()
        self.evidence.label = True

    def jump(self, block: Block, after: Block | None) -> None:
        self.evidence.closed = not self.pending

    def sidebar(self, block: Block, after: Block | None) -> None:
        if after is None or after.kind not in _TEXT or (self.tail and after.kind is Kind.HEADING):
            self.end(block, after)  # a list of links
            return
        self.give_up_pending()
        self.evidence = Evidence(sidebar=True)
        if self.current:
            self.current.add(block)

    def drop_pending(self) -> None:
        """Headlines that a masthead, label or number follows: the page's own title, or the last article's end."""
        if self.current is None:
            self.masthead += tuple(b.text for b in (*self.pending, *self.about))
        elif not self.tail and not self.evidence.closed:
            self.current.add(*self.pending)
        self.pending, self.about = [], []

    def give_up_pending(self) -> None:
        """Headlines that no text follows."""
        if self.pending and not self.tail:
            if self.current is None:
                self.begin()
            else:
                self.current.add(*self.pending, *self.about)
        self.pending, self.about = [], []

    # ---- lines about an article

    def meta(self, block: Block, after: Block | None) -> None:
        if self.pending or self.current is None:
            self.about.append(block)
        elif not self.tail:
            self.current.add(block)
            self.evidence.closed = True

    def credit(self, block: Block, after: Block | None) -> None:
        if self.pending and (self.current is None or block.kind is Kind.CREDIT):
            self.about.append(block)
        elif self.current and not (self.tail and len(self.drafts) > 1):
            self.give_up_pending()
            self.current.add(block)
            self.evidence.closed = True

    def date(self, block: Block, after: Block | None) -> None:
        """A day alone ends a notice, or stands below a headline, or in the masthead."""
        if self.current and (self.pending or is_notice((self.current.headline or [""])[-1])):
            self.current.add(*self.pending, block)
            self.pending = []
            self.evidence.closed = True
        elif self.pending:
            self.about.append(block)
        else:
            self.masthead += (block.text,)

    # ---- text

    def heading(self, block: Block, after: Block | None) -> None:
        below = after is not None and (
            after.kind in _BELOW_LABEL or (after.kind is Kind.BODY and bool(_SIGNED.search(after.text)))
        )
        if below and not self.pending and is_label(block.text):
            self.label()
            return
        self.pending.append(block)
        if len(self.pending) > _MOST_HEADLINES and self.current:
            self.current.add(*self.pending)  # a list or a poem
            self.pending = []
            self.in_list = True

    def text(self, block: Block, after: Block | None) -> None:
        if self.tail and not (self.pending and (block.kind is Kind.LEAD or len(block.text) > _LEAST_TEXT)):
            self.pending = []  # links below the page's end
            return
        if self.current is None or self.starts(block, self.current):
            self.begin()
        else:
            self.current.add(*self.pending, *self.about)
        self.add(block)

    def begin(self, *, brief: bool = False) -> None:
        """Begin an article under the headlines that wait."""
        headline, rest = self.pending[:_MOST_HEADLINES], self.pending[_MOST_HEADLINES:]
        if self.drafts and not self.drafts[-1].size:
            self.drafts.pop()
        self.drafts.append(Draft([b.text for b in headline], [], self.masthead, brief))
        self.drafts[-1].add(*self.about, *rest)
        self.pending, self.about = [], []

    def add(self, block: Block) -> None:
        """Add text to the article at hand."""
        self.drafts[-1].add(block)
        self.pending, self.about = [], []
        self.evidence = Evidence(closed=bool(_SIGNED.search(block.text)))
        self.in_list = self.tail = False

    def caption(self, block: Block, after: Block | None) -> None:
        if self.pending:
            self.text(block, after)
        elif self.current and not self.tail:
            self.current.add(block)

    def item(self, block: Block, after: Block | None) -> None:
        """A paragraph behind a bullet: a brief, a picture's caption, a line of a list, or a headline."""
        if self.tail:
            return
        text = BULLET.sub("", block.text, count=1)
        bare = Block(Kind.LEAD if is_dateline(text) else Kind.BODY, text, block.gap, block.indent)
        signed = bool(_SIGNED.search(bare.text)) or (after is not None and after.kind is Kind.SIGNATURE)
        if not _WHOLE.search(bare.text) and not signed and len(bare.text) <= _LONGEST_CAPTION:
            if after is not None and after.kind is Kind.LEAD:
                self.heading(Block(Kind.HEADING, bare.text, block.gap, block.indent), after)
            else:
                self.caption(block, after)
        elif self.is_brief(signed):
            self.pending = []
            self.begin(brief=True)
            self.add(bare)
        else:
            self.text(block, after)

    def is_brief(self, signed: bool) -> bool:
        """Whether a paragraph behind a bullet is an article, by what stands before it."""
        if self.pending:
            return len(self.pending) == 1 and len(plain(self.pending[0].text)) <= _LONGEST_LABEL
        if self.current is None or self.current.brief or self.evidence.label or self.evidence.page:
            return True
        return signed and self.evidence.closed

    def bracket(self, block: Block, after: Block | None) -> None:
        if not self.habits.bracket_briefs or self.tail:
            self.text(block, after)
            return
        title, mark, rest = block.text.partition("】")
        self.drop_pending()
        self.pending = [Block(Kind.HEADING, title + mark, block.gap, block.indent)]
        self.begin()
        self.add(Block(Kind.BODY, rest.strip(), 0, 0))

    def starts(self, body: Block, current: Draft) -> bool:
        """Whether the text at hand begins an article, under the headlines that wait for it."""
        if not self.pending:
            return self.starts_brief(body, current)
        in_list = self.in_list or current.parts[-1].text.endswith(("：", ":"))
        if in_list:  # its items look like headlines; only the last may be one
            current.add(*self.pending[:-1])
            del self.pending[:-1]
        weight = weigh(
            self.pending,
            body,
            self.evidence,
            self.habits,
            listed=any(plain(h.text) in self.contents for h in self.pending),
            about=bool(self.about),
            in_list=in_list,
            brief=current.brief,
            size=current.size,
            before=[part.text for part in current.parts[-_LOOK_BACK:]],
        )
        return weight > 0

    def starts_brief(self, body: Block, current: Draft) -> bool:
        """Whether text without a headline begins an article: below a label, dated, or signed like the last."""
        if self.evidence.label or self.evidence.page:
            return True
        if body.kind is Kind.LEAD:
            return current.parts[-1].kind is not Kind.SIDEBAR and is_dateline(body.text)
        signed = bool(_SIGNED.search(body.text))
        return not current.headline and self.evidence.closed and signed and current.size < _LONGEST_BRIEF
