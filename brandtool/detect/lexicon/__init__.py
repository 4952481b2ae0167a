"""Words and how they are cut: the lists shipped as plain text, and the only door to the segmenter.

The lists stand in `resources/lexicon`, one entry a line, columns parted by a tab, comments after
`# `. The segmenter (jieba) is imported on first use and never at import, so that a process that
only shows pages does not pay for it. So is the tagger of personal names, an optional extra
(`brandtool[names]`): used where it is installed, never needed.
"""

from __future__ import annotations

from brandtool.detect.lexicon.lists import pairs, words
from brandtool.detect.lexicon.persons import available, persons
from brandtool.detect.lexicon.segment import Token, known, tag

__all__ = ["Token", "available", "known", "pairs", "persons", "tag", "words"]
