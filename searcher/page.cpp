#include "searcher/page.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <set>

#include "common/index/schema.hpp"
#include "common/text/date.hpp"
#include "searcher/pair_fold.hpp"

namespace vigyapti {
namespace {

// How many of the best by relevance are ranked again by their age.
constexpr Xapian::doccount most_weighed = 1000;

// A release without a date counts as one that is two half-lives old.
constexpr double undated_factor = 0.25;

bool ranks(const CompiledQuery& query) {
    return query.ranked;
}

// One search for what all find, in an order that does not depend on their scores.
Xapian::Query any_of(std::span<const CompiledQuery> queries) {
    Xapian::Query any;
    for (const CompiledQuery& each : queries)
        any |= each.query;
    return any;
}

class PageFinder {
  public:
    PageFinder(const Xapian::Database& database, std::span<const CompiledQuery> queries,
               const Request& request)
        : database_(database),
          queries_(queries),
          request_(request),
          // With only filters all scores are alike, and the newest release is the best answer.
          by_score_(request.sort == Sort::relevance &&
                    std::any_of(queries.begin(), queries.end(), ranks)),
          // No page reaches beyond the last document.
          end_(std::min<std::size_t>(request.offset, database.get_doccount()) +
               std::min<std::size_t>(request.limit, database.get_doccount())) {
        if (by_score_) {
            for (const CompiledQuery& each : queries)
                add_enquire(each.query);
            return;
        }
        add_enquire(any_of(queries));
        const bool newest_first = request.sort != Sort::date_ascending;
        enquires_.front().set_sort_by_value_then_relevance(field(FieldId::date).slot, newest_first);
    }

    Page find(const Versions& versions, Pairs& pairs, Xapian::MatchSpy* spy) {
        Page page;
        // One more than is shown is counted, so that the total of a single page is exact.
        Xapian::doccount wanted = first_guess();
        Xapian::doccount counted = wanted + 1;
        if (spy != nullptr) {
            counted = database_.get_doccount();
            if (by_score_) {
                for (Xapian::Enquire& enquire : enquires_)
                    enquire.add_matchspy(spy);
            } else {
                count_apart(*spy);
            }
        }
        for (;; wanted *= 2, counted = wanted + 1) {
            std::vector<Xapian::MSet> matches;
            bool more = false;
            for (Xapian::Enquire& enquire : enquires_) {
                matches.push_back(enquire.get_mset(0, wanted, counted));
                enquire.clear_matchspies();
                more = more || matches.back().size() == wanted;
            }
            if (!page.total_is_exact) set_total(page, matches);
            const bool is_full = cut(page, ranked(matches, wanted), versions, pairs);
            page.is_last = page.is_last && !more;
            // Versions that are passed over may leave room.
            if (is_full || !more) return page;
        }
    }

  private:
    // Xapian 1.4.22 shows a spy some releases of a remote shard twice while it sorts by a value.
    void count_apart(Xapian::MatchSpy& spy) {
        Xapian::Enquire enquire(database_);
        enquire.set_query(any_of(queries_));
        enquire.set_weighting_scheme(Xapian::BoolWeight());
        enquire.add_matchspy(&spy);
        enquire.get_mset(0, 0, database_.get_doccount());
    }

    void add_enquire(const Xapian::Query& query) {
        enquires_.emplace_back(database_);
        enquires_.back().set_query(query);
        enquires_.back().set_weighting_scheme(ranking_weight());
    }

    // Ranking looks at the best again, wherever the page begins.
    Xapian::doccount first_guess() const {
        std::size_t wanted = end_;
        if (!request_.all_versions) wanted += end_ / 4;
        if (by_score_) wanted = std::max<std::size_t>(wanted, reranked);
        if (weighs_age()) wanted = std::max<std::size_t>(wanted, most_weighed);
        return static_cast<Xapian::doccount>(std::max<std::size_t>(wanted, 1));
    }

    bool weighs_age() const { return by_score_ && request_.half_life_days > 0; }

    static void set_total(Page& page, const std::vector<Xapian::MSet>& matches) {
        page.total = 0;
        page.total_is_exact = true;
        for (const Xapian::MSet& each : matches) {
            page.total += each.get_matches_estimated();
            page.total_is_exact = page.total_is_exact &&
                                  each.get_matches_lower_bound() == each.get_matches_upper_bound();
        }
    }

    std::vector<RankedDocument> ranked(const std::vector<Xapian::MSet>& matches,
                                       Xapian::doccount wanted) const {
        std::vector<RankedDocument> documents;
        std::set<Xapian::docid> last;  // of lists that go on
        for (std::size_t i = 0; i < matches.size(); ++i) {
            std::vector<RankedDocument> own = rerank(
                database_, matches[i], by_score_ ? queries_[i].words : std::vector<RankedWord>{});
            if (own.size() == wanted) last.insert(own.back().number);
            if (i == 0) {
                documents = std::move(own);
            } else {
                merge(documents, std::move(own), trust(matches, i));
            }
        }
        keep_certain(documents, last);
        if (weighs_age()) weigh_age(documents);
        return documents;
    }

    // What stands behind the last of a list that goes on may belong behind more of that list.
    static void keep_certain(std::vector<RankedDocument>& documents,
                             const std::set<Xapian::docid>& last) {
        const auto found = std::find_if(
            documents.begin(), documents.end(),
            [&last](const RankedDocument& each) { return last.contains(each.number); });
        if (found != documents.end()) documents.erase(found + 1, documents.end());
    }

    // How much of the query's weight its words are sure to carry, and how near the best came to it.
    struct Coverage {
        double certainty = 0;
        double share = 0;
    };

    static Coverage coverage(const CompiledQuery& query, const Xapian::MSet& matches) {
        double total = 0;
        double certain = 0;
        for (const RankedWord& word : query.words) {
            double factor = 0;
            for (const RankedWord::Alternative& each : word.keys)
                factor = std::max(factor, each.factor);
            total += word.idf;
            certain += word.idf * factor;
        }
        if (total <= 0) return {};
        return {certain / total, matches.get_max_attained() / total};
    }

    // A share less than the own language's tells that less of the query was understood, or that
    // less of it is there. Half of the doubt is given its benefit: both languages are asked for. A
    // greater share counts only for what is a guess in the own language: a romanised question.
    double trust(const std::vector<Xapian::MSet>& matches, std::size_t other) const {
        const Coverage own = coverage(queries_.front(), matches.front());
        const Coverage more = coverage(queries_[other], matches[other]);
        if (own.share <= 0 || more.share <= 0 || own.certainty <= 0) return 1;
        return std::min(std::max(1.0, more.certainty / own.certainty),
                        std::sqrt(more.share / own.share));
    }

    // What the scores of two queries have in common is how near they come to the best.
    static void merge(std::vector<RankedDocument>& documents, std::vector<RankedDocument> more,
                      double trust) {
        // The best score is 0 where only filters match: Putin OR country:RU.
        if (!documents.empty() && !more.empty() && documents.front().score > 0 &&
            more.front().score > 0) {
            const double best = trust * documents.front().score;
            const double own_best = more.front().score;
            // Divided first: the best one's share is 1 exactly.
            for (RankedDocument& each : more)
                each.score = each.score / own_best * best;
        }
        const auto middle = static_cast<std::ptrdiff_t>(documents.size());
        documents.insert(documents.end(), more.begin(), more.end());
        std::inplace_merge(
            documents.begin(), documents.begin() + middle, documents.end(),
            [](const RankedDocument& a, const RankedDocument& b) { return a.score > b.score; });
    }

    void weigh_age(std::vector<RankedDocument>& documents) const {
        const auto today = day_from(first_day(request_.today));
        if (!today) return;
        const std::size_t count = std::min<std::size_t>(documents.size(), most_weighed);
        for (std::size_t i = 0; i < count; ++i)
            documents[i].score *= age_factor(documents[i].number, *today);
        std::stable_sort(
            documents.begin(), documents.begin() + static_cast<std::ptrdiff_t>(count),
            [](const RankedDocument& a, const RankedDocument& b) { return a.score > b.score; });
    }

    // A half for each half-life; what is dated ahead is as good as new.
    double age_factor(Xapian::docid number, std::chrono::sys_days today) const {
        const Xapian::Document document = database_.get_document(number, Xapian::DOC_ASSUME_VALID);
        const auto day = day_from(document.get_value(field(FieldId::date).slot));
        if (!day) return undated_factor;
        const auto age = static_cast<double>((today - *day).count());
        return std::exp2(-std::max(age, 0.0) / request_.half_life_days);
    }

    // What is to be shown where the document stands; 0 when that is nothing.
    static Xapian::docid folded(Xapian::docid document, Versions& versions, PairFold& fold) {
        if (versions.is_repeat(document)) return 0;
        const Xapian::docid shown = fold.in_place_of(document);
        if (shown != document && (shown == 0 || versions.is_repeat(shown))) return 0;
        fold.note_shown(shown);
        return shown;
    }

    // Fills the page; true when there is enough for it.
    bool cut(Page& page, const std::vector<RankedDocument>& ranked, Versions versions,
             Pairs& pairs) const {
        PairFold fold(database_, queries_, ranked, by_score_, pairs);
        page.documents.clear();
        page.passed.clear();
        std::size_t shown = 0;
        std::size_t at = 0;
        for (; at < ranked.size() && shown < end_; ++at) {
            RankedDocument document = ranked[at];
            page.passed.push_back(document.number);
            if (!request_.all_versions) {
                document.number = folded(document.number, versions, fold);
                if (document.number == 0) continue;
                if (document.number != ranked[at].number) page.passed.push_back(document.number);
            }
            if (shown++ >= request_.offset) page.documents.push_back(document);
        }
        page.is_last = at == ranked.size();
        return shown == end_;
    }

    const Xapian::Database& database_;
    const std::span<const CompiledQuery> queries_;
    const Request& request_;
    const bool by_score_;
    const std::size_t end_;
    std::vector<Xapian::Enquire> enquires_;
};

}  // namespace

Page find_page(const Xapian::Database& database, std::span<const CompiledQuery> queries,
               const Request& request, const Versions& versions, Pairs& pairs,
               Xapian::MatchSpy* spy) {
    return PageFinder(database, queries, request).find(versions, pairs, spy);
}

}  // namespace vigyapti
