#!/usr/bin/env python3
"""The reading of answers sees what it is for: each of these answers is a fault."""

import unittest

from injection import Suite
from page_reading import (DOCTYPE, Fault, Markup, letters, read_atom, read_csv, read_html, read_json,
                          read_jsonl, read_open_search, shown)

PAGE = ("<html lang=\"en\"><head><title>x</title><link rel=\"stylesheet\" href=\"?file=page.css\"/></head>"
        "<body><form><input name=\"q\" value=\"x\"/></form><main><h1>x</h1><p class=\"a\">"
        "<a href=\"?q=x\">x</a></p></main></body></html>\n")
FEED = ("<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>x</title><entry xml:lang=\"en\"><title>x</title>"
        "<id>x</id><updated>x</updated><link rel=\"alternate\" href=\"https://example.org/\"/>"
        "<content>x</content></entry></feed>")
HEAD = (b"Status: 200 OK\r\nContent-Type: text/html\r\nContent-Length: 1\r\n\r\nx")


class Reading(unittest.TestCase):
    def refuse(self, read, *texts):
        for text in texts:
            with self.subTest(text=text), self.assertRaises(Fault):
                read(text)

    def test_pages(self):
        markup = Markup()
        markup.learn(read_html(DOCTYPE + PAGE, True, True))

        def read(page):
            markup.check(read_html(page, True, True))
        read(DOCTYPE + PAGE.replace(">x<", ">&lt;b&gt; &amp; \u0930<"))
        read(DOCTYPE + PAGE.replace("?q=x", "https://example.org/?a=b"))
        for before, after in (("<h1>x", "<h1><b>x</b>"), ("<h1>x", "<h1><script>x</script>"),
                              ("<h1>x", "<h1 onclick=\"x\">x"), ("<h1>x", "<h1>x<!-- x -->"),
                              ("<h1>x", "<h1>x</h1><h1>x"), ("<h1>x", "<h1>x < y"), ("<h1>x", "<h1>x & y"),
                              ("<h1>x", "<h1>x<p"), ("<h1>x", "<h1>x<?y?>"), ("<h1>x", "<h1><![CDATA[x]]>"),
                              ("value=\"x\"", "value=\"x\" autofocus=\"\""), ("value=\"x\"", "value=x"),
                              ("class=\"a\"", "class=\"b\""), ("?q=x", "javascript:x"), ("?q=x", "//x"),
                              ("?q=x", "?q=\u0930"), ("?q=x", "?q=x y"), ("?q=x", "data:,x"), ("?q=x", ""),
                              ("<main>", "<main><main>"), ("</body>", "</body><body></body>"),
                              ("<h1>x</h1>", "<h1/>")):
            self.refuse(read, DOCTYPE + PAGE.replace(before, after, 1))
        self.refuse(read, PAGE, "", DOCTYPE)

    def test_json(self):
        self.assertEqual(read_json("[\"a\"]\n"), ["a"])
        self.refuse(read_json, "[\"a\"]", "[\"a\n\"]\n", "[\"a\"b\"]\n", "[NaN]\n", "[1]\n[2]\n", "", "\n")
        self.assertEqual(read_jsonl("1\n2\n"), [1, 2])
        self.refuse(read_jsonl, "1\n2", "1\n\n2\n")

    def test_csv(self):
        self.assertEqual(read_csv("a,b\r\n\"1\n\",\"'=\"\"\"\r\n"), [{"a": "1\n", "b": "'=\""}])
        self.refuse(read_csv, "a,b\r\n1,2", "a,b\r\n1,2,3\r\n", "a\r\n=1\r\n", "a\r\n\"\n=1\"\r\n",
                    "a\r\n\x01\r\n", "a\r\n\"1\"2\r\n", "a\r\n\uff1d1\r\n")

    def test_feeds(self):
        read_atom(FEED)
        for before, after in (("<content>x", "<content><b>x</b>"), ("<title>x", "<title>&x;"),
                              ("https:", "javascript:"), ("<entry ", "<entry onclick=\"x\" "),
                              ("<id>x</id>", ""), ("https://example.org/", "https://example.org/ x"),
                              ("<id>", "<script xmlns=\"http://www.w3.org/1999/xhtml\"/><id>")):
            self.refuse(read_atom, FEED.replace(before, after, 1))
        self.refuse(read_open_search, "<x/>", "")

    def test_headers(self):
        self.assertEqual(Suite.read_head(HEAD, False)[0], "200 OK")
        for before, after in ((b"\r\n\r\n", b"\r\nX-Evil: 1\r\n\r\n"), (b"Status: 200 OK\r\n", b""),
                              (b"\r\nContent-Type", b"\r\nStatus: 200 OK\r\nContent-Type"), (b"200", b"302"),
                              (b"200 OK", b"503 Service Unavailable"), (b"Length: 1", b"Length: 2"),
                              (b"text/html", b"text/html\x01"), (b"text/html", b""),
                              (b"text/html\r\n", b"text/html\n"), (b"200 OK", b"304 Not Modified")):
            with self.subTest(after=after), self.assertRaises(Fault):
                Suite.read_head(HEAD.replace(before, after, 1), False)

    def test_texts(self):
        self.assertEqual(shown("a\x01\x9b\ufffe\tb\ud800"), "a\tb")
        self.assertEqual(letters(" a\ufffd\n b\x00<"), "ab<")


if __name__ == "__main__":
    unittest.main()
