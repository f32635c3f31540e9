"""What no single table of a form can say: whether its parts fit together.

Every check reads the raw tables, so that it speaks even where another mistake stands beside it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import time
from itertools import pairwise
from types import MappingProxyType

from tallydesk.election.expression import Condition, Given, LineTerm, Sum
from tallydesk.election.expression_text import parse_condition, parse_sum
from tallydesk.election.expression_tokens import ExpressionError
from tallydesk.election.form import STAGES
from tallydesk.election.language_checks import check_languages
from tallydesk.election.mistake import KeyPath, Margin, twice
from tallydesk.election.reach import always, named, subtracts
from tallydesk.election.toml_source import tables, text_of

_ON_THE_SHEET = ("seats", "candidates")
"""Given numbers that a stranger finds on the contest sheet."""

_MOST: Mapping[str, int] = MappingProxyType({"sections": 100, "lines": 500, "relations": 500})

_NOT_FILLED_IN = ("listed", "received", "voided", "reported")


def check_form(table: Mapping[str, object], margin: Margin) -> None:
    """Note every contradiction between the tables of a form."""
    check_languages(table, margin)
    for key, most in _MOST.items():
        entries = table.get(key)
        if isinstance(entries, list) and len(entries) > most:
            margin.note((key,), f"has {len(entries)} entries; {most} are the most")
            return  # comparing each with each would take minutes
    for key, name in (("sections", "id"), ("lines", "id"), ("relations", "code")):
        for path, text in twice(_names(table, key, name)):
            margin.note(path, f"“{text}” stands above already")
    _check_reports(table, margin)
    _check_sections(table, margin)
    lines = {text_of(line, "id"): line for _, line in tables(table, "lines")}
    known = {line_id: line for line_id, line in lines.items() if line_id is not None}
    for place, line in tables(table, "lines"):
        _check_stage(("lines", place), line, margin)
        _check_derived(("lines", place), line, known, margin)
        _check_part(("lines", place), line, known, margin)
        _check_pages(("lines", place), line, margin)
        _check_role(("lines", place), line, margin)
    _check_read_aloud(table, margin)
    _check_circles(table, known, margin)
    for place, relation in tables(table, "relations"):
        _check_relation(("relations", place), relation, known, margin)


def _names(table: Mapping[str, object], key: str, name: str) -> Iterator[tuple[KeyPath, str]]:
    for place, entry in tables(table, key):
        text = text_of(entry, name)
        if text is not None:
            yield (key, place, name), text


def _check_reports(table: Mapping[str, object], margin: Margin) -> None:
    stated = table.get("reports")
    hours = [each for each in stated if isinstance(each, time)] if isinstance(stated, list) else []
    if any(each.second or each.microsecond for each in hours):
        margin.note(("reports",), "are clock times in whole minutes, as 10:00:00")
    if any(after <= before for before, after in pairwise(hours)):
        margin.note(("reports",), "go from morning to evening, each hour once")


def _check_sections(table: Mapping[str, object], margin: Margin) -> None:
    order = [text for _, text in _names(table, "sections", "id")]
    used = list(_names(table, "lines", "section"))
    for path, section in used:
        if section not in order:
            margin.note(path, f"no section has the id “{section}”")
    for path, section in _names(table, "sections", "id"):
        if all(each != section for _, each in used):
            margin.note(path, f"no line stands in section “{section}”")
    places = [(path, order.index(section)) for path, section in used if section in order]
    for (_, before), (path, after) in pairwise(places):
        if after < before:
            margin.note(path, "lines stand in the order of the sections; this one is too late")


def _check_stage(path: KeyPath, line: Mapping[str, object], margin: Margin) -> None:
    stage, per_box, derived = line.get("stage"), line.get("per_box"), line.get("derived")
    if stage in ("mobile", "stationary") and derived is None and per_box != stage:
        margin.note(
            (*path, "stage"),
            f"what is counted at the {stage} boxes is counted box by box: per_box = “{stage}”",
        )
    if stage in ("before", "count") and per_box is not None:
        margin.note((*path, "per_box"), f"at stage “{stage}” nothing is counted box by box")
    if line.get("scope") == "station" and stage != "before":
        margin.note(
            (*path, "scope"), "a line of the station is written before the boxes are opened"
        )
    if line.get("known") == "received" and line.get("scope") == "station":
        margin.note((*path, "known"), "ballots are received for each contest, not by the station")


def _check_derived(
    path: KeyPath,
    line: Mapping[str, object],
    known: Mapping[str, Mapping[str, object]],
    margin: Margin,
) -> None:
    derived = _sum_of(line)
    if derived is None:
        return
    at = (*path, "derived")
    if line.get("per_box") is not None:
        margin.note(at, "a line counted box by box is no sum of other lines")
    if line.get("known") is not None:
        margin.note(at, "a line that the package knows is typed, or nothing would be compared")
    if subtracts(derived):
        margin.note(at, "a sum that subtracts may fall below zero; make it a relation")
    for atom in named(derived):
        if isinstance(atom, Given) and atom.name in _NOT_FILLED_IN:
            margin.note(at, f"“{atom.name}” is compared with what was counted, never filled in")
        elif isinstance(atom, LineTerm):
            _check_term(at, line, atom.line, known, margin)
        elif not isinstance(atom, Given) and line.get("stage") != "count":
            margin.note(at, "votes are known at stage “count” only")


def _check_term(
    at: KeyPath,
    line: Mapping[str, object],
    term: str,
    known: Mapping[str, Mapping[str, object]],
    margin: Margin,
) -> None:
    other = known.get(term)
    if other is None:
        margin.note(at, f"no line has the id “{term}”")
        return
    if line.get("scope") == "station" and other.get("scope") != "station":
        margin.note(at, f"a line of the station cannot rest on line {term} of one contest")
    stages = [text_of(each, "stage") for each in (line, other)]
    own, others = (STAGES.index(each) if each in STAGES else None for each in stages)
    if own is not None and others is not None and others > own:
        margin.note(at, f"line {term} is written later than this sum is needed")


def _check_part(
    path: KeyPath,
    line: Mapping[str, object],
    known: Mapping[str, Mapping[str, object]],
    margin: Margin,
) -> None:
    whole = text_of(line, "part_of")
    if whole is None:
        return
    if whole not in known:
        margin.note((*path, "part_of"), f"no line has the id “{whole}”")
    elif whole == line.get("id"):
        margin.note((*path, "part_of"), "a line is no part of itself")


def _check_read_aloud(table: Mapping[str, object], margin: Margin) -> None:
    """One key for the invalid ballots, and its figure is typed on the sheet of the candidates."""
    found = [(at, line) for at, line in tables(table, "lines") if line.get("read_aloud") is True]
    for at, line in found:
        path = ("lines", at, "read_aloud")
        if line.get("stage") != "count" or _sum_of(line) is not None:
            margin.note(path, "the line of the invalid ballots is typed at stage “count”")
        if at != found[0][0]:
            margin.note(path, "one line is that of the invalid ballots; another stands above")


def _check_pages(path: KeyPath, line: Mapping[str, object], margin: Margin) -> None:
    if line.get("by_page") is not True:
        return
    if line.get("stage") != "before":
        margin.note((*path, "by_page"), "lists are counted before the boxes are opened")
    if line.get("derived") is not None:
        margin.note((*path, "by_page"), "a sum of other lines is not counted from a list")


def _check_role(path: KeyPath, line: Mapping[str, object], margin: Margin) -> None:
    role = text_of(line, "role")
    if role is not None and line.get("derived") is not None:
        margin.note((*path, "role"), "nobody counts the papers of a line that is computed")
    elif role in ("mobile", "stationary") and line.get("per_box") != role:
        margin.note((*path, "role"), f"papers of the {role} boxes are counted box by box")


def _check_circles(
    table: Mapping[str, object], known: Mapping[str, Mapping[str, object]], margin: Margin
) -> None:
    rests_on = {
        line_id: [each.line for each in named(derived) if isinstance(each, LineTerm)]
        for line_id, line in known.items()
        if (derived := _sum_of(line)) is not None
    }
    for path, line_id in _names(table, "lines", "id"):
        reached = set(rests_on.get(line_id, ()))
        frontier = list(reached)
        while frontier:
            for each in rests_on.get(frontier.pop(), ()):
                if each not in reached:
                    reached.add(each)
                    frontier.append(each)
        if line_id in reached:
            margin.note((*path[:-1], "derived"), f"line {line_id} rests on itself")


def _check_relation(
    path: KeyPath,
    relation: Mapping[str, object],
    known: Mapping[str, Mapping[str, object]],
    margin: Margin,
) -> None:
    written = [key for key in ("holds", "finds_when") if key in relation]
    if len(written) != 1:
        margin.note(path, "must have either “holds” or “finds_when”")
    stated = relation.get("lines")
    for place, line in enumerate(stated if isinstance(stated, list) else ()):
        if isinstance(line, str) and line not in known:
            margin.note((*path, "lines", place), f"no line has the id “{line}”")
    for key in written:
        try:
            condition = parse_condition(text_of(relation, key) or "")
        except ExpressionError:
            continue  # the shape of the table says so already
        _check_condition((*path, key), condition, relation, known, margin)


def _check_condition(
    at: KeyPath,
    condition: Condition,
    relation: Mapping[str, object],
    known: Mapping[str, Mapping[str, object]],
    margin: Margin,
) -> None:
    atoms = named(condition)
    for line in dict.fromkeys(atom.line for atom in atoms if isinstance(atom, LineTerm)):
        if line not in known:
            margin.note(at, f"no line has the id “{line}”")
    if "lines" not in relation and not any(isinstance(atom, LineTerm) for atom in atoms):
        margin.note(at, "names no line; say in “lines” which ones it points at")
    verdict = always(condition)
    if verdict is not None:
        found = verdict if at[-1] == "finds_when" else not verdict
        margin.note(at, f"is {'always' if found else 'never'} found, whatever the figures are")
    if relation.get("kind") == "arithmetic":
        for atom in atoms:
            if isinstance(atom, Given) and atom.name not in _ON_THE_SHEET:
                margin.note(
                    at,
                    f"an arithmetic relation is checked by strangers, who do not have "
                    f"“{atom.name}”; make it an account relation",
                )


def _sum_of(line: Mapping[str, object]) -> Sum | None:
    try:
        return parse_sum(text_of(line, "derived") or "")
    except ExpressionError:
        return None  # there is none, or the shape of the table says what is wrong with it
