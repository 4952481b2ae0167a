"""What a question is about, in a few characters: differences of copies rebuild the one from it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from brandtool.ui.previews import differences

WORDS = st.text(alphabet="渡口在回家,。路水", max_size=40)


def rebuilt(here, found):
    out, at = [], 0
    for one in found:
        out += [here[at : one.span.start], one.kept]
        assert here[one.span.start : one.span.end] == one.here
        at = one.span.end
    return "".join(out) + here[at:]


@given(WORDS, WORDS)
def test_differences_rebuild_the_copy_that_stays(here, kept):
    assert rebuilt(here, differences(here, kept)) == kept


def test_one_wrong_letter_in_a_long_copy_is_one_difference():
    clause = "渡口要修好,人才肯来。"
    kept = clause * 400
    here = kept.replace("人才", "入才", 1)
    (found,) = differences(here, kept)
    assert (found.here, found.kept) == ("入", "人")
    assert differences(kept, kept) == ()
