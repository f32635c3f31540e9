"""A practice evening in three languages, made of values: what pages and pictures are shown with."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from tallydesk.election.definition import Candidate, Contest, Package
from tallydesk.election.form import BoxKind, Form, Line, Stage
from tallydesk.election.wording import Wording
from tallydesk.ui.language import Language
from tallydesk.ui.page import Workplace
from tallydesk.workflow import step
from tallydesk.workflow.happening import AttendanceTaken, SatDown, StepClosed, VotingClosed
from tallydesk.workflow.plan import Plan
from tallydesk.workflow.session import Session
from tests import builders
from tests.fakes import CountingChance, DictKeyShelf, DictOutbox, ListJournal, TickingClock

CHAIR, SECRETARY, MEMBER = 1, 2, 3


def said(az: str, en: str, ru: str) -> Wording:
    """A text in the three languages of the window."""
    return Wording({"az": az, "en": en, "ru": ru})


def _line(number: str, stage: Stage, label: Wording, per_box: BoxKind | None = None) -> Line:
    return replace(builders.line(number, stage, per_box), label=label, legal=label)


LINES = (
    _line(
        "3",
        "before",
        said(
            "Dairə seçki komissiyasından alınmış seçki bülletenləri",
            "Ballots received from the constituency commission",
            "Бюллетени, полученные от окружной избирательной комиссии",
        ),
    ),
    _line(
        "5",
        "before",
        said(
            "Seçki bülletenləri almış seçicilər (imzalar)",
            "Voters who received a ballot (signatures)",
            "Избиратели, получившие бюллетень (подписи)",
        ),
    ),
    _line(
        "6",
        "before",
        said(
            "Səsvermə otağından kənarda verilmiş bülletenlər",
            "Ballots issued outside the station",
            "Бюллетени, выданные вне помещения",
        ),
    ),
    _line(
        "8",
        "before",
        said(
            "İstifadə edilməmiş bülletenlər, sayılmış və ləğv edilmiş",
            "Unused ballots, counted and cancelled",
            "Неиспользованные бюллетени, подсчитанные и погашенные",
        ),
    ),
    _line(
        "16",
        "before",
        said(
            "Korlanmış bülletenlər, seçicilərin qaytardığı",
            "Spoilt ballots, given back by voters",
            "Испорченные бюллетени, возвращённые избирателями",
        ),
    ),
    _line(
        "12",
        "mobile",
        said(
            "Daşınan qutuda aşkar edilmiş bülletenlər",
            "Ballots in the mobile box",
            "Бюллетени в переносном ящике",
        ),
        "mobile",
    ),
    _line(
        "13",
        "stationary",
        said(
            "Daşınmaz qutuda aşkar edilmiş bülletenlər",
            "Ballots in the stationary box",
            "Бюллетени в стационарном ящике",
        ),
        "stationary",
    ),
    _line(
        "14",
        "count",
        said("Etibarlı sayılmış səslər", "Valid votes", "Голоса, признанные действительными"),
    ),
    replace(
        _line(
            "15",
            "count",
            said(
                "Etibarsız sayılmış səslər",
                "Invalid votes",
                "Голоса, признанные недействительными",
            ),
        ),
        read_aloud=True,
    ),
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
FORM: Form = replace(builders.FORM, lines=LINES)


def package(*, candidates: int = len(FRUIT), compare_every: int = 50, seats: int = 1) -> Package:
    """The package of the evening; more candidates than there are fruits get numbers."""
    names = [
        FRUIT[n] if n < len(FRUIT) else said(f"Meyvə {n}", f"Fruit {n}", f"Плод {n}")
        for n in range(candidates)
    ]
    contest: Contest = replace(
        builders.CONTEST,
        title=said("İlin meyvəsi", "Fruit of the year", "Фрукт года"),
        form=FORM,
        seats=seats,
        candidates=tuple(Candidate(f"c{n}", name) for n, name in enumerate(names)),
    )
    definition = replace(builders.PACKAGE.definition, contests=(contest,))
    members = tuple(
        replace(member, name=name)
        for member, name in zip(
            builders.PACKAGE.members,
            ("Ayten Rahimova", "Murad Aliyev-Nuri", "Lala Huseynova", "Rauf Quliyev"),
            strict=True,
        )
    )
    policy = replace(builders.PACKAGE.policy, compare_every=compare_every)
    return replace(builders.PACKAGE, definition=definition, members=members, policy=policy)


@dataclass
class Evening:
    """A session at a step, with everything a page wants."""

    language: Language
    package: Package = field(default_factory=package)
    journal: ListJournal = field(default_factory=ListJournal)
    count: int = 7

    def __post_init__(self) -> None:
        self.session = Session(Plan(self.package), self.journal, TickingClock(), CountingChance())
        self.workplace = Workplace(self.session, DictKeyShelf(), DictOutbox(), self.language)

    def up_to(self, step_id: str, *, member: int = CHAIR) -> Evening:
        """Everything before a step is over, and a member sits at the laptop; no figure is
        written that the test does not write."""
        at = self.session.clock.now()
        self.session.happen(AttendanceTaken((1, 2, 3), CHAIR), VotingClosed(at, at, ""))
        for each in self.session.plan.steps:
            if each.id == step_id:
                break
            if each.kind == "entry":
                self.fill(each.id)
            else:
                self.session.happen(StepClosed(each.id), SatDown(_for(each.id)))
        self.session.happen(SatDown(member))
        step.go(self.session, step_id)
        return self

    def sits_down(self, member: int, takeover: str) -> None:
        """Another member takes over the laptop."""
        self.session.happen(SatDown(member), StepClosed(takeover))

    def fill(self, step_id: str) -> None:
        """Write the same figure everywhere on a sheet and close it."""
        from tallydesk.workflow import entry

        at = self.session.plan.step(step_id)
        self.session.happen(SatDown(CHAIR if at.entry == 1 else SECRETARY))
        for place in self.session.plan.sheet(at.sheet).places:
            entry.write(self.session, step_id, place, self.count)
        entry.close_sheet(self.session, step_id)


def _for(step_id: str) -> int:
    return SECRETARY if "takeover" in step_id else CHAIR
