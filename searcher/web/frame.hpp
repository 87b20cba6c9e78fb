// What every page has around its matter: head, search form, footer (page.html).
#pragma once

#include <pugixml.hpp>
#include <string>
#include <utility>

#include "searcher/render/messages.hpp"
#include "searcher/web/page_settings.hpp"
#include "searcher/web/parameters.hpp"

namespace vigyapti {

// What a page is made for.
struct PageContext {
    const PageSettings& settings;
    const PageQuery& query;
    const Messages& messages;
};

class PageFrame {
  public:
    // The title of the window is `title` and the site's name; that alone where `title` is empty.
    PageFrame(const PageContext& context, const std::string& title);

    // <main>, to be filled.
    pugi::xml_node main() const;

    // What browsers are told of beside the page: those before and behind it, and its feed. Empty:
    // there is none, as where nothing is said.
    struct Neighbours {
        std::string previous;
        std::string next;
        std::string feed;
    };
    void set_neighbours(Neighbours neighbours) { neighbours_ = std::move(neighbours); }

    // The whole page as HTML. Once.
    std::string finished();

  private:
    void link_to(const char* part_name, const std::string& target);
    void fill_form();
    void keep_filters(pugi::xml_node pattern);

    const PageContext context_;
    pugi::xml_document document_;
    Neighbours neighbours_;
};

// The site's name as visitors see it.
std::string site_title(const PageSettings& settings, const Messages& messages);

// The query that the page would begin with: nothing asked, in the same language of the interface.
PageQuery blank_query(const PageQuery& query);

// The file of the page's looks, with a name that changes when it does.
std::string style_link();

}  // namespace vigyapti
