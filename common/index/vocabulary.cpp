#include "common/index/vocabulary.hpp"

#include <algorithm>
#include <set>

namespace vigyapti {
namespace {

// Each document of the database stands for one key: term K + key, terms G + piece, data the key.
constexpr char key_prefix = 'K';
constexpr char piece_prefix = 'G';
constexpr std::size_t piece_length = 3;

// Candidates that share the most pieces are compared exactly; the true nearest are among the first
// few, since likeness grows with the pieces shared.
constexpr Xapian::doccount candidates = 200;

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

bool is_letter_key(std::string_view key) {
    constexpr std::size_t shortest = 3;
    return key.size() >= shortest && std::none_of(key.begin(), key.end(), is_digit);
}

// Terms of other fields begin with a capital.
bool is_key(std::string_view term) {
    return !term.empty() && !(term.front() >= 'A' && term.front() <= 'Z');
}

// The three-letter pieces of a word with its borders. A Hindi key begins with its marker, which is
// its border too; English ones get another, so that the scripts share no borders.
std::set<std::string> pieces_of(std::string_view key) {
    const bool hindi = key.front() == '.';
    const std::string bordered =
        (hindi ? std::string() : "_") + std::string(key) + (hindi ? "." : "_");
    std::set<std::string> pieces;
    for (std::size_t i = 0; i + piece_length <= bordered.size(); ++i)
        pieces.insert(piece_prefix + bordered.substr(i, piece_length));
    return pieces;
}

double likeness(const std::set<std::string>& a, const std::set<std::string>& b) {
    std::size_t shared = 0;
    for (const std::string& piece : a)
        shared += b.count(piece);
    return 2.0 * static_cast<double>(shared) / static_cast<double>(a.size() + b.size());
}

void add_key(Xapian::WritableDatabase& database, const std::string& key) {
    Xapian::Document document;
    document.add_boolean_term(key_prefix + key);
    for (const std::string& piece : pieces_of(key))
        document.add_boolean_term(piece);
    document.set_data(key);
    database.add_document(document);
}

// The keys of an index in their order; the terms of fields, which lie between them, are skipped.
class KeyIterator {
  public:
    explicit KeyIterator(const Xapian::Database& index)
        : at_(index.allterms_begin()), end_(index.allterms_end()) {
        settle();
    }

    bool done() const { return at_ == end_; }
    std::string key() const { return *at_; }
    void next() {
        ++at_;
        settle();
    }

  private:
    void settle() {
        while (at_ != end_) {
            const std::string term = *at_;
            if (!is_key(term)) {
                at_.skip_to("[");  // the first character behind the capitals
            } else if (!is_letter_key(term)) {
                ++at_;
            } else {
                return;
            }
        }
    }

    Xapian::TermIterator at_;
    Xapian::TermIterator end_;
};

}  // namespace

std::optional<Vocabulary> Vocabulary::open(const std::filesystem::path& path) {
    std::error_code ignored;
    // The folder alone may be one that a first run is about to fill.
    if (!std::filesystem::exists(path / "iamglass", ignored)) return std::nullopt;
    return Vocabulary(Xapian::Database(path.string()));
}

std::vector<NearKey> Vocabulary::nearest(std::string_view key, std::size_t limit) const {
    std::vector<NearKey> found;
    if (!is_letter_key(key)) return found;
    const std::set<std::string> pieces = pieces_of(key);
    Xapian::Enquire enquire(database_);
    enquire.set_query(Xapian::Query(Xapian::Query::OP_OR, pieces.begin(), pieces.end()));
    enquire.set_weighting_scheme(Xapian::CoordWeight());
    const Xapian::MSet matches = enquire.get_mset(0, candidates);
    for (auto match = matches.begin(); match != matches.end(); ++match) {
        std::string candidate = match.get_document().get_data();
        if (candidate == key || (candidate.front() == '.') != (key.front() == '.')) continue;
        const double value = likeness(pieces, pieces_of(candidate));
        if (value >= least_likeness) found.push_back({std::move(candidate), value});
    }
    std::sort(found.begin(), found.end(), [](const NearKey& a, const NearKey& b) {
        return a.likeness != b.likeness ? a.likeness > b.likeness : a.key < b.key;
    });
    if (found.size() > limit) found.resize(limit);
    return found;
}

void update_vocabulary(const Xapian::Database& index, const std::filesystem::path& path,
                       const KeyOf&, std::string_view mark) {
    Xapian::WritableDatabase database(path.string(), Xapian::DB_CREATE_OR_OVERWRITE);
    for (KeyIterator key(index); !key.done(); key.next())
        add_key(database, key.key());
    database.set_metadata("mark", std::string(mark));
    database.commit();
}
void extend_vocabulary(const std::filesystem::path& path, const Xapian::Database& added_shards,
                       const std::set<std::string>& added_terms, const KeyOf&,
                       std::string_view mark) {
    Xapian::WritableDatabase database(path.string(), Xapian::DB_CREATE_OR_OPEN);
    for (KeyIterator key(added_shards); !key.done(); key.next()) {
        if (!database.term_exists(key_prefix + key.key())) add_key(database, key.key());
    }
    for (const auto& t : added_terms)
        if (is_key(t) && is_letter_key(t) && !database.term_exists(key_prefix + t))
            add_key(database, t);
    database.set_metadata("mark", std::string(mark));
    database.commit();
}
std::string vocabulary_mark(const std::filesystem::path& path) {
    std::error_code ignored;
    if (!std::filesystem::exists(path / "iamglass", ignored)) return {};
    return Xapian::Database(path.string()).get_metadata("mark");
}

}  // namespace vigyapti
