#!/usr/bin/env bash
# Every output format, read by a parser of its kind, over the bundled releases and over releases and
# queries that try to break out of it.
# shellcheck source=tests/support/e2e.sh
source "${SOURCE_DIR:?}/tests/support/e2e.sh"
need_program python3

FORMATS=(terminal json jsonl csv atom html trec)
cd "$WORK"
index --index "$WORK/corpus" "$SOURCE_DIR/corpus/releases"
python3 - >hostile.jsonl <<'END'
import json
texts = ["\x1b[31m\x07\x9b5n\u0085", "<script>alert('x')</script>", "]]>&amp;<!--", "\" onmouseover=\"x",
         "a,b\r\n\"c\"", "\ufffe\uffff\ud7ff\U0010ffff", "\u202e\u200b\ufeff", "%s%n{}", "'; DROP"]
for number, text in enumerate(texts):
    for front in ("", "=", "+", "-", "@", "\t"):
        print(json.dumps({"id": f"id{number}{front}{text}", "title": f"{front}{text} hostile",
                          "text": f"{front}{text} hostile {text}", "source": f"{front}{text}",
                          "url": f"javascript:{text}" if number % 2 else f"https://e.org/{text}",
                          "date": ["", "2023-10-17", "2023-10", "2023"][number % 4]}))
END
index --index "$WORK/hostile" hostile.jsonl
QUERIES=(hostile $'hostile \e[31m\x9b' 'hostile <script>&"' $'hostile =\xff\x00' 'hostile ]]>' nowhereword
    $'hostile \t,"\r')

# read_as FORMAT FILE: parses the file as what it claims to be and prints how many releases it has.
read_as() {
    python3 - "$@" <<'END'
import csv, html.parser, io, json, re, sys, xml.etree.ElementTree as tree
form, name = sys.argv[1:]
text = open(name, encoding="utf-8", errors="strict", newline="").read()
ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]")
ATOM = "{http://www.w3.org/2005/Atom}"
HIT = {"rank", "id", "score", "title", "title_highlights", "date", "lang", "source", "url", "countries",
       "versions", "counterparts", "matched", "snippet"}

def json_hits():
    assert text.count("\n") == 1 and text.endswith("\n")
    result = json.loads(text)
    assert all(set(hit) == HIT for hit in result["hits"])
    return result["hits"]

def jsonl_hits():
    hits = [json.loads(line) for line in text.split("\n")[:-1]]
    assert all(set(hit) == HIT for hit in hits)
    return hits

def csv_hits():
    rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    assert rows[0] == "qid,rank,id,score,title,date,lang,source,url,countries,snippet,versions,counterparts".split(",")
    assert all(len(row) == 13 for row in rows)
    assert not any(cell and cell[0] in "=+-@\t\r" for row in rows for cell in row), "a formula"
    assert not ILLEGAL.search(text)
    # Lines end with CRLF; a line end within a cell is quoted.
    assert re.sub('"(?:[^"]|"")*"', "", text).replace("\r\n", "").count("\n") == 0
    return rows[1:]

def atom_hits():
    assert not ILLEGAL.search(text)
    feed = tree.fromstring(text)
    assert feed.tag == ATOM + "feed"
    time = re.compile(r"\d{4}-\d\d-\d\dT00:00:00Z")
    for element in [feed, *feed.findall(ATOM + "entry")]:
        for child in ("id", "title", "updated"):
            assert len(element.findall(ATOM + child)) == 1, child
        assert re.fullmatch(r"tag:vigyapti\.invalid,2026:\w+:[\w.~%-]*", element.find(ATOM + "id").text)
        assert time.fullmatch(element.find(ATOM + "updated").text)
    assert feed.find(ATOM + "author") is not None
    entries = feed.findall(ATOM + "entry")
    assert all(entry.find(ATOM + "content") is not None for entry in entries)
    assert len({entry.find(ATOM + "id").text for entry in entries}) == len(entries)
    links = [link.get("href") for link in feed.iter(ATOM + "link")]
    assert all(re.fullmatch(r"https?://[!-~]+", link) for link in links), links
    return entries

class Fragment(html.parser.HTMLParser):
    KNOWN = {"section": {"class", "lang"}, "p": {"class", "lang"}, "ol": {"class", "start"},
             "li": {"class", "lang"}, "h3": {"class"}, "a": {"href", "rel"}, "mark": set(),
             "time": {"class", "datetime"}, "span": {"class", "lang"}, "div": {"class"}, "ul": set()}
    def __init__(self):
        super().__init__()
        self.open, self.hits, self.roots = [], [], 0
    def handle_starttag(self, tag, attributes):
        assert tag in self.KNOWN and {name for name, _ in attributes} <= self.KNOWN[tag], (tag, attributes)
        for name, value in attributes:
            assert name != "class" or re.fullmatch("vigyapti-[a-z-]+", value)
            assert name != "href" or re.fullmatch(r"https?://[!-~]+", value)
            assert name != "lang" or re.fullmatch("[a-z]{2,3}", value)
        self.roots += not self.open
        self.hits += [dict(attributes)] if dict(attributes).get("class") == "vigyapti-hit" else []
        self.open.append(tag)
    def handle_endtag(self, tag):
        assert self.open.pop() == tag
    def handle_comment(self, data): raise AssertionError(data)
    handle_decl = handle_pi = unknown_decl = handle_comment

def html_hits():
    assert not ILLEGAL.search(text)
    fragment = Fragment()
    fragment.feed(text)
    fragment.close()
    assert not fragment.open and fragment.roots == 1
    return fragment.hits

def trec_hits():
    lines = text.split("\n")[:-1]
    assert all(re.fullmatch(r"\S+ Q0 \S+ \d+ \d+\.\d+ vigyapti", line) for line in lines)
    return lines

def terminal_hits():
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f]", text)
    return re.findall(r"^ ?\d+\. ", text, re.M)

print(len({"json": json_hits, "jsonl": jsonl_hits, "csv": csv_hits, "atom": atom_hits, "html": html_hits,
           "trec": trec_hits, "terminal": terminal_hits}[form]()))
END
}

bundled() {
    local format query count
    while IFS=$'\t' read -r _ query; do
        count=$(search --index corpus --format trec -- "$query" | wc -l || true)
        for format in "${FORMATS[@]}"; do
            search --index corpus --format "$format" -- "$query" >out 2>err || true
            expect_equal "$format $(read_as "$format" out)" "$format $count"
        done
    done < <(head -n 12 "$SOURCE_DIR/corpus/queries.tsv")
}

hostile() {
    local format query status
    for query in "${QUERIES[@]}"; do
        for format in "${FORMATS[@]}"; do
            status=0
            search --index hostile --all-versions -n 100 --format "$format" -- "$query" >out 2>err || status=$?
            [ "$status" -le 1 ] || fail "status $status: $format $query"
            read_as "$format" out >count || fail "$format does not hold: $query"
            case $query in
                nowhereword) expect_equal "$format $(cat count)" "$format 0" ;;
                *) expect_equal "$format $(cat count)" "$format 54" ;;
            esac
        done
    done
}

# What a feed says of a release is what the other formats say.
contents() {
    printf '%s\n' '{"id":"a b","title":"रूस & <ऊर्जा>","text":"तेल, \"गैस\"","url":"https://example.org/रूस","source":"PIB","country":["RU","PK"],"date":"2023-10"}' '{"id":"b","text":"तेल"}' |
        index --index "$WORK/two" -
    search --index two --format atom तेल >out
    python3 - <<'END' || fail "the feed: $(cat out)"
import xml.etree.ElementTree as tree
ATOM = "{http://www.w3.org/2005/Atom}"
entries = {e.find(ATOM + "id").text: e for e in tree.parse("out").getroot().findall(ATOM + "entry")}
first = entries["tag:vigyapti.invalid,2026:release:a%20b"]
assert first.find(ATOM + "title").text == "रूस & <ऊर्जा>"
assert first.find(ATOM + "updated").text == first.find(ATOM + "published").text == "2023-10-01T00:00:00Z"
assert first.find(ATOM + "link").get("href") == "https://example.org/%E0%A4%B0%E0%A5%82%E0%A4%B8"
assert first.find(f"{ATOM}author/{ATOM}name").text == "PIB"
assert [c.get("term") for c in first.findall(ATOM + "category")] == ["RU", "PK"]
assert first.find(ATOM + "content").text == 'तेल, "गैस"'
second = entries["tag:vigyapti.invalid,2026:release:b"]
assert second.find(ATOM + "updated").text == "1970-01-01T00:00:00Z"
assert second.find(ATOM + "published") is None and second.find(ATOM + "link") is None
END
    expect_contains "$(search --index two --format html तेल)" '<mark>तेल</mark>, "गैस"'
    expect_lacks "$(search --index two --format csv तेल)" '<mark'
    expect_contains "$(search --index two --format csv तेल)" '"तेल, ""गैस"""'
}

# The names of queries stand with their answers, and a table has one line of headers.
batches() {
    printf 'q1\tsummit\nq,2\tnowhereword\nq3\tशिखर सम्मेलन\n' >queries.tsv
    search --index corpus --batch queries.tsv --format csv >out
    expect_equal "$(grep -c '^qid,' out)" 1
    expect_equal "$(read_as csv out)" 20
    expect_equal "$(grep -o '^q[13],' out | sort | uniq -c | tr -s ' ')" $' 10 q1,\n 10 q3,'
    search --index corpus --batch queries.tsv --format jsonl >out
    expect_equal "$(grep -c '^{"qid":"q[13]","rank":' out)" 20
    search --index corpus --batch queries.tsv --format html >out
    expect_equal "$(grep -c '^<section' out)" 3
    expect_status 2 search --index corpus --batch queries.tsv --format atom
    expect_contains "$ERR" "--format atom: not for a --batch"
}

# The classes of the HTML fragment stand in the man page's table, with their elements and no others.
classes_of_the_fragment() {
    local text
    text=$(seq 1000 1080 | sed 's/^/word/' | tr '\n' ' ')
    printf '{"id":"%s","date":"2023-10-17","country":["RU"],"source":"s","title":"Pontoon","text":"%s"}\n' \
        a "pontoon $text" b "pontoon $text" >versions.jsonl
    index --index classes versions.jsonl "$SOURCE_DIR/corpus/releases"
    search --index classes --format html --facet year 'Pontoon Putin Kakkar' >out
    grep -o '<[a-z0-9]* class="[a-z-]*"' out | sed 's/<\(.*\) class="\(.*\)"/\2 \1/' | sort -u >used
    sed -n 's/^\.It Ql \(vigyapti-[a-z-]*\) Ta \([a-z0-9]*\) Ta .*/\1 \2/p' \
        "$SOURCE_DIR/searcher/vigyapti-search.1" | sort >described
    expect_equal "$(cat used)" "$(cat described)"
}

section "bundled releases" bundled
section "hostile releases and queries" hostile
section "contents" contents
section "batches" batches
section "classes of the fragment" classes_of_the_fragment
finish
