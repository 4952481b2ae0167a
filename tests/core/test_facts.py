from __future__ import annotations

from brandtool.core.facts import PageFacts


def test_known_facts_win_and_missing_ones_are_filled():
    named = PageFacts(paper="河岸晚报", page="12")
    read = PageFacts(paper="别报", date="2025-09-16", page_name="要闻")
    assert named.filled(read) == PageFacts("河岸晚报", "2025-09-16", "", "12", "要闻")
