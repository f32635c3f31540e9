"""A protocol of a real station's size, made of values, to print in three languages."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Literal

from tallydesk.election.definition import (
    Box,
    Candidate,
    Contest,
    Definition,
    Hours,
    Member,
    Office,
    Package,
    Policy,
    Station,
)
from tallydesk.election.expression import Atom, Compare, LineTerm, Sum, Term, VotesTerm
from tallydesk.election.form import FindingKind, Form, Line, Relation, Section, Stage
from tallydesk.election.wording import Wording
from tallydesk.protocol.model import (
    Booklet,
    Explained,
    ResultsProtocol,
    Signer,
    Stance,
    Text,
    Variance,
)
from tallydesk.rendering.printed import Printed, PrintedCode, Status
from tallydesk.rules.finding import Finding

CLOSES = datetime(2024, 2, 7, 15, 0, tzinfo=UTC)


def said(az: str, en: str, ru: str) -> Wording:
    """A text in three languages."""
    return Wording({"az": az, "en": en, "ru": ru})


LINES: tuple[tuple[str, Stage, int, Wording], ...] = (
    (
        "1",
        "before",
        1412,
        said(
            "seçicilər siyahısındakı seçicilərin ümumi sayı",
            "voters in the voter list, total",
            "общее число избирателей, включённых в список избирателей",
        ),
    ),
    ("1a", "before", 1388, said("siyahıda", "in the list", "в списке")),
    (
        "1b",
        "before",
        29,
        said("əlavə siyahıda", "in the additional list", "в дополнительном списке"),
    ),
    (
        "2",
        "before",
        9,
        said(
            "səsvermə üçün qeydiyyatdan çıxma vəsiqəsi almış seçicilərin sayı",
            "voters who obtained de-registration cards",
            "число избирателей, получивших открепительные удостоверения",
        ),
    ),
    (
        "3",
        "before",
        1450,
        said(
            "məntəqə seçki komissiyasına dairə seçki komissiyasından verilmiş seçki "
            "bülletenlərinin sayı",
            "ballots received from the constituency commission",
            "число бюллетеней, полученных от окружной избирательной комиссии",
        ),
    ),
    (
        "5",
        "before",
        1034,
        said(
            "seçki bülletenləri almış seçicilərin sayı",
            "voters who received a ballot",
            "число избирателей, получивших бюллетени",
        ),
    ),
    (
        "6",
        "before",
        18,
        said(
            "səsvermə otağından kənarda səs verən seçicilərə verilmiş seçki bülletenlərinin sayı",
            "ballots issued to voters voting outside the station",
            "число бюллетеней, выданных избирателям, голосующим вне помещения",
        ),
    ),
    (
        "8",
        "before",
        414,
        said(
            "istifadə edilməmiş seçki bülletenlərinin sayı",
            "unused ballots",
            "число неиспользованных бюллетеней",
        ),
    ),
    (
        "9",
        "before",
        416,
        said(
            "ləğv edilmiş seçki bülletenlərinin sayı",
            "cancelled ballots",
            "число погашенных бюллетеней",
        ),
    ),
    (
        "16",
        "before",
        2,
        said(
            "korlanmış seçki bülletenlərinin sayı",
            "spoilt ballots",
            "число испорченных бюллетеней",
        ),
    ),
    (
        "12",
        "mobile",
        18,
        said(
            "daşınan seçki qutularında aşkar edilmiş seçki bülletenlərinin sayı",
            "ballots in the mobile boxes",
            "число бюллетеней в переносных ящиках",
        ),
    ),
    (
        "13",
        "stationary",
        1015,
        said(
            "daşınmaz seçki qutularında aşkar edilmiş seçki bülletenlərinin sayı",
            "ballots in the stationary boxes",
            "число бюллетеней в стационарных ящиках",
        ),
    ),
    (
        "14",
        "count",
        1009,
        said(
            "etibarlı sayılmış səslərin sayı",
            "valid votes",
            "число голосов, признанных действительными",
        ),
    ),
    (
        "15",
        "count",
        24,
        said(
            "etibarsız sayılmış səslərin sayı",
            "invalid votes",
            "число голосов, признанных недействительными",
        ),
    ),
    (
        "15a",
        "count",
        3,
        said(
            "müəyyənləşdirilmiş formada olmayan", "of indeterminate form", "неустановленной формы"
        ),
    ),
    ("15b", "count", 21, said("qeyd edilməmiş", "unmarked", "без отметки")),
)

SECTIONS = (
    Section("before", said("Qutular açılmazdan əvvəl", "Before opening", "До вскрытия ящиков")),
    Section("boxes", said("Qutularda", "In the boxes", "В ящиках")),
    Section("count", said("Səslər", "Votes", "Голоса")),
)

FRUIT = (
    said("Alma", "Apple", "Яблоко"),
    said("Armud", "Pear", "Груша"),
    said("Ərik", "Apricot", "Абрикос"),
    said("Heyva", "Quince", "Айва"),
    said("Nar", "Pomegranate", "Гранат"),
    said("Şaftalı", "Peach", "Персик"),
    said("Üzüm", "Grape", "Виноград"),
)
VOTES = (412, 198, 151, 96, 71, 54, 27)


def _sum(*atoms: Atom) -> Sum:
    return Sum(tuple(Term(1, atom) for atom in atoms))


def _relation(code: str, kind: FindingKind, holds: Compare, title: Wording) -> Relation:
    lines = ("12", "13", "5") if code == "R9c" else ("14",)
    return Relation(code, kind, holds, lines, title, title, "invented", verified=False)


RELATIONS = (
    _relation(
        "R9c",
        "account",
        Compare(_sum(LineTerm("12"), LineTerm("13")), "=", _sum(LineTerm("5"))),
        said(
            "Qutulardakı bülletenlərlə imzalar fərqlənir",
            "Papers in the boxes differ from the signatures",
            "Бюллетени в ящиках расходятся с подписями",
        ),
    ),
    _relation(
        "R2",
        "arithmetic",
        Compare(_sum(LineTerm("14")), "=", _sum(VotesTerm())),
        said(
            "Etibarlı səslər namizədlərin səslərinin cəmi deyil",
            "Valid votes differ from the candidates’ sum",
            "Действительные голоса не равны сумме голосов за кандидатов",
        ),
    ),
)


def form(original: Literal["booklet", "printout"] = "booklet") -> Form:
    """A form of sixteen lines in three sections, with one account and one arithmetic relation."""
    places: dict[str, str] = {"mobile": "boxes", "stationary": "boxes"}
    return Form(
        name="fruit",
        title=said("Yekun protokolu", "Results protocol", "Итоговый протокол"),
        law="invented",
        original=original,
        certifies=said("Əsli ilə düzdür", "True copy", "Копия верна"),
        sections=SECTIONS,
        lines=tuple(
            Line(
                id=line_id,
                label=label,
                legal=label,
                section=places.get(stage, stage),
                stage=stage,
                scope="station" if line_id.startswith(("1a", "1b", "2")) else "contest",
                source="invented",
                verified=False,
                part_of=line_id[:-1] if line_id[-1].isalpha() else None,
            )
            for line_id, stage, _, label in LINES
        ),
        relations=RELATIONS,
        digest=bytes(32),
    )


def candidates(count: int) -> tuple[Candidate, ...]:
    """So many fruit, each name once."""
    names = [fruit.texts for fruit in FRUIT]
    return tuple(
        Candidate(
            f"c{number}",
            Wording(
                {
                    language: text if number <= len(FRUIT) else f"{text} {number}"
                    for language, text in names[(number - 1) % len(FRUIT)].items()
                }
            ),
        )
        for number in range(1, count + 1)
    )


MEMBERS: tuple[tuple[str, Office, Stance], ...] = (
    ("Aynur Rəhimova", "chair", Stance.SIGNS),
    ("Elçin Quliyev", "secretary", Stance.SIGNS),
    ("Şəbnəm Əhmədova-Hüseynzadə", "secretary", Stance.SIGNS_WITH_OPINION),
    ("Ilqar Ibrahimov", "member", Stance.SIGNS_ON_PAPER),
    ("Günel Məmmədli", "member", Stance.REFUSES),
    ("Orxan Vəliyev", "member", Stance.SIGNS),
)

EXPLANATION = {
    "az": "Bir seçici bülleteni qutuya salmadan apardı, 14:20-də qeyd edilib.",
    "en": "One voter took the ballot away without casting it; noted at 14:20.",
    "ru": "Один избиратель унёс бюллетень, не опустив его в ящик; отмечено в 14:20.",
}
REMARK = {
    "az": "Qapı 19:00-da bağlandı, növbədə qalan üç nəfər səs verdi.",
    "en": "The door was closed at 19:00; three people from the queue still voted.",
    "ru": "Дверь закрыли в 19:00; трое из очереди ещё проголосовали.",
}
OPINION = {
    "az": "İki bülleten etibarlı sayılmalı idi.",
    "en": "Two ballots should have counted as valid.",
    "ru": "Два бюллетеня следовало признать действительными.",
}


def package(contest: Contest, language: str) -> Package:
    """A practice package whose protocol prints in this language."""
    return Package(
        purpose="practice",
        definition=Definition(
            "fruit-2024",
            said("İlin meyvəsi", "Fruit of the year", "Фрукт года"),
            date(2024, 2, 7),
            (contest,),
        ),
        station=Station(
            constituency="000",
            number="01",
            name=said("12 saylı məktəb, I mərtəbə", "School no. 12, ground floor", "Школа № 12"),
            listed=1388,
            received={contest.id: 1450},
            boxes=(Box("M1", "mobile"), Box("S1", "stationary")),
        ),
        hours=Hours(datetime(2024, 2, 7, 4, 0, tzinfo=UTC), CLOSES, "Asia/Baku", 240),
        members=tuple(
            Member(number, name, office) for number, (name, office, _) in enumerate(MEMBERS, 1)
        ),
        policy=Policy(("before", "mobile", "stationary", "count"), 50, language, 4),
        station_secret="0000-0000-0000-0000",
        digest=bytes(32),
    )


def codes(*, fresh: str = "") -> tuple[PrintedCode, ...]:
    """Four codes as long as real ones, in the alphabet of base45."""
    filler = f"{fresh}8UEDVA4 $%*+-./:0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ" * 20
    return (
        PrintedCode("record", ("TD1PR/1/2/" + filler)[:545], 1, 2),
        PrintedCode("record", ("TD1PR/2/2/" + filler)[:545], 2, 2),
        PrintedCode("card", ("TD1PC/1/1/" + filler)[:850]),
        PrintedCode("sheet", ("TD1PS/1/1/" + filler)[:680]),
    )


def printed(
    language: str = "az",
    *,
    count: int = 7,
    status: Status = "signed",
    remark: str = "",
    variance: bool = False,
    official: bool = False,
    original: Literal["booklet", "printout"] = "booklet",
) -> Printed:
    """A whole protocol as it goes on paper."""
    contest = Contest(
        "fruit",
        said("İlin meyvəsi", "Fruit of the year", "Фрукт года"),
        form(original),
        1,
        candidates(count),
    )
    whole = package(contest, language)
    at = datetime(2024, 2, 7, 16, 41, tzinfo=UTC)
    finding = Finding("R9c", "account", ("12", "13", "5"), 1033, 1034, -1)
    off = Finding("R2", "arithmetic", ("14",), 1009, 1008, 1)
    signed = status == "signed"
    protocol = ResultsProtocol(
        purpose="practice",
        station="000-01",
        contest="fruit",
        contest_index=0,
        version=1,
        replaces=None,
        completed=datetime(2024, 2, 7, 19, 41, tzinfo=UTC),
        lines={line_id: figure for line_id, _, figure, _ in LINES},
        votes={
            each.id: VOTES[number] if number < len(VOTES) else number * 37 % 1500
            for number, each in enumerate(contest.candidates)
        },
        signers=tuple(
            Signer(number, name, office, stance)
            for number, (name, office, stance) in enumerate(MEMBERS, 1)
        )
        * signed,
        explained=(Explained(finding, EXPLANATION[language], "Aynur Rəhimova", at),),
        variances=(Variance(off, EXPLANATION[language], "Aynur Rəhimova", "Elçin Quliyev", at),)
        * variance,
        texts=(
            Text("explanation", "Aynur Rəhimova", "R9c", EXPLANATION[language], at, bytes(16)),
            Text(
                "remark",
                "Leyla K., “Şəffaf Seçki”, № 0417",
                "",
                remark or REMARK[language],
                at,
                bytes(16),
            ),
            Text("opinion", "Şəbnəm Əhmədova-Hüseynzadə", "", OPINION[language], at, bytes(16)),
        ),
        changed_after_hint=1,
        journal_head=bytes(range(32)),
        slip=bytes(range(32)),
        booklet=Booklet("AB", "000417") if signed and original == "booklet" else None,
    )
    if official:
        whole = replace(whole, purpose="official")
        protocol = replace(protocol, purpose="official")
    return Printed(
        package=whole,
        contest=contest,
        protocol=protocol,
        status=status,
        language=language,
        short_digest="7Q4K 9XWM 2C8D H5TB" if signed else "",
        long_digest="7Q4K 9XWM 2C8D H5TB 0M3V 6RZ1 K8PE W2YA" if signed else "",
        codes=codes() if signed else (),
    )
