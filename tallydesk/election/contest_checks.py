"""Whether the contests of a definition or a package make sense, and what they are then."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from tallydesk.election.definition import Candidate, CandidateList, Contest
from tallydesk.election.form import Form, counted_lists
from tallydesk.election.form_file import FormMistakes, read_form
from tallydesk.election.mistake import KeyPath, Margin, twice
from tallydesk.election.real_names import name_key
from tallydesk.election.toml_source import tables, text_of
from tallydesk.election.wording import Wording

FormBytes = Callable[[str], bytes]
"""The file of a form by its name; raises OSError or KeyError when there is none."""

_TAKEN = frozenset({"station"})
"""Ids that a sheet of the night has already."""


def check_contests(
    table: Mapping[str, object],
    form_bytes: FormBytes,
    margin: Margin,
    *,
    read_before: bool = False,
) -> Mapping[str, Form]:
    """Note every contradiction in the contests of a file; returns the forms they name.

    `read_before` as for `form_file.read_form`.
    """
    forms: dict[str, Form] = {}
    for at, text in twice(_ids(table, "contests", ())):
        margin.note(at, f"“{text}” stands above already")
    for place, contest in tables(table, "contests"):
        path = ("contests", place)
        if text_of(contest, "id") in _TAKEN:
            margin.note((*path, "id"), f"“{text_of(contest, 'id')}” is taken; choose another id")
        _check_lists(path, contest, margin)
        _check_candidates(path, contest, margin)
        form = _form(path, contest, form_bytes, margin, read_before=read_before)
        if form is not None:
            forms[form.name] = form
            _check_against_form(path, contest, form, table.get("languages"), margin)
    return forms


def contest_of(table: Mapping[str, Any], form: Form) -> Contest:
    """The frozen value of a contest that has been checked."""
    return Contest(
        id=table["id"],
        title=Wording(table["title"]),
        form=form,
        seats=table.get("seats", 1),
        candidates=tuple(
            Candidate(
                each["id"],
                Wording(each["name"]),
                each.get("list"),
                each.get("withdrawn", False),
            )
            for each in table["candidates"]
        ),
        lists=tuple(
            CandidateList(each["id"], Wording(each["name"])) for each in table.get("lists", ())
        ),
    )


def _ids(table: Mapping[str, object], key: str, path: KeyPath) -> Iterator[tuple[KeyPath, str]]:
    for place, entry in tables(table, key):
        text = text_of(entry, "id")
        if text is not None:
            yield (*path, key, place, "id"), text


def _check_lists(path: KeyPath, contest: Mapping[str, object], margin: Margin) -> None:
    lists = dict(_ids(contest, "lists", path))
    for key in ("lists", "candidates"):
        for at, text in twice(_ids(contest, key, path)):
            margin.note(at, f"“{text}” stands above already")
    for place, candidate in tables(contest, "candidates"):
        named_list = text_of(candidate, "list")
        if named_list is not None and named_list not in lists.values():
            margin.note((*path, "candidates", place, "list"), f"no list has the id “{named_list}”")


def _check_candidates(path: KeyPath, contest: Mapping[str, object], margin: Margin) -> None:
    candidates = [entry for _, entry in tables(contest, "candidates")]
    if candidates and all(each.get("withdrawn") is True for each in candidates):
        margin.note((*path, "candidates"), "every candidate has withdrawn; nobody can be voted for")
    seen: set[tuple[str, frozenset[str]]] = set()
    for at, language, name in candidate_names(path, contest):
        if (language, name_key(name)) in seen:
            margin.note(at, f"“{name}” stands above already; no reader can tell the two apart")
        seen.add((language, name_key(name)))


def candidate_names(
    path: KeyPath, contest: Mapping[str, object]
) -> Iterator[tuple[KeyPath, str, str]]:
    """Place, language and text of every candidate's name of a contest."""
    for place, candidate in tables(contest, "candidates"):
        texts = candidate.get("name")
        for language, text in (texts if isinstance(texts, dict) else {}).items():
            if isinstance(text, str):
                yield (*path, "candidates", place, "name", language), language, text


def _form(
    path: KeyPath,
    contest: Mapping[str, object],
    form_bytes: FormBytes,
    margin: Margin,
    *,
    read_before: bool,
) -> Form | None:
    name = text_of(contest, "form")
    if name is None:
        return None
    try:
        return read_form(form_bytes(name), name, read_before=read_before)
    except FormMistakes as error:
        margin.note(
            (*path, "form"),
            f"the form “{name}” has mistakes, the first of {len(error.mistakes)}: "
            f"{error.mistakes[0]}",
        )
    except (OSError, KeyError):
        margin.note(
            (*path, "form"),
            f"there is no form “{name}”: none of that name ships, and there is no {name}.toml "
            "beside this file",
        )
    return None


def _check_against_form(
    path: KeyPath,
    contest: Mapping[str, object],
    form: Form,
    languages: object,
    margin: Margin,
) -> None:
    lists = {text for _, text in _ids(contest, "lists", path)}
    for list_id in sorted(counted_lists(form) - lists):
        margin.note(
            (*path, "form"), f"the form “{form.name}” counts the list “{list_id}”; there is none"
        )
    for language in languages if isinstance(languages, list) else ():
        if isinstance(language, str) and language not in form.title.texts:
            margin.note((*path, "form"), f"the form “{form.name}” has no texts in {language}")
