// A peer to measure a first build against: what a program does that takes Xapian as it comes, its
// TermGenerator with the stemmer of the language (it has none for Hindi), title and text with
// positions, the line stored, a term for the id.
//
//     plain_xapian INDEX default DOCUMENTS.jsonl
//     plain_xapian INDEX best DOCUMENTS.jsonl [FLUSH]
//
// "default" leaves all settings alone, and replaces by id, as the guides show. "best" does what
// makes a first build with the same terms fast: it adds, flushes after FLUSH documents, waits for
// no disk, and compacts at the end. Prints the seconds that the compaction took.

#include <simdjson.h>
#include <xapian.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>
#include <string_view>

namespace {

// Over 30 MB of text 500 took less CPU than 1,000 and 2,000 in each of three rounds, and about as
// much as 250. Over 80 MB what these took differed no more than their runs did.
constexpr const char* best_flush = "500";

std::string member(simdjson::dom::element line, const char* name) {
    std::string_view value;
    if (line[name].get(value) != simdjson::SUCCESS) return {};
    return std::string(value);
}

class PlainIndexer {
  public:
    PlainIndexer(Xapian::WritableDatabase& database, bool replace)
        : database_(database), replace_(replace) {}

    // Throws what cannot be read: a peer that lacks documents compares nothing.
    void add(const std::string& line) {
        const simdjson::dom::element fields = parser_.parse(line);
        Xapian::Document document;
        terms_.set_document(document);
        terms_.set_stemmer(member(fields, "lang") == "hi" ? Xapian::Stem() : english_);
        terms_.index_text(member(fields, "title"), 1, "S");
        terms_.increase_termpos();
        terms_.index_text(member(fields, "text"));
        document.set_data(line);
        const std::string id_term = "Q" + member(fields, "id");
        document.add_boolean_term(id_term);
        if (replace_) {
            database_.replace_document(id_term, document);
        } else {
            database_.add_document(document);
        }
    }

  private:
    Xapian::WritableDatabase& database_;
    const bool replace_;
    simdjson::dom::parser parser_;
    Xapian::TermGenerator terms_;
    const Xapian::Stem english_{"english"};
};

void build(const std::string& index, int flags, bool replace, const char* documents) {
    Xapian::WritableDatabase database(index, flags);
    PlainIndexer indexer(database, replace);
    std::ifstream file(documents);
    if (!file) throw std::runtime_error("cannot be read");
    for (std::string line; std::getline(file, line);)
        indexer.add(line);
    database.commit();
}

void build_best(const std::string& index, const char* documents, const char* flush) {
    setenv("XAPIAN_FLUSH_THRESHOLD", flush, 1);
    const std::string loose = index + ".loose";
    build(loose, Xapian::DB_CREATE | Xapian::DB_NO_SYNC | Xapian::DB_DANGEROUS, false, documents);
    const auto start = std::chrono::steady_clock::now();
    Xapian::Database(loose).compact(index);
    std::filesystem::remove_all(loose);
    const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
    std::printf("compaction %.2f s\n", seconds.count());
}

}  // namespace

int main(int argc, char** argv) {
    const std::string_view mode = argc > 2 ? argv[2] : "";
    if ((mode != "default" || argc != 4) && (mode != "best" || argc < 4 || argc > 5)) {
        std::fprintf(stderr, "usage: plain_xapian INDEX default|best DOCUMENTS.jsonl [FLUSH]\n");
        return 64;
    }
    try {
        if (mode == "default") {
            build(argv[1], Xapian::DB_CREATE, true, argv[3]);
        } else {
            build_best(argv[1], argv[3], argc > 4 ? argv[4] : best_flush);
        }
    } catch (const Xapian::Error& error) {
        std::fprintf(stderr, "plain_xapian: %s\n", error.get_description().c_str());
        return 74;
    } catch (const std::exception& error) {
        std::fprintf(stderr, "plain_xapian: %s: %s\n", argv[3], error.what());
        return 65;
    }
    return 0;
}
