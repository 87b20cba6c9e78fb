#!/usr/bin/env python3
"""scripts/fetch-feed asks only what it may, and only when it may: addresses, robots.txt, pauses."""

import datetime
import signal
import sys
import tempfile
import types
import unittest
import unittest.mock
from pathlib import Path

import feed_server

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "scripts"))
from fetching import Failure, PutOff, Refused, addresses, robots, transfer, urls, visitor  # noqa: E402

NOW = datetime.datetime(2026, 11, 26, 12, 0, 0, tzinfo=datetime.timezone.utc)
BOTH = ("https", "http")


class Urls(unittest.TestCase):
    def test_one_spelling(self):
        base = urls.parse("https://a.example.org/b/c?d")
        for text, wanted in {
                "https://A.Example.ORG": "https://a.example.org/",
                "https://a.example.org:443/": "https://a.example.org/",
                "https://a.example.org.:8443/": "https://a.example.org:8443/",
                " \n/x#part ": "https://a.example.org/x",
                "../../x": "https://a.example.org/x",
                "https://b.example.org/a/./b/../../../c/..": "https://b.example.org/",
                "https://b.example.org//evil.example.org/..//x": "https://b.example.org///x",
                "?q=a b&r=ऊ": "https://a.example.org/b/c?q=a%20b&r=%E0%A4%8A",
                "/ऊ%E0%a4%8A": "https://a.example.org/%E0%A4%8A%E0%a4%8A",
                "//b.example.org/\\\"'<>": "https://b.example.org/%5C%22'%3C%3E",
                "https://उदाहरण.example.org/": "https://xn--p1b6ci4b4b3a.example.org/",
                "https://[2001:DB8::0:1]/": "https://[2001:db8::1]/",
                "https://a.example.org/?": "https://a.example.org/",
                "HTTPS://a.example.org/": "https://a.example.org/"}.items():
            with self.subTest(text):
                self.assertEqual(str(urls.parse(text, base)), wanted)

    def test_what_is_refused(self):
        for text in ("http://a.example.org/", "file:///etc/passwd", "gopher://a.example.org/", "mailto:a@b",
                     "javascript:0", "https:///x", "https://", "", "x", "https://a@b.example.org/",
                     "https://a:b@c.example.org/", "https://a.example.org:x/", "https://a.example.org:65536/",
                     "https://a..example.org/", "https://-/", "https://a b/", "https://a\\b/", "https://[::1",
                     "https://[fe80::1%25eth0]/", "https://[v1.x]/", "https://a\nb.example.org/",
                     "https://a.example.org/\x00", "https://127.1/", "https://0x7f.0.0.1/", "https://2130706433/",
                     "https://0177.0.0.1/", "https://1.2.3.4.5/", "https://a.example.org/" + "x" * 2000,
                     "https://" + "a" * 64 + ".org/", "https://a.example.org\uff0fb/"):
            with self.subTest(text), self.assertRaises(Refused):
                urls.parse(text)

    def test_the_whole_address_has_a_longest_length(self):
        base = urls.parse("https://a.example.org/" + "x" * 1500 + "/")
        self.assertEqual(len(urls.parse("y" * (urls.LONGEST - 1502), base).target), urls.LONGEST)
        for text in ("y" * (urls.LONGEST - 1501), "?" + "y" * 1999, "ऊ" * 300):
            with self.subTest(text[:9]), self.assertRaises(Refused):
                urls.parse(text, base)

    def test_http_only_where_it_is_allowed(self):
        self.assertEqual(urls.parse("http://a.example.org:80/", None, BOTH).origin, "http://a.example.org")
        self.assertEqual(urls.parse("http://a.example.org:443/", None, BOTH).origin, "http://a.example.org:443")


class Addresses(unittest.TestCase):
    def test_public(self):
        for address, wanted in {
                "8.8.8.8": True, "2606:4700::1111": True, "127.0.0.1": False, "127.9.9.9": False, "10.0.0.1": False,
                "172.16.0.1": False, "192.168.1.1": False, "169.254.169.254": False, "100.64.0.1": False,
                "0.0.0.0": False, "224.0.0.1": False, "239.1.1.1": False, "255.255.255.255": False,
                "240.0.0.1": False, "::": False, "::1": False, "fe80::1": False, "fc00::1": False,
                "fec0::1": False, "ff0e::1": False, "::ffff:127.0.0.1": False, "::ffff:8.8.8.8": True,
                "64:ff9b::7f00:1": False, "64:ff9b::808:808": True, "2002:7f00:1::": False,
                "2001:0:1::": False}.items():
            with self.subTest(address):
                self.assertEqual(addresses.is_public(address), wanted)

    def test_only_what_was_looked_at_is_connected_to(self):
        def resolve(*_, **__):
            return [(0, 0, 0, "", (each, 443)) for each in found]
        url = urls.parse("https://a.example.org/")
        found = ["10.0.0.1", "8.8.8.8", "fe80::1%eth0", "8.8.8.8"]
        self.assertEqual(addresses.allowed(url, False, resolve), ["8.8.8.8"])
        self.assertEqual(addresses.allowed(url, True, resolve), ["10.0.0.1", "8.8.8.8"])
        found = ["10.0.0.1", "::1"]
        self.assertRaises(Refused, addresses.allowed, url, False, resolve)
        found = ["8.8.8.8"]
        for port, refused in {22: True, 25: True, 80: False, 8080: False}.items():
            with self.subTest(port):
                if refused:
                    self.assertRaises(Refused, addresses.allowed, url._replace(port=port), False, resolve)
                else:
                    addresses.allowed(url._replace(port=port), False, resolve)

    def test_a_name_without_address_is_a_failure(self):
        def resolve(*_, **__):
            raise OSError
        with self.assertRaises(Failure) as raised:
            addresses.allowed(urls.parse("https://a.example.org/"), False, resolve)
        self.assertNotIsInstance(raised.exception, Refused)


class Pinning(unittest.TestCase):
    """curl connects where it is told to, whatever a name means by then."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.server = feed_server.Server(folder.name)
        self.addCleanup(self.server.close)
        self.curl = transfer.Curl("Vigyapti", 60, folder.name)

    def get(self, host, *found):
        url = urls.parse(f"http://{host}:{self.server.port}/robots.txt", None, BOTH)
        return self.curl.get(url, found)

    def test_a_name_has_the_addresses_that_were_looked_at(self):
        # No name server knows the first, and the second would mean 127.0.0.1.
        for host, found in (("publisher.invalid", "127.0.0.2"), ("localhost", "127.0.0.3")):
            with self.subTest(host):
                answer = self.get(host, found)
                self.assertEqual((answer.status, answer.address), (404, found))
        self.assertEqual([request["host"] for request in self.server.requests],
                         ["publisher.invalid", "localhost"])

    def test_an_answer_from_elsewhere_is_not_taken(self):
        with unittest.mock.patch.object(self.curl, "_command", lambda url, found, fields, header: [
                "curl", "--silent", "--dump-header", header, "--write-out", "%{stderr}\n%{json}",
                "--url", str(url)]):
            self.assertEqual(self.get("127.0.0.1", "127.0.0.1").status, 404)
            with self.assertRaises(Failure) as raised:
                self.get("127.0.0.1", "127.0.0.2")
        self.assertIn("was not checked", raised.exception.what)

    def test_a_curl_that_does_not_start_costs_one_answer(self):
        # More than the system takes as an argument.
        with unittest.mock.patch.object(self.curl, "_command", lambda *_: ["curl", "x" * 1_000_000]):
            with self.assertRaises(Failure) as raised:
                self.get("127.0.0.1", "127.0.0.1")
        self.assertIn("curl cannot be started: Argument list too long", raised.exception.what)
        self.assertEqual(self.get("127.0.0.1", "127.0.0.1").status, 404)

    def test_how_curl_ended(self):
        for signal_, wanted in ((signal.SIGXFSZ, "header is too long"), (signal.SIGTERM, "ended by signal 15")):
            with self.subTest(signal_), self.assertRaises(Failure) as raised:
                transfer._checked(b"", -signal_, ["127.0.0.1"])
            self.assertIn(wanted, raised.exception.what)


class Robots(unittest.TestCase):
    def test_patterns(self):
        # The first ones are those of RFC 9309, section 2.2.3 and 5.
        for pattern, target, wanted in (
                ("/", "/any", True), ("/*.gif$", "/a.gif", True), ("/*.gif$", "/a.gif?x", False),
                ("/this/path/exactly$", "/this/path/exactly", True), ("/this/path/exactly$", "/this/path/exactly/", False),
                ("/this/*/exactly", "/this/and/that/exactly?x", True), ("/*", "/", True), ("/a*", "/b", False),
                ("/a*b*c$", "/abcbc", True), ("/a*b*c$", "/abcb", False), ("/a*a$", "/a", False), ("/a$b", "/a", False),
                ("*/x", "/a/x", True), ("/a**b", "/ab", True), ("/%61", "/a", True), ("/a%2fb", "/a/b", False),
                ("/a%2fb", "/a%2Fb", True), ("/ऊ", "/%e0%a4%8a", True), ("/a%20b", "/a%20b", True), ("/$", "/", True),
                ("/$", "/x", False)):
            with self.subTest(pattern=pattern, target=target):
                self.assertEqual(not robots.Rules([(pattern, False)]).allows(target), wanted)

    def test_the_longest_pattern_decides(self):
        rules = robots.Rules([("/example/page/", True), ("/example/page/disallowed.gif", False)])
        self.assertTrue(rules.allows("/example/page/"))
        self.assertFalse(rules.allows("/example/page/disallowed.gif"))
        self.assertTrue(robots.Rules([("/a", False), ("/a", True)]).allows("/a"))
        self.assertTrue(robots.NOTHING.allows("/robots.txt"))

    def test_a_hostile_pattern_takes_no_time(self):
        # By backtracking this would take longer than the test may run.
        rules = robots.Rules([("/" + "*a" * 5000 + "b$", False)] * 3)
        self.assertTrue(rules.allows("/" + "a" * 2000))

    def allowed(self, text, *targets):
        rules = robots.read(text.encode())
        return [rules.allows(target) for target in targets]

    def test_groups(self):
        for text, wanted in {
                "": [True, True],
                "User-agent: *\nDisallow: /a": [False, True],
                "User-agent: *\nDisallow: /\n\nUser-agent: Vigyapti\nDisallow: /b": [True, False],
                "User-agent: vigyapti\nDisallow: /a\nUser-agent: x\nDisallow: /b": [False, True],
                "user-agent:x\nUSER-AGENT:VIGYAPTI/2 (y)\ndisallow:/a#c\n\n\nDisallow: /b": [False, False],
                "User-agent: Vigyapti\nDisallow: /a\n\nUser-agent: Vigyapti\nDisallow: /b": [False, False],
                "User-agent: vigyapti-other\nDisallow: /": [True, True],
                "User-agent: Vigyapti\nDisallow:\n\nUser-agent: *\nDisallow: /": [True, True],
                "User-agent: Vigyapti\nSitemap: https://x/\nUser-agent: x\nDisallow: /a": [False, True],
                "Disallow: /\nUser-agent: *\nDisallow: /b": [True, False],
                "\ufeffUser-agent: *\r\nDisallow: /a\rDisallow: /b\r\n": [False, False],
                "<html>User-agent: *\nDisallow /\n: x\n": [True, True]}.items():
            with self.subTest(text):
                self.assertEqual(self.allowed(text, "/a", "/b"), wanted)

    def test_any_bytes_and_only_the_first(self):
        robots.read(bytes(range(256)) * 10)
        late = "#" * robots.MOST_BYTES + "\nUser-agent: *\nDisallow: /"
        self.assertEqual(self.allowed(late, "/a"), [True])

    def test_crawl_delay(self):
        for value, wanted in {"10": 10, "0.5": .5, "-1": 0, "x": 0, "inf": 0, "nan": 0, "1e999": 0}.items():
            with self.subTest(value):
                self.assertEqual(robots.read(f"User-agent: *\nCrawl-delay: {value}".encode()).delay, wanted)


class FakeClock:
    """Sleeps are noted, and let time pass."""

    def __init__(self):
        self.sleeps = []
        self.at = 1000.0

    def now(self):
        return NOW + datetime.timedelta(seconds=self.at - 1000)

    def seconds(self):
        return self.at

    def sleep(self, seconds):
        self.sleeps.append(seconds)
        self.at += seconds


class Visits(unittest.TestCase):
    """A server that is a table, of which each request takes a tenth of a second."""

    def setUp(self):
        self.clock = FakeClock()
        self.asked = []
        self.answers = {}
        self.limits = types.SimpleNamespace(delay=1.0, max_wait=60.0, run_seconds=10_000, max_size=1000,
                                            max_total=100_000, allow_private=False)

    def visit(self, *targets):
        """What becomes of these URLs, in their order: a status, or the kind of failure."""
        guest = visitor.Visitor(self.get, self.limits, self.clock, lambda url, private: [url.host])
        for target in targets:
            try:
                yield guest.visit(urls.parse(target)).status
            except Failure as failure:
                yield type(failure)

    def get(self, url, found, fields, limit, wanted):
        self.asked.append(str(url))
        self.assertEqual(found, [url.host])
        self.clock.at += .125
        answer = self.answers.get(str(url), 404)
        answer = answer.pop(0) if isinstance(answer, list) else answer
        if isinstance(answer, Exception):
            raise answer
        status, fields, body = answer if isinstance(answer, tuple) else (answer, {}, b"")
        return transfer.Answer(status, "", list(fields.items()), body, received=len(body), url=url)

    def robots(self, text, host="a"):
        self.answers[f"https://{host}.example/robots.txt"] = (200, {}, text.encode())

    def test_a_pause_between_requests_to_one_host(self):
        self.assertEqual(list(self.visit("https://a.example/1", "https://b.example/1", "https://a.example/2")),
                         [404, 404, 404])
        # robots.txt is asked for once a host, and the pause counts from it too. While b was asked and
        # waited for, a had its second.
        self.assertEqual(self.asked, ["https://a.example/robots.txt", "https://a.example/1",
                                      "https://b.example/robots.txt", "https://b.example/1", "https://a.example/2"])
        self.assertEqual(self.clock.sleeps, [1.0, 1.0])

    def test_crawl_delay_counts_if_it_is_longer(self):
        self.robots("User-agent: *\nCrawl-delay: 5")
        self.assertEqual(list(self.visit("https://a.example/1", "https://a.example/2")), [404, 404])
        self.assertEqual(self.clock.sleeps, [5.0, 5.0])
        self.robots("User-agent: *\nCrawl-delay: 0.1", "b")
        self.assertEqual(list(self.visit("https://b.example/1")), [404])
        self.assertEqual(self.clock.sleeps[2:], [1.0])

    def test_a_delay_that_is_too_long_leaves_the_host(self):
        self.robots("User-agent: *\nCrawl-delay: 61")
        self.assertEqual(list(self.visit("https://a.example/1", "https://b.example/1")), [PutOff, 404])

    def test_retry_after(self):
        for value, sleeps, wanted in (("7", [7.0], [200, 200]), ("60", [60.0], [200, 200]),
                                      ("61", [], [PutOff, PutOff]), ("x", [5.0], [200, 200]),
                                      ("Thu, 26 Nov 2026 12:00:30 GMT", [28.75], [200, 200]),
                                      ("Thu, 26 Nov 2026 11:00:00 GMT", [0.0, 1.0], [200, 200]),
                                      ("Fri, 26 Nov 2027 12:00:00 GMT", [], [PutOff, PutOff])):
            with self.subTest(value):
                self.setUp()
                self.answers = {"https://a.example/1": [(429, {"Retry-After": value}, b""), 200],
                                "https://a.example/2": 200}
                self.assertEqual(list(self.visit("https://a.example/1", "https://a.example/2")), wanted)
                # The first is between robots.txt and the page, the last between the pages.
                self.assertEqual(self.clock.sleeps[1:][:len(sleeps)], sleeps)

    def test_a_second_refusal_is_heeded(self):
        self.answers["https://a.example/1"] = [(503, {"Retry-After": "1"}, b"")] * 3
        self.assertEqual(list(self.visit("https://a.example/1", "https://a.example/2")), [PutOff, PutOff])
        self.assertEqual(self.asked.count("https://a.example/1"), 2)

    def test_a_server_in_disorder_has_its_status(self):
        self.answers["https://a.example/1"] = 503
        self.assertEqual(list(self.visit("https://a.example/1", "https://a.example/2")), [503, 404])

    def test_what_robots_txt_answers(self):
        for answer, wanted in ((404, 404), (403, 404), (500, PutOff), (503, PutOff), (Failure("x"), PutOff),
                               ((302, {"Location": "http://a.example/r"}, b""), PutOff),
                               ((302, {"Location": "/loop"}, b""), PutOff),
                               ((302, {"Location": "https://b.example/r"}, b""), Refused),
                               ([(429, {"Retry-After": "600"}, b"")], PutOff)):
            with self.subTest(str(answer)):
                self.setUp()
                self.answers = {"https://a.example/robots.txt": answer,
                                "https://a.example/loop": (302, {"Location": "/loop"}, b""),
                                "https://b.example/r": (200, {}, b"User-agent: *\nDisallow: /")}
                self.assertEqual(list(self.visit("https://a.example/1", "https://a.example/2")), [wanted] * 2)

    def test_redirects_ask_the_other_host_first(self):
        self.robots("User-agent: *\nDisallow: /secret", "b")
        self.answers["https://a.example/1"] = (301, {"Location": "//b.example/secret"}, b"")
        self.assertEqual(list(self.visit("https://a.example/1")), [Refused])
        self.assertNotIn("https://b.example/secret", self.asked)

    def test_a_failure_tells_what_was_asked(self):
        self.robots("User-agent: *\nDisallow: /secret", "b")
        self.answers["https://a.example/1"] = (301, {"Location": "//b.example/secret"}, b"")
        guest = visitor.Visitor(self.get, self.limits, self.clock, lambda url, private: [url.host])
        for target, wanted in (("//a.example/1", ["//a.example/robots.txt", "//a.example/1", "//b.example/robots.txt"]),
                               ("//b.example/secret", []), ("//b.example/secret/2", [])):
            with self.subTest(target), self.assertRaises(Refused) as raised:
                guest.visit(urls.parse("https:" + target))
            self.assertEqual([str(url) for url in raised.exception.asked], ["https:" + each for each in wanted])

    def test_the_run_has_an_end(self):
        self.limits.run_seconds = 3
        self.assertEqual(list(self.visit(*(f"https://a.example/{n}" for n in range(4)))), [404, 404, PutOff, PutOff])

    def test_a_failure_costs_what_it_has_received(self):
        self.limits.max_total = 1500
        large = Failure("x")
        large.received = 1500
        self.answers = {"https://a.example/1": [Failure("x")], "https://a.example/2": 200,
                        "https://a.example/3": [large]}
        self.assertEqual(list(self.visit(*(f"https://a.example/{n}" for n in range(1, 5)))),
                         [Failure, 200, Failure, PutOff])

    def test_the_run_has_a_size(self):
        self.limits.max_total = 1500
        self.answers = {f"https://a.example/{n}": (200, {}, b"x" * 700) for n in range(4)}
        self.assertEqual(list(self.visit(*(f"https://a.example/{n}" for n in range(4)))), [200, 200, 200, PutOff])


if __name__ == "__main__":
    unittest.main()
