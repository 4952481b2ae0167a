"""How well the words of lines suit articles: in blocks as one by one."""

from __future__ import annotations

import numpy as np

from brandtool.core.document import Document
from brandtool.detect.page import ngrams, reading
from brandtool.detect.page.membership import _suited
from brandtool.detect.page.topics import gain

PAGE = [
    "老码头重砌了台阶，候船亭也用旧船木重新搭建。",
    "候船亭的旧船木都是老船工留下的。",
    "————",
    "镇上的小学种了两百棵树苗，学生昨天都来了。",
    "学生说，树苗今年长得快。",
]


def test_words_of_lines_suit_an_article_in_blocks_as_one_by_one() -> None:
    page = reading.read(Document("\n".join(PAGE)), ngrams.shipped())
    topics, labels = page.topics, np.array([0, 0, 0, 1, 1])
    once = [np.unique(topics.of(k), return_counts=True) for k in range(5)]
    counts = np.array([topics.counts(lines) for lines in ([0, 1, 2], [3, 4])])
    told = _suited(once, labels, counts, counts.sum(axis=1), topics)
    for k, (ids, times) in enumerate(once):
        mine, sizes = counts[:, ids].copy(), counts.sum(axis=1)
        mine[labels[k]] = np.maximum(0, mine[labels[k]] - times)
        sizes[labels[k]] -= times.sum()
        alone = gain(mine, sizes[:, None], topics.rarity[ids]).sum(axis=1)
        assert np.allclose(told[k], alone)
    assert told[1, 0] > told[1, 1] and told[4, 1] > told[4, 0]
    assert not told[2].any()


def test_lines_without_words_suit_no_article() -> None:
    topics = reading.read(Document("甲\n乙"), ngrams.shipped()).topics
    none = [(np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64))] * 2
    told = _suited(none, np.array([0, 1]), np.zeros((2, 0)), np.zeros(2), topics)
    assert told.tolist() == [[0.0, 0.0], [0.0, 0.0]]
