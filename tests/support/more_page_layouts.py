"""Layouts that were measured before the reader was tuned on them."""
from page_furniture import links, page, paragraphs


def joomla(r, f):
    return page(f"<title>{f['site']} - {r['title']}</title>", f"""<div class='body'><div class='container'>
<header class='header'><a class='brand' href='/'>{f['site']}</a></header><nav class='navigation'>
<ul class='nav menu'>{links(f['nav'])}</ul></nav><div class='row-fluid'><div class='span9' id='content'>
<div class='item-page' itemscope itemtype='https://schema.org/Article'><div class='page-header'>
<h2 itemprop='headline'>{r['title']}</h2></div><dl class='article-info muted'><dd class='published'>
<time datetime='{r['date']}T00:00:00+00:00' itemprop='datePublished'>Published: {r['shown']}</time></dd>
<dd class='hits'>Hits: 1204</dd></dl><div itemprop='articleBody'>{paragraphs(r)}</div>
<ul class='pager pagenav'><li class='previous'><a href=/1>Prev</a></li></ul></div></div>
<div class='span3'><div class='moduletable'><h3>{f['related_head']}</h3><ul class='latestnews'>
{links(f['related'])}</ul></div></div></div></div></div><footer class='footer'><p>{f['footer']}</p></footer>""",
                r["lang"])


def sharepoint(r, f):
    text = "".join(f"<div>\u200b{t}<br></div>" for t in r["text"])
    return page(f"<title>\n{r['title']}\n</title>", f"""<form id='aspnetForm'><div id='s4-workspace'>
<div id='s4-titlerow' class='ms-dialogHidden'><span>{f['site']}</span></div>
<div id='DeltaPlaceHolderLeftNavBar'><div class='ms-core-navigation'><ul>{links(f['nav'])}</ul></div></div>
<div id='DeltaPlaceHolderMain'><div class='welcome-content'><div class='news-date'>{r['shown']}</div>
<h1>{r['title']}</h1><div class='ms-rtestate-field' style='display:inline'>{text}</div></div></div>
<div id='bottomlinks'>{links(f['nav'], 'span')}<span>{f['footer']}</span></div></div></form>""", r["lang"])


def govuk(r, f):
    return page(f"<title>{r['title']} - GOV</title>", f"""<div id='global-cookie-message' role='region'><h2>Cookies</h2>
<p>{f['cookie']}</p></div><a href='#content' class='gem-c-skip-link'>{f['skip']}</a>
<header role='banner'><a href=/>{f['site']}</a></header><div class='govuk-width-container'><main id='content'>
<div class='govuk-grid-row'><div class='govuk-grid-column-two-thirds'><span>Press release</span>
<h1 class='gem-c-title__text'>{r['title']}</h1><p class='gem-c-lead'></p></div></div>
<div class='gem-c-metadata'><dl><dt>From:</dt><dd><a href=/m>{f['site']}</a></dd><dt>Published</dt>
<dd>{r['shown']}</dd></dl></div><div class='gem-c-govspeak'>{paragraphs(r)}</div>
<div class='gem-c-share-links'>{links(f['share'], 'span')}</div>
<nav><h2>Related content</h2><ul>{links(f['related'])}</ul></nav></main>
<div class='gem-c-feedback'><h2>Is this page useful?</h2><p>Help us improve the site. It takes two minutes to
tell us what went wrong.</p></div></div><footer role='contentinfo'>{f['footer']}</footer>""", r["lang"])


def essay(r, f):
    teasers = "".join(f"<article><a href=/{i}><h2>{t}</h2></a><div><p>{f['teaser']}</p></div></article>"
                      for i, t in enumerate(f["related"]))
    text = "".join(f"<p class='pw-post-body-paragraph ab cd'>{t}</p>" for t in r["text"])
    return page(f"<title>{r['title']} | by Staff | {f['site']}</title>"
                f"<meta property='article:published_time' content='{r['date']}T10:00:00.000Z'>", f"""
<div id='root'><div class='a b c'><div class='d e'>{links(f['nav'], 'span')}</div></div><div class='f g'><article>
<div class='h i j'><section><div><h1 class='pw-post-title'>{r['title']}</h1><div>Staff</div><div>3 min read</div>
{text}</div></section></div></article></div><div class='k l'><div><h2>More from {f['site']}</h2></div>{teasers}</div>
<div class='m n'><p>{f['newsletter']}</p></div></div>""", r["lang"])


def classic_asp(r, f):
    text = "".join(f"<p align='justify'><font face='Verdana' size='2'>{t}</font></p>" for t in r["text"])
    return f"""<html><head><title>{f['site']}</title></head><body topmargin=0><div align=center><table width=780>
<tr><td><table width='100%'><tr><td>{f['site']}</td><td align=right>Site updated 12 May 2019</td></tr></table></td></tr>
<tr><td><table><tr><td><font size=1>{' | '.join(f'<a href=a>{n}</a>' for n in f['nav'])}</font></td></tr></table></td></tr>
<tr><td><table width='100%'><tr><td><b><font face=Verdana size=3>{r['title']}</font></b></td></tr>
<tr><td><font size=2>{r['place']}, {r['shown']}</font></td></tr><tr><td>{text}</td></tr></table></td></tr>
<tr><td><table width='100%'><tr><td align=center><font size=1>{f['footer']}</font></td></tr></table></td></tr>
</table></div></body></html>"""


def press_print(r, f):
    text = "<br>&nbsp;<br>".join(r["text"])
    return f"""<html><head><title>Print</title></head><body onload='window.print()'><a href='javascript:window.close()'>
Close</a><div class='print'><h4>{f['site']}</h4><h3>{r['title']}</h3><div>{f['posted']} {r['shown']}</div>
<div align=justify>{text}</div><div>(Release ID :12345)</div></div></body></html>"""


LAYOUTS = [joomla, sharepoint, govuk, essay, classic_asp, press_print]


def elementor(r, f):
    widgets = "".join(f"<div class='elementor-widget elementor-widget-text-editor'><div class='elementor-widget-container'>"
                      f"<p>{t}</p></div></div>" for t in r["text"])
    return page(f"<title>{r['title']} - {f['site']}</title>", f"""<header class='elementor-location-header'>
<nav class='elementor-nav-menu'><ul>{links(f['nav'])}</ul></nav></header><div class='elementor elementor-single'>
<div class='elementor-widget elementor-widget-heading'><h1 class='elementor-heading-title'>{r['title']}</h1></div>
<div class='elementor-widget'><ul class='elementor-icon-list-items'><li><time>{r['shown']}</time></li></ul></div>{widgets}
<div class='elementor-widget elementor-posts'>{"".join(f"<div><h3><a href=/x>{t}</a></h3></div>" for t in f['related'])}
</div></div><div class='elementor-location-footer'><p>{f['footer']}</p></div>""", r["lang"])


def liferay(r, f):
    return page(f"<title>{f['site']}</title>", f"""<div id='banner'><h1 class='site-title'><a href=/>{f['site']}</a></h1></div>
<div id='navigation'><ul>{links(f['nav'])}</ul></div><div class='portlet-body'><h3 class='header-title'><span>{r['title']}</span></h3>
<div class='metadata-entry metadata-publish-date'>{r['shown']}</div><div class='journal-content-article'>{paragraphs(r)}</div>
<div class='taglib-ratings'>Average (0 Votes)</div></div><div class='portlet-body'><p>{f['newsletter']}</p></div>
<div id='foot'><p>{f['footer']}</p></div>""", r["lang"])


def mobile(r, f):
    """One long column: notices first, then the text, then other news with summaries."""
    other = "".join(f"<li><a href='/{i}'><b>{t}</b></a><br>{f['teaser']}</li>" for i, t in enumerate(f["related"]))
    return page(f"<title>{r['title']}</title><meta name='publish-date' content='{r['date']}'>", f"""
<div class='notice'>{f['cookie']}</div><div class='m-nav'>{links(f['nav'], 'span')}</div><div class='story'><h2>{r['title']}</h2>
<span class='by'>{f['site']}</span>{paragraphs(r)}</div><h4>{f['related_head']}</h4><ul class='list'>{other}</ul>
<div>{f['about']}</div>""", r["lang"])


def centred(r, f):
    text = "<p>".join(r["text"])
    return f"""<html><body><center><h3>{f['site']}</h3><h4>{r['place']}</h4><h2><u>{r['title']}</u></h2></center>
<div align=right>{r['shown']}</div><p>{text}<p><center>*****</center><hr><a href=index.htm>Back</a></body></html>"""


LAST_LAYOUTS = [elementor, liferay, mobile, centred]
