"""Facts about texts that know where they came from."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from prikaz.reader.source_text import SourceText, Span

PART = "word/document.xml"


def typed(text: str, paragraph: int = 0) -> SourceText:
    return SourceText.of(text, PART, paragraph)


def origins(text: SourceText) -> list[tuple[str, int]]:
    """Each character that stands in the file, with its place."""
    found = []
    for at, _, span in text.pieces:
        found += [(text.text[at + step], span.start + step) for step in range(span.end - span.start)]
    return found


def test_a_slice_knows_its_characters() -> None:
    text = typed("1.2. Школам провести смотр.")
    assert text[5:11].spans == (Span(PART, 0, 5, 11),)
    assert str(text[5:11]) == "Школам"


def test_white_space_at_the_ends_is_cut_off_with_its_source() -> None:
    assert typed("  Школам \t").strip().spans == (Span(PART, 0, 2, 8),)
    assert not typed(" \t ").strip().spans


def test_lines_that_are_joined_keep_their_paragraphs() -> None:
    text = SourceText.join(" ", (typed("О конкурсе", 3), typed("чтецов", 4)))
    assert str(text) == "О конкурсе чтецов"
    assert text.spans == (Span(PART, 3, 0, 10), Span(PART, 4, 0, 6))
    assert text[11:].spans == (Span(PART, 4, 0, 6),)


def test_what_is_replaced_counts_as_taken() -> None:
    text = typed("от  16.03.2026").in_one_line()
    assert str(text) == "от 16.03.2026"
    assert sum(span.end - span.start for span in text.spans) == len("от  16.03.2026")


def test_a_split_gives_what_stands_between() -> None:
    parts = [*typed("Белов А.П.\t\tглава").split(r"\t+")]
    assert [str(part) for part in parts] == ["Белов А.П.", "глава"]
    assert parts[1].spans == (Span(PART, 0, 12, 17),)


@given(st.text("аб \t", max_size=12), st.data())
def test_each_character_of_a_slice_stands_where_it_says(line: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(line)))
    end = data.draw(st.integers(start, len(line)))
    text = typed(line)[start:end].strip()
    assert all(line[place] == char for char, place in origins(text))
    assert "".join(char for char, _ in origins(text)) == str(text)


def test_neighbours_of_one_paragraph_become_one_piece() -> None:
    text = typed("Школам")
    assert (text[:3] + text[3:]).compact() == text
