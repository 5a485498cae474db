"""Stamps of approval as a template prints them (грифы утверждения): alone at the right, or in a row."""

from __future__ import annotations

from typing import Any

from prikaz.findings import Path
from prikaz.language.time.dates import format_date
from prikaz.model import ApprovalStamp
from prikaz.model.resolution.declension import with_initials
from prikaz.model.resolution.person_names import arranged
from prikaz.model.resolution.stamps import BLANK_DAY, BLANK_SIGNATURE, act_lines, approves, stamp_word
from prikaz.writer.text_renderer import Printable, TextRenderer


def stamps_view(
    stamps: tuple[ApprovalStamp, ...], name: str, holder: Path, width: int, renderer: TextRenderer
) -> dict[str, Any]:
    """The stamps over a document or an annex; an empty mapping for none.

    Args:
        stamps: The stamps; those that approve are put at the right.
        name: What is approved, in the nominative.
        holder: Path of what they stand over.
        width: Width of the text, twentieths of a point.
        renderer: Renders the texts.
    """
    if not stamps:
        return {}
    placed = sorted(enumerate(stamps, 1), key=lambda pair: approves(pair[1]))
    views = [_stamp(stamp, name, (*holder, "утверждение", place), renderer) for place, stamp in placed]
    column = width // len(views)
    for view in views:
        view["ширина"] = column
    return {"грифы": views, "в_ряд": len(views) > 1, "ширины": [column] * len(views)}


def _stamp(stamp: ApprovalStamp, name: str, path: Path, renderer: TextRenderer) -> dict[str, Any]:
    word = renderer.value_of(stamp_word(stamp, name, path))
    lines: list[Printable] = [
        renderer.text(line, (*path, "строки", place)) for place, line in enumerate(stamp.lines, 1)
    ]
    acts = renderer.value_of(act_lines(stamp, path, renderer.profile))
    lines += map(renderer.words, acts)
    if stamp.position:
        lines.append(renderer.words(str(stamp.position)))
    if stamp.person or stamp.position:
        lines.append(f"{BLANK_SIGNATURE} {_name(stamp, renderer)}".rstrip())
    if stamp.date:
        lines.append(format_date(stamp.date, renderer.profile.date_style))
    elif (stamp.person or stamp.position) and not stamp.act:
        lines.append(BLANK_DAY)
    return {"слово": renderer.words(word), "строки": [line for line in lines if line]}


def _name(stamp: ApprovalStamp, renderer: TextRenderer) -> str:
    if stamp.person is None:
        return ""
    person, profile = arranged(stamp.person), renderer.profile
    return with_initials(person.last, person, profile.initials_in_signature, apart=profile.initials_apart)
