#include "searcher/web/frame.hpp"

#include <fmt/core.h>

#include "common/index/stored.hpp"
#include "searcher/render/page_files.hpp"
#include "searcher/render/template.hpp"

namespace vigyapti {
namespace {

// What the fields of the form that visitors see ask for themselves.
bool is_visible(const std::string& name) {
    return name == "q" || name == "from" || name == "to" || name == "sort";
}

std::string parameter(const Form& form, std::string_view name) {
    std::string value;
    for (const auto& [each, text] : form) {
        if (each == name) value = text;
    }
    return value;
}

void select(pugi::xml_node options, const std::string& value) {
    for (pugi::xml_node option : options.children("option")) {
        if (option.attribute("value").value() == value) set_attribute(option, "selected", "");
    }
}

std::string selected(pugi::xml_node options) {
    const pugi::xml_node option =
        options.find_child([](pugi::xml_node each) { return !each.attribute("selected").empty(); });
    return option.attribute("value").value();
}

}  // namespace

std::string site_title(const PageSettings& settings, const Messages& messages) {
    if (!settings.title.empty()) return settings.title;
    return messages.language() == "hi" ? "विज्ञप्ति" : "Vigyapti";
}

PageQuery blank_query(const PageQuery& query) {
    PageQuery blank;
    blank.ui = query.ui;
    return blank;
}

std::string style_link() {
    std::string version;
    for (const char byte : content_hash(page_file("page.css")).substr(0, 6))
        version += fmt::format("{:02x}", static_cast<unsigned char>(byte));
    return "?file=page.css&v=" + version;
}

PageFrame::PageFrame(const PageContext& context, const std::string& title) : context_(context) {
    add_template(document_, page_file("page.html"));
    const Messages& messages = context.messages;
    set_attribute(part(document_, "page"), "lang", messages.language());
    const std::string site = site_title(context.settings, messages);
    set_text(part(document_, "title"), title.empty() ? site : title + " – " + site);
    set_attribute(part(document_, "style"), "href", style_link());
    pugi::xml_node home = part(document_, "home");
    set_text(home, site);
    set_attribute(home, "href", page_link(blank_query(context.query)));
    PageQuery help = blank_query(context.query);
    help.view = PageView::help;
    set_attribute(part(document_, "help"), "href", page_link(help));
    PageQuery other = context.query;
    other.ui = messages.language() == "hi" ? "en" : "hi";
    pugi::xml_node link = part(document_, "other-language");
    set_attribute(link, "href", page_link(other));
    set_attribute(link, "lang", other.ui);
    set_attribute(link, "hreflang", other.ui);
    fill_form();
}

void PageFrame::fill_form() {
    const Form form = to_form(context_.query);
    const std::string query = parameter(form, "q");
    set_attribute(part(document_, "query"), "value", query);
    const std::string from = parameter(form, "from");
    const std::string to = parameter(form, "to");
    const std::string lang = parameter(form, "lang");
    const std::string sort = parameter(form, "sort");
    set_attribute(part(document_, "from"), "value", from);
    set_attribute(part(document_, "to"), "value", to);
    select(part(document_, "lang"), lang);
    select(part(document_, "sort"), sort);
    if (!from.empty() || !to.empty() || !lang.empty() || !sort.empty()) {
        set_attribute(part(document_, "filters"), "open", "");
    }
    const pugi::xml_node kept = part(document_, "kept");
    keep_filters(kept);
    remove(kept);
}

// What was chosen by links stays chosen when the form is sent; the page and the view do not.
void PageFrame::keep_filters(pugi::xml_node pattern) {
    PageQuery same = context_.query;
    same.view = PageView::search;
    same.page = 1;
    same.request.like.clear();
    // One of several languages can be seen, and not every one.
    const std::string lang = selected(part(document_, "lang"));
    for (const auto& [name, value] : to_form(same)) {
        if (is_visible(name) || (name == "lang" && value == lang)) continue;
        const pugi::xml_node kept = add_copy(pattern);
        set_attribute(kept, "name", name);
        set_attribute(kept, "value", value);
    }
}

pugi::xml_node PageFrame::main() const {
    return part(document_, "main");
}

void PageFrame::link_to(const char* part_name, const std::string& target) {
    const pugi::xml_node link = part(document_, part_name);
    set_attribute(link, "href", target);
    if (target.empty()) remove(link);
}

std::string PageFrame::finished() {
    link_to("previous-page", neighbours_.previous);
    link_to("next-page", neighbours_.next);
    link_to("feed", neighbours_.feed);
    say(document_, context_.messages);
    std::string out = "<!DOCTYPE html>\n";
    write_html(document_, out);
    out += '\n';
    return out;
}

}  // namespace vigyapti
