#include "searcher/query/sounding.hpp"

#include <algorithm>
#include <map>

#include "common/text/sound_key.hpp"
#include "common/text/sound_likeness.hpp"

namespace vigyapti {
namespace {

// Another reading of a Latin word than the likeliest.
constexpr double doubt = 0.04;

// A bucket holds hundreds of forms at most in a vocabulary of 100,000.
constexpr std::size_t most_in_bucket = 3000;

constexpr std::size_t shortest = 3;

struct Reading {
    std::string sounds;
    double doubt = 0;
};

double likeness_of(std::string_view sounds, const std::vector<Reading>& readings) {
    double best = 0;
    for (const Reading& each : readings)
        best = std::max(best, sound_likeness(each.sounds, sounds) - each.doubt);
    return best;
}

}  // namespace

std::vector<Sounding> keys_sounding_like(std::string_view exact, bool hindi,
                                         const Vocabulary& vocabulary, double least) {
    if (exact.size() < shortest) return {};
    // Most readings differ in their vowels only: each bucket is read once.
    std::map<std::string, std::vector<Reading>> by_bucket;
    bool first = true;
    for (std::string& sounds : readings_of(exact)) {
        std::string bucket = sound_bucket_of_reading(sounds, hindi);
        by_bucket[std::move(bucket)].push_back({std::move(sounds), first ? 0 : doubt});
        first = false;
    }
    std::map<std::string, double> likeness_of_key;
    for (const auto& [bucket, readings] : by_bucket) {
        for (const auto& [form, key] : vocabulary.forms_in_bucket(bucket, most_in_bucket)) {
            const double likeness = likeness_of(reading_of(form), readings);
            if (likeness < least) continue;
            double& best = likeness_of_key[key];
            best = std::max(best, likeness);
        }
    }
    std::vector<Sounding> found;
    for (const auto& [key, likeness] : likeness_of_key)
        found.push_back({key, likeness});
    std::stable_sort(found.begin(), found.end(),
                     [](const Sounding& a, const Sounding& b) { return a.likeness > b.likeness; });
    return found;
}

}  // namespace vigyapti
