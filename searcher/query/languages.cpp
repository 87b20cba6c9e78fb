#include "searcher/query/languages.hpp"

#include <algorithm>
#include <utility>

#include "common/index/database.hpp"
#include "common/index/schema.hpp"
#include "searcher/query/crossing.hpp"

namespace vigyapti {
namespace {

// Words of a tree by their script.
struct Scripts {
    std::size_t hindi = 0;
    std::size_t latin = 0;
};

void count_scripts(const Node& node, Analyser& analyser, Scripts& scripts) {
    if (node.kind != NodeKind::filter && node.kind != NodeKind::date) {
        analyser.for_each_word(node.text, [&](const Token& token, const Term&) {
            scripts.hindi += token.kind == TokenKind::devanagari ? 1 : 0;
            scripts.latin += token.kind == TokenKind::latin ? 1 : 0;
        });
    }
    for (const Node& child : node.children)
        count_scripts(child, analyser, scripts);
}

void limit(CompiledQuery& query, Target target) {
    query.limited_to = target;
    if (query.query.empty()) return;
    const Xapian::Query hindi(boolean_term(field(FieldId::lang).prefix, "hi"));
    const auto op = target == Target::hindi ? Xapian::Query::OP_FILTER : Xapian::Query::OP_AND_NOT;
    query.query = {op, query.query, hindi};
}

}  // namespace

const std::vector<Match>& matches_for(const std::vector<CompiledQuery>& queries,
                                      std::string_view language) {
    const Target target = language == "hi" ? Target::hindi : Target::english;
    const auto found =
        std::find_if(queries.begin(), queries.end(), [target](const CompiledQuery& each) {
            return !each.limited_to || *each.limited_to == target;
        });
    static const std::vector<Match> none;
    return found == queries.end() ? none : found->matches;
}

std::vector<CompiledQuery> compile_in_languages(const ParsedQuery& parsed,
                                                const QueryContext& context,
                                                const Translations* added, Cross cross) {
    Scripts scripts;
    count_scripts(parsed.root, context.analyser, scripts);
    // Of a number in digits either language may be asked for.
    const bool wordless = scripts.hindi + scripts.latin == 0;
    if (cross == Cross::off || (wordless && cross == Cross::only)) {
        return {compile_query(parsed, context)};
    }
    const Crossing crossing(context.database, context.vocabulary, added, context.analyser);
    const auto compile_for = [&](Target target) {
        QueryContext own = context;
        own.crossing = &crossing;
        own.target = target;
        return compile_query(parsed, own);
    };
    const bool is_hindi = scripts.hindi >= scripts.latin;
    const Target target = is_hindi ? Target::hindi : Target::english;
    const Target other = is_hindi ? Target::english : Target::hindi;
    const Xapian::doccount hindi =
        context.database.get_termfreq(boolean_term(field(FieldId::lang).prefix, "hi"));
    const Xapian::doccount english = context.database.get_doccount() - hindi;
    std::vector<CompiledQuery> queries;
    if (cross != Cross::only) queries.push_back(compile_for(target));
    if ((other == Target::hindi ? hindi : english) == 0) return queries;
    CompiledQuery crossed = compile_for(other);
    // Names and numbers that are alike in both languages need no second query.
    if (!crossed.crossed && cross != Cross::only) return queries;
    limit(crossed, other);
    if (!queries.empty()) limit(queries.front(), target);
    queries.push_back(std::move(crossed));
    return queries;
}

}  // namespace vigyapti
