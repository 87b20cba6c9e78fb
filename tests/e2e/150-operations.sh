#!/usr/bin/env bash
# What a keeper of an index does by hand: check it, compact it, count what it holds, take releases
# out, copy it and put the copy back.
# shellcheck source=tests/support/e2e.sh
source "${SOURCE_DIR:?}/tests/support/e2e.sh"
# What is found across languages has a script of its own, 240.
SEARCH_OPTIONS=(--cross off)

# new_index: an index of thirty releases in three shards.
new_index() {
    new_folder
    mkdir news
    make_lines 20 line >news/lines.jsonl
    index --index index news/lines.jsonl
    printf 'Title: रूस\nDate: 2023-10-17\nSource: विदेश मंत्रालय\nId: hi-1\n\nऊर्जा सहयोग।\n' >news/hi.txt
    printf 'Title: Russia\nDate: 2022-01-02\nSource: Press\nId: en-1\n\nEnergy.\n' >news/en1.txt
    printf 'Title: Astana\nDate: 2022-05\nSource: Press\nId: en-2\n\nTalks.\n' >news/en2.txt
    index --index index news
    make_lines 7 more >news/more.jsonl
    age news/*
    index --index index news
    expect_equal "$(shards | wc -l)" 3
}

shards() { sed 's/^auto //' index/XAPIANDB; }

sound() {
    new_index
    expect_untouched 0 index --check --index index
    expect_equal "$OUT" "index: all sound (releases: 30, shards: 3)"
    expect_equal "$ERR" ""
    expect_status 74 index --check --index never
    expect_contains "$ERR" "hint: "
    [ ! -e never ] || fail "a check made an index"
}

# damaged PART: --check says so, names PART, and gives a way out. It changes nothing.
damaged() {
    expect_untouched 74 index --check --index index
    expect_equal "$OUT" ""
    expect_contains "$ERR" "$1"
    expect_contains "$ERR" "hint: "
    expect_contains "$ERR" "--rebuild"
}

damage() {
    new_folder
    # Of several blocks a table.
    awk 'BEGIN {
        for (i = 0; i < 400; i++) {
            printf "{\"id\":\"d%d\",\"text\":\"", i
            for (j = 0; j < 60; j++) printf "w%d ", (i * 60 + j) * 7919 % 9973
            print "\"}"
        }
    }' >many.jsonl
    index --index index many.jsonl
    cp -a index whole
    local shard table size
    shard=$(shards | head -n 1)
    for table in postlist docdata termlist position; do
        table=index/$shard/$table.glass
        size=$(($(wc -c <"$table") / 8192))
        [ "$size" -ge 3 ] || fail "$table has only $size blocks"
        head -c 8192 /dev/urandom | dd of="$table" bs=8192 seek=$((size / 2)) conv=notrunc status=none
        damaged "$shard: "
        rm -r index
        cp -a whole index
    done
    : >"index/$shard/postlist.glass"
    damaged "$shard: "
    rm -r index
    cp -a whole index
    printf 'garbage' >"index/$shard/iamglass"
    damaged "$shard: "
    rm -r index
    cp -a whole index
    head -c 100 /dev/urandom >index/gen1/state/iamglass
    damaged "index/gen1/state: "
    rm -r index
    cp -a whole index
    rm -r index/gen1/state
    damaged "index/gen1/$(basename "$shard"): 400 releases are of files that the state does not know"
    rm -r index
    cp -a whole index
    expect_status 0 index --check --index index
}

# One shard of three is gone: what is wrong with the others is said all the same.
missing_shard() {
    new_index
    rm -r "index/$(shards | sed -n 2p)"
    damaged "$(shards | sed -n 2p): "
    local other
    other=$(shards | sed -n 3p)
    : >"index/$other/termlist.glass"
    damaged "$other: "
    expect_contains "$ERR" "$(shards | sed -n 2p): "
    printf 'auto gen1/never\n' >>index/XAPIANDB
    damaged "gen1/never: "
    expect_contains "$ERR" "error: index: 3 problems"
}

compacted() {
    new_index
    cp -a index whole
    expect_status 0 index --compact --index index
    expect_equal "$OUT$ERR" ""
    expect_equal "$(shards | wc -l)" 1
    expect_equal "$(find index/gen1 -maxdepth 1 -name 'shard*' | wc -l)" 1
    expect_same index whole
    "$BIN_DUMP" --check index
    if has_program xapian-check; then expect_status 0 xapian-check index/XAPIANDB; fi
    expect_status 0 index --check --index index
    expect_ids hi-1 --index index ऊर्जा
    # For the next run nothing has changed.
    expect_untouched 0 index -v --index index news
    expect_summary unchanged 30 bytes 0
    # Once more, and on an index without releases.
    expect_status 0 index --compact --index index
    expect_same index whole
    index --allow-mass-delete --index none - </dev/null
    expect_status 0 index --compact --index none
    expect_status 0 index --check --index none
    expect_status 74 index --compact --index never
    [ ! -e never ] || fail "an index was made"
}

# value_of NAME: behind a name in the output of --stats.
value_of() { sed -n "s/^ *$1  *\(.*\)/\1/p" <<<"$OUT"; }

counted() {
    new_index
    expect_untouched 0 index --stats --index index
    expect_equal "$ERR" ""
    expect_equal "$(value_of releases)" 30
    expect_equal "$(value_of files)" 5
    expect_equal "$(value_of failures)" 0
    expect_equal "$(value_of shards)" 3
    [ "$(value_of terms)" -gt 60 ] || fail "terms: $(value_of terms)"
    [[ $(value_of size) =~ ^[0-9.]+\ [kMG]?B$ ]] || fail "size: $(value_of size)"
    expect_equal "$(sed -n '/^language/,$p' <<<"$OUT" | tr -s ' ')" "language
 en 29
 hi 1
source
 (none) 27
 Press 2
 विदेश मंत्रालय 1
year
 (none) 27
 2022 2
 2023 1"
    if has_program xapian-delve; then
        expect_equal "$(xapian-delve -a -1 index/XAPIANDB | tail -n +2 | sort -u | wc -l)" \
            "$(value_of terms)"
    fi
    expect_status 74 index --stats --index never
}

deleted() {
    new_index
    expect_status 0 index -v --delete --index index hi-1 line3
    expect_equal "$OUT" ""
    expect_summary deleted 2 failed 0
    expect_ids "" --index index id:hi-1
    expect_ids "" --index index id:line3
    expect_ids "" --index index ऊर्जा
    expect_status 0 index --check --index index
    # One that is not there is named; the others go.
    expect_status 65 index -v --delete --index index en-1 unknown en-1
    expect_contains "$ERR" "warning: unknown: no release with this id"
    expect_summary deleted 1 failed 1
    expect_untouched 65 index --delete --index index unknown
    # As the man page says: their files have not changed, so they do not come back.
    expect_untouched 0 index -v --index index news
    expect_summary indexed 0 unchanged 27 deleted 0
    touch news/hi.txt
    expect_status 0 index -v --index index news
    expect_summary indexed 0 unchanged 27
    # Until the file changes, with all that it holds.
    make_lines 1 new >>news/lines.jsonl
    printf 'समझौता।\n' >>news/hi.txt
    expect_status 0 index -v --index index news
    expect_summary indexed 3 deleted 0
    expect_ids line3 --index index id:line3
    expect_ids hi-1 --index index ऊर्जा
    expect_status 0 index -v --rebuild --index index news
    expect_summary indexed 31
}

# The commands of the man page, as they stand there.
commands_of_the_page() {
    sed -n '/^\.Sh BACKUP/,/^\.Sh DIAG/{s/^\.Dl //;s/^\$ //p}' "$SOURCE_DIR/indexer/vigyapti-index.1" |
        sed "s/\bDIR\b/index/g; s/\bBACKUP\b/copy/g"
}

backup() {
    has_program flock || {
        printf 'not tried: backup, for want of flock\n'
        return
    }
    new_index
    mkdir bin
    ln -s "$BIN_INDEX" bin/vigyapti-index
    PATH=$PWD/bin:$PATH
    commands_of_the_page >commands
    expect_equal "$(head -n 1 commands)" "flock index/lock cp -a index copy"
    # While a run is going on the copy waits, and holds all of it.
    hold --threads 1
    sh -c "$(head -n 1 commands)" 7>&- &
    local copying=$!
    printf '{"id":"held","text":"held words"}\n' >&7
    let_go
    expect_equal "$HELD" 0
    wait "$copying"
    expect_ids held --index copy held
    expect_same index copy
    expect_status 0 index --check --index copy
    # While the copy is made no run writes.
    expect_status 75 flock index/lock "$BIN_INDEX" --index index news
    expect_contains "$ERR" "locked: another process is writing"
    # Then releases change, and the disk fails.
    printf 'समझौता।\n' >>news/hi.txt
    sed -i '/"line5"/d' news/lines.jsonl
    printf 'A later release\n' >news/later.txt
    mv news/more.jsonl news/moved.jsonl
    cp -a index original
    head -c 5000 /dev/urandom >"index/$(shards | head -n 1)/postlist.glass"
    expect_status 0 sh -e <(tail -n +2 commands)
    expect_contains "$OUT" "all sound"
    expect_same index copy
    # The next run does on the copy what it does on the original.
    expect_status 0 index -v --index original news
    local original=${ERR%%seconds=*}
    expect_status 0 index -v --index index news
    expect_equal "${ERR%%seconds=*}" "$original"
    expect_summary indexed 1 updated 1 deleted 1
    expect_same index original
    expect_status 0 index -v --index index news
    expect_summary indexed 0 updated 0 deleted 0 bytes 0
}

section "a sound index" sound
section "damage" damage
section "a missing shard" missing_shard
section "compact" compacted
section "stats" counted
section "delete" deleted
section "backup" backup
finish
