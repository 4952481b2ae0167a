"""What a question shows of itself beside the text.

One small file for each kind, none knows another.
"""

from __future__ import annotations

from brandtool.ui.cards.build import build_card
from brandtool.ui.cards.frame import CardContext

__all__ = ["CardContext", "build_card"]
