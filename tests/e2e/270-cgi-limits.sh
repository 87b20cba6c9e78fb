#!/usr/bin/env bash
# vigyapti.cgi as a server starts it: an answer that is whole, and one line of log, also where the
# request comes to its limits or the settings are not to be read.
# shellcheck source=tests/support/e2e.sh
source "${SOURCE_DIR:?}/tests/support/e2e.sh"
: "${BIN_CGI:=${BIN_SEARCH%/*}/vigyapti.cgi}"

FORM=application/x-www-form-urlencoded

# ask STATUS QUERY VARIABLE=VALUE...: the request has this status (or one of "200|503"); its answer is $WORK/answer, its
# log $WORK/log.
ask() {
    local status=$1 query=$2
    shift 2
    env -i LC_ALL=C.UTF-8 VIGYAPTI_INDEX="$WORK/index" VIGYAPTI_CONFIG="$WORK/conf" \
        REQUEST_METHOD=GET QUERY_STRING="$query" "$@" "$BIN_CGI" >"$WORK/answer" 2>"$WORK/log" ||
        fail "status $? of the program: $query"
    [[ $(head -n 1 "$WORK/answer") =~ ^Status:\ ($status)\  ]] ||
        fail "$(head -n 1 "$WORK/answer"), not $status: $query"
    expect_equal "$(grep -c '^Status: ' "$WORK/answer")" 1
    # The length that is told is that of what comes.
    local length body
    length=$(tr -d '\r' <"$WORK/answer" | sed -n 's/^Content-Length: //p')
    body=$(sed '1,/^\r$/d' "$WORK/answer" | wc -c)
    case $* in
        *METHOD=HEAD*) expect_equal "$body" 0 ;;
        *) expect_equal "$body" "$length" ;;
    esac
}

logged() {
    expect_equal "$(wc -l <"$WORK/log")" 1
    expect_contains "$(cat "$WORK/log")" "$1"
}

settings() { printf '[page]\n' >"$WORK/conf" && printf '%s\n' "$@" >>"$WORK/conf"; }

enough() {
    settings
    ask 200 q=pakistan
    logged '200 GET "q=pakistan" found='
    ask 200 q=pakistan REQUEST_METHOD=HEAD
    logged '200 HEAD "q=pakistan" found='
    settings 'cpu-seconds = 0' 'seconds = 0' 'memory-mb = 0'
    ask 200 q=pakistan
}

memory() {
    local mb
    for mb in 1 2 3 4 5 6 7 8; do
        settings "memory-mb = $mb"
        ask '200|503' 'q=a*+b*&n=100'
        logged 'GET "q=a*+b*&n=100"'
        [ "$mb" -gt 2 ] || logged ' 503 '
    done
    settings 'memory-mb = 200'
    ask 200 'q=a*+b*&n=100'
}

# A body that never comes.
clock() {
    settings 'seconds = 1'
    mkfifo "$WORK/body"
    sleep 600 >"$WORK/body" &
    local sleeper=$!
    ask 503 q=a REQUEST_METHOD=POST CONTENT_LENGTH=5 CONTENT_TYPE=$FORM <"$WORK/body"
    logged '503 POST "q=a" a limit'
    kill "$sleeper"
}

# Where the environment itself is wrong there is still an answer.
wrong_environment() {
    settings
    ask 503 q=a VIGYAPTI_NOW=never
    logged VIGYAPTI_NOW
    ask 503 q=a VIGYAPTI_NOW=never REQUEST_METHOD=HEAD
    local variable
    for variable in VIGYAPTI_CONFIG=/nonexistent VIGYAPTI_CONFIG="$WORK"; do
        ask 503 q=a "$variable"
        ask 503 q=a "$variable" REQUEST_METHOD=HEAD
    done
    settings 'no-such-key = 1'
    ask 503 q=a
    expect_contains "$(cat "$WORK/log")" no-such-key
    expect_lacks "$(cat "$WORK/answer")" no-such-key
    settings
    ask 503 q=a VIGYAPTI_INDEX=/nonexistent
    logged /nonexistent
    expect_lacks "$(cat "$WORK/answer")" /nonexistent
}

# What a client sends does not fill the log, nor forge a line of it.
logs() {
    settings
    local long
    long=$(printf 'q%.0s' {1..20000})
    ask 414 "q=$long"
    logged '414 GET'
    [ "$(wc -c <"$WORK/log")" -lt 4000 ] || fail "a line of $(wc -c <"$WORK/log") bytes"
    ask 400 $'q=\xff"\n\r\e[2Jvigyapti.cgi: 200'
    logged '"q=?\"??'
    ask 405 q=a $'REQUEST_METHOD=GET\nvigyapti.cgi: 200 '
    logged '405 GET?vigyapti.cgi'
}

index "$SOURCE_DIR/corpus/releases" --index "$WORK/index" 2>/dev/null
section "enough" enough
section "memory" memory
section "clock" clock
section "wrong environment" wrong_environment
section "logs" logs
finish
