#include "indexer/outcome.hpp"

#include <fmt/core.h>

#include <utility>

#include "common/text/utf8.hpp"

namespace vigyapti {

void Outcomes::fail(const SourceFile& file, std::uint64_t line, const std::string& what) {
    report_.fail(shown_path(scanned_, file.path), line, what);
    constexpr std::size_t longest_reason = 500;
    const std::lock_guard lock(mutex_);
    FileOutcome& outcome = outcomes_[number_of(file)];
    std::vector<Failure>& failures = outcome.failures;
    if (failures.size() < most_failures) {
        failures.push_back({line, in_utf8(std::string_view(what).substr(0, longest_reason))});
        return;
    }
    // The last one makes room for their number.
    outcome.unlisted += outcome.unlisted == 0 ? 2 : 1;
    failures.back() = {0, fmt::format("{} more failures", outcome.unlisted)};
}

void Outcomes::nothing(const SourceFile& file, const std::string& why) {
    report_.tell(fmt::format("{}: {}", shown_path(scanned_, file.path), why));
}

void Outcomes::warn(const SourceFile& file, const std::string& id, const std::string& what) {
    report_.warn(fmt::format("{} ({})", shown_path(scanned_, file.path), id), 0, what);
}

void Outcomes::remark(RemarkKind kind, const SourceFile& file, const InputPlace& place,
                      const std::string& id, const std::string& what) {
    const std::lock_guard lock(mutex_);
    remarks_.add(kind, place,
                 fmt::format("{} ({}): {}", shown_path(scanned_, file.path), id, what));
}

void Outcomes::show_remarks(bool last) {
    const std::lock_guard lock(mutex_);
    for (const std::string& remark : remarks_.take())
        report_.warn(remark);
    if (!last) return;
    for (const std::string& rest : remarks_.rest())
        report_.warn(rest);
}

void Outcomes::count_release(const SourceFile& file, bool id_from_name) {
    const std::lock_guard lock(mutex_);
    FileOutcome& outcome = outcomes_[number_of(file)];
    ++outcome.releases;
    outcome.id_from_name |= id_from_name;
}

void Outcomes::note_shadowed(std::size_t file, bool had_counted) {
    const std::lock_guard lock(mutex_);
    FileOutcome& outcome = outcomes_[file];
    outcome.shadowed = true;
    outcome.recorded = false;  // as what it was
    if (had_counted && outcome.releases > 0) --outcome.releases;
}

void Outcomes::note_read(const SourceFile& file, std::uint64_t content_hash) {
    const std::lock_guard lock(mutex_);
    FileOutcome& outcome = outcomes_[number_of(file)];
    outcome.read = true;
    outcome.content_hash = content_hash;
    ++report_.files;
}

void Outcomes::note_taken(std::uint32_t from) {
    const std::lock_guard lock(mutex_);
    robbed_.insert(from);
}

std::set<std::uint32_t> Outcomes::take_robbed() {
    const std::lock_guard lock(mutex_);
    return std::exchange(robbed_, {});
}

std::vector<std::size_t> Outcomes::begun() const {
    const std::lock_guard lock(mutex_);
    std::vector<std::size_t> numbers;
    for (std::size_t i = 0; i < outcomes_.size(); ++i) {
        const FileOutcome& outcome = outcomes_[i];
        if (!outcome.recorded && (outcome.read || outcome.releases > 0)) numbers.push_back(i);
    }
    return numbers;
}

std::vector<std::size_t> Outcomes::take_read() {
    const std::lock_guard lock(mutex_);
    std::vector<std::size_t> numbers;
    for (std::size_t i = 0; i < outcomes_.size(); ++i) {
        if (!outcomes_[i].read || outcomes_[i].recorded) continue;
        outcomes_[i].recorded = true;
        numbers.push_back(i);
    }
    return numbers;
}

}  // namespace vigyapti
