// The elements and attributes of HTML that reading a page needs to tell apart.
#pragma once

#include <cstdint>
#include <string_view>

namespace vigyapti::html {

enum class Tag : std::uint8_t {
    other,  // an inline element without a meaning here
    text,   // no element: a stretch of text
    a,
    article,
    aside,
    audio,
    b,
    blockquote,
    body,
    br,
    button,
    canvas,
    caption,
    center,
    cite,
    dd,
    details,
    dialog,
    div,
    dl,
    dt,
    fieldset,
    figcaption,
    figure,
    font,
    footer,
    form,
    frame,
    frameset,
    h1,
    h2,
    h3,
    h4,
    h5,
    h6,
    head,
    header,
    hr,
    html,
    i,  // and <em>
    iframe,
    img,
    input,
    legend,
    li,
    link,
    main,
    map,
    menu,
    meta,
    nav,
    noframes,
    noscript,
    object,
    ol,
    option,
    p,
    pre,
    rp,
    rt,
    script,
    section,
    select,
    small,
    strong,
    style,
    sub,
    summary,
    sup,
    svg,
    table,
    tbody,
    td,
    template_,
    textarea,
    tfoot,
    th,
    thead,
    time,
    title,
    tr,
    ul,
    video,
    block /* any other that begins a line */,
};

enum class AttributeName : std::uint8_t {
    other,
    aria_hidden,
    class_,
    content,
    datetime,
    face,
    hidden,
    href,
    http_equiv,
    id,
    itemprop,
    lang,
    name,
    property,
    pubdate,
    rel,
    role,
    style,
    title,
    type,
};

// `name`: in lower case.
Tag tag_named(std::string_view name);
AttributeName attribute_named(std::string_view name);

// Whether text in it stands on lines of its own.
bool begins_line(Tag tag);
// Whether a browser shows nothing of its content as text.
bool is_invisible(Tag tag);
// Whether it is a control of a form or page, never part of a text.
bool is_control(Tag tag);

constexpr bool is_heading(Tag tag) {
    return tag >= Tag::h1 && tag <= Tag::h6;
}
constexpr bool is_list(Tag tag) {
    return tag == Tag::ul || tag == Tag::ol || tag == Tag::dl || tag == Tag::menu;
}
constexpr bool is_cell(Tag tag) {
    return tag == Tag::td || tag == Tag::th;
}

}  // namespace vigyapti::html
