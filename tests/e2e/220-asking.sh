#!/usr/bin/env bash
# Facets, timeline, near duplicates, likeness, recency and saved searches, as the terminal program
# takes and shows them, over the bundled releases.
# shellcheck source=tests/support/e2e.sh
source "${SOURCE_DIR:?}/tests/support/e2e.sh"
need_program python3

export VIGYAPTI_INDEX=$WORK/corpus
cd "$WORK"
index "$SOURCE_DIR/corpus/releases"
SUMMIT=(summit OR 'शिखर' सम्मेलन)

facets() {
    check_json 'list(r["facets"]) == ["year", "lang"] and r["total"] == sum(v["count"] for v in r["facets"]["lang"])
        and {v["value"] for v in r["facets"]["lang"]} == {"hi", "en"}
        and [v["value"] for v in r["facets"]["year"]] == sorted(v["value"] for v in r["facets"]["year"])' \
        --facet year --facet lang,year "${SUMMIT[@]}"
    # A count is what asking for the value finds, and the page is the same with them.
    local value count years=0
    while read -r count value; do
        check_json "r['total'] == $count" "(${SUMMIT[*]}) AND date:$value"
        years=$((years + 1))
    done < <(search -n 0 --facet year "${SUMMIT[@]}" | grep -E '^ +[0-9]+  [0-9]{4}$')
    [ "$years" -ge 3 ] || fail "only $years years"
    expect_equal "$(ids "${SUMMIT[@]}")" "$(ids --facet country,source,lang,year,month "${SUMMIT[@]}")"
    expect_status 0 search -n 0 --facet lang "${SUMMIT[@]}"
    expect_contains "$OUT" "Found: "
    expect_contains "$OUT" $'\nlang\n'
    expect_status 1 search --facet lang nowhereword
    expect_equal "$OUT" "Nothing found."
    expect_status 2 search --facet langs x
    expect_contains "$ERR" "hint: choose one of: country, source, lang, year, month"
}

timeline() {
    expect_status 0 search -n 0 --timeline lang:hi OR lang:en
    expect_contains "$OUT" "Releases per year:"
    local total counted
    total=$(sed -n 's/^Found: //p' out)
    counted=$(grep -E '^[0-9]{4} ' out | awk '{sum += $NF} END {print sum}')
    if [ "$counted" -le 50 ] || [ "$counted" -gt "$total" ]; then fail "$counted of $total"; fi
    # Each year between the first and the last has its line.
    grep -E '^[0-9]{4} ' out | awk 'last && $1 != last + 1 {exit 1} {last = $1}' || fail "a year is missing: $OUT"
    expect_contains "$OUT" "█"
    expect_status 0 search -n 0 --timeline date:2023
    expect_contains "$OUT" "Releases per month:"
    check_json 'list(r["facets"]) == ["month"]' --timeline date:2023
}

# Where the locale is not UTF-8, only the texts are.
other_locale() {
    printf '{"id":"%s","title":"Oil","text":"Crude oil, %s.","source":"PIB","date":"2023-%s-01"}\n' \
        a one 10 b two 12 | index --index plain -
    expect_status 0 env LC_ALL=C "$BIN_SEARCH" --index plain --timeline --facet source oil
    tr -d '\000-\177' <out >beyond
    [ ! -s beyond ] || fail "more than ASCII: $(cat beyond)"
    expect_contains "$OUT" " | "
    expect_contains "$OUT" "#"
    expect_status 0 env LC_ALL=C "$BIN_SEARCH" "${SUMMIT[@]}"
    expect_contains "$OUT" "सम्मेलन"
    expect_lacks "$OUT" "·"
    expect_lacks "$OUT" "Results 1–"
}

versions() {
    local text="The ministers met in Colombo today and agreed to deepen cooperation on ports, power and"
    text="$text trade; they reviewed the progress of projects under way and set dates for the next round."
    index --index versions - <<END
{"id":"a","title":"Ministers met","text":"$text"}
{"id":"b","title":"Ministers met","text":"$text","source":"Embassy A"}
{"id":"c","title":"Ministers met","text":"$text","source":"Embassy B"}
END
    check_json 'len(r["hits"]) == 1 and len(r["hits"][0]["versions"]) == 2
        and sorted(r["hits"][0]["versions"] + [r["hits"][0]["id"]]) == ["a", "b", "c"]' --index versions colombo
    expect_status 0 search --index versions colombo
    expect_contains "$OUT" "    2 more versions"
    check_json 'len(r["hits"]) == 3' --index versions --all-versions colombo
}

likeness() {
    local id
    id=$(ids -n 1 summit)
    expect_status 0 search --format trec --like "$id"
    expect_lacks "$OUT" " $id "
    expect_status 0 search --format json --like "$id" lang:hi
    check_json 'r["hits"] and all(h["lang"] == "hi" for h in r["hits"])' --like "$id" lang:hi
    expect_status 2 search --like no-such-release
    expect_contains "$ERR" "no-such-release"
}

recency() {
    printf '{"id":"old","text":"treaty treaty treaty signed","date":"1990-01-01"}\n{"id":"new","text":"treaty signed at last by all","date":"2026-01-01"}\n' |
        index --index ages -
    expect_order "old new" --index ages treaty
    expect_order "new old" --index ages --recency 30 treaty
}

# What is new is shown once, and not before it could be written.
saved_searches() {
    local state=$XDG_STATE_HOME/vigyapti/new/सुबह
    export VIGYAPTI_INDEX=$WORK/news
    make_lines 3 alpha | index -
    expect_status 0 search --new सुबह --format trec alpha
    expect_equal "$(wc -l <out)" 3
    [ -s "$state" ] || fail "nothing was kept"
    expect_status 1 search --new सुबह --format trec alpha
    expect_equal "$OUT" ""
    { make_lines 3 alpha && printf '{"id":"later","text":"alpha"}\n'; } | index -
    # Another name has a state of its own.
    expect_status 0 search --new other --format trec alpha
    expect_equal "$(wc -l <out)" 4
    # A full disk and a reader that is gone are no reason to forget.
    expect_status 2 eval 'search --new सुबह --format trec alpha >/dev/full'
    cp "$state" before
    expect_status 0 python3 -c '
import os, subprocess, sys
reader, writer = os.pipe()
os.close(reader)
sys.exit(subprocess.run(sys.argv[1:], stdout=writer).returncode)' "$BIN_SEARCH" --new सुबह alpha
    cmp "$state" before || fail "the state went on though nothing was read"
    expect_status 0 search --new सुबह --format trec alpha
    expect_contains "$OUT" " later "
    expect_equal "$(wc -l <out)" 1
    expect_status 1 search --new सुबह alpha
    # Another query under the name is told.
    expect_status 1 search --new सुबह beta
    expect_contains "$ERR" "--new सुबह has been for another query: alpha"
    expect_status 1 search --new सुबह beta
    expect_equal "$ERR" ""
}

damaged_state() {
    mkdir -p "$XDG_STATE_HOME/vigyapti/new"
    printf 'not JSON' >"$XDG_STATE_HOME/vigyapti/new/bad"
    expect_status 2 search --new bad summit
    expect_contains "$ERR" "$XDG_STATE_HOME/vigyapti/new/bad: not the state of a saved search"
    expect_contains "$ERR" "hint: remove the file"
    expect_equal "$OUT" ""
    expect_equal "$(cat "$XDG_STATE_HOME/vigyapti/new/bad")" "not JSON"
    expect_status 2 search --new ../bad summit
    # Two at once.
    exec 8>"$XDG_STATE_HOME/vigyapti/new/.twice.lock"
    flock 8
    expect_status 2 search --new twice summit
    expect_contains "$ERR" "is running already"
    exec 8>&-
    expect_status 0 search --new twice summit
    # A folder for the state that cannot be made.
    expect_status 2 env XDG_STATE_HOME=/dev/null/x "$BIN_SEARCH" --new a summit
    expect_contains "$ERR" "/dev/null/x"
    expect_status 2 env -u XDG_STATE_HOME -u HOME "$BIN_SEARCH" --new a summit
    expect_contains "$ERR" "HOME is not set"
}

section "facets" facets
section "timeline" timeline
section "another locale" other_locale
section "versions" versions
section "likeness" likeness
section "recency" recency
section "saved searches" saved_searches
section "damaged state" damaged_state
finish
