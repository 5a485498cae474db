"""document.xml: the order from the draft mark to the last annex, as a template author sees it in Word."""

from __future__ import annotations

from collections.abc import Iterator

from prikaz.masters.builder import closing, joint
from prikaz.masters.builder.conditions import choice as _choice
from prikaz.masters.builder.conditions import each as _each
from prikaz.masters.builder.conditions import turned
from prikaz.masters.builder.conditions import when as _when
from prikaz.masters.builder.conditions import when_in_line as _when_in_line
from prikaz.masters.builder.illustrations import illustration
from prikaz.masters.builder.letterhead import head_line, letterhead
from prikaz.masters.builder.markup import paragraph, part, run, tag, tag_line, w
from prikaz.masters.builder.page import annex_section, last_section, order_section, section_end
from prikaz.masters.builder.stamps import stamps
from prikaz.masters.builder.tables import ACQUAINTANCE, ENDORSEMENT, block_table, sheet_table


def order_document() -> str:
    """The whole part for what orders something."""
    return _document(*_head(), *_text())


def standalone_document() -> str:
    """The whole part for a plan or a положение that stands without an order."""
    return _document(*_standalone_head(), *_standalone_text())


def _document(*content: str) -> str:
    return part("document", w("body", *content, *_signatures(), *_sheets(), *_annexes(), last_section()))


def _head() -> Iterator[str]:
    yield _when("проект", paragraph("DraftMark", run("ПРОЕКТ")))
    yield stamps("утверждение", "альбомная")
    yield _choice({"органы": joint.letterheads(), "": letterhead()})
    yield head_line("Kind", "Вид документа", "{{ вид }}")
    yield head_line("DateNumber", "Дата и номер", "{{ дата }}\t{{ номер }}")
    yield _when("место", head_line("Place", "Место издания", "{{ место }}"))
    yield _when("заголовок and заголовок_по_центру", paragraph("HeadingCentred", run("{{ заголовок }}")))
    yield _when("заголовок and not заголовок_по_центру", paragraph("Heading", run("{{ заголовок }}")))


def _standalone_head() -> Iterator[str]:
    """The title of a plan takes the place of a letterhead; a date and a number stand there if it has them."""
    yield tag_line("{%p landscape альбомная %}")
    yield _when("проект", paragraph("DraftMark", run("ПРОЕКТ")))
    yield stamps("утверждение", "альбомная")
    yield _choice({"органы": joint.letterheads(), "": letterhead(movable=False)})
    yield _when("вид", paragraph("StandaloneKind", run("{{ вид }}")))
    yield _when("заголовок", paragraph("StandaloneHeading", run("{{ заголовок }}")))
    yield _when("дата or номер", paragraph("Place", run("{{ дата }} {{ номер }}")))
    yield _when("место", paragraph("Place", run("{{ место }}")))


def _standalone_text() -> Iterator[str]:
    yield _when("преамбула", paragraph("Preamble", run("{{ преамбула }}")))
    yield _clauses("пункты")
    yield _each("блок", "блоки", _block())


def _text() -> Iterator[str]:
    """The operative word ends the preamble, or has a line of its own."""
    inline = 'слово.текст and слово.место == "в строке"'
    ending = (*_when_in_line("преамбула", run(" ")), *_operative_word())
    preamble = paragraph(
        "Preamble",
        tag("{% keepnext слово.текст %}"),
        run("{{ преамбула }}"),
        *_when_in_line(inline, *ending),
    )
    yield _when(f"преамбула or {inline}", preamble)
    for place, style in (("отдельной строкой", "OperativeWord"), ("по центру", "OperativeWordCentred")):
        yield _when(f'слово.текст and слово.место == "{place}"', paragraph(style, *_operative_word()))
    yield _clauses("пункты")
    yield _each("блок", "блоки", _block())


def _operative_word() -> tuple[str, ...]:
    word = "{{ слово.текст }}"
    return _when_in_line("слово.вразрядку", run(word, style="Spaced"), tag("{%r else %}"), run(word))


def _clauses(items: str) -> str:
    """Clauses, and the blocks that stand between them.

    A clause has the style and the list that its view names; one without a number by Word is in none.
    Section titles share the list of the clauses and stand in the middle, though their list says otherwise.
    """
    listed = tag("{% numbering пункт.список %}")
    clause = {
        'пункт.стиль == "Раздел положения"': _clause(
            "ClauseSection", listed, direct=w("ind", left=0, firstLine=0)
        ),
        "": _clause("Clause1", tag("{% style пункт.стиль %}"), listed),
    }
    branches = {'пункт.вид == "пункт"': _choice(clause)} | _simple_blocks("пункт")
    return _each("пункт", items, _choice(branches))


def _clause(style: str, *tags: str, direct: str = "") -> str:
    with_next = tag("{% keepnext пункт.со_следующим %}")
    return paragraph(style, *tags, with_next, run("{{ пункт.текст }}"), direct=direct)


def _signatures() -> Iterator[str]:
    """Signatures and what stands under them: whom to send it to, who prepared it."""
    signature = paragraph(
        "OfficialSignature",
        tag("{% keepnext not loop.last %}"),
        run("{{ подпись.должность|string|wordwrap(36) }}\t{{ подпись.имя }}"),
    )
    yield from closing.before_signature()
    alone = _each("подпись", "подписи", signature, closing.under_one_signature("подпись"))
    yield _choice({"подписи_в_ряд": joint.signatures(), "": alone})
    yield from closing.under_signatures()
    recipient = paragraph("Recipient", tag("{% keepnext not loop.last %}"), run("{{ адресат }}"))
    yield _when(
        "рассылка",
        paragraph("RecipientsTitle", run("Разослать:")),
        _each("адресат", "рассылка", recipient),
    )
    yield _each("строка", "исполнитель", paragraph("Executor", run("{{ строка }}")))
    yield closing.notes()


def _sheets() -> Iterator[str]:
    """Endorsements and acquaintance, on the back of the last sheet of the order."""
    yield _when(
        "согласование",
        paragraph("NewSheetTitle", run("СОГЛАСОВАНО")),
        sheet_table("виза in согласование", ENDORSEMENT),
        section_end(),
    )
    begun = '{% style "Заголовок листа" if согласование else "Заголовок нового листа" %}'
    yield _when(
        "ознакомление",
        paragraph("SheetTitle", tag(begun), run("С {{ вид_твор }} ознакомлены:")),
        sheet_table("человек in ознакомление", ACQUAINTANCE),
        section_end(),
    )


def _annexes() -> Iterator[str]:
    """Each annex is a section of its own; the last one ends with the document."""
    yield _when("приложения", section_end(order_section()))
    between = _choice({"loop.last": section_end(), "": section_end(annex_section())})
    yield _each("приложение", "приложения", *_annex(), between)


def _annex() -> Iterator[str]:
    yield tag_line("{%p landscape приложение.альбомная %}")
    mark = paragraph("AnnexMark", _turned("Гриф приложения"), run("{{ строка }}"))
    yield _each("строка", "приложение.гриф", mark)
    yield stamps("приложение.утверждение", "приложение.альбомная")
    title = paragraph("AnnexTitle", _turned("Заголовок приложения"), run("{{ приложение.заголовок }}"))
    yield _when("приложение.заголовок", title)
    yield _each("блок", "приложение.блоки", _block())


def _turned(style: str) -> str:
    """A style of an annex that has a counterpart for a landscape sheet."""
    return turned(style, "приложение.альбомная")


def _block() -> str:
    """A block of any kind."""
    return _choice(_simple_blocks("блок") | {'блок.вид == "пункты"': _clauses("блок.пункты")})


def _simple_blocks(block: str) -> dict[str, str]:
    """Blocks that hold no clauses, by their conditions; ``block`` is the name of a variable.

    After a table that is not the last something must part it from the next.
    """
    member = paragraph("Member", run("{{ член.имя }}\t{{ член.должность }}"))
    text = paragraph("AnnexText", tag(f"{{% style {block}.стиль %}}"), run(f"{{{{ {block}.текст }}}}"))
    branches = {
        "таблица": block_table(block) + _after_table(block),
        "абзац": text,
        "подзаголовок": paragraph("AnnexSubtitle", run(f"{{{{ {block}.текст }}}}")),
        "состав": _each("член", f"{block}.члены", member),
        "рисунок": illustration(block),
    }
    return {f'{block}.вид == "{kind}"': content for kind, content in branches.items()}


def _after_table(block: str) -> str:
    """What stands under a table: its notes, else a gap to what follows."""
    notes = _each("примечание", f"{block}.примечания", paragraph("TableNote", run("{{ примечание }}")))
    return _choice({f"{block}.примечания": notes, "not loop.last": paragraph("AfterTable")})
