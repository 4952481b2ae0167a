from __future__ import annotations

import pytest

from brandtool.jobs import Cancelled, Job, Newest, Progress


def test_progress_is_told_at_every_step():
    told: list[Progress] = []
    job = Job(report=told.append)
    assert list(job.over("ab", total=2, what="pages")) == ["a", "b"]
    assert [(p.done, p.total, p.share) for p in told] == [(0, 2, 0.0), (1, 2, 0.5), (2, 2, 1.0)]
    assert job.progress == Progress(2, 2, "pages")


def test_total_may_be_unknown_until_the_end():
    job = Job()
    for _ in job.over(iter("abc")):
        assert job.progress.share == 0.0
    assert job.progress == Progress(3, 3)


def test_cancelled_work_stops_at_its_next_check():
    job = Job()
    done = []
    with pytest.raises(Cancelled):
        for item in job.over("abc"):
            done.append(item)
            job.cancel()
            job.cancel()
    assert (done, job.cancelled) == (["a"], True)


def test_newest_job_wins_and_results_of_older_ones_are_not_wanted():
    newest = Newest()
    first = newest.begin(revision=1)
    assert newest.accepts(first)
    second = newest.begin(revision=2)
    assert (first.cancelled, second.cancelled, second.revision) == (True, False, 2)
    assert (newest.accepts(first), newest.accepts(second), newest.job) == (False, True, second)
    newest.cancel()
    newest.cancel()
    assert (newest.job, newest.accepts(second)) == (None, False)
