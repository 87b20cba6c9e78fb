#include <fmt/core.h>

#include <algorithm>

#include "searcher/render/html_hit.hpp"
#include "searcher/render/page_files.hpp"
#include "searcher/render/template.hpp"
#include "searcher/web/timeline_chart.hpp"
#include "searcher/web/views.hpp"

namespace vigyapti {
namespace {

constexpr std::size_t values_shown = 7;
constexpr std::size_t most_values = 50;

std::vector<std::string>* filter_of(PageQuery& query, FacetKind kind) {
    Filters& filters = query.request.filters;
    if (kind == FacetKind::country) return &filters.countries;
    if (kind == FacetKind::source) return &filters.sources;
    return kind == FacetKind::lang ? &filters.langs : nullptr;
}

class SearchPage {
  public:
    SearchPage(const PageContext& context, const Results& results, const std::string& like_title)
        : context_(context),
          results_(results),
          messages_(context.messages),
          heading_(heading_of(like_title)),
          frame_(context, heading_) {
        add_template(parts_, page_file("search.html"));
        answer_ = frame_.main().append_copy(part(parts_, "answer"));
    }

    std::string finished() {
        add_text(part(answer_, "heading"), heading_);
        add_text(part(answer_, "heading-total"), total_text(results_, messages_));
        fill_chosen();
        fill_notices();
        if (results_.total > 0) remove_part(answer_, "none");
        fill_results();
        fill_pages();
        fill_subscribe();
        fill_narrow();
        return frame_.finished();
    }

  private:
    std::string heading_of(const std::string& like_title) const {
        const Request& request = context_.query.request;
        if (!like_title.empty()) return messages_.filled("like.of", {{"title", like_title}});
        if (request.query.empty()) return std::string(messages_("results"));
        return messages_.filled("results.for", {{"query", request.query}});
    }

    // The same search from its first page on.
    PageQuery changed() const {
        PageQuery query = context_.query;
        query.page = 1;
        return query;
    }

    PageQuery release(PageView view, const std::string& id) const {
        PageQuery query = changed();
        query.view = view;
        query.name = id;
        return query;
    }

    PageQuery like(const std::string& id) const {
        PageQuery query = blank_query(context_.query);
        query.request.like = id;
        return query;
    }

    void add_chosen(pugi::xml_node pattern, const std::string& text, const PageQuery& without) {
        pugi::xml_node chosen = add_copy(pattern);
        set_text(part(chosen, "chosen-text"), text);
        set_text(part(chosen, "chosen-remove"), fmt::format(" ({})", messages_("remove-filter")));
        set_attribute(part(chosen, "chosen-link"), "href", page_link(without));
    }

    // What narrows the search, each with a link that takes it away.
    void fill_chosen() {
        const pugi::xml_node pattern = part(answer_, "chosen-filter");
        for (const FacetKind kind : {FacetKind::country, FacetKind::source, FacetKind::lang}) {
            PageQuery query = changed();
            for (const std::string& value : std::vector(*filter_of(query, kind))) {
                PageQuery without = query;
                std::erase(*filter_of(without, kind), value);
                add_chosen(pattern, facet_text(kind, value, messages_), without);
            }
        }
        const auto add_date = [&](std::string PageQuery::*date, std::string_view key) {
            const std::string& text = context_.query.*date;
            if (text.empty()) return;
            PageQuery without = changed();
            (without.*date).clear();
            add_chosen(pattern, fmt::format("{}: {}", messages_(key), messages_.date(text)),
                       without);
        };
        add_date(&PageQuery::from, "from");
        add_date(&PageQuery::to, "to");
        remove(pattern);
        const pugi::xml_node list = part(answer_, "chosen");
        if (!list.first_child()) remove(list);
    }

    void fill_notices() {
        const pugi::xml_node box = part(answer_, "notices");
        const pugi::xml_node pattern = part(box, "notice");
        for (const auto* notices : {&context_.query.notices, &results_.notices}) {
            for (const std::string& notice : *notices)
                add_text(add_copy(pattern), notice);
        }
        remove(pattern);
        if (!box.first_child()) remove(box);
    }

    void fill_results() {
        pugi::xml_node found = part(answer_, "found");
        const pugi::xml_node pages = part(found, "pages");
        pugi::xml_document holder;
        add_results_section(holder, messages_);
        pugi::xml_node section = found.insert_copy_before(holder.first_child(), pages);
        fill_suggestions(section);
        remove_part(section, "total");
        remove_part(section, "facet");
        pugi::xml_node list = part(section, "hits");
        const pugi::xml_node item = part(list, "hit");
        for (const Hit& hit : results_.hits)
            add_hit(item, hit);
        remove(item);
        if (results_.hits.empty()) {
            remove(list);
            remove_part(found, "results-heading");
        } else {
            set_attribute(list, "start", fmt::format("{}", results_.hits.front().rank));
        }
    }

    void fill_suggestions(pugi::xml_node section) {
        const pugi::xml_node pattern = part(section, "suggestion");
        for (const Suggestion& each : results_.suggestions) {
            pugi::xml_node query = part(add_copy(pattern), "suggestion-query");
            PageQuery instead = changed();
            instead.request.query = each.query;
            query.set_name("a");
            set_attribute(query, "href", page_link(instead));
            add_lit(query, each.query, each.changed);
        }
        remove(pattern);
    }

    void add_hit(pugi::xml_node pattern, const Hit& hit) {
        pugi::xml_node item = add_copy(pattern);
        fill_hit(item, hit, messages_, [this](const std::string& id) {
            return page_link(release(PageView::release, id));
        });
        if (!hit.versions.empty()) {
            remove_part(item, "hit-versions");
            add_versions(item, hit.versions);
        }
        pugi::xml_node actions = item.append_copy(part(parts_, "actions"));
        set_attribute(actions, "lang", messages_.language());
        set_attribute(part(actions, "read"), "href", page_link(release(PageView::release, hit.id)));
        set_attribute(part(actions, "like"), "href", page_link(like(hit.id)));
    }

    void add_versions(pugi::xml_node item, const std::vector<std::string>& ids) {
        pugi::xml_node versions = item.append_copy(part(parts_, "versions"));
        set_attribute(versions, "lang", messages_.language());
        add_text(part(versions, "versions-count"), messages_.counted("versions", ids.size()));
        const pugi::xml_node pattern = part(versions, "version");
        for (const std::string& id : ids) {
            pugi::xml_node link = part(add_copy(pattern), "version-link");
            add_text(link, id);
            set_attribute(link, "href", page_link(release(PageView::release, id)));
        }
        remove(pattern);
    }

    bool is_last_page() const {
        const Request& request = context_.query.request;
        return results_.hits.size() < request.limit || context_.query.page == last_page ||
               (results_.total_is_exact && request.offset + request.limit >= results_.total);
    }

    // A link to a page beside this one, or the part's end where there is none.
    std::string link_to_page(std::string_view name, bool there_is, std::size_t page) {
        const pugi::xml_node link = part(answer_, name);
        if (!there_is) {
            remove(link);
            return {};
        }
        PageQuery query = context_.query;
        query.page = page;
        std::string target = page_link(query);
        set_attribute(link, "href", target);
        return target;
    }

    void fill_pages() {
        const std::size_t page = context_.query.page;
        // From behind the last page the first is nearer than another empty one.
        const std::size_t before = results_.hits.empty() ? 1 : page - 1;
        const std::string previous = link_to_page("previous", page > 1, before);
        const std::string next = link_to_page("next", !is_last_page(), page + 1);
        frame_.set_neighbours({previous, next, feed_link()});
        set_text(part(answer_, "page-number"),
                 messages_.filled("page", {{"number", fmt::format("{}", page)}}));
        if (previous.empty() && next.empty()) remove_part(answer_, "pages");
    }

    std::string feed_link() const {
        PageQuery feed = changed();
        feed.format = "atom";
        // What is new must come first, or a reader of feeds never sees it.
        feed.request.sort = Sort::date;
        return page_link(feed);
    }

    void fill_subscribe() {
        set_attribute(part(answer_, "feed-link"), "href", feed_link());
        PageQuery json = context_.query;
        json.format = "json";
        set_attribute(part(answer_, "json-link"), "href", page_link(json));
    }

    void fill_narrow() {
        pugi::xml_node narrow = part(answer_, "narrow");
        const pugi::xml_node heading = narrow.first_child();
        pugi::xml_document holder;
        add_results_section(holder, messages_);
        for (const Facet& facet : results_.facets) {
            if (facet.kind == FacetKind::month) {
                add_timeline(narrow, part(parts_, "timeline"), facet.values, context_);
            } else {
                add_facet(narrow, part(holder, "facet"), facet);
            }
        }
        if (heading.next_sibling()) return;
        remove(narrow);
        remove_part(answer_, "jump");
    }

    // What is not chosen already, the most frequent first.
    std::vector<FacetValue> values_of(const Facet& facet) const {
        PageQuery query = context_.query;
        const std::vector<std::string>& chosen = *filter_of(query, facet.kind);
        std::vector<FacetValue> values;
        for (const FacetValue& each : facet.values) {
            if (std::find(chosen.begin(), chosen.end(), each.value) == chosen.end() &&
                values.size() < most_values) {
                values.push_back(each);
            }
        }
        return values;
    }

    void add_facet(pugi::xml_node narrow, pugi::xml_node pattern, const Facet& facet) {
        const std::vector<FacetValue> values = values_of(facet);
        if (values.empty()) return;
        pugi::xml_node box = narrow.append_copy(pattern);
        set_text(part(box, "facet-name"), messages_(facet_label(facet.kind)));
        const pugi::xml_node list = part(box, "facet-value").parent();
        const bool more = values.size() > values_shown + 1;
        const std::size_t shown = more ? values_shown : values.size();
        if (more) {
            pugi::xml_node rest = box.append_copy(part(parts_, "more")).append_copy(list);
            fill_values(rest, facet.kind, std::span(values).subspan(shown));
        }
        fill_values(list, facet.kind, std::span(values).first(shown));
    }

    void fill_values(pugi::xml_node list, FacetKind kind, std::span<const FacetValue> values) {
        const pugi::xml_node pattern = part(list, "facet-value");
        for (const FacetValue& each : values) {
            pugi::xml_node item = add_copy(pattern);
            pugi::xml_node text = part(item, "facet-text");
            PageQuery narrowed = changed();
            filter_of(narrowed, kind)->push_back(each.value);
            text.set_name("a");
            set_attribute(text, "href", page_link(narrowed));
            add_text(text, facet_text(kind, each.value, messages_));
            add_text(part(item, "facet-count"), fmt::format("{}", each.count));
        }
        remove(pattern);
    }

    const PageContext& context_;
    const Results& results_;
    const Messages& messages_;
    const std::string heading_;
    PageFrame frame_;
    pugi::xml_document parts_;
    pugi::xml_node answer_;
};

}  // namespace

std::vector<FacetKind> page_facets() {
    return {FacetKind::month, FacetKind::country, FacetKind::lang, FacetKind::source};
}

std::string search_page(const PageContext& context, const Results& results,
                        const std::string& like_title) {
    return SearchPage(context, results, like_title).finished();
}

}  // namespace vigyapti
