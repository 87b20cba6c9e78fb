#include "searcher/render/page_files.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>
#include <string>

namespace vigyapti {
namespace {

constexpr unsigned char error_html[] = {
#include "searcher/web/error.html.inc"
};
constexpr unsigned char front_html[] = {
#include "searcher/web/front.html.inc"
};
constexpr unsigned char help_en_html[] = {
#include "searcher/web/help.en.html.inc"
};
constexpr unsigned char help_hi_html[] = {
#include "searcher/web/help.hi.html.inc"
};
constexpr unsigned char help_html[] = {
#include "searcher/web/help.html.inc"
};
constexpr unsigned char icon_svg[] = {
#include "searcher/web/icon.svg.inc"
};
constexpr unsigned char messages_tsv[] = {
#include "searcher/web/messages.tsv.inc"
};
constexpr unsigned char opensearch_xml[] = {
#include "searcher/web/opensearch.xml.inc"
};
constexpr unsigned char page_css[] = {
#include "searcher/web/page.css.inc"
};
constexpr unsigned char page_html[] = {
#include "searcher/web/page.html.inc"
};
constexpr unsigned char release_html[] = {
#include "searcher/web/release.html.inc"
};
constexpr unsigned char results_html[] = {
#include "searcher/web/results.html.inc"
};
constexpr unsigned char search_html[] = {
#include "searcher/web/search.html.inc"
};

struct PageFile {
    std::string_view name;
    const unsigned char* data;
    std::size_t size;
};

constexpr std::array files{
    PageFile{"error.html", error_html, sizeof error_html},
    PageFile{"front.html", front_html, sizeof front_html},
    PageFile{"help.en.html", help_en_html, sizeof help_en_html},
    PageFile{"help.hi.html", help_hi_html, sizeof help_hi_html},
    PageFile{"help.html", help_html, sizeof help_html},
    PageFile{"icon.svg", icon_svg, sizeof icon_svg},
    PageFile{"messages.tsv", messages_tsv, sizeof messages_tsv},
    PageFile{"opensearch.xml", opensearch_xml, sizeof opensearch_xml},
    PageFile{"page.css", page_css, sizeof page_css},
    PageFile{"page.html", page_html, sizeof page_html},
    PageFile{"release.html", release_html, sizeof release_html},
    PageFile{"results.html", results_html, sizeof results_html},
    PageFile{"search.html", search_html, sizeof search_html},
};

}  // namespace

std::string_view page_file(std::string_view name) {
    const auto* const found = std::find_if(
        files.begin(), files.end(), [name](const PageFile& each) { return each.name == name; });
    if (found == files.end()) throw std::logic_error("no page file " + std::string(name));
    return {reinterpret_cast<const char*>(found->data), found->size};
}

}  // namespace vigyapti
