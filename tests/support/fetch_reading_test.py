#!/usr/bin/env python3
"""What scripts/fetch-feed reads, any bytes that they are, and what it keeps."""

import datetime
import gzip
import os
import re
import resource
import sys
import tempfile
import unittest
from pathlib import Path

import fetched

PROJECT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(PROJECT / "scripts"))
from fetching import Failure, Refused, feeds, links, run, state, transfer, urls, warc  # noqa: E402

NOW = datetime.datetime(2026, 11, 26, 12, 0, 0, tzinfo=datetime.timezone.utc)


class Links(unittest.TestCase):
    def test_feeds(self):
        rdf = 'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"'
        atom = 'xmlns="http://www.w3.org/2005/Atom"'
        for text, wanted in {
                "<rss><channel><link>n</link><item><link> a </link></item><item><link>b</link></item></channel></rss>":
                    ["a", "b"],
                "<rss><item><guid>a</guid></item><item><guid isPermaLink='false'>b</guid></item></rss>": ["a"],
                "<rss><item><guid>a</guid><link>b</link></item></rss>": ["b"],
                "<rss><item><link><![CDATA[a?b&c]]></link></item><item><link>a?b&amp;c</link></item></rss>": ["a?b&c"],
                "\ufeff\n <?xml version='1.0'?><rss><item><link>a</link></item></rss>": ["a"],
                "<rss><item><link/><title>x</title></item></rss>": [],
                f"<rss><item><link {atom} href='n'/><link>a</link></item></rss>": ["a"],
                f"<rss><item><source><link>n</link></source><link>a</link></item></rss>": ["a"],
                f"<rdf:RDF {rdf}><channel><link>n</link></channel><item rdf:about='n'><link>a</link></item>"
                "<item rdf:about='b'/></rdf:RDF>": ["a", "b"],
                f"<feed {atom}><link href='n'/><entry><link rel='self' href='n'/><link href='a'/></entry></feed>": ["a"],
                f"<feed {atom}><entry><link type='application/pdf' href='n'/><link type='text/html' href='a'/></entry>"
                "<entry><link type='application/pdf' href='b'/></entry></feed>": ["a", "b"],
                f"<a:feed xmlns:a='http://www.w3.org/2005/Atom'><a:entry><a:link href='a'/></a:entry></a:feed>": ["a"],
                "<feed xmlns='http://purl.org/atom/ns#'><entry><link rel='alternate' href='a'/></entry></feed>": ["a"]}.items():
            with self.subTest(text):
                reading = links.read(text.encode())
                self.assertEqual([link for _, link in reading.links], wanted)
                self.assertEqual(reading.problem, "")

    def test_bases(self):
        reading = links.read(b"<feed xmlns='http://www.w3.org/2005/Atom' xml:base='/a/'>"
                             b"<entry xml:base='b/'><link xml:base='c/' href='d'/></entry><entry><link href='e'/></entry></feed>")
        self.assertEqual(reading.links, [(("/a/", "b/", "c/"), "d"), (("/a/",), "e")])

    def test_a_long_link_is_cut(self):
        for piece in ("x" * 3000 + "<!-- -->", "x<!-- -->" * 3000):
            with self.subTest(piece[:9]):
                text = f"<rss><item><link>\n{' <!-- -->' * 5000}{piece * 3}</link></item></rss>"
                (_, link), = links.read(text.encode()).links
                self.assertEqual(link, "x" * links.MOST_LETTERS)
                self.assertRaises(Refused, urls.parse, "https://a.example.org/" + link)

    def test_encodings(self):
        for encoding in ("utf-8", "utf-16", "iso-8859-1", "windows-1252"):
            text = f"<?xml version='1.0' encoding='{encoding}'?><rss><item><link>é</link></item></rss>"
            with self.subTest(encoding):
                self.assertEqual([link for _, link in links.read(text.encode(encoding)).links], ["é"])

    def test_what_is_no_feed_or_ends_early(self):
        good = "<rss><item><link>a</link></item>"
        for text, problem, count in (
                ("", "no element found", 0), ("<!DOCTYPE html><rss/>", "it is a page", 0),
                ("\ufeff\n<HTML>", "it is a page", 0), ("<?xml version='1.0'?><html/>", "it is a page", 0),
                ("<x/>", "it is not a feed", 0), (good, "no element found", 1), (good + "<a>&</a>", "not well-formed", 1),
                (good + "&nbsp;</rss>", "undefined entity", 1), (good + "<a>" * 300, "nested too deeply", 1),
                (good + "<a xml:base='b/'>" * 11 + "<item><link>b</link></item>", "bases are nested too deeply", 1),
                ("<?xml version='1.0' encoding='none'?><rss/>", "unknown", 0),
                ("<!DOCTYPE rss [<!ENTITY a 'b'>]>" + good, "declares entities", 0),
                ("<!DOCTYPE rss [<!ENTITY % a SYSTEM 'file:///etc/passwd'> %a;]>" + good, "declares entities", 0),
                (good + "<item><link>b</link></item>" * 1 + "<item>" + "<link>c</link>" * 9 + "</item></rss>", "", 3)):
            with self.subTest(text[:60]):
                reading = links.read(text.encode())
                self.assertIn(problem, reading.problem)
                self.assertEqual(bool(problem), bool(reading.problem))
                self.assertEqual(len(reading.links), count)

    def test_an_outer_doctype_is_not_fetched(self):
        reading = links.read(b"<!DOCTYPE rss PUBLIC '-//Netscape Communications//DTD RSS 0.91//EN' "
                             b"'http://127.0.0.1:1/rss-0.91.dtd'><rss><item><link>a&nbsp;</link></item></rss>")
        self.assertEqual(reading.problem, "")
        self.assertEqual(len(reading.links), 1)

    def test_every_start_of_a_feed_gives_a_reading(self):
        text = ("<rss xmlns:a='http://www.w3.org/2005/Atom'><item xml:base='x'><link>प्रेस</link><guid>b</guid>"
                "<a:link href='c'/></item></rss>").encode()
        for end in range(len(text)):
            links.read(text[:end])
            links.read(text[:end] + b"\xff" + text[end:])


class Unpacking(unittest.TestCase):
    def test_bodies(self):
        packed = gzip.compress(b"abc")
        self.assertEqual(transfer.unpacked(packed, "gzip", 3), b"abc")
        self.assertEqual(transfer.unpacked(packed + packed, "x-gzip", 6), b"abcabc")
        self.assertEqual(transfer.unpacked(b"abc", "", 3), b"abc")
        self.assertEqual(transfer.unpacked(b"", "gzip", 3), b"")
        for body, encoding, limit in ((packed, "gzip", 2), (packed + packed, "gzip", 5), (packed[:-1], "gzip", 3),
                                      (packed + b"x", "gzip", 3), (b"abc", "gzip", 3), (b"abc", "br", 3),
                                      (packed, "gzip, gzip", 3), (gzip.compress(bytes(10**7)), "gzip", 10**6)):
            with self.subTest(body[:20]), self.assertRaises(Failure):
                transfer.unpacked(body, encoding, limit)


class Formats(unittest.TestCase):
    def test_what_readers_take_is_fetched(self):
        source = (PROJECT / "indexer/readers/inner.cpp").read_text(encoding="utf-8")
        types = re.findall(r'KnownType\{"([^"]+)",\s*"[^"]+"\}', source)
        self.assertIn("application/pdf", types)
        self.assertEqual(source.count("KnownType{"), len(types))
        # Of a page without a type the end of its address tells the format.
        self.assertEqual(sorted(run.FORMATS), sorted(["", *types]))


class Lists(unittest.TestCase):
    def test_lines(self):
        text = "\ufeff# x\r\n\r\n  https://a.example/\t विदेश   मंत्रालय \r\nhttps://b.example/ B\nhttps://c.example/ B"
        self.assertEqual([(str(feed.url), feed.name) for feed in feeds.read_list(text.encode(), ("https",))],
                         [("https://a.example/", "विदेश मंत्रालय"), ("https://b.example/", "B"),
                          ("https://c.example/", "B")])

    def test_names(self):
        for name in ("A", "प्रेस", "क\u200dष", "U.S. Department of State", "-a", "a..b"):
            self.assertEqual(feeds.checked_name(name), name)
        for name in (".a", "..", "a/b", "a\\b", "a\x00b", "a\u202eb", "a" * 201, "प" * 70):
            with self.subTest(name), self.assertRaises(ValueError):
                feeds.checked_name(name)


class States(unittest.TestCase):
    def test_what_is_saved_is_loaded(self):
        with tempfile.TemporaryDirectory() as folder:
            states = state.States(folder, folder)
            first = state.FeedState('"a"', "b", "c", "pages", True, {"https://a.example/ऊ": [1, -1]})
            states.save("u", first)
            self.assertEqual(states.load("u"), (first, False))
            self.assertEqual(states.load("v"), (state.FeedState(), False))

    def test_items(self):
        one = state.FeedState()
        for _ in range(state.MOST_TRIES):
            self.assertFalse(one.settled("a"))
            one.fail("a", 1)
        self.assertTrue(one.settled("a"))
        one.settle("b", 1)
        one.see("b", 300)
        one.see("c", 300)
        one.forget_old(1 + state.DAYS_KEPT)
        self.assertEqual(set(one.items), {"a", "b"})
        one.forget_old(2 + state.DAYS_KEPT)
        self.assertEqual(set(one.items), {"b"})


class Archives(unittest.TestCase):
    def test_a_record_has_what_came(self):
        url, hop = urls.parse("https://a.example/"), urls.parse("https://b.example/")
        fields = [("Content-Type", "text/html; charset=x"), ("CONTENT-ENCODING", "gzip"), ("Content-Length", "9"),
                  ("X-Name", "caf\xe9")]
        answer = transfer.Answer(200, "HTTP/1.1 200 OK", fields, b"\r\n\r\nbody\xff", "8.8.8.8", 9, url, [hop, url])
        with tempfile.TemporaryDirectory() as folder:
            archive = warc.WarcFile(folder + "/part", [("software", "प्रेस")], NOW)
            archive.add(answer, NOW)
            path = folder + "/a/b/c.warc.gz"
            archive.commit(path)
            kinds = [fields["warc-type"] for fields, _ in fetched.records(path)]
            self.assertEqual(kinds, ["warcinfo", "response", "metadata"])
            (record, (status, sent, body)), = fetched.responses(path)
            self.assertEqual(list(fetched.records(path))[2][1], b"via: https://b.example/\r\n")
        self.assertEqual((record["warc-target-uri"], record["warc-date"], record["warc-ip-address"]),
                         ("https://a.example/", "2026-11-26T12:00:00Z", "8.8.8.8"))
        self.assertEqual((status, body), (200, answer.body))
        self.assertEqual(sent, {"content-type": "text/html; charset=x", "x-crawl-content-encoding": "gzip",
                                "x-crawl-content-length": "9", "x-name": "caf\xe9", "content-length": "9"})

    def test_a_full_disk_costs_the_record_that_does_not_fit(self):
        answer = transfer.Answer(200, "HTTP/1.1 200 OK", [], b"first", url=urls.parse("https://a.example/"))
        limits = resource.getrlimit(resource.RLIMIT_FSIZE)
        with tempfile.TemporaryDirectory() as folder:
            archive = warc.WarcFile(folder + "/part", [], NOW)
            archive.add(answer, NOW)
            answer.body = os.urandom(10_000)
            resource.setrlimit(resource.RLIMIT_FSIZE, (5000, limits[1]))
            try:
                self.assertRaises(OSError, archive.add, answer, NOW)
            finally:
                resource.setrlimit(resource.RLIMIT_FSIZE, limits)
            archive.commit(folder + "/a.warc.gz")
            self.assertEqual([body for _, (_, _, body) in fetched.responses(folder + "/a.warc.gz")], [b"first"])

    def test_validators_that_could_smuggle_a_field_are_dropped(self):
        for etag, wanted in {'"a"': '"a"', 'W/"a"': 'W/"a"', "a": "", '"a\r\nX: b"': "", '"a"b"': "", '"é"': ""}.items():
            answer = transfer.Answer(200, "", [("ETag", etag), ("Last-Modified", etag)], b"")
            with self.subTest(etag):
                self.assertEqual(run._validators(answer), (wanted, ""))


if __name__ == "__main__":
    unittest.main()
