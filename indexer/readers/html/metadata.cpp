#include "indexer/readers/html/metadata.hpp"

#include <libxml/uri.h>

#include <algorithm>
#include <array>
#include <memory>
#include <optional>

#include "common/base/trim.hpp"
#include "common/text/date.hpp"
#include "indexer/readers/html/characters.hpp"
#include "indexer/readers/html/class_words.hpp"
#include "indexer/readers/html/json_ld.hpp"

namespace vigyapti::html {
namespace {

struct MetaName {
    std::string_view name;  // in lower case
    ReleaseField field;
};

// Values of <meta name> and <meta property>, in the order of their worth where one field has
// several. Sources: ogp.me, Dublin Core (DCMI terms), Google Scholar's "citation_", Parse.ly,
// and Sailthru, as they are met on pages of ministries and news sites.
constexpr std::array meta_names{
    MetaName{"og:title", ReleaseField::title},
    MetaName{"citation_title", ReleaseField::title},
    MetaName{"dc.title", ReleaseField::title},
    MetaName{"dcterms.title", ReleaseField::title},
    MetaName{"parsely-title", ReleaseField::title},
    MetaName{"twitter:title", ReleaseField::title},
    MetaName{"article:published_time", ReleaseField::date},
    MetaName{"og:article:published_time", ReleaseField::date},
    MetaName{"article:published", ReleaseField::date},
    MetaName{"datepublished", ReleaseField::date},
    MetaName{"pubdate", ReleaseField::date},
    MetaName{"publishdate", ReleaseField::date},
    MetaName{"publish-date", ReleaseField::date},
    MetaName{"publish_date", ReleaseField::date},
    MetaName{"publication_date", ReleaseField::date},
    MetaName{"citation_publication_date", ReleaseField::date},
    MetaName{"citation_date", ReleaseField::date},
    MetaName{"dcterms.issued", ReleaseField::date},
    MetaName{"dc.date.issued", ReleaseField::date},
    MetaName{"dcterms.created", ReleaseField::date},
    MetaName{"dc.date.created", ReleaseField::date},
    MetaName{"dcterms.date", ReleaseField::date},
    MetaName{"dc.date", ReleaseField::date},
    MetaName{"parsely-pub-date", ReleaseField::date},
    MetaName{"sailthru.date", ReleaseField::date},
    MetaName{"date", ReleaseField::date},
    MetaName{"og:site_name", ReleaseField::source},
    MetaName{"citation_publisher", ReleaseField::source},
    MetaName{"dcterms.publisher", ReleaseField::source},
    MetaName{"dc.publisher", ReleaseField::source},
    MetaName{"og:url", ReleaseField::url},
};

std::string lower_case(std::string_view text) {
    std::string lower(text);
    for (char& c : lower) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return lower;
}

std::string collapsed(std::string_view text) {
    CollapsedText out;
    out.add(text);
    return out.take();
}

bool is_absolute(std::string_view url) {
    return url.starts_with("http://") || url.starts_with("https://");
}

// `url` as seen from `base`; empty when it stays relative.
std::string resolved(std::string_view url, std::string_view base) {
    const std::string wanted = collapsed(url);
    if (wanted.empty()) return {};
    if (is_absolute(wanted) || !is_absolute(base)) return is_absolute(wanted) ? wanted : "";
    const std::unique_ptr<xmlChar, void (*)(void*)> built(
        xmlBuildURI(reinterpret_cast<const xmlChar*>(wanted.c_str()),
                    reinterpret_cast<const xmlChar*>(std::string(base).c_str())),
        [](void* text) { xmlFree(text); });
    if (built == nullptr) return {};
    std::string out = reinterpret_cast<const char*>(built.get());
    return is_absolute(out) ? out : std::string();
}

class MetadataReader {
  public:
    MetadataReader(const Tree& tree, std::string_view url, Draft& draft)
        : tree_(tree), base_(url.empty() ? tree.saved_from() : url), draft_(draft) {}

    void read() {
        bool titled = false;
        std::array<std::string, meta_names.size()> metas;
        for (NodeId node = 1; node < tree_.size(); ++node) {
            switch (tree_[node].tag) {
                case Tag::html:
                    draft_.add(ReleaseField::lang, Origin::markup,
                               lower_case(tree_.attribute(node, AttributeName::lang)));
                    break;
                case Tag::title:  // the first; others are of drawings
                    if (!titled) add_title(node);
                    titled = true;
                    break;
                case Tag::meta:
                    read_meta(node, metas);
                    break;
                case Tag::link:
                    read_link(node);
                    break;
                case Tag::script:
                    read_script(node);
                    break;
                default:
                    break;
            }
        }
        add_metas(metas);
        draft_.add(ReleaseField::url, Origin::container, resolved(base_, base_));
    }

  private:
    void add_title(NodeId node) {
        CollapsedText title;
        for (NodeId each = node + 1; each < tree_[node].end; ++each) {
            if (tree_[each].tag == Tag::text) title.add(tree_.text(each));
        }
        // What programs call a page that nobody has named.
        constexpr std::array<std::string_view, 5> unnamed{"Microsoft Word - ", "New Page ",
                                                          "Untitled", "Document", "untitled"};
        const bool named =
            std::none_of(unnamed.begin(), unnamed.end(), [&](std::string_view beginning) {
                return title.text().starts_with(beginning) && title.size() < 60;
            });
        if (named) draft_.add(ReleaseField::title, Origin::page_title, title.take());
    }

    void read_meta(NodeId node, std::array<std::string, meta_names.size()>& metas) const {
        const std::string_view content = tree_.attribute(node, AttributeName::content);
        if (content.empty()) return;
        for (const AttributeName attribute :
             {AttributeName::property, AttributeName::name, AttributeName::itemprop}) {
            const std::string_view name = tree_.attribute(node, attribute);
            if (name.empty() || name.size() > 40) continue;
            const std::string lower = lower_case(name);
            for (std::size_t i = 0; i < meta_names.size(); ++i) {
                if (meta_names[i].name == lower && metas[i].empty()) metas[i] = collapsed(content);
            }
        }
    }

    void add_metas(std::array<std::string, meta_names.size()>& metas) {
        for (std::size_t i = 0; i < meta_names.size(); ++i) {
            std::string value = std::move(metas[i]);
            if (meta_names[i].field == ReleaseField::url) value = resolved(value, base_);
            draft_.add(meta_names[i].field, Origin::meta, std::move(value));
        }
    }

    void read_link(NodeId node) {
        if (lower_case(tree_.attribute(node, AttributeName::rel)) != "canonical") return;
        draft_.add(ReleaseField::url, Origin::meta,
                   resolved(tree_.attribute(node, AttributeName::href), base_));
    }

    void read_script(NodeId node) {
        for (NodeId each = node + 1; each < tree_[node].end; ++each) {
            if (tree_[each].tag == Tag::text) read_json_ld(tree_.text(each), draft_);
        }
    }

    const Tree& tree_;
    std::string_view base_;
    Draft& draft_;
};

// By its class, as in hAtom and in most themes: "published", "post-date".
bool is_called_date(const Tree& tree, NodeId node) {
    return any_class_word(tree.attribute(node, AttributeName::class_), [](std::string_view word) {
        return word == "published" || word == "date" || word == "dateline" || word == "pubdate";
    });
}

}  // namespace

void read_metadata(const Tree& tree, std::string_view url, Draft& draft) {
    MetadataReader(tree, url, draft).read();
}

void read_times(const Tree& tree, NodeId begin, NodeId end, Draft& draft) {
    for (NodeId node = begin; node < end; ++node) {
        if (tree[node].tag == Tag::text) continue;
        const bool published =
            tree.attribute(node, AttributeName::itemprop).find("datePublished") !=
            std::string_view::npos;
        if (tree[node].tag != Tag::time && !published && !is_called_date(tree, node)) continue;
        std::string value(trimmed(tree.attribute(node, AttributeName::datetime)));
        if (value.empty()) value = trimmed(tree.attribute(node, AttributeName::content));
        if (value.empty()) value = tree.text_below(node);
        if (!parse_date(value)) continue;
        draft.add(ReleaseField::date, Origin::markup, std::move(value));
        return;
    }
}

}  // namespace vigyapti::html
