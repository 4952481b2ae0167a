"""The command `verify`: what a project proves of itself."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import click

from brandtool.cli.outlet import UNSOUND, Outlet
from brandtool.cli.work import project_path
from brandtool.core.errors import BrandtoolError


@click.command()
@click.argument("projects", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--stats", is_flag=True, help="Count documents, decisions and editors too.")
def verify(projects: tuple[Path, ...], stats: bool) -> None:
    """Check projects: file pages, the chain of decisions, the sources, the rebuilt state.

    PROJECTS are project files, or the texts or folders they belong to. Nothing is changed.
    """
    from brandtool import store

    outlet = Outlet()
    for project in projects:
        try:
            path = project_path(project)
            report = store.verify(path)
        except BrandtoolError as error:
            unsound = error.code in ("store.damaged", "store.schema")
            outlet.refuse(error, code=UNSOUND) if unsound else outlet.refuse(error)
            continue
        if report.ok:
            outlet.tell("verify.ok", {"path": str(path)})
        else:
            outlet.tell("verify.bad", {"path": str(path), "count": len(report.problems)})
            outlet.code = max(outlet.code, UNSOUND)
        for problem in report.problems:
            outlet.tell(problem.code, problem.values, indent=2)
        if stats and report.statistics:
            _count(report.statistics)
    outlet.done()


def _count(told: object) -> None:
    for name in ("documents", "sources", "replicas", "decisions", "effective"):
        click.echo(f"  {name}: {getattr(told, name)}")
    for name in ("by_verb", "by_kind", "by_editor"):
        counts: Mapping[str, int] = getattr(told, name)
        for key in sorted(counts):
            click.echo(f"  {name}: {key or '-'}: {counts[key]}")
