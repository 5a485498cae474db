"""Footnotes in templates of anybody: with styles or without, with footnotes of their own."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from docx.document import Document
from docx.oxml.ns import qn

from prikaz.docx import Bookmark, Footnote, Inline, Package, Reference, Template
from prikaz.docx.values.inline import InlinePiece
from tests.docx.word import body_of, document, part, reopened, template, to_bytes
from tests.validity.validators import sdk_errors

NOTE = Inline(["план", Footnote("По плану & графику."), " работы"])
OWN = (
    '<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:id="7"><w:p><w:r><w:t>Своя: {{ а }}.</w:t></w:r></w:p></w:footnote></w:footnotes>'
)
KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
CONTENT = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"


def styled(*names: tuple[str, str]) -> Document:
    """A document of python-docx with styles of these names and ids, of paragraphs and of characters."""
    made = document("{{ а }}")
    for kind, (name, key) in zip((1, 2), names, strict=False):
        style = made.styles.add_style(name, kind)
        style.element.set(qn("w:styleId"), key)
    return made


def test_a_footnote_is_a_part_with_its_separators_and_styles() -> None:
    data = template("{{ а }}").render({"а": NOTE}).to_bytes()
    notes = part(data, "word/footnotes.xml")
    assert re.findall(r'w:id="(-?\d+)"', notes) == ["-1", "0", "1"]
    assert "По плану &amp; графику." in notes
    assert '<w:footnoteReference w:id="1"/>' in body_of(data)
    known = {style.name for style in reopened(data).styles}
    assert {"footnote text", "footnote reference"} <= known
    settings = part(data, "word/settings.xml")
    assert 0 < settings.index("<w:footnotePr>") < settings.index("<w:compat>")
    assert CONTENT in part(data, "[Content_Types].xml")


def test_a_template_without_footnote_styles_gives_a_sound_document(validator: Path, tmp_path: Path) -> None:
    path = tmp_path / "made.docx"
    template("{{ а }} и {{ б }}").render({"а": NOTE, "б": NOTE}).save(path)
    assert sdk_errors(validator, path) == []


def test_styles_that_a_template_has_are_taken() -> None:
    made = styled(("footnote text", "Snoska"), ("footnote reference", "Znak"))
    data = template(made).render({"а": NOTE}).to_bytes()
    assert 'w:pStyle w:val="Snoska"' in part(data, "word/footnotes.xml")
    assert 'w:rStyle w:val="Znak"' in body_of(data)
    assert "FootnoteText" not in part(data, "word/styles.xml")


def test_footnotes_of_a_template_stay_and_ours_come_after_them() -> None:
    package = Package.open(to_bytes(document("{{ а }}")))
    types = package.read("[Content_Types].xml").decode()
    relations = package.read("word/_rels/document.xml.rels").decode()
    override = f'<Override PartName="/word/footnotes.xml" ContentType="{CONTENT}"/></Types>'
    relation = f'<Relationship Id="rId99" Type="{KIND}" Target="footnotes.xml"/></Relationships>'
    own = package.with_parts(
        {
            "word/footnotes.xml": OWN.encode(),
            "[Content_Types].xml": types.replace("</Types>", override).encode(),
            "word/_rels/document.xml.rels": relations.replace("</Relationships>", relation).encode(),
        }
    )
    data = Template(own.to_bytes()).render({"а": NOTE}).to_bytes()
    notes = part(data, "word/footnotes.xml")
    assert re.findall(r'w:id="(-?\d+)"', notes) == ["-1", "7", "8"]
    assert "Своя: план работы." in re.sub("<[^>]+>", "", notes)
    assert part(data, "word/_rels/document.xml.rels").count("/footnotes") == 1


def test_a_running_head_prints_no_footnote() -> None:
    made = document("{{ а }}")
    made.sections[0].header.paragraphs[0].text = "{{ а }}"
    data = template(made).render({"а": NOTE}).to_bytes()
    (head,) = reopened(data).sections[0].header.paragraphs
    assert head.text == "план работы"
    assert part(data, "word/footnotes.xml").count("По плану") == 1


def test_a_running_head_alone_needs_no_footnotes() -> None:
    made = document("текст")
    made.sections[0].header.paragraphs[0].text = "{{ а }}"
    data = template(made).render({"а": NOTE}).to_bytes()
    assert "word/footnotes.xml" not in Package.open(data).entries


def test_a_footnote_holds_references_and_bookmarks_but_no_footnote() -> None:
    pieces: list[InlinePiece] = [
        "см. ",
        Reference("_Ref1", "2"),
        Bookmark("a", "тут"),
        Footnote("нет"),
        "\nдалее",
    ]
    data = template("{{ а }}").render({"а": Inline([Footnote(pieces)])}).to_bytes()
    notes = part(data, "word/footnotes.xml")
    assert "REF _Ref1" in notes
    assert 'w:name="a"' in notes
    assert "<w:br/>" in notes
    assert "нет" not in notes


def test_what_no_footnote_can_hold_is_removed_and_told() -> None:
    made = template("{{ а }}").render({"а": Inline([Footnote("а\x01б")])})
    assert [finding.code for finding in made.findings] == ["control-character"]


@pytest.mark.parametrize("times", [1, 2])
def test_the_same_values_give_the_same_bytes(times: int) -> None:
    values = {"а": Inline([NOTE] * times)}
    made = template("{{ а }}")
    assert made.render(values).to_bytes() == made.render(values).to_bytes()


def test_text_with_a_footnote_reads_as_it_does_without() -> None:
    assert str(NOTE) == "план работы"
    assert len(NOTE) == len("план работы")
