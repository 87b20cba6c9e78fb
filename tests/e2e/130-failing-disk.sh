#!/usr/bin/env bash
# A disk that is full or fails at any write, sync or rename, once or from then on: a clear error, no
# release lost, and the next run completes the work. VIGYAPTI_ERRORS is how many times it is tried.
# Real full disks are the matter of 050-full-disk.sh.
[ ! -w /dev/shm ] || export TMPDIR=${TMPDIR:-/dev/shm}
# shellcheck source=tests/support/e2e.sh
source "${SOURCE_DIR:?}/tests/support/e2e.sh"
need_program python3

python3 -B "$SOURCE_DIR/tests/support/faults.py" errors "${VIGYAPTI_ERRORS:-200}" "$WORK"
