"""The page plan: the blocks of a page as they stand in the source and as they will be read.

What it shows is worked out apart from how it is laid out and painted.
"""

from __future__ import annotations

from brandtool.ui.plan.blocks import Copies, Plan, PlanBlock, plan_of
from brandtool.ui.plan.view import PlanView

__all__ = ["Copies", "Plan", "PlanBlock", "PlanView", "plan_of"]
