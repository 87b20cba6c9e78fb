// The page: a request to a response, whatever server is between them and the browser.
#pragma once

#include <optional>
#include <string>

#include "searcher/search.hpp"
#include "searcher/web/http.hpp"
#include "searcher/web/page_settings.hpp"

namespace vigyapti {

class Site {
  public:
    explicit Site(PageSettings settings);

    // Any request has an answer: what is wrong with it, with the index or with a release is told by
    // the status, for visitors on the page and for administrators by `remark`. Throws nothing but
    // for lack of memory.
    HttpResponse answer(const HttpRequest& request);

    // The answer for when there is none, in English, with nothing looked at.
    HttpResponse unavailable() const;

  private:
    class Answer;

    // Opened when it is first needed, and when `revision`, of the index, is not what it was. Throws
    // as Searcher.
    Searcher& searcher(const std::string& revision);

    const PageSettings settings_;
    std::optional<Searcher> searcher_;
    std::string revision_;  // of what is open
};

}  // namespace vigyapti
