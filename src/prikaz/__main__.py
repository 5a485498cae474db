"""``python -m prikaz``: the command line, where the program ``prikaz`` is not on the path."""

from __future__ import annotations

import sys

from prikaz.cli import main

if __name__ == "__main__":
    sys.exit(main())
