"""A block of the plan in one sentence, for the tip under the pointer and for those who listen."""

from __future__ import annotations

from brandtool.ui import words
from brandtool.ui.plan.blocks import PlanBlock
from brandtool.ui.words import say

__all__ = ["sentence"]


def sentence(block: PlanBlock) -> str:
    """Say what a block is, where it stands, what happens to it, and its first words."""
    if block.line:
        where = say("Plan", "source line {line}").format(line=block.line)
    else:
        where = say("Plan", "typed in")
    told = [words.title(words.role(block.role)), where, _goes(block)]
    if block.begins:
        told.append(_doubt(say("Plan", "an article begins here"), block, "begins"))
    if block.runs_on:
        told.append(_doubt(say("Plan", "goes on the sentence above"), block, "runs_on"))
    if block.turn is not None:
        told.append(words.turn(block.turn))
    told.append(words.count(block.size))
    told.append(block.text)
    return " · ".join(part for part in told if part)


def _goes(block: PlanBlock) -> str:
    article = words.article_number(block.article)
    match block.standing:
        case "removed":
            return _doubt(say("Plan", "copy, is deleted"), block, "standing")
        case "moved":
            told = say("Plan", "moves to {article}").format(article=article)
            return _doubt(told, block, "standing")
        case "aside":
            return _doubt(say("Plan", "lifted out"), block, "standing")
    return article


def _doubt(told: str, block: PlanBlock, name: str) -> str:
    if name not in block.open:
        return told
    return say("Plan", "{what} (proposed)").format(what=told)
