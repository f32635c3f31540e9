"""Reading a package: what a good one gives, and what is said of every mistake in a bad one."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from tallydesk.assets import form_bytes, read_bytes
from tallydesk.election.definition import Box, Package
from tallydesk.election.package_file import PackageMistakes, read_package
from tests.files_with_mistakes import Slip, check_slip, refusals, told

NOW = datetime(2026, 10, 11, 19, 1, 42, tzinfo=timezone(timedelta(hours=4)))

FORM = """\
format = 1
languages = ["en", "az"]
law = "Orchard Act"
original = "printout"
title = { en = "Record", az = "Protokol" }
certifies = { en = "Copy", az = "Surət" }
[[sections]]
id = "count"
title = { en = "Count", az = "Sayma" }
[[lines]]
id = "14"
section = "count"
stage = "count"
derived = "votes(stone)"
label = { en = "Stone fruit", az = "Meyvə" }
source = "invented"
verified = true
[[relations]]
code = "T"
kind = "ask"
holds = "largest(votes(stone)) <= [14] and votes >= [14]"
title = { en = "Stone fruit", az = "Meyvə" }
todo = { en = "Look", az = "Bax" }
source = "invented"
verified = true
"""

GOOD = """\
format = 1
purpose = "practice"
languages = ["en", "az"]
station_secret = "PRAC-T1CE-0000-0001"

[election]
id = "fruit-2026"
title = { en = "Fruit", az = "Meyvə" }

[[contests]]
id = "fruit"
title = { en = "Best fruit", az = "Ən yaxşı meyvə" }
form = "orchard"
seats = 2

[[contests.lists]]
id = "stone"
name = { en = "Stone fruit", az = "Çəyirdəkli" }

[[contests.candidates]]
id = "plum"
name = { en = "Plum", az = "Gavalı" }
list = "stone"

[[contests.candidates]]
id = "pear"
name = { en = "Pear", az = "Armud" }
withdrawn = true

[station]
constituency = "000"
number = "07"
name = { en = "Orchard", az = "Bağ" }
listed = 1412
received = { fruit = 1450 }
boxes = [
  { id = "M1", kind = "mobile" },
  { id = "S1", kind = "stationary" },
]

[hours]
opened_minutes_ago = 661
closed_minutes_ago = 1
zone = "Asia/Baku"
offset_minutes = 240

[[members]]
number = 1
name = "Ada Oak"
office = "chair"

[[members]]
number = 2
name = "Ben Elm"
office = "secretary"

[[members]]
number = 3
name = "Cem Ash"
office = "member"

[[members]]
number = 4
name = "Dan Yew"
office = "member"
decisive = false

[policy]
second_entry = ["before", "count"]
bundle_size = 50
official_language = "az"
quorum = 2
quorum_offices = ["chair", "deputy"]
"""

MOMENTS = """\
[hours]
opens = 2026-10-11T08:00:00+04:00
closes = 2026-10-11T19:00:00+04:00
zone = "Asia/Baku"
offset_minutes = 240
"""

REAL = frozenset({"Orkin Fərid Nadir oğlu", "Rosehip Granny Smith"})


def forms(name: str) -> bytes:
    return {"orchard": FORM, "broken": FORM.replace("law", "low")}[name].encode()


def read(data: bytes) -> Package:
    return read_package(data, form_bytes=forms, now=NOW, real_names=REAL)


def with_moments(text: str = MOMENTS) -> str:
    start, end = GOOD.index("[hours]"), GOOD.index("[[members]]")
    dated = GOOD[:start] + text + "\n" + GOOD[end:]
    return dated.replace('id = "fruit-2026"', 'id = "fruit-2026"\nday = 2026-10-11')


def test_a_good_package_is_read_as_it_is_written() -> None:
    package = read(GOOD.encode())
    assert package.purpose == "practice"
    assert package.definition.id == "fruit-2026"
    contest = package.contest("fruit")
    assert (contest.title.said_in("az"), contest.form.name, contest.seats) == (
        "Ən yaxşı meyvə",
        "orchard",
        2,
    )
    assert [each.id for each in contest.standing] == ["plum"]
    assert [each.withdrawn for each in contest.candidates] == [False, True]
    assert contest.candidates[0].list_id == "stone"
    assert contest.lists[0].name.said_in("en") == "Stone fruit"
    assert package.station.label == "000-07"
    assert package.station.received == {"fruit": 1450}
    assert package.station.boxes_of("mobile") == (Box("M1", "mobile"),)
    assert [member.name for member in package.deciding] == ["Ada Oak", "Ben Elm", "Cem Ash"]
    assert package.policy.second_entry == ("before", "count")
    assert package.policy.quorum_offices == ("chair", "deputy")
    assert package.station_secret == "PRAC-T1CE-0000-0001"
    assert package.digest != read((GOOD + "\n").encode()).digest


def test_practice_hours_are_counted_back_from_the_minute_of_opening() -> None:
    package = read(GOOD.encode())
    assert package.hours.closes == datetime(2026, 10, 11, 15, 0, tzinfo=UTC)
    assert package.hours.opens == datetime(2026, 10, 11, 4, 0, tzinfo=UTC)
    assert package.definition.day == date(2026, 10, 11)


def test_hours_may_be_moments() -> None:
    package = read(with_moments().encode())
    assert package.hours == read(GOOD.encode()).hours
    assert package.definition.day == date(2026, 10, 11)


def test_what_was_read_before_gives_the_same_package_without_its_shapes() -> None:
    for text in (GOOD, with_moments()):
        again = read_package(
            text.encode(), form_bytes=forms, now=NOW, real_names=REAL, read_before=True
        )
        assert again == read(text.encode())


SLIPS = (
    Slip('"practice"', '"official"', "purpose", "signed by the authority"),
    Slip('"practice"', '"test"', "purpose", "must be 'practice' or 'official'"),
    Slip('"PRAC-T1CE-0000-0001"', '"OILU-0000-0000-0000"', "station_secret", "four groups of four"),
    Slip('az = "Bağ"', 'az = "Bağ", ru = "Сад"', "station.name.ru", "does not name"),
    # contests
    Slip('form = "orchard"', 'form = "desert"', "contests[1].form", "there is no form “desert”"),
    Slip(
        'form = "orchard"',
        'form = "broken"',
        "contests[1].form",
        "has mistakes, the first of 2: line",
    ),
    Slip("seats = 2", "seats = 0", "contests[1].seats", "must be at least 1"),
    Slip('list = "stone"', 'list = "pome"', "contests[1].candidates[1].list", "no list has the id"),
    Slip('id = "pear"', 'id = "plum"', "contests[1].candidates[2].id", "stands above already"),
    Slip('en = "Pear"', 'en = "PLUM"', "contests[1].candidates[2].name.en", "no reader can tell"),
    Slip(
        'list = "stone"',
        "withdrawn = true",
        "contests[1].candidates",
        "has withdrawn",
        "[[contests.cand",
    ),
    Slip(
        'az = "Armud"', 'az = "Nadir Orkin"', "contests[1].candidates[2].name.az", "practice needs"
    ),
    Slip(
        'en = "Pear"', 'en = "smith"', "contests[1].candidates[2].name.en", "Rosehip Granny Smith"
    ),
    # station
    Slip('"000"', '"012"', "station.constituency", "counted in constituency 000"),
    Slip('"07"', '"x"', "station.number", "up to six digits"),
    Slip("listed = 1412", "listed = -1", "station.listed", "must be at least 0"),
    Slip("listed = 1412", "listed = 10000000", "station.listed", "must be at most 9999999"),
    Slip(
        "{ fruit = 1450 }",
        "{}",
        "station.received.fruit",
        "is missing: ballots handed out",
        "received",
    ),
    Slip("{ fruit = 1450 }", "{ fruit = 1, nut = 2 }", "station.received.nut", "no contest has"),
    Slip(
        '"M1"', '"S1"', "station.boxes[2].id", "stands above already", '  { id = "S1", kind = "stat'
    ),
    Slip(
        'kind = "stationary"',
        'kind = "mobile"',
        "station.boxes",
        "at least one stationary",
        "boxes",
    ),
    Slip('"M1"', '"M 1"', "station.boxes[1].id", "eight letters"),
    # hours
    Slip("closed_minutes_ago = 1\n", "", "hours.closed_minutes_ago", "is missing", "[hours]"),
    Slip(
        "closed_minutes_ago = 1\n",
        "closed_minutes_ago = 661\n",
        "hours.closed_minutes_ago",
        "close after",
    ),
    Slip(
        "opened_minutes_ago = 661\n",
        "opens = 2026-10-11T08:00:00+04:00\n",
        "hours.closed_minutes_ago",
        "not both",
        "closed_",
    ),
    Slip(
        'id = "fruit-2026"',
        'id = "fruit-2026"\nday = 2026-10-11',
        "election.day",
        "the day of opening",
        "day =",
    ),
    Slip('"Asia/Baku"', '"+04:00"', "hours.zone", "a time zone is named"),
    # people
    Slip("number = 2", "number = 1", "members[2].number", "numbered in order: 2 here"),
    Slip('"Cem Ash"', '"elm BEN"', "members[3].name", "cannot be told apart"),
    Slip(
        'office = "member"', 'office = "chair"', "members[3].office", "a commission has one chair"
    ),
    Slip('office = "chair"', 'office = "deputy"', "members", "nobody is the chair", "[[members]]"),
    Slip("quorum = 2", "quorum = 4", "policy.quorum", "4 signers are wanted, and 3 members"),
    Slip('["chair", "deputy"]', '["deputy"]', "policy.quorum_offices", "holds such"),
    Slip('["chair", "deputy"]', '["chair", "chair"]', "policy.quorum_offices[2]", "a second time"),
    Slip('["before", "count"]', '["count", "count"]', "policy.second_entry[2]", "a second time"),
    Slip("bundle_size = 50", "bundle_size = 0", "policy.bundle_size", "must be at least 1"),
    Slip(
        "bundle_size = 50",
        "bundle_size = 50\ncompare_every = 0",
        "policy.compare_every",
        "must be at least 1",
        "compare_every",
    ),
    Slip(
        'official_language = "az"',
        'official_language = "ru"',
        "policy.official_language",
        "does not name ru",
    ),
)


@pytest.mark.parametrize("slip", SLIPS, ids=lambda slip: f"{slip.key}: {slip.sentence[:30]}")
def test_a_slip_is_told_with_line_and_key_and_nothing_else(slip: Slip) -> None:
    check_slip(read, GOOD, slip)


MOMENT_SLIPS = (
    Slip("closes = 2026-10-11T19:00:00+04:00\n", "", "hours.closes", "is missing", "[hours]"),
    Slip("opens = 2026-10-11T08:00:00+04:00\n", "", "hours.opens", "is missing", "[hours]"),
    Slip("day = 2026-10-11\n", "", "election.day", "is missing", "[election]"),
    Slip("day = 2026-10-11\n", "day = 2026-10-12\n", "election.day", "another day"),
    Slip("day = 2026-10-11\n", 'day = "soon"\n', "election.day", "must be a day such as"),
    Slip("T19:00:00+04:00", "T07:00:00+04:00", "hours.closes", "close after they open"),
    Slip("T19:00:00+04:00", "T19:00:00", "hours.closes", "needs its offset from UTC"),
    Slip("T19:00:00+04:00", "T19:00:00+03:00", "hours.closes", "another offset"),
    Slip(
        "closes = 2026-10-11T19:00:00+04:00", 'closes = "late"', "hours.closes", "must be a moment"
    ),
)


@pytest.mark.parametrize("slip", MOMENT_SLIPS, ids=lambda slip: f"{slip.key}: {slip.sentence[:30]}")
def test_a_slip_in_moments_is_told_with_line_and_key(slip: Slip) -> None:
    check_slip(read, with_moments(), slip)


def test_a_form_that_counts_a_list_wants_the_contest_to_have_it() -> None:
    bad = GOOD.replace('id = "stone"', 'id = "pome"').replace('list = "stone"', 'list = "pome"')
    assert [mistake[1:] for mistake in told(read, bad)] == [
        ("contests[1].form", "the form “orchard” counts the list “stone”; there is none")
    ]


def test_a_form_wants_every_language_of_the_package() -> None:
    bad = GOOD.replace('["en", "az"]', '["en", "az", "ru"]').replace(' az = "', ' ru = "x", az = "')
    names = [each for each in told(read, bad) if "candidates" not in each[1]]
    assert [mistake[1:] for mistake in names] == [
        ("contests[1].form", "the form “orchard” has no texts in ru")
    ]


def test_a_contest_is_not_called_as_a_sheet_of_the_night_is() -> None:
    bad = GOOD.replace('id = "fruit"', 'id = "station"').replace("{ fruit =", "{ station =")
    assert [mistake[1:] for mistake in told(read, bad)] == [
        ("contests[1].id", "“station” is taken; choose another id")
    ]


def test_two_contests_need_two_ids() -> None:
    first, end = GOOD.index("[[contests]]"), GOOD.index("[station]")
    bad = GOOD[:end] + GOOD[first:end] + GOOD[end:]
    assert [mistake[1:] for mistake in told(read, bad)] == [
        ("contests[2].id", "“fruit” stands above already")
    ]


def test_all_mistakes_are_told_in_one_run() -> None:
    bad = (
        GOOD.replace('purpose = "practice"', 'purpose = "practice"\ncolour = 1')
        .replace('"000"', '"001"')
        .replace("quorum = 2", "quorum = 9")
        .replace('name = "Cem Ash"\n', "")
    )
    assert [key for _, key, _ in told(read, bad)] == [
        "colour",
        "station.constituency",
        "members[3].name",
        "policy.quorum",
    ]


def test_tables_where_something_else_stands_are_told_and_no_more() -> None:
    bad = "contests = [1]\nstation = 2\nhours = 3\nmembers = 4\npolicy = 5\nelection = 6\n"
    keys = {key for _, key, _ in told(read, bad)}
    assert {"contests[1]", "station", "hours", "members", "policy", "election"} <= keys


def test_a_package_without_a_name_of_a_form_or_names_is_told() -> None:
    bad = GOOD.replace('form = "orchard"', "form = 1").replace(
        '{ en = "Plum", az = "Gavalı" }', "1"
    )
    bad = bad.replace('{ en = "Pear", az = "Armud" }', "{ en = 1, az = 2 }")
    assert [key for _, key, _ in told(read, bad)] == [
        "contests[1].form",
        "contests[1].candidates[1].name",
        "contests[1].candidates[2].name.az",
        "contests[1].candidates[2].name.en",
    ]


def test_what_is_no_toml_is_told_alone() -> None:
    with pytest.raises(PackageMistakes, match="the package “package” has a mistake") as refusal:
        read(b"\x00")
    assert len(refusal.value.mistakes) == 1


@pytest.mark.parametrize("name", ["practice", "practice-two-contests"])
def test_a_shipped_practice_package_is_read_without_a_mistake(name: str) -> None:
    package = read_package(
        read_bytes("packages", f"{name}.toml"), form_bytes=form_bytes, now=NOW, real_names=REAL
    )
    assert package.station.label == "000-01"
    assert len(package.deciding) == 6
    assert [member.office for member in package.members].count("secretary") == 2
    assert package.policy.second_entry == ("before", "mobile", "stationary", "count")
    assert (package.policy.quorum, package.policy.bundle_size) == (4, 50)
    assert package.hours.closes == datetime(2026, 10, 11, 15, 0, tzinfo=UTC)


@pytest.mark.parametrize(("more", "every"), [("", 50), ("compare_every = 20\n", 20)])
def test_caller_and_keepers_compare_after_so_many_ballots(more: str, every: int) -> None:
    """U10: the package says after how many, and after fifty where it does not."""
    package = read(GOOD.replace("bundle_size = 50\n", f"bundle_size = 50\n{more}").encode())
    assert package.policy.compare_every == every


def test_a_night_may_have_two_ballot_papers() -> None:
    package = read_package(
        read_bytes("packages", "practice-two-contests.toml"),
        form_bytes=form_bytes,
        now=NOW,
        real_names=REAL,
    )
    assert [(each.id, each.seats) for each in package.definition.contests] == [
        ("fruit", 1),
        ("vegetables", 3),
    ]


def test_a_list_without_an_id_is_told() -> None:
    bad = GOOD.replace('id = "stone"\n', "").replace('list = "stone"\n', "")
    assert [key for _, key, _ in told(read, bad)] == ["contests[1].form", "contests[1].lists[1].id"]


def test_whatever_stands_at_a_key_mistakes_are_told_and_nothing_breaks() -> None:
    told_of = [*refusals(read, GOOD), *refusals(read, with_moments())]
    assert len(told_of) > 400
    assert all(refusal.mistakes for refusal in told_of)
