"""The article view: our own painted text with leading and overlapping marks, and an editor.

Stock widgets count UTF-16 units, change characters, lose leading or break on long lines; this one
shows any text in code points, lays out only what is seen, and never lets its text be read back.
"""

from brandtool.ui.textview.content import Mark, Paragraph
from brandtool.ui.textview.edits import EditBuffer, Replacement
from brandtool.ui.textview.strip import OverviewStrip
from brandtool.ui.textview.view import TextView

__all__ = ["EditBuffer", "Mark", "OverviewStrip", "Paragraph", "Replacement", "TextView"]
