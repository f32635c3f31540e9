# One door for people and for CI. `make help` lists what there is.

PYTHON_IN_VENV := .venv/bin/python
TRANSLATIONS := $(patsubst %.ts,%.qm,$(wildcard resources/i18n/*.ts))

.DEFAULT_GOAL := help
.PHONY: help setup test-setup environment test-environment translations run test lint bench pictures clean

help: ## list what there is
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/make \1 - \2/p' Makefile

setup: environment translations ## make .venv/bin/tallydesk ready, installing what is missing

environment:
	@PYTHON='$(PYTHON)' packaging/setup app

test-environment:
	@PYTHON='$(PYTHON)' packaging/setup test

translations: $(TRANSLATIONS)

# After the environment, which brings lrelease, but not because of it: only a newer .ts counts.
%.qm: %.ts | environment
	@.venv/bin/pyside6-lrelease -silent $< -qm $@
