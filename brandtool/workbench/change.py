"""What an act changed: views look at the flags and refresh just that."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Change:
    """Say what changed. `action` names the act (a code for the undo label), `count` its decisions.

    `notice` is a code when there was nothing to do or the act was refused; then no flag is set.
    `place` is the offset in the proposed text where the act shows.
    """

    action: str = ""
    count: int = 0
    text: bool = False
    candidates: bool = False
    quotes: bool = False
    speakers: bool = False
    order: bool = False
    states: bool = False
    notice: str = ""
    place: int | None = None
    events: tuple[str, ...] = ()

    @property
    def nothing(self) -> bool:
        """Tell whether nothing changed."""
        return not (
            self.text
            or self.candidates
            or self.quotes
            or self.speakers
            or self.order
            or self.states
        )


def refused(notice: str) -> Change:
    """Return the change of an act that did nothing, with the code that says why."""
    return Change(notice=notice)
