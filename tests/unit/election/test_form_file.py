"""Reading a form: what a good one gives, and what is said of every mistake in a bad one."""

import re
from datetime import time

import pytest

from tallydesk.election.expression import AllOf, Compare, LineTerm, Not, Sum, VotesTerm
from tallydesk.election.form import Form
from tallydesk.election.form_file import FormMistakes, read_form
from tests.builders import plus
from tests.files_with_mistakes import Slip, check_slip, refusals, told

GOOD = """\
format = 1
languages = ["en", "az"]
law = "Village Act, s. 12"
original = "printout"
title.en = "Protocol"
title.az = "Protokol"
certifies = { en = "True copy", az = "Əsli ilə düzdür" }

[[sections]]
id = "papers"
title = { en = "Papers", az = "Vərəqlər" }

[[sections]]
id = "votes"
title = { en = "Votes", az = "Səslər" }

[[lines]]
id = "1"
section = "papers"
stage = "before"
scope = "station"
label = { en = "Voters", az = "Seçicilər" }
legal = { en = "voters in the list", az = "siyahıdakı seçicilər" }
source = "s. 1"
verified = true
known = "listed"

[[lines]]
id = "5"
section = "papers"
stage = "before"
label = { en = "Signatures", az = "İmzalar" }
source = "s. 2"
verified = true
known = "received"

[[lines]]
id = "12"
section = "papers"
stage = "mobile"
per_box = "mobile"
label = { en = "Mobile box", az = "Daşınan qutu" }
source = "s. 3"
verified = true

[[lines]]
id = "14"
section = "votes"
stage = "count"
derived = "votes + 0"
label = { en = "Valid", az = "Etibarlı" }
source = "s. 4"
verified = true

[[lines]]
id = "15"
section = "votes"
stage = "count"
label = { en = "Invalid", az = "Etibarsız" }
source = "s. 5"
verified = false
part_of = "14"
worksheet = true

[[relations]]
code = "R-1"
kind = "arithmetic"
holds = "[12] = [14] + [15]"
title = { en = "Papers and votes", az = "Vərəqlər və səslər" }
todo = { en = "Count the piles again.", az = "Qalaqları yenidən sayın." }
source = "house"
verified = false

[[relations]]
code = "R-2"
kind = "ask"
finds_when = "[15] > 0"
lines = ["15", "1"]
title = { en = "Invalid votes", az = "Etibarsız səslər" }
todo = { en = "Look at the pile.", az = "Qalağa baxın." }
source = "house"
verified = false
"""


def read(data: bytes) -> Form:
    return read_form(data, "village")


def changed(old: str, new: str) -> str:
    return Slip(old, new, "", "").made_in(GOOD)


def test_a_good_form_is_read_as_it_is_written() -> None:
    form = read(GOOD.encode())
    assert (form.name, form.law, form.original) == ("village", "Village Act, s. 12", "printout")
    assert form.title.said_in("az") == "Protokol"
    assert form.certifies.said_in("az") == "Əsli ilə düzdür"
    assert [section.id for section in form.sections] == ["papers", "votes"]
    assert [line.id for line in form.lines] == ["1", "5", "12", "14", "15"]
    assert form.line("1").legal.said_in("en") == "voters in the list"
    assert form.line("5").legal == form.line("5").label
    assert (form.line("1").scope, form.line("5").scope) == ("station", "contest")
    assert (form.line("1").known, form.line("12").per_box) == ("listed", "mobile")
    assert form.line("14").derived is not None
    assert (form.line("15").part_of, form.line("15").worksheet) == ("14", True)
    assert (form.line("15").verified, form.line("14").verified) == (False, True)


def test_a_form_says_what_is_counted_from_lists_and_when_voters_are_reported() -> None:
    form = read(
        changed('known = "listed"', 'known = "listed"\nby_page = true')
        .replace('law = "', 'reports = [10:00:00, 17:30:00]\nlaw = "')
        .encode()
    )
    assert [line.id for line in form.lines if line.by_page] == ["1"]
    assert form.reports == (time(10), time(17, 30))
    assert read(GOOD.encode()).reports == ()


def test_a_line_may_say_which_papers_it_counts() -> None:
    form = read(changed('per_box = "mobile"', 'per_box = "mobile"\nrole = "mobile"').encode())
    assert (form.line("12").role, form.line("5").role) == ("mobile", None)


def test_a_relation_points_at_its_lines_in_the_order_of_the_form() -> None:
    first, second = read(GOOD.encode()).relations
    assert first.lines == ("12", "14", "15")
    assert second.lines == ("1", "15")


@pytest.mark.parametrize(
    ("raised", "holds"),
    [
        ("[15] = 0", "<>"),
        ("[15] <> 0", "="),
        ("[15] < 9", ">="),
        ("[15] <= 9", ">"),
        ("[15] > 9", "<="),
        ("[15] >= 9", "<"),
    ],
)
def test_a_finding_stated_by_what_raises_it_keeps_both_sides(raised: str, holds: str) -> None:
    relation = read(changed('"[15] > 0"', f'"{raised}"').encode()).relations[1]
    assert isinstance(relation.holds, Compare)
    assert relation.holds.comparison == holds


def test_a_finding_stated_by_a_joined_condition_is_turned_round() -> None:
    turned = read(changed('"[15] > 0"', '"[15] > 0 and [5] = 0"').encode()).relations[1].holds
    assert isinstance(turned, Not)
    assert isinstance(turned.of, AllOf)
    plain = read(changed('"[15] > 0"', '"not ([15] > 0 and [5] = 0)"').encode()).relations[1].holds
    assert plain == turned.of


def test_a_form_may_have_no_relation() -> None:
    assert read(GOOD[: GOOD.index("[[relations]]")].encode()).relations == ()


def test_a_mark_before_the_text_and_line_ends_of_other_systems_are_no_mistake() -> None:
    form = read(b"\xef\xbb\xbf" + GOOD.replace("\n", "\r\n").encode())
    assert form.lines == read(GOOD.encode()).lines


def test_the_digest_is_of_the_file_and_a_form_hashes_by_it() -> None:
    form, other = read(GOOD.encode()), read((GOOD + "\n").encode())
    assert form.digest != other.digest
    assert hash(form) == hash(read(GOOD.encode()))
    assert form != other


def test_what_was_read_before_gives_the_same_form_without_its_shapes() -> None:
    assert read_form(GOOD.encode(), "village", read_before=True) == read(GOOD.encode())
    with pytest.raises(FormMistakes, match="no line has the id “16”"):
        read_form(changed('"[15] > 0"', '"[16] > 0"').encode(), "village", read_before=True)


SLIPS = (
    Slip("format = 1", "format = 2", "format", "must be 1"),
    Slip('law = "Village Act, s. 12"\n', "", "law", "is missing", "format"),
    Slip('law = "', 'colour = 1\nlaw = "', "colour", "is not a key of this table"),
    Slip("verified = true", 'verified = "yes"', "lines[1].verified", "must be true or false"),
    Slip('law = "Village Act, s. 12"', "law = 12", "law", "must be a text in quotes"),
    Slip('"printout"', '"paper"', "original", "must be 'booklet' or 'printout'"),
    Slip('title.en = "Protocol"\ntitle.az = "Protokol"', 'title = "P"', "title", "must be a table"),
    Slip('languages = ["en", "az"]', "languages = []", "languages", "must have at least 1"),
    Slip('languages = ["en", "az"]', 'languages = "en"', "languages", "must be an array"),
    Slip('law = "', 'law = " ', "law", "begins or ends with a space"),
    Slip('"Village Act, s. 12"', '"  "', "law", "the text is empty"),
    Slip('"Village Act, s. 12"', f'"{"x" * 2001}"', "law", "2000 are the most"),
    Slip('"Village Act, s. 12"', '"a\\u0007b"', "law", "control character U+0007"),
    Slip('"Village Act, s. 12"', '"a\\u202eb"', "law", "control character U+202E"),
    Slip('"Village Act, s. 12"', '"a\\u2028b"', "law", "control character U+2028"),
    Slip('"Village Act, s. 12"', '"e\\u0301"', "law", "compose it (NFC)"),
    Slip('en = "True copy"', 'en = ""', "certifies.en", "the text is empty"),
    # languages
    Slip(', az = "Səslər" }', " }", "sections[2].title.az", "is missing", '{ en = "Votes"'),
    Slip(
        'az = "Səslər"', 'az = "x", pl = "y"', "sections[2].title.pl", "“languages” does not name"
    ),
    Slip('["en", "az"]', '["en", "az", "az"]', "languages[3]", "names az a second time"),
    Slip('az = "Səslər"', 'az = "S\\u01dds"', "sections[2].title.az", "the letter ə is U+0259"),
    Slip('az = "Səslər"', 'az = "S\\u04d9s"', "sections[2].title.az", "contains U+04D9"),
    # ids and codes
    Slip('id = "5"\n', "", "lines[2].id", "is missing", "[[lines]]\nsection"),
    Slip('id = "5"', 'id = "5 a"', "lines[2].id", "a line id has up to 12 letters"),
    Slip('id = "5"', 'id = "1"', "lines[2].id", "“1” stands above already"),
    Slip('code = "R-2"', 'code = "R-1"', "relations[2].code", "“R-1” stands above already"),
    Slip('code = "R-2"', 'code = "R 2"', "relations[2].code", "a code has up to 24"),
    # sections
    Slip(
        '[[sections]]\nid = "votes"',
        '[[sections]]\nid = "empty"\ntitle = { en = "E", az = "E" }\n[[sections]]\nid = "votes"',
        "sections[2].id",
        "no line stands in section “empty”",
        'id = "empty"',
    ),
    Slip(
        'id = "12"\nsection = "papers"',
        'id = "12"\nsection = "none"',
        "lines[3].section",
        "no section has the id “none”",
        'section = "none"',
    ),
    Slip(
        'id = "5"\nsection = "papers"',
        'id = "5"\nsection = "votes"',
        "lines[3].section",
        "lines stand in the order of the sections",
        'section = "papers"\nstage = "mobile"',
    ),
    # stages
    Slip('stage = "mobile"', 'stage = "noon"', "lines[3].stage", "must be 'before', 'mobile'"),
    Slip('per_box = "mobile"\n', "", "lines[3].stage", "counted box by box", 'stage = "mobile"'),
    Slip(
        'per_box = "mobile"', 'per_box = "stationary"', "lines[3].stage", "box by box", 'stage = "m'
    ),
    Slip(
        "part_of",
        'per_box = "mobile"\npart_of',
        "lines[5].per_box",
        "nothing is counted",
        'per_box = "mobile"\npart',
    ),
    Slip(
        "part_of",
        'scope = "station"\npart_of',
        "lines[5].scope",
        "before the boxes",
        'scope = "station"\npart',
    ),
    Slip('known = "listed"', 'known = "received"', "lines[1].known", "for each contest"),
    # derived lines
    Slip('"votes + 0"', '"votes +"', "lines[4].derived", "at character 8: something is missing"),
    Slip('derived = "votes + 0"', "derived = 1", "lines[4].derived", "must be a text in quotes"),
    Slip('"votes + 0"', '"[9]"', "lines[4].derived", "no line has the id “9”"),
    Slip('"votes + 0"', '"votes - [5]"', "lines[4].derived", "may fall below zero"),
    Slip('"votes + 0"', '"([5] + seats * ([1] - 1))"', "lines[4].derived", "may fall below zero"),
    Slip('"votes + 0"', '"[5] + listed"', "lines[4].derived", "never filled in"),
    Slip('"votes + 0"', '"seats * [14]"', "lines[4].derived", "line 14 rests on itself"),
    Slip('"votes + 0"\n', '"[5]"\nknown = "received"\n', "lines[4].derived", "is typed", '"[5]"'),
    Slip(
        'stage = "mobile"',
        'stage = "mobile"\nderived = "[5]"',
        "lines[3].derived",
        "no sum of other lines",
        "derived =",
    ),
    Slip(
        'known = "listed"',
        'derived = "[5]"',
        "lines[1].derived",
        "cannot rest on line 5 of one contest",
    ),
    Slip('known = "received"', 'derived = "[15]"', "lines[2].derived", "line 15 is written later"),
    Slip(
        'known = "received"', 'derived = "largest(votes)"', "lines[2].derived", "stage “count” only"
    ),
    # lists and reports of the day
    Slip("part_of", "by_page = true\npart_of", "lines[5].by_page", "before the boxes", "by_page"),
    Slip(
        'known = "received"',
        'by_page = true\nderived = "[1]"',
        "lines[2].by_page",
        "not counted from a list",
        "by_page",
    ),
    Slip('law = "', 'reports = [10]\nlaw = "', "reports[1]", "must be a time such as 10:00:00"),
    Slip('law = "', 'reports = [10:00:30]\nlaw = "', "reports", "clock times in whole minutes"),
    Slip(
        'law = "', 'reports = [12:00:00, 10:00:00]\nlaw = "', "reports", "from morning to evening"
    ),
    # parts
    Slip('part_of = "14"', 'part_of = "9"', "lines[5].part_of", "no line has the id “9”"),
    Slip('part_of = "14"', 'part_of = "15"', "lines[5].part_of", "no part of itself"),
    # ballots read aloud
    Slip(
        'known = "received"',
        'known = "received"\nread_aloud = true',
        "lines[2].read_aloud",
        "typed at stage “count”",
        "read_aloud",
    ),
    Slip(
        'derived = "votes + 0"',
        'derived = "votes + 0"\nread_aloud = true',
        "lines[4].read_aloud",
        "typed at stage “count”",
        "read_aloud",
    ),
    # roles
    Slip(
        'per_box = "mobile"',
        'per_box = "mobile"\nrole = "boxes"',
        "lines[3].role",
        "must be 'unused', 'spoilt'",
        "role =",
    ),
    Slip(
        'per_box = "mobile"',
        'per_box = "mobile"\nrole = "stationary"',
        "lines[3].role",
        "papers of the stationary boxes are counted box by box",
        "role =",
    ),
    Slip(
        'derived = "votes + 0"',
        'derived = "votes + 0"\nrole = "unused"',
        "lines[4].role",
        "nobody counts the papers of a line that is computed",
        "role =",
    ),
    # relations
    Slip(
        '"[15] > 0"', '"[15] >"', "relations[2].finds_when", "at character 7: something is missing"
    ),
    Slip(
        'holds = "[12] = [14] + [15]"',
        "holds = 12",
        "relations[1].holds",
        "must be a text in quotes",
    ),
    Slip('"[15] > 0"', '"[16] > 0"', "relations[2].finds_when", "no line has the id “16”"),
    Slip(
        'lines = ["15", "1"]',
        'lines = ["15", "6"]',
        "relations[2].lines[2]",
        "no line has the id “6”",
    ),
    Slip('lines = ["15", "1"]', "lines = []", "relations[2].lines", "must have at least 1"),
    Slip(
        'finds_when = "[15] > 0"\n',
        "",
        "relations[2]",
        "either “holds” or “finds_when”",
        '[[relations]]\ncode = "R-2"',
    ),
    Slip(
        'finds_when = "[15] > 0"',
        'finds_when = "[15] > 0"\nholds = "[15] = 0"',
        "relations[2]",
        "either “holds” or “finds_when”",
        '[[relations]]\ncode = "R-2"',
    ),
    Slip('"[15] > 0"', '"[15] >= 0"', "relations[2].finds_when", "is always found"),
    Slip('"[15] > 0"', '"[15] < 0"', "relations[2].finds_when", "is never found"),
    Slip('"[12] = [14] + [15]"', '"[12] + 1 > [12]"', "relations[1].holds", "is never found"),
    Slip('"[12] = [14] + [15]"', '"[12] > 2 * [12] + 1"', "relations[1].holds", "is always found"),
    Slip('"[12] = [14] + [15]"', '"votes > 0"', "relations[1].holds", "names no line"),
    Slip(
        '"[12] = [14] + [15]"', '"[12] <= received"', "relations[1].holds", "do not have “received”"
    ),
)


@pytest.mark.parametrize("slip", SLIPS, ids=lambda slip: f"{slip.key}: {slip.sentence[:30]}")
def test_a_slip_is_told_with_line_and_key_and_nothing_else(slip: Slip) -> None:
    check_slip(read, GOOD, slip)


def test_english_is_the_language_to_fall_back_on() -> None:
    bad = re.sub(r"\ben\b", "de", GOOD)
    assert [mistake[1:] for mistake in told(read, bad)] == [
        ("languages", "must name en: English is what a reader falls back on")
    ]


def test_a_name_that_is_none_is_told_where_it_stands_and_where_it_is_used() -> None:
    assert [mistake[1:] for mistake in told(read, changed('id = "votes"', 'id = "V"'))] == [
        ("sections[2].id", "no line stands in section “V”"),
        (
            "sections[2].id",
            "“V” is not possible here; up to 48 small letters a-z, digits and hyphens",
        ),
        ("lines[4].section", "no section has the id “votes”"),
        ("lines[5].section", "no section has the id “votes”"),
    ]


def test_all_mistakes_are_told_in_one_run_even_in_one_table() -> None:
    bad = (
        changed('kind = "ask"', 'kind = "wish"')
        .replace('id = "5"', 'id = "1"')
        .replace('"[15] > 0"', '"[16] > 0"')
        .replace('title.en = "Protocol"\n', "")
        .replace("verified = false\n", "", 1)
    )
    assert [key for _, key, _ in told(read, bad)] == [
        "title.en",
        "lines[2].id",
        "lines[5].verified",
        "relations[2].kind",
        "relations[2].finds_when",
    ]


def test_the_line_of_the_invalid_ballots_has_a_key_when_they_are_read_aloud() -> None:
    form = read(changed('part_of = "14"', "read_aloud = true").encode())
    assert [line.id for line in form.lines if line.read_aloud] == ["15"]


def test_only_one_line_is_that_of_the_invalid_ballots() -> None:
    bad = changed('part_of = "14"', "read_aloud = true")
    bad = bad.replace('derived = "votes + 0"', "read_aloud = true")
    assert [mistake[1:] for mistake in told(read, bad)] == [
        ("lines[5].read_aloud", "one line is that of the invalid ballots; another stands above")
    ]


def test_derived_lines_that_rest_on_one_another_in_a_circle_are_all_told() -> None:
    bad = changed('"votes + 0"', '"[15]"').replace('part_of = "14"', 'derived = "[14] + [5]"')
    assert [mistake[1:] for mistake in told(read, bad)] == [
        ("lines[4].derived", "line 14 rests on itself"),
        ("lines[5].derived", "line 15 rests on itself"),
    ]


def test_derived_lines_may_rest_on_one_another_in_a_row() -> None:
    form = read(changed('part_of = "14"', 'derived = "[14] + [5]"').encode())
    assert form.line("15").derived == plus(LineTerm("14"), LineTerm("5"))
    assert isinstance(form.line("14").derived, Sum)
    assert plus(VotesTerm()).terms[0] in (form.line("14").derived or Sum(())).terms


def test_tables_where_something_else_stands_do_not_hide_other_mistakes() -> None:
    head = GOOD[: GOOD.index("[[sections]]")].replace('law = "Village Act, s. 12"\n', "")
    bad = head + 'sections = "none"\nlines = [1, 2]\nrelations = { a = 1 }\n'
    keys = [key for _, key, _ in told(read, "\n".join(sorted(bad.splitlines())))]
    assert set(keys) == {"law", "sections", "lines[1]", "lines[2]", "relations"}


@pytest.mark.parametrize(
    ("data", "line", "sentence"),
    [
        (b"x" * 100_000_000, 0, "the file is larger than 1000000 octets"),
        (b'law = "a"\ntitle = "\xff"', 2, "the file is not UTF-8: octet 0xff at 19"),
        (b"law = 'a'\nlaw\n", 2, "the file is not TOML at column 4: Expected '='"),
        (b"law = 'a'\nlaw = [", 2, "the file is not TOML"),
        (b"law = 'a'\nlaw = 'b'", 2, "the file is not TOML"),
        (b"law = " + b"[" * 100_000, 0, "too deep inside one another"),
        (b"law = '", 1, "at its end: a text is not closed with a quote on its line; is the fi"),
        (b"a = 1\na = 2", 2, "at its end: this key stands above already"),
        (b"a = 1\na = " + b"9" * 5_000, 2, "a number has thousands of digits"),
        (b"a = 2\nb = 'x\ny'", 2, "a text is not closed with a quote on its line"),
        (b" \n\n", 0, "the file is empty"),
        (b"law = 2024-13-01", 1, "the file is not TOML"),
    ],
    ids=[
        *("100 MB", "not UTF-8", "no value", "cut off", "twice", "deep", "cut in a text"),
        *("twice at the end", "huge number", "open text", "empty", "no day"),
    ],
)
def test_what_is_no_toml_at_all_is_told_alone(data: bytes, line: int, sentence: str) -> None:
    with pytest.raises(FormMistakes) as refusal:
        read(data)
    (mistake,) = refusal.value.mistakes
    assert (mistake.line, mistake.key) == (line, "")
    assert sentence in mistake.sentence
    assert "the form “village” has a mistake" in str(refusal.value)


@pytest.mark.parametrize(
    "text",
    [
        ".".join("a" * 200_000) + " = 1",
        "[" + " . ".join(["'a b'"] * 100) + "]",
        "a = " + "{ a = " * 100 + "1" + " }" * 100,
        "a = " + "[" * 17 + "]" * 17,
    ],
    ids=["dotted key", "table", "inline tables", "arrays"],
)
def test_what_nobody_writes_by_hand_is_refused_at_once(text: str) -> None:
    assert told(read, text) == [(0, "", "arrays or tables stand too deep inside one another")]


@pytest.mark.parametrize(("key", "most"), [("sections", 100), ("lines", 500), ("relations", 500)])
def test_a_form_has_an_end(key: str, most: int) -> None:
    many = "".join(f"[[{key}]]\nid = 'a{number}'\n" for number in range(most + 1))
    said = [sentence for _, at, sentence in told(read, many) if at == key]
    assert said == [f"has {most + 1} entries; {most} are the most"]


def test_a_file_that_is_deep_and_wrong_is_told_without_lines(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def too_deep(_: str) -> None:
        raise RecursionError

    monkeypatch.setattr("tallydesk.election.toml_source.key_lines", too_deep)
    assert [line for line, _, _ in told(read, changed("format = 1", "format = 2"))] == [1]


def test_a_value_of_a_strange_type_is_told_all_the_same() -> None:
    ((_, key, sentence),) = told(read, changed('languages = ["en", "az"]', "languages = [1]"))[:1]
    assert key == "languages[1]"
    assert sentence == "must be a text in quotes"


def test_whatever_stands_at_a_key_mistakes_are_told_and_nothing_breaks() -> None:
    told_of = list(refusals(read, GOOD))
    assert len(told_of) > 400
    assert all(refusal.mistakes for refusal in told_of)
