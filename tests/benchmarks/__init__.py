"""What must be fast, measured beside a floor of the same run: `python -m tests.benchmarks`.

One file a benchmark, `bench_NAME.py`, with a function

    def benchmarks(folder: Path) -> Iterator[Benchmark]:
        yield Ratio("NAME", limit=6, ours=..., floor=..., rounds=20)

`folder` is empty, is the file's own and goes away afterwards; put what is measured on into it
before the yield, and clean up (close windows and files) after it. Each measured thing is a call
without arguments that returns seconds: `seconds_of(call)` for Python, `process(arguments)` for a
whole process. `harness` measures ours and floor in turn, one after the other, so that a busy
machine slows both, and compares medians. What has no floor but a number of milliseconds is a
`Delay`: its `samples` call returns the seconds of each keystroke, and a percentile is held against
the limit.

Each prints one line, `name  ratio  <= limit  ok|over  (ours, floor, n)`. A name begins with the
name of its file (`startup`, `startup-resumed` in `bench_startup.py`), so that `--only startup`
runs a file and `--only startup-resumed` one benchmark of it. The exit code is 1 when one is over.
A benchmark asserts what must hold besides (an import that must not happen); a failed assertion
ends the run.
"""
