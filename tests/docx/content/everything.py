"""A Word file that has something of everything."""

from __future__ import annotations

from functools import cache

from tests.docx.content.word_file import p, r, word_file

_BY = 'w:id="1" w:author="Белов" w:date="2027-01-01T00:00:00Z"'
_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")
_LINES = "".join(f'<w:{side} w:val="single"/>' for side in _SIDES)
_STYLES = f"""
<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="28"/></w:rPr></w:rPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="a1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/><w:pPr><w:numPr>
<w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="character" w:styleId="a2"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="table" w:styleId="a3"><w:name w:val="Table Grid"/><w:tblPr>
<w:tblBorders>{_LINES}</w:tblBorders>
</w:tblPr></w:style>
<w:style w:type="numbering" w:styleId="a4"><w:name w:val="Список"/><w:pPr><w:numPr>
<w:numId w:val="2"/></w:numPr></w:pPr></w:style>"""
_NUMBERING = """
<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>
<w:pStyle w:val="a1"/><w:lvlText w:val="%1."/><w:pPr><w:ind w:left="720" w:hanging="360"/></w:pPr></w:lvl>
<w:lvl w:ilvl="1">
<w:start w:val="1"/><w:numFmt w:val="russianLower"/><w:isLgl/><w:lvlRestart w:val="1"/>
<w:lvlText w:val="%1.%2)"/></w:lvl>
</w:abstractNum><w:abstractNum w:abstractNumId="1"><w:styleLink w:val="a4"/><w:lvl w:ilvl="0">
<w:numFmt w:val="bullet"/>
<w:lvlText w:val="&#xF0B7;"/><w:rPr><w:rFonts w:ascii="Symbol"/></w:rPr></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="2"><w:numStyleLink w:val="a4"/></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="2"/></w:num><w:num w:numId="4"><w:abstractNumId w:val="0"/>
<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>"""
_BLIP = '<pic:pic><pic:blipFill><a:blip r:embed="media/image1.png"/></pic:blipFill></pic:pic>'


def _item(number: int, level: int, text: str) -> str:
    return p(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


def _drawing(inside: str) -> str:
    frame = '<wp:extent cx="720000" cy="360000"/><wp:docPr id="1" name="a" descr="Герб"/>'
    graphic = f'<a:graphic><a:graphicData uri="">{inside}</a:graphicData></a:graphic>'
    return f"<w:r><w:drawing><wp:inline>{frame}{graphic}</wp:inline></w:drawing></w:r>"


def _cell(text: str, properties: str = "") -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="3000" w:type="dxa"/>{properties}</w:tcPr>{p(text)}</w:tc>'


def _row(*cells: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def _table(*rows: str) -> str:
    grid = '<w:gridCol w:w="600"/><w:gridCol w:w="4000"/><w:gridCol w:w="2000"/>'
    properties = '<w:tblPr><w:tblStyle w:val="a3"/></w:tblPr>'
    return f"<w:tbl>{properties}<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


def _changes() -> str:
    away = f"<w:del {_BY}><w:r><w:delText>до 1 мая </w:delText></w:r></w:del>"
    moved = f"<w:moveTo {_BY}>{r('в срок ')}</w:moveTo>"
    mark = f"<w:pPr><w:rPr><w:del {_BY}/></w:rPr></w:pPr>"
    joined = f"<w:p>{mark}{r('Отделу образования ')}</w:p>"
    looks = f"<w:b/><w:rPrChange {_BY}><w:rPr/></w:rPrChange>"
    return f"{joined}<w:p>{away}<w:ins {_BY}>{r('до 2 мая ')}</w:ins>{moved}{r('сдать отчёт.', looks)}</w:p>"


def _inline() -> str:
    parts = [("begin", "<w:instrText>DATE</w:instrText>"), ("separate", "<w:t>2027</w:t>"), ("end", "")]
    field = "".join(f'<w:r><w:fldChar w:fldCharType="{kind}"/>{after}</w:r>' for kind, after in parts)
    notes = '<w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:commentReference w:id="0"/></w:r>'
    tag = f'<w:smartTag w:element="date">{r("16 марта ")}</w:smartTag>'
    control = f"<w:sdt><w:sdtPr/><w:sdtContent>{r(' года')}</w:sdtContent></w:sdt>"
    formula = "<m:oMath><m:r><m:t>x=2</m:t></m:r></m:oMath>"
    hidden = r("не печатать", "<w:vanish/>")
    symbol = '<w:r><w:tab/><w:sym w:font="Wingdings" w:char="F0FC"/><w:br/><w:noBreakHyphen/></w:r>'
    return f"<w:p>{tag}{field}{control}{notes}{formula}{hidden}{symbol}{_drawing(_BLIP)}</w:p>"


def _body() -> str:
    box = (
        f"<wps:wsp><wps:txbx><w:txbxContent>{p('Приложение к приказу')}</w:txbxContent></wps:txbx></wps:wsp>"
    )
    inside = f"<v:textbox><w:txbxContent>{p('Экз. № 1')}</w:txbxContent></v:textbox>"
    old = f"<w:r><w:pict><v:shape>{inside}</v:shape></w:pict></w:r>"
    row = _row(_cell("1", '<w:vMerge w:val="restart"/>'), _cell("Слёт наставников"), _cell("май 2027 года"))
    below = _row(_cell("", "<w:vMerge/>"), _cell("Итоги слёта"), _cell("до 20.06.2027"))
    header = _row(_cell("№"), _cell("Мероприятие"), _cell("Срок"), properties="<w:tblHeader/>")
    section = _row(_cell("Раздел I. Подготовка", '<w:gridSpan w:val="3"/>'))
    inner = f"<w:tr>{_cell('2')}<w:tc>{_table(_row(_cell('внутри')))}{p('')}</w:tc>{_cell('июнь')}</w:tr>"
    removed = _row(_cell("удалено"), properties=f"<w:del {_BY}/>")
    sheet = '<w:pgSz w:w="11906" w:h="16838"/>'
    ending = f'<w:sectPr><w:headerReference w:type="default" r:id="header1"/>{sheet}</w:sectPr>'
    lying = '<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/></w:sectPr>'
    centre, heading = '<w:jc w:val="center"/>', '<w:pStyle w:val="a1"/>'
    parts = (
        *(p("ОТДЕЛ ОБРАЗОВАНИЯ", centre), p("П Р И К А З"), p("16.03.2027 г. № 75"), _inline()),
        *(f"<w:p>{_drawing(box)}{old}{r('О наставничестве')}</w:p>", p("ПРИКАЗЫВАЮ:")),
        *(_item(1, 0, "Утвердить план (приложение)."), _item(1, 1, "Директорам школ:")),
        *(_item(3, 0, "назначить ответственных;"), _item(4, 0, "Контроль оставляю за собой."), _changes()),
        *(p("Заведующий отделом\tИ.Л. Белов"), p("", ending), p("Приложение"), p("ПЛАН", heading)),
        *(_table(header, section, row, below, inner, removed), p(""), lying),
    )
    return "".join(parts)


@cache
def a_file_of_everything() -> bytes:
    """The file."""
    return word_file(
        _body(),
        {"word/media/image1.png": b"\x89PNG", "word/embeddings/list.xlsx": b"PK"},
        styles=_STYLES,
        numbering=_NUMBERING,
        footnotes=f'<w:footnote w:id="2">{p("Далее — план")}</w:footnote>',
        comments=f'<w:comment w:id="0" w:author="Белов">{p("Уточнить")}</w:comment>',
        settings='<w:documentProtection w:edit="readOnly" w:enforcement="1"/>',
        header1=p("Проект"),
    )
