#!/usr/bin/env bash
# Where the date of a release is from: its metadata, a dateline, the name of its file, or the time
# when the file was last changed.
# shellcheck source=tests/support/e2e.sh
source "${SOURCE_DIR:?}/tests/support/e2e.sh"

export VIGYAPTI_INDEX=$WORK/index

# date_of ID: the date of a release, by a search for it.
date_of() {
    search --format json "id:\"$1\"" | sed -n 's/.*"date":"\([^"]*\)".*/\1/p'
}

origins() {
    new_folder
    mkdir in
    printf 'Title: Visit\nDate: 15 October 2023\n\nNew Delhi, 16 October 2023: A visit.\n' >in/own.txt
    printf 'A visit to Moscow\n\nNew Delhi, 16 October 2023: The minister went.\n' >in/dateline.txt
    printf 'यात्रा\n\nनई दिल्ली, १६ अक्टूबर २०२३ (भाषा) मंत्री गए।\n' >in/hindi.txt
    printf 'A visit\nPosted On: 16 OCT 2023 5:30PM by PIB Delhi\nThe minister went.\n' >in/posted.txt
    printf 'A visit\n\nThe talks of 16 October 2023 went well.\n' >in/2023-10-14-visit.txt
    printf 'A visit\n\nThe talks of 16 October 2023 went well.\n' >in/changed.txt
    TZ=UTC touch -d '2023-10-13 23:30' in/*.txt
    expect_status 0 index in
    expect_equal "$(date_of own.txt)" 2023-10-15
    expect_equal "$(date_of dateline.txt)" 2023-10-16
    expect_equal "$(date_of hindi.txt)" 2023-10-16
    expect_equal "$(date_of posted.txt)" 2023-10-16
    expect_equal "$(date_of 2023-10-14-visit.txt)" 2023-10-14
    expect_equal "$(date_of changed.txt)" 2023-10-13
    expect_ids "dateline.txt hindi.txt posted.txt" 'date:2023-10-16'
}

# The time of a file says nothing about the many releases in it.
lines() {
    new_folder
    printf '{"id":"a","text":"A visit."}\n{"id":"b","text":"Delhi, 16 October 2023: A visit."}\n' >in.jsonl
    touch -d '2023-10-13' in.jsonl
    expect_status 0 index --index index in.jsonl
    export VIGYAPTI_INDEX=index
    expect_equal "$(date_of a)" ""
    expect_equal "$(date_of b)" 2023-10-16
    printf '{"id":"c","text":"A visit."}\n' | index --index index -
    expect_equal "$(date_of c)" ""
}

# Who only touches or copies a folder has not sent its releases out anew.
increments() {
    new_folder
    export VIGYAPTI_INDEX=index
    mkdir in
    printf 'A visit\n\nThe minister went.\n' >in/a.txt
    printf 'Id: named\nTitle: A visit\n\nThe minister went.\n' >in/2023-10-14.txt
    TZ=UTC touch -d '2023-10-13 12:00' in/*.txt
    expect_status 0 index in
    expect_equal "$(date_of a.txt)" 2023-10-13
    TZ=UTC touch -d '2023-10-12 12:00' in/a.txt
    mv in/2023-10-14.txt in/2023-10-11.txt
    expect_status 0 index in
    expect_equal "$(date_of a.txt)" 2023-10-13
    expect_equal "$(date_of named)" 2023-10-11
    printf 'A visit\n\nThe minister went home.\n' >in/a.txt
    TZ=UTC touch -d '2023-10-12 13:00' in/a.txt
    expect_status 0 index in
    expect_equal "$(date_of a.txt)" 2023-10-12
}

section "where dates are from" origins
section "lines of JSONL have no date of their file" lines
section "increments" increments
finish
