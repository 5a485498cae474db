"""Files made to break a reader give an error or a bounded result, soon."""

from __future__ import annotations

import time

import pytest

from prikaz.docx.content import read_content
from prikaz.errors import PackageError
from tests.docx.content.word_file import (
    content,
    first_paragraph,
    p,
    paragraph,
    paragraphs,
    r,
    table,
    word_file,
)

SECONDS = 5.0


def nested(before: str, after: str, depth: int, inside: str) -> str:
    return before * depth + inside + after * depth


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"),
        ("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>"),
        ("<w:p>", "</w:p>"),
        ("<w:p><w:r><w:pict><w:txbxContent>", "</w:txbxContent></w:pict></w:r></w:p>"),
        ("<w:tbl>", "</w:tbl>"),
    ],
)
@pytest.mark.parametrize("depth", [30, 60, 50_000])
def test_what_stands_in_itself_again_and_again(before: str, after: str, depth: int) -> None:
    try:
        read_content(word_file(nested(before, after, depth, p("а"))))
    except PackageError:
        return
    assert depth < 100


@pytest.mark.parametrize("depth", [200, 50_000])
def test_smart_tags_in_smart_tags(depth: int) -> None:
    data = word_file(f"<w:p>{nested('<w:smartTag>', '</w:smartTag>', depth, r('а'))}</w:p>")
    if depth == 200:
        assert first_paragraph(read_content(data)).text == "а"
    else:
        with pytest.raises(PackageError):
            read_content(data)


def test_tables_in_tables_as_deep_as_pages_have_them_are_read() -> None:
    data = word_file(nested("<w:tbl><w:tr><w:tc>", f"{p('а')}</w:tc></w:tr></w:tbl>", 10, p("б")))
    assert len(read_content(data).sections[0].blocks) == 1


def soon(body: str, **parts: str) -> None:
    begun = time.perf_counter()
    content(body, **parts)
    assert time.perf_counter() - begun < SECONDS


def test_a_file_of_much_the_same_is_read_in_time() -> None:
    reference = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    note = f'<w:footnote w:id="2">{p("а" * 100_000)}</w:footnote>'
    soon(f"<w:p>{reference * 5_000}</w:p>", footnotes=note)
    deleted = '<w:del w:author="Белов"><w:r><w:delText>а</w:delText></w:r></w:del>'
    soon(f"<w:p>{deleted * 5_000}</w:p>")
    inserted = f'<w:ins w:author="Белов">{r("а")}</w:ins>'
    soon(f"<w:p>{inserted * 5_000}</w:p>")
    soon(f"<w:p>{nested('<w:ins>', '</w:ins>', 100, r('а') * 5_000)}</w:p>")
    joined = "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>а</w:t></w:r></w:p>"
    soon(joined * 5_000 + p("б"))
    soon(f"<w:p>{r('а', '<w:vanish/>') * 5_000}</w:p>")


def test_a_list_with_a_long_text_does_not_fill_the_memory() -> None:
    one = f'<w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="{"а" * 100_000}"/></w:lvl>'
    numbering = f'<w:abstractNum w:abstractNumId="0">{one}</w:abstractNum>'
    numbering += '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    items = p("б", '<w:numPr><w:numId w:val="1"/></w:numPr>') * 2_000
    assert (
        sum(len(each.number.text) for each in paragraphs(items, numbering=numbering) if each.number) < 300_000
    )


def test_counts_of_millions_are_bounded() -> None:
    row = '<w:tr><w:trPr><w:gridBefore w:val="99999999"/></w:trPr><w:tc><w:tcPr>'
    row += '<w:gridSpan w:val="1000000"/></w:tcPr>'
    found = table(f"<w:tbl>{(row + p('а') + '</w:tc></w:tr>') * 50}</w:tbl>")
    assert len(found.widths) == 1
    assert [cell.columns for line in found.rows for cell in line] == [1] * 50


def test_a_character_that_is_none_is_left_out() -> None:
    assert (
        paragraph(
            '<w:p><w:r><w:sym w:char="D800"/><w:sym w:char="0000"/><w:sym w:char="-1"/></w:r></w:p>'
        ).text
        == ""
    )
