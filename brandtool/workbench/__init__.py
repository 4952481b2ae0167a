"""One open page: the only gate for change, undo and redo; every act returns what it changed."""

from brandtool.workbench.change import Change
from brandtool.workbench.gate import Workbench
from brandtool.workbench.history import Action
from brandtool.workbench.question import Question

__all__ = ["Action", "Change", "Question", "Workbench"]
