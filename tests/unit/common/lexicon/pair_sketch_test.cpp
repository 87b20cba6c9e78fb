#include "common/lexicon/pair_sketch.hpp"

#include <doctest/doctest.h>

namespace vigyapti {
namespace {

constexpr std::chrono::sys_days day{std::chrono::year(2023) / 10 / 17};

PairSketch sketch_of(std::vector<std::uint16_t> features) {
    return {.hindi = false, .day = day, .addresses = {}, .features = std::move(features)};
}

double likeness(const PairSketch& a, const PairSketch& b) {
    return PairComparer(a).likeness(encode_pair_sketch(b));
}

}  // namespace

TEST_CASE("a sketch is the same after it was a value") {
    for (const std::chrono::sys_days each :
         {day, std::chrono::sys_days(std::chrono::year(1000) / 1 / 1),
          std::chrono::sys_days(std::chrono::year(9999) / 12 / 31)}) {
        const PairSketch sketch{true, each, {7, 0xFFFFFFFF}, {0xFFFF, 0, 513}};
        const std::string value = encode_pair_sketch(sketch);
        const PairSketch again = decode_pair_sketch(value);
        CHECK(again.hindi);
        CHECK(again.day == sketch.day);
        CHECK(pair_day(value) == sketch.day);
        CHECK(again.addresses == sketch.addresses);
        CHECK(again.features == sketch.features);
    }
    const PairSketch undated = decode_pair_sketch(encode_pair_sketch({false, {}, {9}, {}}));
    CHECK_FALSE(undated.hindi);
    CHECK_FALSE(undated.day);
    CHECK(undated.addresses == std::vector<std::uint32_t>{9});
}

TEST_CASE("bytes that are no sketch are read as far as they go") {
    for (const std::string_view value : {"", "\xFF", "\xC2\x01", "\x82\x01\x02\x03", "@a"}) {
        CAPTURE(value.size());
        CHECK(decode_pair_sketch(value).features.empty());
        CHECK(PairComparer(sketch_of({1, 2, 3})).likeness(value) == 0);
    }
}

TEST_CASE("likeness is the share of features, and less for few") {
    std::vector<std::uint16_t> many;
    std::vector<std::uint16_t> half;
    for (std::uint16_t i = 0; i < 24; ++i) {
        many.push_back(i);
        half.push_back(i % 2 == 0 ? i : i + 100);
    }
    const double full = 24.0 / 26;
    CHECK(likeness(sketch_of(many), sketch_of(many)) == doctest::Approx(full));
    CHECK(likeness(sketch_of(many), sketch_of(half)) == doctest::Approx(full / 2));
    CHECK(likeness(sketch_of(half), sketch_of(many)) == doctest::Approx(full / 2));
    CHECK(likeness(sketch_of({1, 2}), sketch_of({1, 2})) == doctest::Approx(.5));
    CHECK(likeness(sketch_of({}), sketch_of({1})) == 0);
}

TEST_CASE("a release stands under its language, day and addresses") {
    PairSketch sketch{true, day, {0xABC}, {1, 2}};
    CHECK(pair_terms(sketch) == std::vector<std::string>{"h=00000abc", "h19647"});
    CHECK(pair_day_term(false, day) == "e19647");
    CHECK(pair_address_terms(sketch, false) == std::vector<std::string>{"e=00000abc"});
    sketch.day.reset();
    CHECK(pair_terms(sketch) == std::vector<std::string>{"h=00000abc"});
}

}  // namespace vigyapti
