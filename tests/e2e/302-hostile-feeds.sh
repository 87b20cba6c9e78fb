#!/usr/bin/env bash
# scripts/fetch-feed and publishers that mean harm, or are broken: nothing but pages comes in, no more
# than may, and from nowhere else.
# shellcheck source=tests/support/e2e.sh
source "${SOURCE_DIR:?}/tests/support/e2e.sh"
need_program python3
need_program curl
need_program openssl
# shellcheck source=tests/support/feeds.sh
source "$SOURCE_DIR/tests/support/feeds.sh"

redirects() {
    serve
    pages one two
    local other=http://127.0.0.2:$PORT
    rss /loop "/chain?left=5&amp;to=$other/one.html" '/chain?left=6&amp;to=/two.html' \
        '/redirect?to=file:///etc/passwd' '/redirect?to=https://127.0.0.1:1/' '/redirect?to=ftp://127.0.0.1/' \
        '/redirect?to=//user:word@127.0.0.1/' >site/feed.xml
    list '/redirect?to=/feed.xml'
    expect_status 0 over_http list
    expect_items items=7 fetched=1 failed=2 refused=4
    expect_equal "$(kept_urls)" "/one.html "
    expect_contains "$ERR" "not over http: file:///etc/passwd"
    expect_contains "$ERR" "not over http: https://127.0.0.1:1/"
    expect_contains "$ERR" "a name or password in the address"
    expect_contains "$ERR" "more than 5 redirects"
    # The host that a redirect leads to has its robots.txt too.
    expect_equal "$(grep -c '"host": "127.0.0.2", "target": "/robots.txt"' requests)" 1
}

limits() {
    serve
    pages one
    rss /endless /bomb /torn /short /endless-header '/status?code=404' /one.html >site/feed.xml
    list /feed.xml
    expect_status 0 over_http --max-size 1 list
    expect_items items=7 fetched=1 failed=6
    expect_contains "$ERR" "/endless: more than 1000000 bytes"
    expect_contains "$ERR" "/bomb: unpacks to more than 1000000 bytes"
    expect_contains "$ERR" "/torn: packed body ends too early"
    expect_contains "$ERR" "/short: "
    expect_contains "$ERR" "/endless-header: the answer's header is too long"
    expect_contains "$ERR" "404: status 404"
    # What fails is asked for five times at most.
    asked >/dev/null
    local i
    for i in 1 2 3 4; do expect_status "$((i > 0 ? 65 : 0))" over_http --max-size 1 list; done
    expect_status 0 over_http --max-size 1 list
    expect_items feed=unmodified
    expect_equal "$(asked | tr ' ' '\n' | grep -c /torn)" 4
    # The whole run has a limit too.
    rss /endless '/status?code=404' >site/other.xml
    list /other.xml
    expect_status 65 over_http --max-total 0.1 list
    expect_items failed=1 left=2
}

# All that is asked for counts, whatever becomes of it; what robots.txt forbids is not asked for.
a_few_of_any_kind() {
    serve
    pages one
    printf x >site/one.mp4
    local to='/redirect?to=ftp://127.0.0.1/' i
    printf 'User-agent: *\nDisallow: /no\n' >site/robots-127.0.0.1.txt
    rss /no/1 /no/2 /no/3 one.mp4 "$to" '/status?code=404' one.html >site/feed.xml
    list /feed.xml
    expect_status 0 over_http --max-items 2 list
    expect_items items=7 fetched=0 refused=5 failed=0 left=2
    expect_equal "$(asked)" "/robots.txt /feed.xml /one.mp4 $to"
    # What cannot be had behind a redirect is asked for five times at most, as what fails is.
    for i in 1 2 3 4 5; do
        rss /no/1 "$to" "/one.html?$i" >site/feed.xml
        expect_status 0 over_http list
    done
    expect_items items=3 fetched=1 known=1 refused=1
    expect_equal "$(asked | tr ' ' '\n' | grep -c ftp)" 4
}

time_limit() {
    serve
    rss /slow >site/feed.xml
    list /feed.xml
    expect_status 65 over_http --timeout 1 list
    expect_items failed=1 fetched=0
}

formats() {
    serve
    printf '%%PDF-1.4\n' >site/one.pdf
    head -c 5000000 /dev/zero >site/two.mp4
    printf '# ऊर्जा\n\nशब्द\n' >site/three.md
    printf 'title,text\nऊर्जा,शब्द\n' >site/four.csv
    printf 'PK' >site/five.docx
    printf 'x' >site/six.bin
    : >site/seven.html
    rss one.pdf two.mp4 three.md four.csv five.docx six.bin seven.html >site/feed.xml
    list /feed.xml
    expect_status 0 over_http list
    expect_items fetched=4 refused=2 failed=1
    expect_contains "$ERR" "/two.mp4: a format that no reader knows: video/mp4"
    expect_contains "$ERR" "/six.bin: a format that no reader knows: application/octet-stream"
    expect_contains "$ERR" "/seven.html: a page without a byte"
    expect_contains "$(field Accept /three.md)" '*/*;q=0.1'
    expect_equal "$(kept_urls)" "/one.pdf /three.md /four.csv /five.docx "
    # The PDF has nothing but its first line.
    expect_status 65 index -v --index index kept
    expect_summary indexed 2
}

bad_feeds() {
    serve
    pages one page
    printf '<rss><channel><item><link>/one.html</link></item><item><title>A & B</title>' >site/torn.xml
    printf '%s' '<!DOCTYPE rss [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>' \
        '<rss><channel><item><link>/&b;</link></item></channel></rss>' >site/laughs.xml
    printf '%s' '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>' \
        '<rss><channel><item><link>/&x;</link></item></channel></rss>' >site/external.xml
    printf 'no markup' >site/plain.xml
    printf '{"version": "https://jsonfeed.org/version/1.1"}' >site/json.xml
    : >site/empty.xml
    list /torn.xml /laughs.xml /external.xml /plain.xml /json.xml /empty.xml /page.html '/bomb?kind=text/xml' \
        '/status?code=500' /nothing.xml
    expect_status 65 over_http --max-size 1 list
    expect_equal "$(grep -c '^scripts/fetch-feed: error: ' <<<"$ERR")" 10
    expect_contains "$ERR" "torn.xml: not well-formed: not well-formed (invalid token), line 1"
    expect_contains "$ERR" "laughs.xml: it declares entities"
    expect_contains "$ERR" "external.xml: it declares entities"
    expect_contains "$ERR" "page.html: it is a page, not a feed"
    expect_contains "$ERR" "hint: what was received is kept"
    # What stands before the mistake counts, and all bytes are kept.
    expect_equal "$(kept_urls)" "/one.html "
    expect_equal "$(support fetched -a kept | grep -c '\.feed-')" 7
}

hostile_links() {
    serve
    pages one
    rss 'file:///etc/passwd' 'ftp://127.0.0.1/' 'javascript:alert(1)' 'http://[::1' 'http://127.1/' \
        'http://2130706433/' 'http://127.0.0.1:99999/' 'http://user:word@127.0.0.1/' 'http://a&#10;b/' \
        'http://exa mple.org/' "/one.html;\$(touch%20harm)'\"\`touch harm\`" '/../../one.html#part' >site/feed.xml
    list /feed.xml
    expect_status 0 over_http list
    expect_items items=12 refused=10 failed=1 fetched=1
    expect_equal "$(asked)" "/robots.txt /feed.xml /one.html;\$(touch%20harm)'%22%60touch%20harm%60 /one.html"
    [ ! -e harm ] || fail "a shell has read a link"
}

# Bases add up: each of these is short enough, all together are longer than what curl can be given.
nested_bases() {
    serve
    pages one
    python3 -c 'base = "x" * 1950 + "/"
print("<feed xmlns=\"http://www.w3.org/2005/Atom\">", f"<a xml:base=\"{base}\">" * 10,
      "<entry><link href=\"a.html\"/></entry>", "</a>" * 10, "</feed>")' >site/deep.xml
    rss one.html >site/feed.xml
    list /deep.xml /feed.xml
    expect_status 0 over_http list
    expect_contains "$ERR" "deep.xml: feed=new items=1 known=0 fetched=0 refused=1"
    expect_equal "$(asked)" "/robots.txt /deep.xml /feed.xml /one.html"
}

private_addresses() {
    serve
    rss >site/feed.xml
    list /feed.xml
    expect_status 65 "$SOURCE_DIR/scripts/fetch-feed" --into kept --allow-http list
    expect_contains "$ERR" "127.0.0.1 has a private address"
    expect_contains "$ERR" "hint: --allow-private allows it"
    expect_equal "$(asked)" ""
}

only_https() {
    new_folder
    openssl req -x509 -newkey rsa:2048 -nodes -keyout key -out certificate -days 2 -subj /CN=localhost \
        -addext 'subjectAltName=IP:127.0.0.1' 2>/dev/null
    local folder=$PWD
    serve_by https "$folder/certificate" "$folder/key"
    pages one
    # A link from before the site had https.
    rss "http://127.0.0.1:$PORT/one.html" "/redirect?to=http://127.0.0.1:$PORT/one.html" >site/feed.xml
    list /feed.xml
    expect_status 0 fetch_feed -v --ca "$folder/certificate" list
    expect_items fetched=1 refused=1
    expect_contains "$ERR" "not over https: http://127.0.0.1"
    expect_equal "$(support fetched kept | cut -f 2)" "\"$HERE/one.html\""
    # A certificate that nobody vouches for.
    expect_status 65 fetch_feed --into other list
    printf '%s/feed.xml State\n' "http://127.0.0.1:$PORT" >list
    expect_status 78 fetch_feed list
    expect_contains "$ERR" "list: line 1: not over https: http://127.0.0.1:$PORT/feed.xml"
}

# What an administrator's curl is told, by file or environment, is not heeded.
settings_of_curl() {
    serve
    rss >site/feed.xml
    list /feed.xml
    printf 'url = "%s/one.html"\nuser-agent = "other"\n' "$HERE" >.curlrc
    HOME=$PWD CURL_HOME=$PWD http_proxy=http://127.0.0.1:1 expect_status 0 over_http list
    expect_equal "$(field User-Agent /feed.xml)" "Vigyapti/0.1"
    expect_equal "$(asked)" "/robots.txt /feed.xml"
}

many_items() {
    serve
    local i links=()
    for ((i = 0; i < 12000; i++)); do links+=("/number/$i?a-link-of-some-length"); done
    rss "${links[@]}" >site/feed.xml
    [ "$(stat -c %s site/feed.xml)" -gt 1000000 ] || fail "a feed of a megabyte"
    list /feed.xml
    expect_status 65 over_http --max-items 1 list
    expect_items items=10000 failed=1
}

section "redirects" redirects
section "limits" limits
section "a few of any kind" a_few_of_any_kind
section "time limit" time_limit
section "formats" formats
section "bad feeds" bad_feeds
section "hostile links" hostile_links
section "nested bases" nested_bases
section "private addresses" private_addresses
section "only https" only_https
section "settings of curl" settings_of_curl
section "many items" many_items
finish
