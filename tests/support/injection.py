#!/usr/bin/env python3
"""Sends hostile texts to the page in every parameter and from every stored field, and demands of
each answer, parsed, that it has the elements, attributes and headers of harmless answers only, and
the texts that went in. Faults go to standard error; the status is 1 when there are any.

usage: injection.py records FOLDER                      print releases that hold the texts
       injection.py check FOLDER ANSWERS CGI INDEX      send the texts; `ANSWERS`: page_answers

FOLDER: of the page's templates. With the environment's VIGYAPTI_ALL_INJECTIONS=1 every text is sent
in every way (an interrupt ends it early), else each in some, the same each time.
"""

import collections
import json
import os
import random
import re
import subprocess
import sys
import urllib.parse

from payloads import payloads
from page_reading import (ATOM, FORMULA, Fault, Markup, demand, letters, one_line_end,
                          read_atom, read_csv, read_html,
                          read_json, read_jsonl, read_open_search, shown, text_of)

FIELDS = ("title", "text", "source", "url", "id", "date", "lang", "country")
PARAMETERS = ("q", "page", "n", "lang", "country", "source", "from", "to", "sort", "cross", "all",
              "like", "versions", "facet", "format", "ui", "id", "complete", "view", "file")
FORMATS = ("html", "json", "jsonl", "csv", "atom", "fragment")
VARIABLES = ("HTTP_ACCEPT_LANGUAGE", "HTTP_IF_NONE_MATCH", "HTTP_HOST", "SCRIPT_NAME", "PATH_INFO",
             "REQUEST_METHOD", "CONTENT_TYPE", "CONTENT_LENGTH", "HTTPS", "HTTP_X_FORWARDED_HOST")
STATUSES = {"200 OK", "304 Not Modified", "400 Bad Request", "404 Not Found", "405 Method Not Allowed",
            "413 Content Too Large", "414 URI Too Long"}
HEADERS = {"Cache-Control", "Content-Language", "Content-Length", "Content-Security-Policy",
           "Content-Type", "ETag", "Referrer-Policy", "Vary", "X-Content-Type-Options"}
MORE_HEADERS = {"405 Method Not Allowed": {"Allow"}}
MOST_FAULTS = 40
HARMLESS = b"kw harmless"


def encoded(payload):
    return urllib.parse.quote_from_bytes(payload, safe="")


def decoded(payload):
    """The text that a payload is, or None."""
    try:
        text = payload.decode("utf-8")
    except UnicodeDecodeError:
        return None
    return None if "\0" in text else text


def readable(text):
    """What of a query is read: its first 1,024 bytes."""
    return text.encode("utf-8")[:1024].decode("utf-8", "ignore")


def word_of(number):
    """A word that one release has."""
    return "kw" + "".join(chr(ord("a") + int(digit)) for digit in f"{number:05}") + "kw"


def record(number, payload):
    """A line of JSON with the payload in each field, as it is."""
    raw = b"".join(b"\\u%04x" % byte if byte < 0x20 else b"\\" + bytes([byte]) if byte in b"\"\\"
                   else bytes([byte]) for byte in payload)
    word = word_of(number).encode()
    text = (b"Opening of " + word + b" pakistan.\\n" + raw + b"\\nEnd of " + word + b" " + raw
            + b".\\nCaption of " + word + b" " + raw + b" x\\n\xc2\xa9 " + raw)
    values = {"title": word + b" " + raw, "text": text, "source": raw, "url": raw,
              "id": b"%s%d" % (raw, number), "date": raw, "lang": raw}
    members = [b"\"%s\":\"%s\"" % (name.encode(), value) for name, value in values.items()]
    return b"{" + b",".join(members) + b",\"country\":[\"" + raw + b"\"]}"


def variants(number, payload):
    """Further releases, each with one hostile field and the others sound."""
    field = ("id", "url", "source", "lang", "country")[number % 5]
    sound = {"title": f"Sound {word_of(number)}", "text": f"Sound text of {word_of(number)} in Kabul.",
             "id": f"sound-{number}", "url": f"https://example.org/{number}", "source": "Press Office",
             "date": f"{1990 + number % 30}-{number % 12 + 1:02}-11", "lang": "en", "country": "RU"}
    text = decoded(payload)
    if text is not None:
        sound[field] = text
    return json.dumps(sound).encode()


class Server:
    """page_answers, or for `cgi` a process of vigyapti.cgi a request."""

    def __init__(self, answers, cgi, index):
        self.cgi = cgi
        self.environment = {"VIGYAPTI_INDEX": index, "VIGYAPTI_CONFIG": os.environ["VIGYAPTI_CONFIG"]}
        self.process = subprocess.Popen([answers, index], stdin=subprocess.PIPE,
                                        stdout=subprocess.PIPE)

    def ask(self, variables, body):
        head = b"".join(name.encode() + b"\0" + value + b"\0" for name, value in variables.items())
        for part in (head, body):
            self.process.stdin.write(b"%d:%s," % (len(part), part))
        self.process.stdin.flush()
        size = b""
        while (digit := self.process.stdout.read(1)) != b":":
            if not digit:
                raise SystemExit(f"page_answers has ended at {variables}")
            size += digit
        answer = self.process.stdout.read(int(size))
        self.process.stdout.read(1)
        return answer

    def close(self):
        self.process.stdin.close()
        demand(self.process.wait() == 0, "page_answers has failed")

    def ask_cgi(self, variables, body):
        environment = {name: value.decode("utf-8", "surrogateescape")
                       for name, value in variables.items()} | self.environment
        done = subprocess.run([self.cgi], env=environment, input=body, capture_output=True, check=False)
        log = done.stderr
        demand(done.returncode == 0, f"status {done.returncode}: {log[:200]}")
        demand(log.count(b"\n") == 1 and log.endswith(b"\n"), f"not one line of log: {log[:200]}")
        demand(not re.search("[\0-\x1f\x7f-\x9f]", log.decode("utf-8")[:-1]),
               f"controls in the log: {log[:200]}")
        return done.stdout


class Suite:
    def __init__(self, folder, server, index):
        self.payloads = payloads(folder)
        self.server = server
        self.markup = {"page": Markup(), "fragment": Markup()}
        self.random = random.Random(2026)
        self.all = os.environ.get("VIGYAPTI_ALL_INJECTIONS") == "1"
        self.counts = collections.Counter()
        self.faults = 0

    # Asking and reading.

    def get(self, query, more=None, body=b"", cgi=False):
        """Status, headers, body. `query`: pairs of names and values, as bytes."""
        parts = [encoded(name) + "=" + encoded(value) for name, value in query]
        variables = {"REQUEST_METHOD": b"GET", "QUERY_STRING": "&".join(parts).encode(),
                     "HTTP_HOST": b"example.org", "SCRIPT_NAME": b"/search"} | (more or {})
        variables = {name: value.replace(b"\0", b"") for name, value in variables.items()}
        self.counts["requests"] += 1
        answer = self.server.ask(variables, body)
        if "FRAGMENT" in variables:
            return "200 OK", {"Content-Type": "fragment"}, answer.decode("utf-8")
        if cgi:
            self.counts["of vigyapti.cgi itself"] += 1
            self.same(self.server.ask_cgi(variables, body), answer)
        return self.read_head(answer, variables["REQUEST_METHOD"] == b"HEAD")

    @staticmethod
    def same(one, other):
        """Tags name the program that made them."""
        def lines(answer):
            return [line for line in answer.split(b"\r\n") if not line.startswith(b"ETag:")]
        demand(lines(one) == lines(other), "vigyapti.cgi answers otherwise")

    @staticmethod
    def read_head(answer, is_head):
        head, _, body = answer.partition(b"\r\n\r\n")
        lines = head.decode("utf-8").split("\r\n")
        pairs = [line.partition(": ")[::2] for line in lines]
        names = [name for name, _ in pairs]
        headers = dict(pairs)
        demand(names[0] == "Status" and len(set(names)) == len(names), f"headers {names}")
        status = headers.pop("Status")
        demand(status in STATUSES, f"status {status}")
        demand(set(headers) <= HEADERS | MORE_HEADERS.get(status, set()), f"headers {names}")
        for value in headers.values():
            demand(value and value == shown(value) and "\n" not in value and "\r" not in value,
                   f"a header {value!r}")
        if status.startswith("304"):
            demand(body == b"" and "Content-Length" not in headers, "304 with a body")
        elif not is_head:
            demand(headers["Content-Length"] == str(len(body)), "the length is wrong")
        return status, headers, body.decode("utf-8")

    def read(self, status, headers, body):
        """The body as its type has it; pages are compared with harmless ones."""
        kind = headers.get("Content-Type", "").partition(";")[0]
        self.counts[f"{kind or 'nothing'} {status[:3]}"] += 1
        if body == "" and kind != "application/jsonl":
            return None
        if kind in ("text/html", "fragment"):
            whole = kind == "text/html"
            root = read_html(body, whole, self.random.random() < 0.1)
            self.markup["page" if whole else "fragment"].check(root)
            return root
        return {"application/json": read_json, "application/jsonl": read_jsonl, "text/csv": read_csv,
                "application/atom+xml": read_atom, "application/x-suggestions+json": read_json,
                "application/opensearchdescription+xml": read_open_search,
                "text/css": str, "image/svg+xml": str}[kind](body)

    def learn(self):
        """Harmless pages of every kind."""
        known = [[(b"q", b"pakistan")], [(b"q", b"pakistn")], [(b"q", b"sound pakistan (")], [],
                 [(b"q", b"pakistan"), (b"n", b"3"), (b"page", b"2"), (b"ui", b"hi")],
                 [(b"q", b"zzzzqq")], [(b"view", b"help")], [(b"view", b"help"), (b"ui", b"hi")],
                 [(b"id", b"sound-1"), (b"q", b"kabul")], [(b"id", b"photo"), (b"q", b"caption")],
                 [(b"like", b"sound-1")], [(b"id", b"none")], [(b"page", b"0"), (b"ui", b"hi")],
                 [(b"q", b"kabul"), (b"sort", b"date"), (b"lang", b"en"), (b"to", b"x")],
                 [(b"q", b"kabul"), (b"sort", b"date-asc"), (b"lang", b"hi"), (b"from", b"x")],
                 [(b"country", b"RU"), (b"source", b"Press Office"), (b"all", b"1")],
                 [(b"q", b"a"), (b"country", b"Atlantis"), (b"cross", b"only")],
                 [(b"q", b"\xe0\xa4\xb0\xe0\xa5\x82\xe0\xa4\xb8"), (b"versions", b"all")],
                 [(b"q", b"counterpart"), (b"cross", b"off"), (b"facet", b"year"), (b"like", b"x")],
                 [(b"id", b"pair-en")], [(b"q", b"twin")], [(b"q", b"rotterdam"), (b"n", b"1")]]
        for query in known:
            _, _, body = self.get(query)
            self.markup["page"].learn(read_html(body, True, True))
            _, _, body = self.get(query, {"FRAGMENT": b"1"})
            if body:
                self.markup["fragment"].learn(read_html(body, False, True))

    # What is to hold.

    def check_echo(self, name, text, status, root):
        """A page shows what was asked as it was asked."""
        if root is None or not hasattr(root, "iter") or root.tag != "html" or status != "200 OK":
            return
        if name == "q":
            demand(root.find(".//input[@id='q']").get("value") == shown(text), "q is not what was asked")
            if text:
                heading = text_of(root.find(".//h1"))
                wanted = f"Results for \u201c{one_line_end(shown(text))}\u201d: "
                demand(heading.startswith(wanted), f"the heading {heading[:80]!r}")
        if name in ("from", "to"):
            demand(root.find(f".//input[@id='{name}']").get("value") == shown(text), name)
        if name in ("source", "like"):
            hidden = [each.get("value") for each in root.iter("input") if each.get("name") == name]
            demand(hidden in ([shown(text)], []), f"{name} is kept as {hidden}")
        links = [each.get("href") for each in root.iter("a") if each.get("href", "").startswith("?")]
        asked = [dict(urllib.parse.parse_qsl(link[1:], keep_blank_values=True)) for link in links]
        if name in ("q", "source"):
            demand(any(each.get(name) == text for each in asked), f"no link keeps {name}")

    def check_parameter(self, name, payload, how, cgi):
        text = decoded(payload)
        if name == "q" and text is not None:
            text = readable(text)
        query = [(b"q", b"kabul"), (name.encode(), payload)]
        more = {}
        if how == "fragment":
            more["FRAGMENT"] = b"1"
        elif how != "html":
            query.insert(1, (b"format", how.encode()))
        answer = self.get(query, more, cgi=cgi and how != "fragment")
        status = answer[0]
        if how != "fragment":
            if sum(len(encoded(key)) + len(encoded(value)) + 2 for key, value in query) - 1 > 8192:
                demand(status[:3] == "414", f"{status}, not 414")
            elif text is None:
                demand(status[:3] == "400", f"{status}, not 400")
        read = self.read(*answer)
        if text is None or status != "200 OK":
            return
        self.check_echo(name, text, status, read)
        if name == "q" and how == "json":
            demand(read["query"] == text, "query in JSON")
        if name == "q" and how == "atom":
            title = read.find(ATOM + "title").text
            demand(title == "Vigyapti: " + one_line_end(shown(text)), f"title {title[:80]!r}")
        if name == "complete" and how != "fragment":
            demand(read[0] == text and len(read) == 2, "what is to be completed")

    def check_variable(self, name, payload, cgi):
        query = [(b"q", b"kabul"), (b"format", self.random.choice((b"html", b"atom", b"json")))]
        if self.random.random() < 0.2:
            query = [(b"file", b"opensearch.xml")]
        more = {name: payload}
        if name.startswith("CONTENT"):
            more |= {"REQUEST_METHOD": b"POST"}
        answer = self.get(query, more, body=payload, cgi=cgi)
        self.read(*answer)

    def check_post(self, payload, cgi):
        body = b"q=" + payload
        self.read(*self.get([], {"REQUEST_METHOD": b"POST", "CONTENT_LENGTH": b"%d" % len(body),
                                 "CONTENT_TYPE": b"application/x-www-form-urlencoded"}, body, cgi))
        # As it is, without an escape.
        self.read(*self.get([], {"QUERY_STRING": b"q=kabul&" + payload}, cgi=cgi))

    def check_stored(self, number, payload, ways):
        """What a hostile release says is the same in all formats."""
        asked = [(b"q", word_of(number).encode()), (b"cross", b"off"), (b"versions", b"all")]
        found = self.read(*self.get(asked + [(b"format", b"json")]))
        text = decoded(payload)
        demand(text is None or found["hits"], "the release is not found")
        self.counts["releases found"] += len(found["hits"])
        for hit in found["hits"]:
            self.check_hit(number, text, hit)
        for way in ways:
            if way in ("id", "like"):
                for hit in found["hits"]:
                    self.check_release(way, hit)
                continue
            if way == "complete":
                self.read(*self.get([(b"complete", word_of(number).encode())]))
                continue
            more = {"FRAGMENT": b"1"} if way == "fragment" else {}
            query = asked if way in ("html", "fragment") else asked + [(b"format", way.encode())]
            self.compare(way, found["hits"], self.read(*self.get(query, more)))

    @staticmethod
    def check_hit(number, text, hit):
        if text is None or hit["title"].startswith("Sound"):
            return
        demand(letters(hit["id"]) == letters(f"{text}{number}"), f"id {hit['id']!r}")
        if len(text) < 60:
            demand(letters(hit["title"]) == letters(word_of(number) + text), f"title {hit['title']!r}")
        demand(letters(hit["source"] or "") == letters(text), f"source {hit['source']!r}")

    def check_release(self, way, hit):
        status, headers, body = self.get([(way.encode(), hit["id"].encode())])
        if len(encoded(hit["id"].encode())) > 8000:
            return
        demand(status == "200 OK", f"{status} for {way}={hit['id'][:60]!r}")
        root = self.read(status, headers, body)
        if way == "id":
            demand(letters(text_of(root.find(".//article/h1"))) == letters(hit["title"] or hit["id"]),
                   "title of the release")
            source = root.find(".//*[@class='vigyapti-source']")
            demand(letters(text_of(source)) == letters(hit["source"] or ""), "source of the release")

    @staticmethod
    def compare(way, hits, read):
        if way == "jsonl":
            demand(read == hits, "JSON Lines are not JSON's")
        elif way == "csv":
            for row, hit in zip(read, hits, strict=True):
                for name in ("title", "source", "url", "id", "date", "lang"):
                    wanted = shown(hit[name] or "")
                    wanted = "'" + wanted if FORMULA.match(wanted) else wanted
                    demand(row[name] == wanted, f"{name} in CSV: {row[name][:80]!r}")
        elif way == "atom":
            entries = read.findall(ATOM + "entry")
            for entry, hit in zip(entries, hits, strict=True):
                demand(letters(entry.find(ATOM + "title").text or "") == letters(hit["title"] or hit["id"]),
                       "title in the feed")
                demand((entry.find(ATOM + "content").text or "") ==
                       one_line_end(shown(hit["snippet"]["text"])), "content of the feed")
        else:
            items = [each for each in read.iter("li") if each.get("class") == "vigyapti-hit"]
            for item, hit in zip(items, hits, strict=True):
                wanted = {"title": hit["title"] or hit["id"], "source": hit["source"] or "",
                          "snippet": "\u2026 " * hit["snippet"]["cut_before"] + hit["snippet"]["text"]
                                     + " \u2026" * hit["snippet"]["cut_after"]}
                if way == "fragment":
                    wanted["id"] = hit["id"]
                for name, text in wanted.items():
                    part = text_of(item.find(f".//*[@class='vigyapti-{name}']"))
                    demand(part == one_line_end(shown(text)), f"{name} {part[:80]!r}")

    # All of it.

    def attempt(self, payload, name, check, *arguments):
        try:
            check(*arguments)
        except Fault as fault:
            self.faults += 1
            if self.faults <= MOST_FAULTS:
                print(f"{name}: {payload[:80]!r}: {str(fault)[:300]}", file=sys.stderr)

    def run(self):
        self.learn()
        try:
            for number, payload in enumerate(self.payloads):
                self.send(number, payload)
        except KeyboardInterrupt:
            print(f"stopped after {number} texts")
        self.attempt(b"", "the end", self.server.close)
        return self.finish()

    def send(self, number, payload):
        """A text in every way, or in some."""
        cgi = self.random.random() < (0.0005 if self.all else 0.04)
        parameters = [(name, how) for name in (*PARAMETERS, "NAME") for how in FORMATS]
        for name, how in parameters if self.all else self.random.sample(parameters, 1):
            if name == "NAME":
                self.attempt(payload, "NAME", self.check_name, payload, how)
            else:
                self.attempt(payload, f"{name} {how}", self.check_parameter, name, payload, how, cgi)
        for name in VARIABLES if self.all else self.random.sample(VARIABLES, 1):
            self.attempt(payload, name, self.check_variable, name, payload, cgi)
        if self.all or number % 3 == 0:
            self.attempt(payload, "POST", self.check_post, payload, cgi)
        ways = ("html", "jsonl", "csv", "atom", "fragment", "id", "like", "complete")
        self.attempt(payload, "stored", self.check_stored, number, payload,
                     ways if self.all else self.random.sample(ways, 1))

    def check_name(self, payload, how):
        more = {"FRAGMENT": b"1"} if how == "fragment" else {}
        query = [(b"q", b"kabul"), (payload, b"1")]
        if how not in ("html", "fragment"):
            query.insert(0, (b"format", how.encode()))
        self.read(*self.get(query, more))

    def finish(self):
        print(f"{len(self.payloads)} texts,", ", ".join(f"{count} {name}" for name, count in
                                                        sorted(self.counts.items())))
        if self.faults:
            print(f"{self.faults} faults", file=sys.stderr)
        return 1 if self.faults else 0


# Pages of these show all that pages can show.
SOUND = [{"id": "photo", "title": "A photo", "lang": "en", "date": "2023-10-17",
          "text": "Kabul talks were held.\nMinisters in a caption of the photo\n\u00a9 Press Office"},
         {"id": "pair-en", "title": "Counterpart agreement with Russia on oil signed in Moscow",
          "text": "India and Russia signed an agreement on 17 million tonnes of oil in Moscow, 2023.",
          "lang": "en", "date": "2023-10-17", "url": "https://example.org/en/pair"},
         {"id": "pair-hi", "title": "रूस के साथ तेल समझौते पर मास्को में हस्ताक्षर", "lang": "hi",
          "text": "भारत और रूस ने 2023 में मास्को में 17 मिलियन टन तेल के समझौते पर हस्ताक्षर किए।",
          "date": "2023-10-17", "url": "https://example.org/hi/pair"}]


def records(folder):
    for record_ in SOUND + [{"id": f"twin-{i}", "title": "Twin statement on rotterdam", "lang": "en",
                             "date": "2023-10-17", "country": ["RU", "PK", "IN", "US", "FR", "DE", "IT"],
                             "text": "The twin statement on the port of Rotterdam was read out by the "
                                     "speaker to all who had come that day to hear it in the hall. "
                                     * 3} for i in range(3)]:
        yield json.dumps(record_, ensure_ascii=False).encode()
    for number, payload in enumerate(payloads(folder)):
        yield record(number, payload)
        yield variants(number, payload)


def main(arguments):
    if arguments[0] == "records":
        for line in records(arguments[1]):
            sys.stdout.buffer.write(line + b"\n")
        return 0
    _, folder, answers, cgi, index = arguments
    return Suite(folder, Server(answers, cgi, index), index).run()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
