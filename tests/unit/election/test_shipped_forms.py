"""The forms that ship: they read without a mistake, and their texts keep the house's promises."""

import re
from collections.abc import Iterator

import pytest

from tallydesk.assets import LANGUAGES, form_names, resource
from tallydesk.election.expression import Given
from tallydesk.election.form import Form, Line
from tallydesk.election.form_file import read_form
from tallydesk.election.reach import named
from tallydesk.election.wording import Wording
from tests.truth_tables import shipped

LETTERS = {
    "az": "abcçdeəfgğhxıijkqlmnoöprsştuüvyz",
    "ru": "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
}
GIVES_IT_AWAY = {
    "en": ("too many", "too few", "add ", "subtract"),
    "az": ("artırın", "azaldın"),
    "ru": ("слишком", "увеличьте", "уменьшите"),
}


def wordings(form: Form) -> Iterator[Wording]:
    yield form.title
    yield form.certifies
    for section in form.sections:
        yield section.title
    for line in form.lines:
        yield from (line.label, line.legal)
    for relation in form.relations:
        yield from (relation.title, relation.todo)


def strange_letters(text: str, language: str) -> set[str]:
    # Capitals by the rules of the language: İ is the capital of i, I that of ı.
    small = text.replace("İ", "i").replace("I", "ı").lower() if language == "az" else text.lower()
    return {letter for letter in small if letter.isalpha()} - set(LETTERS[language])


def test_three_forms_ship_and_read_without_a_mistake() -> None:
    assert form_names() == ("az-municipal", "az-presidential-2024", "pl-presidential-2015")
    assert [shipped(name).name for name in form_names()] == list(form_names())


@pytest.mark.parametrize("name", form_names())
def test_a_form_speaks_every_language_of_the_app(name: str) -> None:
    for wording in wordings(shipped(name)):
        assert set(LANGUAGES) <= set(wording.texts), wording


@pytest.mark.parametrize("name", form_names())
@pytest.mark.parametrize("language", LETTERS)
def test_a_text_is_written_in_the_letters_of_its_language(name: str, language: str) -> None:
    strange = {
        wording.texts[language]: letters
        for wording in wordings(shipped(name))
        if (letters := strange_letters(wording.texts[language], language))
    }
    assert strange == {}


@pytest.mark.parametrize("name", form_names())
def test_a_todo_names_a_pile_and_never_a_figure_or_a_direction(name: str) -> None:
    for relation in shipped(name).relations:
        assert not re.search(r"\d", " ".join(relation.todo.texts.values())), relation.code
        for language, words in GIVES_IT_AWAY.items():
            said = relation.todo.texts[language].lower()
            assert not any(word in said for word in words), relation.code


@pytest.mark.parametrize("name", form_names())
def test_a_title_is_one_short_sentence_without_figures(name: str) -> None:
    for relation in shipped(name).relations:
        for text in relation.title.texts.values():
            assert not re.search(r"\d", text), text
            assert len(text) <= 100, text
            assert not text.endswith("."), text


@pytest.mark.parametrize("name", form_names())
def test_what_nobody_read_in_the_law_says_so(name: str) -> None:
    form = shipped(name)
    read = [line.source for line in form.lines if line.verified]
    read += [relation.source for relation in form.relations if relation.verified]
    assert not [source for source in read if "house" in source]


@pytest.mark.parametrize("name", form_names())
def test_two_relations_never_say_the_same(name: str) -> None:
    relations = shipped(name).relations
    assert len({relation.holds for relation in relations}) == len(relations)
    for language in LANGUAGES:
        titles = [relation.title.texts[language] for relation in relations]
        assert len(set(titles)) == len(titles), language


def test_the_presidential_form_has_the_lines_of_the_law() -> None:
    lines = [line.id for line in shipped("az-presidential-2024").lines if not line.worksheet]
    assert lines == [
        *("1", "1a", "1b", "1c", "1d", "2", "3", "5", "6", "7", "8", "9"),
        *("12", "13", "14", "15", "15a", "15b", "16"),
    ]


def test_municipal_elections_have_no_cards_and_may_have_several_seats() -> None:
    form = shipped("az-municipal")
    assert not {"2", "7", "1c", "1d"} & {line.id for line in form.lines}
    assert Given("seats") in {each for one in form.relations for each in named(one.holds)}


def test_the_printout_is_the_original_where_there_is_no_booklet() -> None:
    assert [shipped(name).original for name in form_names()] == ["booklet", "booklet", "printout"]


def test_two_forms_of_one_night_mean_the_same_by_the_lines_of_the_station() -> None:
    def station(name: str) -> dict[str, Line]:
        return {line.id: line for line in shipped(name).lines if line.scope == "station"}

    one, other = station("az-presidential-2024"), station("az-municipal")
    for line_id in one.keys() & other.keys():
        assert one[line_id].label == other[line_id].label
        assert one[line_id].known == other[line_id].known


def test_a_relation_about_single_boxes_points_at_nothing_else() -> None:
    form = shipped("az-presidential-2024")
    (relation,) = (each for each in form.relations if each.code == "R8b")
    assert {form.line(line).per_box for line in relation.lines} == {"mobile"}
    assert relation.kind == "consequence"


def test_the_form_that_the_page_about_forms_shows_can_be_read() -> None:
    page = resource("formats", "form-v1.md").read_text(encoding="utf-8")
    shown = re.search(r"```toml\n(.*?)```", page, re.DOTALL)
    assert shown is not None
    form = read_form(shown[1].encode(), "village")
    assert [relation.code for relation in form.relations] == ["S-1", "S-2", "S-3"]
    assert form.line("B").legal == form.line("B").label
