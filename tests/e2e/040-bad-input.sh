#!/usr/bin/env bash
# Bad input of every kind is named, counted and passed over: the rest is indexed, and nothing that
# was indexed before is lost.
# shellcheck source=tests/support/e2e.sh
source "${SOURCE_DIR:?}/tests/support/e2e.sh"

export VIGYAPTI_INDEX=$WORK/index
cd "$WORK"
printf 'Earlier release\nIt was indexed before anything went wrong.\n' >earlier.txt
index earlier.txt

nothing_lost() { expect_ids earlier.txt "indexed before"; }

encodings() {
    mkdir encodings
    printf 'Good neighbour\nA good file beside bad ones.\n' >encodings/good.txt
    printf 'first line\nsecond \xff\xfe line\n' >encodings/invalid.txt
    printf 'cut off in a letter \xe0\xa4' >encodings/cut.txt
    printf 'overlong \xc0\xaf slash in a line\n' >encodings/overlong.txt
    printf 'surrogate \xed\xa0\x80 half in a somewhat longer line\n' >encodings/surrogate.txt
    printf '\xff\xfeU\0T\0F\0' >encodings/utf16.txt
    printf '\x89PNG\r\n\x1a\n\x01\x02\x03\x04' >encodings/binary.txt
    printf 'a NUL\nbyte \0 within\n' >encodings/nul.txt
    printf '\xef\xbb\xbfByte order mark\nIt is passed over.\n' >encodings/mark.txt
    : >encodings/empty.txt
    printf ' \n\t\n\r\n' >encodings/blank.txt
    printf '\xef\xbb\xbf' >encodings/only-mark.txt
    printf 'Title: Only a title\n' >encodings/title.txt
    printf 'Date: 2023-10-17\n\n' >encodings/only-date.txt
    : >encodings/empty.jsonl
    expect_status 65 index -v encodings
    local name
    for name in binary nul empty blank only-mark only-date; do
        expect_contains "$ERR" "encodings/$name.txt: "
    done
    expect_contains "$ERR" "encodings/binary.txt: 5 of 12 characters are controls or malformed"
    expect_contains "$ERR" "encodings/nul.txt: line 2: a NUL byte"
    expect_lacks "$ERR" "good.txt"
    expect_lacks "$ERR" "empty.jsonl"
    expect_summary indexed 8 failed 6
    expect_equal "$(grep -c 'warning: ' err)" 6
    expect_ids good.txt neighbour
    expect_ids mark.txt '"byte order mark"'
    check_json 'r["hits"][0]["title"] == "Byte order mark"' '"order mark"'
    expect_ids title.txt '"only a title"'
    # What is in another encoding, or not well-formed here and there, is read.
    check_json 'r["hits"][0]["title"] == "first line"' id:invalid.txt
    check_json 'r["hits"][0]["title"] == "cut off in a letter \ufffd"' id:cut.txt
    check_json 'r["hits"][0]["title"] == "overlong \ufffd\ufffd slash in a line"' id:overlong.txt
    check_json 'r["hits"][0]["title"] == "surrogate \ufffd\ufffd\ufffd half in a somewhat longer line"' id:surrogate.txt
    check_json 'r["hits"][0]["title"] == "UTF"' id:utf16.txt
    nothing_lost
}

broken_lines() {
    printf '%s\n' \
        '{"id":"j1","text":"first jewel"}' \
        '{"id":"j2", "text":}' \
        '' \
        '   ' \
        '[1, 2]' \
        '{"id":"j6"}' \
        '{"id":"j7","text":"seventh jewel"' \
        '{"id":"j8","text":12}' \
        '{"id":"j9","text":"a \u0000 jewel"}' \
        'jewel' \
        '{"id":"j11","text":"half \ud800 jewel"}' \
        '{"id":"j12","text":"a"} {"id":"j12b","text":"two jewels in a line"}' \
        '{"id":["j13"],"text":"jewel"}' \
        'null' \
        '{"id":"j15","title":"fifteenth jewel","text":null,"other":{"deep":[1]}}' \
        '{"id":"j16","text":"jewel","country":[["RU"]]}' >lines.jsonl
    printf '{"id":"j17","text":"not \xff UTF-8 jewel"}\n{"id":"j18","text":"last jewel"}' >>lines.jsonl
    expect_status 65 index -v lines.jsonl
    local line
    for line in 2 5 6 7 8 9 10 11 12 13 14 16 17; do
        expect_contains "$ERR" "lines.jsonl:$line: "
    done
    expect_equal "$(grep -c 'warning: ' err)" 13
    expect_summary indexed 3 failed 13
    expect_ids "j1 j15 j18" jewel
    nothing_lost
}

# Line numbers stay right beyond the megabyte in which a big file is read at a time, also on stdin.
line_numbers_of_a_big_file() {
    local i
    for i in {1..9000}; do
        if ((i % 3000 == 1234)); then
            printf 'broken\n\n'
        else
            printf '{"id":"big%s","text":"padding padding padding padding padding padding padding padding padding padding padding padding padding padding padding padding padding padding padding padding padding padding padding padding padding padding padding padding padding padding padding padding"}\n' "$i"
        fi
    done >big.jsonl
    [ "$(wc -c <big.jsonl)" -gt 2500000 ] || fail "big.jsonl is not big"
    expect_status 65 index -v --index "$WORK/lines-index" big.jsonl
    expect_equal "$(grep -o 'big.jsonl:[0-9]*' err | sort | tr '\n' ' ')" "big.jsonl:1234 big.jsonl:4235 big.jsonl:7236 "
    expect_summary indexed 8997 failed 3
    expect_status 65 index -v --index "$WORK/lines-index" - <big.jsonl
    expect_contains "$ERR" "stdin:7236: "
    expect_summary unchanged 8997 failed 3
}

one_long_line() {
    head -c 50000000 /dev/zero | tr '\0' a >long.txt
    {
        printf '{"id":"before","text":"ahead of the giant"}\n{"id":"long","text":"'
        cat long.txt
        printf '"}\n{"id":"after","text":"behind the giant"}\nbroken\n'
    } >long.jsonl
    expect_status 65 index -v long.txt long.jsonl
    expect_contains "$ERR" "long.txt: larger than the limit"
    expect_contains "$ERR" "long.jsonl:2: "
    expect_contains "$ERR" "long.jsonl:4: "
    expect_summary indexed 2 failed 3
    expect_ids "before after" giant
    nothing_lost
    # With leave to be so long they are indexed, and a word of 50 MB does no harm.
    expect_status 65 index -v --retry-failed --max-release-size 100 long.txt long.jsonl
    expect_summary indexed 2 unchanged 2 failed 1
    check_json 'r["total"] == 2 and all(len(h["title"]) < 1000 for h in r["hits"])' 'id:long id:long.txt'
    expect_status 0 search 'id:long id:long.txt'
    [ "${#OUT}" -lt 20000 ] || fail "a page of ${#OUT} characters"
    nothing_lost
    rm long.txt long.jsonl
}

# Many words, which take more to analyse than one long word does.
one_long_text() {
    awk 'BEGIN { for (i = 0; i < 400000; i++) printf "शब्द%d ", i % 5000 }' >words.txt
    expect_status 0 index -v words.txt
    expect_summary indexed 1
    expect_status 0 timeout 20 "$BIN_SEARCH" 'शब्द'
    nothing_lost
}

unreadable() {
    mkdir secret secret/folder theirs
    printf 'Closed file\n' >secret/file.txt
    printf '{"text":"closed lines"}\n' >secret/lines.jsonl
    printf 'Closed folder\n' >secret/folder/inner.txt
    printf 'Open file\n' >secret/open.txt
    chmod 0 secret/file.txt secret/lines.jsonl secret/folder
    chmod 777 theirs
    chmod 711 "$WORK"
    if ! as_nobody test -x "$BIN_INDEX" || as_nobody test -r secret/file.txt; then
        printf 'not tried: unreadable files\n'
        return
    fi
    expect_status 65 as_nobody "$BIN_INDEX" -v --index theirs/index secret
    expect_contains "$ERR" "secret/file.txt: Permission denied"
    expect_contains "$ERR" "secret/lines.jsonl: Permission denied"
    expect_contains "$ERR" "secret/folder: Permission denied"
    expect_summary indexed 1 failed 3
    expect_status 65 as_nobody "$BIN_INDEX" -v --index theirs/index secret/file.txt secret/open.txt
    expect_summary unchanged 1 failed 1
}

# An index that may not be written is no index that another run holds: waiting will not help.
unwritable_index() {
    if ! as_nobody test -x "$BIN_INDEX" || as_nobody test -w "$WORK"; then
        printf 'not tried: an index that may not be written\n'
        return
    fi
    chmod 755 "$WORK"
    expect_status 74 as_nobody "$BIN_INDEX" -v --index "$WORK/new/index" earlier.txt
    expect_contains "$ERR" "ermission"
    expect_status 74 as_nobody "$BIN_INDEX" -v earlier.txt
    expect_contains "$ERR" "ermission denied"
    expect_lacks "$ERR" "another vigyapti-index"
    nothing_lost
    chmod 0 index
    expect_status 2 as_nobody "$BIN_SEARCH" earlier
    chmod 755 index
    expect_contains "$ERR" "ermission denied"
}

missing_paths() {
    printf 'Named beside a missing one\n' >beside.txt
    expect_status 65 index -v missing.txt
    expect_contains "$ERR" "missing.txt: No such file or directory"
    expect_contains "$ERR" "hint: "
    expect_status 65 index -v beside.txt missing.txt
    expect_contains "$ERR" "missing.txt"
    expect_status 65 index --rebuild beside.txt missing.txt
    nothing_lost
    expect_status 65 index ''
    expect_status 65 index earlier.txt/inside
    ln -s nowhere dangling.txt
    expect_status 65 index dangling.txt
    expect_contains "$ERR" "dangling.txt: No such file or directory"
    # A link that leads to itself.
    ln -s circle.txt circle.txt
    expect_status 65 index circle.txt
    expect_contains "$ERR" "circle.txt: "
    nothing_lost
    # Nothing is left of an index that a wrong path would have made.
    expect_status 65 index --index "$WORK/never" missing.txt
    [ ! -e "$WORK/never" ] || fail "a missing path made an index"
}

unknown_formats() {
    printf '%%PDF-1.7\n' >file.png
    expect_status 64 index file.png
    expect_contains "$ERR" "file.png: unknown format"
    expect_contains "$ERR" "--format"
    expect_status 0 index -v --format text file.png
    expect_summary indexed 1
    nothing_lost
}

files_without_releases() {
    mkdir empty
    printf '<rss><channel><title>c</title></channel></rss>' >empty/feed.rss
    printf '<rss><channel><title>c</title>' >empty/half.rss
    expect_status 65 index empty
    expect_equal "$(grep -c 'warning: ' err)" 1
    rm empty/half.rss
    expect_status 0 index empty
    expect_equal "$ERR" ''
    printf ' ' >>empty/feed.rss
    expect_status 0 index -v empty
    expect_contains "$ERR" "note: empty/feed.rss: no items in the feed"
    expect_summary indexed 0 failed 0
    expect_status 0 index --explain-file empty/feed.rss
    expect_contains "$OUT" "no release: no items in the feed"
    nothing_lost
}

special_files() {
    mkdir special special/sub
    printf 'Regular in a special folder\n' >special/a.txt
    printf 'Regular below\n' >special/sub/b.txt
    mkfifo special/pipe.txt special/pipe.jsonl
    ln -s nowhere special/dangling.txt
    ln -s .. special/sub/up
    ln -s loop.txt special/loop.txt
    mkdir special/folder.txt
    local status=0
    timeout 20 "$BIN_INDEX" -v special 2>err >out || status=$?
    [ "$status" -eq 0 ] || [ "$status" -eq 65 ] || fail "status $status for special files: $(cat err)"
    expect_summary indexed 2 unchanged 0
    expect_ids "a.txt sub/b.txt" regular
    status=0
    timeout 20 "$BIN_INDEX" -v special/pipe.txt earlier.txt 2>err >out || status=$?
    expect_equal "$status" 65
    expect_contains "$(cat err)" "special/pipe.txt: not a regular file"
    expect_summary unchanged 1 failed 1
    nothing_lost
}

# A link that leads nowhere is a release that is missing: somebody meant it to be there.
dangling_link_in_a_folder() {
    mkdir links
    printf 'Beside a link\n' >links/beside-link.txt
    ln -s nowhere links/dangling.txt
    expect_status 65 index -v links
    expect_contains "$ERR" "links/dangling.txt: "
    expect_summary indexed 1 failed 1
}

# Lines from another program, which may take its time; or none at all, which must not pass for done.
pipes_for_lines() {
    local status=0
    timeout 20 "$BIN_INDEX" -v --format jsonl \
        <(sleep 0.5; printf '{"id":"slow","text":"slowly written"}\n') 2>err >out || status=$?
    if [ "$status" -eq 0 ]; then
        expect_ids slow slowly
    else
        expect_equal "$status" 65
        expect_contains "$(cat err)" "not a regular file"
    fi
}

closed_input() {
    local status=0
    index -v - 2>err >out <&- || status=$?
    expect_equal "$status" 65
    expect_contains "$(cat err)" "stdin:1: "
    expect_status 0 index -v - </dev/null
    expect_summary indexed 0 failed 0
    expect_status 65 index -v - <"$WORK"
    nothing_lost
}

bad_dates() {
    printf 'Title: Odd date\nDate: the day before yesterday\n\nIts release is indexed all the same.\n' >odd.txt
    TZ=UTC touch -d '2022-09-16 12:00' odd.txt
    expect_status 0 index -v odd.txt
    expect_contains "$ERR" '"the day before yesterday" is no date'
    expect_summary indexed 1 failed 0
    # The time of its file remains.
    check_json 'r["hits"][0]["date"] == "2022-09-16"' '"odd date"'
}

# Two folders may hold files of the same name. Neither release may vanish without a word.
same_name_in_two_folders() {
    mkdir -p north south
    printf 'From the north\n' >north/same.txt
    printf 'From the south\n' >south/same.txt
    expect_status 0 index -v --index "$WORK/two" north south
    if [ "$(ids --index "$WORK/two" north south | wc -l)" -ne 2 ]; then
        expect_contains "$ERR" "same.txt"
    fi
}

damaged_index() {
    index --index "$WORK/damaged" earlier.txt
    local shard
    for shard in "$WORK"/damaged/gen1/shard*; do
        printf 'garbage' >"$shard/iamglass"
    done
    expect_status 2 search --index "$WORK/damaged" earlier
    expect_contains "$ERR" "error: $WORK/damaged: "
    expect_contains "$ERR" "hint: "
    expect_status 0 index --index "$WORK/damaged" --rebuild earlier.txt
    expect_ids earlier.txt --index "$WORK/damaged" earlier
    # A directory that holds something else is left alone.
    mkdir precious
    printf 'precious\n' >precious/notes
    index --index precious earlier.txt
    expect_equal "$(cat precious/notes)" precious
    printf 'not a stub\n' >"$WORK/damaged/XAPIANDB"
    expect_status 2 search --index "$WORK/damaged" earlier
    : >"$WORK/damaged/XAPIANDB"
    expect_status 2 search --index "$WORK/damaged" earlier
    expect_status 2 search --index "$WORK/earlier.txt" earlier
    expect_status 74 index --index "$WORK/earlier.txt" earlier.txt
}

# Of a warning that may come with every release the first few are shown, whatever the threads, and
# how many more there are.
many_remarks() {
    mkdir many
    # Long enough for several tasks a file.
    local file i filling
    filling=$(printf 'word %.0s' {1..300})
    for file in a b c; do
        for ((i = 1; i <= 400; i++)); do
            printf '{"id":"%s%s","date":"day %s","country":"Atlantis","text":"%s"}\n' "$file" "$i" "$i" "$filling"
        done >many/$file.jsonl
    done
    printf '{"id":"z","date":"2023","country":"Narnia","text":"word"}\n' >many/d.jsonl
    local threads
    for threads in 1 4; do
        rm -rf "$WORK/many-index"
        # Little memory makes small tasks.
        expect_status 0 index --index "$WORK/many-index" --threads "$threads" --memory 64 many
        expect_equal "$(sed 's/^vigyapti-index: warning: //' err)" "$(
            for i in 1 2 3 4 5; do printf 'many/a.jsonl (a%s): "day %s" is no date, so left out\n' "$i" "$i"; done
            for i in 1 2 3 4 5; do printf 'many/a.jsonl (a%s): "Atlantis" is no country, so left out\n' "$i"; done
            printf '1195 more releases with a date that is none\n'
            printf '1196 more releases with a country that is none\n'
        )"
    done
}

# Whoever cannot be told does not keep the work from being done.
closed_standard_error() {
    new_folder
    printf '{"id":"a","text":"summit","date":"never"}\n{"id":\n' >a.jsonl
    expect_status 65 index --index here a.jsonl
    expect_equal "$(index -v --index "$WORK/closed" a.jsonl 2>&- || echo "status $?")" 'status 65'
    expect_equal "$(search --index "$WORK/closed" --format trec 'summit AND' 2>&- | cut -d ' ' -f 3)" a
    expect_equal "$(search --index none summit 2>&- || echo "status $?")" 'status 2'
    # What was said went nowhere, and into no file of the index either.
    grep -rl vigyapti-index "$WORK/closed" --exclude=lock >said || true
    expect_equal "$(cat said)" ''
    expect_status 0 index --check --index "$WORK/closed"
    [ -e /dev/full ] || return 0
    expect_equal "$(search --index "$WORK/closed" --format trec 'summit AND' 2>/dev/full | cut -d ' ' -f 3)" a
    expect_equal "$(search --index none summit 2>/dev/full || echo "status $?")" 'status 2'
}

section "encodings" encodings
section "broken lines" broken_lines
section "line numbers of a big file" line_numbers_of_a_big_file
section "one long line" one_long_line
section "one long text" one_long_text
section "unreadable files" unreadable
section "an index that may not be written" unwritable_index
section "missing paths" missing_paths
section "unknown formats" unknown_formats
section "files without releases" files_without_releases
section "special files" special_files
section "a dangling link in a folder" dangling_link_in_a_folder
section "pipes for lines" pipes_for_lines
section "closed input" closed_input
section "bad dates" bad_dates
section "many remarks" many_remarks
section "same name in two folders" same_name_in_two_folders
section "damaged index" damaged_index
section "closed standard error" closed_standard_error
finish
