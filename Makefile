# One door for people and for CI. `make help` lists what there is.

TRANSLATIONS := $(patsubst %.ts,%.qm,$(wildcard resources/i18n/*.ts))
MANUAL := .venv/share/man/man1/tallydesk.1

.DEFAULT_GOAL := help
.PHONY: help setup environment test-environment translations manual run test lint bench attacks faults pictures clean

help: ## this list
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/make \1\t\2/p' Makefile

setup: environment translations manual ## make .venv/bin/tallydesk ready, installing what is missing

environment:
	@PYTHON='$(PYTHON)' packaging/setup app

test-environment:
	@PYTHON='$(PYTHON)' packaging/setup test

translations: $(TRANSLATIONS)

# After the environment, which brings lrelease, but not because of it: only a newer .ts counts.
%.qm: %.ts | environment
	@.venv/bin/pyside6-lrelease -silent $< -qm $@

# For `man tallydesk` and the shell's Tab key, wherever .venv/bin is on the PATH.
manual: $(MANUAL)

$(MANUAL): $(wildcard tallydesk/cli/*.py) | environment
	@.venv/bin/tallydesk manual --out .venv >/dev/null

run: setup ## open the window on an invented election; without a display, a whole night as files
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ]; then \
		exec .venv/bin/tallydesk run --practice; \
	else \
		echo "There is no display here, so no window: a whole night goes to build/demo instead."; \
		exec .venv/bin/tallydesk demo --out build/demo; \
	fi

test: test-environment translations ## style, types, walls, tests, coverage
	@packaging/check test

lint: test-environment ## style, types, walls, unused code and dependencies; runs no test
	@packaging/check lint

bench: test-environment translations ## measure against the benchmarks
	@.venv/bin/python -m tests.benchmarks

attacks: test-environment translations ## every attack at full size, then without each countermeasure
	@TALLYDESK_ATTACKS=full QT_QPA_PLATFORM=offscreen .venv/bin/python -m pytest -q --numprocesses auto --dist worksteal tests/attacks
	@.venv/bin/python -m tests.attacks

faults: test-environment translations ## kill the window 1,000 times over scripted nights; nothing is lost
	@QT_QPA_PLATFORM=offscreen .venv/bin/python -m tests.faults

pictures: test-environment translations ## every page as a picture, in build/pictures
	@QT_QPA_PLATFORM=offscreen .venv/bin/python -m tests.pictures --out build/pictures

clean: ## take away what was made, .venv too
	rm -rf .venv build dist .coverage .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	rm -f resources/i18n/*.qm
	find tallydesk tests -name __pycache__ -type d -prune -exec rm -rf {} +
