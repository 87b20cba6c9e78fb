#include "indexer/readers/feed.hpp"

#include <fmt/core.h>
#include <libxml/uri.h>

#include <algorithm>
#include <memory>

#include "common/base/ascii.hpp"
#include "common/base/trim.hpp"

namespace vigyapti {
namespace {

// Of addresses: FeedBurner's original link, links to pages, all others.
constexpr int permanent_rank = 0;
constexpr int link_rank = 1;
constexpr int other_rank = 2;

bool is_web_address(std::string_view text) {
    return text.starts_with("http://") || text.starts_with("https://");
}

// Whether an id means the same in every file: it has a scheme (http:, tag:, urn:).
bool is_universal(std::string_view id) {
    const auto colon = id.find(':');
    return colon != id.npos && colon > 1 && id.find_first_of(" /") > colon;
}

// RFC 822, which RSS refers to, has years of two digits: "01 Jan 04 19:48:21 GMT". They are read as
// RFC 2822 says (4.3).
std::string with_whole_year(std::string_view date) {
    const auto colon = date.find(':');
    const auto time = date.substr(0, colon).rfind(' ');
    if (colon == date.npos || time == date.npos || time < 4) return std::string(date);
    const std::string_view year = date.substr(time - 3, 3);
    if (year[0] != ' ' || !is_digit(year[1]) || !is_digit(year[2]) || !is_letter(date[time - 4])) {
        return std::string(date);
    }
    std::string whole(date);
    return whole.insert(time - 2, year[1] < '5' ? "20" : "19");
}

void note_attribute(std::vector<std::pair<std::size_t, std::string>>& values, std::size_t depth,
                    std::string_view value) {
    if (!value.empty()) values.emplace_back(depth, value);
}

}  // namespace

void FeedHandler::start(const XmlName& name, std::span<const XmlAttribute> attributes) {
    if (capturing_) {
        open_.push_back(FeedElement::other);
        captured_.start_element(name.local, attributes);
        return;
    }
    const FeedElement parent = open_.empty() ? FeedElement::channel : open_.back();
    const FeedElement element = feed_element(name);
    open_.push_back(element);
    note_attribute(bases_, open_.size(), attribute_value(attributes, "xml", "base"));
    note_attribute(languages_, open_.size(), attribute_value(attributes, "xml", "lang"));
    if (element == FeedElement::item) {
        // One within another: the end of the first is missing.
        finish_item();
        in_item_ = true;
        item_.markup_lang = inherited(languages_);
        take_address(attribute_value(attributes, "rdf", "about"), other_rank);
    } else if (element == FeedElement::link && attribute_value(attributes, "", "href") != "") {
        if (parent == FeedElement::item || parent == FeedElement::channel) take_href(attributes);
    } else if (is_captured(element, parent)) {
        capturing_ = true;
        capture_depth_ = open_.size();
        captured_ = FeedText(attributes);
        id_is_address_ = attribute_value(attributes, "", "isPermaLink") != "false";
    }
}

// Only what stands where it belongs is meant: an image has a title too.
bool FeedHandler::is_captured(FeedElement element, FeedElement parent) const {
    switch (element) {
        case FeedElement::title:
            return parent == FeedElement::item || parent == FeedElement::channel ||
                   (parent == FeedElement::source && in_item_);
        case FeedElement::link:
        case FeedElement::language:
            return parent == FeedElement::item || parent == FeedElement::channel;
        case FeedElement::caption:
        case FeedElement::credit:
            return parent == FeedElement::item || parent == FeedElement::media;
        case FeedElement::other:
        case FeedElement::channel:
        case FeedElement::item:
        case FeedElement::source:
        case FeedElement::media:
            return false;
        default:
            return parent == FeedElement::item;
    }
}

// Atom's links: that to the page itself, a page of HTML before others.
void FeedHandler::take_href(std::span<const XmlAttribute> attributes) {
    const std::string_view relation = attribute_value(attributes, "", "rel");
    if (!relation.empty() && relation != "alternate") return;
    const std::string_view type = attribute_value(attributes, "", "type");
    const bool is_page = type.empty() || type.find("html") != type.npos;
    take_address(attribute_value(attributes, "", "href"), is_page ? link_rank : other_rank);
}

void FeedHandler::text(std::string_view text) {
    if (capturing_) {
        captured_.add_text(text);
    } else if (!open_.empty() && open_.back() == FeedElement::source && in_item_) {
        item_.source += text;
    }
}

void FeedHandler::end() {
    const std::size_t depth = open_.size();
    const FeedElement element = open_.back();
    open_.pop_back();
    if (capturing_ && depth > capture_depth_) {
        captured_.end_element();
        return;
    }
    if (capturing_) {
        capturing_ = false;
        take(element, std::move(captured_));
    } else if (element == FeedElement::item) {
        finish_item();
    }
    for (auto* values : {&bases_, &languages_}) {
        while (!values->empty() && values->back().first >= depth)
            values->pop_back();
    }
}

void FeedHandler::take(FeedElement element, FeedText text) {
    if (!in_item_) {
        take_for_channel(element, text);
    } else if (element == FeedElement::title && open_.back() == FeedElement::source) {
        item_.source = text.line();
    } else {
        take_for_item(element, std::move(text));
    }
}

void FeedHandler::take_for_item(FeedElement element, FeedText text) {
    if (text.empty()) return;
    switch (element) {
        case FeedElement::title:
            item_.title = std::move(text);
            break;
        case FeedElement::dublin_title:
            item_.dublin_title = std::move(text);
            break;
        case FeedElement::link:
            take_address(text.plain(), link_rank);
            break;
        case FeedElement::permanent_link:
            take_address(text.plain(), permanent_rank);
            break;
        case FeedElement::id:
            take_id(text);
            break;
        case FeedElement::published:
            item_.dates.emplace_back(text.plain());
            break;
        case FeedElement::modified:
            item_.changes.emplace_back(text.plain());
            break;
        case FeedElement::content:
            item_.content = std::move(text);
            break;
        case FeedElement::summary:
            item_.summary = std::move(text);
            break;
        case FeedElement::publisher:
            item_.publisher = text.plain();
            break;
        case FeedElement::language:
            item_.language = text.plain();
            break;
        case FeedElement::caption:
            item_.media.push_back({PartKind::caption, text.line()});
            break;
        case FeedElement::credit:
            item_.media.push_back({PartKind::credit, text.line()});
            break;
        default:
            break;
    }
}

void FeedHandler::take_for_channel(FeedElement element, const FeedText& text) {
    if (element == FeedElement::title && channel_title_.empty()) {
        channel_title_ = text.line();
        yield_waiting();
    } else if (element == FeedElement::link) {
        take_address(text.plain(), link_rank);
    } else if (element == FeedElement::language) {
        channel_language_ = text.plain();
    }
}

void FeedHandler::take_id(const FeedText& text) {
    item_.id = text.plain();
    // RSS 2.0: "If the guid element has an attribute named isPermaLink with a value of true, the
    // reader may assume that it is a permalink"; true is the default.
    if (id_is_address_ && is_web_address(item_.id)) take_address(item_.id, other_rank);
}

void FeedHandler::take_address(std::string_view address, int rank) {
    std::string whole = resolved(trimmed(address));
    if (!is_web_address(whole)) return;
    if (!in_item_) {
        if (channel_link_.empty()) channel_link_ = std::move(whole);
    } else {
        item_.addresses.emplace_back(rank, std::move(whole));
    }
}

std::string FeedHandler::resolved(std::string_view address) const {
    std::string_view base = inherited(bases_);
    if (base.empty()) base = input_.url;
    if (base.empty()) base = channel_link_;
    if (base.empty() || address.empty() || is_web_address(address)) return std::string(address);
    const std::string relative(address);
    const std::string absolute(base);
    const std::unique_ptr<xmlChar, decltype(xmlFree)> built(
        xmlBuildURI(reinterpret_cast<const xmlChar*>(relative.c_str()),
                    reinterpret_cast<const xmlChar*>(absolute.c_str())),
        xmlFree);
    return built == nullptr ? relative : reinterpret_cast<const char*>(built.get());
}

std::string_view FeedHandler::inherited(
    const std::vector<std::pair<std::size_t, std::string>>& values) const {
    return values.empty() ? std::string_view() : values.back().second;
}

void FeedHandler::finish_item() {
    if (!in_item_) return;
    in_item_ = false;
    ++items_;
    const std::string id = item_.id;
    yield(draft_of(std::exchange(item_, {})), id);
}

Draft FeedHandler::draft_of(Item item) const {
    using enum ReleaseField;
    Draft draft;
    draft.charset = charset_;
    draft.add(title, Origin::record, item.title.line());
    draft.add(title, Origin::record, item.dublin_title.line());
    if (is_universal(item.id)) draft.add(id, Origin::record, item.id);
    std::stable_sort(item.addresses.begin(), item.addresses.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    for (auto& [rank, address] : item.addresses)
        draft.add(url, Origin::record, std::move(address));
    for (auto* dates : {&item.dates, &item.changes}) {
        for (const std::string& each : *dates)
            draft.add(date, Origin::record, with_whole_year(each));
    }
    draft.add(source, Origin::record, std::string(trimmed(item.source)));
    draft.add(source, Origin::record, std::move(item.publisher));
    draft.add(lang, Origin::record, std::move(item.language));
    draft.add(lang, Origin::markup, std::move(item.markup_lang));
    (item.content.empty() ? item.summary : item.content).add_to(draft);
    for (Part& part : item.media)
        draft.add(part.kind, std::move(part.text));
    draft.begins_with_title = true;
    return draft;
}

void FeedHandler::yield(Draft draft, const std::string& id) {
    std::string name = fmt::format("{}:{}", input_.name, id.empty() ? std::to_string(items_) : id);
    if (draft.empty()) {
        sink_.problem(0, fmt::format("item {}: neither a title nor a text", items_));
        return;
    }
    if (channel_title_.empty()) {
        waiting_.emplace_back(std::move(draft), std::move(name));
        return;
    }
    draft.add(ReleaseField::source, Origin::container, channel_title_);
    draft.add(ReleaseField::lang, Origin::markup, channel_language_);
    sink_.add(std::move(draft), std::move(name));
}

void FeedHandler::yield_waiting() {
    for (auto& [draft, name] : std::exchange(waiting_, {})) {
        draft.add(ReleaseField::source, Origin::container, channel_title_);
        draft.add(ReleaseField::lang, Origin::markup, channel_language_);
        sink_.add(std::move(draft), std::move(name));
    }
}

std::size_t FeedHandler::finish() {
    if (capturing_) {
        capturing_ = false;
        const FeedElement element = open_[capture_depth_ - 1];
        open_.resize(capture_depth_ - 1);
        take(element, std::move(captured_));
    }
    finish_item();
    yield_waiting();
    return items_;
}

}  // namespace vigyapti
