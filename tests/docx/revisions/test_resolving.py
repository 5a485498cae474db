"""Recorded changes are accepted and rejected as Word does it."""

from __future__ import annotations

import pytest

from prikaz.docx.content import read_content
from prikaz.docx.content.elements import Cell, Paragraph, Table
from prikaz.docx.revisions import accepted, has_revisions, rejected
from tests.docx.content.word_file import p, r, word_file
from tests.docx.revisions.editing import BY_BELOV, parts, shape, tree, xml
from tests.docx.revisions.said import said, texts

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
BY_LOS = 'w:id="8" w:author="Лось"'


def came(inside: str, by: str = BY_BELOV) -> str:
    return f"<w:ins {by}>{inside}</w:ins>"


def went(text: str, by: str = BY_BELOV) -> str:
    return f'<w:del {by}><w:r><w:delText xml:space="preserve">{text}</w:delText></w:r></w:del>'


def table_of(file: bytes) -> Table:
    return next(block for block in read_content(file).sections[0].blocks if isinstance(block, Table))


def words(cell: Cell) -> str:
    (only,) = cell.blocks
    assert isinstance(only, Paragraph)
    return only.text


def mark(name: str, more: str = "") -> str:
    return f"<w:pPr>{more}<w:rPr><w:{name} {BY_BELOV}/></w:rPr></w:pPr>"


def outcomes(body: str) -> tuple[list[str], list[str]]:
    """Texts when all is accepted, and when all is rejected; nothing recorded is left."""
    file = word_file(body)
    made = accepted(file), rejected(file)
    assert not any(map(has_revisions, made))
    assert said(made[0]) == said(file)
    return texts(made[0]), texts(made[1])


def test_what_came_stays_or_goes_and_what_went_goes_or_stays() -> None:
    body = f"<w:p>{r('до ')}{went('1 мая')}{came(r('2 июня'))}</w:p>"
    assert outcomes(body) == (["до 2 июня"], ["до 1 мая"])
    assert xml(rejected(word_file(body))) == "r[rPr t:до ]r[t:1 мая]"


def test_what_came_by_one_and_went_by_another_is_gone_either_way() -> None:
    body = f"<w:p>{r('а')}{came(r('б') + went('в', BY_LOS))}</w:p>"
    assert outcomes(body) == (["аб"], ["а"])
    file = word_file(body)
    assert texts(rejected(file, author="Лось")) == ["абв"]
    assert texts(accepted(file, author="Лось")) == ["аб"]
    assert has_revisions(accepted(file, author="Лось"), author="Белов")
    assert texts(rejected(file, author="Белов")) == ["а"]


def test_what_was_moved_is_there_or_here() -> None:
    away = (
        f'<w:p><w:moveFromRangeStart {BY_BELOV} w:name="m"/><w:moveFrom {BY_BELOV}>{r("слова")}</w:moveFrom>'
        f'<w:moveFromRangeEnd w:id="7"/>{r("а")}</w:p>'
    )
    there = (
        f'<w:p><w:moveToRangeStart {BY_BELOV} w:name="m"/><w:moveTo {BY_BELOV}>{r("слова")}</w:moveTo>'
        f'<w:moveToRangeEnd w:id="7"/></w:p>'
    )
    assert outcomes(away + there) == (["а", "слова"], ["словаа", ""])
    assert "Range" not in "".join(map(shape, tree(accepted(word_file(away + there)))))


def test_fields_that_went_come_back_whole() -> None:
    gone = f"<w:del {BY_BELOV}><w:r><w:delInstrText>REF а</w:delInstrText></w:r></w:del>"
    assert xml(rejected(word_file(f"<w:p>{gone}{r('б')}</w:p>"))) == "r[instrText:REF а]r[rPr t:б]"


def test_ranges_in_what_goes_are_kept() -> None:
    named = '<w:bookmarkStart w:id="1" w:name="а"/>'
    body = f'<w:p>{r("а")}{came(r("б") + named + r("в"))}{r("г")}<w:bookmarkEnd w:id="1"/></w:p>'
    assert xml(rejected(word_file(body))) == "r[rPr t:а]bookmarkStartr[rPr t:г]bookmarkEnd"


def test_a_comment_goes_with_the_words_that_hold_its_mark() -> None:
    def point(name: str) -> str:
        return f'<w:{name} w:id="3"/>'

    inside = r("б") + point("commentRangeEnd") + f"<w:r>{point('commentReference')}</w:r>"
    body = f"<w:p>{r('а')}{point('commentRangeStart')}{came(inside)}</w:p>"
    assert xml(rejected(word_file(body))) == "r[rPr t:а]"


# Marks of paragraphs


def test_a_mark_that_went_joins_two_paragraphs_with_the_looks_of_the_second() -> None:
    gone = mark("del", '<w:jc w:val="right"/>')
    body = f"<w:p>{gone}{r('а')}</w:p>{p('б')}"
    assert outcomes(body) == (["аб"], ["а", "б"])


def test_a_mark_that_came_parts_two_paragraphs() -> None:
    assert outcomes(f"<w:p>{mark('ins')}{r('а')}</w:p>{p('б')}") == (["а", "б"], ["аб"])


def test_a_whole_paragraph_that_came_leaves_nothing() -> None:
    body = f"{p('а')}<w:p>{mark('ins')}{came(r('б'))}</w:p>{p('в')}"
    assert outcomes(body) == (["а", "б", "в"], ["а", "в"])


def test_three_marks_that_went_join_four_paragraphs() -> None:
    body = "".join(f"<w:p>{mark('del')}{r(word)}</w:p>" for word in "абв") + p("г")
    assert outcomes(body) == (["абвг"], ["а", "б", "в", "г"])


def test_a_paragraph_before_a_table_goes_when_it_is_empty_and_stays_when_it_is_not() -> None:
    grid = f"<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc>{p('в')}</w:tc></w:tr></w:tbl>{p('г')}"
    assert outcomes(f"<w:p>{mark('del')}</w:p>{grid}") == (["в", "г"], ["", "в", "г"])
    assert outcomes(f"<w:p>{mark('del')}{r('а')}</w:p>{grid}") == (["а", "в", "г"], ["а", "в", "г"])


def test_a_comment_alone_does_not_keep_a_paragraph_before_a_table() -> None:
    point = '<w:commentRangeStart w:id="3"/><w:commentRangeEnd w:id="3"/>'
    noted = f'<w:p>{mark("ins")}{point}<w:r><w:commentReference w:id="3"/></w:r></w:p>'
    grid = f"<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc>{p('в')}</w:tc></w:tr></w:tbl>{p('г')}"
    made = rejected(word_file(noted + grid))
    assert texts(made) == ["в", "г"]
    assert not list(tree(made).iter(f"{W}commentRangeStart", f"{W}commentRangeEnd"))


def test_a_cell_keeps_its_last_paragraph() -> None:
    cell = f"<w:tc><w:p>{mark('del')}{went('а')}</w:p></w:tc>"
    body = f"<w:tbl><w:tblPr/><w:tblGrid/><w:tr>{cell}</w:tr></w:tbl>{p('б')}"
    made = accepted(word_file(body))
    assert next(tree(made).iter(f"{W}tc")).find(f"{W}p") is not None
    assert not has_revisions(made)


def test_a_paragraph_joins_one_in_a_control_after_it() -> None:
    body = f"<w:p>{mark('del')}{r('а')}</w:p><w:sdt><w:sdtContent>{p('б')}</w:sdtContent></w:sdt>"
    assert outcomes(body) == (["аб"], ["а", "б"])


# Looks


def changed_looks(name: str, now: str, former: str, inside: str = "") -> str:
    owner = name.removesuffix("Change")
    change = f"<w:{name} {BY_BELOV}><w:{owner}>{former}</w:{owner}></w:{name}>"
    return f"<w:{owner}>{now}{inside}{change}</w:{owner}>"


def test_looks_of_runs_stay_or_come_back() -> None:
    looks = changed_looks("rPrChange", "<w:b/>", '<w:i/><w:u w:val="single"/>')
    file = word_file(f"<w:p><w:r>{looks}<w:t>а</w:t></w:r></w:p>")
    assert xml(accepted(file)) == "r[rPr[b] t:а]"
    assert xml(rejected(file)) == "r[rPr[i u] t:а]"


def test_looks_of_paragraphs_come_back_without_touching_the_mark_and_the_section() -> None:
    inside = "<w:rPr><w:b/></w:rPr><w:sectPr/>"
    properties = changed_looks(
        "pPrChange", "<w:keepNext/>", '<w:pStyle w:val="а"/><w:jc w:val="right"/>', inside
    )
    file = word_file(f"<w:p>{properties}{r('а')}</w:p>{p('б')}")
    assert xml(accepted(file)) == "pPr[keepNext rPr[b] sectPr]r[rPr t:а]"
    assert xml(rejected(file)) == "pPr[pStyle jc rPr[b] sectPr]r[rPr t:а]"


def test_looks_of_a_mark_come_back_beside_its_own_change() -> None:
    change = f"<w:rPrChange {BY_LOS}><w:rPr><w:i/></w:rPr></w:rPrChange>"
    file = word_file(
        f"<w:p><w:pPr><w:rPr><w:ins {BY_BELOV}/><w:b/>{change}</w:rPr></w:pPr>{r('а')}</w:p>{p('б')}"
    )
    assert xml(rejected(file, author="Лось")) == "pPr[rPr[ins i]]r[rPr t:а]"


def test_looks_of_a_section_come_back_with_its_headers() -> None:
    reference = '<w:headerReference w:type="default" r:id="header1"/>'
    section = changed_looks("sectPrChange", f'{reference}<w:pgSz w:w="1"/>', '<w:pgSz w:w="2"/><w:cols/>')
    (rejected_section,) = tree(rejected(word_file(p("а") + section, header1=p("б")))).iter(f"{W}sectPr")
    assert shape(rejected_section) == "sectPr[headerReference pgSz cols]"
    assert rejected_section[1].get(f"{W}w") == "2"


# Tables


def cell(text: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{p(text)}</w:tc>"


def rows(*inside: str, columns: int = 2) -> str:
    grid = '<w:gridCol w:w="1000"/>' * columns
    return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{''.join(inside)}</w:tbl>{p('после')}"


def row(*cells: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def test_rows_that_came_and_went() -> None:
    body = rows(
        row(cell("а"), cell("б")),
        row(cell("в"), cell("г"), properties=f"<w:ins {BY_BELOV}/>"),
        row(cell("д"), cell("е"), properties=f"<w:del {BY_BELOV}/>"),
    )
    assert outcomes(body) == (["а", "б", "в", "г", "после"], ["а", "б", "д", "е", "после"])


def test_a_table_whose_rows_all_went_goes() -> None:
    body = rows(row(cell("а"), cell("б"), properties=f"<w:del {BY_BELOV}/>"))
    assert outcomes(body) == (["после"], ["а", "б", "после"])
    assert not list(tree(accepted(word_file(body))).iter(f"{W}tbl"))


def test_a_table_that_goes_leaves_a_paragraph_in_its_cell() -> None:
    inner = rows(row(cell("а"), cell("б"), properties=f"<w:del {BY_BELOV}/>")).removesuffix(p("после"))
    made = tree(accepted(word_file(rows(f"<w:tr><w:tc><w:tcPr/>{inner}</w:tc></w:tr>", columns=1))))
    assert shape(next(made.iter(f"{W}tc"))) == "tc[tcPr p]"


@pytest.mark.parametrize(("name", "stays"), [("cellIns", accepted), ("cellDel", rejected)])
def test_a_column_that_came_or_went_takes_its_place_in_the_grid_along(name: str, stays: object) -> None:
    mark_of_cell = f"<w:{name} {BY_BELOV}/>"
    file = word_file(
        rows(*(row(cell(a), cell(b, mark_of_cell), cell(c)) for a, b, c in ("абв", "где")), columns=3)
    )
    for resolve in (accepted, rejected):
        grid = table_of(resolve(file))
        there = resolve is stays
        expected = [["а", "б", "в"], ["г", "д", "е"]] if there else [["а", "в"], ["г", "е"]]
        assert [[words(each) for each in line] for line in grid.rows] == expected
        assert grid.widths == ((1000, 1000, 1000) if there else (1000, 1000))
        assert not has_revisions(resolve(file))


def test_a_cell_that_went_alone_leaves_the_grid() -> None:
    file = word_file(rows(row(cell("а"), cell("б", f"<w:cellDel {BY_BELOV}/>")), row(cell("в"), cell("г"))))
    assert len(list(tree(accepted(file)).iter(f"{W}gridCol"))) == 2
    assert texts(accepted(file)) == ["а", "в", "г", "после"]


def test_cells_that_were_merged_are_so_or_apart() -> None:
    merge = f'<w:cellMerge {BY_BELOV} w:vMerge="cont" w:vMergeOrig="rest"/>'
    first = cell("а", '<w:vMerge w:val="restart"/>')
    file = word_file(rows(row(first, cell("б")), row(cell("в", f"<w:vMerge/>{merge}"), cell("г"))))
    values = [
        [each.get(f"{W}val") for each in tree(resolve(file)).iter(f"{W}vMerge")]
        for resolve in (accepted, rejected)
    ]
    assert values == [["restart", "continue"], ["restart", "restart"]]


# Parts


def test_headers_and_notes_are_resolved_and_all_else_stays_the_same_bytes() -> None:
    section = '<w:sectPr><w:headerReference w:type="default" r:id="header1"/></w:sectPr>'
    note = f'<w:footnote w:id="2"><w:p>{went("а")}{r("б")}</w:p></w:footnote>'
    body = f'<w:p>{r("слово")}<w:r><w:footnoteReference w:id="2"/></w:r></w:p>{section}'
    file = word_file(body, header1=f"<w:p>{came(r('в'))}</w:p>", footnotes=note)
    assert texts(rejected(file)) == ["слово\ufffc", "аб", ""]
    before, after = parts(file), parts(accepted(file))
    assert {name for name in before if before[name] != after[name]} == {
        "word/header1.xml",
        "word/footnotes.xml",
    }


def test_a_file_without_changes_stays_as_it_is() -> None:
    file = word_file(p("а"))
    assert parts(accepted(file)) == parts(rejected(file)) == parts(file)
    other = word_file(f"<w:p>{came(r('а'))}</w:p>")
    assert parts(accepted(other, author="Лось")) == parts(other)
    assert not has_revisions(other, author="Лось")
