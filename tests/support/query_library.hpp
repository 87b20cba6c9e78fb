// Releases in memory that queries are compiled for.
#pragma once

#include <string>
#include <string_view>

#include "common/base/xapian.hpp"
#include "common/index/vocabulary.hpp"
#include "indexer/build_document.hpp"
#include "indexer/collect_forms.hpp"
#include "searcher/query/compile.hpp"
#include "searcher/query/parse.hpp"
#include "tests/support/temporary_folder.hpp"

namespace vigyapti::test {

// A database in memory and its vocabulary.
class QueryLibrary {
  public:
    QueryLibrary() { note_forms(analyser_, forms_); }

    void add(const Release& release) {
        database_.add_document(build_document(release, analyser_, 1000).document);
    }

    void add(const std::string& title, const std::string& body) {
        Release release;
        release.id = std::to_string(database_.get_doccount());
        release.title = title;
        if (!body.empty()) release.blocks = {{BlockKind::body, body}};
        add(release);
    }

    CompiledQuery compile(std::string_view query, bool all = false) {
        const auto path = folder_.path() / "vocabulary";
        add_to_vocabulary(path, forms_);
        const auto vocabulary = Vocabulary::open(path);
        return compile_query(parse_query(query), {.database = database_,
                                                  .vocabulary = &*vocabulary,
                                                  .analyser = query_analyser_,
                                                  .all = all});
    }

    // The matches: "kind terms @fields #group", joined by '|'.
    std::string matches(std::string_view query) {
        std::string out;
        for (const Match& match : compile(query).matches) {
            if (!out.empty()) out += '|';
            out += match.kind == MatchKind::key     ? "key"
                   : match.kind == MatchKind::exact ? "exact"
                                                    : "prefix";
            for (const std::string& term : match.terms)
                out += " " + term;
            out += " @" + std::to_string(match.fields) + " #" + std::to_string(match.group);
        }
        return out;
    }

    std::string notices(std::string_view query) {
        std::string out;
        for (const std::string& notice : compile(query).notices)
            out += (out.empty() ? "" : "|") + notice;
        return out;
    }

    // How many releases match.
    Xapian::doccount count(std::string_view query, bool all = false) {
        Xapian::Enquire enquire(database_);
        enquire.set_query(compile(query, all).query);
        return enquire.get_mset(0, 1000).size();
    }

  private:
    Xapian::WritableDatabase database_{std::string(), Xapian::DB_BACKEND_INMEMORY};
    Analyser analyser_;
    Analyser query_analyser_;  // the words of queries get into no vocabulary
    Forms forms_;
    TemporaryFolder folder_;
};

}  // namespace vigyapti::test
