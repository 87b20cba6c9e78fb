// One search: Request → query → matches → Results.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "searcher/request.hpp"
#include "searcher/results.hpp"

namespace vigyapti {

// Holds an open index. Not to be used by two threads at a time: one Searcher a thread. They share
// nothing that changes, so that any number of them may work side by side.
class Searcher {
  public:
    // Throws Error(not_found) and Error(version).
    explicit Searcher(std::filesystem::path index);
    ~Searcher();
    Searcher(const Searcher&) = delete;
    Searcher& operator=(const Searcher&) = delete;
    // What it was moved from can be destroyed or assigned to, nothing else.
    Searcher(Searcher&&) noexcept;
    Searcher& operator=(Searcher&&) noexcept;

    // Searches the index as it was when opened; when an indexer has since overwritten what is
    // needed, opens it again and retries, a few times at most. Throws Error for an index that
    // cannot be read.
    Results search(const Request& request);

    // The release called `id`, with what `request` looks for lit. Throws Error(not_found) when the
    // index has none, and as `search`.
    ReadRelease read(const Request& request, const std::string& id);

    // What `text`, the beginning of a question, may become: countries and sources, then titles of
    // releases. `limit` at most; nothing for a text without words. Throws as `search`.
    std::vector<std::string> complete(const std::string& text, std::size_t limit);

    // The parsed query, the Xapian query and the notices, for --explain.
    std::string explain(const Request& request);

    // What the index holds of the release with this id, a line a thing, for --explain-document.
    // Throws Error(not_found) when there is none.
    std::string explain_document(const std::string& id);

  private:
    struct Implementation;
    std::unique_ptr<Implementation> implementation_;
};

}  // namespace vigyapti
