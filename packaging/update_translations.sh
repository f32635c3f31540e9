#!/bin/sh
# Collect the window's words from the code into resources/i18n/*.ts, and compile them.
# A folder wants -extensions py, or nothing is found; without -locations none every moved line
# would look like a change.
set -eu
cd "$(dirname "$0")/.."
for language in az ru; do
    .venv/bin/pyside6-lupdate -silent -extensions py -locations none -no-obsolete \
        -source-language en -target-language "$language" \
        tallydesk/ui -ts "resources/i18n/$language.ts"
    .venv/bin/pyside6-lrelease -silent "resources/i18n/$language.ts" -qm "resources/i18n/$language.qm"
done
if grep -l 'type="unfinished"' resources/i18n/*.ts; then
    echo "these still have words without a translation" >&2
    exit 1
fi
