#!/usr/bin/env python3
"""Writes a release in each format that the indexer reads.

usage: sample_files.py FOLDER

Prints a line a release: the path of its file in FOLDER, its title, date and language, with tabs
between them. Each release is found by its title. The same files are what mutate.py starts from.
"""

import email.message
import email.policy
import gzip
import io
import json
import lzma
import pathlib
import sys
import tarfile
import zipfile
from xml.sax.saxutils import escape


class Release:
    def __init__(self, city, hindi_city, day):
        self.city = city
        self.hindi_city = hindi_city
        self.date = f"2023-10-{day:02}"
        self.day = day

    @property
    def english(self):
        return (f"Foreign Secretary visits {self.city}",
                [f"The Foreign Secretary held consultations with officials in {self.city} on trade, "
                 "connectivity and the security of shipping, the Ministry said.",
                 "Both sides agreed to meet again before the end of the year, and to open a direct "
                 "air link as soon as the agreement on air services is signed."])

    @property
    def hindi(self):
        return (f"विदेश सचिव की {self.hindi_city} यात्रा",
                [f"विदेश सचिव ने {self.hindi_city} में अधिकारियों के साथ व्यापार, संपर्क और समुद्री सुरक्षा पर "
                 "बातचीत की, मंत्रालय ने यह जानकारी दी।",
                 "दोनों पक्ष वर्ष के अंत से पहले फिर मिलने और विमान सेवा समझौते पर हस्ताक्षर होते ही सीधी उड़ान "
                 "शुरू करने पर सहमत हुए।"])


def page(title, paragraphs, date, lang):
    body = "".join(f"<p>{escape(each)}</p>\n" for each in paragraphs)
    return f"""<!DOCTYPE html>
<html lang="{lang}"><head><meta charset="utf-8"><title>{escape(title)} | Ministry</title>
<meta property="og:title" content="{escape(title)}">
<meta property="article:published_time" content="{date}T10:00:00+05:30"></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/about">About us</a></li></ul></nav>
<main><h1>{escape(title)}</h1>
{body}</main>
<footer><a href="/privacy">Privacy policy</a> <a href="/terms">Terms of use</a></footer></body></html>
"""


def rss(title, paragraphs, date):
    body = "".join(f"<p>{each}</p>" for each in paragraphs)
    day = int(date[-2:])
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>Ministry</title><link>https://example.org/</link><description>Releases</description>
<item><title>{escape(title)}</title><link>https://example.org/releases/{date}</link>
<pubDate>{day:02} Oct 2023 10:00:00 +0530</pubDate>
<content:encoded><![CDATA[{body}]]></content:encoded></item></channel></rss>
"""


def atom(title, paragraphs, date):
    text = escape(" ".join(paragraphs))
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title>Ministry</title><id>urn:x:feed</id>
<updated>{date}T10:00:00Z</updated><entry><title>{escape(title)}</title><id>urn:x:{date}</id>
<published>{date}T10:00:00Z</published><updated>{date}T11:00:00Z</updated>
<content type="text">{text}</content></entry></feed>
"""


def pdf(title, paragraphs):
    lines = [title, ""]
    for paragraph in paragraphs:
        line = ""
        for word in paragraph.split():
            if len(line) + len(word) > 80:
                lines.append(line)
                line = ""
            line += (" " if line else "") + word
        lines += [line, ""]
    shown = "".join(f"({each}) Tj T*\n" for each in lines)
    content = f"BT /F1 11 Tf 14 TL 72 760 Td\n{shown}ET".encode("ascii")
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R "
        b"/Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    out = io.BytesIO(b"%PDF-1.4\n")
    out.seek(0, io.SEEK_END)
    places = []
    for number, each in enumerate(objects, 1):
        places.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, each))
    start = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    for place in places:
        out.write(b"%010d 00000 n \n" % place)
    out.write(b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n"
              % (len(objects) + 1, start))
    return out.getvalue()


def zipped(entries):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries:
            archive.writestr(zipfile.ZipInfo(name, (2023, 10, 1, 0, 0, 0)), content)
    return out.getvalue()


def docx(title, paragraphs, date):
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    body = (f'<w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr><w:r><w:t>{escape(title)}</w:t></w:r></w:p>'
            + "".join(f"<w:p><w:r><w:t>{escape(each)}</w:t></w:r></w:p>" for each in paragraphs))
    return zipped([
        ("[Content_Types].xml",
         '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'),
        ("word/document.xml",
         f'<?xml version="1.0"?><w:document xmlns:w="{space}"><w:body>{body}</w:body></w:document>'),
        ("docProps/core.xml",
         '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
         'core-properties" xmlns:dcterms="http://purl.org/dc/terms/">'
         f"<dcterms:created>{date}T10:00:00Z</dcterms:created></cp:coreProperties>"),
    ])


def odt(title, paragraphs, date):
    office = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
    text = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
    meta = "urn:oasis:names:tc:opendocument:xmlns:meta:1.0"
    body = (f'<text:h text:outline-level="1">{escape(title)}</text:h>'
            + "".join(f"<text:p>{escape(each)}</text:p>" for each in paragraphs))
    return zipped([
        ("mimetype", "application/vnd.oasis.opendocument.text"),
        ("content.xml",
         f'<?xml version="1.0"?><office:document-content xmlns:office="{office}" '
         f'xmlns:text="{text}"><office:body><office:text>{body}</office:text></office:body>'
         "</office:document-content>"),
        ("meta.xml",
         f'<?xml version="1.0"?><office:document-meta xmlns:office="{office}" xmlns:meta="{meta}">'
         f"<office:meta><meta:creation-date>{date}T10:00:00</meta:creation-date></office:meta>"
         "</office:document-meta>"),
    ])


def mail(title, paragraphs, date):
    message = email.message.EmailMessage(policy=email.policy.SMTP)
    message["Subject"] = title
    message["From"] = "Press Office <press@example.org>"
    message["Date"] = f"{int(date[-2:]):02} Oct 2023 10:00:00 +0530"
    message["Message-ID"] = f"<{date}@example.org>"
    message.set_content("\n\n".join(paragraphs))
    return message.as_bytes()


def warc(title, paragraphs, date, lang):
    body = page(title, paragraphs, date, lang).encode("utf-8")
    answer = (b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n"
              b"Content-Length: %d\r\n\r\n" % len(body)) + body
    head = ("WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:0>\r\n"
            f"WARC-Target-URI: https://example.org/warc/{date}\r\nWARC-Date: 2024-01-01T00:00:00Z\r\n"
            "Content-Type: application/http; msgtype=response\r\n"
            f"Content-Length: {len(answer)}\r\n\r\n")
    return head.encode("ascii") + answer + b"\r\n\r\n"


def plain(title, paragraphs, date):
    return f"Date: {date}\n\n{title}\n" + "\n".join(paragraphs) + "\n"


def record(title, paragraphs, date):
    return {"title": title, "date": date, "text": "\n".join(paragraphs)}


def table(separator, title, paragraphs, date):
    cells = ('"' + " ".join(paragraphs).replace('"', '""') + '"')
    return (f"title{separator}date{separator}text\n"
            f'"{title}"{separator}{date}{separator}{cells}\n')


def tarred(name, content):
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w:gz") as archive:
        entry = tarfile.TarInfo(name)
        entry.size = len(content)
        archive.addfile(entry, io.BytesIO(content))
    return out.getvalue()


def samples():
    """(path, bytes, title, date, lang) of each file; each has a place of its own to be found by."""
    cities = [("Kathmandu", "काठमांडू"), ("Thimphu", "थिम्पू"), ("Colombo", "कोलंबो"), ("Dhaka", "ढाका"),
              ("Male", "माले"), ("Tashkent", "ताशकंद"), ("Bishkek", "बिश्केक"), ("Nairobi", "नैरोबी"),
              ("Hanoi", "हनोई"), ("Manila", "मनीला"), ("Jakarta", "जकार्ता"), ("Lisbon", "लिस्बन"),
              ("Oslo", "ओस्लो"), ("Vienna", "वियना"), ("Prague", "प्राग"), ("Athens", "एथेंस"),
              ("Ottawa", "ओटावा"), ("Lima", "लीमा"), ("Cairo", "काहिरा"), ("Tehran", "तेहरान"),
              ("Baghdad", "बगदाद"), ("Ankara", "अंकारा"), ("Warsaw", "वारसॉ")]
    places = [Release(city, hindi, day) for day, (city, hindi) in enumerate(cities, 1)]
    makers = [
        ("page.en.html", "en", lambda t, p, d: page(t, p, d, "en").encode()),
        ("page.hi.html", "hi", lambda t, p, d: page(t, p, d, "hi").encode()),
        ("feed.rss", "hi", lambda t, p, d: rss(t, p, d).encode()),
        ("feed.atom", "en", lambda t, p, d: atom(t, p, d).encode()),
        ("release-{date}.pdf", "en", lambda t, p, d: pdf(t, p)),
        ("release.docx", "hi", docx),
        ("release.odt", "en", odt),
        ("letter.eml", "hi", mail),
        ("letters.mbox", "en",
         lambda t, p, d: b"From press@example.org Tue Oct 17 10:00:00 2023\n"
         + mail(t, p, d).replace(b"\r\n", b"\n") + b"\n"),
        ("table.csv", "hi", lambda t, p, d: table(",", t, p, d).encode()),
        ("table.tsv", "en", lambda t, p, d: table("\t", t, p, d).encode("utf-16")),
        ("array.json", "hi", lambda t, p, d: json.dumps([record(t, p, d)]).encode()),
        ("lines.jsonl", "en", lambda t, p, d: json.dumps(record(t, p, d)).encode() + b"\n"),
        ("notes.md", "hi",
         lambda t, p, d: f"---\ndate: {d}\n---\n\n# {t}\n\n{p[0]}\n\n{p[1]}\n".encode()),
        ("crawl.warc", "en", lambda t, p, d: warc(t, p, d, "en")),
        ("crawl.warc.gz", "hi", lambda t, p, d: gzip.compress(warc(t, p, d, "hi"), mtime=0)),
        ("plain.txt", "hi", lambda t, p, d: plain(t, p, d).encode()),
        ("wide.txt", "hi", lambda t, p, d: plain(t, p, d).encode("utf-16")),
        ("western.txt", "en", lambda t, p, d: plain(t, p, d).replace("agreement", "café").encode(
            "cp1252")),
        ("zipped.txt.gz", "en", lambda t, p, d: gzip.compress(plain(t, p, d).encode(), mtime=0)),
        ("squeezed.txt.xz", "hi", lambda t, p, d: lzma.compress(plain(t, p, d).encode())),
        ("folder.zip", "en", lambda t, p, d: zipped([("2023/a.txt", plain(t, p, d))])),
        ("folder.tar.gz", "hi", lambda t, p, d: tarred("2023/b.txt", plain(t, p, d).encode())),
    ]
    for place, (name, lang, make) in zip(places, makers, strict=True):
        title, paragraphs = place.english if lang == "en" else place.hindi
        yield (name.format(date=place.date), make(title, paragraphs, place.date), title, place.date,
               lang)


def main():
    folder = pathlib.Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for name, content, title, date, lang in samples():
        (folder / name).write_bytes(content)
        print(name, title, date, lang, sep="\t")


if __name__ == "__main__":
    main()
