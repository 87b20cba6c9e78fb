#include "searcher/page.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

#include "common/index/schema.hpp"
#include "common/text/date.hpp"

namespace vigyapti {
namespace {

// How many of the best by relevance are ranked again by their age.
constexpr Xapian::doccount most_weighed = 1000;

// A release without a date counts as one that is two half-lives old.
constexpr double undated_factor = 0.25;

class PageFinder {
  public:
    PageFinder(const Xapian::Database& database, const CompiledQuery& compiled,
               const Request& request)
        : database_(database),
          compiled_(compiled),
          request_(request),
          // With only filters all scores are alike, and the newest release is the best answer.
          by_score_(request.sort == Sort::relevance && compiled.ranked),
          // No page reaches beyond the last document.
          end_(std::min<std::size_t>(request.offset, database.get_doccount()) +
               std::min<std::size_t>(request.limit, database.get_doccount())),
          enquire_(database) {
        enquire_.set_query(compiled.query);
        enquire_.set_weighting_scheme(ranking_weight());
        if (by_score_) return;
        const bool newest_first = request.sort != Sort::date_ascending;
        enquire_.set_sort_by_value_then_relevance(field(FieldId::date).slot, newest_first);
    }

    Page find(const Versions& versions, Xapian::MatchSpy* spy) {
        Page page;
        // One more than is shown is counted, so that the total of a single page is exact.
        Xapian::doccount wanted = first_guess();
        Xapian::doccount counted = wanted + 1;
        if (spy != nullptr) {
            enquire_.add_matchspy(spy);
            counted = database_.get_doccount();
        }
        for (;; wanted *= 2, counted = wanted + 1) {
            const Xapian::MSet matches = enquire_.get_mset(0, wanted, counted);
            enquire_.clear_matchspies();
            if (!page.total_is_exact) set_total(page, matches);
            const bool more = matches.size() == wanted;
            const bool is_full = cut(page, ranked(matches), versions);
            page.is_last = page.is_last && !more;
            // Versions that are passed over may leave room.
            if (is_full || !more) return page;
        }
    }

  private:
    // Ranking looks at the best again, wherever the page begins.
    Xapian::doccount first_guess() const {
        std::size_t wanted = end_;
        if (!request_.all_versions) wanted += end_ / 4;
        if (by_score_) wanted = std::max<std::size_t>(wanted, reranked);
        if (weighs_age()) wanted = std::max<std::size_t>(wanted, most_weighed);
        return static_cast<Xapian::doccount>(std::max<std::size_t>(wanted, 1));
    }

    bool weighs_age() const { return by_score_ && request_.half_life_days > 0; }

    static void set_total(Page& page, const Xapian::MSet& matches) {
        page.total = matches.get_matches_estimated();
        page.total_is_exact =
            matches.get_matches_lower_bound() == matches.get_matches_upper_bound();
    }

    std::vector<RankedDocument> ranked(const Xapian::MSet& matches) const {
        std::vector<RankedDocument> documents =
            rerank(database_, matches, by_score_ ? compiled_.words : std::vector<RankedWord>{});
        if (weighs_age()) weigh_age(documents);
        return documents;
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

    // Fills the page; true when there is enough for it.
    bool cut(Page& page, const std::vector<RankedDocument>& ranked, Versions versions) const {
        page.documents.clear();
        page.passed.clear();
        std::size_t shown = 0;
        std::size_t at = 0;
        for (; at < ranked.size() && shown < end_; ++at) {
            page.passed.push_back(ranked[at].number);
            if (!request_.all_versions && versions.is_repeat(ranked[at].number)) continue;
            if (shown++ >= request_.offset) page.documents.push_back(ranked[at]);
        }
        page.is_last = at == ranked.size();
        return shown == end_;
    }

    const Xapian::Database& database_;
    const CompiledQuery& compiled_;
    const Request& request_;
    const bool by_score_;
    const std::size_t end_;
    Xapian::Enquire enquire_;
};

}  // namespace

Page find_page(const Xapian::Database& database, const CompiledQuery& compiled,
               const Request& request, const Versions& versions, Xapian::MatchSpy* spy) {
    return PageFinder(database, compiled, request).find(versions, spy);
}

}  // namespace vigyapti
