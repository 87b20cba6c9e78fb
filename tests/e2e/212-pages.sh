#!/usr/bin/env bash
# What is found in labelled pages: in layouts in the manner of real systems, and in real pages where
# they are. BIN_PAGES prints what is not found.
# shellcheck source=tests/support/e2e.sh
source "${SOURCE_DIR:?}/tests/support/e2e.sh"
need_program python3

cd "$WORK"
python3 -B "$SOURCE_DIR/tests/support/page_layouts.py" pages
"$BIN_PAGES" pages/pages.tsv pages 95
"$BIN_PAGES" pages/fresh.tsv pages 95
"$BIN_PAGES" pages/last.tsv pages 95

if [ -d "$SHARED_DATA/malformed/html" ]; then
    "$BIN_PAGES" "$SOURCE_DIR/tests/golden/pages.tsv" "$SHARED_DATA" 95
else
    printf 'no real pages here: set VIGYAPTI_SHARED_DATA\n'
fi
