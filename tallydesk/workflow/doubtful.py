"""Ballots whose meaning is doubtful: the commission votes on each, one by one.

A ballot that was decided is put on the pile it was decided for before the piles are counted. So it
is counted there like any other, and this list adds nothing to any figure: it says which ballots
were doubtful, how the members voted, and prints as an act.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from tallydesk.protocol.model import SALT
from tallydesk.workflow import hour, step
from tallydesk.workflow.night import Doubtful
from tallydesk.workflow.refusal import RefusedError
from tallydesk.workflow.session import Session
from tallydesk.workflow.station_happening import DoubtfulDecided


def voices(session: Session) -> int:
    """How many vote here: members with a decisive vote who are present, and substitutes."""
    night = session.night
    here = sum(each.number in night.present for each in session.package.deciding)
    return here + len(night.substitutes)


def decided(session: Session, contest_id: str) -> Mapping[int, Doubtful]:
    """The doubtful ballots of a contest by their number, from 1."""
    held = session.night.doubtful.items()
    return {number: each for (contest, number), each in sorted(held) if contest == contest_id}


def decide(
    session: Session,
    contest_id: str,
    number: int,
    description: str,
    votes: tuple[int, int],
    valid_for: Collection[str],
    said: Mapping[str, str],
) -> None:
    """Record the decision on a doubtful ballot: `votes` for it and against it.

    `number` is the next one, or one that is there already and is written anew. `valid_for` are
    candidates, none for an invalid ballot; `said` the words of the official language, for the act.
    Raises RefusedError `doubtful-number`, `words-missing`, `votes-missing`, `votes-too-many`,
    `candidates-too-many`, `no-candidate`, `contest-frozen`, `too-early`, and what `hour.require`
    raises.
    """
    step.require(session, f"count.{contest_id}.first")
    hour.require(session)
    contest = session.package.contest(contest_id)
    code = ""
    if contest_id in session.night.frozen:
        code = "contest-frozen"
    elif not 1 <= number <= len(decided(session, contest_id)) + 1:
        code = "doubtful-number"
    elif not description.strip():
        code = "words-missing"
    elif sum(votes) == 0:
        code = "votes-missing"
    elif sum(votes) > voices(session):
        code = "votes-too-many"
    elif len(set(valid_for)) > contest.seats:
        code = "candidates-too-many"
    elif any(each not in {one.id for one in contest.standing} for each in valid_for):
        code = "no-candidate"
    if code:
        raise RefusedError(code, most=str(voices(session)), seats=str(contest.seats))
    order = tuple(each.id for each in contest.standing if each.id in valid_for)
    act = _act(session, contest_id, number, description.strip(), votes, order, said)
    happening = DoubtfulDecided(
        contest_id,
        number,
        description.strip(),
        *votes,
        order,
        act,
        session.chance.octets(SALT),
    )
    held = decided(session, contest_id).get(number)
    if held is None or held.written.words != act:
        session.happen(happening)


def _act(
    session: Session,
    contest_id: str,
    number: int,
    description: str,
    votes: tuple[int, int],
    valid_for: tuple[str, ...],
    said: Mapping[str, str],
) -> str:
    """The act in the official language: what is kept is what prints."""
    names = ", ".join(named(session, contest_id, each) for each in valid_for)
    return said["act.doubtful-valid" if valid_for else "act.doubtful-invalid"].format(
        number=number,
        description=description,
        names=names,
        votes_for=votes[0],
        votes_against=votes[1],
    )


def named(session: Session, contest_id: str, candidate: str) -> str:
    """A candidate's name in the official language."""
    language = session.package.policy.official_language
    standing = session.package.contest(contest_id).standing
    return next(each.name.said_in(language) for each in standing if each.id == candidate)
