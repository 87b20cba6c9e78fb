#include "searcher/list_values.hpp"

#include "common/base/xapian.hpp"
#include "common/index/database.hpp"
#include "common/index/schema.hpp"
#include "searcher/count_facets.hpp"

namespace vigyapti {
namespace {

// A source is text in the index, so that its words can be looked for; as a whole it is counted.
std::vector<std::string> frequent_sources(const Xapian::Database& database, std::size_t limit) {
    FacetSpy spy;
    Xapian::Enquire enquire(database);
    enquire.set_query(Xapian::Query::MatchAll);
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    enquire.add_matchspy(&spy);
    enquire.get_mset(0, 0, database.get_doccount());
    const std::vector<Facet> facets = count_facets(spy, {FacetKind::source});
    std::vector<std::string> values;
    for (const FacetValue& each : facets.front().values) {
        if (values.size() < limit) values.push_back(each.value);
    }
    return values;
}

std::vector<std::string> all_terms(const Xapian::Database& database, FieldId id) {
    const std::string prefix(field(id).prefix);
    std::vector<std::string> values;
    for (auto term = database.allterms_begin(prefix); term != database.allterms_end(prefix); ++term)
        values.push_back((*term).substr(prefix.size()));
    return values;
}

}  // namespace

std::vector<std::string> list_values(const std::filesystem::path& index, std::string_view name,
                                     std::size_t limit) {
    const Xapian::Database database = open_index(index);
    const FieldId id = *find_field(name);
    return id == FieldId::source ? frequent_sources(database, limit) : all_terms(database, id);
}

}  // namespace vigyapti
