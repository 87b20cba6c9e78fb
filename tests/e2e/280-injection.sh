#!/usr/bin/env bash
# Hostile texts in every parameter of the page, in every variable that a client can set and in every
# field of a release are texts in all that comes of it. VIGYAPTI_ALL_INJECTIONS=1 sends each text in
# every way, which takes an hour.
# shellcheck source=tests/support/e2e.sh
source "${SOURCE_DIR:?}/tests/support/e2e.sh"
: "${BIN_CGI:?}" "${BIN_ANSWERS:?}"
need_program python3

TEXTS=$SOURCE_DIR/searcher/web
export VIGYAPTI_CONFIG=$WORK/vigyapti.conf
: >"$VIGYAPTI_CONFIG"

support() { python3 -B "$SOURCE_DIR/tests/support/$1.py" "${@:2}"; }

# The checks see what they are for.
checks() { expect_status 0 support page_reading_test; }

hostile_texts() {
    new_folder
    support injection records "$TEXTS" >releases.jsonl
    # Lines that are no UTF-8 are reported and left out.
    expect_status 65 index --index hostile --threads 1 releases.jsonl
    support injection check "$TEXTS" "$BIN_ANSWERS" "$BIN_CGI" hostile
}

section "checks" checks
section "hostile texts" hostile_texts
finish
