"""Many documents over processes, the records in the order of the documents."""

from __future__ import annotations

import multiprocessing
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor

from brandtool.batch.analysis import Record, analyse
from brandtool.core.document import Document

__all__ = ["analyse_many"]

AHEAD = 4
"""How many documents per process are handed out before their records are taken."""

Item = tuple[str, Document]


def analyse_many(
    records: Iterable[Item], *, accept: float = 0.5, quotes: bool = True, jobs: int = 1
) -> Iterator[Record]:
    """Analyse (id, document) pairs in so many processes.

    The records come in order and do not depend on `jobs`.
    """
    if jobs <= 1:
        for item in records:
            yield _one(item, accept, quotes)
        return
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(jobs, mp_context=context) as pool:
        waiting: deque[Future[Record]] = deque()
        try:
            for item in records:
                waiting.append(pool.submit(_one, item, accept, quotes))
                if len(waiting) >= jobs * AHEAD:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        finally:
            for future in waiting:
                future.cancel()


def _one(item: Item, accept: float, quotes: bool) -> Record:
    identifier, document = item
    return analyse(document, accept=accept, identifier=identifier, quotes=quotes)
