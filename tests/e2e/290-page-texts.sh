#!/usr/bin/env bash
# The texts of the page: well formed, spelt one way and alike in both languages; and each query that
# the help pages offer is read as written and finds something in the bundled corpus.
# shellcheck source=tests/support/e2e.sh
source "${SOURCE_DIR:?}/tests/support/e2e.sh"
need_program python3

export VIGYAPTI_INDEX=$WORK/index
TEXTS=$SOURCE_DIR/searcher/web

page_texts() { python3 -B "$SOURCE_DIR/tests/support/page_texts.py" "$@"; }

sound_texts() {
    expect_status 0 page_texts check "$TEXTS"
    expect_equal "$ERR" ""
}

# The checks see what they are for.
unsound_texts() {
    local fault
    for fault in 's/हिन्दी/हिंदी/' 's/scope="row"//' 's/<h2 id="words">/<h2 id="talk">/' \
        's/%20/%21/' 's/<p>/<p onclick="x">/' 's/भाषाओं/भाषाoं/' 's/अंग्रेज़ी/अंग्रेजी/' \
        's/खोज/search/' 's/परिणाम/परि\xE2\x80\x8Dणाम/' 's/ज़/\xE0\xA5\x9B/' 's/इस खोज की फ़ीड लें/फ़ीड/'; do
        cp -r "$TEXTS" "$WORK/texts"
        sed -i "$fault" "$WORK/texts/help.hi.html"
        expect_status 1 page_texts check "$WORK/texts"
        rm -r "$WORK/texts"
    done
    for fault in 's/^\(page\t[^{]*\){number}/\1{count}/' 's/^apply/zzz/' 's/^apply\tApply/apply\tलागू/' \
        's/फ़रवरी/फरवरी /' 's/^json\t.*/json\tJSON/' 's/^home/help/'; do
        cp -r "$TEXTS" "$WORK/texts"
        sed -i "$fault" "$WORK/texts/messages.tsv"
        expect_status 1 page_texts check "$WORK/texts"
        rm -r "$WORK/texts"
    done
}

offered_queries() {
    local query
    expect_status 0 index "$SOURCE_DIR/corpus/releases"
    page_texts queries "$TEXTS" >"$WORK/queries"
    [ "$(wc -l <"$WORK/queries")" -ge 40 ] || fail "hardly any examples"
    while IFS= read -r query; do
        expect_status 0 search --limit 1 -- "$query"
        expect_equal "$ERR" ""
    done <"$WORK/queries"
}

# What the help pages say of dates from today.
dates_from_today() {
    export VIGYAPTI_NOW=2023-10-18
    local date
    for date in date:yesterday 'date:last 30 days' 'तारीख:कल' 'तारीख:पिछले 30 दिन'; do
        expect_status 0 search --limit 1 "$date"
        expect_contains "$OUT" 2023-10-
    done
    export VIGYAPTI_NOW=2023-10-24
    for date in 'date:last week' 'तारीख:पिछले हफ़्ते'; do
        expect_status 0 search --limit 1 "$date"
        expect_contains "$OUT" 2023-10-17
    done
}

section "sound texts" sound_texts
section "unsound texts" unsound_texts
section "offered queries" offered_queries
section "dates from today" dates_from_today
finish
