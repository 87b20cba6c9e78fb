#!/usr/bin/env bash
# A damaged index is reported as such, and --rebuild, which the hint names, replaces it.
# shellcheck source=tests/support/e2e.sh
source "${SOURCE_DIR:?}/tests/support/e2e.sh"

NEWS=$WORK/news
mkdir "$NEWS"
printf 'The summit\nMinisters met in Delhi.\n' >"$NEWS/summit.txt"
index --index "$WORK/sound" "$NEWS"

for damaged in iamglass postlist.glass; do
    cp -r "$WORK/sound" "$WORK/index"
    yes damage | head -c 5000 >"$WORK/index/gen1/shard1/$damaged" || true
    status=0
    index --index "$WORK/index" --check >"$WORK/out" 2>&1 || status=$?
    [ "$status" = 74 ] || fail "$damaged: --check ends with $status: $(cat "$WORK/out")"
    grep -q -- '--rebuild' "$WORK/out" || fail "$damaged: no hint: $(cat "$WORK/out")"
    index --index "$WORK/index" --rebuild "$NEWS" 2>"$WORK/err"
    grep -q 'warning: .*the old index cannot be read' "$WORK/err" || fail "$damaged: $(cat "$WORK/err")"
    [ "$(search --index "$WORK/index" --format trec summit | cut -d' ' -f3)" = summit.txt ] ||
        fail "$damaged: not found after a rebuild"
    index --index "$WORK/index" --check >"$WORK/out"
    rm -r "$WORK/index"
done
