"""Two tables from a spreadsheet: every mistake with file, row and column, all in one run."""

from __future__ import annotations

import pytest

from tallydesk.authority.policy_file import PolicyMistakes, read_policy
from tallydesk.authority.roster import File, RosterMistakes, read_commission
from tallydesk.election.definition_file import DefinitionMistakes
from tests.benchmarks.invented_roster import POLICY, definition
from tests.unit.authority.commission import MEMBERS, STATIONS, election, roster


def mistakes(stations: str = STATIONS, members: str = MEMBERS) -> list[str]:
    with pytest.raises(RosterMistakes) as found:
        roster(stations, members)
    assert str(found.value) == "\n".join(map(str, found.value.mistakes))
    return [str(each) for each in found.value.mistakes]


def test_a_station_has_its_rows() -> None:
    first, second = roster()
    assert (first.label, first.name, first.quorum) == ("001-01", "Birinci bağ", 4)
    assert first.opens.isoformat() == "2026-10-11T08:00:00+04:00"
    assert first.closes.isoformat() == "2026-10-11T19:00:00+04:00"
    assert [each.office for each in first.members][:2] == ["chair", "secretary"]
    assert [box["id"] for box in first.table["station"]["boxes"]] == ["M1", "S1", "S2"]
    assert second.table["station"]["received"] == {"fruit": 1340}
    assert second.table["station"]["name"] == dict.fromkeys(("az", "en", "ru"), "İkinci bağ")


def test_what_a_spreadsheet_makes_of_a_table_is_read() -> None:
    """A mark in front, semicolons, quotes, empty rows, offices in the language of the country."""
    told = MEMBERS.replace(",chair\n", ",Sədr\n").replace(",secretary\n", ",катиб\n")
    told = told.replace("катиб", "секретарь").replace(",", ";")
    stations = "\ufeff" + STATIONS.replace("Birinci bağ", '"Birinci bağ"') + ",,,,,,\n\n"
    read = roster(stations, told)
    assert read == roster()


def test_a_station_may_have_its_own_hours_quorum_and_names() -> None:
    head, one, _ = STATIONS.splitlines()
    table = f"{head},opens,closes,zone,quorum,name.en\n{one},9:00,20:30,Europe/Istanbul,5,Orchard\n"
    (station,) = roster(table, "".join(MEMBERS.splitlines(keepends=True)[:7]))
    assert station.opens.isoformat() == "2026-10-11T09:00:00+03:00"
    assert station.closes.isoformat() == "2026-10-11T20:30:00+03:00"
    assert station.quorum == 5
    assert station.table["station"]["name"]["en"] == "Orchard"


def test_members_without_vote_or_key_are_marked() -> None:
    rows = MEMBERS.splitlines()
    rows = [f"{rows[0]},decisive,key", *(f"{row},," for row in rows[1:])]
    rows[6] = rows[6][:-2] + ",xeyr,"
    rows[5] = rows[5][:-2] + ",yes,нет"
    members = roster(members="\n".join(rows))[0].members
    assert [each.decisive for each in members] == [True] * 5 + [False]
    assert [each.key for each in members] == [True] * 4 + [False, True]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("1200", "12o0", "stations.csv:2: listed: “12o0” is no whole number"),
        ("1240", "-1", "stations.csv:2: received.fruit: “-1” is no whole number"),
        ("1200", "99999999", "stations.csv:2: listed: must be at most 9999999"),
        (",1,2\n", ",1,0\n", "stations.csv:2: stationary_boxes: a station has at least one"),
        (",1,2\n", ",1,500\n", "stations.csv:2: stationary_boxes: 500 boxes are more than 99"),
        (",1,2\n", ",1,2,3\n", "stations.csv:2: this row has 8 cells, and the first line names 7"),
        ("001,02", "001,01", "stations.csv:3: number: station 001-01 stands above already"),
        ("001,02", "000,02", "stations.csv:3: constituency: 000 is for practice alone"),
        ("001,02", "0a1,02", "stations.csv:3: constituency: “0a1” is not possible here"),
        ("Birinci bağ", "", "stations.csv:2: name: the text is empty"),
        ("Birinci bağ", "Bir\x01inci", "stations.csv:2: name: the text contains the control"),
        ("listed", "lasted", "stations.csv:1: lasted: no column has this heading; leave it out"),
        ("listed", "lasted", "stations.csv:1: listed: this column is missing"),
        ("name,", "name,name,", "stations.csv:1: name: this column stands twice"),
        ("\n001,01,Birinci", '\n001,01,"Birinci', "stations.csv:3: this is no row: unexpected"),
        ("\n001,01,Birinci", '\n001,01,"Bi"rinci', "stations.csv:2: this is no row: "),
        ("Birinci", "Bi\0rinci", "stations.csv:2: this row holds a NUL"),
    ],
)
def test_a_mistake_of_the_stations_has_its_cell(old: str, new: str, said: str) -> None:
    assert any(each.startswith(said) for each in mistakes(STATIONS.replace(old, new, 1)))


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (",chair\n", ",boss\n", "members.csv:2: office: “boss” is no office; offices are chair"),
        (",chair\n", ",member\n", "members.csv:2: office: nobody is the chair"),
        (",secretary\n", ",chair\n", "members.csv:3: office: a commission has one chair"),
        ("Armud Təlimova", "Alma Təlimova", "members.csv:3: name: two members cannot be told"),
        ("Armud Təlimova", "", "members.csv:3: name: the text is empty"),
        ("001,01,Armud", "009,01,Armud", "members.csv:3: number: station 009-01 does not stand"),
    ],
)
def test_a_mistake_of_the_members_has_its_cell(old: str, new: str, said: str) -> None:
    found = mistakes(members=MEMBERS.replace(old, new, 1))
    assert any(each.startswith(said.replace("office: nobody", "")) for each in found) or any(
        said.partition(": ")[2].partition(": ")[2] in each for each in found
    )


def test_cells_beside_the_required_ones_are_checked_too() -> None:
    head, one, two = STATIONS.splitlines()
    table = (
        f"{head},opens,closes,zone,quorum\n"
        f"{one},8 Uhr,07:00,Mars/Olympus,six\n"
        f"{two},20:00,19:00,,7\n"
    )
    assert mistakes(table) == [
        "stations.csv:2: closes: the polls close after they open",
        "stations.csv:2: opens: “8 Uhr” is no clock time such as 08:00",
        "stations.csv:2: quorum: “six” is no whole number",
        "stations.csv:2: zone: there is no time zone “Mars/Olympus”; one is Asia/Baku",
        "stations.csv:3: closes: the polls close after they open",
        "stations.csv:3: quorum: 7 signers are wanted, and 6 members have a decisive vote",
    ]


def test_yes_and_no_are_words() -> None:
    rows = MEMBERS.splitlines()
    table = "\n".join([f"{rows[0]},key", f"{rows[1]},perhaps", *(f"{row}," for row in rows[2:])])
    assert mistakes(members=table) == ["members.csv:2: key: “perhaps” is neither yes nor no"]


def test_everything_is_named_in_one_run() -> None:
    found = mistakes(
        STATIONS.replace("1200", "x").replace("1340", "y"), MEMBERS.replace(",chair", ",boss")
    )
    assert len(found) == 4
    assert [each.partition(":")[0] for each in found] == ["members.csv"] * 2 + ["stations.csv"] * 2


@pytest.mark.parametrize(
    ("stations", "members", "said"),
    [
        ("", MEMBERS, "stations.csv: “stations.csv” is empty; the first line must name"),
        (STATIONS.splitlines()[0], MEMBERS, "there is no station in this table"),
        (STATIONS, MEMBERS.splitlines()[0], "nobody is a member of this station"),
        ("PK\x03\x04", MEMBERS, "a spreadsheet or another archive"),
        (STATIONS, "\x00" * 10, "members.csv"),
    ],
)
def test_a_table_that_is_none_is_named(stations: str, members: str, said: str) -> None:
    assert any(said in each for each in mistakes(stations, members))


def test_a_line_without_end_stops_reading() -> None:
    found = mistakes(STATIONS + "x" * 1_400_000)
    assert any("goes on for more than" in each for each in found)


def test_reading_stops_where_a_table_is_none() -> None:
    for more in ("x\n" * 5_000, STATIONS.splitlines()[1] + "\n"):
        table = STATIONS + more * (1 if len(more) > 5_000 else 100_001)
        found = mistakes(table)
        assert "this is no table of stations or members" in found[0]
        assert found[0].startswith("stations.csv: reading stopped at row ")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("opens = 08:00:00", "opens = 08:00:07", "hours.opens: is a clock time in whole minutes"),
        ("opens = 08:00:00", 'opens = "8"', "hours.opens"),
        ("quorum = 4", "quorum = 0", "policy.quorum: must be at least 1"),
        ("bundle_size = 50\n", "", "policy.bundle_size: is missing"),
        ("format = 1", "format = ", "line 1"),
        ('zone = "Asia/Baku"', 'zone = "a b"', "hours.zone"),
    ],
)
def test_a_mistake_of_the_policy_has_its_key(old: str, new: str, said: str) -> None:
    with pytest.raises(PolicyMistakes) as found:
        read_policy(POLICY.replace(old, new, 1).encode())
    assert said in str(found.value)


@pytest.mark.parametrize(("more", "every"), [("", None), ("compare_every = 20\n", 20)])
def test_a_package_names_another_number_of_ballots_to_compare_after(
    more: str, every: int | None
) -> None:
    from tallydesk.authority.roster import read_roster

    policy = POLICY.replace("bundle_size = 50\n", f"bundle_size = 50\n{more}")
    read = read_roster(
        File("s.csv", STATIONS.encode()), File("m.csv", MEMBERS.encode()), election(policy)
    )
    assert {each.table["policy"].get("compare_every") for each in read} == {every}


def test_a_zone_of_the_policy_that_is_nowhere_is_named_at_each_station() -> None:
    from tallydesk.authority.roster import read_roster

    nowhere = election(POLICY.replace("Asia/Baku", "Mars/Olympus"))
    with pytest.raises(RosterMistakes, match="there is no time zone “Mars/Olympus”"):
        read_roster(File("s.csv", STATIONS.encode()), File("m.csv", MEMBERS.encode()), nowhere)


def test_the_official_language_is_one_of_the_definitions() -> None:
    with pytest.raises(DefinitionMistakes, match="official language ka is not named"):
        election(POLICY.replace('"az"', '"ka"'))


def test_mistakes_of_the_definition_are_its_own() -> None:
    with pytest.raises(DefinitionMistakes):
        election(text=definition().replace("day =", "night ="))


def test_the_members_of_one_station_are_read_alone() -> None:
    read = read_commission(File("m.csv", MEMBERS.encode()), "001", "02")
    assert (read.label, len(read.members)) == ("001-02", 6)
    with pytest.raises(RosterMistakes, match="nobody is a member of station 007-01"):
        read_commission(File("m.csv", MEMBERS.encode()), "007", "01")
    with pytest.raises(RosterMistakes, match="is no office"):
        read_commission(File("m.csv", MEMBERS.replace(",chair", ",boss").encode()), "001", "02")
