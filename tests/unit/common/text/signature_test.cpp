#include "common/text/signature.hpp"

#include <doctest/doctest.h>

#include <sstream>
#include <string>
#include <vector>

namespace vigyapti {
namespace {

std::string signature(const std::string& text) {
    SignatureBuilder builder;
    std::istringstream words(text);
    for (std::string word; words >> word;)
        builder.add(word);
    return builder.take();
}

// `count` different words, from `first` on.
std::string words(int first, int count) {
    std::string out;
    for (int i = first; i < first + count; ++i)
        out += "w" + std::to_string(i) + " ";
    return out;
}

double likeness(const std::string& a, const std::string& b) {
    return signature_likeness(signature(a), signature(b));
}

int shared_bands(const std::string& a, const std::string& b) {
    const auto left = signature_bands(signature(a));
    const auto right = signature_bands(signature(b));
    int shared = 0;
    for (std::size_t i = 0; i < left.size(); ++i)
        shared += left.at(i) == right.at(i) ? 1 : 0;
    return shared;
}

}  // namespace

TEST_CASE("the same words in the same order have one signature, whatever came before") {
    SignatureBuilder builder;
    for (const std::string word : {"a", "b", "c", "d"})
        builder.add(word);
    CHECK(builder.take().empty());
    const std::string text = words(0, 40);
    std::istringstream stream(text);
    for (std::string word; stream >> word;)
        builder.add(word);
    CHECK(builder.take() == signature(text));
    CHECK(signature(text).size() == signature_size);
    CHECK(likeness(text, text) == 1);
}

TEST_CASE("a text of few words has no signature, and nothing is like it") {
    const int least = static_cast<int>(SignatureBuilder::least_words);
    CHECK(signature(words(0, least - 1)).empty());
    CHECK(signature(words(0, least)).size() == signature_size);
    CHECK(signature_likeness("", "") == 0);
    CHECK(signature_likeness("", signature(words(0, 50))) == 0);
    CHECK(signature_likeness("x", "x") == 0);
    for (const std::string& band : signature_bands(""))
        CHECK(band.empty());
}

TEST_CASE("likeness is about the share of runs in common") {
    // Over many texts, since a signature is a sample.
    struct Row {
        int changed;  // words at the end, of 200
        double low;
        double high;
    };
    // Jaccard's coefficient of the runs: kept / (400 - kept - 4), where 198 are of each text.
    const std::vector<Row> rows{
        {0, 1, 1}, {10, 0.85, 0.95}, {40, 0.6, 0.72}, {100, 0.28, 0.4}, {200, 0, 0.03}};
    for (const Row& row : rows) {
        double sum = 0;
        constexpr int texts = 200;
        for (int i = 0; i < texts; ++i) {
            const int first = i * 1000;
            const std::string kept = words(first, 200 - row.changed);
            sum += likeness(kept + words(first + 300, row.changed),
                            kept + words(first + 600, row.changed));
        }
        CAPTURE(row.changed);
        CHECK(sum / texts >= row.low);
        CHECK(sum / texts <= row.high);
    }
}

TEST_CASE("the order of words counts") {
    std::string backwards;
    for (int i = 60; i > 0; --i)
        backwards += "w" + std::to_string(i) + " ";
    CHECK(likeness(words(1, 60), backwards) < 0.2);
}

TEST_CASE("texts that are alike share a band, others none") {
    int near = 0;
    int far = 0;
    constexpr int texts = 300;
    for (int i = 0; i < texts; ++i) {
        const std::string text = words(i * 1000, 190);
        near += shared_bands(text + words(i * 1000 + 300, 10), text + words(i * 1000 + 600, 10)) > 0
                    ? 1
                    : 0;
        far += shared_bands(text, words(i * 1000 + 500, 200));
    }
    CHECK(near >= texts * 95 / 100);
    CHECK(far == 0);
}

TEST_CASE("bands can be printed and name their place") {
    const auto bands = signature_bands(signature(words(0, 100)));
    for (std::size_t i = 0; i < bands.size(); ++i) {
        CHECK(bands.at(i).size() == 5);
        CHECK(bands.at(i).front() == static_cast<char>('0' + i));
        for (const char c : bands.at(i))
            CHECK((c > ' ' && c <= '~'));
    }
}

}  // namespace vigyapti
