#include "searcher/web/views.hpp"

#include <fmt/core.h>

#include "searcher/render/html_hit.hpp"
#include "searcher/render/link.hpp"
#include "searcher/render/markup.hpp"
#include "searcher/render/page_files.hpp"
#include "searcher/render/paragraphs.hpp"
#include "searcher/render/template.hpp"

namespace vigyapti {
namespace {

PageQuery release_query(const PageQuery& query, const std::string& id) {
    PageQuery release = query;
    release.view = PageView::release;
    release.name = id;
    return release;
}

void fill_text(pugi::xml_node article, const ReadRelease& read) {
    const pugi::xml_node body = part(article, "paragraph");
    const pugi::xml_node caption = part(article, "caption");
    const pugi::xml_node credit = part(article, "credit");
    // Before the first pattern, so that the order of the text is kept.
    for (const Paragraph& each : paragraphs_of(read)) {
        const bool is_caption = each.kind == BlockKind::caption;
        const pugi::xml_node pattern = each.kind == BlockKind::body ? body
                                       : is_caption                 ? caption
                                                                    : credit;
        const pugi::xml_node copy = body.parent().insert_copy_before(pattern, body);
        const pugi::xml_node text = each.kind == BlockKind::body
                                        ? copy
                                        : part(copy, is_caption ? "caption-text" : "credit-text");
        add_lit(text, each.text, each.highlights);
    }
    for (const pugi::xml_node pattern : {body, caption, credit})
        remove(pattern);
}

void fill_counterparts(pugi::xml_node main, const PageContext& context,
                       const Results& counterparts) {
    pugi::xml_node list = part(main, "counterparts");
    const pugi::xml_node pattern = part(list, "release-counterpart");
    for (const Hit& hit : counterparts.hits) {
        pugi::xml_node item = add_copy(pattern);
        set_text(part(item, "release-counterpart-label"),
                 context.messages(hit.lang == "hi" ? "counterpart.hi" : "counterpart.en"));
        pugi::xml_node link = part(item, "release-counterpart-link");
        set_attribute(link, "lang", language_tag(hit.lang));
        set_attribute(link, "href", page_link(release_query(context.query, hit.id)));
        add_text(link, hit.title.empty() ? hit.id : hit.title);
    }
    remove(pattern);
    if (!list.first_child()) remove(list);
}

void fill_actions(pugi::xml_node main, const PageContext& context, const Release& release) {
    PageQuery back = context.query;
    back.view = PageView::search;
    back.name.clear();
    set_attribute(part(main, "back"), "href", page_link(back));
    const pugi::xml_node original = part(main, "original");
    set_foreign_link(original, release.url);
    if (!original.attribute("href")) remove(original);
    PageQuery like = blank_query(context.query);
    like.request.like = release.id;
    set_attribute(part(main, "release-like"), "href", page_link(like));
}

}  // namespace

std::string release_page(const PageContext& context, const ReadRelease& read,
                         const Results& counterparts) {
    const Release& release = read.release;
    PageFrame frame(context, read.title.empty() ? release.id : read.title);
    const pugi::xml_node main = frame.main();
    const pugi::xml_node article = add_template(main, page_file("release.html"));
    set_attribute(article, "lang", language_tag(release.lang));
    const pugi::xml_node title = part(article, "release-title");
    if (read.title.empty()) {
        add_text(title, release.id);
    } else {
        add_lit(title, read.title, read.title_highlights);
    }
    add_facts(part(article, "release-facts"),
              {release.date, release.source, release.lang, release.countries}, context.messages);
    fill_text(article, read);
    fill_counterparts(main, context, counterparts);
    fill_actions(main, context, release);
    return frame.finished();
}

std::string front_page(const PageContext& context) {
    PageFrame frame(context, {});
    const pugi::xml_node front = add_template(frame.main(), page_file("front.html"));
    // Each leads to the query that it shows.
    const auto lead = [&](pugi::xml_node node) {
        if (std::string_view(node.attribute("data-part").value()) == "example") {
            PageQuery example = blank_query(context.query);
            example.request.query = node.text().get();
            set_attribute(node, "href", page_link(example));
        }
        return false;
    };
    front.find_node(lead);
    return frame.finished();
}

std::string help_page(const PageContext& context) {
    PageFrame frame(context, std::string(context.messages("help.title")));
    add_template(frame.main(), page_file("help.html"));
    const pugi::xml_node article = add_template(
        frame.main(), page_file(fmt::format("help.{}.html", context.messages.language())));
    // The examples are asked in the language of the page that they stand on.
    const auto keep_language = [&](pugi::xml_node node) {
        const std::string target = node.attribute("href").value();
        if (target.starts_with("?q=") && !context.query.ui.empty())
            set_attribute(node, "href", target + "&ui=" + context.query.ui);
        return false;
    };
    article.find_node(keep_language);
    return frame.finished();
}

std::string error_page(const PageContext& context, int status, const std::string& key) {
    const Messages& messages = context.messages;
    const std::string title(messages(fmt::format("error.{}.title", status)));
    PageFrame frame(context, title);
    const pugi::xml_node main = frame.main();
    add_template(main, page_file("error.html"));
    add_text(part(main, "error-title"), title);
    add_text(part(main, "error-text"),
             messages(key.empty() ? fmt::format("error.{}.text", status) : key));
    set_attribute(part(main, "error-home"), "href", page_link(blank_query(context.query)));
    return frame.finished();
}

}  // namespace vigyapti
