#!/usr/bin/env bash
# Every part of the query language, as vigyapti-query(7) describes it, on releases made for it.
# shellcheck source=tests/support/e2e.sh
source "${SOURCE_DIR:?}/tests/support/e2e.sh"
# What is found across languages has a script of its own, 240.
SEARCH_OPTIONS=(--cross off)

export VIGYAPTI_INDEX=$WORK/index
cat >"$WORK/releases.jsonl" <<'END'
{"id":"oil","lang":"en","date":"2023-10-17","source":"Ministry of External Affairs","country":["RU","PK"],"url":"https://example.org/oil?a=b","title":"Crude oil reaches Karachi","text":"Russian crude arrived in Karachi after long talks on price and transport.\nPrime Minister meets President\n© Press Information Bureau\nThe tankers came in June."}
{"id":"summit","lang":"en","date":"2023-10","source":"Press Information Bureau","country":"IN","title":"Summit in Samarkand","text":"Leaders discussed transport corridors. Price stability and long supply chains were on the agenda of the talks."}
{"id":"visa","lang":"en","date":"2022-01-05","source":"Ministry of External Affairs","country":"TH","title":"Visa exemption","text":"Travellers from Thailand need no visa. The exemption ends in May."}
{"id":"undated","lang":"en","title":"Price list","text":"A list of prices, travelling and travel included. He who went there met the WHO."}
{"id":"rus","lang":"hi","date":"१७ अक्टूबर २०२३","source":"विदेश मंत्रालय","country":["RU"],"title":"रूस से तेल आया","text":"रूस और भारत ने द्विपक्षीय सहयोग पर बात की। सहयोग द्विपक्षीय ही रहेगा। हिन्दी में विज्ञप्ति जारी हुई।"}
{"id":"pak","lang":"hi","date":"2021-03-01","source":"विदेश मंत्रालय","country":["PK"],"title":"पाकिस्तान में बैठक","text":"बैठक में ऊर्जा और व्यापार पर चर्चा हुई। हिंदी और उर्दू दोनों में काग़ज़ बाँटे गए।"}
{"id":"both","lang":"hi","date":"2023-10-31","country":["RU","PK"],"title":"रूस और पाकिस्तान","text":"रूस और पाकिस्तान के बीच ऊर्जा सहयोग बढ़ा। दोनों देशों के अधिकारियों ने कागज पर हस्ताक्षर किए।"}
END
expect_status 0 index -v "$WORK/releases.jsonl"
expect_summary indexed 7 failed 0
expect_equal "$ERR" "$(grep '^indexed=' <<<"$ERR")"

words() {
    expect_ids "oil summit undated" 'price'
    expect_ids "oil summit visa" 'karachi samarkand Thailand'
    expect_ids "rus both pak" 'रूस पाकिस्तान'
    # More of the words, more of the score.
    expect_equal "$(ids 'रूस पाकिस्तान ऊर्जा' | head -n 1)" both
    # A word of the title counts more.
    expect_order "visa" visa
    expect_ids "" 'nowhereword'
    expect_status 1 search nowhereword
    # Several arguments are one query.
    expect_equal "$(ids karachi Thailand | sort)" "$(ids 'karachi Thailand' | sort)"
}

forms_and_spellings() {
    expect_ids "rus pak" 'हिन्दी'
    expect_ids "rus pak" 'हिंदी'
    expect_ids "pak both" 'काग़ज़'
    expect_ids "pak both" 'कागज'
    expect_ids "undated visa" 'travel'
    expect_ids "oil" 'TANKER'
    expect_ids "pak" 'बैठकें'
    expect_ids "pak" 'बांटे'
    # Question words say nothing beside others, but WHO is an organisation.
    expect_ids "visa" 'who thailand'
    expect_ids "undated visa" 'WHO thailand'
}

all_words() {
    expect_ids "both" --all 'रूस पाकिस्तान'
    expect_ids "" --all 'karachi samarkand'
    expect_ids "summit oil" --all 'price talks'
    expect_ids "oil" --all 'price talks karachi'
}

phrases() {
    expect_ids "rus" '"द्विपक्षीय सहयोग"'
    expect_ids "rus" '"सहयोग द्विपक्षीय"'
    expect_ids "oil summit" 'long talks'
    expect_ids "oil" '"long talks"'
    expect_ids "" '"talks long"'
    expect_ids "oil" '“long talks”'
    expect_ids "oil" '"karachi after long" nowhereword'
    # Neither over a caption nor from the title into the text.
    expect_ids "" '"transport tankers"'
    expect_ids "" '"karachi russian"'
    expect_notice "quote that is not closed" '"long talks'
    expect_ids "oil" '"long talks'
    expect_notice "no words" '""'
    expect_ids "visa" '"" thailand'
}

required_and_excluded() {
    expect_ids "oil" '+karachi price'
    expect_ids "summit undated" 'price -karachi'
    expect_ids "summit" '+price +talks -karachi'
    expect_ids "rus" 'रूस -पाकिस्तान'
    # As the first argument too, since no flag is written in Devanagari.
    expect_ids "rus" '-पाकिस्तान' 'रूस'
    expect_ids "summit undated" -- '-karachi' price
    expect_ids "oil" 'price -(samarkand OR list)'
    expect_ids "summit oil" '+(karachi OR samarkand) price'
    expect_ids "oil summit visa undated" -- '-lang:hi'
    expect_ids "summit undated" 'price -"long talks"'
    # A dash inside a word is no sign.
    expect_ids "oil" 'karachi-bound'
}

operators() {
    expect_ids "oil" 'karachi AND price'
    expect_ids "oil visa" 'karachi OR thailand'
    expect_ids "summit undated" 'price NOT karachi'
    expect_ids "summit undated" 'price AND NOT karachi'
    expect_ids "summit undated" 'NOT karachi price'
    # AND binds more tightly than OR, NEAR more tightly than AND.
    expect_ids "visa oil" 'thailand OR karachi AND price'
    expect_ids "visa oil" 'karachi AND price OR thailand'
    expect_ids "oil" '(thailand OR karachi) AND price'
    expect_ids "oil" 'karachi AND long NEAR/2 talks'
    expect_ids "undated visa" 'price NOT talks OR thailand'
    # NOT joins from left to right.
    expect_ids "undated" 'price NOT karachi NOT samarkand'
    # Only capitals are operators.
    expect_ids "oil visa" 'karachi or thailand'
    expect_ids "both" 'रूस AND पाकिस्तान'
    # Within a list of words an operator joins its neighbours only.
    expect_ids "oil undated visa summit" 'visa karachi AND list price'
}

near() {
    expect_ids "oil" 'karachi NEAR/2 long'
    expect_ids "" 'karachi NEAR/1 long'
    expect_ids "oil" 'long NEAR/2 karachi'
    expect_ids "oil" 'arrived NEAR talks'
    expect_ids "oil" 'arrived NEAR/5 talks'
    expect_ids "" 'arrived NEAR/4 talks'
    expect_ids "both" 'पाकिस्तान NEAR/3 ऊर्जा'
    expect_ids "oil" 'crude NEAR/5 karachi NEAR/5 talks'
    expect_notice "at most" 'crude NEAR/999 talks'
    expect_notice "read as AND" '"long talks" NEAR/3 karachi'
    expect_ids "oil" '"long talks" NEAR/3 karachi'
    expect_notice "read as a word" 'crude NEAR'
    expect_notice "read as a word" 'NEAR/5 crude'
    expect_notice "read as a word" 'AND crude'
}

fields() {
    expect_ids "oil" 'title:karachi'
    expect_ids "" 'title:arrived'
    expect_ids "summit" 'title:samarkand price'
    expect_ids "oil" 'title:"crude oil"'
    expect_ids "" 'title:"oil crude"'
    expect_ids "oil" 'caption:minister'
    expect_ids "oil" 'caption:"meets president"'
    expect_ids "oil" 'credit:bureau'
    expect_ids "summit" 'source:bureau'
    expect_ids "oil visa" 'source:"external affairs"'
    expect_ids "rus pak" 'source:विदेश'
    expect_ids "oil" 'url:https://example.org/oil?a=b'
    expect_ids "visa" 'id:visa'
    expect_ids "" 'id:vis'
    # A word of a source alone is no match for a plain word; a caption's is.
    expect_ids "" 'affairs'
    expect_ids "oil" 'meets'
    # A value may be quoted, and a name that is no field is a word.
    expect_ids "visa" 'id:"visa"'
    expect_ids "oil" 'nofield:karachi'
    expect_ids "visa" 'http://thailand'
    expect_ids "summit undated" 'price -title:karachi'
}

filters() {
    expect_ids "rus pak both" 'lang:hi'
    expect_ids "oil summit undated" 'price lang:EN'
    expect_ids "oil both rus" 'country:RU'
    expect_ids "oil both rus" 'country:ru'
    # Alternatives of one field, but every field must agree.
    expect_ids "oil both rus pak" 'country:RU country:PK'
    expect_ids "rus both pak" 'country:RU country:PK lang:hi'
    expect_ids "oil both" 'country:RU AND country:PK'
    expect_ids "" 'lang:fr'
    # A filter never adds to the score.
    expect_equal "$(search --format trec price | awk '$3 == "oil" {print $5}')" \
        "$(search --format trec 'price country:RU' | awk '$3 == "oil" {print $5}')"
}

dates() {
    expect_ids "oil summit rus both" 'date:2023'
    expect_ids "oil rus summit both" 'date:2023-10'
    expect_ids "oil rus" 'date:2023-10-17'
    expect_ids "oil rus both" 'date:2023-10-17..2023-10-31'
    expect_ids "visa pak" 'date:..2022'
    expect_ids "oil summit rus both" 'date:2023..'
    expect_ids "visa pak" 'date:2021-03-01..2022-01-05'
    expect_ids "oil rus" 'date:"17 October 2023"'
    expect_ids "oil rus" 'date:"October 17, 2023"'
    expect_ids "oil rus" 'date:"१७ अक्टूबर २०२३"'
    expect_ids "oil rus" 'date:"17 अक्तूबर 2023"'
    expect_ids "oil rus summit both" 'date:"अक्टूबर 2023"'
    expect_ids "oil rus summit both" 'date:२०२३-१०'
    expect_ids "oil" 'karachi date:2023-10-17'
    expect_ids "visa pak oil rus" 'date:2021 date:2022 date:2023-10-17'
    expect_ids "summit both visa pak undated" -- '-date:2023-10-17'
    expect_ids "undated visa pak" -- '-date:2023'
    expect_notice "is no date" 'karachi date:tomorrow'
    expect_ids "oil" 'karachi date:tomorrow'
    expect_notice "is no date" 'karachi date:2023-02-30'
    expect_notice "is no date" 'karachi date:2023-13'
    # The end before the beginning: nothing, or words; never a failure.
    expect_ids "" 'date:2023..2021'
    # Without quotes, as many words as read as a date.
    expect_ids "oil" 'date:17 October 2023 karachi'
    expect_ids "oil rus" 'date:17th October, 2023'
    expect_ids "oil rus" 'date:17.10.2023'
    expect_ids "rus" 'date:१७ अक्टूबर २०२३ lang:hi'
    expect_ids "oil rus both" 'date:from 17 to 31 October 2023'
    expect_ids "oil rus both" 'date:17 से 31 अक्टूबर 2023 तक'
    expect_ids "visa pak" 'date:since 2021 before:2023'
}

limits_of_dates() {
    expect_ids "pak" 'before:2022'
    expect_ids "pak visa" 'before:2023-10-01'
    expect_ids "oil summit rus both" 'after:2022'
    expect_ids "both" 'after:2023-10-17'
    expect_ids "summit visa pak" 'before:2023-10-17'
    expect_ids "visa" 'after:2021 before:2023'
    expect_ids "visa" 'बाद:2021 पहले:2023'
    expect_ids "" 'before:2021 after:2022'
    expect_ids "oil" 'karachi after:January 2023'
}

dates_from_today() {
    export VIGYAPTI_NOW=2023-10-18
    expect_ids "oil rus" 'date:yesterday'
    expect_ids "oil rus" 'date:कल'
    expect_ids "rus" 'date:कल lang:hi'
    expect_ids "" 'date:आज'
    expect_ids "oil rus" 'date:this week'
    expect_ids "oil rus" 'date:last 3 days'
    expect_ids "oil summit rus both" 'date:this month'
    expect_ids "visa" 'date:पिछले साल'
    export VIGYAPTI_NOW=2023-10-24
    expect_ids "oil rus" 'date:पिछले हफ्ते'
    expect_ids "oil rus" 'date:पिछले हफ़्ते'
    export VIGYAPTI_NOW=2023-11-01
    expect_ids "both" 'date:yesterday'
    expect_ids "oil summit rus both" 'date:पिछले महीने'
    export VIGYAPTI_NOW=tomorrow
    expect_status 2 search 'date:today'
    expect_contains "$ERR" "VIGYAPTI_NOW"
}

in_hindi() {
    expect_ids "both" 'रूस [और] पाकिस्तान'
    expect_ids "rus pak both" 'रूस [या] पाकिस्तान'
    expect_ids "rus" 'रूस [नहीं] पाकिस्तान'
    expect_ids "both" 'पाकिस्तान [पास/३] ऊर्जा'
    # Without brackets they are words.
    expect_ids "rus both pak" 'रूस या पाकिस्तान'
    expect_ids "rus both" 'शीर्षक:रूस'
    expect_ids "rus pak" 'स्रोत:विदेश'
    expect_ids "oil" 'कैप्शन:minister'
    expect_ids "oil" 'श्रेय:bureau'
    expect_ids "rus pak both" 'भाषा:हिंदी'
    expect_ids "rus pak both" 'lang:hindi'
    expect_ids "oil summit undated" 'price भाषा:अंग्रेज़ी'
    expect_ids "oil both rus" 'देश:RU'
    expect_ids "oil rus" 'तारीख:2023-10-17'
    expect_ids "oil rus" 'दिनांक:2023-10-17'
    expect_ids "rus" '"द्विपक्षीय सहयोग"'
    # A phrase in the other spelling.
    expect_ids "rus" '"हिंदी में विज्ञप्ति"'
    expect_ids "pak" '"हिन्दी और उर्दू"'
}

# Filters that operators join filter like others.
groups_of_filters() {
    expect_ids "oil" 'karachi (lang:en OR country:RU)'
    expect_ids "oil summit undated" 'price lang:en OR lang:hi'
    expect_ids "oil" 'price (country:RU OR country:PK)'
    expect_ids "rus pak" 'lang:hi NOT (country:RU AND country:PK)'
}

# With only filters all are alike, and the newest stands first.
orders() {
    expect_order "both oil rus summit" 'date:2023'
    expect_equal "$(ids 'lang:hi' | tr '\n' ' ')" "both rus pak "
    expect_order "oil summit undated" --sort date 'price'
    expect_order "undated summit oil" --sort date-asc 'price'
    expect_order "visa oil" --sort date-asc 'karachi thailand'
    expect_equal "$(ids --sort relevance 'price talks' | tr '\n' ' ')" "$(ids 'price talks' | tr '\n' ' ')"
}

prefixes() {
    expect_ids "visa undated" 'travel*'
    expect_ids "visa" 'travelle*'
    expect_ids "both rus pak" 'द्विपक्ष* पाकिस*'
    expect_ids "oil" 'kar* AND long'
    expect_ids "oil" 'title:kara*'
    expect_ids "visa" 'Thai*'
    # A star alone, or inside a word, is not one.
    expect_ids "" 'tr*vel'
    expect_ids "oil" '* karachi'
}

exact_forms() {
    expect_ids "undated" '=travelling'
    expect_ids "undated" '=travel'
    expect_ids "visa" '=travellers'
    expect_ids "" '=traveller'
    expect_ids "oil" '="long talks"'
    expect_ids "" '="long talk"'
    expect_ids "oil" '"long talk"'
    # Spellings of one form are still one form.
    expect_ids "pak both" '=काग़ज़'
    expect_ids "oil" 'title:=karachi'
    expect_ids "undated visa summit" 'price visa -=karachi'
}

pages() {
    local all
    all=$(ids --limit 100 'price lang:en visa' | tr '\n' ' ')
    expect_equal "$( (ids -n 2 'price lang:en visa'; ids -n 2 --offset 2 'price lang:en visa') | tr '\n' ' ')" "$all"
    expect_equal "$(ids -n 1 --offset 1 price)" "$(ids price | sed -n 2p)"
    check_json 'r["total"] == 3 and len(r["hits"]) == 1 and r["hits"][0]["rank"] == 2' -n 1 --offset 1 price
    check_json 'r["total"] == 3 and r["hits"] == []' -n 0 price
    expect_equal "$(ids --offset 1000000 price)" ""
    expect_status 2 search -n -1 price
    expect_status 2 search -n ten price
    expect_status 2 search --offset 99999999999999999999 price
}

# What is required is required, whatever it is.
required_filters() {
    expect_ids "oil both" '+country:RU +country:PK'
    expect_ids "" '+lang:hi +lang:en'
}

field_without_value() {
    expect_notice "without a value" 'title: karachi'
    expect_ids "oil" 'title: karachi'
    expect_notice "without a value" 'karachi lang:'
}

# A query found something, whichever page of it is shown.
status_of_an_empty_page() {
    expect_status 0 search -n 0 price
    expect_status 0 search --offset 100 price
}

limits() {
    local long
    long=$(printf 'price%.0s ' {1..300})
    expect_notice "first 1024 bytes" "$long"
    expect_notice "first 64 words" "$(printf 'w%s ' {1..80})price"
    expect_ids "" "$(printf 'w%s ' {1..64})price"
    expect_ids "oil summit undated" "$(printf 'w%s ' {1..63})price"
    # Cut between two letters of three bytes each, never inside one.
    check_json '"\ufffd" not in r["query"] and len(r["notices"]) > 0' "$(printf 'क%.0s' {1..400})"
    expect_notice "nested deeper than 32" "$(printf '(%.0s' {1..40})price$(printf ')%.0s' {1..40})"
    expect_ids "oil summit undated" "$(printf '(%.0s' {1..30})price$(printf ')%.0s' {1..30})"

    for i in {100..260}; do printf '{"id":"n%s","text":"zebra%s"}\n' "$i" "$i"; done |
        index --shards 1 --index "$WORK/many" -
    expect_notice "more than 100" --index "$WORK/many" 'zebra*'
    expect_equal "$(ids --index "$WORK/many" --limit 1000 'zebra*' | wc -l)" 100
    expect_equal "$(ids --index "$WORK/many" --limit 1000 'zebra1*' | wc -l)" 100
    search --index "$WORK/many" 'zebra1*' 2>"$WORK/err" >"$WORK/out"
    expect_equal "$(cat "$WORK/err")" ""
}

# Whatever is typed is an answer, never an error.
malformed() {
    local query
    # shellcheck disable=SC1003,SC2016  # none of it is meant for the shell
    local queries=('(' ')' '()' '((' '))' '(karachi' 'karachi)' ')karachi(' '"' '""' '"""' '+' '-' '+-' '+"'
        '=' '="' '*' '**' ':' '::' 'title:' 'title:"' 'title:(' 'title:title:' 'date:' 'date:..' 'date:"' 'lang:'
        'AND' 'OR' 'NOT' 'NEAR' 'NEAR/' 'NEAR/0' 'NEAR/-1' 'NEAR/99999999999999999999' 'AND AND' 'NOT NOT'
        'NOT (' 'a AND' 'AND a' 'a OR OR b' 'a NEAR b NEAR' '(AND)' '(NOT)' '+(AND)' '-(-(-a))' '- -a' '--a'
        '\' '\\' "'" '`' '$HOME' '%s%n' '<b>' '&amp;' '🙂' '। ॥' '्' 'ा' '१' $'\n' $'\t' $'\r' $'\xff\xfe'
        $'\xe0\xa4' $'date:\xff' $'a\xc2' 'title:=' 'title:*' '=*' '="*"' 'NEAR/5' '"a" NEAR "b"' '(a b) NEAR c'
        'id:' 'url:' 'country:' 'country:""' 'date:""' 'id:""' '+date:x' '-date:x' '(date:x)' 'NOT date:x'
        'a NOT b OR c AND d NEAR e' 'caption:' 'credit:"' '.' '.x' '...' '_' '-पाकिस्तान' '[' '[]' '[और]' '[और] [या]' '[पास/' 'देश:' 'तारीख:' 'before:' 'after:कल कल' 'date:से तक'
        'date:from to' 'before:1000' 'after:9999' 'date:last 9999 years' "$(printf 'क%.0s' {1..3000})")
    for query in "${queries[@]}"; do
        local status=0
        timeout 20 "$BIN_SEARCH" --format json -- "$query" >"$WORK/out" 2>"$WORK/err" || status=$?
        [ "$status" -le 1 ] || fail "status $status: \"$query\" ($(cat "$WORK/err"))"
        status=0
        timeout 20 "$BIN_SEARCH" --explain -- "$query" >"$WORK/out" 2>"$WORK/err" || status=$?
        [ "$status" -le 1 ] || fail "status $status: --explain \"$query\" ($(cat "$WORK/err"))"
    done
    # What can be read of it is read.
    expect_ids oil '((karachi'
    expect_ids oil 'karachi))'
    expect_ids oil '"karachi'
    expect_ids oil 'title: karachi date:x lang:'
    expect_notice "closing bracket" 'karachi)'
    expect_notice "not closed" '(karachi'
}

explain() {
    expect_status 0 search --explain 'रूस +title:पाकिस्तान "a b"'
    expect_contains "$OUT" 'parsed: (bag रूस +title:पाकिस्तान "a b")'
    expect_contains "$OUT" "$(printf 'a list:\n    the word रूस\n    required: title: the word पाकिस्तान')"
    expect_contains "$OUT" "xapian: Query("
    expect_status 0 search --explain 'karachi)'
    expect_contains "$OUT" "notice: a closing bracket"
}

# Needs no index: two words with the same key find each other.
analyse() {
    expect_status 0 env -u VIGYAPTI_INDEX "$BIN_SEARCH" --analyse मंत्रियों मन्त्री
    expect_equal "$(grep -c '= key  *\.mMwr$' "$WORK/out")" 2
    expect_contains "$OUT" "half nasals"
    expect_status 0 search --analyse 'अमरीका अमेरिका'
    expect_equal "$(grep '= key' "$WORK/out" | sort -u | wc -l)" 1
}

section "words" words
section "forms and spellings" forms_and_spellings
section "--all" all_words
section "phrases" phrases
section "required and excluded words" required_and_excluded
section "AND OR NOT" operators
section "NEAR" near
section "fields" fields
section "filters" filters
section "required filters" required_filters
section "a field without a value" field_without_value
section "dates" dates
section "before: and after:" limits_of_dates
section "dates named from today" dates_from_today
section "in Hindi" in_hindi
section "groups of filters" groups_of_filters
section "orders" orders
section "prefixes" prefixes
section "exact forms" exact_forms
section "pages" pages
section "status of an empty page" status_of_an_empty_page
section "limits" limits
section "malformed queries" malformed
section "--explain" explain
section "--analyse" analyse
finish
