"""The bar of progress: on a terminal alone, never drawn twice for nothing."""

from io import StringIO

from tallydesk.cli.progress import Progress


class Terminal(StringIO):
    """A stream that people look at."""

    def isatty(self) -> bool:
        return True


def test_a_bar_grows_on_a_terminal() -> None:
    terminal = Terminal()
    progress = Progress(terminal, 200)
    for _ in range(4):
        progress.advance(50)
    drawn = terminal.getvalue().split("\r")
    assert drawn[1] == f"[{'#' * 10}{'.' * 30}]  25 %"
    assert drawn[-1] == f"[{'#' * 40}] 100 %"


def test_what_changes_nothing_draws_nothing() -> None:
    terminal = Terminal()
    progress = Progress(terminal, 1_000_000)
    progress.advance(1)
    length = len(terminal.getvalue())
    progress.advance(1)
    assert len(terminal.getvalue()) == length


def test_text_takes_the_place_of_the_bar() -> None:
    terminal = Terminal()
    progress = Progress(terminal, 10)
    progress.clear()
    assert terminal.getvalue() == ""
    progress.advance(5)
    bar = terminal.getvalue().removeprefix("\r")
    progress.clear()
    assert terminal.getvalue().endswith("\r" + " " * len(bar) + "\r")
    length = len(terminal.getvalue())
    progress.clear()
    assert len(terminal.getvalue()) == length
    progress.advance(1)
    assert terminal.getvalue().endswith(" 60 %")


def test_more_than_was_announced_is_all() -> None:
    terminal = Terminal()
    Progress(terminal, 10).advance(20)
    assert terminal.getvalue().endswith("100 %")


def test_a_file_and_a_stream_without_a_size_get_no_bar() -> None:
    plain, terminal = StringIO(), Terminal()
    for stream, total in ((plain, 10), (terminal, 0)):
        progress = Progress(stream, total)
        progress.advance(5)
        progress.clear()
        assert stream.getvalue() == ""
