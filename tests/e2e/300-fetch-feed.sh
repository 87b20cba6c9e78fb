#!/usr/bin/env bash
# scripts/fetch-feed: feeds and their pages into dated folders, politely, from servers on loopback.
# shellcheck source=tests/support/e2e.sh
source "${SOURCE_DIR:?}/tests/support/e2e.sh"
need_program python3
need_program curl
# shellcheck source=tests/support/feeds.sh
source "$SOURCE_DIR/tests/support/feeds.sh"

units() {
    expect_status 0 support fetch_asking_test
    expect_status 0 support fetch_reading_test
}

first_run() {
    serve
    pages one two
    rss one.html /two.html >site/feed.xml
    list /feed.xml
    expect_status 0 over_http list
    expect_items feed=new items=2 known=0 fetched=2 refused=0 failed=0 left=0
    expect_equal "$(asked)" "/robots.txt /feed.xml /one.html /two.html"
    expect_equal "$(kept_urls)" "/one.html /two.html "
    # A file of pages that the indexer reads, and the feed as it came beside it.
    expect_equal "$(cd kept && find . -name '*.gz' | sed 's/-[0-9a-f]*\.warc/-.warc/' | sort | tr '\n' ' ')" \
        "./विदेश मंत्रालय/2026-11-26/.feed-.warc.gz ./विदेश मंत्रालय/2026-11-26/pages-.warc.gz "
    support fetched -a kept | sed -n 1p | cut -f 5 >feed.json
    python3 -c 'import json; print(json.load(open("feed.json")), end="")' >feed.body
    cmp feed.body site/feed.xml
    expect_contains "$(support fetched kept)" '"text/html; charset=utf-8"'
    # Without -v nothing is said.
    rss >site/feed.xml
    expect_status 0 fetch_feed --allow-http list
    expect_equal "$OUT$ERR" ""
}

kept_is_indexed() {
    serve
    pages one two
    rss one.html two.html >site/feed.xml
    list /feed.xml
    expect_status 0 over_http list
    expect_status 0 index -v --index index kept
    expect_summary indexed 2 failed 0
    expect_equal "$(ids --index index ऊर्जा | sort)" "$HERE/one.html"$'\n'"$HERE/two.html"
}

only_what_is_new() {
    serve
    pages one two three
    rss "$HERE/one.html" "$HERE/two.html" >site/feed.xml
    list /feed.xml
    expect_status 0 over_http list
    asked >/dev/null
    # Nothing has changed: one question, no answer to speak of.
    expect_status 0 over_http list
    expect_items feed=unmodified items=0 fetched=0
    expect_equal "$(field If-None-Match /feed.xml)" "\"$(sha1sum site/feed.xml | cut -d' ' -f1)\""
    expect_equal "$(asked)" "/robots.txt /feed.xml"
    rss "$HERE/three.html" "$HERE/one.html" >site/feed.xml
    expect_status 0 over_http list
    expect_items feed=new items=2 known=1 fetched=1
    expect_equal "$(asked)" "/robots.txt /feed.xml /three.html"
    expect_equal "$(kept_urls | wc -w)" 3
    [ "$(find kept -name 'pages-*-2.warc.gz' | wc -l)" -eq 1 ] || fail "the second run's file"
}

feeds_that_overlap() {
    serve
    pages one two three
    rss one.html two.html '/redirect?to=/one.html' >site/feed.xml
    rss two.html three.html >site/other.xml
    list /feed.xml /other.xml
    expect_status 0 over_http list
    expect_equal "$(asked)" \
        "/robots.txt /feed.xml /one.html /two.html /redirect?to=/one.html /one.html /other.xml /three.html"
    # The files' names hold a hash of the port, which decides their order.
    expect_equal "$(kept_urls | xargs -n 1 | sort | xargs)" "/one.html /three.html /two.html"
    cp site/feed.xml site/late.xml
    list /late.xml
    expect_status 0 over_http list
    expect_items known=3 fetched=0
    expect_equal "$(asked)" "/robots.txt /late.xml"
}

by_date_only() {
    serve
    rss >site/feed.xml
    touch -d '2026-11-01 12:00:00 UTC' site/feed.xml
    list '/feed.xml?by=modified' '/feed.xml?by=nothing'
    expect_status 0 over_http list
    expect_status 0 over_http list
    expect_contains "$ERR" "feed=unmodified"
    expect_contains "$ERR" "feed=same"
    expect_equal "$(field If-Modified-Since '/feed.xml?by=modified')" "Sun, 01 Nov 2026 12:00:00 GMT"
    expect_equal "$(field If-None-Match '/feed.xml?by=modified')" none
    expect_equal "$(find kept -name '.feed-*' | wc -l)" 2
}

feed_without_items() {
    serve
    pages one
    rss one.html >site/feed.xml
    list /feed.xml
    expect_status 0 over_http --no-items list
    expect_equal "$(asked)" "/robots.txt /feed.xml"
    expect_equal "$(kept_urls)" "/feed.xml "
    # Wanted later, the items are fetched though the feed is as it was.
    expect_status 0 over_http list
    expect_equal "$(asked)" "/robots.txt /feed.xml /one.html"
}

a_few_at_a_time() {
    serve
    pages one two three
    rss one.html two.html three.html >site/feed.xml
    list /feed.xml
    expect_status 0 over_http --max-items 2 list
    expect_items fetched=2 left=1
    expect_status 0 over_http --max-items 2 list
    expect_items feed=same fetched=1 known=2 left=0
    asked >/dev/null
    expect_status 0 over_http list
    expect_equal "$(asked)" "/robots.txt /feed.xml"
}

# What becomes of a page is remembered when the file that has it has its name.
file_without_a_name() {
    serve
    pages one two
    rss one.html two.html >site/feed.xml
    list /feed.xml
    expect_status 0 over_http --max-items 1 list
    : >kept/विदेश\ मंत्रालय/2026-11-27
    asked >/dev/null
    VIGYAPTI_NOW=2026-11-27 expect_status 74 over_http list
    expect_equal "$(asked)" "/robots.txt /feed.xml /two.html"
    rm kept/विदेश\ मंत्रालय/2026-11-27
    VIGYAPTI_NOW=2026-11-27 expect_status 0 over_http list
    expect_items known=1 fetched=1
    expect_equal "$(kept_urls)" "/one.html /two.html "
}

# What one feed has given up, another may still ask for.
given_up() {
    serve
    rss /one.html >site/feed.xml
    cp site/feed.xml site/other.xml
    list /feed.xml
    local i
    for i in 1 2 3 4 5; do expect_status 65 over_http list; done
    rss /one.html /one.html >site/feed.xml
    expect_status 0 over_http list
    expect_items feed=new items=1 known=1
    pages one
    list /other.xml
    expect_status 0 over_http list
    expect_items fetched=1
}

other_feeds() {
    serve
    pages one two
    cat >site/atom.xml <<END
<feed xmlns="http://www.w3.org/2005/Atom" xml:base="$HERE/x/"><link rel="self" href="/atom.xml"/>
<entry><link rel="enclosure" href="/no.html"/><link href="../one.html"/></entry></feed>
END
    cat >site/rdf.xml <<END
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">
<channel><link>/no.html</link></channel><item rdf:about="/no.html"><link>/two.html</link></item></rdf:RDF>
END
    list /atom.xml /rdf.xml
    expect_status 0 over_http list
    expect_equal "$(asked)" "/robots.txt /atom.xml /one.html /rdf.xml /two.html"
}

as_it_is_sent() {
    serve
    pages one two
    rss /early-hint '/one.html?coding=gzip' '/two.html?chunked=1' >site/feed.xml
    list '/feed.xml?coding=gzip'
    expect_status 0 over_http --contact mail@example.org list
    expect_items fetched=3
    expect_equal "$(field User-Agent /early-hint)" "Vigyapti/0.1 (mail@example.org)"
    expect_equal "$(field Accept-Encoding /early-hint)" gzip
    support fetched kept >shown
    expect_contains "$(cat shown)" '"text/html; charset=windows-1252"	"<p>after a hint</p>"'
    expect_contains "$(cat shown)" "<title>one</title><p>ऊर्जा"
    expect_contains "$(cat shown)" "<title>two</title><p>ऊर्जा"
}

robots() {
    serve
    pages one two
    rss one.html two.html "http://127.0.0.2:$PORT/one.html" "http://127.0.0.3:$PORT/one.html" >site/feed.xml
    printf 'User-agent: *\nDisallow: /\n\nUser-Agent: vigyapti/1.0\nDisallow: /*.html$\nAllow: /two\nAllow: /two.htm*\n' \
        >site/robots-127.0.0.1.txt
    printf 'status 503' >site/robots-127.0.0.2.txt
    printf 'status 403' >site/robots-127.0.0.3.txt
    list /feed.xml
    expect_status 0 over_http list
    expect_items items=4 fetched=2 refused=1 left=1
    expect_equal "$(asked)" "/robots.txt /feed.xml /two.html /robots.txt /robots.txt /one.html"
    expect_contains "$ERR" "one.html: robots.txt of 127.0.0.1 forbids it"
    expect_contains "$ERR" "robots.txt of 127.0.0.2 cannot be read, which forbids all"
    printf 'User-agent: *\nDisallow: /\n' >site/robots-127.0.0.1.txt
    expect_status 65 over_http list
    expect_equal "$(asked)" "/robots.txt"
    expect_contains "$ERR" "scripts/fetch-feed: error: विदेश मंत्रालय: $HERE/feed.xml: robots.txt of 127.0.0.1 forbids it"
}

pauses() {
    serve
    pages one two
    rss '/busy-once?after=0' '/busy?after=100000' /one.html "http://127.0.0.2:$PORT/two.html" >site/feed.xml
    list /feed.xml
    expect_status 0 over_http list
    expect_items items=4 fetched=2 left=2
    expect_equal "$(asked)" \
        "/robots.txt /feed.xml /busy-once?after=0 /busy-once?after=0 /busy?after=100000 /robots.txt /two.html"
    # A date, and a server that is out of order; what was left is asked for again.
    rss '/busy?after=Thu,%2026%20Nov%202099%2000:00:00%20GMT&amp;status=503' >site/feed.xml
    expect_status 0 over_http list
    expect_items items=1 left=1
    expect_status 0 over_http list
    expect_items items=1 left=1
}

damaged_state() {
    serve
    pages one
    rss one.html >site/feed.xml
    list /feed.xml
    expect_status 0 over_http list
    local state damage
    state=$(echo kept/.state/*.json)
    cp "$state" sound
    for damage in '' '{' '[]' 'null' '{"version":1}' "$(sed 's/"items": {/&"x": 1, /' sound)" \
        "$(sed 's/"etag": "/&\\r\\nX: y/' sound)" "$(head -c 100 sound)"; do
        printf '%s' "$damage" >"$state"
        asked >/dev/null
        expect_status 0 over_http list
        expect_contains "$(asked)" "/feed.xml"
    done
    expect_contains "$ERR" "what was remembered of it is damaged"
    expect_status 0 over_http list
    expect_items feed=unmodified
}

# Names that begin with a point are for the script alone; whatever the moment, no other name belongs
# to a half file.
killed() {
    serve
    pages one two
    rss one.html /slow two.html >site/feed.xml
    list /feed.xml
    "$SOURCE_DIR/scripts/fetch-feed" --delay 0 --allow-private --allow-http --into kept list &
    local run=$! status=0
    until_true grep -q '"/slow"' requests
    expect_status 75 over_http list
    expect_contains "$ERR" "kept: locked by another run"
    kill -9 "$run"
    { wait "$run" || true; } 2>/dev/null
    expect_equal "$(kept_urls)" ""
    expect_equal "$(support fetched -a kept | grep -c '\.feed-')" 1
    # Told to stop, it keeps what it has.
    : >requests
    "$SOURCE_DIR/scripts/fetch-feed" --delay 0 --allow-private --allow-http --into kept list 2>stopped.err &
    run=$!
    until_true grep -q '"/slow"' requests
    kill "$run"
    wait "$run" || status=$?
    expect_equal "$status" 75
    expect_contains "$(cat stopped.err)" "told to stop"
    expect_equal "$(kept_urls)" "/one.html "
    # The rest comes with the next run, and nothing is left lying about.
    rss one.html two.html >site/feed.xml
    expect_status 0 over_http list
    expect_items known=1 fetched=1
    expect_equal "$(ls -A kept/.state/parts)" ""
}

curl_is_gone() { ! grep -qsz "$HERE/[s]ilent" /proc/[0-9]*/cmdline; }

# Ctrl-C at a terminal is for all processes of a group: it is no fault of the page that is asked for.
interrupted() {
    serve
    rss /silent >site/feed.xml
    list /feed.xml
    local run status=0
    setsid "$SOURCE_DIR/scripts/fetch-feed" --delay 0 --allow-private --allow-http --into kept list 2>stopped.err &
    run=$!
    until_true grep -q '"/silent"' requests
    kill -INT -- "-$run"
    wait "$run" || status=$?
    expect_equal "$status" 75
    expect_equal "$(cat stopped.err)" "scripts/fetch-feed: error: told to stop; what was fetched is kept"
    expect_contains "$(cat kept/.state/*.json)" '"items": {}'
    curl_is_gone || fail "curl goes on"
    # Whatever ends the run ends its curl.
    : >requests
    "$SOURCE_DIR/scripts/fetch-feed" --delay 0 --allow-private --allow-http --into kept list &
    run=$!
    until_true grep -q '"/silent"' requests
    kill -9 "$run"
    { wait "$run" || true; } 2>/dev/null
    until_true curl_is_gone
}

# The samples for administrators: a list that is read, a line for cron that the script understands.
samples() {
    local line
    serve
    pages one
    rss one.html >site/feed.xml
    python3 -B -c 'import sys; sys.path.insert(0, sys.argv[1]); from fetching import feeds
print(len(feeds.read_list(open(sys.argv[2], "rb").read(), ("https",))))' \
        "$SOURCE_DIR/scripts" "$SOURCE_DIR/scripts/nightly/feeds.list" >count
    expect_equal "$(cat count)" 3
    line=$(sed -n 's/^#\([0-9* ]*vigyapti  [^ ]*fetch-feed\)/\1/p' "$SOURCE_DIR/scripts/nightly/vigyapti.cron")
    [[ $line =~ ^([0-9*]+\ +){5}vigyapti\ +(/usr/libexec/vigyapti/fetch-feed\ [^%]+)$ ]] || fail "no line: $line"
    line=${BASH_REMATCH[2]/'/usr/libexec/vigyapti'/"'$SOURCE_DIR/scripts'"}
    line=${line/'/srv/releases/feeds'/"'$PWD/kept'"}
    line=${line/'/etc/vigyapti/feeds.list'/"'$PWD/list' --allow-http --allow-private --delay 0"}
    list /feed.xml
    expect_status 0 env -i PATH="$PATH" LC_ALL=C SHELL=/bin/sh /bin/sh -c "$line"
    expect_equal "$OUT$ERR" ""
    expect_equal "$(kept_urls)" "/one.html "
}

mistakes() {
    new_folder
    local list
    expect_status 64 "$SOURCE_DIR/scripts/fetch-feed" --into kept
    expect_contains "$ERR" "scripts/fetch-feed: error: "
    expect_contains "$ERR" "hint: "
    expect_status 64 fetch_feed --max-item 3 list
    expect_status 64 fetch_feed --max-items -3 list
    expect_status 64 fetch_feed --contact $'a\nX: b' list
    expect_status 74 fetch_feed nowhere
    while IFS='|' read -r list what; do
        # shellcheck disable=SC2059  # the escapes are wanted
        printf "$list" >list
        expect_status 78 fetch_feed list
        expect_contains "$ERR" "$what"
    done <<'END'
# nothing\n\n|list: no feed in it
# one\nhttps://a.example.org/|line 2: no name after https://a.example.org/
https://a.example.org/ A\n\nhttps://a.example.org/#x B|line 3: https://a.example.org/ stands in line 1
https://a.example.org/ ../A|line 1: a name that begins with a point
https://a.example.org/ A/B|line 1: a name with a letter
https://a.example.org/ A\033B|line 1: a name with a letter
https://a.example.org/ \377|line 1: not UTF-8
ftp://a.example.org/ A|line 1: not over https: ftp://a.example.org/
a.example.org A|line 1: not over https: a.example.org
END
    [ ! -e kept ] || fail "a list that is wrong has changed something"
    expect_status 78 env PATH=/nowhere "$(python3 -c 'import sys; print(sys.executable)')" \
        "$SOURCE_DIR/scripts/fetch-feed" --into kept list
    expect_contains "$ERR" "curl is missing"
    printf 'https://a.example.org/ A\n' >list
    VIGYAPTI_NOW=today expect_status 64 fetch_feed list
    expect_contains "$ERR" 'VIGYAPTI_NOW: "today" is no day'
    : >file
    expect_status 74 "$SOURCE_DIR/scripts/fetch-feed" --into file/kept list
}

section "the parts" units
section "a first run" first_run
section "what is kept is indexed" kept_is_indexed
section "only what is new" only_what_is_new
section "feeds that overlap" feeds_that_overlap
section "feeds without an ETag" by_date_only
section "a feed without its items" feed_without_items
section "a few items at a time" a_few_at_a_time
section "a file without a name" file_without_a_name
section "given up" given_up
section "Atom and RSS 1.0" other_feeds
section "headers and encodings" as_it_is_sent
section "robots.txt" robots
section "pauses" pauses
section "damaged state" damaged_state
section "killed" killed
section "interrupted" interrupted
section "samples" samples
section "mistakes" mistakes
finish
