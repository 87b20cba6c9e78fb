#!/usr/bin/env bash
# The page in Debian's Chromium, by tests/browser; its feeds by the schema of RFC 4287. What npm brings is
# kept in $BROWSER_MODULES, or in a folder of its own for this run.
# shellcheck source=tests/support/e2e.sh
source "${SOURCE_DIR:?}/tests/support/e2e.sh"
: "${BIN_CGI:=${BIN_SEARCH%/*}/vigyapti.cgi}"
PATH=$PATH:/usr/sbin
for program in python3 lighttpd node npm chromium java xmllint; do need_program "$program"; done
node -e 'process.exit(Number(process.versions.node.split(".")[0]) < 20 ? 1 : 0)' ||
    skip "Node.js $(node --version) is too old for playwright-core, which wants 20"
# The server runs as somebody else, who must get at its files.
chmod 755 "$WORK"

modules=${BROWSER_MODULES:-$WORK/modules}
mkdir -p "$modules"
cp "$SOURCE_DIR"/tests/browser/* "$modules"
cd "$modules"
if ! cmp -s package-lock.json node_modules/installed; then
    # The checker's own download of a Java is not wanted: Debian's runs it.
    install_modules() { npm ci --ignore-scripts --no-audit --no-fund >"$WORK/npm" 2>&1; }
    install_modules || install_modules || skip "npm cannot install the tools: $(tail -n 3 "$WORK/npm")"
    cp package-lock.json node_modules/installed
fi

text=$(seq 1000 1080 | sed 's/^/word/' | tr '\n' ' ')
printf '{"id":"%s","date":"2023-10-17","source":"s","title":"Pontoon","text":"%s"}\n' \
    a "pontoon $text" b "pontoon $text" >"$WORK/versions.jsonl"
index --index "$WORK/index" "$WORK/versions.jsonl" "$SOURCE_DIR/corpus/releases"
chmod -R a+rX "$WORK/index"
search --index "$WORK/index" --format html --facet country,year 'pontoon russia विदश' >"$WORK/fragment.html"
export FRAGMENT=$WORK/fragment.html

served() { python3 -B "$SOURCE_DIR/tests/support/with_page.py" "$BIN_CGI" "$WORK" "$WORK/index" "$@"; }

in_chromium() {
    served node --test --test-concurrency 2 use.test.js rules.test.js >"$WORK/tests" 2>&1 ||
        fail "$(grep -v '^ok\|^    ok\|^  ---\|duration_ms\|^  \.\.\.\|^  type' "$WORK/tests" | head -c 6000)"
    grep '^# \(tests\|pass\|fail\)' "$WORK/tests"
}

# As a feed reader sees it: a search, one with filters, one that finds nothing.
feeds() {
    local parameters
    for parameters in 'q=oil' 'q=%E0%A4%A4%E0%A5%87%E0%A4%B2&country=RU&from=2023' 'q=zzzzqqqq' ''; do
        # shellcheck disable=SC2016  # the address is known to the command only
        served sh -c 'curl -sS --fail "$PAGE?$1&format=atom"' sh "$parameters" >"$WORK/feed.xml"
        xmllint --noout --relaxng atom.rng "$WORK/feed.xml"
    done
    # shellcheck disable=SC2016
    served sh -c 'curl -sS --fail "$PAGE?file=opensearch.xml"' | xmllint --noout -
}

section "in Chromium" in_chromium
section "feeds" feeds
finish
