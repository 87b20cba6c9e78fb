#!/usr/bin/env bash
# The guard: a folder that is missing, empty, unreadable or much smaller than before stops the run
# before anything is changed, since that is what a disk looks like that was not mounted.
# shellcheck source=tests/support/e2e.sh
source "${SOURCE_DIR:?}/tests/support/e2e.sh"

# new_roots: two folders of twenty releases each, and their index.
new_roots() {
    new_folder
    mkdir north south
    local i
    for i in {1..20}; do
        printf 'Id: north%s\n\nNorth words %s.\n' "$i" "$i" >"north/n$i.txt"
    done
    make_lines 20 south >south/s.jsonl
    age north/* south/*
    index --index index north south
    dump index >before.dump
}

# stopped PART COMMAND...: the guard stops it, says PART, and changes nothing.
stopped() {
    local part=$1
    shift
    expect_untouched 65 "$@"
    expect_contains "$ERR" "error: $part"
    expect_contains "$ERR" "nothing was changed in the index"
    expect_contains "$ERR" "hint: "
    expect_contains "$ERR" "--allow-mass-delete"
    dump index | diff before.dump - >/dev/null || fail "the index has changed: $*"
}

# gone_and_back: with leave the releases of north go, and when the folder is back they come back.
gone_and_back() {
    expect_status 0 index -v --allow-mass-delete --index index north south
    expect_summary deleted 20 unchanged 20 indexed 0 failed 0
    expect_ids "" --index index north
    expect_equal "$(ids --index index --limit 100 south | wc -l)" 20
    rm -rf north
    mv away north
    expect_status 0 index -v --index index north south
    expect_summary indexed 20 unchanged 20 deleted 0
    dump index | diff before.dump - >/dev/null || fail "not as before"
    expect_status 0 index --check --index index
}

missing() {
    new_roots
    mv north away
    stopped "north: No such file or directory" index --index index north south
    stopped "north: No such file or directory" index --index index south north
    stopped "north: No such file or directory" index --index index north
    # The rest is no reason to go on, even when it has changed.
    printf 'A new release\n' >south/new.txt
    stopped "north: No such file or directory" index --index index north south
    rm south/new.txt
    gone_and_back
}

empty() {
    new_roots
    mv north away
    mkdir north
    stopped "north: there are no files in it" index --index index north south
    # Not by hidden ones and by folders either: they are on every disk.
    mkdir north/lost+found
    printf 'x\n' >north/.hidden.txt
    stopped "north: there are no files in it" index --index index north south
    # A notice in the place of what is mounted there.
    printf 'Mount the archive here.\n' >north/README
    stopped "north: 20 of its 20 releases are gone" index --index index north south
    gone_and_back
}

unreadable() {
    new_roots
    chmod -R a+rwX . "$WORK"
    if ! as_nobody test -x "$BIN_INDEX" || ! as_nobody test -w index/XAPIANDB; then
        printf 'not tried: an unreadable folder, since nobody may not write here\n'
        return
    fi
    chmod 0 north
    if as_nobody ls north >/dev/null 2>&1; then
        chmod 755 north
        printf 'not tried: an unreadable folder, since root reads everything\n'
        return
    fi
    stopped "north: Permission denied" as_nobody "$BIN_INDEX" --index index north south
    chmod 755 north
    # A folder below it is not known to be gone.
    mkdir north/below
    mv north/n?.txt north/below
    as_nobody "$BIN_INDEX" --index index north south
    chmod 0 north/below
    expect_status 65 as_nobody "$BIN_INDEX" -v --index index north south
    expect_summary unchanged 31 deleted 0 failed 1
    chmod 755 north/below
    dump index | diff before.dump - >/dev/null || fail "the index has changed"
}

too_many_gone() {
    new_roots
    mkdir away
    # Two of twenty are ten percent; three are more.
    mv north/n1.txt north/n2.txt north/n3.txt away
    stopped "north: 3 of its 20 releases are gone, more than 10 percent" index --index index north south
    # Each folder by itself, however large the other is.
    stopped "north: 3 of its 20" index --index index north
    stopped "north: 3 of its 20" index --max-delete-percent 14 --index index north south
    stopped "north: 3 of its 20" index --max-delete-percent 0 --index index north south
    expect_status 0 index -v --max-delete-percent 15 --index index north south
    expect_summary deleted 3 unchanged 37
    mv away/* north
    index --index index north south
    mv north/n1.txt north/n2.txt away
    expect_status 0 index -v --index index north south
    expect_summary deleted 2 unchanged 38
}

lines_gone() {
    new_roots
    sed -i '1,3d' south/s.jsonl
    stopped "south: 3 of its 20 releases are gone" index --index index north south
    expect_status 0 index -v --allow-mass-delete --index index north south
    expect_summary deleted 3 unchanged 37
    # A file cut short to nothing.
    dump index >before.dump
    : >south/s.jsonl
    stopped "south: 17 of its 17 releases are gone" index --index index north south
}

# A file that was named itself is a root like any other.
file_gone() {
    new_roots
    index --index index south/s.jsonl
    mv south/s.jsonl away
    stopped "south/s.jsonl: No such file or directory" index --index index south/s.jsonl
}

# What is in another file now, or under another name, is not gone.
moved_about() {
    new_roots
    mkdir north/sorted
    mv north/n*.txt north/sorted
    cp south/s.jsonl north/all.jsonl
    rm south/s.jsonl
    printf 'A new release\n' >south/new.txt
    expect_status 0 index -v --index index north south
    expect_summary indexed 1 unchanged 40 deleted 0
    rm south/new.txt
    index --allow-mass-delete --index index north south
    dump index | diff before.dump - >/dev/null || fail "the index has changed"
}

in_the_configuration() {
    new_roots
    printf 'index = %s\n[index]\nmax-delete-percent = 50\npath = %s\n[source Press]\npath = %s\n' \
        "$PWD/index" "$PWD/north" "$PWD/south" >guard.conf
    index --config guard.conf --allow-mass-delete
    dump index >before.dump
    rm north/n?.txt
    expect_status 0 index -v --config guard.conf
    expect_summary deleted 9 unchanged 31
    dump index >before.dump
    rm north/n1[0-8].txt
    stopped "$PWD/north: 9 of its 11 releases are gone" index --config guard.conf
    printf '[index]\nallow-mass-delete = yes\n' >>guard.conf
    expect_untouched 78 index --config guard.conf
}

rebuild() {
    new_roots
    mv north away
    stopped "north: No such file or directory" index --rebuild --index index north south
    mkdir north
    stopped "north: there are no files in it" index --rebuild --index index north south
    rmdir north
    # Forgotten on the command line.
    expect_status 65 index --rebuild --index index south
    expect_contains "$ERR" "the new index would hold 20 releases, the old one holds 40"
    expect_contains "$ERR" "--allow-mass-delete"
    dump index | diff before.dump - >/dev/null || fail "the index has changed"
    # What it made in vain does not stay.
    mv away north
    index --index index north south
    expect_equal "$(find index -maxdepth 1 -name 'gen*' | wc -l)" 1
    mv north/n1.txt north/n2.txt north/n3.txt north/n4.txt north/n5.txt .
    expect_status 65 index --rebuild --index index north south
    expect_contains "$ERR" "--allow-mass-delete"
    dump index | diff before.dump - >/dev/null || fail "the index has changed"
    expect_status 0 index -v --rebuild --allow-mass-delete --index index north south
    expect_summary indexed 35
    expect_status 0 index --check --index index
}

# A folder that grew does not make up for one that shrank, nor new releases for old ones.
rebuild_by_folder() {
    new_roots
    make_lines 40 south >south/s.jsonl
    rm north/n?.txt
    expect_status 65 index --rebuild --index index north south
    expect_contains "$ERR" "north: the new index would lack 9 of its 20 releases; the old one stays in use"
    expect_contains "$ERR" "--allow-mass-delete"
    dump index | diff before.dump - >/dev/null || fail "the index has changed"
    local i
    for i in {21..29}; do printf 'Id: north%s\n\nNorth words.\n' "$i" >"north/n$i.txt"; done
    expect_status 65 index --rebuild --index index north south
    expect_contains "$ERR" "north: the new index would lack 9 of its 20 releases"
    # What is in another file is not lost.
    make_lines 9 north >south/rest.jsonl
    expect_status 0 index -v --rebuild --index index north south
    expect_summary indexed 69
}

# An index that cannot be read any more is what a rebuild is for. What it lacks cannot be told then.
rebuild_of_a_damaged_index() {
    new_roots
    cp -a index whole
    local part shard
    shard=$(sed -n '1s/^auto //p' index/XAPIANDB)
    for part in iamglass postlist.glass termlist.glass ''; do
        if [ -n "$part" ]; then : >"index/$shard/$part"; else rm -r "index/$shard"; fi
        expect_status 0 index --rebuild --index index north south
        expect_contains "$ERR" "warning: index: the old index cannot be read"
        expect_equal "$(wc -l <"$WORK/err")" 1
        expect_same index whole
        rm -r index
        cp -a whole index
    done
    # The folders are looked at all the same.
    : >"index/$shard/iamglass"
    mv north away
    expect_status 65 index --rebuild --index index north south
    expect_contains "$ERR" "north: No such file or directory"
}

section "missing" missing
section "empty" empty
section "unreadable" unreadable
section "too many gone" too_many_gone
section "lines gone" lines_gone
section "a file gone" file_gone
section "moved about" moved_about
section "in the configuration" in_the_configuration
section "rebuild" rebuild
section "rebuild, folder by folder" rebuild_by_folder
section "rebuild of a damaged index" rebuild_of_a_damaged_index
finish
