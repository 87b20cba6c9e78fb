#!/usr/bin/env bash
# A release in each format is found by its title, with the date and language that it has.
# shellcheck source=tests/support/e2e.sh
source "${SOURCE_DIR:?}/tests/support/e2e.sh"
need_program python3

export VIGYAPTI_INDEX=$WORK/index
cd "$WORK"
python3 -B "$SOURCE_DIR/tests/support/sample_files.py" "$WORK/in" >expected.tsv

each_is_found() {
    expect_status 0 index -v in
    expect_summary indexed "$(wc -l <expected.tsv)" failed 0
    local file title date lang hit
    while IFS=$'\t' read -r file title date lang; do
        hit=$(search --format jsonl --cross off --limit 1 "\"$title\"") || fail "$file is not found"
        printf '%s' "$hit" | python3 -c '
import json, sys
hit = json.loads(sys.stdin.readline())
wanted = sys.argv[1:]
assert [hit["title"], hit["date"], hit["lang"]] == wanted, (hit, wanted)' \
            "$title" "$date" "$lang" || fail "$file is found as $hit"
    done <expected.tsv
}

boilerplate_is_not() {
    expect_status 1 search --cross off '"Privacy policy"'
}

each_is_explained() {
    local file title rest
    while IFS=$'\t' read -r file title rest; do
        index --explain-file "in/$file" >explained || fail "$file is not explained"
        grep -qF "title: $title [" explained || fail "$file is explained as $(cat explained)"
        grep -qFx '[body]' explained || fail "$file is explained without its body"
    done <expected.tsv
    index --explain-file in/page.en.html >explained
    grep -qFx '[boilerplate]' explained
    grep -qF 'date: 2023-10-01 [meta]' explained
}

a_second_run_reads_nothing() {
    expect_status 0 index -v in
    expect_summary indexed 0 failed 0
}

section "each release is found" each_is_found
section "what is around it is not" boilerplate_is_not
section "each file is explained" each_is_explained
section "a second run reads nothing" a_second_run_reads_nothing
finish
