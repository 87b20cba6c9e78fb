"""What the layouts of pages are put together from."""
import html


def links(items, wrap="li", start=1):
    return "".join(f"<{wrap}><a href='/p/{n}'>{html.escape(item)}</a></{wrap}>"
                   for n, item in enumerate(items, start))


def paragraphs(release, tag="p"):
    return "".join(f"<{tag}>{html.escape(text)}</{tag}>\n" for text in release["text"])


def page(head, body, lang="en", attributes=""):
    return f"<!DOCTYPE html>\n<html lang='{lang}'><head><meta charset='utf-8'>{head}</head>" \
           f"<body{attributes}>{body}</body></html>\n"
