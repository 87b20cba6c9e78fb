#include "indexer/readers/html/metadata.hpp"

#include <libxml/uri.h>

#include <algorithm>
#include <array>
#include <memory>
#include <optional>

#include "common/base/ascii.hpp"
#include "indexer/readers/html/characters.hpp"
#include "indexer/readers/html/date_text.hpp"
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
    MetaName{"og:site_name", ReleaseField::source},
    MetaName{"citation_publisher", ReleaseField::source},
    MetaName{"dcterms.publisher", ReleaseField::source},
    MetaName{"dc.publisher", ReleaseField::source},
    MetaName{"og:url", ReleaseField::url},
};

// What <meta> calls the day of publication, by letters alone ("article:published_time",
// "DC.date.issued", "parsely-pub-date", "pub_date"), in the order of its worth: what a name ends
// with, then whole names. Sources: as above, and names that CMSs and statistics services use.
constexpr auto date_endings = std::to_array<std::string_view>(
    {"publishedtime", "published", "publisheddate", "datepublished", "publishdate", "publishtime",
     "pubdate", "publicationdate", "releasedate", "dateposted", "postdate", "dateissued",
     "dateissue", "termsissued", "dcissued", "datecreated", "termscreated", "dccreated",
     "articlecreated"});
constexpr auto date_names = std::to_array<std::string_view>(
    {"dctermsdate", "dcdate", "sailthrudate", "articledate", "articledateoriginal", "displaydate",
     "docdate", "pdate", "ptime", "created", "date"});
constexpr std::size_t date_meta_count = date_endings.size() + date_names.size();

// The number of a name in the tables above, one behind the other; nothing for other names.
std::optional<std::size_t> date_meta(std::string_view lower) {
    std::string letters;
    for (const char c : lower) {
        if (is_lower(c)) letters += c;
    }
    if (letters.find("video") != letters.npos) return {};  // og:video:release_date
    const auto* name = std::find(date_names.begin(), date_names.end(), letters);
    if (name != date_names.end()) {
        return date_endings.size() + static_cast<std::size_t>(name - date_names.begin());
    }
    const auto* ending =
        std::find_if(date_endings.begin(), date_endings.end(),
                     [&](std::string_view each) { return letters.ends_with(each); });
    if (ending == date_endings.end()) return {};
    return static_cast<std::size_t>(ending - date_endings.begin());
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
                               lowered(tree_.attribute(node, AttributeName::lang)));
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

    void read_meta(NodeId node, std::array<std::string, meta_names.size()>& metas) {
        const std::string_view content = tree_.attribute(node, AttributeName::content);
        if (content.empty()) return;
        for (const AttributeName attribute :
             {AttributeName::property, AttributeName::name, AttributeName::itemprop}) {
            const std::string_view name = tree_.attribute(node, attribute);
            if (name.empty() || name.size() > 40) continue;
            const std::string lower = lowered(name);
            for (std::size_t i = 0; i < meta_names.size(); ++i) {
                if (meta_names[i].name == lower && metas[i].empty()) metas[i] = collapsed(content);
            }
            const auto date = date_meta(lower);
            if (date && dates_[*date].empty()) dates_[*date] = machine_date(collapsed(content));
        }
    }

    void add_metas(std::array<std::string, meta_names.size()>& metas) {
        for (std::size_t i = 0; i < meta_names.size(); ++i) {
            std::string value = std::move(metas[i]);
            if (meta_names[i].field == ReleaseField::url) value = resolved(value, base_);
            draft_.add(meta_names[i].field, Origin::meta, std::move(value));
        }
        for (std::string& date : dates_)
            draft_.add(ReleaseField::date, Origin::meta, std::move(date));
    }

    void read_link(NodeId node) {
        if (lowered(tree_.attribute(node, AttributeName::rel)) != "canonical") return;
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
    std::array<std::string, date_meta_count> dates_;
};

}  // namespace

void read_metadata(const Tree& tree, std::string_view url, Draft& draft) {
    MetadataReader(tree, url, draft).read();
}

}  // namespace vigyapti::html
