"""One feed from the first request to files on the disk."""

import datetime
import fcntl
import hashlib
import os
import re
import shutil
from dataclasses import dataclass

from . import Failure, PutOff, Refused, links, printable, urls, warc
from .state import States

# Those by which the indexer finds a reader for a record of a WARC file; where a server does not tell the
# type, the end of the address may.
FORMATS = {"text/html", "application/xhtml+xml", "text/plain", "text/markdown", "text/csv", "application/pdf",
           "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
           "application/vnd.oasis.opendocument.text", "message/rfc822", "application/json",
           "application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/xml",
           "text/xml", ""}
UNTOLD = {"application/octet-stream", "binary/octet-stream", "application/download",
          "application/force-download", "application/x-download", "unknown/unknown", "no-type"}
ENDINGS = (".asp", ".aspx", ".atom", ".csv", ".docm", ".docx", ".eml", ".fodt", ".htm", ".html",
           ".json", ".jsonl", ".markdown", ".mbox", ".md", ".ndjson", ".odt", ".ott", ".pdf", ".php",
           ".rdf", ".rss", ".shtml", ".text", ".tsv", ".txt", ".xhtml", ".xml")
ACCEPT_FEED = ("Accept: application/rss+xml, application/atom+xml, application/xml;q=0.9, "
               "text/xml;q=0.9, */*;q=0.1")
ACCEPT_PAGE = ("Accept: text/html, application/xhtml+xml, application/pdf;q=0.9, text/plain;q=0.8, "
               "*/*;q=0.1")
# What a validator may hold when it is sent back.
ETAG = re.compile(r'(?:W/)?"[\x21\x23-\x7e]{0,500}"')
HTTP_DATE = re.compile(r"[A-Z][a-z]{2}, [0-9]{2} [A-Z][a-z]{2} [0-9]{4} [0-9:]{8} GMT")


class OtherFormat(Failure):
    """A page of a format that no reader knows."""


class Locked(Exception):
    """Another run holds the folder."""


@dataclass
class Summary:
    """`feed` is "new", "same" (the bytes are), "unmodified" (the server says so) or "failed";
    the others count items."""
    feed: str = "failed"
    items: int = 0
    known: int = 0
    fetched: int = 0
    refused: int = 0
    failed: int = 0
    left: int = 0

    def __str__(self):
        return " ".join(f"{name}={value}" for name, value in vars(self).items())


class Folder:
    """Where a run writes, locked for its time: dated folders, and what begins with a point, which
    the indexer passes over."""

    def __init__(self, path):
        self.path = path
        own = os.path.join(path, ".state")
        self.parts = os.path.join(own, "parts")
        warc.make_folder(own)
        self._lock = open(os.path.join(own, "lock"), "a", encoding="ascii")  # held until the end
        try:
            fcntl.flock(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise Locked from None
        # What a run that was killed has left.
        shutil.rmtree(self.parts, ignore_errors=True)
        warc.make_folder(self.parts)
        self.states = States(own, self.parts)

    def free_name(self, source, day, stem):
        """A path in the folder of the source and day that no file has."""
        folder = os.path.join(self.path, source, day)
        number = 1
        while True:
            suffix = f"-{number}" if number > 1 else ""
            path = os.path.join(folder, f"{stem}{suffix}.warc.gz")
            if not os.path.lexists(path):
                return path
            number += 1


class Fetcher:
    """`visit` is as Visitor.visit, `day` the date of the folder, `warn` is called with a URL and a
    Failure for what does not fail a feed."""

    def __init__(self, folder, visit, clock, day, settings, warn):
        self._folder = folder
        self._visit = visit
        self._clock = clock
        self._day = day
        self._settings = settings  # items, max_items, schemes, agent
        self._warn = warn
        self._fetched = folder.states.fetched_links()  # of any feed

    def fetch(self, feed, summary):
        """Fetches a Feed and, if they are wanted, its new items, and notes what became of them in
        `summary`. Throws Failure, after what could be had is kept."""
        states = self._folder.states
        state, damaged = states.load(str(feed.url))
        if damaged:
            self._warn(feed.url, Failure("what was remembered of it is damaged; it is read anew"))
        kept_as = "pages" if self._settings.items else "feed"
        if state.kept_as != kept_as:
            state.digest, state.complete, state.kept_as = "", False, kept_as
        answer = self._visit(feed.url, [ACCEPT_FEED, *_conditions(state)])
        if answer.status == 304 and state.complete:
            summary.feed = "unmodified"
            return
        if answer.status != 200:
            raise Failure(f"status {answer.status}")
        reading = links.read(answer.body)
        summary.feed = self._keep_feed(feed, answer, state, reading)
        state.etag, state.modified, state.complete = "", "", False
        try:
            if self._settings.items:
                self._fetch_items(feed, self._resolved(reading, answer.url, summary), state, summary)
            state.complete = not summary.left and not reading.problem
            if state.complete:
                state.etag, state.modified = _validators(answer)
        finally:
            state.forget_old(self._today())
            states.save(str(feed.url), state)
        self._judge(reading, summary)

    def _judge(self, reading, summary):
        if reading.problem:
            summary.feed = "failed"
            raise Failure(reading.problem, "what was received is kept")
        if summary.failed and not summary.fetched:
            raise Failure(f"none of {summary.failed} new items could be fetched", "-v tells why")

    def _keep_feed(self, feed, answer, state, reading):
        """As a release only where its items' pages are not: of a release that stands in both the
        index would show either. Hidden it is kept all the same."""
        digest = hashlib.sha256(answer.body).hexdigest()
        if digest == state.digest:
            return "same"
        archive = self._archive(feed, "feed")
        archive.add(answer, self._clock.now())
        hidden = "." if self._settings.items or reading.is_page else ""
        archive.commit(self._folder.free_name(feed.name, self._day, hidden + _stem("feed", feed)))
        state.digest = digest
        return "new"

    def _archive(self, feed, name):
        information = [("software", self._settings.agent), ("format", "WARC File Format 1.1"),
                       ("isPartOf", feed.name), ("description", f"feed {feed.url}"),
                       ("robots", "obeyed"), ("http-header-user-agent", self._settings.agent)]
        return warc.WarcFile(os.path.join(self._folder.parts, name), information, self._clock.now())

    def _resolved(self, reading, base, summary):
        found = {}
        for bases, link in reading.links:
            try:
                found[self._item_url(bases, link, base)] = None
            except Refused as refused:
                summary.items += 1
                summary.refused += 1
                self._warn(base, refused)
        summary.items += len(found)
        return list(found)

    def _item_url(self, bases, link, base):
        for each in bases:
            base = urls.parse(each, base, ("https", "http"))
        url = urls.parse(link, base, ("https", "http"))
        if url.scheme in self._settings.schemes:
            return url
        # A link that was written before its site had https.
        port = urls.PORTS["https"] if url.port == urls.PORTS["http"] else url.port
        return url._replace(scheme="https", port=port)

    def _fetch_items(self, feed, items, state, summary):
        archive = self._archive(feed, "pages")
        fetched, asked = set(), 0
        try:
            for url in items:
                link = str(url)
                state.see(link, self._today())
                if link in self._fetched:
                    state.settle(link, self._today())
                if state.settled(link) or link in fetched:
                    summary.known += 1
                elif asked >= self._settings.max_items:
                    summary.left += 1
                else:
                    asked += self._fetch_item(url, archive, fetched, state, summary)
        finally:
            self._keep_pages(feed, archive, fetched, state)

    def _keep_pages(self, feed, archive, fetched, state):
        """Links count as fetched when the file has its name, and not if that fails."""
        if archive.records:
            archive.commit(self._folder.free_name(feed.name, self._day, _stem("pages", feed)))
        else:
            archive.discard()
        for link in fetched:
            state.settle(link, self._today())
        self._fetched |= fetched

    def _fetch_item(self, url, archive, fetched, state, summary):
        """Whether a server was asked. Adds to the set `fetched` the links to a page that the archive
        has."""
        try:
            answer = self._visit(url, [ACCEPT_PAGE], _check_format)
            if answer.status != 200:
                raise Failure(f"status {answer.status}")
            if not answer.body:
                raise Failure("a page without a byte")
        except Failure as failure:
            self._note_failure(url, failure, state, summary)
            self._warn(url, failure)
            # A name without an address has taken its time too.
            return bool(failure.asked) or not isinstance(failure, (Refused, PutOff))
        # Several links may lead to one page.
        page = str(answer.url)
        if page not in self._fetched and page not in fetched:
            archive.add(answer, self._clock.now())
        fetched |= {str(url), page}
        summary.fetched += 1
        return True

    def _note_failure(self, url, failure, state, summary):
        link, today = str(url), self._today()
        if isinstance(failure, PutOff):
            summary.left += 1
        elif isinstance(failure, OtherFormat):
            state.settle(link, today)
            summary.refused += 1
        elif isinstance(failure, Refused):
            # Behind a redirect this has cost a request, and will again.
            if url in failure.asked:
                state.fail(link, today)
            summary.refused += 1
        else:
            state.fail(link, today)
            summary.failed += 1
            summary.left += not state.settled(link)

    def _today(self):
        return datetime.date.fromisoformat(self._day).toordinal()


def _stem(kind, feed):
    """Two feeds may have one source."""
    return f"{kind}-{hashlib.sha256(str(feed.url).encode()).hexdigest()[:8]}"


def _check_format(url, answer):
    kind = answer.media_type
    path = url.target.partition("?")[0].lower()
    known = kind in FORMATS or (kind in UNTOLD and path.endswith(ENDINGS))
    if answer.status == 200 and not known:
        raise OtherFormat(f"a format that no reader knows: {printable(kind)}")


def _validators(answer):
    etag, modified = answer.value("etag"), answer.value("last-modified")
    return (etag if ETAG.fullmatch(etag) else "", modified if HTTP_DATE.fullmatch(modified) else "")


def _conditions(state):
    if not state.complete:
        return
    if ETAG.fullmatch(state.etag):
        yield f"If-None-Match: {state.etag}"
    if HTTP_DATE.fullmatch(state.modified):
        yield f"If-Modified-Since: {state.modified}"
