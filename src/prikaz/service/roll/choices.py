"""What a clerk may choose of a roll-over (выбор при переносе)."""

from __future__ import annotations

import datetime as dt

from attrs import frozen

from prikaz.rollover import Weekends, Window


@frozen(kw_only=True)
class RollChoices:
    """What a clerk may choose of a roll-over; each as :func:`prikaz.roll` takes it."""

    window: Window = Window.SLIDE
    weekends: Weekends = Weekends.KEEP
    school_year: bool = False
    void_previous: bool = False
    acts_older_than: int | None = None


@frozen(kw_only=True)
class WordChoices:
    """How a Word file is written (как записать файл Word).

    Attributes:
        accept: Change its words without recording it; comments are set all the same.
        date: The day that recorded changes and comments are said to be made on; None to say nothing.
        anyway: Alter a file that is signed or protected.
    """

    accept: bool = False
    date: dt.date | None = None
    anyway: bool = False
