"""Foreign files are read by a process that may break down, and nobody is worse off for it."""

from __future__ import annotations

import io
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tallydesk.assets import LANGUAGES, words
from tallydesk.protocol.cbor import Item, encode
from tallydesk.verification import worker
from tallydesk.verification.child import MISSING, STOPPED, Child, InThisProcess, command_of, shared
from tallydesk.verification.inputs import MOST_CODES, Input, parts_in
from tallydesk.verification.photo import PictureUnread
from tallydesk.verification.report import Note
from tallydesk.verification.worker import LARGEST_ANSWER, LENGTH, NOT_READ, READ, READY, JobName
from tests import bombs
from tests.sealed import practice_pdf
from tests.signed import GOOD, report, texts
from tests.unit.verification.test_inputs import page, saved

PICTURE = saved(page(GOOD.codes), "PNG")
EMPTY_PAGE = bombs.page(b"0 0 9 9 re f")


@pytest.fixture
def child() -> Iterator[Child]:
    made = Child()
    yield made
    made.close()


@pytest.fixture
def bounds() -> Iterator[dict[int, tuple[int, int]]]:
    """The limits of this process, given back afterwards."""
    import resource

    kinds = (resource.RLIMIT_AS, resource.RLIMIT_CORE, resource.RLIMIT_FSIZE)
    before = {kind: resource.getrlimit(kind) for kind in kinds}
    yield before
    for kind, bound in before.items():
        resource.setrlimit(kind, bound)


def says(answer: bytes, takes: int = 1_000_005) -> Child:
    """A child that is ready, takes so many octets, answers so and ends."""
    program = (
        "import sys; out = sys.stdout.buffer; "
        f"out.write({READY!r}); out.flush(); sys.stdin.buffer.read({takes}); out.write({answer!r})"
    )
    return Child((sys.executable, "-c", program))


def framed(answer: bytes) -> bytes:
    return len(answer).to_bytes(LENGTH, "big") + answer


def why_not(reader: Child, content: bytes, job: JobName = "pdf") -> str:
    with pytest.raises(PictureUnread) as refused:
        reader.read(job, content)
    return refused.value.code


def test_a_child_reads_what_this_process_reads(child: Child) -> None:
    pdf = saved(page(GOOD.codes), "PDF")
    for job, content in (("picture", PICTURE), ("pdf", pdf)):
        name: JobName = "pdf" if job == "pdf" else "picture"
        assert child.read(name, content) == InThisProcess().read(name, content)


def test_one_child_reads_many_files(child: Child) -> None:
    child.read("picture", PICTURE)
    first = child.process_id
    assert first is not None
    assert why_not(child, b"%PDF-") == "pdf-broken"
    child.read("pdf", EMPTY_PAGE)
    assert child.process_id == first


def test_texts_of_codes_need_no_child(child: Child) -> None:
    assert parts_in(texts(GOOD.codes), child).faults == ()
    assert child.process_id is None


def test_the_program_has_one_child() -> None:
    assert report(Input("page.png", PICTURE)).answer == "valid-practice"
    assert shared() is shared()
    assert shared().process_id is not None


@pytest.mark.parametrize(
    "bomb",
    [bombs.endless_pdf, bombs.branching_pdf, bombs.swelling_pdf],
    ids=lambda bomb: bomb.__name__,
)
def test_what_takes_too_much_is_stopped_and_the_next_file_is_read(
    bomb: object, child: Child
) -> None:
    assert callable(bomb)
    import resource

    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert why_not(child, bomb()) == STOPPED
    assert child.process_id is None
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    # A second for the file, and what starting takes, however busy the machine is.
    assert after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime < 2.5
    assert child.read("pdf", EMPTY_PAGE) == ()


def test_a_stopped_file_is_unreadable_and_says_so_in_every_language() -> None:
    given = report(Input("bomb.pdf", bombs.branching_pdf()))
    assert given.answer == "unreadable"
    assert given.notes == (Note(STOPPED),)
    for language in LANGUAGES:
        assert given.reason(words(language))
        assert Note(MISSING).said(words(language))


def test_a_child_that_died_meanwhile_is_replaced(child: Child) -> None:
    child.read("pdf", EMPTY_PAGE)
    first = child.process_id
    assert first is not None
    os.kill(first, signal.SIGKILL)
    os.waitid(os.P_PID, first, os.WEXITED | os.WNOWAIT)
    assert child.read("pdf", EMPTY_PAGE) == ()
    assert child.process_id not in (first, None)


def test_a_child_that_only_waits_is_stopped_by_the_clock() -> None:
    program = (
        f"import sys; sys.stdout.buffer.write({READY!r}); sys.stdout.flush(); sys.stdin.read()"
    )
    waiting = Child((sys.executable, "-c", program), patience=0)
    assert why_not(waiting, EMPTY_PAGE) == STOPPED
    assert waiting.process_id is None


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        framed(b""),
        framed(b"\xff"),
        framed(encode({})),
        framed(encode({NOT_READ: 1})),
        framed(encode({NOT_READ: "no such note"})),
        framed(encode({2: 1})),
        (LARGEST_ANSWER + 1).to_bytes(LENGTH, "big"),
        framed(encode({READ: ()}))[:-1],
    ],
)
def test_a_child_that_answers_otherwise_is_not_believed(answer: bytes) -> None:
    lying = says(answer)
    assert why_not(lying, bytes(1_000_000)) == STOPPED
    assert lying.process_id is None


def test_a_child_that_ends_before_it_was_told_all_is_noticed() -> None:
    # Longer than a pipe holds, so that it is noticed while writing.
    assert why_not(says(b"", takes=0), bytes(1_000_000)) == STOPPED


@pytest.mark.parametrize("found", [1, (1,), ("text",), {0: 1}])
def test_what_is_no_list_of_codes_is_not_believed(found: Item) -> None:
    class Lying:
        def read(self, job: JobName, content: bytes) -> Item:
            return found

    assert parts_in(Input("page.pdf", EMPTY_PAGE), Lying()).faults == (Note(STOPPED),)


@pytest.mark.parametrize(
    "found", [1, (), ((), b"", bytes(31)), ((b"",), b"", bytes(32)), ((), "", bytes(32))]
)
def test_what_is_no_set_of_enclosures_is_not_believed(found: Item) -> None:
    class Lying:
        def read(self, job: JobName, content: bytes) -> Item:
            return found

    assert parts_in(Input("page.pdf", practice_pdf()), Lying()).faults == (Note(STOPPED),)


def test_enclosures_that_take_too_much_are_stopped_like_a_page() -> None:
    class Stopped:
        def read(self, job: JobName, content: bytes) -> Item:
            raise PictureUnread(STOPPED)

    assert parts_in(Input("page.pdf", practice_pdf()), Stopped()).faults == (Note(STOPPED),)


def test_what_cannot_be_taken_apart_has_its_own_code() -> None:
    with pytest.raises(PictureUnread) as unread:
        InThisProcess().read("enclosures", b"%PDF-")
    assert unread.value.code == "enclosures-unread"


@pytest.mark.parametrize(
    "command", [("/no/such/program",), (sys.executable, "-c", "pass")], ids=["missing", "silent"]
)
def test_a_child_that_does_not_start_is_named(command: tuple[str, ...]) -> None:
    assert why_not(Child(command), EMPTY_PAGE) == MISSING


def test_a_frozen_build_starts_itself() -> None:
    assert command_of(frozen=True) == (sys.executable, "read-foreign-files")
    entrance = Child((sys.executable, "-m", "tallydesk", "read-foreign-files"))
    assert len(_array(entrance.read("picture", PICTURE))) == len(GOOD.codes)
    entrance.close()


def _array(item: Item) -> tuple[Item, ...]:
    assert isinstance(item, tuple)
    return item


def test_the_worker_serves_until_nothing_more_comes(
    monkeypatch: pytest.MonkeyPatch, bounds: object
) -> None:
    broken = b"%PDF-"
    asked = b"\x00" + framed(EMPTY_PAGE) + b"\x00" + framed(broken)
    out = io.BytesIO()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(asked)))
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(out))
    assert worker.main() == 0
    answers = framed(encode({READ: ()})) + framed(encode({NOT_READ: "pdf-broken"}))
    assert out.getvalue() == READY + answers


def taken() -> int:
    """Octets of address space that this process has by now; it gives none back meanwhile."""
    import resource

    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    return pages * resource.getpagesize()


def test_a_worker_takes_no_more_memory_and_writes_no_file(
    bounds: dict[int, tuple[int, int]],
) -> None:
    import resource

    before = taken()
    worker.confine()
    assert resource.getrlimit(resource.RLIMIT_FSIZE)[0] == 0
    assert resource.getrlimit(resource.RLIMIT_CORE)[0] == 0
    most, hard = resource.getrlimit(resource.RLIMIT_AS)
    assert before <= most - worker.MOST_MEMORY <= taken()
    assert hard == bounds[resource.RLIMIT_AS][1]


def test_where_a_system_has_no_limits_the_worker_works_all_the_same(
    monkeypatch: pytest.MonkeyPatch, bounds: dict[int, tuple[int, int]], tmp_path: os.PathLike[str]
) -> None:
    import resource

    worker.confine(Path(tmp_path) / "statm")
    assert resource.getrlimit(resource.RLIMIT_AS) == bounds[resource.RLIMIT_AS]
    monkeypatch.setitem(sys.modules, "resource", None)
    worker.confine()
    monkeypatch.delattr(signal, "setitimer")
    worker.stopwatch(1)


def test_a_worker_that_runs_out_of_time_is_ended_by_the_system() -> None:
    program = (
        "from tallydesk.verification.worker import stopwatch\nstopwatch(1)\nwhile True:\n    pass"
    )
    done = subprocess.run([sys.executable, "-c", program], check=False)
    assert done.returncode == -signal.SIGPROF


@pytest.mark.parametrize(
    ("count", "codes"), [(MOST_CODES, {"damaged-line"}), (MOST_CODES + 1, {"too-many-codes"})]
)
def test_a_pile_of_codes_is_taken_up_to_a_number(count: int, codes: set[str]) -> None:
    found = parts_in(Input("pile.txt", b"x\n" * count))
    assert {note.code for note in found.faults} == codes


def test_half_a_million_lines_are_refused_at_once() -> None:
    given = report(Input("pile.txt", b"x\n" * 500_000))
    assert given.answer == "unreadable"
    assert len(given.notes) == 1
