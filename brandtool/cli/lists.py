"""The commands `formats` and `detectors`: what there is, built in and added."""

from __future__ import annotations

import click

from brandtool.cli.outlet import Outlet
from brandtool.plugins import Parts


@click.command()
def formats() -> None:
    """List the formats that can be read and written: direction, name, suffix, id."""
    from brandtool import export, intake

    outlet = Outlet()
    readers, writers = intake.importers(), export.exporters()
    for part in readers.loaded:
        suffixes = ",".join(filter(None, part.suffixes)) or "-"
        click.echo(f"read\t{part.name}\t{suffixes}\t{part.id}")
    for part in writers.loaded:
        click.echo(f"write\t{part.name}\t{part.suffix}\t{part.id}")
    _tell(readers, outlet)
    _tell(writers, outlet)


@click.command()
def detectors() -> None:
    """List the detectors: id, and the kinds they claim."""
    from brandtool import detect

    outlet = Outlet()
    parts = detect.detectors()
    for part in parts.loaded:
        click.echo(f"{part.id}\t{','.join(part.kinds)}")
    _tell(parts, outlet)


def _tell(parts: Parts, outlet: Outlet) -> None:
    for failure in parts.failed:
        outlet.warn("cli.part", {"name": failure.name, "reason": failure.reason})
