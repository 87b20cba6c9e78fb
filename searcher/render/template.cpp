#include "searcher/render/template.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <sstream>
#include <stdexcept>

#include "searcher/render/link.hpp"
#include "searcher/render/markup.hpp"

namespace vigyapti {
namespace {

constexpr const char* part_attribute = "data-part";
constexpr std::string_view say_attribute = "data-say";

// HTML Standard, section 13.1.2: these have no end tag; all others must have one.
bool is_void(std::string_view element) {
    static constexpr std::array<std::string_view, 5> names{"br", "hr", "input", "link", "meta"};
    return std::find(names.begin(), names.end(), element) != names.end();
}

bool is_layout(pugi::xml_node node) {
    const std::string_view text = node.value();
    return node.type() == pugi::node_pcdata && text.find('\n') != text.npos &&
           text.find_first_not_of(" \n\t\r") == text.npos;
}

void drop_layout(pugi::xml_node node) {
    for (pugi::xml_node child = node.first_child(); child;) {
        const pugi::xml_node next = child.next_sibling();
        if (is_layout(child)) {
            node.remove_child(child);
        } else {
            drop_layout(child);
        }
        child = next;
    }
}

// An element without a child would be written as <p/>, which HTML reads as <p>.
void fill_empty(pugi::xml_node node) {
    for (const pugi::xml_node child : node.children())
        fill_empty(child);
    if (node.type() == pugi::node_element && !node.first_child() && !is_void(node.name()))
        node.append_child(pugi::node_pcdata);
}

void say_here(pugi::xml_node node, const Messages& messages) {
    for (pugi::xml_attribute each = node.first_attribute(); each;) {
        const pugi::xml_attribute next = each.next_attribute();
        const std::string_view name = each.name();
        if (name == say_attribute) set_text(node, messages(each.value()));
        if (name.starts_with(say_attribute) && name.size() > say_attribute.size()) {
            const std::string target(name.substr(say_attribute.size() + 1));
            set_attribute(node, target.c_str(), messages(each.value()));
        }
        if (name.starts_with(say_attribute) || name == part_attribute) node.remove_attribute(each);
        each = next;
    }
}

}  // namespace

pugi::xml_node add_template(pugi::xml_node parent, std::string_view source) {
    const pugi::xml_node before = parent.last_child();
    const pugi::xml_parse_result result = parent.append_buffer(
        source.data(), source.size(),
        pugi::parse_default | pugi::parse_ws_pcdata | pugi::parse_fragment, pugi::encoding_utf8);
    if (!result) throw std::logic_error(fmt::format("template: {}", result.description()));
    drop_layout(parent);
    return before ? before.next_sibling() : parent.first_child();
}

pugi::xml_node part(pugi::xml_node node, std::string_view name) {
    const auto is_it = [name](pugi::xml_node each) {
        return each.attribute(part_attribute).value() == name;
    };
    if (is_it(node)) return node;
    const pugi::xml_node found = node.find_node(is_it);
    if (!found) throw std::logic_error(fmt::format("template: no part \"{}\"", name));
    return found;
}

void remove(pugi::xml_node node) {
    node.parent().remove_child(node);
}

void remove_part(pugi::xml_node node, std::string_view name) {
    remove(part(node, name));
}

pugi::xml_node add_copy(pugi::xml_node pattern) {
    return pattern.parent().insert_copy_before(pattern, pattern);
}

void set_attribute(pugi::xml_node node, const char* name, std::string_view value) {
    pugi::xml_attribute attribute = node.attribute(name);
    if (!attribute) attribute = node.append_attribute(name);
    attribute.set_value(xml_text(value).c_str());
}

void add_text(pugi::xml_node node, std::string_view text) {
    if (text.empty()) return;
    node.append_child(pugi::node_pcdata).set_value(xml_text(text).c_str());
}

void set_text(pugi::xml_node node, std::string_view text) {
    node.remove_children();
    add_text(node, text);
}

void add_lit(pugi::xml_node node, std::string_view text, const std::vector<Highlight>& highlights) {
    std::size_t at = 0;
    for (const Highlight& each : highlights) {
        add_text(node, text.substr(at, each.begin - at));
        add_text(node.append_child("mark"), text.substr(each.begin, each.end - each.begin));
        at = each.end;
    }
    add_text(node, text.substr(at));
}

void set_foreign_link(pugi::xml_node node, const std::string& url) {
    const std::string target = link_target(url);
    if (target.empty()) return;
    set_attribute(node, "href", target);
    // A page that is opened learns neither where from nor can it drive this one.
    set_attribute(node, "rel", "noopener noreferrer");
}

void say(pugi::xml_node node, const Messages& messages) {
    say_here(node, messages);
    for (const pugi::xml_node child : node.children())
        say(child, messages);
}

void write_html(pugi::xml_node node, std::string& out) {
    std::ostringstream stream;
    for (const pugi::xml_node child : node.children()) {
        fill_empty(child);
        // Raw: white space between elements would be shown.
        child.print(stream, "", pugi::format_raw | pugi::format_no_declaration,
                    pugi::encoding_utf8);
    }
    out += stream.str();
}

}  // namespace vigyapti
