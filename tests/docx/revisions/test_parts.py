"""What is not changed in a file stays as it was, to the byte; a part that is written anew says the same."""

from __future__ import annotations

from datetime import date

import pytest

from prikaz.docx.revisions import accepted, has_revisions, revise
from prikaz.errors import PackageError
from prikaz.opc.archive import deflated, is_pristine, write_archive
from tests.docx.content.word_file import p, r, word_file
from tests.docx.revisions.editing import MAIN, comment, edit, every_year, parts
from tests.docx.revisions.said import remarks, texts
from tests.reader import word_files

_STRICT = "27-strogij-ooxml"


def packed(files: dict[str, bytes]) -> bytes:
    return write_archive([deflated(name, data) for name, data in files.items()])


def with_main(file: bytes, data: bytes) -> bytes:
    return packed({**parts(file), MAIN: data})


def revised(file: bytes) -> bytes:
    return revise(file, [edit(file, "2026", "2027")]).data


def test_the_declaration_stays_as_it_was_typed() -> None:
    head = b'\xef\xbb\xbf<?xml version="1.0" encoding="utf-8" standalone=\'yes\'?>\r\n'
    file = word_file(p("2026"))
    made = parts(revised(with_main(file, head + parts(file)[MAIN])))[MAIN]
    assert made.startswith(head.removeprefix(b"\xef\xbb\xbf") + b"<w:document ")
    assert not parts(revised(file))[MAIN].startswith(b"<?xml")


def test_names_and_what_may_be_ignored_stay_declared() -> None:
    file = word_file(f'{p("2026")}<unknown:thing unknown:a="1">слово</unknown:thing>')
    data = parts(file)[MAIN].replace(b"<w:document ", b'<w:document mc:Ignorable="unknown" ')
    made = parts(revised(with_main(file, data)))[MAIN]
    assert made.partition(b">")[0].count(b"xmlns:") == data.partition(b">")[0].count(b"xmlns:")
    assert b'mc:Ignorable="unknown"' in made.partition(b">")[0]
    assert '<unknown:thing unknown:a="1">слово</unknown:thing>'.encode() in made
    assert made.count(b"xmlns") == data.count(b"xmlns")


def test_a_part_in_another_encoding_keeps_it() -> None:
    file = word_file(p("до 2026 года"))
    head = '<?xml version="1.0" encoding="UTF-16"?>'
    wide = with_main(file, (head + parts(file)[MAIN].decode()).encode("utf-16"))
    made = revised(wide)
    assert texts(made) == ["до 2027 года"]
    assert 'encoding="UTF-16"' in parts(made)[MAIN].decode("utf-16")
    assert has_revisions(made)
    assert texts(accepted(made)) == ["до 2027 года"]


def test_a_file_in_strict_names_stays_in_them() -> None:
    file = word_files.word_file(_STRICT)
    asked = comment(file, "2027", "проверьте")
    made = revise(file, every_year(file), [asked]).data
    for name, data in parts(made).items():
        if name.startswith("word/"):
            assert b"schemas.openxmlformats.org/wordprocessingml/2006/main" not in data
    relations = parts(made)["word/_rels/document.xml.rels"].decode()
    assert "http://purl.oclc.org/ooxml/officeDocument/relationships/comments" in relations
    assert [each[1] for each in remarks(made) if each[0] == "COMMENT"] == ["проверьте"]


def test_the_same_edits_give_the_same_bytes() -> None:
    file = word_file(f"{p('2026')}{p('и 2026')}")
    asked = [comment(file, "2026", "так?")]
    first, second = (revise(file, every_year(file), asked, date=date(2027, 1, 9)) for _ in range(2))
    assert first == second
    assert is_pristine(first.data)


def test_nothing_asked_is_nothing_changed() -> None:
    file = word_files.word_file(_STRICT)
    assert parts(revise(file).data) == parts(file)
    assert parts(revise(file, [edit(file, "2027", "2027")]).data) == parts(file)


def test_the_setting_of_tracking_is_left_to_the_clerk() -> None:
    for setting in ("<w:trackRevisions/>", ""):
        file = word_file(p("2026"), settings=setting)
        assert parts(revised(file))["word/settings.xml"] == parts(file)["word/settings.xml"]


def test_a_damaged_header_leaves_the_rest_to_be_changed() -> None:
    section = '<w:sectPr><w:headerReference w:type="default" r:id="header1"/></w:sectPr>'
    file = packed({**parts(word_file(p("2026") + section, header1=p("а"))), "word/header1.xml": b"<w:hdr"})
    asked = edit(file, "2026", "2027")
    made = revise(file, [asked, asked._replace(part="word/header1.xml")])
    assert texts(made.data) == ["2027"]
    assert [each.reason for each in made.refused] == ["в части «word/header1.xml» нет абзаца 0"]


def test_a_damaged_text_is_told() -> None:
    file = word_file(p("2026"))
    asked = edit(file, "2026", "2027")
    with pytest.raises(PackageError, match="document"):
        revise(with_main(file, b"<w:document"), [asked])


def test_what_word_drew_is_no_obstacle_beside_the_words() -> None:
    bar = '<w:r><w:pict><v:rect style="width:72pt;height:1pt"/></w:pict></w:r>'
    file = word_file(f"<w:p>{r('до 2026')}{bar}{r(' года')}</w:p>")
    assert texts(revised(file)) == ["до 2027\ufffc года"]
