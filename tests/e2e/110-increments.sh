#!/usr/bin/env bash
# Increments: what is new, changed, touched, renamed or gone, found by stat and, where that is not
# enough, by content; what failed is remembered; and nothing is read that need not be.
# shellcheck source=tests/support/e2e.sh
source "${SOURCE_DIR:?}/tests/support/e2e.sh"
# What is found across languages has a script of its own, 240.
SEARCH_OPTIONS=(--cross off)

# new_releases: a folder `news` of twelve texts, one of which names its id, and fifteen lines, none
# of them of late; and its index.
new_releases() {
    new_folder
    mkdir -p news/hi
    local i
    for i in {1..10}; do printf 'Title: Release %s\n\nCommon words, and text%s.\n' "$i" "$i" >"news/r$i.txt"; done
    printf 'Title: ऊर्जा\n\nसहयोग पर चर्चा हुई।\n' >news/hi/ऊर्जा.txt
    printf 'Title: Named\nId: named-release\n\nCommon words, and its own id.\n' >news/named.txt
    make_lines 15 line >news/feed.jsonl
    age news/*.* news/hi/*
    expect_status 0 index -v --index index news
    expect_summary indexed 27 failed 0
}

# Brings the index up to date and leaves it sound.
update() {
    expect_status 0 index -v --index index news
    "$BIN_INDEX" --check --index index >checked
}

# as_if_built_anew PATH...: the index holds what a first run over the paths makes.
as_if_built_anew() {
    rm -rf anew
    index --index anew "${@:-news}"
    expect_same index anew
}

unchanged() {
    new_releases
    expect_untouched 0 index -v --index index news
    expect_summary indexed 0 updated 0 unchanged 27 deleted 0 bytes 0
    # Not even a look is taken at a file whose size, time and inode are the same.
    touch -r news/r1.txt stamp
    head -c "$(wc -c <news/r1.txt)" /dev/zero | dd of=news/r1.txt conv=notrunc status=none
    touch -r stamp news/r1.txt
    expect_untouched 0 index -v --index index news
    expect_summary unchanged 27 failed 0 bytes 0
    # When it is touched, the change comes out.
    touch news/r1.txt
    expect_status 65 index -v --index index news
    expect_contains "$ERR" "news/r1.txt: line 1: a NUL byte"
    expect_summary unchanged 26 failed 1
}

new_changed_gone() {
    new_releases
    printf 'Title: Added\n\nCommon words, and an addition.\n' >news/added.txt
    sed -i 's/text2/changed2/' news/r2.txt
    rm news/r3.txt
    update
    expect_summary indexed 1 updated 1 unchanged 25 deleted 1
    expect_ids "added.txt" --index index addition
    expect_ids "r2.txt" --index index changed2
    expect_ids "" --index index text2
    expect_ids "" --index index text3
    as_if_built_anew
}

touched() {
    new_releases
    touch news/r1.txt news/feed.jsonl
    # A new inode too.
    cp news/r2.txt copy
    mv copy news/r2.txt
    update
    expect_summary indexed 0 updated 0 unchanged 27 deleted 0 bytes 0
    age news/r1.txt news/r2.txt news/feed.jsonl
    update
    expect_untouched 0 index -v --index index news
    expect_summary unchanged 27 bytes 0
}

# A change within the clock's step of the last one, with the same size: only the content tells.
changed_at_once() {
    new_releases
    printf 'Common words, and first.\n' >news/quick.txt
    touch -d '1 second ago' news/quick.txt
    touch -r news/quick.txt stamp
    update
    printf 'Common words, and other.\n' | dd of=news/quick.txt conv=notrunc status=none
    touch -r stamp news/quick.txt
    update
    expect_summary updated 1 unchanged 27
    expect_ids quick.txt --index index other
}

lines_of_a_file() {
    new_releases
    sed -i 's/word7"/changed7"/' news/feed.jsonl
    update
    expect_summary indexed 0 updated 1 unchanged 26 deleted 0
    sed -i '/"line5"/d' news/feed.jsonl
    update
    expect_summary indexed 0 updated 0 unchanged 26 deleted 1
    make_lines 1 extra >>news/feed.jsonl
    update
    expect_summary indexed 1 updated 0 unchanged 26 deleted 0
    { tail -n +2 news/feed.jsonl && head -n 1 news/feed.jsonl; } >turned
    mv turned news/feed.jsonl
    update
    expect_summary indexed 0 updated 0 unchanged 27 deleted 0
    expect_ids line7 --index index changed7
    expect_ids "" --index index id:line5
    as_if_built_anew
}

renamed() {
    new_releases
    mv news/named.txt news/renamed.txt
    mv news/feed.jsonl news/hi/moved.jsonl
    expect_status 0 index --dry-run --index index news
    expect_equal "$OUT" "$(printf 'renamed news/hi/moved.jsonl\nrenamed news/renamed.txt')"
    update
    expect_summary indexed 0 updated 0 unchanged 27 deleted 0 bytes 0
    expect_ids named-release --index index own
    # Where the id is the name, it is another release.
    mv news/r4.txt news/r4b.txt
    update
    expect_summary indexed 1 updated 0 unchanged 26 deleted 1
    expect_ids r4b.txt --index index text4
    # To another disk: another inode.
    cp -p news/renamed.txt news/copied.txt
    rm news/renamed.txt
    update
    expect_summary indexed 0 updated 0 unchanged 27 deleted 0
    expect_ids named-release --index index own
    # What is renamed stays its own: it goes when its file goes.
    rm news/copied.txt
    update
    expect_summary deleted 1
    expect_ids "" --index index own
    # Two files that change places.
    mv news/r5.txt aside
    mv news/r6.txt news/r5.txt
    mv aside news/r6.txt
    update
    expect_summary updated 2 deleted 0
    expect_ids r5.txt --index index text6
    as_if_built_anew
}

several_roots() {
    new_releases
    mkdir other
    make_lines 12 other >other/lines.jsonl
    age other/lines.jsonl
    expect_status 0 index -v --index index other
    expect_summary indexed 12 unchanged 0
    expect_status 0 index -v --index index news other
    expect_summary unchanged 39 deleted 0
    # What is not named in a run stays as it is.
    rm news/r1.txt
    expect_status 0 index -v --index index other
    expect_summary unchanged 12 deleted 0
    expect_ids r1.txt --index index text1
    sed -i '/other3"/d' other/lines.jsonl
    expect_status 0 index -v --index index other news
    expect_summary unchanged 37 deleted 2
    as_if_built_anew news other
    # Named twice, by another name, as a part of another root, and file by file: the same files.
    age other/lines.jsonl
    expect_status 0 index -v --index index news other
    cd news
    expect_status 0 index -v --index ../index . "$PWD/../other" ../news/ hi ./r2.txt ../other/lines.jsonl
    expect_summary unchanged 37 indexed 0 updated 0 deleted 0
    expect_equal "$(wc -l <"$WORK/err")" 1
}

# The index may lie in the folder; its files are none of the input.
index_within_a_root() {
    new_releases
    mkdir news/sub
    expect_status 0 index -v --index news/sub/index news
    expect_summary indexed 27 skipped 0
    expect_status 0 index -v --index news/sub/index news
    expect_summary unchanged 27 skipped 0 bytes 0
    expect_status 0 index -v --format text --index all news
    expect_summary indexed 13 failed 0
}

# Behind a link ".." is above the place to which the link leads.
dots_behind_links() {
    new_folder
    mkdir -p real/deep here
    printf 'Real words\n' >real/file.txt
    printf 'Other words\n' >here/file.txt
    ln -s ../real/deep here/link
    expect_status 0 index --index index here/link/../file.txt
    expect_ids file.txt --index index real
    expect_status 0 index --index index ./here/./../here//file.txt
    expect_ids file.txt --index index other
    cd here
    expect_status 0 index -v --index ../index ../here/ ../real
    expect_summary failed 0
}

empty_path() {
    new_releases
    expect_untouched 65 index --allow-mass-delete --index index ""
    expect_contains "$ERR" "a path is empty"
    expect_contains "$ERR" "hint: "
    expect_untouched 65 index --allow-mass-delete --index index news ""
}

root_within_a_root() {
    new_releases
    expect_status 0 index -v --index index news/hi
    expect_summary unchanged 1 indexed 0
    printf 'नया शब्द\n' >news/hi/नया.txt
    expect_status 0 index -v --index index news/hi
    expect_summary indexed 1 unchanged 1
    # By the name of its first root; the whole folder finds it again.
    expect_ids "नया.txt" --index index शब्द
    age news/hi/नया.txt
    update
    expect_summary unchanged 28 indexed 0 deleted 0
}

dry_run() {
    new_releases
    printf 'Added\n\nAn addition.\n' >"news/added
line.txt"
    sed -i 's/text2/changed2/' news/r2.txt
    sed -i '/"line5"/d' news/feed.jsonl
    rm news/r3.txt
    touch news/r4.txt
    expect_untouched 0 index --dry-run --index index news
    expect_equal "$(sort <<<"$OUT")" "$(sort <<'END'
new news/added?line.txt
changed news/feed.jsonl
delete line5
changed news/r2.txt
gone news/r3.txt
delete r3.txt
END
    )"
    expect_equal "$ERR" ""
    update
    expect_status 0 index --dry-run --index index news
    expect_equal "$OUT$ERR" ""
    # Without an index nothing is made.
    expect_status 0 index --dry-run --index never news/r1.txt
    expect_equal "$OUT" "new news/r1.txt"
    [ ! -e never ] || fail "a dry run made an index"
    # Whatever lies in the folder in which it is started.
    cp -a index/gen1/state state
    expect_status 0 index --dry-run --index never news/r1.txt
    expect_equal "$OUT" "new news/r1.txt"
    # It stops where a run would stop.
    rm news/r?.txt
    expect_untouched 65 index --dry-run --index index news
    expect_contains "$ERR" "--allow-mass-delete"
}

failures_remembered() {
    new_releases
    printf 'not \0 text\n' >news/bad.txt
    { make_lines 3 good && printf 'broken\n' && make_lines 2 well; } >news/some.jsonl
    age news/bad.txt news/some.jsonl
    expect_status 65 index -v --index index news
    expect_summary indexed 5 failed 2
    expect_status 0 index --list-failed --index index
    expect_equal "$(cut -d : -f 1,2 <<<"$OUT")" "$PWD/news/bad.txt: line 1
$PWD/news/some.jsonl:4"
    # Unchanged they are not looked at, and are no news.
    expect_untouched 0 index --index index news
    expect_equal "$OUT$ERR" ""
    # Unless that is asked for.
    expect_status 65 index -v --retry-failed --index index news
    expect_summary failed 2 unchanged 32
    expect_contains "$ERR" "news/bad.txt: "
    expect_contains "$ERR" "news/some.jsonl:4: "
    # What a file held before it broke stays.
    printf 'Title: Broken\n\nnot \0 text\n' >news/r1.txt
    sed -i 's/"good2"/good2/' news/some.jsonl
    age news/r1.txt news/some.jsonl
    expect_status 65 index -v --index index news
    expect_summary failed 3 deleted 0
    expect_ids r1.txt --index index text1
    expect_ids good2 --index index id:good2
    # Mended, they are read without being asked for.
    printf 'Mended\n' >news/bad.txt
    printf 'Mended too\n' >news/r1.txt
    { make_lines 3 good && make_lines 2 well; } >news/some.jsonl
    update
    expect_summary indexed 1 updated 1 unchanged 31 failed 0
    expect_status 0 index --list-failed --index index
    expect_equal "$OUT" ""
    # And what is gone is no failure any more.
    printf 'not \0 text\n' >news/bad2.txt
    expect_status 65 index --index index news
    rm news/bad2.txt
    update
    expect_status 0 index --list-failed --index index
    expect_equal "$OUT" ""
    as_if_built_anew
}

# A setting of the configuration file may ask for it every night.
retried_when_changed() {
    new_releases
    printf 'broken\n' >>news/feed.jsonl
    expect_status 65 index --index index news
    sed -i '/broken/d; /"line5"/d' news/feed.jsonl
    expect_status 0 index --dry-run --retry-failed --index index news
    expect_contains "$OUT" "delete line5"
    expect_status 0 index -v --retry-failed --index index news
    expect_summary deleted 1 unchanged 26
    as_if_built_anew
}

standard_input() {
    new_releases
    make_lines 3 piped >piped.jsonl
    expect_status 0 index -v --index index - <piped.jsonl
    expect_summary indexed 3 unchanged 0 deleted 0
    # It is no folder: what is not in it this time is not gone.
    expect_status 0 index -v --index index - <<<'{"id":"piped1","text":"replaced"}'
    expect_summary indexed 0 updated 1 deleted 0
    expect_status 0 index -v --index index news - <piped.jsonl
    expect_summary indexed 0 updated 1 unchanged 29 deleted 0
    expect_ids "piped1 piped2 piped3" --index index piped
    # Nor is it remembered when it fails.
    expect_status 65 index --index index - <<<'broken'
    expect_status 0 index --list-failed --index index
    expect_equal "$OUT" ""
    update
    expect_summary unchanged 27 deleted 0
}

odd_names() {
    new_folder
    mkdir news
    local long name i=0
    long=$(printf 'x%.0s' {1..251})
    for name in $'new\nline' 'quote"d' "single'd" $'tab\there' $'bad\xff\xfeutf8' "$long" '-dash' 'per%41cent' \
        ' space ' '*' "\$(touch pwned)" 'ऊर्जा' "\\"; do
        i=$((i + 1))
        printf 'Odd names\n\nIts word is odd%s.\n' "$i" >"news/$name.txt"
    done
    age news/*.txt
    expect_status 0 index -v --index index news
    expect_summary indexed "$i" failed 0
    expect_untouched 0 index -v --index index news
    expect_summary unchanged "$i" bytes 0
    expect_equal "$(ids --index index --limit 100 odd | wc -l)" "$i"
    rm news/$'bad\xff\xfeutf8.txt'
    expect_status 0 index -v --index index news
    expect_summary deleted 1 unchanged $((i - 1))
    rm -rf anew
    index --index anew news
    expect_same index anew
    [ ! -e pwned ] || fail "a name was run"
}

loops_and_pipes() {
    new_releases
    ln -s .. news/hi/up
    ln -s . news/again
    ln -s r2.txt news/link.txt
    mkfifo news/pipe.txt
    : >news/zero.jsonl
    : >news/zero.txt
    expect_status 65 index -v --index index news
    expect_summary indexed 1 unchanged 27 failed 2
    expect_contains "$ERR" "news/pipe.txt: not a regular file"
    expect_contains "$ERR" "news/zero.txt: "
    rm news/pipe.txt news/zero.txt
    update
    # A link whose target changes has changed.
    ln -sf r3.txt news/link.txt
    update
    expect_summary updated 1
    rm news/link.txt
    update
    expect_summary deleted 1
    as_if_built_anew
}

# Files that come and go while they are read: whatever a run made of them, the next one settles it.
vanishing_files() {
    new_releases
    local i status
    for ((i = 0; i < 3000; i++)); do
        printf 'Come and gone %s\n' "$i" >"news/vanish$((i % 40)).txt"
        rm -f "news/vanish$(((i + 20) % 40)).txt"
    done &
    local writer=$!
    for i in {1..15}; do
        status=0
        index -v --allow-mass-delete --index index news >out 2>err || status=$?
        [ "$status" -eq 0 ] || [ "$status" -eq 65 ] || fail "status $status: $(cat err)"
        sed '/vanish[0-9]*.txt: No such file or directory$/d;/^indexed=/d;/vanish[0-9]*.txt: \(the file is empty\|no text in it\)$/d' err >rest
        [ ! -s rest ] || fail "$(cat rest)"
        expect_ids named-release --index index own
    done
    wait "$writer"
    rm -f news/vanish*.txt
    index --allow-mass-delete --index index news
    update
    expect_status 0 index --list-failed --index index
    expect_equal "$OUT" ""
    as_if_built_anew
}

unreadable_files() {
    new_releases
    mkdir theirs
    chmod -R a+rX .
    chmod 777 theirs
    chmod 711 "$WORK"
    if ! as_nobody test -x "$BIN_INDEX" || ! as_nobody test -r news/r1.txt; then
        printf 'not tried: unreadable files, since nobody may not read here\n'
        return
    fi
    expect_status 0 as_nobody "$BIN_INDEX" --index theirs/index news
    # What cannot be looked at is not gone.
    chmod 0 news/hi news/r1.txt
    # Another time of the same day, which is the release's date.
    touch -d '2 days ago' news/r1.txt
    if as_nobody test -r news/r1.txt; then
        chmod 755 news/hi news/r1.txt
        printf 'not tried: unreadable files, since root reads everything\n'
        return
    fi
    expect_status 65 as_nobody "$BIN_INDEX" -v --index theirs/index news
    expect_summary deleted 0 failed 2
    expect_contains "$ERR" "news/hi: Permission denied"
    expect_ids "r1.txt" --index theirs/index text1
    expect_ids "hi/ऊर्जा.txt" --index theirs/index ऊर्जा
    chmod 755 news/hi news/r1.txt
    expect_status 0 as_nobody "$BIN_INDEX" -v --retry-failed --index theirs/index news
    expect_summary unchanged 27 deleted 0 failed 0
    expect_same index theirs/index
}

# What moves to another file of the run does not leave the index.
dry_run_of_a_move() {
    new_folder
    mkdir news
    make_lines 20 alpha >news/a.jsonl
    make_lines 20 beta >news/b.jsonl
    age news/*
    index --index index news
    head -n 1 news/a.jsonl >moved
    sed -i -e 1,2d news/a.jsonl
    cat moved >>news/b.jsonl
    expect_untouched 0 index --dry-run --index index news
    expect_equal "$OUT" $'changed news/a.jsonl\ndelete alpha2\nchanged news/b.jsonl'
    # The guard looks for itself.
    expect_untouched 0 index --dry-run --allow-mass-delete --index index news
    expect_lacks "$OUT" "alpha1"
    expect_status 0 index -v --index index news
    expect_summary deleted 1
}

section "unchanged" unchanged
section "new, changed and gone" new_changed_gone
section "touched" touched
section "changed at once" changed_at_once
section "lines of a file" lines_of_a_file
section "renamed" renamed
section "several roots" several_roots
section "a root within a root" root_within_a_root
section "an index within a root" index_within_a_root
section "dots behind links" dots_behind_links
section "an empty path" empty_path
section "dry run" dry_run
section "a dry run of a move" dry_run_of_a_move
section "failures are remembered" failures_remembered
section "retried when changed" retried_when_changed
section "standard input" standard_input
section "odd names" odd_names
section "loops and pipes" loops_and_pipes
section "vanishing files" vanishing_files
section "unreadable files" unreadable_files
finish
