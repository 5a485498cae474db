"""Any Word file that can be read without harm is read, and what is worth knowing of it is told."""

from __future__ import annotations

import io
import re
import zipfile

import pytest

from prikaz.docx import Package
from prikaz.docx.content import read_content
from prikaz.docx.content.elements import Content, Paragraph, RemarkKind, Table
from prikaz.errors import PackageError
from tests.docx.content.word_file import MAIN_TYPE, p, r, word_file

MACROS = "application/vnd.ms-word.document.macroEnabled.main+xml"
TEMPLATE = MAIN_TYPE.replace("document.main", "template.main")


def kinds(found: Content) -> list[RemarkKind]:
    return [remark.kind for remark in found.remarks]


def text(found: Content) -> str:
    return "\n".join(block.text for block in found.sections[0].blocks if isinstance(block, Paragraph))


def strict(data: bytes) -> bytes:
    """The same file in the strict variant of the standard."""
    package = Package.open(data)
    names = rb"http://schemas\.openxmlformats\.org/(\w+)/2006/(main|relationships|math)"
    changed = {
        name: re.sub(names, rb"http://purl.oclc.org/ooxml/\1/\2", package.read(name))
        for name in package.entries
        if name != "[Content_Types].xml"
    }
    back = rb"http://purl.oclc.org/ooxml/package/relationships"
    ours = rb"http://schemas.openxmlformats.org/package/2006/relationships"
    return package.with_parts({name: xml.replace(back, ours) for name, xml in changed.items()}).to_bytes()


def test_an_ordinary_file_has_nothing_worth_knowing() -> None:
    found = read_content(word_file(p("а")))
    assert (found.remarks, found.producer) == ((), "")


def test_a_file_is_read_from_a_stream() -> None:
    assert text(read_content(io.BytesIO(word_file(p("а"))))) == "а"


@pytest.mark.parametrize(
    ("main_type", "kind"),
    [(MACROS, RemarkKind.MACROS), (TEMPLATE, RemarkKind.OTHER)],
)
def test_templates_and_documents_with_macros_are_read_and_told(main_type: str, kind: RemarkKind) -> None:
    data = word_file(p("а"), main_type=main_type)
    assert text(read_content(data)) == "а"
    assert kinds(read_content(data)) == [kind]
    with pytest.raises(PackageError):
        Package.open(data)


def test_a_main_part_of_another_kind_is_refused() -> None:
    with pytest.raises(PackageError, match="не документ Word"):
        read_content(word_file(p("а"), main_type="text/plain"))


def test_an_encrypted_file_is_refused() -> None:
    with pytest.raises(PackageError, match="паролем"):
        read_content(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"))


def test_a_signature_is_told() -> None:
    assert kinds(read_content(word_file(p("а"), {"_xmlsignatures/sig1.xml": b"<a/>"}))) == [RemarkKind.SIGNED]


@pytest.mark.parametrize(("enforced", "expected"), [("1", [RemarkKind.PROTECTED]), ("0", [])])
def test_protection_is_told_where_it_is_on(enforced: str, expected: list[RemarkKind]) -> None:
    protection = f'<w:documentProtection w:edit="readOnly" w:enforcement="{enforced}"/>'
    assert kinds(read_content(word_file(p("а"), settings=protection))) == expected


def test_a_file_in_the_file_is_told_by_name() -> None:
    (remark,) = read_content(word_file(p("а"), {"word/embeddings/Microsoft_Excel_1.xlsx": b"PK"})).remarks
    assert (remark.kind, remark.text) == (RemarkKind.EMBEDDED, "Microsoft_Excel_1.xlsx")


def test_the_program_that_wrote_it_is_named() -> None:
    app = b"<Properties xmlns='urn:x'><Application>LibreOffice/7.4</Application></Properties>"
    assert read_content(word_file(p("а"), {"docProps/app.xml": app})).producer == "LibreOffice/7.4"


def test_the_strict_variant_is_read_like_the_other() -> None:
    rows = f"<w:tbl><w:tr><w:tc>{p('в')}</w:tc></w:tr></w:tbl>"
    styles = '<w:style w:type="paragraph" w:styleId="А"><w:name w:val="Имя"/><w:rPr><w:b/></w:rPr></w:style>'
    data = word_file(p("а", '<w:pStyle w:val="А"/>') + rows + p("б"), styles=styles)
    assert b"purl.oclc.org" in Package.open(strict(data)).read("word/document.xml")
    assert read_content(strict(data)) == read_content(data)
    assert isinstance(read_content(strict(data)).sections[0].blocks[1], Table)


@pytest.mark.parametrize("broken", ["styles", "numbering", "footnotes", "comments", "settings", "header1"])
def test_a_part_that_is_damaged_is_told_and_the_text_read(broken: str) -> None:
    body = f'<w:p>{r("а")}<w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
    body += '<w:sectPr><w:headerReference w:type="default" r:id="header1"/></w:sectPr>'
    package = Package.open(word_file(body, None, MAIN_TYPE, **{broken: ""}))
    name = f"word/{broken}.xml"
    found = read_content(package.with_parts({name: b"<a><b></a>"}).to_bytes())
    assert text(found) == "а\ufffc"
    assert [(remark.kind, remark.part) for remark in found.remarks] == [(RemarkKind.OTHER, name)]


def test_a_part_whose_bytes_are_damaged_is_told_and_the_text_read() -> None:
    data = bytearray(word_file(p("а"), styles="<w:docDefaults/>" * 50))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        info = archive.getinfo("word/styles.xml")
    data[info.header_offset + 30 + len(info.filename) + 20] ^= 0xFF
    found = read_content(bytes(data))
    assert (text(found), kinds(found)) == ("а", [RemarkKind.OTHER])


def test_relations_that_are_damaged_are_told_and_the_text_read() -> None:
    package = Package.open(word_file(p("а")))
    found = read_content(package.with_parts({"word/_rels/document.xml.rels": b"<"}).to_bytes())
    assert (text(found), kinds(found)) == ("а", [RemarkKind.OTHER])


@pytest.mark.parametrize("xml", ["<a><b></a>", "", "<!DOCTYPE a><a/>", "<a/>"])
def test_without_its_text_a_file_is_refused(xml: str) -> None:
    package = Package.open(word_file(p("а")))
    with pytest.raises(PackageError):
        read_content(package.with_parts({"word/document.xml": xml.encode()}).to_bytes())


def test_outer_declarations_in_another_part_are_not_followed() -> None:
    package = Package.open(word_file(p("а"), styles=""))
    bad = b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hostname">]><a>&b;</a>'
    found = read_content(package.with_parts({"word/styles.xml": bad}).to_bytes())
    assert (text(found), kinds(found)) == ("а", [RemarkKind.OTHER])
