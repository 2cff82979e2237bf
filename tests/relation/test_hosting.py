"""Who hosted, and who did not."""

from __future__ import annotations

import pytest

from .saying import said


@pytest.mark.parametrize(
    "text",
    [
        "9月3日，岭南大酒店里，助学金发放仪式在此举行。",
        "岚川职工之家1月18日迎来客人，全国劳模团拜会在这里举行。",
        "28日，劳模服务日启动仪式在祥和片区“靠谱驿站”举行。",
    ],
)
def test_a_house_is_no_host(text: str) -> None:
    assert not [fact for fact in said(text) if fact[1] == "hosted"]
