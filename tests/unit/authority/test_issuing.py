"""What a station is issued: card, package, letter, keys; and a run that was stopped goes on."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

import pypdfium2
import pytest

from tallydesk.assets import form_bytes
from tallydesk.authority.enrolments import Enrolments, points_for, read_enrolments
from tallydesk.authority.issue_run import BATCH, Outcome, issue_all
from tallydesk.authority.issuing import Issued, Root, issue, new_pin, package_file
from tallydesk.authority.roster import RosterStation
from tallydesk.election.package_file import read_package
from tallydesk.signing.certificate import certified_by, point_in, root_certificate
from tallydesk.signing.contest_sheet import sheet_digest, sheet_of
from tallydesk.signing.keys import unlock
from tallydesk.signing.letter import blocks_of, secret_fits
from tallydesk.signing.sealed_package import open_package
from tests.benchmarks.invented_roster import ROOT, key
from tests.fakes import CountingChance
from tests.unit.authority.commission import AUTHORITY, election, enrolments, roster

FIRST, SECOND = roster()


def read() -> Enrolments:
    return read_enrolments(enrolments(), (FIRST.commission, SECOND.commission), ROOT.point)


def issued(station: RosterStation = FIRST, chance: CountingChance | None = None) -> Issued:
    points, trouble = points_for(station.commission, read())
    assert trouble == ()
    octets = (chance or CountingChance()).octets
    return issue(station, election(), AUTHORITY, points, octets)


def text_of(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return "\n".join(str(page.get_textpage().get_text_range()) for page in document)
    finally:
        document.close()


def secret_in(letter: bytes) -> str:
    """The secret as somebody reads it from the paper."""
    lines = text_of(letter).splitlines()
    (secret,) = [line.strip() for line in lines if len(line.strip()) == 19 and line.count("-") == 3]
    return secret


def test_the_card_says_what_the_roster_and_the_enrolments_say() -> None:
    package = open_package(issued().package)
    card = package.card.card
    assert package.signed_by(ROOT.point)
    assert (card.purpose, card.station, card.serial, card.custody) == (
        "official",
        "001-01",
        1,
        "own",
    )
    assert card.station_name == "Birinci bağ"
    assert card.quorum == 4
    assert card.valid_from == datetime(2026, 10, 11, 4, 0, tzinfo=UTC)
    assert card.polls_close == datetime(2026, 10, 11, 15, 0, tzinfo=UTC)
    assert card.valid_to - card.polls_close == timedelta(hours=36)
    assert [each.point for each in card.members] == [key(1, 0, at).point for at in range(6)]
    assert card.seal_points == (key(2, 0, 0).point,)
    (contest,) = election().definition.contests
    sheet = sheet_of(election().definition.id, contest, language="az")
    assert card.sheets == (sheet_digest(sheet),)


def test_the_seal_is_certified_by_the_root() -> None:
    manifest = open_package(issued().package).manifest
    (seal,) = manifest.certificates
    assert seal.index == 0
    assert point_in(seal.certificate) == key(2, 0, 0).point
    assert certified_by(ROOT.point, seal.certificate)
    assert manifest.root_certificate == AUTHORITY.certificate


def test_the_package_is_one_that_the_laptops_reader_accepts() -> None:
    """Read as practice, which is what a file without signature may be."""
    told = issued()
    text = open_package(told.package).package.decode()
    assert "station_secret" not in text
    practice = text.replace('purpose = "official"', 'purpose = "practice"').replace(
        'constituency = "001"', 'constituency = "000"'
    )
    practice = practice.replace(
        "format = 1\n", 'format = 1\nstation_secret = "PRAC-T1CE-0000-0001"\n', 1
    )
    package = read_package(
        practice.encode(),
        form_bytes=form_bytes,
        now=datetime(2026, 10, 11, tzinfo=UTC),
        real_names=frozenset(),
    )
    assert [member.name for member in package.members] == [each.name for each in FIRST.members]
    assert package.definition.contests == election().definition.contests
    assert package.hours.opens == FIRST.opens
    assert tomllib.loads(text)["station"] == FIRST.table["station"]


def test_the_letter_opens_the_package_and_no_other() -> None:
    one, other = issued(), issued(SECOND, CountingChance(99))
    package = open_package(one.package)
    secret = secret_in(one.letter)
    manifest = package.manifest
    assert secret_fits(secret, manifest.secret_salt, manifest.secret_check)
    assert not secret_fits(secret_in(other.letter), manifest.secret_salt, manifest.secret_check)
    words = text_of(one.letter).split()
    blocks = blocks_of(package.digest)
    assert [word for word in words if word in blocks] == list(blocks)
    assert not set(blocks_of(open_package(other.package).digest)) <= set(words)


def test_the_secret_stands_in_the_letter_alone() -> None:
    one = issued()
    secret = secret_in(one.letter)
    for spelt in (secret, secret.replace("-", ""), secret.lower()):
        assert spelt.encode() not in one.package


def test_a_long_name_is_cut_where_a_certificate_ends() -> None:
    name = "Ə" * 60
    station = {**FIRST.table["station"], "name": dict.fromkeys(("az", "en", "ru"), name)}
    package = open_package(
        issued(replace(FIRST, table={**FIRST.table, "station": station})).package
    )
    assert package.card.card.station_name == name
    (seal,) = package.manifest.certificates
    assert ("Ə" * 28).encode() in seal.certificate


def test_without_seal_keys_there_are_no_certificates() -> None:
    points, _ = points_for(FIRST.commission, read())
    bare = {number: replace(each, seal_point=None) for number, each in points.items()}
    manifest = open_package(
        issue(FIRST, election(), AUTHORITY, bare, CountingChance().octets).package
    ).manifest
    assert (manifest.certificates, manifest.root_certificate) == ((), b"")


def test_keys_made_here_open_with_the_slip_and_the_letter_and_the_card_says_so() -> None:
    two = replace(
        FIRST,
        members=tuple(
            replace(each, key=each.number in (1, 2), decisive=each.number != 6)
            for each in FIRST.members
        ),
    )
    made = issue(two, election(), AUTHORITY, None, CountingChance().octets)
    card = open_package(made.package).card.card
    assert card.custody == "authority"
    assert [bool(each.point) for each in card.members] == [True, True, False, False, False]
    assert sorted(made.keys) == ["member-01-seal.key", "member-01.key", "member-02.key"]
    pins = re.findall(r"\b[0-9]{4} [0-9]{4}\b", text_of(made.pins))
    chair, secretary = (pin.replace(" ", "") for pin in pins)
    secret = secret_in(made.letter)
    assert unlock(made.keys["member-01.key"], chair, secret).point == card.members[0].point
    assert unlock(made.keys["member-01-seal.key"], chair, secret).point == card.seal_points[0]
    assert unlock(made.keys["member-02.key"], secretary, secret).point == card.members[1].point


def test_a_pin_made_here_has_eight_digits() -> None:
    chance = CountingChance()
    pins = [new_pin(chance.octets) for _ in range(500)]
    assert all(len(pin) == 8 and pin.isdigit() for pin in pins)
    assert len(set(pins)) == 500
    assert {pin[0] for pin in pins} == set("0123456789")


class StoppedError(Exception):
    """The power went."""


@dataclass
class DictFolder:
    """What was written, in order; `stops_at` lets the power go before that write."""

    packages: dict[str, bytes] = field(default_factory=dict)
    papers: dict[tuple[str, str], bytes] = field(default_factory=dict)
    keys: dict[str, Mapping[str, bytes]] = field(default_factory=dict)
    log: list[str] = field(default_factory=list)
    stops_at: int = -1

    def package(self, station: str) -> bytes | None:
        return self.packages.get(station)

    def keep_keys(self, station: str, files: Mapping[str, bytes]) -> None:
        if files:
            self._write(f"keys {station}")
            self.keys[station] = files

    def keep_papers(self, kind: str, papers: Mapping[str, bytes]) -> None:
        if papers:
            self._write(f"{kind} {' '.join(papers)}")
            self.papers |= {(kind, each): pdf for each, pdf in papers.items()}

    def keep_packages(self, packages: Mapping[str, bytes]) -> None:
        self._write(f"packages {' '.join(packages)}")
        self.packages |= packages

    def _write(self, what: str) -> None:
        if len(self.log) == self.stops_at:
            raise StoppedError
        self.log.append(what)


def run(
    folder: DictFolder,
    *,
    enrolled: Enrolments | None = None,
    stations: tuple[RosterStation, ...] = (FIRST, SECOND),
    root: Root = AUTHORITY,
    chance: int = 0,
    make_keys: bool = False,
) -> list[Outcome]:
    given = None if make_keys else enrolled or read()
    octets = CountingChance(chance).octets
    return list(issue_all(stations, election(), root, given, folder, octets))


def test_letters_are_written_before_packages() -> None:
    folder = DictFolder()
    assert [each.state for each in run(folder)] == ["issued", "issued"]
    assert folder.log == ["letters 001-01 001-02", "packages 001-01 001-02"]


@pytest.mark.parametrize("stop", [0, 1])
def test_a_run_that_is_stopped_goes_on_and_every_package_has_its_letter(stop: int) -> None:
    folder = DictFolder(stops_at=stop)
    with pytest.raises(StoppedError):
        run(folder, chance=1)
    assert folder.packages == {}
    folder.stops_at = -1
    run(folder, chance=500)
    for station, package in folder.packages.items():
        manifest = open_package(package).manifest
        secret = secret_in(folder.papers["letters", station])
        assert secret_fits(secret, manifest.secret_salt, manifest.secret_check)


def test_a_station_that_was_issued_is_never_issued_again() -> None:
    folder = DictFolder()
    run(folder, chance=1)
    before = dict(folder.packages), dict(folder.papers)
    assert [each.state for each in run(folder, chance=500)] == ["before", "before"]
    assert (folder.packages, folder.papers) == before


def test_after_a_whole_batch_the_rest_is_still_open() -> None:
    """The second batch is lost, the first is not."""
    many = tuple(replace(FIRST, number=f"{at:03}") for at in range(BATCH + 3))
    folder = DictFolder(stops_at=2)

    def outcomes() -> list[Outcome]:
        enrolled = read()
        enrolled.held = {("001", each.number): enrolled.held["001", "01"] for each in many}
        return run(folder, enrolled=enrolled, stations=many)

    with pytest.raises(StoppedError):
        outcomes()
    assert len(folder.packages) == BATCH
    folder.stops_at = -1
    states = [each.state for each in outcomes()]
    assert states == ["before"] * BATCH + ["issued"] * 3


def test_with_keys_made_here_each_station_is_finished_alone() -> None:
    one = tuple(
        replace(each, members=tuple(replace(m, key=m.number == 2) for m in each.members))
        for each in (FIRST, SECOND)
    )
    folder = DictFolder(stops_at=6)
    with pytest.raises(StoppedError):
        run(folder, stations=one, make_keys=True)
    assert folder.log[:4] == ["keys 001-01", "pins 001-01", "letters 001-01", "packages 001-01"]
    folder.stops_at = -1
    states = [each.state for each in run(folder, stations=one, make_keys=True, chance=500)]
    assert states == ["before", "issued"]
    (refused, _) = run(folder, stations=one)
    assert refused.state == "refused"


def other_root() -> Root:
    return Root(key(77), root_certificate(key(77), "Stranger", datetime(2026, 1, 1, tzinfo=UTC)))


def test_another_card_for_a_station_is_refused() -> None:
    folder = DictFolder()
    run(folder)
    listed = {**FIRST.table, "station": {**FIRST.table["station"], "listed": 7}}
    changed = (replace(FIRST, table=listed), SECOND)
    first, second = run(folder, stations=changed)
    assert (first.state, second.state) == ("refused", "before")
    assert "was issued before with other data or keys" in first.reasons[0]
    new = read()
    held = new.held["001", "01"]
    who = next(iter(held))
    ((name, asked),) = held[who]
    held[who] = [(name, replace(asked, point=key(5, 5).point))]
    assert run(folder, enrolled=new)[0].state == "refused"


@pytest.mark.parametrize(
    ("package", "said"),
    [(b"hello", "is damaged"), (None, "was signed by another root")],
)
def test_a_package_that_is_there_and_is_not_ours_stays(package: bytes | None, said: str) -> None:
    folder = DictFolder()
    run(folder, root=other_root())
    if package is not None:
        folder.packages["001-01"] = package
    held = dict(folder.packages)
    outcome = run(folder)[0]
    assert outcome.state == "refused"
    assert said in outcome.reasons[0]
    assert folder.packages == held


def test_a_refused_station_costs_no_other_its_package() -> None:
    files = enrolments()[1:]
    enrolled = read_enrolments(files, (FIRST.commission, SECOND.commission), ROOT.point)
    first, second = sorted(run(DictFolder(), enrolled=enrolled), key=lambda each: each.station)
    assert (first.state, second.state) == ("refused", "issued")
    assert "Alma Təlimova has no enrolment" in first.reasons[0]


def test_a_name_that_no_card_can_carry_refuses_its_station() -> None:
    """A direction mark that the roster's reader would have refused."""
    hidden = {**FIRST.table, "station": {**FIRST.table["station"], "name": {"az": "a\u202eb"}}}
    (outcome, _) = sorted(
        run(DictFolder(), stations=(replace(FIRST, table=hidden), SECOND)),
        key=lambda each: each.station,
    )
    assert outcome.state == "refused"
    assert "no card or package can say" in outcome.reasons[0]


def test_the_same_tables_make_the_same_file() -> None:
    assert package_file(FIRST, election()) == package_file(roster()[0], election())
