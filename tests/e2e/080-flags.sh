#!/usr/bin/env bash
# Flags: what --help names stands in the man page and the completion, and the reverse; what is not a
# flag is refused with a hint. And the man pages themselves.
# shellcheck source=tests/support/e2e.sh
source "${SOURCE_DIR:?}/tests/support/e2e.sh"

PAGES=("$SOURCE_DIR/indexer/vigyapti-index.1" "$SOURCE_DIR/searcher/vigyapti-search.1"
    "$SOURCE_DIR/searcher/vigyapti-query.7" "$SOURCE_DIR/common/vigyapti.conf.5"
    "$SOURCE_DIR/searcher/vigyapti.cgi.8")
COMPLETION=$SOURCE_DIR/scripts/completion/vigyapti.bash
ZSH_COMPLETION=$SOURCE_DIR/scripts/completion/_vigyapti

# flags_of PROGRAM: its long flags and letters as --help lists them, one a line: "limit n".
flags_of() {
    "$1" --help | sed -n 's/^  -\([A-Za-z]\), --\([a-z-]*\).*/\2 \1/p; s/^      --\([a-z-]*\).*/\1/p'
}

help_of() {
    local program name
    for program in "$BIN_INDEX" "$BIN_SEARCH"; do
        name=vigyapti-${program##*-}
        expect_status 0 "$program" --help
        expect_equal "$ERR" ""
        expect_contains "$OUT" "Usage: $name "
        expect_contains "$OUT" "Exit status"
        expect_status 0 "$program" -h
        [ "$(flags_of "$program" | wc -l)" -ge 10 ] || fail "hardly any flags in $name --help"
        awk 'length > 100 { exit 1 }' "$WORK/out" || fail "a line of more than 100 columns in $name --help"
        # Help is help, whatever else is asked for.
        expect_status 0 "$program" --index "$WORK/nowhere" --help x
        expect_contains "$OUT" "Usage: $name "
    done
}

version_of() {
    local program name version
    version=$(sed -n 's/^project(vigyapti VERSION \([0-9.]*\).*/\1/p' "$SOURCE_DIR/CMakeLists.txt")
    for program in "$BIN_INDEX" "$BIN_SEARCH"; do
        name=vigyapti-${program##*-}
        expect_status 0 "$program" --version
        expect_equal "$OUT" "$name $version"
        expect_status 0 "$program" -V
        expect_equal "$OUT" "$name $version"
        expect_equal "$ERR" ""
    done
}

flags_in_man_pages() {
    local program page flag letter wrong=0
    for program in "$BIN_INDEX" "$BIN_SEARCH"; do
        for page in "${PAGES[@]}"; do
            [[ ${page##*/} == "vigyapti-${program##*-}.1" ]] && break
        done
        while read -r flag letter; do
            grep -q "^\.It .*Fl Fl $flag\b" "$page" || {
                printf '%s: no entry for --%s\n' "${page##*/}" "$flag" >&2
                wrong=1
            }
            [ -z "$letter" ] || grep -q "^\.It Fl $letter .*Fl Fl $flag\b" "$page" || {
                printf '%s: no letter -%s at --%s\n' "${page##*/}" "$letter" "$flag" >&2
                wrong=1
            }
        done < <(flags_of "$program")
        # And nothing that the program does not know.
        while read -r flag; do
            flags_of "$program" | grep -q "^$flag\b" || {
                printf '%s: --%s is no flag of the program\n' "${page##*/}" "$flag" >&2
                wrong=1
            }
        done < <(sed -n 's/^\.It .*Fl Fl \([a-z-]*\).*/\1/p' "$page")
    done
    expect_equal "$wrong" 0
}

man_pages_are_sound() {
    local page
    for page in "${PAGES[@]}"; do
        [ -s "$page" ] || fail "$page is missing or empty"
        iconv -f UTF-8 -t UTF-8 "$page" >/dev/null || fail "$page is not UTF-8"
    done
    has_program mandoc || {
        printf 'not tried: mandoc\n'
        return
    }
    for page in "${PAGES[@]}"; do
        expect_status 0 mandoc -T lint -W warning "$page"
        expect_equal "$OUT" ""
        # Rendered, no line is wider than the page and no macro is left over.
        mandoc -T utf8 -K utf-8 -O width=78 "$page" | sed 's/.\x08//g' >"$WORK/page"
        [ "$(wc -l <"$WORK/page")" -gt 60 ] || fail "$page is hardly a page"
        ! grep -n '^\.[A-Z][a-z]' "$WORK/page" || fail "a macro in the rendered $page"
    done
    # A section each that a reader looks for.
    for page in "${PAGES[@]:0:2}"; do
        for part in NAME SYNOPSIS DESCRIPTION ENVIRONMENT FILES "EXIT STATUS" EXAMPLES; do
            grep -q "^\.Sh $part" "$page" || fail "no $part in ${page##*/}"
        done
    done
}

# Each key of [search] in the page of the configuration is one, and each that the program takes from
# a file stands there; unit tests do the same for [index].
keys_of_the_search() {
    local flag key
    sed -n '/^\.Ss \[search\]/,/^\.S[hs]/s/^\.It Cm \([a-z-]*\) .*/\1/p' "${PAGES[3]}" | sort >"$WORK/described"
    while read -r flag _; do
        printf '[search]\n%s = \n' "$flag" >"$WORK/key.conf"
        search --config "$WORK/key.conf" --index "$WORK/nowhere" x 2>"$WORK/err" || true
        grep -q 'for the command line only' "$WORK/err" || printf '%s\n' "$flag"
    done < <(flags_of "$BIN_SEARCH") | sort >"$WORK/taken"
    expect_equal "$(cat "$WORK/taken")" "$(cat "$WORK/described")"
    for key in path threads; do
        printf '[search]\n%s = /x\n' "$key" >"$WORK/key.conf"
        expect_status 2 search --config "$WORK/key.conf" x
        expect_contains "$ERR" "key.conf:2: unknown key \"$key\""
    done
}

# Mistakes in the configuration file end either program before it does anything.
mistakes_in_the_file() {
    local line
    for line in '[serach]' '[source]' 'just words' 'limits = 5' 'index = relative'; do
        printf '\n%s\n' "$line" >"$WORK/bad.conf"
        expect_status 78 index --config "$WORK/bad.conf" --index "$WORK/never" x
        expect_contains "$ERR" "$WORK/bad.conf:2: "
        expect_contains "$ERR" "hint: "
        expect_status 2 search --config "$WORK/bad.conf" x
        expect_contains "$ERR" "$WORK/bad.conf:2: "
    done
    [ ! -e "$WORK/never" ] || fail "an index was made"
}

# Modes exclude each other and what is for updates, and nothing is done.
modes_of_the_indexer() {
    expect_status 64 index --index "$WORK/never" --check --stats
    expect_contains "$ERR" "--check and --stats exclude each other"
    expect_status 64 index --index "$WORK/never" --compact x
    expect_contains "$ERR" "--compact takes no PATH"
    expect_status 64 index --index "$WORK/never" --delete
    expect_contains "$ERR" "--delete without an id"
    expect_status 64 index --index "$WORK/never" --rebuild --dry-run "$WORK"
    expect_contains "$ERR" "--rebuild and --dry-run exclude each other"
    expect_status 64 index --index "$WORK/never" --source MEA
    expect_contains "$ERR" "hint: "
    [ ! -e "$WORK/never" ] || fail "an index was made"
}

# The examples of the query page are queries that are read without a notice.
examples_of_the_query_page() {
    printf '{"id":"a","title":"energy","text":"trade"}\n' | index --index "$WORK/index" -
    local query count=0
    while IFS= read -r query; do
        search --index "$WORK/index" --explain -- "$query" >"$WORK/out" 2>"$WORK/err" ||
            fail "status $? for $query"
        ! grep '^notice: ' "$WORK/out" || fail "a notice for the example $query"
        count=$((count + 1))
    done < <(sed -n '/^\.Bd -literal/,/^\.Ed/{/^\./d;p}' "${PAGES[2]}" | sed 's/^ *//;/^$/d')
    [ "$count" -ge 15 ] || fail "only $count examples"
}

unknown_flags() {
    expect_status 64 index --bogus x
    expect_contains "$ERR" "vigyapti-index: error: unrecognised option '--bogus'"
    expect_contains "$ERR" "hint: "
    expect_status 2 search --bogus x
    expect_contains "$ERR" "vigyapti-search: error: unrecognised option '--bogus'"
    expect_contains "$ERR" "hint: "
    expect_status 64 index -x y
    expect_status 2 search -x y
    expect_status 2 search -pakistan
    expect_contains "$ERR" "--"
    expect_status 64 index
    expect_contains "$ERR" "hint: "
    expect_status 2 search
    expect_contains "$ERR" "hint: "
    expect_equal "$OUT" ""
}

# No flag is guessed from its beginning.
abbreviated_flags() {
    local flag short
    while read -r flag _; do
        short=${flag%?}
        grep -qx "$short" < <(flags_of "$BIN_INDEX" | cut -d ' ' -f 1) && continue
        expect_status 64 index "--$short" 1 x
        expect_status 64 index "--$short=1" x
    done < <(flags_of "$BIN_INDEX")
    while read -r flag _; do
        short=${flag%?}
        expect_status 2 search "--$short" 1 x
        expect_status 2 search "--$short=1" x
    done < <(flags_of "$BIN_SEARCH")
    # In the configuration file neither.
    printf 'thread = 1\n' >"$WORK/short.conf"
    expect_status 78 index --config "$WORK/short.conf" x
}

values() {
    expect_status 64 index --threads 0 x
    expect_contains "$ERR" "--threads 0: "
    expect_status 64 index --threads 2x x
    expect_status 64 index --shards 65 x
    expect_status 64 index --max-release-size 0 x
    expect_status 64 index --format doc x
    expect_contains "$ERR" "choose one of: auto, "
    expect_status 64 index --format odp x
    expect_contains "$ERR" "choose one of: auto, archive, "
    expect_status 64 index --threads
    expect_status 64 index --verbose=yes x
    expect_status 2 search --sort sideways x
    expect_contains "$ERR" "relevance, date, date-asc"
    expect_status 2 search --format xml x
    expect_contains "$ERR" "terminal, json, jsonl, csv, atom, html, trec"
    expect_status 2 search --limit 10001 x
    expect_status 2 search --limit '' x
    expect_status 2 search --offset -1 x
    expect_status 2 search --all=yes x
    expect_status 2 search -n
}

# The ways to write a flag and its value.
spellings() {
    printf '{"id":"a","text":"energy"}\n{"id":"b","text":"energy"}\n' | index --index "$WORK/index" -
    expect_equal "$(search --index="$WORK/index" -n1 --format=trec energy | wc -l)" 1
    expect_equal "$(search --index "$WORK/index" -n 1 --format trec energy | wc -l)" 1
    expect_equal "$(search energy --limit=1 --format trec --index "$WORK/index" | wc -l)" 1
    # The last one counts.
    expect_equal "$(search --index "$WORK/index" -n 2 -n 1 --format trec energy | wc -l)" 1
    # Behind -- all is query.
    expect_status 0 search --index "$WORK/index" -- energy --help
    expect_lacks "$OUT" "Usage"
    expect_status 1 search --index "$WORK/index" -- -energy energy
}

# Flags, their values and names of files are completed without any program.
completion() {
    [ -s "$COMPLETION" ] || fail "no $COMPLETION"
    bash -n "$COMPLETION"
    local program flag
    for program in "$BIN_INDEX" "$BIN_SEARCH"; do
        while read -r flag _; do
            grep -qe "--$flag\b" "$COMPLETION" || fail "the completion lacks --$flag"
            complete_words "vigyapti-${program##*-}" "--${flag:0:2}"
            expect_contains " ${WORDS[*]} " " --$flag "
        done < <(flags_of "$program")
        # Nothing is offered that is no flag.
        complete_words "vigyapti-${program##*-}" "--"
        expect_equal "$(printf '%s\n' "${WORDS[@]}" | sed 's/^--//' | sort)" \
            "$(flags_of "$program" | cut -d ' ' -f 1 | sort)"
    done
    complete_words vigyapti-index --format ""
    expect_equal "${WORDS[*]}" "auto archive csv docx feed html json jsonl mail markdown odt pdf text warc xml"
    complete_words vigyapti-search --format j
    expect_equal "${WORDS[*]}" "json jsonl"
    complete_words vigyapti-search --facet ""
    expect_equal "${WORDS[*]}" "country source lang year month"
    complete_words vigyapti-search --facet year,country,s
    expect_equal "${WORDS[*]}" "year,country,source"
    complete_words vigyapti-search --pager ""
    expect_equal "${WORDS[*]}" "auto never"
    complete_words vigyapti-search --list-values s
    expect_equal "${WORDS[*]}" "source"
    complete_words vigyapti-search --like ""
    expect_equal "${#WORDS[@]}" 0
    # Without a program to ask there is nothing to offer, and nothing is said.
    complete_words vigyapti-search source : ""
    expect_equal "${#WORDS[@]}" 0
    complete_words vigyapti-search lang : ""
    expect_equal "${WORDS[*]}" "hi en"
    mkdir -p "$XDG_STATE_HOME/vigyapti/new"
    touch "$XDG_STATE_HOME/vigyapti/new/"{morning,सुबह,.morning.lock}
    complete_words vigyapti-search --new ""
    expect_equal "${WORDS[*]}" "morning सुबह"
    complete_words vigyapti-search --new m
    expect_equal "${WORDS[*]}" "morning"
    complete_words vigyapti-search --sort date
    expect_equal "${WORDS[*]}" "date date-asc"
    complete_words vigyapti-search --color ""
    expect_equal "${WORDS[*]}" "auto always never"
    mkdir -p "$WORK/here/a folder" "$WORK/here/plain"
    printf 'x\n' >"$WORK/here/releases.jsonl"
    cd "$WORK/here"
    complete_words vigyapti-index --index p
    expect_equal "${WORDS[*]}" "plain"
    complete_words vigyapti-index rel
    expect_equal "${WORDS[*]}" "releases.jsonl"
    complete_words vigyapti-search --batch rel
    expect_equal "${WORDS[*]}" "releases.jsonl"
    complete_words vigyapti-index --log rel
    expect_equal "${WORDS[*]}" "releases.jsonl"
    complete_words vigyapti-index --delete rel
    expect_equal "${#WORDS[@]}" 0
    complete_words vigyapti-index -- --check rel
    expect_equal "${WORDS[*]}" "releases.jsonl"
    complete_words vigyapti-index --threads ""
    expect_equal "${#WORDS[@]}" 0
    complete_words vigyapti-search ti
    expect_equal "${WORDS[*]}" "title:"
    complete_words vigyapti-search --format = te
    expect_equal "${WORDS[*]}" "terminal"
    complete_words vigyapti-search --format =
    expect_equal "${#WORDS[@]}" 7
    # Behind -- no flags.
    complete_words vigyapti-index -- --
    expect_equal "${#WORDS[@]}" 0
}

# Sources and countries are those of the index, quoted for the shell, whatever releases hold.
completion_of_values() {
    mkdir -p "$WORK/programs"
    ln -sf "$BIN_SEARCH" "$WORK/programs/vigyapti-search"
    export COMPLETION_PATH=$WORK/programs
    index --index "$WORK/values" - <<'END'
{"id":"a","text":"x","source":"Ministry of External Affairs","country":"RU"}
{"id":"b","text":"x","source":"Ministry of External Affairs","country":"RS"}
{"id":"c","text":"x","source":"PIB","country":"PK"}
{"id":"d","text":"x","source":"विदेश मंत्रालय","country":"PK"}
{"id":"e","text":"x","source":"Mi$(touch owned)`touch owned`;touch owned\\"}
END
    expect_equal "$(search --index "$WORK/values" --list-values country)" $'PK\nRS\nRU'
    expect_equal "$(search --index "$WORK/values" --list-values source | head -n 1)" \
        "Ministry of External Affairs"
    expect_equal "$(search --index "$WORK/values" --list-values source | wc -l)" 4
    complete_words vigyapti-search --index "$WORK/values" country : R
    expect_equal "${WORDS[*]}" "RS RU"
    complete_words vigyapti-search --index "$WORK/values" country:R
    expect_equal "${WORDS[*]}" "country:RS country:RU"
    complete_words vigyapti-search --index "$WORK/values" source : P
    expect_equal "${WORDS[*]}" "PIB"
    complete_words vigyapti-search --index "$WORK/values" source : वि
    expect_equal "${WORDS[*]}" '\"विदेश\ मंत्रालय\"'
    complete_words vigyapti-search --index "$WORK/values" source : '\"Ministry\ of'
    expect_equal "${WORDS[*]}" '\"Ministry\ of\ External\ Affairs\"'
    # What the shell reads of it is the value and nothing else.
    # shellcheck disable=SC2016  # not to be expanded
    complete_words vigyapti-search --index "$WORK/values" source : 'Mi$'
    expect_equal "${#WORDS[@]}" 1
    eval "printf '%s' ${WORDS[0]}" >"$WORK/value"
    expect_contains "$(cat "$WORK/value")" "touch owned"
    [ ! -e owned ] || fail "a completion ran a command"
    # Failures are silent.
    complete_words vigyapti-search --index "$WORK/nowhere" source : ""
    expect_equal "${#WORDS[@]}" 0
}

# The specifications for zsh name every flag and no other, and zsh can read them.
completion_for_zsh() {
    local program flag letter name
    for program in "$BIN_INDEX" "$BIN_SEARCH"; do
        name=$ZSH_COMPLETION-${program##*-}
        expect_equal "$(head -n 1 "$name")" "#compdef vigyapti-${program##*-}"
        sed -n "s/^    .*[*',{)]--\([a-z-]*\)[[}].*/\1/p" "$name" | sort -u >"$WORK/named"
        expect_equal "$(cat "$WORK/named")" "$(flags_of "$program" | cut -d ' ' -f 1 | sort)"
        while read -r flag letter; do
            [ -z "$letter" ] || grep -qe "{-$letter,--$flag}" "$name" || fail "no -$letter in $name"
        done < <(flags_of "$program")
    done
    has_program zsh || {
        printf 'not tried: zsh\n'
        return
    }
    for program in index search; do
        zsh -f -n "$ZSH_COMPLETION-$program"
        zsh -f -c '_arguments() { print -rl -- "$@" }; source "$1"' zsh "$ZSH_COMPLETION-$program" \
            >"$WORK/specifications"
        grep -q -e '--version}*\[' "$WORK/specifications" || fail "no specification of --version"
    done
}

# complete_words COMMAND WORD...: what the completion offers for the last word, in $WORDS.
complete_words() {
    mapfile -t WORDS < <(PATH=${COMPLETION_PATH:-/nonexistent} /bin/bash --norc -c '
        source "$0"
        compopt() { :; }
        COMP_WORDS=("$@")
        COMP_CWORD=$(($# - 1))
        COMP_LINE=$* COMP_POINT=${#COMP_LINE} COMPREPLY=()
        specification=$(complete -p "$1") || exit 1
        [[ $specification =~ -F\ ([^ ]+) ]] || exit 1
        "${BASH_REMATCH[1]}" "$1" "${@: -1}" "${@: -2:1}"
        [ ${#COMPREPLY[@]} -eq 0 ] || printf "%s\n" "${COMPREPLY[@]}"' "$COMPLETION" "$@")
}

cd "$WORK"
section "--help" help_of
section "--version" version_of
section "flags in the man pages" flags_in_man_pages
section "man pages" man_pages_are_sound
section "keys of the search" keys_of_the_search
section "mistakes in the configuration file" mistakes_in_the_file
section "modes of the indexer" modes_of_the_indexer
section "examples of the query page" examples_of_the_query_page
section "unknown flags" unknown_flags
section "abbreviated flags" abbreviated_flags
section "values of flags" values
section "spellings" spellings
section "completion" completion
section "completion of values" completion_of_values
section "completion for zsh" completion_for_zsh
finish
