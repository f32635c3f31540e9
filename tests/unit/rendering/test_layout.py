"""What stands on a protocol's pages, read as plain rows."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tallydesk.election.definition import CandidateList
from tallydesk.protocol.model import Text
from tallydesk.protocol.words import in_words
from tallydesk.rendering.blocks import (
    EDGE,
    HEIGHT,
    Box,
    CodeRow,
    DigestRow,
    FactRow,
    FigureRow,
    HandSpace,
    Heading,
    ListRow,
    Masthead,
    RunningHead,
    Sentence,
    SignatureRow,
)
from tallydesk.rendering.layout import Layout, protocol_layout
from tallydesk.rendering.printed import Printed, Status
from tests import paper

LONG = "Qutular hamının gözü qarşısında idi. "


def rows(layout: Layout) -> dict[str, FigureRow]:
    """The first row under each number: lines before candidates."""
    found: dict[str, FigureRow] = {}
    for block in layout.blocks:
        if isinstance(block, FigureRow):
            found.setdefault(block.number, block)
    return found


def boxed(layout: Layout) -> str:
    return " ".join(
        line.text for block in layout.blocks if isinstance(block, Box) for line in block.lines
    )


def sentences(layout: Layout) -> str:
    return " ".join(" ".join(block.lines) for block in layout.blocks if isinstance(block, Sentence))


def headings(layout: Layout) -> list[str]:
    return [" ".join(block.title) for block in layout.blocks if isinstance(block, Heading)]


def with_text(printed: Printed, text: Text) -> Printed:
    return replace(printed, protocol=replace(printed.protocol, texts=(text,)))


@pytest.mark.parametrize(
    ("language", "figure", "words"),
    [
        ("az", "1412", "min dörd yüz on iki"),
        ("en", "1412", "one thousand four hundred and twelve"),
        ("ru", "1412", "одна тысяча четыреста двенадцать"),
    ],
)
def test_a_line_stands_in_figures_and_in_words(language: str, figure: str, words: str) -> None:
    row = rows(protocol_layout(paper.printed(language)))["1"]
    assert (row.figure, " ".join(row.words)) == (figure, words)


def test_a_part_of_a_line_stands_to_the_right_of_it() -> None:
    found = rows(protocol_layout(paper.printed()))
    assert found["1"].indent == 0 < found["1a"].indent
    assert found["1a"].label_at > found["1"].label_at


def test_a_blank_line_stays_blank() -> None:
    printed = paper.printed()
    lines = {key: figure for key, figure in printed.protocol.lines.items() if key != "5"}
    blank = replace(printed, protocol=replace(printed.protocol, lines=lines))
    assert rows(protocol_layout(blank))["5"].figure == ""


@pytest.mark.parametrize(
    ("number", "shown"),
    [(9_999, "9999"), (10_000, "10\u00a0000"), (9_999_999, "9\u00a0999\u00a0999")],
)
def test_five_digits_and_more_are_parted_by_a_space_that_does_not_break(
    number: int, shown: str
) -> None:
    printed = paper.printed()
    lines = {**printed.protocol.lines, "5": number}
    large = replace(printed, protocol=replace(printed.protocol, lines=lines))
    assert rows(protocol_layout(large))["5"].figure == shown


@pytest.mark.parametrize("language", ["az", "en", "ru"])
def test_words_of_any_figure_below_ten_thousand_stand_in_one_line(language: str) -> None:
    printed = paper.printed(language)
    for figure in (0, 999, 1484, 3373, 4484, 7777, 8888, 9999):
        lines = {**printed.protocol.lines, "5": figure}
        layout = protocol_layout(replace(printed, protocol=replace(printed.protocol, lines=lines)))
        row = rows(layout)["5"]
        assert row.words == (in_words(figure, language),)
        assert row.words_size >= 7


def test_longer_words_go_over_two_lines() -> None:
    printed = paper.printed("ru")
    lines = {**printed.protocol.lines, "5": 9_999_999}
    layout = protocol_layout(replace(printed, protocol=replace(printed.protocol, lines=lines)))
    assert len(rows(layout)["5"].words) > 1


@pytest.mark.parametrize("language", ["az", "en", "ru"])
def test_the_sentence_about_codes_fits_into_one_line(language: str) -> None:
    (page, *_) = protocol_layout(paper.printed(language)).pages
    assert len(page.foot.sentence) == 1


def test_candidates_are_numbered_in_ballot_order() -> None:
    layout = protocol_layout(paper.printed("en"))
    blocks = [block for block in layout.blocks if isinstance(block, FigureRow)][-7:]
    assert [(row.number, *row.label, row.figure) for row in blocks] == [
        ("1", "Apple", "412"),
        ("2", "Pear", "198"),
        ("3", "Apricot", "151"),
        ("4", "Quince", "96"),
        ("5", "Pomegranate", "71"),
        ("6", "Peach", "54"),
        ("7", "Grape", "27"),
    ]


def test_a_withdrawn_candidate_keeps_the_place_and_gets_no_figure() -> None:
    printed = paper.printed("en")
    first, *others = printed.contest.candidates
    contest = replace(printed.contest, candidates=(replace(first, withdrawn=True), *others))
    layout = protocol_layout(replace(printed, contest=contest))
    row = next(
        block
        for block in layout.blocks
        if isinstance(block, FigureRow) and block.label == ("Apple",)
    )
    assert (row.number, row.figure, row.words) == ("1", "—", ("withdrawn",))


def test_a_list_is_named_once_above_its_candidates() -> None:
    printed = paper.printed("en")
    lists = (CandidateList("pome", paper.said("Tumlu", "Pome", "Семечковые")),)
    candidates = tuple(
        replace(each, list_id="pome") if number < 2 else replace(each, list_id="nobody")
        for number, each in enumerate(printed.contest.candidates)
    )
    contest = replace(printed.contest, lists=lists, candidates=candidates)
    layout = protocol_layout(replace(printed, contest=contest))
    named = [block.name for block in layout.blocks if isinstance(block, ListRow)]
    assert named == [("List: Pome",)]


def test_an_explained_difference_names_code_equation_figures_words_and_person() -> None:
    """U6."""
    said = boxed(protocol_layout(paper.printed("en")))
    assert "R9c Papers in the boxes differ" in " ".join(said.split())
    assert "12 + 13 = 5 does not hold: 18 + 1015 = 1034 (1033 against 1034, difference 1)" in said
    assert "Explanation: One voter took the ballot away" in said
    assert "— Aynur Rəhimova, 20:41" in said


def test_a_finding_of_a_relation_the_form_does_not_know_still_prints_its_code() -> None:
    printed = paper.printed("en")
    form = replace(printed.contest.form, relations=())
    layout = protocol_layout(replace(printed, contest=replace(printed.contest, form=form)))
    assert "R9c Explanation: One voter" in boxed(layout)


def test_a_finding_without_two_sides_prints_without_them() -> None:
    printed = paper.printed("en")
    (explained,) = printed.protocol.explained
    bare = replace(explained.finding, left=None, right=None, difference=None)
    protocol = replace(printed.protocol, explained=(replace(explained, finding=bare),))
    assert "18 + 1015 = 1034 Explanation" in boxed(
        protocol_layout(replace(printed, protocol=protocol))
    )


def test_a_recorded_variance_is_bold_from_end_to_end() -> None:
    layout = protocol_layout(paper.printed("en", variance=True))
    box = next(block for block in layout.blocks if isinstance(block, Box))
    assert all(line.bold for line in box.lines)
    assert box.lines[-1].text == "— Aynur Rəhimova; confirmed by Elçin Quliyev, 20:41"
    assert "Recorded variances" in headings(layout)


def test_no_variance_no_heading_for_it() -> None:
    assert "Recorded variances" not in headings(protocol_layout(paper.printed("en")))


@pytest.mark.parametrize(
    ("changed", "said"), [(0, "0 (zero)"), (1, "1 (one)"), (12, "12 (twelve)")]
)
def test_the_protocol_says_how_many_figures_changed_after_a_hint(changed: int, said: str) -> None:
    printed = paper.printed("en")
    protocol = replace(printed.protocol, changed_after_hint=changed)
    layout = protocol_layout(replace(printed, protocol=protocol))
    assert f"Figures changed after a difference was shown: {said}" in sentences(layout)


@pytest.mark.parametrize(
    ("language", "none", "titles"),
    [
        ("az", "yoxdur", ("Müşahidəçilərin qeydləri", "Şikayətlər", "Xüsusi rəylər")),
        ("en", "none", ("Observers’ remarks", "Complaints", "Separate opinions")),
        ("ru", "нет", ("Замечания наблюдателей", "Жалобы", "Особые мнения")),
    ],
)
def test_where_nothing_was_said_the_page_says_none(
    language: str, none: str, titles: tuple[str, ...]
) -> None:
    printed = paper.printed(language)
    silent = replace(printed, protocol=replace(printed.protocol, texts=(), explained=()))
    layout = protocol_layout(silent)
    assert set(titles) <= set(headings(layout))
    assert sentences(layout).split().count(none) == 4


def test_an_explanation_is_not_printed_a_second_time_among_the_texts() -> None:
    said = boxed(protocol_layout(paper.printed("en")))
    assert said.count("One voter took the ballot away") == 1


def test_an_explanation_of_something_else_has_its_own_heading() -> None:
    printed = paper.printed("en")
    text = replace(printed.protocol.texts[0], about="gap", words="The light went out.")
    layout = protocol_layout(with_text(printed, text))
    assert "Other explanations" in headings(layout)
    assert "gap The light went out. — Aynur Rəhimova, 20:41" in boxed(layout)


def test_each_member_has_a_box_and_only_who_signs_has_a_line_for_it() -> None:
    """U28, U30."""
    layout = protocol_layout(paper.printed("en"))
    boxes = [
        box for block in layout.blocks if isinstance(block, SignatureRow) for box in block.boxes
    ]
    assert boxes[0].name == ("1. Aynur Rəhimova",)
    assert [box.about[0].split(" · ")[1] for box in boxes] == [
        "signs",
        "signs",
        "signs with a separate opinion",
        "signs on paper, without a key",
        "refuses to sign",
        "signs",
    ]
    assert [bool(box.signs) for box in boxes] == [True, True, True, True, False, True]
    assert any(isinstance(block, HandSpace) for block in layout.blocks)


def test_a_draft_has_no_place_to_sign_and_no_digest() -> None:
    """U28."""
    layout = protocol_layout(paper.printed("en", status="draft"))
    kinds = {type(block) for block in layout.blocks}
    assert not kinds & {SignatureRow, HandSpace, DigestRow, CodeRow}
    assert all(page.foot.digest == "draft, not signed" for page in layout.pages)
    assert "Draft. Nobody has signed these figures." in sentences(layout)


def test_the_words_of_certification_are_never_printed_beforehand() -> None:
    for language in ("az", "en", "ru"):
        printed = paper.printed(language)
        said = repr(protocol_layout(printed))
        assert all(words not in said for words in printed.contest.form.certifies.texts.values())


@pytest.mark.parametrize(
    ("status", "official", "across"),
    [
        ("draft", False, ("PRACTICE", "DRAFT")),
        ("draft", True, ("DRAFT",)),
        ("signed", False, ("PRACTICE",)),
        ("signed", True, ()),
    ],
)
def test_what_stands_across_the_page(
    *, status: Status, official: bool, across: tuple[str, ...]
) -> None:
    """U29."""
    layout = protocol_layout(paper.printed("en", status=status, official=official))
    assert layout.watermark == across


@pytest.mark.parametrize("language", ["az", "en", "ru"])
def test_practice_is_said_in_three_languages_in_the_head_of_every_page(language: str) -> None:
    """U29."""
    layout = protocol_layout(paper.printed(language, count=90))
    assert len(layout.pages) > 3
    for page in layout.pages:
        head = page.blocks[0]
        assert isinstance(head, Masthead | RunningHead)
        assert head.ribbon == "TƏLİM · PRACTICE · УЧЕБНЫЙ"


def test_an_official_protocol_says_nothing_of_practice() -> None:
    assert "PRACTICE" not in repr(protocol_layout(paper.printed("en", official=True)))


def test_each_foot_says_digest_page_and_what_a_code_proves() -> None:
    """U30."""
    pages = protocol_layout(paper.printed("en")).pages
    for page in pages:
        assert page.foot.digest == "7Q4K 9XWM 2C8D H5TB"
        assert page.foot.page_of == f"page {page.number} of {len(pages)}"
        assert "does not prove that the ballots were counted right" in " ".join(page.foot.sentence)


def test_the_first_page_shows_160_bits_beside_room_for_a_time_by_hand() -> None:
    layout = protocol_layout(paper.printed("en"))
    (row,) = (block for block in layout.pages[0].blocks if isinstance(block, DigestRow))
    assert len(row.digest.replace(" ", "")) * 5 == 160
    assert row.by_hand == "Time of receipt, by hand"


def test_a_booklet_is_the_original_and_the_printout_says_so() -> None:
    signed = sentences(protocol_layout(paper.printed("en")))
    assert "This printout is not the original." in signed
    assert "series AB, no. 000417" in signed
    draft = sentences(protocol_layout(paper.printed("en", status="draft")))
    assert "numbered booklet." in draft
    own = sentences(protocol_layout(paper.printed("en", original="printout")))
    assert "not the original" not in own


def test_another_language_than_the_official_one_is_a_translation() -> None:
    """U19."""
    printed = paper.printed("en")
    policy = replace(printed.package.policy, official_language="az")
    translated = replace(printed, package=replace(printed.package, policy=policy))
    assert "Translation. The protocol itself is written in: Azerbaijani." in sentences(
        protocol_layout(translated)
    )
    assert "Translation" not in sentences(protocol_layout(printed))


def test_a_replacement_names_the_record_it_replaces_and_a_copy_its_number() -> None:
    """U30."""
    printed = paper.printed("en")
    protocol = replace(printed.protocol, version=2, replaces=bytes(range(32)))
    layout = protocol_layout(replace(printed, protocol=protocol, copy_number=3))
    assert bytes(range(32)).hex() in sentences(layout).replace(" ", "")
    facts = {
        fact.caption: " ".join(fact.lines)
        for block in layout.blocks
        if isinstance(block, FactRow)
        for fact in block.facts
    }
    assert facts["Protocol version"] == "2"
    assert [head.copy for head in layout.blocks if isinstance(head, Masthead)] == ["Copy no. 3"]
    assert facts["Date and time of completion"] == "7 February 2024, 23:41"


def test_codes_stand_two_in_a_row_with_their_captions() -> None:
    layout = protocol_layout(paper.printed("en"))
    captions = [
        [" ".join(code.caption) for code in block.codes]
        for block in layout.blocks
        if isinstance(block, CodeRow)
    ]
    assert captions == [["Record 1/2", "Record 2/2"], ["Card", "Contest sheet"]]


@pytest.mark.parametrize("language", ["az", "en", "ru"])
def test_paper_says_how_its_codes_are_checked_and_what_with(language: str) -> None:
    assert "tallydesk verify" in sentences(protocol_layout(paper.printed(language)))


@pytest.mark.parametrize("count", [1, 2, 3, 12, 13, 40, 41, 42, 43, 300])
def test_no_candidate_stands_alone_and_every_page_repeats_the_heading(count: int) -> None:
    layout = protocol_layout(paper.printed("en", count=count))
    seen: list[str] = []
    for page in layout.pages:
        titles: dict[str, list[str]] = {}
        title = ""
        for block in page.blocks:
            if isinstance(block, Heading):
                title = " ".join(block.title)
            elif isinstance(block, FigureRow):
                titles.setdefault(title, []).append(block.number)
        for title, numbers in titles.items():
            if title.startswith("Candidates"):
                assert len(numbers) >= min(2, count)
                assert title == ("Candidates (continued)" if seen else "Candidates")
                seen += numbers
    assert seen == [str(number) for number in range(1, count + 1)]


@given(st.integers(1, 400), st.integers(1, 400), st.sampled_from(["az", "en", "ru"]))
def test_nothing_runs_into_the_foot_and_no_word_is_lost(
    before: int, after: int, language: str
) -> None:
    printed = paper.printed(language, remark=LONG * before)
    first, remark, opinion = printed.protocol.texts
    longer = replace(opinion, words=LONG * after)
    protocol = replace(printed.protocol, texts=(first, remark, longer))
    layout = protocol_layout(replace(printed, protocol=protocol))
    assert boxed(layout).count("qarşısında") == before + after
    for page in layout.pages:
        bottom = HEIGHT - EDGE - page.foot.height
        ends = [placed.top + placed.block.height for placed in page.placed]
        assert max(ends) <= bottom
        assert all(upper <= lower.top for upper, lower in zip(ends, page.placed[1:], strict=False))


def test_a_cut_box_keeps_two_lines_on_either_side() -> None:
    layout = protocol_layout(paper.printed("en", remark=LONG * 500))
    boxes = [block for block in layout.blocks if isinstance(block, Box)]
    cut = [box for box in boxes if box.open_above or box.open_below]
    assert len(cut) > 2
    assert all(len(box.lines) >= 2 for box in cut)
    assert "Observers’ remarks (continued)" in headings(layout)


def test_a_short_box_is_never_cut() -> None:
    printed = paper.printed("en")
    (explained,) = printed.protocol.explained
    protocol = replace(printed.protocol, explained=(explained,) * 40)
    layout = protocol_layout(replace(printed, protocol=protocol))
    assert len(layout.pages) > 4
    boxes = [block for block in layout.blocks if isinstance(block, Box)]
    assert not [box for box in boxes if box.open_above or box.open_below]


def test_line_ends_stay_and_what_nobody_sees_is_dropped() -> None:
    printed = paper.printed("en", remark="one\u202etwo\x07\n\u0065\u0301\tthree\u200b \U0001f34e")
    said = boxed(protocol_layout(printed))
    assert "onetwo é three □" in said


def test_a_very_long_name_wraps_and_no_column_touches_another() -> None:
    printed = paper.printed("en")
    first, *others = printed.contest.candidates
    long = replace(first, name=paper.said("A" * 200, "Apple of " * 30, "Я " * 80))
    layout = protocol_layout(
        replace(printed, contest=replace(printed.contest, candidates=(long, *others)))
    )
    row = next(
        block
        for block in layout.blocks
        if isinstance(block, FigureRow) and block.label[0].startswith("Apple of")
    )
    assert len(row.label) > 4
    assert row.height > 4 * 10


def test_a_long_title_is_cut_in_the_running_head_and_says_so() -> None:
    printed = paper.printed("en", count=60)
    contest = replace(printed.contest, title=paper.said("x", "A title of many words " * 20, "x"))
    layout = protocol_layout(replace(printed, contest=contest))
    head = layout.pages[1].blocks[0]
    assert isinstance(head, RunningHead)
    assert head.left.endswith("…")
