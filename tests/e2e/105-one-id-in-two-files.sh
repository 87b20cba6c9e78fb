#!/usr/bin/env bash
# An id that two files hold: the later file has it, and the other gets it back when that is gone.
# shellcheck source=tests/support/e2e.sh
source "${SOURCE_DIR:?}/tests/support/e2e.sh"

INDEX=$WORK/index
NEWS=$WORK/news
mkdir "$NEWS"
for i in {1..30}; do
    printf '{"id": "release-%s", "text": "first of %s"}\n' "$i" "$i"
done >"$NEWS/a.jsonl"
# A file that changed just now is read again anyway.
touch -d '1 hour ago' "$NEWS/a.jsonl"
index --index "$INDEX" "$NEWS"

found() { search --index "$INDEX" --format trec --limit 100 "$1" | cut -d' ' -f3; }

printf '{"id": "release-3", "text": "second"}\n' >"$NEWS/b.jsonl"
index --index "$INDEX" "$NEWS"
[ "$(found second)" = release-3 ] || fail "the later file does not have the id"

rm "$NEWS/b.jsonl"
index --index "$INDEX" "$NEWS"
[ "$(found first | sort | grep -c .)" = 30 ] || fail "the release is not back: $(found first)"
[ "$(found 'first 3' | head -n 1)" = release-3 ] || fail "another one is back"
index --index "$INDEX" --check >"$WORK/check"
grep -q 'all sound (releases: 30' "$WORK/check" || fail "$(cat "$WORK/check")"
