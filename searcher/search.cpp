#include "searcher/search.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <optional>
#include <sstream>
#include <utility>

#include "common/base/error.hpp"
#include "common/base/xapian.hpp"
#include "common/index/database.hpp"
#include "common/index/stored.hpp"
#include "common/lexicon/lexicon.hpp"
#include "common/lexicon/translations_file.hpp"
#include "searcher/completions.hpp"
#include "searcher/count_facets.hpp"
#include "searcher/explain_document.hpp"
#include "searcher/find_document.hpp"
#include "searcher/likeness.hpp"
#include "searcher/matcher.hpp"
#include "searcher/page.hpp"
#include "searcher/pairs.hpp"
#include "searcher/query/languages.hpp"
#include "searcher/query/parse_request.hpp"
#include "searcher/since.hpp"
#include "searcher/snippet.hpp"
#include "searcher/suggest.hpp"
#include "searcher/versions.hpp"

namespace vigyapti {
namespace {

// The title as results show it: the release's own, else the beginning of its text.
std::string display_title(const Release& release, Analyser& analyser) {
    if (!release.title.empty() || release.blocks.empty()) return release.title;
    constexpr std::size_t graphemes = 100;
    const Snippet beginning = make_snippet(release, {}, analyser, graphemes);
    return beginning.text + (beginning.cut_after ? "…" : "");
}

std::vector<std::string> notices_of(const std::vector<CompiledQuery>& queries) {
    std::vector<std::string> notices;
    for (const CompiledQuery& query : queries) {
        for (const std::string& notice : query.notices) {
            if (std::find(notices.begin(), notices.end(), notice) == notices.end())
                notices.push_back(notice);
        }
    }
    return notices;
}

// Words that need no other spelling, since the other language has them.
std::vector<std::string> understood_words(const std::vector<CompiledQuery>& queries) {
    std::vector<std::string> words;
    for (const CompiledQuery& query : queries)
        words.insert(words.end(), query.understood.begin(), query.understood.end());
    return words;
}

Hit make_hit(const Xapian::Document& document, const std::vector<CompiledQuery>& queries,
             const Request& request, Analyser& analyser) {
    Release release = decode_release(document.get_data());
    const std::vector<Match>& matches = matches_for(queries, release.lang);
    Hit hit;
    hit.title = display_title(release, analyser);
    hit.title_highlights = find_highlights(hit.title, in_title, matches, analyser);
    hit.snippet = make_snippet(release, matches, analyser, request.snippet_graphemes);
    hit.id = std::move(release.id);
    hit.date = std::move(release.date);
    hit.lang = std::move(release.lang);
    hit.source = std::move(release.source);
    hit.url = std::move(release.url);
    hit.countries = std::move(release.countries);
    return hit;
}

}  // namespace

struct Searcher::Implementation {
    std::filesystem::path directory;
    Xapian::Database database;
    std::optional<Vocabulary> vocabulary;
    std::optional<TranslationsFile> translations;
    Analyser analyser{canonical_key};

    void open() {
        database = open_index(directory);
        // A rebuild may put another in its place, and the next run remove it, between our two
        // looks.
        constexpr int attempts = 100;
        for (int attempt = 1; attempt <= attempts; ++attempt) {
            const std::filesystem::path path = vocabulary_path(directory);
            vocabulary = Vocabulary::open(path);
            translations = TranslationsFile::open(path.parent_path() / translations_name);
            if (vocabulary || path == vocabulary_path(directory)) return;
        }
    }

    std::vector<CompiledQuery> compile(const Request& request) {
        const QueryContext context{.database = database,
                                   .vocabulary = vocabulary ? &*vocabulary : nullptr,
                                   .analyser = analyser,
                                   .all = request.all};
        const Cross cross = request.like.empty() ? request.cross : Cross::off;
        return compile_in_languages(parse_request(request), context,
                                    translations ? &translations->translations() : nullptr, cross);
    }

    // Other versions of a hit, and what it is called in the other language.
    void add_kin(Hit& hit, Xapian::docid number, const Versions& versions, Pairs& pairs) {
        for (const Xapian::docid version : versions.of(number))
            hit.versions.push_back(decode_release(database.get_document(version).get_data()).id);
        for (const Counterpart& each : pairs.of(number)) {
            Release release = decode_release(database.get_document(each.document).get_data());
            std::string title = display_title(release, analyser);
            hit.counterparts.push_back({std::move(release.id), std::move(title),
                                        std::move(release.lang), std::move(release.url)});
        }
    }

    // The counterparts of one release, the likest first.
    Results find_counterparts(const Request& request) {
        const Versions versions(database);
        Pairs pairs(database);
        const std::vector<Counterpart> found = pairs.of(find_document(database, request.pair));
        Results results;
        results.total = found.size();
        for (std::size_t i = request.offset;
             i < found.size() && results.hits.size() < request.limit; ++i) {
            Hit hit = make_hit(database.get_document(found[i].document), {}, request, analyser);
            hit.rank = i + 1;
            hit.score = found[i].likeness;
            add_kin(hit, found[i].document, versions, pairs);
            results.hits.push_back(std::move(hit));
        }
        return results;
    }

    Results search(const Request& request) {
        if (!request.pair.empty()) return find_counterparts(request);
        // More like a release may be asked for without any word.
        const bool asks =
            request.like.empty() || !request.query.empty() || !request.filters.empty();
        std::vector<CompiledQuery> queries =
            asks ? compile(request) : std::vector<CompiledQuery>(1);
        Versions versions(database);
        Pairs pairs(database);
        if (!request.like.empty()) {
            Likeness likeness = like_release(database, request.like, std::move(queries.front()));
            queries.front() = std::move(likeness.compiled);
            versions.is_repeat(likeness.original);
        }
        if (request.since) {
            for (CompiledQuery& each : queries)
                each.query = limit_to_new(each.query, *request.since);
        }
        FacetSpy spy;
        const Page page = find_page(database, queries, request, versions, pairs,
                                    request.facets.empty() ? nullptr : &spy);
        Results results;
        results.query = request.query;
        results.total = page.total;
        results.total_is_exact = page.total_is_exact;
        for (const RankedDocument& each : page.documents) {
            Hit hit = make_hit(database.get_document(each.number), queries, request, analyser);
            hit.rank = request.offset + results.hits.size() + 1;
            hit.score = each.score;
            add_kin(hit, each.number, versions, pairs);
            results.hits.push_back(std::move(hit));
        }
        results.facets = count_facets(spy, request.facets);
        if (request.since) results.next = advance(*request.since, page, database);
        results.notices = notices_of(queries);
        if (request.offset == 0 && request.like.empty() && !request.since) {
            results.suggestions = suggest(request, database, vocabulary ? &*vocabulary : nullptr,
                                          analyser, understood_words(queries));
        }
        return results;
    }

    ReadRelease read(const Request& request, const std::string& id) {
        const Xapian::docid found = find_document(database, id);
        const std::vector<CompiledQuery> queries = compile(request);
        ReadRelease read;
        read.release = decode_release(database.get_document(found).get_data());
        const std::vector<Match>& matches = matches_for(queries, read.release.lang);
        read.title = display_title(read.release, analyser);
        read.title_highlights = find_highlights(read.title, in_title, matches, analyser);
        for (const Block& block : read.release.blocks) {
            read.highlights.push_back(
                find_highlights(block.text, match_field(block.kind), matches, analyser));
        }
        return read;
    }

    std::vector<std::string> complete(const std::string& text, std::size_t limit) {
        Request titles;
        titles.query = title_query(analyser, text);
        if (titles.query.empty()) return {};
        std::vector<std::string> completions = complete_values(database, analyser, text, limit);
        titles.limit = limit - completions.size();
        titles.sort = Sort::date;
        titles.cross = Cross::off;
        titles.snippet_graphemes = 1;
        if (titles.limit == 0) return completions;
        for (const Hit& hit : search(titles).hits) {
            if (std::find(completions.begin(), completions.end(), hit.title) == completions.end())
                completions.push_back(hit.title);
        }
        return completions;
    }

    std::string explain(const Request& request) {
        const ParsedQuery parsed = parse_request(request);
        const std::vector<CompiledQuery> queries = compile(request);
        // A query may hold anything; the terminal shall not.
        std::string out;
        std::istringstream tree(to_tree(parsed.root));
        for (std::string line; std::getline(tree, line);)
            out += printable(line) + "\n";
        out += fmt::format("parsed: {}\n", printable(to_string(parsed.root)));
        for (const CompiledQuery& each : queries)
            out += fmt::format("xapian: {}\n", printable(each.query.get_description()));
        for (const std::string& notice : notices_of(queries))
            out += fmt::format("notice: {}\n", printable(notice));
        return out;
    }

    // Runs `work`, again on a fresh database when this one has been overwritten by an indexer. That
    // can happen to the fresh one too, on a machine with much else to do.
    template <typename Work>
    auto retrying(Work&& work) {
        constexpr int attempts = 10;
        try {
            for (int attempt = 1;; ++attempt) {
                try {
                    // Opened anew: reopen() does not follow a new generation in the stub file.
                    if (attempt > 1) open();
                    return work();
                } catch (const Xapian::DatabaseModifiedError&) {
                    if (attempt == attempts) throw;
                }
            }
        } catch (const Xapian::Error& error) {
            throw translate(error, directory.string());
        }
    }
};

Searcher::Searcher(std::filesystem::path index) : implementation_(new Implementation) {
    implementation_->directory = std::move(index);
    implementation_->open();
}

Searcher::~Searcher() = default;
Searcher::Searcher(Searcher&&) noexcept = default;
Searcher& Searcher::operator=(Searcher&&) noexcept = default;

Results Searcher::search(const Request& request) {
    return implementation_->retrying([&] { return implementation_->search(request); });
}

std::string Searcher::explain_document(const std::string& id) {
    return implementation_->retrying(
        [&] { return vigyapti::explain_document(implementation_->database, id); });
}

ReadRelease Searcher::read(const Request& request, const std::string& id) {
    return implementation_->retrying([&] { return implementation_->read(request, id); });
}

std::vector<std::string> Searcher::complete(const std::string& text, std::size_t limit) {
    return implementation_->retrying([&] { return implementation_->complete(text, limit); });
}

std::string Searcher::explain(const Request& request) {
    return implementation_->retrying([&] { return implementation_->explain(request); });
}

}  // namespace vigyapti
