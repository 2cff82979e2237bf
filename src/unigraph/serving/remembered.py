"""Answers that were given once. A snapshot never changes, so an equal question has the equal answer."""

from __future__ import annotations

import asyncio
import json
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from typing import Any

from unigraph.serving.pool import Answer

__all__ = ["Remembered"]


class Remembered:
    """Asks ``ask`` once for each request and keeps the latest answers, ``most`` bytes of them at most.

    Those who ask for what is being answered wait for that one answer. Refusals and failures are not kept.
    """

    def __init__(self, ask: Callable[[dict[str, Any]], Awaitable[Answer]], *, most: int = 64 << 20) -> None:
        self._ask, self._most = ask, most
        self._known: OrderedDict[str, Answer] = OrderedDict()
        self._asked: dict[str, asyncio.Task[Answer]] = {}
        self._held = 0

    async def ask(self, request: dict[str, Any]) -> Answer:
        """The answer to a request, kept or new. Raises what ``ask`` raises."""
        key = json.dumps(request, sort_keys=True)
        known = self._known.get(key)
        if known is not None:
            self._known.move_to_end(key)
            return known
        task = self._asked.get(key)
        if task is None:
            task = self._asked[key] = asyncio.ensure_future(self._ask(request))
            task.add_done_callback(lambda done: self._keep(key, done))
        return await asyncio.shield(task)

    def _keep(self, key: str, task: asyncio.Task[Answer]) -> None:
        del self._asked[key]
        if task.cancelled() or task.exception() is not None or task.result().status != 200:
            return
        answer = task.result()
        self._known[key] = answer
        self._held += len(answer.body)
        while self._held > self._most:
            self._held -= len(self._known.popitem(last=False)[1].body)
