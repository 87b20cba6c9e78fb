#!/usr/bin/env bash
# The indexer killed at any instant, and the power cut: the index opens, holds what was committed, and
# the next run completes the work. tests/support/faults.py does it; VIGYAPTI_KILLS is how many times.
# In memory where possible: what a crash would leave does not depend on the disk, but its speed does.
[ ! -w /dev/shm ] || export TMPDIR=${TMPDIR:-/dev/shm}
# shellcheck source=tests/support/e2e.sh
source "${SOURCE_DIR:?}/tests/support/e2e.sh"
need_program python3

python3 -B "$SOURCE_DIR/tests/support/faults.py" kills "${VIGYAPTI_KILLS:-500}" "$WORK"
