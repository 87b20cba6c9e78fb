#!/usr/bin/env bash
# Damaged files of every format end no run: each gives releases or a reason, what was indexed stays,
# and the index is sound. VIGYAPTI_MUTATIONS says how many files, VIGYAPTI_SEED which.
# shellcheck source=tests/support/e2e.sh
source "${SOURCE_DIR:?}/tests/support/e2e.sh"
need_program python3

export VIGYAPTI_INDEX=$WORK/index
count=${VIGYAPTI_MUTATIONS:-10000}
seed=${VIGYAPTI_SEED:-1}
cd "$WORK"
printf 'Earlier release\nIt was indexed before anything went wrong.\n' >earlier.txt
index earlier.txt
python3 -B "$SOURCE_DIR/tests/support/sample_files.py" samples >expected.tsv

batch=500
for ((done = 0; done < count; done += batch)); do
    # Under names of their own: what is as in the batch before, an empty file, would not be read again.
    damaged=damaged-$done
    python3 -B "$SOURCE_DIR/tests/support/mutate.py" "$((seed + done))" "$batch" samples "$damaged"
    status=0
    index --report report.json "$damaged" >out 2>err || status=$?
    rm -rf "$damaged"
    [ "$status" -eq 0 ] || [ "$status" -eq 65 ] ||
        fail "status $status with seed $((seed + done)): $(tail -3 err)"
    python3 - <<'END' || fail "seed $((seed + done)): $(cat report.json)"
import json
report = json.load(open("report.json"))
assert report["files"] == 500, report["files"]
for failure in report["failures"]:
    for fault in "its reader", "went wrong", "took more than", "takes more memory":
        assert fault not in failure["reason"], failure
END
done
index --check >out
expect_status 0 search '"indexed before"'
printf '%s damaged files\n' "$count"
