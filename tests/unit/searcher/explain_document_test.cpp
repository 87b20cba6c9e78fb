#include "searcher/explain_document.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "common/base/error.hpp"
#include "common/index/database.hpp"
#include "common/lexicon/lexicon.hpp"
#include "indexer/build_document.hpp"

namespace vigyapti {
namespace {

class Library {
  public:
    void add(const Release& release, double indexed_at = 1'697'500'800) {
        database_.add_document(build_document(release, analyser_, indexed_at).document);
    }

    std::string explain(const std::string& id) const { return explain_document(database_, id); }

    void damage(const std::string& id) {
        Xapian::Document document = database_.get_document(*database_.postlist_begin(id_term(id)));
        document.set_data("no release");
        database_.replace_document(id_term(id), document);
    }

  private:
    Xapian::WritableDatabase database_{std::string(), Xapian::DB_BACKEND_INMEMORY};
    Analyser analyser_{canonical_key};
};

Release visit() {
    Release release;
    release.id = "visit";
    release.title = "मंत्री की यात्रा";
    release.date = "2023-10-17";
    release.date_origin = DateOrigin::dateline;
    release.lang = "hi";
    release.source = "विदेश मंत्रालय";
    release.url = "https://example.org/visit";
    release.countries = {"RU", "PK"};
    release.blocks = {{BlockKind::body, "मंत्री गए।"},
                      {BlockKind::caption, "At the gate"},
                      {BlockKind::credit, "© PIB"}};
    return release;
}

bool has_line(const std::string& text, const std::string& line) {
    return ("\n" + text).find("\n" + line + "\n") != std::string::npos;
}

}  // namespace

TEST_CASE("all that the index holds of a release is shown, a line each") {
    Library library;
    library.add(visit());
    const std::string text = library.explain("visit");
    CAPTURE(text);
    for (const std::string line :
         {"id: visit", "title: मंत्री की यात्रा", "date: 2023-10-17, from its dateline",
          "language: hi", "source: विदेश मंत्रालय", "url: https://example.org/visit",
          "countries: RU PK", "caption: 11 characters, 11 bytes",
          "indexed: 2023-10-17 00:00:00 UTC"}) {
        CAPTURE(line);
        CHECK(has_line(text, line));
    }
    CHECK(text.find("\nbody: ") != std::string::npos);
    CHECK(text.find("\ncredit: ") != std::string::npos);
    CHECK(text.find("\nterms: ") != std::string::npos);
}

TEST_CASE("where the date is from is said in words") {
    struct Row {
        DateOrigin origin;
        std::string line;
    };
    for (const Row& row : std::vector<Row>{{DateOrigin::metadata, "date: 2023, from its metadata"},
                                           {DateOrigin::dateline, "date: 2023, from its dateline"},
                                           {DateOrigin::file, "date: 2023, from its file"},
                                           {DateOrigin::none, "date: 2023, of unknown origin"}}) {
        Library library;
        Release release = visit();
        release.date = "2023";
        release.date_origin = row.origin;
        library.add(release);
        CAPTURE(row.line);
        CHECK(has_line(library.explain("visit"), row.line));
    }
}

TEST_CASE("what a release has not is none") {
    Library library;
    Release release;
    release.id = "bare";
    library.add(release, -1);
    const std::string text = library.explain("bare");
    CAPTURE(text);
    for (const std::string line : {"title: none", "date: none", "source: none", "url: none",
                                   "countries: none", "indexed: unknown"})
        CHECK(has_line(text, line));
}

TEST_CASE("nothing that a terminal would obey is shown") {
    Library library;
    Release release = visit();
    release.title = "a\x1b[2J\nb";
    library.add(release);
    const std::string text = library.explain("visit");
    CHECK(text.find('\x1b') == std::string::npos);
    CHECK(has_line(text, "title: a?[2J?b"));
}

TEST_CASE("an id that no release has is an error, a damaged release too") {
    Library library;
    library.add(visit());
    const auto code = [&](const std::string& id) {
        try {
            library.explain(id);
        } catch (const Error& error) {
            return error.code();
        }
        return ErrorCode::usage;
    };
    CHECK(code("nothing") == ErrorCode::not_found);
    CHECK(code("") == ErrorCode::not_found);
    library.damage("visit");
    CHECK(code("visit") == ErrorCode::corrupt);
}

}  // namespace vigyapti
