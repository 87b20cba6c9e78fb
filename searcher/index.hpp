// An index directory as a program that embeds the search knows it: what it holds now, and a
// Searcher for each thread.
#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <string>

#include "searcher/search.hpp"

namespace vigyapti {

// Keeps the path and nothing open: any number of threads may use one Index at a time. Each function
// looks at the index as it is then, whatever was committed or rebuilt since, at the price of
// opening it (about a millisecond).
class Index {
  public:
    // Looks whether there is an index that this version reads. Throws Error(not_found) when there
    // is none at `directory`, Error(version) when it has another format and Error(io) or
    // Error(corrupt) when it cannot be read.
    explicit Index(std::filesystem::path directory);

    const std::filesystem::path& directory() const { return directory_; }

    // How many releases it holds. Throws as the constructor.
    std::size_t releases() const;

    // How many of each language: "hi", "en" and, where it is not known, "und". One that no release
    // has is not there. Throws as the constructor.
    std::map<std::string, std::size_t> languages() const;

    // A short name of what it holds: equal names, equal answers. It changes with every commit,
    // merge and rebuild; ask for it before `searcher()`. Empty where it cannot be told, since a
    // shard is on another machine. Throws Error(not_found).
    std::string revision() const;

    // A Searcher over the index as it is now, for one thread. It may outlive the Index. Throws as
    // the constructor.
    Searcher searcher() const { return Searcher(directory_); }

  private:
    std::filesystem::path directory_;
};

}  // namespace vigyapti
