#!/usr/bin/env bash
# Only one program writes to an index at a time: a second one says so at once and changes nothing,
# whichever of the two is a rebuild. Searches go on undisturbed.
# shellcheck source=tests/support/e2e.sh
source "${SOURCE_DIR:?}/tests/support/e2e.sh"

new_files() {
    new_folder
    printf '{"id":"early","text":"early words"}\n' >early.jsonl
    printf '{"id":"late","text":"late words"}\n' >late.jsonl
}

# release: lets the first indexer read one more release and end.
release() {
    printf '{"id":"held","text":"held words"}\n' >&7
    let_go
}

# new_index: an index with one release in a new folder.
new_index() {
    new_files
    index --shards 2 --index index early.jsonl
}

expect_locked() {
    expect_contains "$ERR" "vigyapti-index: error: "
    expect_contains "$ERR" "index"
    expect_contains "$ERR" "lock"
    expect_contains "$ERR" "hint: run again when it has finished"
    expect_lacks "$ERR" "indexed="
}

two_increments() {
    new_index
    hold
    expect_status 75 timeout 30 "$BIN_INDEX" -v --index index late.jsonl
    expect_locked
    # The old state is searched meanwhile.
    expect_ids early --index index words
    release
    expect_equal "$HELD" 0
    expect_ids "early held" --index index words
    expect_status 0 index -v --index index late.jsonl
    expect_ids "early held late" --index index words
}

# A rebuild that is published while another run writes to the old shards would lose its work.
rebuild_beside_an_increment() {
    new_index
    hold
    expect_status 75 timeout 30 "$BIN_INDEX" -v --rebuild --index index late.jsonl
    expect_locked
    release
    expect_equal "$HELD" 0
    expect_ids "early held" --index index words
}

increment_beside_a_rebuild() {
    new_index
    hold --shards 2 --rebuild
    expect_ids early --index index words
    expect_status 75 timeout 30 "$BIN_INDEX" -v --index index late.jsonl
    expect_locked
    release
    expect_equal "$HELD" 0
    expect_ids held --index index words
}

two_rebuilds() {
    new_index
    hold --shards 2 --rebuild
    expect_status 75 timeout 30 "$BIN_INDEX" -v --rebuild --index index late.jsonl
    expect_locked
    release
    expect_equal "$HELD" 0
    expect_ids held --index index words
}

# Whatever comes of two rebuilds at once, the index can be read afterwards and is one of the two.
index_survives_two_rebuilds() {
    new_index
    hold --shards 2 --rebuild
    local i late_ids="" found
    for i in {1..9}; do
        printf '{"id":"late%s","text":"late words"}\n' "$i"
        late_ids+="late$i "
    done >late.jsonl
    timeout 30 "$BIN_INDEX" --shards 2 --rebuild --index index late.jsonl 2>second.err || true
    release
    expect_status 0 search --index index --format json -n 100 words
    found=$(ids --index index --limit 100 words | sort | tr '\n' ' ')
    [ "$found" = "held " ] || [ "$found" = "$late_ids" ] || fail "the index holds: $found"
    if has_program xapian-check; then
        expect_status 0 xapian-check index/XAPIANDB
    fi
}

first_runs_at_once() {
    new_files
    local i first second statuses
    for i in {1..10}; do
        rm -rf fresh
        "$BIN_INDEX" --index fresh early.jsonl 2>first.err &
        first=$!
        "$BIN_INDEX" --index fresh late.jsonl 2>second.err &
        second=$!
        statuses=""
        wait "$first" && statuses+="early " || [ $? -eq 75 ] || fail "the first: $(cat first.err)"
        wait "$second" && statuses+="late " || [ $? -eq 75 ] || fail "the second: $(cat second.err)"
        # What was reported as done is there.
        expect_ids "$statuses" --index fresh words
    done
}

# A killed indexer leaves no lock behind, and the index as it was at its last commit.
killed() {
    new_index
    hold
    printf '{"id":"lost","text":"lost words"}\n' >&7
    kill -KILL "$HOLDER"
    wait "$HOLDER" 2>/dev/null || true
    exec 7>&-
    expect_ids early --index index words
    expect_status 0 index -v --index index late.jsonl
    expect_ids "early late" --index index words

    hold --shards 2 --rebuild
    kill -KILL "$HOLDER"
    wait "$HOLDER" 2>/dev/null || true
    exec 7>&-
    expect_ids "early late" --index index words
    expect_status 0 index -v --rebuild --allow-mass-delete --index index late.jsonl
    expect_ids late --index index words
    expect_status 0 index -v --rebuild --index index late.jsonl
    # The remains of the killed rebuild do not pile up.
    [ "$(find index -maxdepth 1 -name 'gen*' | wc -l)" -le 2 ] || fail "generations pile up: $(ls index)"
}

section "two increments" two_increments
section "a rebuild beside an increment" rebuild_beside_an_increment
section "an increment beside a rebuild" increment_beside_a_rebuild
section "two rebuilds" two_rebuilds
section "the index survives two rebuilds" index_survives_two_rebuilds
section "first runs at once" first_runs_at_once
section "a killed indexer" killed
finish
