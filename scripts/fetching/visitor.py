"""Asks servers politely: by their robots.txt, one request at a time, with a pause before the next one
to the same host, and not again in this run when a host asks for a pause that is too long."""

import datetime
import email.utils
import re
import time

from . import Failure, PutOff, Refused, Stopped, addresses, robots, urls

MOST_REDIRECTS = 5
REDIRECTS = (301, 302, 303, 307, 308)
# Of Retry-After without a time that we understand.
USUAL_PAUSE = 5.0


class Clock:
    """Time, and sleep that a request to stop ends. Tests have one of their own."""

    def __init__(self):
        self.stopped = False  # set by handlers of signals

    def now(self):
        return datetime.datetime.now(datetime.timezone.utc)

    def seconds(self):
        return time.monotonic()

    def sleep(self, seconds):
        end = self.seconds() + seconds
        while not self.stopped and self.seconds() < end:
            time.sleep(min(0.2, max(0.0, end - self.seconds())))
        if self.stopped:
            raise Stopped


class Visitor:
    """`get` is as Curl.get; `limits` has delay, max_wait and run_seconds in seconds, max_size and
    max_total in bytes, and allow_private."""

    def __init__(self, get, limits, clock, resolve=addresses.allowed):
        self._get = get
        self._limits = limits
        self._clock = clock
        self._resolve = resolve
        self._end = clock.seconds() + limits.run_seconds
        self._left = limits.max_total
        self._addresses = {}
        self._rules = {}
        self._last = {}  # when the last request to a host ended
        self._asked = []  # in this visit
        self._pausing = set()  # hosts that are left alone

    def visit(self, url, fields=(), wanted=None):
        """The answer at the end of the redirects from `url`, whatever its status. `fields` and
        `wanted` as Curl.get has them. Throws Failure, or one of its kinds."""
        self._asked = []
        try:
            return self._follow(url, fields, wanted, self._permit)
        except Failure as failure:
            failure.asked = tuple(self._asked)
            raise

    def _follow(self, url, fields, wanted, permit):
        hops = [url]
        while True:
            delay = permit(url)
            answer = self._ask(url, delay, fields, wanted)
            if answer.status not in REDIRECTS or not answer.value("location"):
                answer.hops = hops
                return answer
            if len(hops) > MOST_REDIRECTS:
                raise Failure(f"more than {MOST_REDIRECTS} redirects")
            # Fields of a header are bytes; those that are not ASCII are mostly meant as UTF-8.
            place = answer.value("location").encode("iso-8859-1").decode("utf-8", "surrogateescape")
            url = urls.parse(place, url, (url.scheme,))
            hops.append(url)

    def _permit(self, url):
        """How long to wait between requests by the host's robots.txt. Throws Refused when it forbids
        this one, PutOff when it cannot be read."""
        self._addresses_of(url)
        if url.origin not in self._rules:
            self._rules[url.origin] = self._read_rules(url)
        rules = self._rules[url.origin]
        if rules is robots.NOTHING:
            raise PutOff(f"robots.txt of {url.host} cannot be read, which forbids all")
        if not rules.allows(url.target):
            raise Refused(f"robots.txt of {url.host} forbids it")
        return rules.delay

    def _read_rules(self, url):
        """RFC 9309, section 2.3.1: none is a permission, one that cannot be read is not."""
        place = url._replace(target="/robots.txt")
        try:
            answer = self._follow(place, (), None, lambda hop: self._addresses_of(hop) and 0.0)
        except PutOff:
            raise
        except Failure:
            return robots.NOTHING
        if 200 <= answer.status < 300:
            return robots.read(answer.body)
        return robots.EVERYTHING if 400 <= answer.status < 500 else robots.NOTHING

    def _addresses_of(self, url):
        place = (url.host, url.port)
        if place not in self._addresses:
            try:
                self._addresses[place] = self._resolve(url, self._limits.allow_private)
            except Failure as failure:  # a name server that does not answer takes its time
                self._addresses[place] = failure
        if isinstance(self._addresses[place], Failure):
            raise self._addresses[place]
        return self._addresses[place]

    def _ask(self, url, delay, fields, wanted):
        """Once more after a pause that the server asks for, if it is short."""
        for last in (False, True):
            self._take_turn(url, delay)
            answer = self._send(url, fields, wanted)
            if answer.status not in (429, 503):
                return answer
            pause = pause_asked(answer, self._clock.now())
            if pause is None and answer.status == 503:
                return answer
            if last or (USUAL_PAUSE if pause is None else pause) > self._limits.max_wait:
                break
            self._clock.sleep(USUAL_PAUSE if pause is None else pause)
        self._pausing.add(url.host)
        raise PutOff(f"{url.host} asks for a pause (status {answer.status})")

    def _take_turn(self, url, delay):
        if url.host in self._pausing:
            raise PutOff(f"{url.host} has asked for a pause")
        wait = 0.0
        if url.host in self._last:
            wait = self._last[url.host] + max(delay, self._limits.delay) - self._clock.seconds()
        if wait > self._limits.max_wait:
            raise PutOff(f"{url.host} wants {delay:.0f} seconds between requests",
                         "--max-wait sets how long to wait")
        if self._clock.seconds() + wait >= self._end:
            raise PutOff("the time of this run is over", "--max-minutes sets it")
        if wait > 0:
            self._clock.sleep(wait)

    def _send(self, url, fields, wanted):
        if self._left <= 0:
            raise PutOff("this run has fetched as much as it may", "--max-total sets the limit")
        limit = min(self._limits.max_size, self._left)
        self._asked.append(url)
        try:
            answer = self._get(url, self._addresses_of(url), fields, limit, wanted)
            self._left -= answer.received
            return answer
        except Failure as failure:
            self._left -= failure.received
            raise
        finally:
            self._last[url.host] = self._clock.seconds()


def pause_asked(answer, now):
    """The seconds of Retry-After, which may be a date; None when there is none to be understood."""
    value = answer.value("retry-after").strip()
    if re.fullmatch("[0-9]{1,9}", value):
        return float(value)
    try:
        until = email.utils.parsedate_to_datetime(value)
        if until.tzinfo is None:
            until = until.replace(tzinfo=datetime.timezone.utc)
        return max(0.0, (until - now).total_seconds())
    except (TypeError, ValueError, IndexError, OverflowError):
        return None
