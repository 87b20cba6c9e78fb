#!/usr/bin/env python3
"""The page through a web server, with the samples of scripts/page: every promise of the page that a
server could spoil, and those of the samples.

usage: page_checks.py SERVER PROGRAM FOLDER
SERVER is lighttpd, nginx or apache; PROGRAM the page's. The working files come into FOLDER.
"""

import json
import re
import subprocess
import sys
import traceback
from pathlib import Path
from xml.etree import ElementTree

from index_under_test import BIN_INDEX, expect, Failed
from page_client import Client, encoded, PATH
from web_servers import NotStarted, serving

RELEASES = [
    {"id": "en-1", "lang": "en", "date": "2023-05-01", "source": "Desk", "country": ["RU"],
     "title": "Energy summit in Delhi", "url": "https://releases.example/en-1",
     "text": "The ministers spoke about energy. Pipelines across the border were agreed upon."},
    {"id": "en-2", "lang": "en", "date": "2023-06-01", "source": "Desk",
     "title": "Relief after the earthquake", "text": "Aid was sent by air."},
    {"id": "hi-1", "lang": "hi", "date": "2023-05-02", "source": "विदेश मंत्रालय",
     "title": "ऊर्जा शिखर सम्मेलन", "text": "मंत्रियों ने ऊर्जा सहयोग पर बात की।"},
]
HTML = "text/html; charset=utf-8"
SAFETY = {
    "content-security-policy": ["default-src 'none'", "style-src 'self'", "base-uri 'none'",
                                "form-action 'self'", "frame-ancestors 'self'"],
    "x-content-type-options": ["nosniff"],
    "referrer-policy": ["no-referrer"],
}
HINDI = encoded(q="ऊर्जा सहयोग")
KIB = 1024

# Query string → status, of GET. None is an address without "?".
STATUSES = [
    (None, 200),
    ("", 200),
    ("q=", 200),
    (HINDI, 200),
    (HINDI.replace("%", "%25"), 200),
    (HINDI.lower(), 200),
    ("q=energy&lang=en&country=RU&source=Desk&from=2023-05-01&to=2023-05-31&sort=date", 200),
    ("view=help", 200),
    ("unknown=1&q=energy", 200),
    ("q=nosuchword", 200),
    ("q=%FF", 400),
    ("q=%E0%A4", 400),
    ("q=%ED%A0%80", 400),
    ("q=a%00b", 400),
    ("id=nosuch", 404),
    ("file=nosuch.css", 404),
    ("file=../vigyapti.cgi", 404),
    ("q=" + "a" * 7900, 200),
    ("q=" + "a" * 9000, 414),
    ("q=" + "%E0%A4%8A" * 1000, 414),
]
# What comes with its own type.
TYPES = [
    ("", "text/html"),
    (HINDI, "text/html"),
    (HINDI + "&format=json", "application/json"),
    (HINDI + "&format=atom", "application/atom+xml"),
    ("complete=ene", "application/x-suggestions+json"),
    ("view=help", "text/html"),
    ("id=en-1&q=energy", "text/html"),
    ("file=page.css", "text/css"),
    ("file=icon.svg", "image/svg+xml"),
    ("file=opensearch.xml", "application/opensearchdescription+xml"),
]
# Not of the page, whatever the server makes of them.
OTHER_PATHS = ["/", "/cgi-bin", "/cgi-bin/", "/cgi-bin/other.cgi", "/cgi-bin/vigyapti.cgi.bak",
               "/cgi-bin/vigyapti.cgi/../other.cgi", "/cgi-bin/vigyapti.cgi/%2e%2e/other.cgi",
               "/vigyapti.cgi", "/other.cgi", PATH + "/path", PATH + "/",
               PATH + "/../../etc/passwd"]


def check_statuses(client, _):
    for query, status in STATUSES:
        answer = client.ask(query=query)
        expect(answer.status == status, f"GET {str(query)[:80]}: {answer.status}, not {status}")
        expect(answer.body, f"GET {str(query)[:80]}: {status} without a word")


def check_types(client, _):
    for query, wanted in TYPES:
        answer = client.ask(query=query)
        expect(answer.status == 200, f"{query}: {answer.status}")
        found = answer.headers.get("content-type", "none")
        expect(found.split(";")[0] == wanted, f"{query}: {found}, not {wanted}")


def check_safety_headers(client, _):
    answers = {query: client.ask(query=query) for query in
               [*(query for query, _ in TYPES), "id=nosuch", "file=nosuch"]}
    answers["a form of other bytes"] = client.post(b"q=%FF")
    answers["another method"] = client.ask("DELETE")
    for asked, answer in answers.items():
        for name, wanted in SAFETY.items():
            found = answer.headers.get(name, "none")
            missing = [part for part in wanted if part not in found]
            expect(not missing, f"{asked}: {answer.status}: {name} is {found}, without {missing}")
        expect("script" not in answer.headers["content-security-policy"], f"{asked}: with scripts")


def check_page(client, _):
    """Both scripts come through as they are."""
    page = client.ask(query=HINDI).body.decode("utf-8")
    for part in ("<form", 'role="search"', "शिखर", "<mark"):
        expect(part in page.replace("role=search", 'role="search"'), f"{part} is not in the page")
    empty = client.ask().body
    expect(empty == client.ask(query="").body, "an empty query string is another page than none")
    expect(b"<form" in empty, "no form on the first page")
    release = client.ask(query=encoded(id="hi-1", q="ऊर्जा")).body.decode("utf-8")
    expect("सम्मेलन" in release and "<mark" in release, "a release without its title or marks")


def ids(answer):
    return [hit["id"] for hit in json.loads(answer.body)["hits"]]


def check_json(client, _):
    # In one language, so that what is asked is what is found.
    asked = {"format": "json", "cross": "off"}
    expect(ids(client.ask(query=encoded(q="ऊर्जा", **asked))) == ["hi-1"], "not hi-1")
    expect(ids(client.ask(query=encoded(q="energy", **asked))) == ["en-1"], "not en-1")
    expect(ids(client.ask(query="q=ministers+spoke&format=json&cross=off")) == ["en-1"],
           "a plus is no space")
    offered = json.loads(client.ask(query=encoded(complete="ऊर्जा")).body)
    expect(offered[0] == "ऊर्जा" and isinstance(offered[1], list), f"offered: {offered}")


def check_xml(client, _):
    feed = ElementTree.fromstring(client.ask(query=HINDI + "&format=atom").body)
    expect(feed.tag == "{http://www.w3.org/2005/Atom}feed", f"no feed but {feed.tag}")
    for name in ("icon.svg", "opensearch.xml"):
        ElementTree.fromstring(client.ask(query=f"file={name}").body)


def check_head(client, _):
    """The same headers as for GET, and not a byte more."""
    for query in (None, HINDI, HINDI + "&format=json", "file=page.css", "id=nosuch", "q=%FF"):
        head, whole = client.ask("HEAD", query), client.ask("GET", query)
        expect(head.status == whole.status, f"HEAD {query}: {head.status}, not {whole.status}")
        expect(head.body == b"", f"HEAD {query}: a body: {head.body[:100]}")
        for name in ("content-type", "etag", "content-security-policy", "cache-control"):
            expect(head.headers.get(name) == whole.headers.get(name), f"HEAD {query}: {name}: "
                   f"{head.headers.get(name)}, not {whole.headers.get(name)}")


def check_post(client, _):
    form = encoded(q="ऊर्जा", format="json", cross="off").encode()
    expect(ids(client.post(form)) == ["hi-1"], "a form does not find what a link finds")
    expect(ids(client.post(form, "application/x-www-form-urlencoded; charset=UTF-8")) == ["hi-1"],
           "a form whose type names its charset")
    for body, status in [(b"", 200), (b"q=%FF", 400), (b"q=\xff", 400), (b"q=a%00b", 400),
                         (b"q=a\0b", 400), (b"id=nosuch", 404),
                         (b"q=" + b"a" * (8 * KIB - 2), 200), (b"q=" + b"a" * (8 * KIB - 1), 413),
                         (b"q=" + b"a" * 100_000, 413)]:
        answer = client.post(body)
        expect(answer.status == status,
               f"POST {body[:20]}, {len(body)} bytes: {answer.status}, not {status}")


def check_methods(client, _):
    for method in ("PUT", "DELETE"):
        answer = client.ask(method, "q=energy", body=b"" if method == "PUT" else None)
        expect(answer.status == 405, f"{method}: {answer.status}")
        allowed = set(re.split(r",\s*", answer.headers.get("allow", "")))
        expect(allowed == {"GET", "HEAD", "POST"}, f"{method}: Allow: {allowed}")


def check_unchanged(client, _):
    """A page that is asked for again."""
    for query in ("q=energy", HINDI, HINDI + "&format=json", "q=energy&format=atom", "id=en-1"):
        first = client.ask(query=query)
        tag = first.headers.get("etag", "")
        expect(re.fullmatch(r'(W/)?"[!#-~]+"', tag), f"{query}: ETag: {tag}")
        expect("no-cache" in first.headers.get("cache-control", ""), f"{query}: may be kept")
        for sent in (tag, f'"other", {tag}', "*"):
            for method in ("GET", "HEAD"):
                again = client.ask(method, query, headers={"If-None-Match": sent})
                expect(again.status == 304, f"{method} {query} with {sent}: {again.status}")
                expect(again.body == b"", f"{method} {query} with {sent}: a body")
                expect(again.headers.get("etag") == tag, f"{query}: another tag with 304")
        other = client.ask(query=query, headers={"If-None-Match": '"other"'})
        expect((other.status, other.body) == (200, first.body),
               f"{query} with another tag: {other.status}")


def check_changed(client, index):
    """What the index gains is seen at once."""
    tag = client.ask(query="q=harbour").headers["etag"]
    news = index.parent / "news.jsonl"
    news.write_text(json.dumps({"id": "en-3", "lang": "en", "text": "A new harbour."}) + "\n")
    make_index(index, news)
    answer = client.ask(query="q=harbour", headers={"If-None-Match": tag})
    expect(answer.status == 200 and b"harbour." in answer.body.replace(b"</mark>", b""),
           f"after a commit: {answer.status}")


def check_strange_headers(client, _):
    """The header that CGI would make HTTP_PROXY of, and others that are nobody's business."""
    plain = client.ask(query="q=energy").body
    for headers in ({"Proxy": "http://127.0.0.1:9/"}, {"Vigyapti-Index": "/nowhere"},
                    {"Accept": "text/nothing"}):
        answer = client.ask(query="q=energy", headers=headers)
        expect((answer.status, answer.body) == (200, plain), f"{headers}: {answer.status}")


def check_languages(client, _):
    for headers, query, language in (({"Accept-Language": "hi-IN,hi;q=0.9,en;q=0.5"}, "", "hi"),
                                     ({"Accept-Language": "en-GB,en"}, "", "en"),
                                     ({"Accept-Language": "en"}, "ui=hi", "hi")):
        page = client.ask(query=query, headers=headers).body.decode("utf-8")
        expect(re.search(rf'<html[^>]* lang="?{language}\b', page),
               f"{headers} {query}: no page in {language}")
    tag = client.ask(headers={"Accept-Language": "hi"}).headers["etag"]
    answer = client.ask(headers={"Accept-Language": "en", "If-None-Match": tag})
    expect(answer.status == 200, "who reads English is told that the Hindi page has not changed")


def check_other_paths(client, _):
    for path in OTHER_PATHS:
        answer = client.ask(path=path, query="q=energy")
        expect(answer.status in (403, 404), f"{path}: {answer.status}")
        expect(b"not to be served" not in answer.body, f"{path}: another program")


CHECKS = [check_statuses, check_types, check_safety_headers, check_page, check_json, check_xml,
          check_head, check_post, check_methods, check_unchanged, check_changed,
          check_strange_headers, check_languages, check_other_paths]


def check_limits(name, client):
    """That the sample bounds what one visitor can cost."""
    statuses = set(client.flood(120, "127.0.0.1", query="q=energy"))
    # nginx refuses what is too much, the others let it wait.
    wanted = {200, 429} if name == "nginx" else {200}
    expect(statuses == wanted, f"a flood of requests gets {statuses}, not {wanted}")
    expect(client.ask(query="q=energy").status == 200, "no answer after the flood")


def check_log(server):
    """One line a request, that a terminal may show."""
    words = server.words()
    lines = re.findall(r"vigyapti\.cgi: (\d{3}) (GET|HEAD|POST|PUT|DELETE)\b", words)
    expect(len(lines) > len(STATUSES), f"{len(lines)} lines of the page in the log")
    expect({"200", "304", "400", "404", "405"} <= {status for status, _ in lines},
           f"not all statuses in the log: {set(lines)}")
    expect(not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]", words), "control characters in the log")


def check_without_index(name, program, folder):
    """A visitor sees a plain page that tells nothing of the machine."""
    nowhere = folder / "nowhere" / "index"
    with serving(name, folder / "without", program, nowhere) as server:
        client = Client(server.port)
        for method, query in (("GET", "q=energy"), ("GET", HINDI), ("HEAD", "q=energy"),
                              ("GET", "id=en-1"), ("GET", "complete=en")):
            answer = client.ask(method, query)
            expect(answer.status == 503, f"without an index: {method} {query}: {answer.status}")
            for part in (str(folder), "nowhere", "libexec", "XAPIANDB", "apian", "errno", "rror:"):
                expect(part not in answer.body.decode("utf-8"), f"{part} is in the page of a 503")
            expect("nosniff" in answer.headers.get("x-content-type-options", ""), "503 sniffed")
        expect(client.ask(query="file=page.css").status == 200, "the 503's own style is gone")
        expect("nowhere" in server.words(), "the log does not say what is missing")


def make_index(index, *inputs):
    done = subprocess.run([BIN_INDEX, "--index", index, *inputs], capture_output=True, text=True)
    expect(done.returncode == 0, f"vigyapti-index: {done.stderr}")


def check_all(name, program, folder):
    """How many parts fail."""
    index = folder / "index"
    releases = folder / "releases.jsonl"
    releases.write_text("".join(json.dumps(release) + "\n" for release in RELEASES))
    make_index(index, releases)
    failures = 0

    def part(what, check, *arguments):
        nonlocal failures
        try:
            check(*arguments)
        except Failed as failed:
            print(f"FAILED: {name}, {what}: {failed}", file=sys.stderr)
            failures += 1
        except Exception:
            print(f"FAILED: {name}, {what}: {traceback.format_exc()}", file=sys.stderr)
            failures += 1

    with serving(name, folder, program, index) as server:
        client = Client(server.port)
        for check in CHECKS:
            part(check.__name__, check, client, index)
        part("check_limits", check_limits, name, client)
    part("check_log", check_log, server)
    part("check_without_index", check_without_index, name, program, folder)
    return failures


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    try:
        sys.exit(min(check_all(sys.argv[1], sys.argv[2], Path(sys.argv[3]).resolve()), 1))
    except (Failed, NotStarted) as failed:
        sys.exit(f"FAILED: {failed}")
