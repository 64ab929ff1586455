"""A library of laws: files as people have them, divided into articles, found, cited with their day."""

import io
import zipfile
from datetime import date

import pytest

from village_desk import ids, law_text
from village_desk.commands import laws, records
from village_desk.errors import UserError
from village_desk.law_text import number_of
from village_desk.queries import laws as library
from village_desk.queries import records as reading

PRACTICE = """# 练习用民事示范法

（2020年5月28日练习通过　根据2023年9月1日练习修正）

## 第一编　总则

### 第一章　一般规定

**第一条** 为了练习，编写本法。

第二条　本法所称合同，是指第三条规定的约定。

违约的，应当承担责任。

### 第二章　违约责任

第五百七十七条　当事人一方不履行合同义务的，应当支付违约金。
第五百七十七条之一　排水沟渠由受益人修缮。
"""


def docx(*paragraphs):
    body = "".join(f'<w:p><w:r><w:t xml:space="preserve">{one}</w:t></w:r></w:p>' for one in paragraphs)
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("word/document.xml", f"<w:document><w:body>{body}</w:body></w:document>")
    return held.getvalue()


@pytest.fixture
def law_file(tmp_path):
    path = tmp_path / "练习.md"
    path.write_text(PRACTICE, "utf-8")
    return path


def test_a_law_is_divided_into_its_articles_with_the_place_of_each():
    law = law_text.parse(PRACTICE)
    assert (law.title, law.dated) == ("练习用民事示范法", "2023-09-01")
    assert [one.label for one in law.articles] == ["第一条", "第二条", "第五百七十七条", "第五百七十七条之一"]
    assert law.articles[1].text == "本法所称合同，是指第三条规定的约定。\n违约的，应当承担责任。"
    assert law.articles[0].text == "为了练习，编写本法。"
    assert law.articles[2].place == "第一编　总则 第二章　违约责任"


@pytest.mark.parametrize(
    ("label", "number"),
    [
        ("第一条", 1),
        ("第十条", 10),
        ("第二十三条", 23),
        ("第一百零五条", 105),
        ("第五百七十七条", 577),
        ("第1260条", 1260),
    ],
)
def test_the_number_of_an_article_is_known(label, number):
    assert number_of(label) == number


def test_word_files_and_those_of_an_old_editor_are_read(tmp_path):
    word, old, notice = tmp_path / "a.docx", tmp_path / "b.txt", tmp_path / "c.md"
    word.write_bytes(
        docx("练习条例", "（2021年1月1日施行）", "第一条　为了练习&amp;学习。", "第二条　自公布之日起施行。")
    )
    old.write_bytes("练习办法\n第一条　旧编码。\n".encode("gb18030"))
    notice.write_text("练习通知\n一、先登记。\n二、后答复。\n", "utf-8")
    assert law_text.read(word).articles[0].text == "为了练习&学习。"
    assert law_text.read(old).articles[0].text == "旧编码。"
    assert [one.label for one in law_text.read(notice).articles] == ["一", "二"]


def test_a_file_that_is_none_is_named_and_holds_up_no_other(session, law_file, tmp_path):
    broken, bomb = tmp_path / "x.docx", tmp_path / "y.docx"
    broken.write_bytes(b"PK nonsense")
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * (law_text.MOST_BYTES + 1))
    told = []
    found = laws.take_in(
        session, [broken, law_file, bomb, tmp_path / "gone.md"], lambda *how: told.append(how)
    )
    assert (found.new, found.unread) == (1, ("x.docx", "y.docx", "gone.md"))
    assert told[-1][0] == told[-1][1]
    with pytest.raises(UserError):
        law_text.read(broken)


def test_articles_are_found_by_words_by_number_and_by_the_name_of_the_law(session, law_file):
    laws.take_in(session, [law_file])
    for typed in ("违约金", "577 违约", "示范法 沟渠", "第五百七十七条"):
        assert library.found(session, typed), typed
    assert [one.label for one in library.found(session, "沟渠")] == ["第五百七十七条之一"]
    assert library.found(session, "离婚") == []


def test_a_law_is_kept_once_and_leaves_without_a_trace(session, law_file):
    laws.take_in(session, [law_file])
    again = laws.take_in(session, [law_file])
    assert (again.new, again.known) == (0, 1)
    (line,) = library.laws(session)
    laws.remove(session, line.id)
    assert library.laws(session) == library.found(session, "违约金") == []


def test_the_library_is_never_sent_and_the_file_shows_nothing_of_it(session, law_file):
    laws.take_in(session, [law_file])
    assert session.store.query('SELECT count(*) FROM "change"')[0][0] == 0
    assert "违约金".encode() not in (session.store.folder / "desk.db").read_bytes()


@pytest.mark.requirement("R108")
def test_an_article_is_cited_with_its_law_the_day_of_the_text_and_its_number(session, law_file):
    laws.take_in(session, [law_file])
    record = ids.new_id()
    values = {"name": "[练习]马秀英", "met_on": date(2026, 11, 20), "answer": "可以要求对方付清。"}
    records.save(session, "consultation", record, values)
    (article,) = library.found(session, "违约金")
    laws.cite(session, "consultation", record, "answer", article)
    answer = reading.record(session, "consultation", record).values["answer"]
    assert answer == (
        "可以要求对方付清。\n《练习用民事示范法》（2023年9月1日文本）第五百七十七条："
        "当事人一方不履行合同义务的，应当支付违约金。"
    )
