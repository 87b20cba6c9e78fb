#!/usr/bin/env bash
# What the programs print: to a terminal, to a pipe, to other programs; and nothing that a release, a
# file name or a query holds may drive a terminal.
# shellcheck source=tests/support/e2e.sh
source "${SOURCE_DIR:?}/tests/support/e2e.sh"
# What is found across languages has a script of its own, 240.
SEARCH_OPTIONS=(--cross off)
need_program python3

export VIGYAPTI_INDEX=$WORK/index
ESC=$'\e'
cd "$WORK"
cat >releases.jsonl <<'END'
{"id":"hi 1","date":"2023-10-17","source":"विदेश मंत्रालय","country":["RU","PK"],"title":"रूस और पाकिस्तान 😀 ऊर्जा","text":"😀😀 दोनों देशों ने द्विपक्षीय सहयोग की समीक्षा की।\nनई पंक्ति में रूस और ऊर्जा 𑂍 है।"}
{"id":"en-1","date":"2023-10-18","source":"Ministry","title":"Energy & \"trade\" <b>talks</b>","text":"Über energy: the 😀 café talks went on. Energy, again."}
{"id":"en-2","title":"","text":"Only a body about trade talks."}
{"id":"long","title":"A long release","text":"The beginning is far away from the word that is looked for. One sentence follows another. Yet another sentence stands here, and it is long enough to fill some room. And one more sentence that says nothing at all. The needle stands here, in the midst of the haystack. After it there is more of the same, sentence by sentence, so that the snippet has to be cut. And one more sentence that says nothing at all. The end of the release is here, far from the needle too, and it goes on for a while."}
END
index releases.jsonl

no_escapes_into_a_pipe() {
    expect_status 0 search ऊर्जा energy
    expect_lacks "$OUT" "$ESC"
    expect_contains "$OUT" " 1. "
    expect_contains "$OUT" "2023-10-17 · विदेश मंत्रालय · hi · रूस, पाकिस्तान · hi 1"
    expect_contains "$OUT" "Results 1–2 of 2"
    expect_status 0 search --color auto ऊर्जा
    expect_lacks "$OUT" "$ESC"
    expect_status 0 search --color never ऊर्जा
    expect_lacks "$OUT" "$ESC"
    expect_status 1 search nowhereword
    expect_equal "$OUT" "Nothing found."
}

colors_on_demand() {
    expect_status 0 search --color always ऊर्जा
    expect_contains "$OUT" "${ESC}[1;31mऊर्जा${ESC}[0m"
    # Each line ends plain, so that a pager may cut anywhere.
    awk -v esc="$ESC" '{ at = 0; line = $0
        while ((i = index(line, esc)) > 0) { line = substr(line, i + 2); at = line !~ /^0m/ }
        if (at) exit 1 }' <<<"$OUT" || fail "a line ends in colour"
    # The flag wins over the variable.
    expect_status 0 env NO_COLOR=1 "$BIN_SEARCH" --color always ऊर्जा
    expect_contains "$OUT" "$ESC"
    expect_status 2 search --color sometimes ऊर्जा
    # Without its codes it is the plain output.
    expect_equal "$(search --color always ऊर्जा talks | sed "s/$ESC\[[0-9;]*m//g")" "$(search ऊर्जा talks)"
}

# on_terminal COLUMNS COMMAND...: its output on a terminal of that width.
on_terminal() {
    python3 - "$@" <<'END'
import fcntl, os, pty, struct, sys, termios
columns, command = int(sys.argv[1]), sys.argv[2:]
pid, terminal = pty.fork()
if pid == 0:
    fcntl.ioctl(1, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    os.execvp(command[0], command)
output = b""
try:
    while part := os.read(terminal, 65536):
        output += part
except OSError:
    pass
status = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
sys.stdout.buffer.write(output.replace(b"\r\n", b"\n"))
sys.exit(status)
END
}

on_a_terminal() {
    # What a pager writes is its own.
    export TERM=xterm PAGER=cat
    expect_status 0 on_terminal 80 "$BIN_SEARCH" ऊर्जा
    expect_contains "$OUT" "${ESC}[1;31m"
    expect_status 0 on_terminal 80 env NO_COLOR=1 "$BIN_SEARCH" ऊर्जा
    expect_lacks "$OUT" "$ESC"
    # An empty NO_COLOR is none.
    expect_status 0 on_terminal 80 env NO_COLOR= "$BIN_SEARCH" ऊर्जा
    expect_contains "$OUT" "$ESC"
    expect_status 0 on_terminal 80 env TERM=dumb "$BIN_SEARCH" ऊर्जा
    expect_lacks "$OUT" "$ESC"
    expect_status 0 on_terminal 80 "$BIN_SEARCH" --color never ऊर्जा
    expect_lacks "$OUT" "$ESC"
    expect_status 0 on_terminal 60 "$BIN_SEARCH" --color never needle
    local line
    while IFS= read -r line; do
        [ "${#line}" -le 60 ] || fail "a line of ${#line} columns: $line"
    done <<<"$OUT"
    # However narrow, it ends.
    expect_status 0 on_terminal 1 "$BIN_SEARCH" --color never needle
    expect_contains "$OUT" "needle"
}

# Progress is drawn on a terminal and nowhere else, and leaves no mess in front of the summary.
progress() {
    expect_status 0 index -v --index "$WORK/quiet" releases.jsonl
    expect_lacks "$ERR" "$ESC"
    expect_lacks "$ERR" $'\r'
    expect_status 0 on_terminal 80 "$BIN_INDEX" -v --index "$WORK/drawn" releases.jsonl
    expect_contains "$OUT" "indexed=4 "
}

json() {
    check_json 'r["version"] == 1 and r["query"] == "energy" and r["total"] == 1
        and r["suggestion"] is None and isinstance(r["facets"], dict) and r["notices"] == []' energy
    check_json 'set(r["hits"][0]) >= {"rank", "id", "score", "title", "date", "lang", "source", "url",
        "countries", "snippet"} and r["hits"][0]["rank"] == 1 and r["hits"][0]["score"] > 0' energy
    check_json 'r["hits"] == [] and r["total"] == 0' nowhereword
    check_json 'r["query"] == "a \"quoted\"\n\ttext \\ \u2028"' $'a "quoted"\n\ttext \\ \u2028'
    check_json 'len(r["notices"]) == 1' 'energy)'
    check_json '[h["rank"] for h in r["hits"]] == list(range(1, len(r["hits"]) + 1))
        and [h["score"] for h in r["hits"]] == sorted((h["score"] for h in r["hits"]), reverse=True)' \
        energy talks ऊर्जा
    check_json 'r["hits"][0]["title"] == "Energy & \"trade\" <b>talks</b>"' energy
}

# Offsets count code points, behind letters of two, three and four bytes.
offsets() {
    check_json 'lit(r["hits"][0]["snippet"]) == ["द्विपक्षीय", "सहयोग"]' '"द्विपक्षीय सहयोग"'
    check_json 'r["hits"][0]["snippet"]["text"][0:2] == "😀😀"' '"द्विपक्षीय सहयोग"'
    check_json '[r["hits"][0]["title"][b:e] for b, e in r["hits"][0]["title_highlights"]] == ["रूस", "ऊर्जा"]
        and r["hits"][0]["title_highlights"][1] == [19, 24]' 'रूस ऊर्जा'
    check_json 'lit(r["hits"][0]["snippet"]) == ["energy", "Energy"]' 'energy'
    check_json 'lit(r["hits"][0]["snippet"]) == ["Über", "café"]' 'uber AND cafe'
    # In order, apart, whole words, within the text; line ends are spaces.
    check_json 'all(b < e <= len(h["snippet"]["text"]) for h in r["hits"] for b, e in h["snippet"]["highlights"])
        and all(x[1] <= y[0] for h in r["hits"]
                for x, y in zip(h["snippet"]["highlights"], h["snippet"]["highlights"][1:]))
        and not any("\n" in h["snippet"]["text"] for h in r["hits"])' 'रूस ऊर्जा energy talks needle'
    check_json '"needle" in r["hits"][0]["snippet"]["text"] and r["hits"][0]["snippet"]["cut_before"] is False
        and len(r["hits"][0]["snippet"]["text"]) <= 240
        and r["hits"][0]["snippet"]["text"][0].isupper() and r["hits"][0]["snippet"]["text"][-1] == "."' needle
    # Without a word to show, the beginning of the body.
    check_json 'r["hits"][0]["snippet"]["text"].startswith("The beginning") and not r["hits"][0]["snippet"]["highlights"]' id:long
    check_json 'r["hits"][0]["title"] == "Only a body about trade talks."' id:en-2
}

trec() {
    expect_status 0 search --format trec energy ऊर्जा
    local line
    while IFS= read -r line; do
        [[ $line =~ ^0\ Q0\ [^\ ]+\ [0-9]+\ [0-9]+\.[0-9]+\ vigyapti$ ]] || fail "no TREC line: $line"
    done <<<"$OUT"
    expect_contains "$OUT" " hi%201 "
    expect_status 1 search --format trec nowhereword
    expect_equal "$OUT" ""
}

batch() {
    printf 'q1\tenergy\n\nq 2\tऊर्जा\r\nq3\tnowhereword\nq4\t"unclosed talks\nq5\t\nq6\tenergy' >queries.tsv
    expect_status 0 search --batch queries.tsv --format trec --timing
    expect_equal "$(awk '{print $1, $2, $3, $4, $6}' <<<"$OUT" | grep -v '^q4')" \
        "q1 Q0 en-1 1 vigyapti
q%202 Q0 hi%201 1 vigyapti
q6 Q0 en-1 1 vigyapti"
    tail -n 1 err | python3 -c '
import json, sys
t = json.load(sys.stdin)
assert list(t) == ["queries", "total_ms", "p50_ms", "p95_ms", "p99_ms", "max_ms"], t
assert t["queries"] == 6 and 0 < t["p50_ms"] <= t["p95_ms"] <= t["p99_ms"] <= t["max_ms"] <= t["total_ms"], t' ||
        fail "timing: $(tail -n 1 err)"
    expect_status 0 search --batch - --format json <queries.tsv
    expect_equal "$(wc -l <out)" 6
    python3 -c '
import json, sys
assert [json.loads(line)["qid"] for line in open("out")] == ["q1", "q 2", "q3", "q4", "q5", "q6"]' || fail "qid"
    expect_status 0 search --batch queries.tsv
    expect_contains "$OUT" "== q1: energy"
    printf 'q1\tnowhereword\n' >none.tsv
    expect_status 1 search --batch none.tsv
    expect_status 1 search --batch - </dev/null
    printf 'q1\tenergy\nno tab here\n' >wrong.tsv
    expect_status 2 search --batch wrong.tsv --format trec
    expect_contains "$ERR" "wrong.tsv:2: "
    expect_contains "$ERR" "hint: "
    expect_status 2 search --batch missing.tsv
    expect_contains "$ERR" "missing.tsv: No such file or directory"
    # One search has its time too.
    expect_status 0 search --timing energy
    expect_contains "$ERR" '{"queries":1,'
}

batch_of_a_folder() {
    expect_status 2 search --batch "$WORK"
    expect_contains "$ERR" "$WORK"
}

query_beside_a_batch() {
    printf 'q1\tenergy\n' >queries.tsv
    expect_status 2 search --batch queries.tsv talks
}

broken_pipe() {
    local command
    for command in "--limit 100 energy talks" "--batch many.tsv" "--batch many.tsv --format json" "--help"; do
        for _ in {1..20000}; do printf 'q\tenergy talks\n'; done >many.tsv
        # shellcheck disable=SC2086  # flags
        {
            local status=0
            "$BIN_SEARCH" $command 2>err || status=$?
            printf '%s\n' "$status" >status
        } | head -n 1 >out
        expect_equal "$(cat status)" 0
        expect_equal "$(cat err)" ""
        [ -s out ] || fail "no first line: $command"
    done
}

# Control characters: C0 but for the line feed, DEL, and C1 as UTF-8 has them.
expect_harmless() {
    python3 - "$@" <<'END' || fail "control characters in the output: $*"
import re, sys
for name in sys.argv[1:]:
    data = open(name, "rb").read()
    text = data.decode("utf-8", "surrogateescape")
    bad = re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f]|[\udc80-\udc9f]", text)
    if bad:
        around = text[max(0, bad.start() - 30):bad.end() + 30]
        print(f"{name}: {around!r}", file=sys.stderr)
        sys.exit(1)
END
}

make_hostile_index() {
    export VIGYAPTI_INDEX=$WORK/hostile-index
    mkdir -p hostile
    printf 'Title: evil \e[31mred\e[0m \xc2\x9b31m \x7f <script>alert("x")</script> & title\nSource: src\e]0;owned\a\nId: id\e[2J\xc2\x9b5n x\nURL: http://x/\e[1m\n\nHostile body \e[2J \r over \b \v \f bell \a tab\there <img src=x onerror=y> "quote" '"'"'single'"'"' \xc2\x85 nel.\nसाक्षी \e[31m\n© credit \e[5m\n' \
        >hostile/release.txt
    printf 'Hostile name\n' >hostile/$'name\e[31m\nline\t\xc2\x9b.txt'
    printf '{"id":"j\\u001b[31m\\u009b1m\\r\\n","title":"Hostile \\u001b[1m lines\\u0007","text":"hostile \\u001bc text\\u0085","source":"s\\u001b","url":"u\\u001b"}\nhostile %s broken\n' "${ESC}[2J" \
        >hostile/$'lines\e[2J.jsonl'
    expect_status 65 index -v hostile
    expect_harmless err
    expect_contains "$ERR" "lines?[2J.jsonl:2: "
    expect_summary indexed 3 failed 1
}

hostile_text_on_a_terminal() {
    expect_status 0 search hostile evil
    expect_harmless out err
    expect_contains "$OUT" '<script>alert("x")</script> & title'
    expect_contains "$OUT" 'evil ?[31mred?[0m'
    # With colours the only escape codes are our own.
    search --color always hostile evil | sed "s/$ESC\[\(0\|1\|2\|1;31\)m//g" >out
    expect_harmless out
    expect_status 0 search caption:साक्षी
    expect_harmless out
    printf 'q\e[31m\xc2\x9b\thostile \e[2J\x9b\n' >hostile.tsv
    expect_status 0 search --batch hostile.tsv
    expect_harmless out err
}

hostile_text_in_trec() {
    expect_status 0 search --format trec hostile evil
    expect_harmless out err
    expect_equal "$(wc -l <out)" 3
    awk 'NF != 6 { exit 1 }' out || fail "not six columns: $OUT"
    printf 'q\e[31m\xc2\x9b x\thostile\n' >hostile.tsv
    expect_status 0 search --batch hostile.tsv --format trec
    expect_harmless out
    awk 'NF != 6 { exit 1 }' out || fail "not six columns: $OUT"
}

hostile_text_in_json() {
    check_json 'any(h["title"].startswith("evil \x1b[31mred") for h in r["hits"])' hostile evil
    expect_status 0 search --format json hostile evil
    # Control characters of C0 must be escaped there; the rest is data for programs.
    expect_equal "$(tr -d '\n' <out | tr -dc '\001-\037' | wc -c)" 0
}

hostile_queries() {
    local query status
    for query in "${ESC}[31mred" $'a\x9bb' $'\xc2\x9b31m' $'date:\e[2J' $'"open \e]0;x\a' $'NEAR/5\e x' $'a\rb' \
        $'title:\e[1m x' $'NOT \e' $'\x7f'; do
        status=0
        search -- "$query" >out 2>err || status=$?
        [ "$status" -le 1 ] || fail "status $status"
        expect_harmless out err
    done
}

hostile_queries_explained() {
    local query
    for query in "${ESC}[31mred" $'\xc2\x9b31m' $'id:\e[2J' $'"open \e]0;x\a' $'=\e' $'source:a\rb'; do
        expect_status 0 search --explain -- "$query"
        expect_harmless out err
    done
}

hostile_arguments() {
    local argument
    for argument in "${ESC}[31m" $'\xc2\x9bx' $'a\nb' $'\xff\x9b'; do
        expect_status 2 search --index "$argument" x
        expect_harmless err
        expect_status 2 search "--$argument" x
        expect_harmless err
        expect_status 2 search --format "$argument" x
        expect_harmless err
        expect_status 2 search --limit "$argument" x
        expect_harmless err
        expect_status 2 search --batch "$argument"
        expect_harmless err
        expect_status 65 index "missing$argument"
        expect_harmless err
        expect_status 78 index --config "$argument" x
        expect_harmless err
    done
}

# A file name may be any bytes; what is printed is valid UTF-8 all the same.
file_names_in_other_encodings() {
    mkdir -p latin
    printf 'Latin name\n' >latin/$'caf\xe9 \x9b1m.txt' || return 0
    printf 'not\0\n' >latin/$'bad\xe9.txt'
    expect_status 65 index -v --index "$WORK/latin-index" latin
    expect_harmless err
    expect_status 0 search --index "$WORK/latin-index" latin
    expect_harmless out
    iconv -f UTF-8 -t UTF-8 <out >iconv.out || fail "the output is not UTF-8"
    check_json 'r["total"] == 1' --index "$WORK/latin-index" latin
    expect_status 0 index -v --index "$WORK/latin-index" latin/$'caf\xe9 \x9b1m.txt'
    expect_summary unchanged 1
}

section "no escape codes into a pipe" no_escapes_into_a_pipe
section "--color" colors_on_demand
section "on a terminal" on_a_terminal
section "progress" progress
section "JSON" json
section "offsets of highlights" offsets
section "TREC" trec
section "batch" batch
section "batch of a folder" batch_of_a_folder
section "a query beside a batch" query_beside_a_batch
section "broken pipe" broken_pipe
section "hostile releases are indexed" make_hostile_index
export VIGYAPTI_INDEX=$WORK/hostile-index
section "hostile text on a terminal" hostile_text_on_a_terminal
section "hostile text in TREC lines" hostile_text_in_trec
section "hostile text in JSON" hostile_text_in_json
section "hostile queries" hostile_queries
section "hostile queries explained" hostile_queries_explained
section "hostile arguments" hostile_arguments
section "file names in other encodings" file_names_in_other_encodings
finish
