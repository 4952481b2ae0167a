"""The program `brandtool`: its commands, its options, its exit codes."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Sequence

import click

from brandtool import __version__
from brandtool.cli.analyse import analyse
from brandtool.cli.clean import clean, quotes
from brandtool.cli.desk import Asked, OpenDesk, open_desk
from brandtool.cli.export import export
from brandtool.cli.lists import detectors, formats
from brandtool.cli.outlet import BUG, OK, REFUSED, STOPPED, Outlet
from brandtool.cli.verify import verify
from brandtool.core.errors import BrandtoolError

EPILOG = """\b
Exit codes:
  0    all was done
  1    some input was refused; a sentence on standard error says which and why
  2    the command line was wrong
  3    verify found that a project is not whole
  4    something could not be written
  70   a fault of the program
  130  interrupted
"""


class Program(click.Group):
    """Take what is no command but names a place as a page for the desk."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command of the first word, `open` with all words if it is none."""
        first = args[0]
        if first in self.commands or not (
            os.path.lexists(first) or os.sep in first or "." in first
        ):
            return super().resolve_command(ctx, args)
        return open_desk.name, open_desk, args


@click.group(cls=Program, epilog=EPILOG, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--editor", metavar="NAME", default="", help="Work under this name in the desk.")
@click.version_option(__version__, message="brandtool %(version)s")
@click.pass_obj
def program(asked: Asked, editor: str) -> None:
    """Turn the raw text of newspaper pages into clean articles and attributed quotes.

    Without a command, or with files or folders instead of one, the desk opens.
    """
    asked.editor = editor


for _command in (analyse, clean, quotes, export, open_desk, verify, formats, detectors):
    program.add_command(_command)

COMMANDS = frozenset(program.commands)
"""The words that are commands."""


def main(arguments: Sequence[str], *, desk: OpenDesk) -> int:
    """Run a command line and return its exit code; `desk` opens the window."""
    try:
        code = program.main(
            args=list(arguments),
            obj=Asked(desk),
            prog_name="brandtool",
            standalone_mode=False,
        )
    except click.exceptions.Exit as stop:
        return stop.exit_code
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        return STOPPED
    except BrandtoolError as error:
        Outlet().warn(error.code, error.values)
        return REFUSED
    except BrokenPipeError:
        return _leave_pipe()
    except Exception as error:
        traceback.print_exc()
        Outlet().warn("cli.bug", {"error": type(error).__name__})
        return BUG
    return code if isinstance(code, int) else OK


def _leave_pipe() -> int:
    """Stop quietly when the reader of the output has gone."""
    sys.stderr.close()
    return OK
