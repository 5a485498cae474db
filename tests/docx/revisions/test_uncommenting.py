"""Comments of an author are taken out; what others said, and the words, stay."""

from __future__ import annotations

from prikaz.docx.revisions import revise, without_comments
from tests.docx.content.word_file import p, r, word_file
from tests.docx.revisions.editing import comment, parts, tree, xml
from tests.docx.revisions.said import remarks, said
from tests.docx.revisions.test_comments import COMMENTS, OLDER, W14, W15, packed


def _commented(file: bytes, words: str) -> bytes:
    return revise(file, comments=[comment(file, words, "проверьте")]).data


def test_a_file_without_our_comments_stays_what_it_was() -> None:
    for file in (word_file(p("2026")), word_file(p("2026"), comments=OLDER)):
        assert parts(without_comments(file)) == parts(file)


def test_our_comments_go_with_their_marks_and_others_stay() -> None:
    start, end = '<w:commentRangeStart w:id="4"/>', '<w:commentRangeEnd w:id="4"/>'
    reference = '<w:r><w:commentReference w:id="4"/></w:r>'
    file = word_file(f"<w:p>{start}{r('до 2026')}{end}{reference}</w:p>", comments=OLDER)
    bare = without_comments(_commented(file, "2026"))
    assert remarks(bare) == [("COMMENT", "старое", "Белов")]
    assert said(bare) == said(file)
    assert "commentRangeStartr" in xml(bare)
    assert xml(bare).count("commentReference") == 1


def test_what_else_a_file_says_of_our_comments_goes() -> None:
    done = '<w15:commentEx w15:paraId="10000000" w15:done="1"/>'
    file = _with_extended(word_file(p("2026"), comments=OLDER), done)
    bare = without_comments(_commented(file, "2026"))
    assert len(tree(bare, "word/commentsExtended.xml")) == 1


def test_a_comment_that_somebody_has_answered_stays() -> None:
    file = _with_extended(word_file(p("2026"), comments=OLDER), "")
    made = _commented(file, "2026")
    number = tree(made, COMMENTS)[-1][-1].get(f"{{{W14}}}paraId")
    answer = f'<w15:commentEx w15:paraId="10000001" w15:paraIdParent="{number}" w15:done="0"/>'
    extended = parts(made)["word/commentsExtended.xml"].decode()
    with_answer = extended.replace("</w15:commentsEx>", f"{answer}</w15:commentsEx>").encode()
    answered = packed({**parts(made), "word/commentsExtended.xml": with_answer})
    assert parts(without_comments(answered)) == parts(answered)


def _with_extended(file: bytes, entries: str) -> bytes:
    beside = f'<w15:commentsEx xmlns:w15="{W15}">{entries}</w15:commentsEx>'
    files = {**parts(file), "word/commentsExtended.xml": beside.encode()}
    relations = files["word/_rels/document.xml.rels"].decode()
    of_type = "http://schemas.microsoft.com/office/2011/relationships/commentsExtended"
    relation = f'<Relationship Id="beside" Type="{of_type}" Target="commentsExtended.xml"/>'
    files["word/_rels/document.xml.rels"] = relations.replace(
        "</Relationships>", f"{relation}</Relationships>"
    ).encode()
    return packed(files)
