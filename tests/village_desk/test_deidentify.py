"""Texts without names: what the record knows is found however it is written, and what may be a word asks."""

import random
import re
import unicodedata
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from village_desk.deidentify import Known, clean, find, is_ordinary

PEOPLE = ("王桂兰", "陈𬭎", "欧阳淑芬", "买买提·艾力", "赵龘龘", "马秀英", "诸葛明远", "尹喆")
UNITS = ("甘州区旺达来商贸有限公司", "练习农机专业合作社")
PLACES = ("甘肃省", "张掖市", "甘州区", "乌江镇", "贾家寨村", "元丰社区", "大满街道")
ADDRESSES = ("贾家寨村三社12号", "大满街道文卫路5号楼2单元301室", "王家湾11组")
NUMBERS = (
    "62070219680305222X",
    "13893612345",
    "0936-8251234",
    "6217 0042 9000 1234 567",
    "甘G·3K521",
    "（2026）乌江村人调字第0007号",
    "91620702MA72X3YB4K",
)
BIRTHS = (date(1968, 3, 5), date(2010, 12, 30))
KNOWN = Known(PEOPLE, UNITS, PLACES, ADDRESSES, NUMBERS, BIRTHS)

SENTENCES = (
    "{p}和{p}因排水发生争执，{p}找到{g}。",
    "{p}，{b}出生，住{a}，身份证号{n}，电话：{n}。",
    "双方到{l}人民调解委员会，由{p}主持，{u}派人参加。",
    "款项打入账号{n}，车牌{n}的三轮车归{p}。",
    "{l}{l}的{p}说，老{s}欠{u}工资3200元，{s}大爷作证。",
    "案号{n}；联系人{p}（{n}）。",
    "{p}生于{b}，{l}人，在{u}务工两年零三个月，每亩租金600元。",
)


def written(rng, text):
    """The same as another person would type it."""
    way = rng.randrange(4)
    if way == 1:
        return text.translate({code: code + 0xFEE0 for code in range(0x30, 0x3A)})
    if way == 2 and len(text) < 12:
        return " ".join(text)
    return text


def birth(rng, day):
    return rng.choice(
        [
            f"{day.year}年{day.month}月{day.day}日",
            f"{day:%Y-%m-%d}",
            f"{day.year}.{day.month}.{day.day}",
            f"{day:%Y/%m/%d}",
        ]
    )


def story(seed):
    """A text of some sentences, with what was put into it."""
    rng, put = random.Random(seed), []

    def fill(match):
        sort = match[1]
        if sort == "b":
            day = rng.choice(BIRTHS)
            put.append(f"{day.year}{day.month}{day.day}")
            return birth(rng, day)
        if sort == "s":
            return rng.choice(PEOPLE)[0]
        if sort == "g":
            name = rng.choice([one for one in PEOPLE if len(one) > 2])
            put.append(name[2:] if name[:2] in ("欧阳", "诸葛") else name[1:])
            return put[-1]
        value = rng.choice({"p": PEOPLE, "u": UNITS, "l": PLACES, "a": ADDRESSES, "n": NUMBERS}[sort])
        put.append(value)
        return written(rng, value)

    text = "".join(re.sub(r"\{(\w)\}", fill, rng.choice(SENTENCES)) for _ in range(rng.randrange(1, 7)))
    return text, put


def squeezed(text):
    return re.sub(r"[\s\-—·.、，()（）]", "", unicodedata.normalize("NFKC", text)).casefold()


@pytest.mark.requirement("R254")
@pytest.mark.parametrize("seed", range(200))
def test_nothing_that_was_known_is_left_in_two_hundred_texts(seed):
    text, put = story(seed)
    done = clean(text, KNOWN)
    assert not [one for one in put if squeezed(one) in squeezed(done.text)]
    assert not done.asks
    assert not re.search(r"\d{7,}", squeezed(done.text))


@given(st.integers(200, 10**9))
@settings(max_examples=200)
def test_nothing_is_left_in_any_text_and_doing_it_again_changes_nothing(seed):
    text, put = story(seed)
    done = clean(text, KNOWN)
    assert not [one for one in put if squeezed(one) in squeezed(done.text)]
    assert clean(done.text, KNOWN).text == done.text


@given(st.text(max_size=200))
def test_any_text_is_kept_but_for_what_was_found(text):
    at, rest = 0, []
    for hit in find(text, KNOWN):
        assert text[hit.start : hit.end] == hit.text
        rest.append(text[at : hit.start])
        at = hit.end
    rest.append(text[at:])
    done = clean(text, KNOWN)
    left = done.text
    for start, end in reversed(done.replaced):
        left = left[:start] + left[end:]
    for one in done.asks:
        assert done.text[one.start : one.end] == one.text
    assert left == "".join(rest)


@pytest.mark.parametrize("name", ["高兴", "黄河", "张力", "方向"])
def test_a_name_that_is_a_common_word_asks_and_is_left_to_a_person(name):
    known = Known(people=(name,))
    text = f"{name}到村里来，大家都很{name}。"
    done = clean(text, known)
    assert done.text == text
    assert [one.text for one in done.asks] == [name, name]
    assert name not in clean(text, Known(people=(name,), certain=frozenset({name}))).text
    kept = clean(text, Known(people=(name,), ordinary=frozenset({name})))
    assert (kept.text, kept.asks) == (text, ())


def test_a_given_name_alone_that_is_a_word_asks_and_the_whole_name_does_not():
    done = clean("陈大山翻过大山。", Known(people=("陈大山",)))
    assert done.text == "甲某翻过大山。"
    assert [one.text for one in done.asks] == ["大山"]


def test_one_person_keeps_one_word_and_places_keep_their_level():
    done = clean(
        "马秀英住乌江镇贾家寨村，秀英与王桂兰同村，贾家寨人都认得老马。",
        Known(people=("马秀英", "王桂兰"), places=PLACES),
    )
    assert done.text == "甲某住某镇某村，甲某与乙某同村，某村人都认得甲某。"


def test_what_says_nothing_of_anybody_stays():
    text = "租金每亩600元，共12亩，2026年10月8日付清，逾期按民法典第五百八十五条支付违约金1234567元。"
    assert clean(text, KNOWN).text == text


def test_ordinary_words_are_known_as_such():
    assert all(map(is_ordinary, ("高兴", "和平", "建设", "大山")))
    assert not any(map(is_ordinary, ("桂兰", "秀英", "乌江")))
