#!/usr/bin/env bash
# Readers that ask without pause while an indexer commits and replaces the index under them: no query
# fails, none answers wrongly. VIGYAPTI_COMMITS and VIGYAPTI_REBUILDS are how many there are of each.
[ ! -w /dev/shm ] || export TMPDIR=${TMPDIR:-/dev/shm}
# shellcheck source=tests/support/e2e.sh
source "${SOURCE_DIR:?}/tests/support/e2e.sh"
need_program python3
has_program mkfifo || skip "no named pipes on this machine"

python3 -B "$SOURCE_DIR/tests/support/readers.py" \
    "${VIGYAPTI_COMMITS:-300}" "${VIGYAPTI_REBUILDS:-60}" "$WORK"
