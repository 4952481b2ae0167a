"""Many questions answered in one act: what is ticked in the list, and the joints as they read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker

from brandtool.ui.words import say

if TYPE_CHECKING:
    from brandtool.ui.models.filters import Filter
    from brandtool.ui.window import Window

__all__ = ["Batch"]


class Batch:
    """Begin and end a batch; the filter it narrowed is widened again behind it."""

    def __init__(self, window: Window) -> None:
        self._window = window
        self._wide: Filter | None = None
        window.desk.opened.connect(lambda _page: self._forget())

    @property
    def showing_joints(self) -> bool:
        """Tell whether the joints stand in the place of the text."""
        return self._window.parts.centre_name == "joints"

    def finish(self, take: bool) -> None:
        """Accept what is ticked, in one act, or leave the batch."""
        window = self._window
        panel, desk = window.questions, window.desk
        ticked, shown = panel.ticked or (), panel.shown
        panel.end_batch()
        workbench = desk.workbench
        if not take or workbench is None:
            self.leave_joints()
            return
        if not ticked:
            window.say(say("Status", "Nothing was ticked."))
            return
        kinds = {row.kind for row in shown if row.id in ticked}
        change = desk.act(workbench.decide(ticked, "accept"))
        self.leave_joints()
        if not window.told(change):
            return
        if len(kinds) > 1:
            window.say(say("Status", "Accepted: {count}").format(count=change.count), undo=True)
        following = desk.next_open(desk.current)
        desk.ask(following or ("" if desk.finished else desk.current))

    def show_joints(self) -> None:
        """List the joints alone, those that are open ticked, and show them as they will read."""
        window = self._window
        panel = window.questions
        chosen = panel.filter
        if chosen.value("kind") != "join":
            self._wide = chosen
            with QSignalBlocker(panel):  # it is not the filter the page is kept with
                panel.set_filter(type(chosen)().choose("kind", "join"))
        if panel.ticked is None and not panel.begin_batch():
            panel.end_batch()
        window.parts.show_centre("joints")
        window.showing.joints()
        rows = panel.shown
        if rows and window.desk.current not in {row.id for row in rows}:
            window.desk.ask(next((row.id for row in rows if row.open), rows[0].id))
        window.parts.joints.select(window.desk.current)
        window.parts.joints.list.setFocus()

    def leave_joints(self) -> None:
        """Show the text again in the place of the joints, and list what was listed before."""
        if self.showing_joints:
            self._window.parts.show_centre("pages")
            self._window.parts.focus_side()
        if self._wide is not None:
            wide, self._wide = self._wide, None
            self._window.questions.set_filter(wide)

    def _forget(self) -> None:
        """Leave the batch of the page that was open before."""
        self._wide = None
        if self._window.parts.has("questions"):
            self._window.questions.end_batch()

    def show_table(self, name: str) -> None:
        """Show the quotes or the joints in the place of the text, as a click on their tab asks."""
        window = self._window
        if name == "joints":
            self.show_joints()
        elif not window.showing_quotes:
            window.finish_batch(False)
            window.toggle_quotes()
