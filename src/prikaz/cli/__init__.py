"""The command line: arguments in, files and messages out; no logic of its own.

Exit codes: 0 when the work is done, with findings printed to stderr; 1 when a
part of it was done (some rows of a batch failed, a document is not as its
manifest says); 2 when nothing could be made or a batch was broken off, with
all reasons printed; 130 when somebody pressed Ctrl+C. Everything a clerk reads is
in Russian.
"""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Sequence

from prikaz.cli.arguments import parser
from prikaz.cli.errors import IncompleteError
from prikaz.errors import PrikazError

DONE = 0
PART_DONE = 1
NOTHING_MADE = 2
STOPPED = 130


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command.

    Args:
        argv: Arguments without the program's name; those of the process by default.

    Returns:
        Exit code.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    arguments = parser().parse_args(argv)
    try:
        arguments.run(arguments)
        sys.stdout.flush()
    except BrokenPipeError:  # whoever reads has read enough: «prikaz diff … | head»
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except IncompleteError as error:
        print(error, file=sys.stderr)
        return PART_DONE
    except PrikazError as error:
        print(error, file=sys.stderr)
        return NOTHING_MADE
    except KeyboardInterrupt:
        print("остановлено с клавиатуры; готовое цело", file=sys.stderr)
        return STOPPED
    return DONE
