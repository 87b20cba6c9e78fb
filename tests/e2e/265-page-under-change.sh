#!/usr/bin/env bash
# Visitors who ask the page without pause while the nightly run commits and a rebuild replaces the
# index: no answer but 200 and 304, none wrong, none out of date. VIGYAPTI_REQUESTS and
# VIGYAPTI_CLIENTS are how many; `scripts/bench page-load` has more, over a large index.
# shellcheck source=tests/support/e2e.sh
source "${SOURCE_DIR:?}/tests/support/e2e.sh"
: "${BIN_CGI:=${BIN_SEARCH%/*}/vigyapti.cgi}"
need_program python3
PATH=$PATH:/usr/sbin
need_program lighttpd
# The server runs as somebody else, who must get at its files.
chmod 755 "$WORK"

python3 -B "$SOURCE_DIR/tests/support/page_readers.py" --requests "${VIGYAPTI_REQUESTS:-1500}" \
    --clients "${VIGYAPTI_CLIENTS:-8}" "$BIN_CGI" "$WORK"
