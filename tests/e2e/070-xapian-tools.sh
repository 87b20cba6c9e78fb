#!/usr/bin/env bash
# The index is a plain Xapian database: Xapian's own tools open it without complaint.
# shellcheck source=tests/support/e2e.sh
source "${SOURCE_DIR:?}/tests/support/e2e.sh"
need_program xapian-delve
need_program quest
need_program xapian-check

INDEX=$WORK/index
cat >"$WORK/releases.jsonl" <<'END'
{"id":"en-1","date":"2023-10-17","source":"Ministry","country":["RU"],"title":"Talks on energy","text":"The talks on energy went on."}
{"id":"en-2","title":"Summit","text":"A summit on trade."}
{"id":"hi-1","date":"2023-10","title":"रूस","text":"रूस ने सहयोग की समीक्षा की।"}
END
index --shards 2 --index "$INDEX" "$WORK/releases.jsonl"
no_complaint() {
    expect_status 0 "$@"
    expect_equal "$ERR" ""
}

delve() {
    no_complaint xapian-delve "$INDEX"
    expect_contains "$OUT" "number of documents = 3"
    expect_contains "$OUT" "has positional information = true"
    no_complaint xapian-delve -t Len "$INDEX"
    expect_contains "$OUT" "termfreq 2"
    no_complaint xapian-delve -t Qhi-1 "$INDEX"
    expect_contains "$OUT" "termfreq 1"
    # Every term of every document may be listed.
    no_complaint xapian-delve -a "$INDEX"
    no_complaint xapian-delve -r 1 -d -V0 "$INDEX"
}

quest_answers() {
    no_complaint quest -d "$INDEX" -s none energi
    expect_contains "$OUT" "Exactly 1 matches"
    no_complaint quest -d "$INDEX" --boolean-prefix=lang:L 'lang:en'
    expect_contains "$OUT" "Exactly 2 matches"
    no_complaint quest -d "$INDEX" --boolean-prefix=id:Q 'id:hi-1'
    expect_contains "$OUT" "Exactly 1 matches"
    no_complaint quest -d "$INDEX" --boolean-prefix=country:N 'country:RU'
    expect_contains "$OUT" "Exactly 2 matches"
}

check() {
    expect_status 0 xapian-check "$INDEX/XAPIANDB"
    expect_contains "$OUT" "No errors found"
}

# Still so after changes and a rebuild, and for an index without a release.
after_changes() {
    printf '{"id":"en-2","title":"Summit","text":"A summit on trade, revised."}\n{"id":"en-3","text":"new"}\n' |
        index --index "$INDEX" -
    check
    no_complaint xapian-delve "$INDEX"
    expect_contains "$OUT" "number of documents = 4"
    index --rebuild --allow-mass-delete --shards 3 --index "$INDEX" "$WORK/releases.jsonl"
    check
    no_complaint xapian-delve "$INDEX"
    expect_contains "$OUT" "number of documents = 3"
    index --index "$WORK/empty" - </dev/null
    expect_status 0 xapian-check "$WORK/empty/XAPIANDB"
    no_complaint xapian-delve "$WORK/empty"
    expect_contains "$OUT" "number of documents = 0"
}

# What xapian-compact makes of it is searched like the original.
compact() {
    has_program xapian-compact || return 0
    mkdir "$WORK/compacted"
    expect_status 0 xapian-compact "$INDEX" "$WORK/compacted/shard0"
    printf 'auto shard0\n' >"$WORK/compacted/XAPIANDB"
    expect_equal "$(search --format trec --index "$WORK/compacted" energy summit)" \
        "$(search --format trec --index "$INDEX" energy summit)"
}

# The index may be moved, since its parts are named relative to it.
moved() {
    mv "$INDEX" "$WORK/elsewhere"
    expect_ids en-1 --index "$WORK/elsewhere" energy
    expect_status 0 index -v --index "$WORK/elsewhere" "$WORK/releases.jsonl"
    expect_summary unchanged 3
}

# A database of someone else's is refused, not misread.
foreign() {
    mkdir "$WORK/foreign"
    printf 'inmemory\n' >"$WORK/foreign/XAPIANDB"
    expect_status 2 search --index "$WORK/foreign" energy
    expect_contains "$ERR" "not an index of vigyapti"
}

section "xapian-delve" delve
section "quest" quest_answers
section "xapian-check" check
section "after changes" after_changes
section "xapian-compact" compact
section "a moved index" moved
section "a foreign database" foreign
finish
