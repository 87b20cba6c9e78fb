#!/usr/bin/env bash
# A shard that another machine serves, by Xapian's own server on loopback: every answer is the one
# that the same shards give from this machine's disk.
# shellcheck source=tests/support/e2e.sh
source "${SOURCE_DIR:?}/tests/support/e2e.sh"
need_program xapian-tcpsrv
need_program setsid
need_program python3

LOCAL=$WORK/local
REMOTE=$WORK/remote
cd "$WORK"
# A run, a shard. Files of one name in the two folders are releases of their own.
index --index "$LOCAL" "$SOURCE_DIR"/corpus/releases/en
cp -r "$SOURCE_DIR/corpus/releases" "$WORK/releases"
rm -r "$WORK/releases/en"
index --index "$LOCAL" "$WORK/releases"
cp -r "$LOCAL" "$REMOTE"
[ "$(grep -c ^auto "$LOCAL/XAPIANDB")" = 2 ] || fail "not two shards: $(cat "$LOCAL/XAPIANDB")"
SERVED=$LOCAL/$(sed -n '2s/^auto //p' "$LOCAL/XAPIANDB")

free_port() {
    python3 -c 'import socket
with socket.socket() as s:
    s.bind(("127.0.0.1", 0))
    print(s.getsockname()[1])'
}

# serve: starts a server in a session of its own, since at its end it ends its whole process group.
# Another program may take the port first: then the next one is tried.
serve() {
    local attempt i
    for ((attempt = 0; attempt < 5; attempt++)); do
        PORT=$(free_port)
        : >served
        setsid xapian-tcpsrv --interface 127.0.0.1 --port "$PORT" "$SERVED" >served 2>&1 &
        SERVER=$!
        for ((i = 0; i < 100; i++)); do
            if grep -q Listening served; then return; fi
            kill -0 "$SERVER" 2>/dev/null || break
            sleep 0.1
        done
        stop
    done
    fail "no server: $(cat served)"
}

stop() {
    kill "$SERVER" 2>/dev/null || true
    wait "$SERVER" 2>/dev/null || true
}

serve
trap 'stop; chmod -R u+rwX "$WORK" 2>/dev/null || true; rm -rf "$WORK"' EXIT
sed -i "2s/.*/remote 127.0.0.1:$PORT/" "$REMOTE/XAPIANDB"

# Where the number of all releases is an estimate, the two sides may estimate differently.
without_estimate() { sed -E 's/"total":[0-9]+,("total_is_exact":false)/\1/'; }

# same_answer STATUS ARGUMENT...: all else of the answer, to the last byte.
same_answer() {
    local wanted=$1 local_out
    shift
    expect_status "$wanted" search --index "$LOCAL" "$@"
    local_out=$(without_estimate <<<"$OUT$ERR")
    expect_status "$wanted" search --index "$REMOTE" "$@"
    expect_equal "$(without_estimate <<<"$OUT$ERR")" "$local_out"
}

# same_json ARGUMENT...
same_json() { same_answer 0 --format json "$@"; }

words() {
    expect_status 0 search --index "$REMOTE" summit
    same_json summit
    same_json 'शिखर सम्मेलन'
    same_json -n 50 --all india trade
    same_json '"foreign minister"'
    same_json '+minister -india'
    same_json 'minister NEAR/3 foreign'
    same_json '=ministers'
    same_json 'minis*'
    same_json 'title:india OR title:भारत'
    same_json 'lang:hi date:2020..'
    same_json --sort date minister
    same_json --sort date-asc --offset 5 minister
    same_json --all-versions minister
    same_json --recency 100 minister
    same_answer 1 nowhereword
}

facets() {
    same_json --facet lang,year,month,country,source minister
    # Sorted by date, which Xapian counts wrongly at a remote shard.
    same_json -n 0 --facet country,lang 'lang:hi OR lang:en'
    same_json --sort date --facet year,lang minister
    same_answer 0 --timeline 'lang:hi OR lang:en'
}

# A misspelt word is offered as a release has it.
suggestions() {
    expect_status 1 search --index "$REMOTE" minstir
    expect_contains "$ERR$OUT" "Did you mean: minister"
    same_answer 1 minstir
    same_answer 1 --format json minstir
    same_json 'minstir of foreign affairs'
}

across_languages() {
    check_json 'any(h["lang"] == "hi" for h in r["hits"])' --index "$REMOTE" -n 50 minister
    same_json -n 50 --cross only minister
    same_json -n 50 'विदेश मंत्री'
    same_json --cross off minister
}

likeness() {
    local id
    while read -r id; do
        same_json --like "$id"
    done < <(ids --index "$LOCAL" -n 4 minister)
}

explained() {
    local id
    same_answer 0 --explain 'minister "foreign affairs"'
    # One of either shard.
    while read -r id; do
        same_answer 0 --explain-document "$id"
    done < <(ids --index "$LOCAL" -n 4 minister)
}

# What writes needs all shards on this machine, and changes nothing where one is not.
writing() {
    local before
    before=$(state_of "$REMOTE")
    expect_status 78 index --index "$REMOTE" "$SOURCE_DIR/corpus/releases"
    expect_contains "$ERR" "127.0.0.1:$PORT"
    expect_contains "$ERR" "hint: "
    expect_equal "$(state_of "$REMOTE")" "$before"
}

# Last: the server is gone.
unreachable() {
    stop
    expect_status 2 search --index "$REMOTE" minister
    expect_contains "$ERR" "error: "
    expect_contains "$ERR" "hint: "
}

section "words" words
section "facets" facets
section "suggestions" suggestions
section "across languages" across_languages
section "likeness" likeness
section "explained" explained
section "writing" writing
section "unreachable" unreachable
finish
