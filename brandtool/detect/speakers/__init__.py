"""Who speaks: personal names, descriptions of unnamed sources, organisations, who is who.

Everything is found on one clean article and is a pure function of it and of the names the project
already knows.
"""

from __future__ import annotations

from brandtool.detect.speakers.names import Mention, find_names
from brandtool.detect.speakers.people import People, gather

__all__ = ["Mention", "People", "find_names", "gather"]
