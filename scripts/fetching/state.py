"""What is remembered of a feed from one run to the next: its validators, a hash of it, and which of
its items need not be asked for again. A file a feed, so that damage costs one feed a second reading."""

import contextlib
import hashlib
import json
import os
from dataclasses import asdict, dataclass, field

from . import warc

VERSION = 1
# An item that has not stood in its feed for so many days is forgotten.
DAYS_KEPT = 400
MOST_TRIES = 5
FETCHED = -1
# What reading a damaged file may come to.
DAMAGE = (ValueError, TypeError, KeyError, AttributeError, RecursionError)


@dataclass
class FeedState:
    etag: str = ""
    modified: str = ""
    digest: str = ""  # of the feed as it was last kept
    kept_as: str = ""  # "feed", or "pages" when its items were wanted
    complete: bool = False  # nothing of the feed is left to be fetched
    items: dict = field(default_factory=dict)  # URL to [day number last seen, tries left or FETCHED]

    def settled(self, link):
        """Whether there is nothing to ask: it was fetched, or has failed often enough."""
        return self.items.get(link, [0, MOST_TRIES])[1] <= 0

    def settle(self, link, today):
        self.items[link] = [today, FETCHED]

    def fail(self, link, today):
        self.items[link] = [today, max(0, self.items.get(link, [0, MOST_TRIES])[1] - 1)]

    def see(self, link, today):
        if link in self.items:
            self.items[link][0] = today

    def forget_old(self, today):
        self.items = {link: item for link, item in self.items.items() if item[0] >= today - DAYS_KEPT}


class States:
    """In the folder `folder`, by the URL of the feed; `parts` is for files that are not whole."""

    def __init__(self, folder, parts):
        self._folder = folder
        self._parts = parts

    def load(self, url):
        """The state of a feed, and whether it was damaged, which makes it an empty one."""
        try:
            return self._read(self._path(url), url), False
        except FileNotFoundError:
            return FeedState(), False
        except DAMAGE:
            return FeedState(), True

    def fetched_links(self):
        """Those of all feeds, which overlap."""
        links = set()
        for name in os.listdir(self._folder):
            if name.endswith(".json"):
                with contextlib.suppress(*DAMAGE):
                    items = self._read(os.path.join(self._folder, name)).items
                    links.update(link for link, item in items.items() if item[1] == FETCHED)
        return links

    def _read(self, path, url=None):
        with open(path, encoding="utf-8") as file:
            return _from_json(json.load(file), url)

    def save(self, url, state):
        part = os.path.join(self._parts, "state")
        with open(part, "w", encoding="utf-8") as file:
            json.dump({"version": VERSION, "url": url, **asdict(state)}, file, ensure_ascii=False)
            file.write("\n")
            file.flush()
            os.fsync(file.fileno())
        os.replace(part, self._path(url))
        warc.sync_folder(self._folder)

    def _path(self, url):
        return os.path.join(self._folder, hashlib.sha256(url.encode()).hexdigest()[:16] + ".json")


def _from_json(value, url):
    """`url` is that of the feed, or None."""
    version, whose = value.pop("version"), value.pop("url")
    if version != VERSION or url not in (None, whose):
        raise ValueError("another version's, or another feed's")
    state = FeedState(**value)
    texts = (state.etag, state.modified, state.digest, state.kept_as)
    if not all(isinstance(text, str) for text in texts) or not isinstance(state.complete, bool):
        raise ValueError("not a state")
    for item in state.items.values():
        day, tries = item
        if type(day) is not int or type(tries) is not int or not FETCHED <= tries <= MOST_TRIES:
            raise ValueError("not an item")
    return state
