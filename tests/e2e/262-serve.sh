#!/usr/bin/env bash
# scripts/serve: the page with one command, and nothing left behind.
# shellcheck source=tests/support/e2e.sh
source "${SOURCE_DIR:?}/tests/support/e2e.sh"
need_program python3
PATH=$PATH:/usr/sbin
need_program lighttpd
export VIGYAPTI_PROGRAMS=${BIN_SEARCH%/*/*}
# An own folder for temporary files, which must be empty at the end.
mkdir "$WORK/tmp"
export TMPDIR=$WORK/tmp

free_port() {
    python3 -B -c 'import sys; sys.path.insert(0, sys.argv[1]); import web_servers
print(web_servers.free_port())' "$SOURCE_DIR/tests/support"
}

get() {
    python3 -c 'import sys, urllib.request
sys.stdout.buffer.write(urllib.request.urlopen(sys.argv[1], timeout=60).read())' "$1"
}

# serve ARGUMENT...: starts it on a free port; its address is then $PAGE, its process $SERVE.
serve() {
    rm -f "$WORK/served"
    # What bash starts in the background does not hear Ctrl-C otherwise.
    env --default-signal=INT "$SOURCE_DIR/scripts/serve" --port "$(free_port)" "$@" \
        >"$WORK/served" 2>"$WORK/served.err" &
    SERVE=$!
    trap 'kill "$SERVE" 2>/dev/null && wait "$SERVE" || true' EXIT
    until_true grep -qs '^The page: ' "$WORK/served"
    PAGE=$(sed -n 's/^The page: \([^ ]*\).*/\1/p' "$WORK/served")
}

# ends SIGNAL: stops it; it must end well, and leave nothing.
ends() {
    local status=0
    kill -s "$1" "$SERVE"
    trap - EXIT
    wait "$SERVE" || status=$?
    expect_equal "$status" 0
    expect_equal "$(ls -A "$TMPDIR")" ""
    if get "$PAGE" >/dev/null 2>&1; then fail "the server has not ended"; fi
}

own_index() {
    # A name that a configuration file could stumble over.
    local folder=$WORK/'my "index" & more'
    mkdir "$folder"
    printf '{"id":"a","lang":"hi","title":"ऊर्जा सहयोग"}\n' >"$WORK/a.jsonl"
    index --index "$folder/index" "$WORK/a.jsonl"
    cd "$folder"
    serve index
    expect_contains "$PAGE" "http://127.0.0.1:"
    expect_contains "$(get "$PAGE?q=%E0%A4%8A%E0%A4%B0%E0%A5%8D%E0%A4%9C%E0%A4%BE")" "सहयोग"
    ends INT
    expect_contains "$(cat "$WORK/served.err")" "vigyapti.cgi: 200 GET"
}

bundled_corpus() {
    export VIGYAPTI_INDEX=$WORK/demo
    serve
    expect_contains "$(get "$PAGE?q=earthquake")" "<mark>"
    ends TERM
}

mistakes() {
    expect_status 64 "$SOURCE_DIR/scripts/serve" --port 0
    expect_status 64 "$SOURCE_DIR/scripts/serve" --port
    expect_status 64 "$SOURCE_DIR/scripts/serve" --prot 8080
    expect_status 64 "$SOURCE_DIR/scripts/serve" one two
    expect_status 1 "$SOURCE_DIR/scripts/serve" "$WORK/nowhere"
    expect_contains "$ERR" "no index in $WORK/nowhere"
}

taken_port() {
    printf '{"id":"a","text":"energy"}\n' >"$WORK/b.jsonl"
    index --index "$WORK/index" "$WORK/b.jsonl"
    serve "$WORK/index"
    local port=${PAGE#http://127.0.0.1:}
    expect_status 1 "$SOURCE_DIR/scripts/serve" --port "${port%%/*}" "$WORK/index"
    expect_contains "$ERR" "is taken"
    get "$PAGE" >/dev/null
    ends INT
}

section "an index of one's own" own_index
section "the bundled corpus" bundled_corpus
section "mistakes" mistakes
section "a port that is taken" taken_port
finish
