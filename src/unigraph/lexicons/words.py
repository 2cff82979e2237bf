"""Function words and general words that bound names: small closed lists, our own, read from ``words.tsv``."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from unigraph._resources import PACKAGE

__all__ = ["any_of", "first_of", "words"]


@lru_cache(maxsize=1)
def _all() -> dict[str, frozenset[str]]:
    out: dict[str, set[str]] = {}
    for line in (PACKAGE / "lexicons" / "words.tsv").read_text(encoding="utf-8").splitlines():
        kind, word = line.split("\t")
        out.setdefault(kind, set()).add(word)
    return {kind: frozenset(found) for kind, found in out.items()}


@cache
def words(kind: str) -> frozenset[str]:
    """The words of a kind.

    ========================  =========================================================================
    ``boundary``              words that end a name on its left (在, 和, 参加)
    ``name_verb``             verbs that stand in names all the same (管理, 建设)
    ``generic``               words that make a name of a group where nothing else stands before the head
    ``follower``              words after a head noun that make it a mere modifier (工会干部)
    ``anaphoric_body``        words by which a body is spoken of again (公司, 该校)
    ``soft_boundary``         words that end a name on its left, unless they begin it (活动中, but 中昊公司)
    ``name_character``        function words that a name of a company or school may be spelt with (再强公司)
    ``no_head``               words that end like a body's head noun and are none (大局, 客厅)
    ``brand``                 marks that companies of a group share (中铁), and brands that stand alone (美团)
    ``trade``                 short words that end the names of public companies (能投, 城投)
    ``trade_end``             words of trade that a company's name may end with, its legal form left out (传媒, 水务)
    ``body_acts``             verbs and nouns that stand behind a body and begin no name of a part of it (组织, 联合)
    ``trade_alone``           trades that end the name of a company behind a mark of its own (万川电气)
    ``utility``               national companies that have a branch in every division (高县电信)
    ``no_name``               general words that read like a name (线上线下, 高新科技)
    ``name_follower``         words that stand right after a person's name (主持, 说)
    ``person_verb``           those of them that only people do (当选, 表示)
    ``before_name``           words that stand right before a person's name (由, 请)
    ``honorific``             words after a name that tell it is one (同志, 教授)
    ``role``                  what people are called by their work (司机): a post where a body stands right before
    ``no_post``               what people are called that is never a post (职工, 劳模)
    ``title_word``            words within titles that would end a name elsewhere (兼职, 宣传)
    ``event_held``            verbs that say an event takes place (召开, 开赛)
    ``event_held_there``      words that say so behind a place alone (进行, 隆重)
    ``event_common``          themes that activities of many bodies have (送清凉, 安康杯)
    ``event_moved``           verbs that take an event to a place (办到, 搬进)
    ``scene_set``             what is said of a place that an event fills (座无虚席, 歌声)
    ``place_end``             words that end the names of places in a row after 走进
    ``visit_team``            words for those who travel (慰问组, 一行人)
    ``visit_team_verb``       verbs that name a group of travellers before a word for it (督查, 疗休养)
    ``visit_team_group``      words for such a group (小组, 专班)
    ``visit_sets_out``        words that tell that somebody travels, team or not (率队, 专程)
    ``visit_light``           words that may stand before a verb of visiting whose subject is left out (随后, 先后)
    ``visit_noun``            words behind a verb of visiting that make it a noun (慰问金, 调研报告)
    ``visit_motion``          verbs that say only that somebody went (来到), so that the purpose behind them counts
    ``visit_receives``        verbs by which a place receives who comes (迎来)
    ``visit_arrives``         verbs of coming, whose subject stands right before them (来访)
    ``visit_brings``          verbs of bringing something somewhere (送到, 送去)
    ``visit_gift``            what is brought to those who are greeted (慰问品, 清凉)
    ``visit_place_word``      places that belong to the body spoken of last (走进车间)
    ``visit_purpose``         what somebody goes to a place for (到甲了解, 到甲座谈)
    ``plain_site``            parts that every workplace has (生产车间): whoever sees them has been at the workplace
    ``visit_traces``          words for what visitors leave behind (足迹)
    ``visit_inside``          words behind a place that stands in front (车间里，一行人…)
    ``honour_edge``           words that end the name of an honour on its left (荣获, 授予)
    ``honour_continued``      words behind the head noun of an honour that make it none (劳模精神)
    ``award_weak``            cues of receiving that speak of other things too (获得)
    ``speech``                verbs of speech: what stands behind them is talked about
    ``award_taken``           cues that stand behind the honours (入囊)
    ``other_genre``           words of foreign affairs, sports and stocks (总统, 客场, 涨停)
    ``own_genre``             words of trade unions' news (总工会, 职工)
    ========================  =========================================================================
    """
    return _all()[kind]


def any_of(*kinds: str) -> str:
    """The words of some kinds as one group of a regular expression, longer ones first."""
    found = sorted({w for kind in kinds for w in words(kind)}, key=lambda w: (-len(w), w))
    return "(?:" + "|".join(map(re.escape, found)) + ")"


def first_of(*kinds: str) -> str:
    """The characters that words of some kinds begin with: a look ahead for one of them spares a long alternation."""
    return "".join(sorted({w[0] for kind in kinds for w in words(kind)}))
