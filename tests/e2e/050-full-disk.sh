#!/usr/bin/env bash
# A disk that is full, or a file that may not grow: a clear error, no loss, and the next run with
# space completes the work. Where mounting is permitted the disk is a small one in memory, in a mount
# namespace of its own that ends with the script; a limit on the size of files is tried in any case.
# shellcheck source=tests/support/e2e.sh
source "${SOURCE_DIR:?}/tests/support/e2e.sh"

# Releases with ever new words, which take room.
make_releases() {
    awk -v count="$1" 'BEGIN {
        for (i = 0; i < count; i++) {
            printf "{\"id\":\"d%d\",\"text\":\"", i
            for (j = 0; j < 200; j++) printf "w%d ", (i * 200 + j) * 7919 % 999983
            print "\"}"
        }
    }' >"$WORK/many.jsonl"
}

expect_full_disk() {
    expect_contains "$ERR" "vigyapti-index: error: "
    expect_contains "$ERR" "$1"
    expect_contains "$ERR" "hint: free some space"
    expect_equal "$(wc -l <"$WORK/err")" 2
}

expect_earlier_release() { expect_ids first --index "$1" "earlier words"; }

expect_complete() {
    expect_equal "$(search --index "$1" --format json -n 0 lang:en | grep -o '"total":[0-9]*' || true)" \
        '"total":1501'
}

# give_room DISK SIZE: makes the disk larger; where that is not permitted, moves what is on it to a
# larger one.
give_room() {
    mount -o remount,size="$2" "$1" 2>/dev/null && return
    cp -a "$1" "$1.larger"
    umount "$1"
    rmdir "$1"
    mv "$1.larger" "$1"
}

on_small_disk() {
    local disk=$WORK/disk
    mkdir "$disk"
    mount -t tmpfs -o size=3m tmpfs "$disk"
    make_releases 1500
    printf '{"id":"first","text":"earlier words, committed before"}\n' >"$WORK/first.jsonl"
    index --shards 2 --index "$disk/index" "$WORK/first.jsonl"

    expect_status 74 index -v --index "$disk/index" "$WORK/many.jsonl"
    expect_full_disk "No space left on device"
    expect_earlier_release "$disk/index"
    # Once more, with no room at all: the same.
    expect_status 74 index -v --index "$disk/index" "$WORK/many.jsonl"
    expect_earlier_release "$disk/index"
    # A rebuild does not harm what it was to replace.
    expect_status 74 index -v --rebuild --index "$disk/index" "$WORK/first.jsonl" "$WORK/many.jsonl"
    expect_contains "$ERR" "No space left on device"
    expect_earlier_release "$disk/index"

    give_room "$disk" 300m
    expect_status 0 index -v --index "$disk/index" "$WORK/many.jsonl"
    expect_summary failed 0
    expect_earlier_release "$disk/index"
    expect_complete "$disk/index"
    expect_status 0 index -v --rebuild --index "$disk/index" "$WORK/first.jsonl" "$WORK/many.jsonl"
    expect_summary indexed 1501
    expect_complete "$disk/index"
    if has_program xapian-check; then
        expect_status 0 xapian-check "$disk/index/XAPIANDB"
    fi
}

# Not even room for an empty index, then room.
on_tiny_disk() {
    local disk=$WORK/tiny
    mkdir "$disk"
    mount -t tmpfs -o size=16k tmpfs "$disk"
    printf '{"id":"first","text":"earlier words, committed before"}\n' >"$WORK/first.jsonl"
    expect_status 74 index -v --index "$disk/index" "$WORK/first.jsonl"
    expect_contains "$ERR" "No space left on device"
    give_room "$disk" 16m
    expect_status 0 index -v --index "$disk/index" "$WORK/first.jsonl"
    expect_earlier_release "$disk/index"
}

# Out of file names rather than of space: nobody else holds the index, so waiting will not help.
without_inodes() {
    local disk=$WORK/inodes
    mkdir "$disk"
    mount -t tmpfs -o nr_inodes=4 tmpfs "$disk"
    printf '{"id":"first","text":"earlier words, committed before"}\n' >"$WORK/first.jsonl"
    expect_status 74 index -v --index "$disk/index" "$WORK/first.jsonl"
    expect_contains "$ERR" "No space left on device"
    expect_lacks "$ERR" "another vigyapti-index"
}

# Runs the indexer with files of at most 500 KiB.
limited() {
    (
        ulimit -f 500
        "$BIN_INDEX" "$@"
    )
}

limited_files() {
    make_releases 1500
    printf '{"id":"first","text":"earlier words, committed before"}\n' >"$WORK/first.jsonl"
    index --shards 1 --index "$WORK/index" "$WORK/first.jsonl"
    expect_status 74 limited -v --index "$WORK/index" "$WORK/many.jsonl"
    expect_full_disk "File too large"
    expect_earlier_release "$WORK/index"
    expect_status 74 limited -v --rebuild --index "$WORK/index" "$WORK/first.jsonl" "$WORK/many.jsonl"
    expect_earlier_release "$WORK/index"
    expect_status 0 index -v --index "$WORK/index" "$WORK/many.jsonl"
    expect_complete "$WORK/index"
    expect_earlier_release "$WORK/index"
}

full_output() {
    [ -c /dev/full ] || return 0
    printf '{"id":"out","text":"written to a full device"}\n' | index --index "$WORK/out-index" -
    local status=0
    search --index "$WORK/out-index" device >/dev/full 2>"$WORK/err" || status=$?
    expect_equal "$status" 2
    expect_contains "$(cat "$WORK/err")" "standard output: No space left on device"
}

if [ "${1:-}" = mounted ]; then
    trap 'umount "$WORK/disk" "$WORK/tiny" "$WORK/inodes" 2>/dev/null || true; rm -rf "$WORK"' EXIT
    section "a small disk" on_small_disk
    section "a tiny disk" on_tiny_disk
    section "a disk without inodes" without_inodes
    finish
    exit
fi

section "files that may not grow" limited_files
section "full output" full_output
mkdir "$WORK/probe"
unshared=()
for way in "unshare --mount" "unshare --map-root-user --mount"; do
    read -r -a words <<<"$way"
    if "${words[@]}" mount -t tmpfs -o size=64k tmpfs "$WORK/probe" 2>/dev/null; then
        unshared=("${words[@]}")
        break
    fi
done
if [ ${#unshared[@]} -gt 0 ]; then
    "${unshared[@]}" bash "$0" mounted || FAILURES=$((FAILURES + 1))
else
    printf 'not tried: a small disk, since mounting is not permitted\n'
fi
if grep -q "$WORK" /proc/mounts 2>/dev/null; then
    fail "a mount is left behind"
fi
finish
