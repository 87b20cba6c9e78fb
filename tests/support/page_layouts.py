#!/usr/bin/env python3
"""Writes pages in the manner of real content management systems, with labels.

usage: page_layouts.py FOLDER

Each layout is filled with releases of layout_texts.py in Hindi and English. FOLDER/pages.tsv says
what a reader should find, in the form of tests/golden/pages.tsv; FOLDER/fresh.tsv and
FOLDER/last.tsv the same of layouts that were measured before the reader was tuned on them.
"""
import html
import json
import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import more_page_layouts  # noqa: E402
from layout_texts import FURNITURE, RELEASES  # noqa: E402
from page_furniture import links, page, paragraphs  # noqa: E402


def wordpress(r, f):
    head = f"<title>{r['title']} – {f['site']}</title><meta property='og:title' content='{r['title']}'>" \
           f"<meta property='og:site_name' content='{f['site']}'>" \
           f"<meta property='article:published_time' content='{r['date']}T08:00:00+00:00'>"
    comments = "".join(f"<li class='comment even'><article class='comment-body'><footer>A reader</footer>"
                       f"<div class='comment-content'><p>{c}</p></div><a class='comment-reply-link' "
                       f"href='#'>Reply</a></article></li>" for c in f["comments"])
    return page(head, f"""<a class='skip-link screen-reader-text' href='#content'>{f['skip']}</a>
<header id='masthead' class='site-header'><p class='site-title'><a href='/'>{f['site']}</a></p>
<nav class='main-navigation'><ul>{links(f['nav'])}</ul></nav></header>
<div id='content' class='site-content'><main class='site-main'><article class='post type-post'>
<header class='entry-header'><h1 class='entry-title'>{r['title']}</h1><div class='entry-meta'>
<time class='entry-date published' datetime='{r['date']}'>{r['shown']}</time></div></header>
<div class='entry-content'>{paragraphs(r)}
<div class='sharedaddy'><h3>Share this:</h3><ul>{links(f['share'])}</ul></div></div>
<footer class='entry-footer'><span class='tags-links'>Tags: <a href=#>India</a></span></footer></article>
<div id='comments' class='comments-area'><h2>{f['comments_head']}</h2><ol>{comments}</ol>
<div id='respond'><h3>Leave a Reply</h3><p>Your email address will not be published.</p></div></div></main>
<aside id='secondary' class='widget-area'><section class='widget'><h2>{f['related_head']}</h2>
<ul>{links(f['related'])}</ul></section></aside></div>
<footer class='site-footer'>{f['footer']}</footer>""", r["lang"])


def drupal(r, f):
    graph = {"@context": "https://schema.org", "@graph": [
        {"@type": "NewsArticle", "headline": r["title"], "datePublished": r["date"],
         "publisher": {"@type": "Organization", "name": f["site"]}}]}
    return page(f"<title>{r['title']} | {f['site']}</title><script type='application/ld+json'>"
                f"{json.dumps(graph, ensure_ascii=False)}</script>", f"""
<div class='dialog-off-canvas-main-canvas'><header role='banner'><div class='region region-header'>
<a href='/'>{f['site']}</a></div></header><div class='region region-primary-menu'><ul class='menu'>
{links(f['nav'])}</ul></div><div class='region region-breadcrumb'><ol class='breadcrumb'>
<li><a href=/>Home</a></li><li>{r['title']}</li></ol></div>
<main role='main'><div class='layout-content'><h1 class='page-title'><span>{r['title']}</span></h1>
<div class='node__content'><div class='field field--name-body'>{paragraphs(r)}</div>
<div class='field field--name-field-image'><img src='/a.jpg' alt=''></div></div></div>
<div class='views-element-container block'><h2>{f['related_head']}</h2><div class='view-content'>""" +
                "".join(f"<div class='views-row'><h3><a href='/n/{i}'>{t}</a></h3><p>{f['teaser']}</p></div>"
                        for i, t in enumerate(f["related"])) +
                f"""</div></div></main><footer role='contentinfo'><p>{f['footer']}</p></footer></div>
<div class='eu-cookie-compliance-banner'><div class='popup-content'><h2>Cookies</h2><p>{f['cookie']}</p>
<button>Accept</button></div></div>""", r["lang"])


def aspnet(r, f):
    state = "d3d3LmV4YW1wbGU" * 300
    return page(f"<title>\r\n\t{f['site']}\r\n</title>", f"""
<form method='post' action='./PressReleasePage.aspx?PRID=19' id='form1'>
<input type='hidden' name='__VIEWSTATE' value='{state}'>
<div class='top-bar'><a href='#main'>{f['skip']}</a> <a href=#>A+</a> <a href=#>A</a> <a href=#>A-</a>
<select><option>English</option><option>हिंदी</option></select></div>
<table width='100%'><tr><td><img src='logo.png'><span>{f['site']}</span></td></tr></table>
<div id='menu1'><table><tr>{links(f['nav'], 'td')}</tr></table></div>
<div id='main' class='innner-page-main-about-us-content-right-part'>
<div class='MinistryNameSubhead'>{f['site']}</div>
<h2 id='Titleh2'>{r['title']}</h2>
<div class='ReleaseDateSubHeaddateTime'>{f['posted']} {r['shown']} 2:31PM</div>
{paragraphs(r, 'P')}<p align='center'>***</p><p>AKS/VK</p>
<span id='ReleaseId'>(Release ID: 1968417)</span><span>Visitor Counter : 112</span>
<div class='RelTag'><a href=#>Read this release in: Urdu</a></div></div>
<div class='footer'><a href=#>Terms</a> <a href=#>Copyright policy</a> {f['footer']}</div></form>""",
                r["lang"])


def bootstrap(r, f):
    return page(f"<title>{r['title']} :: {f['site']}</title><meta name='date' content='{r['date']}'>", f"""
<div class='cookie-notice fixed-bottom'><p>{f['cookie']}</p><a class='btn' href=#>OK</a></div>
<nav class='navbar navbar-expand-lg'><ul class='navbar-nav'>{links(f['nav'])}</ul></nav>
<div class='container'><div class='row'><div class='col-md-8'>
<h1 class='display-4'>{r['title']}</h1><p class='lead text-muted'>{r['place']}, {r['shown']}</p>
<div class='social-share'>{links(f['share'], 'span')}</div>
<img class='img-fluid' src='a.jpg'>{paragraphs(r)}</div>
<div class='col-md-4'><div class='card'><h5>{f['related_head']}</h5><ul class='list-group'>
{links(f['related'])}</ul></div><div class='card'><p>{f['newsletter']}</p><input type='email'></div></div>
</div></div><div class='bg-dark footer'><div class='container'><p>{f['footer']}</p></div></div>""", r["lang"])


def amp(r, f):
    return ("<!doctype html><html amp lang='%s'><head><meta charset='utf-8'><title>%s</title>"
            "<link rel='canonical' href='https://example.org/%s'><style amp-boilerplate>body{}</style>"
            "</head><body>" % (r["lang"], r["title"], r["date"]) +
            f"""<header class='header'><a href=/>{f['site']}</a></header>
<amp-sidebar id='sidebar' layout='nodisplay'><ul>{links(f['nav'])}</ul></amp-sidebar>
<article><h1>{r['title']}</h1><p class='byline'><time datetime='{r['date']}T05:30:00Z'>{r['shown']}</time></p>
<amp-img src='a.jpg'></amp-img><figure><amp-img src='b.jpg'></amp-img><figcaption>{f['caption']}
<span class='credit'>{f['credit']}</span></figcaption></figure>{paragraphs(r)}
<amp-social-share type='twitter'></amp-social-share></article>
<section class='related'><h2>{f['related_head']}</h2><ul>{links(f['related'])}</ul></section>
<footer>{f['footer']}</footer></body></html>""")


def old_tables(r, f):
    text = "<br><br>\n".join(html.escape(t) for t in r["text"])
    side = "<br>".join(f"<a href='n{i}.htm'><font size=1>{t}</font></a>" for i, t in enumerate(f["related"]))
    return f"""<HTML><HEAD><META http-equiv=Content-Type content="text/html; charset=utf-8">
<TITLE>{r['title']}</TITLE></HEAD><BODY bgcolor=#ffffff><TABLE width=760 cellpadding=0 border=0>
<TR><TD colspan=2><IMG src=banner.gif><FONT size=2>{f['site']}</FONT></TD></TR>
<TR><TD width=150 valign=top bgcolor=#eeeeee>{"<BR>".join(f"<A href=x>{n}</A>" for n in f['nav'])}<HR>
<B>{f['related_head']}</B><BR>{side}<P>{f['about']}</TD>
<TD valign=top><CENTER><B><FONT size=4>{r['title']}</FONT></B></CENTER><P align=right>{r['place']}<BR>
{r['shown']}</P>{text}</TD></TR>
<TR><TD colspan=2 align=center><FONT size=1><A href=/>Home</A> | <A href=t>Top</A><BR>{f['footer']}</FONT>
</TD></TR></TABLE></BODY></HTML>"""


def blogger(r, f):
    text = "<br /><br />".join(html.escape(t) for t in r["text"])
    return page(f"<title>{f['site']}: {r['title']}</title>"
                f"<meta content='{r['title']}' property='og:title'/>", f"""
<div class='header section'><h1 class='title'><a href='/'>{f['site']}</a></h1></div>
<div class='main section' id='main'><div class='blog-posts'><h2 class='date-header'><span>{r['shown']}</span></h2>
<div class='post hentry'><h3 class='post-title entry-title'>{r['title']}</h3>
<div class='post-body entry-content' itemprop='articleBody'><div class='separator'><img src='a.jpg'/></div>
{text}<div style='clear: both;'></div></div>
<div class='post-footer'>Posted by Admin at <abbr class='published' title='{r['date']}'>10:15</abbr>
<a href=#>Email This</a></div></div><div class='comments' id='comments'><h4>3 {f['comments_head']}</h4>
{"".join(f"<p class='comment-body'>{c}</p>" for c in f['comments'])}</div></div></div>
<div class='sidebar section'><div class='widget'><h2>About</h2><p>{f['about']}</p></div>
<div class='widget'><h2>Archive</h2><ul>{links(f['related'])}</ul></div></div>""", r["lang"])


def plain(r, f):
    return f"<title>{r['title']}</title><h2>{r['title']}</h2><p>{r['place']}, {r['shown']}</p>{paragraphs(r)}"


def divs(r, f):
    text = "<br/><br/>".join(html.escape(t) for t in r["text"])
    return page(f"<title>{f['site']}</title>", f"""<div id='header'><div class='logo'>{f['site']}</div>
<div class='topmenu'>{links(f['nav'], 'span')}</div></div><div id='wrapper'>
<div class='breadcrumbs'><a href=/>Home</a> &raquo; <a href=/p>Press</a> &raquo; {r['title']}</div>
<div class='innerContent'><h3>{r['title']}</h3><div class='date'>{r['shown']}</div>
<div class='text'>{text}<br/><br/>{r['place']}<br/>{r['shown']}</div>
<div class='printme'><a href=#>Print</a></div></div></div>
<div id='footer'>{f['footer']}</div>""", r["lang"])


def split(r, f):
    """Text in several containers, with pictures between them, and links in the middle."""
    blocks = []
    for n, text in enumerate(r["text"]):
        blocks.append(f"<div class='block block-text'><div class='inner'><p>{text}</p></div></div>")
        if n == 0:
            blocks.append(f"<div class='block block-image'><figure><img src='a.jpg'><figcaption>{f['caption']}"
                          f"</figcaption></figure></div><div class='block related-links'><h4>"
                          f"{f['related_head']}</h4><ul>{links(f['related'])}</ul></div>")
    return page(f"<title>{r['title']} - {f['site']}</title>"
                f"<meta name='dcterms.issued' content='{r['date']}'>", f"""
<header class='page-header'><ul>{links(f['nav'])}</ul></header><div class='page'>
<div class='title-block'><h1>{r['title']}</h1></div>{''.join(blocks)}</div>
<div class='page-footer'><ul>{links(f['nav'])}</ul><p>{f['footer']}</p></div>""", r["lang"])


def hashed(r, f):
    """No name says anything, as style sheets in scripts make them."""
    teasers = "".join(f"<div class='css-1x2y3z'><a href='/{i}'><h3>{t}</h3></a><p>{f['teaser']}</p></div>"
                      for i, t in enumerate(f["related"]))
    return page(f"<title>{r['title']}</title><meta property='og:title' content='{r['title']}'>", f"""
<div id='__next'><div class='css-0a'><div class='css-1b'>{links(f['nav'], 'div')}</div></div>
<div class='css-2c'><div class='css-3d'><h1 class='css-4e'>{r['title']}</h1><div class='css-5f'>{r['shown']}</div>
<div class='css-6g'>{paragraphs(r)}</div></div><div class='css-7h'><div class='css-8i'>{teasers}</div></div></div>
<div class='css-9j'><div>{f['footer']}</div><div>{links(f['nav'], 'span')}</div></div></div>
<script id='__NEXT_DATA__' type='application/json'>{{"text": "{r['title']}"}}</script>""", r["lang"])


def two_columns(r, f):
    """A ministry's page: notices in a second column, a marquee above."""
    notices = "".join(f"<tr><td>• <a href='{i}.pdf'>{t}</a> (PDF, 120 KB)</td></tr>"
                      for i, t in enumerate(f["related"]))
    return page(f"<title>{f['site']}</title>", f"""<marquee><a href=x>{f['related'][0]}</a></marquee>
<table width='100%'><tr><td width='75%' valign='top'><table><tr><td class='heading'><h2>{r['title']}</h2></td></tr>
<tr><td align='right'>{r['place']}, {r['shown']}</td></tr><tr><td class='bodytext'>{paragraphs(r)}</td></tr></table></td>
<td width='25%' valign='top'><table><tr><td><b>{f['related_head']}</b></td></tr>{notices}
<tr><td>{f['about']}</td></tr></table></td></tr></table>
<table width='100%'><tr><td align='center'>{f['footer']}</td></tr></table>""", r["lang"])


def news_theme(r, f):
    inner = r["text"][:1] + [f"@also {f['related'][0]}"] + r["text"][1:]
    text = "".join(f"<p><strong>Also read:</strong> <a href=/x>{t[6:]}</a></p>" if t.startswith("@also ")
                   else f"<p>{t}</p>" for t in inner)
    return page(f"<title>{r['title']} | {f['site']}</title><link rel='canonical' href='https://example.org/{r['date']}'>", f"""
<div class='td-header-wrap'><div class='td-header-menu'><ul>{links(f['nav'])}</ul></div></div>
<div class='td-main-content'><div class='td-post-header'><h1 class='entry-title'>{r['title']}</h1>
<div class='td-module-meta-info'>By <a href=/a>Staff</a> - <time class='td-module-date' datetime='{r['date']}'>{r['shown']}</time></div></div>
<div class='td-post-sharing'>{links(f['share'], 'span')}</div><div class='td-post-content'>
<div class='td-post-featured-image'><figure><img src=a.jpg><figcaption class='wp-caption-text'>{f['caption']}</figcaption></figure></div>
{text}</div><div class='td-post-next-prev'><a href=/1>{f['related'][1]}</a><a href=/2>{f['related'][2]}</a></div>
<div class='author-box-wrap'><p>{f['about']}</p></div><div class='td_block_related_posts'><h4>{f['related_head']}</h4>
{"".join(f"<div class='td_module'><h3><a href=/r>{t}</a></h3></div>" for t in f['related'])}</div></div>
<div class='td-footer-wrapper'><p>{f['about']}</p><p>{f['footer']}</p></div>""", r["lang"])


def fonts(r, f):
    """As word processors write pages."""
    text = "".join(f"<p class=MsoNormal style='text-align:justify'><span style='font-size:12.0pt'>{t}"
                   f"<o:p></o:p></span></p>" for t in r["text"])
    return f"""<html xmlns:o="urn:schemas-microsoft-com:office:office"><head>
<meta http-equiv=Content-Type content="text/html; charset=utf-8"><meta name=Generator content="Word 11">
<title>Microsoft Word - Document1</title></head><body lang=EN-US><div class=Section1>
<p class=MsoNormal align=center><b><u>{r['title']}</u></b></p><p class=MsoNormal>{r['place']}, {r['shown']}</p>
{text}<p class=MsoNormal>&nbsp;</p></div></body></html>"""


def embassy(r, f):
    """Everything in lists of definitions and sections without names."""
    return page(f"<title>{r['title']} : {f['site']}</title>", f"""<div id='accessibility'><a href=#>{f['skip']}</a></div>
<div id='top'><h2>{f['site']}</h2></div><ul id='nav'>{links(f['nav'])}</ul><section><section>
<h1>{r['title']}</h1><dl><dt>{r['shown']}</dt></dl><section>{paragraphs(r, 'div')}</section></section>
<section><h2>{f['related_head']}</h2><ol>{links(f['related'])}</ol></section></section>
<div id='bottom'><div>{f['newsletter']}</div><div>{f['footer']}</div></div>""", r["lang"])


def with_table(r, f):
    rows = "".join(f"<tr><td>{n}</td><td>{t}</td></tr>" for n, t in enumerate(f["related"][:4], 1))
    return page(f"<title>{r['title']}</title><meta name='DC.date' content='{r['date']}'>", f"""
<div role='navigation'><ul>{links(f['nav'])}</ul></div><div role='main'><h1>{r['title']}</h1>
{paragraphs({'text': r['text'][:1]})}<table border=1><tr><th>#</th><th>Subject</th></tr>{rows}</table>
{paragraphs({'text': r['text'][1:]})}</div><div role='complementary'><p>{f['about']}</p></div>
<div role='contentinfo'>{f['footer']}</div>""", r["lang"])


LAYOUTS = [wordpress, drupal, aspnet, bootstrap, amp, old_tables, blogger, plain, divs, split, hashed,
           two_columns, news_theme, fonts, embassy, with_table]

def is_sentence(text):
    return text.endswith((".", "।", "?", "!"))


def label(release):
    sentences = [t for t in release["text"] if is_sentence(t)]
    return " ".join(sentences[0].split()[:4]), " ".join(sentences[-1].split()[-4:])


def write_pages(folder, labels_name, layouts):
    with open(os.path.join(folder, labels_name), "w", encoding="utf-8") as labels:
        for layout in layouts:
            for number, release in enumerate(RELEASES):
                name = f"{layout.__name__}_{number}.html"
                with open(os.path.join(folder, name), "w", encoding="utf-8") as out:
                    out.write(layout(release, FURNITURE[release["lang"]]))
                first, last = label(release)
                labels.write(f"{name}\t{release['title']}\t{release['date']}\t{first}\t{last}\n")


def main(folder):
    os.makedirs(folder, exist_ok=True)
    write_pages(folder, "pages.tsv", LAYOUTS)
    write_pages(folder, "fresh.tsv", more_page_layouts.LAYOUTS)
    write_pages(folder, "last.tsv", more_page_layouts.LAST_LAYOUTS)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: page_layouts.py FOLDER")
    main(sys.argv[1])
