#!/usr/bin/env bash
# "Did you mean" over the bundled corpus, as --format json tells it.
# shellcheck source=tests/support/e2e.sh
source "${SOURCE_DIR:?}/tests/support/e2e.sh"
export VIGYAPTI_INDEX=$WORK/index
cd "$WORK"
expect_status 0 index "$SOURCE_DIR/corpus/releases"

both_scripts() {
    check_json 'r["suggestion"] == "विदेश मंत्रालय"' विदश मंत्रलय
    check_json 'r["suggestion"] == "pakistan minister"' pakistn minsiter
    check_json 'r["suggestions"][0]["changed"] == [[0, 8], [9, 17]]' pakistn minsiter
}

known_words() {
    check_json 'r["suggestion"] is None and r["suggestions"] == []' विदेश मंत्रालय
    check_json 'r["suggestion"] is None' energy agreement
}

syntax_stays() {
    check_json 'r["suggestion"] == "title:\"विदेश मंत्री\" OR +(pakistan -xyz) lang:hi"' \
        'title:"विदश मंत्री" OR +(pakistn -xyz) lang:hi'
}

# Whatever is suggested finds something.
suggestions_find() {
    local query suggested
    has_program python3 || return 0
    for query in विदश pakistn 'title:pakistn' '"विदश मंत्री"' 'rusia AND chaina' 'summitt country:RU'; do
        search --format json -- "$query" >answer || true
        suggested=$(python3 -c '
import json
for each in json.load(open("answer"))["suggestions"]: print(each["query"])')
        while IFS= read -r query; do
            [ -z "$query" ] || expect_status 0 search -- "$query"
        done <<<"$suggested"
    done
}

shares() {
    has_program python3 || return 0
    python3 -B "$SOURCE_DIR/tests/relevance/suggestions.py" "$BIN_SEARCH" "$VIGYAPTI_INDEX" --floors ||
        fail "below the floors"
}

section "both scripts" both_scripts
section "words that are known" known_words
section "the syntax stays" syntax_stays
section "suggestions find something" suggestions_find
section "shares of right and wrong suggestions" shares
finish
