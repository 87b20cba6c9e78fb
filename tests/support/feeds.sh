# Helpers of the end-to-end scripts for scripts/fetch-feed; sourced after e2e.sh.
# shellcheck shell=bash

SUPPORT=$SOURCE_DIR/tests/support

support() { python3 -B "$SUPPORT/$1.py" "${@:2}"; }

# fetch_feed ARGUMENT...: the script without pauses, on loopback. The day is always the same.
export VIGYAPTI_NOW=2026-11-26
fetch_feed() { "$SOURCE_DIR/scripts/fetch-feed" --delay 0 --allow-private --into kept "$@"; }
over_http() { fetch_feed --allow-http -v "$@"; }

# serve: goes into an empty folder, whose folder `site` a server has; the server ends with the
# section. Its address is then $HERE.
serve() { serve_by http; }

# serve_by SCHEME [CERTIFICATE KEY]: the same, over http or https.
serve_by() {
    local scheme=$1
    shift
    new_folder
    mkdir -p site
    python3 -B "$SUPPORT/feed_server.py" . "$@" 2>server.err &
    SERVER=$!
    trap 'kill "$SERVER" 2>/dev/null && wait "$SERVER" || true' EXIT
    until_true [ -s port ]
    PORT=$(cat port)
    HERE=$scheme://127.0.0.1:$PORT
}

# rss LINK...: a feed with these items.
rss() {
    local link
    printf '<?xml version="1.0" encoding="utf-8"?>\n<rss version="2.0"><channel><title>प्रेस</title>\n'
    for link; do printf '<item><title>ऊर्जा</title><link>%s</link></item>\n' "$link"; done
    printf '</channel></rss>\n'
}

# pages NAME...: a page each in the site.
pages() {
    local name
    for name; do printf '<!DOCTYPE html><title>%s</title><p>ऊर्जा\n' "$name" >"site/$name.html"; done
}

# list TARGET...: a list of feeds of this server.
list() {
    local target
    for target; do printf '%s%s\tविदेश मंत्रालय\n' "$HERE" "$target"; done >list
}

# asked: the targets that were asked for since the last time, in their order, on one line.
asked() {
    python3 -c 'import json, sys
print(*(json.loads(line)["target"] for line in open(sys.argv[1])))' requests
    : >requests
}

# field NAME TARGET: what the last request for the target had in that field.
field() {
    python3 -c 'import json, sys
found = [each for each in map(json.loads, open("requests")) if each["target"] == sys.argv[2]]
print(found[-1]["fields"].get(sys.argv[1], "none"))' "$1" "$2"
}

# kept_urls: the addresses of what the indexer will see, without the host.
kept_urls() { support fetched kept | cut -f 2 | tr -d '"' | sed "s|^http.*:$PORT||" | tr '\n' ' '; }

# expect_items FIGURE...: the summary of the only feed.
expect_items() {
    local figure
    for figure; do expect_contains " $(tail -n 1 <<<"$ERR") " " $figure "; done
}
