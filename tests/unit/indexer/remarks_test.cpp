#include "indexer/remarks.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

namespace vigyapti {
namespace {

using Strings = std::vector<std::string>;

InputPlace place(std::uint64_t task, std::uint32_t release) {
    return {task, release, 0};
}

}  // namespace

TEST_CASE("up to five remarks of a kind are shown, by kind and place") {
    Remarks remarks;
    CHECK(remarks.take() == Strings{});
    remarks.add(RemarkKind::country, place(0, 1), "c1");
    remarks.add(RemarkKind::date, place(1, 0), "d3");
    remarks.add(RemarkKind::date, place(0, 2), "d2");
    remarks.add(RemarkKind::date, place(0, 1), "d1");
    CHECK(remarks.take() == Strings{"d1", "d2", "d3", "c1"});
    CHECK(remarks.rest() == Strings{});
}

TEST_CASE("of more the first of the input are shown, whatever the order of the threads") {
    std::mt19937 random(20231017);
    std::vector<InputPlace> places;
    for (std::uint64_t task = 0; task < 10; ++task) {
        for (std::uint32_t release = 0; release < 10; ++release)
            places.push_back(place(task, release));
    }
    for (int i = 0; i < 20; ++i) {
        std::shuffle(places.begin(), places.end(), random);
        Remarks remarks;
        for (const InputPlace& each : places) {
            remarks.add(RemarkKind::date, each,
                        std::to_string(each.task) + "." + std::to_string(each.release));
        }
        CHECK(remarks.take() == Strings{"0.0", "0.1", "0.2", "0.3", "0.4"});
        CHECK(remarks.rest() == Strings{"95 more releases with a date that is none"});
    }
}

TEST_CASE("what an earlier round has shown is not shown again, and five are the limit of a run") {
    Remarks remarks;
    for (std::uint32_t i = 0; i < 3; ++i)
        remarks.add(RemarkKind::country, place(0, i), std::to_string(i));
    CHECK(remarks.take() == Strings{"0", "1", "2"});
    CHECK(remarks.take() == Strings{});
    for (std::uint32_t i = 3; i < 9; ++i)
        remarks.add(RemarkKind::country, place(1, i), std::to_string(i));
    CHECK(remarks.take() == Strings{"3", "4"});
    remarks.add(RemarkKind::country, place(2, 0), "late");
    CHECK(remarks.take() == Strings{});
    CHECK(remarks.rest() == Strings{"5 more releases with a country that is none"});
}

TEST_CASE("remarks of one place keep their order") {
    Remarks remarks;
    for (const std::string each : {"a", "b", "c", "d", "e", "f"})
        remarks.add(RemarkKind::date, place(0, 0), each);
    CHECK(remarks.take() == Strings{"a", "b", "c", "d", "e"});
}

}  // namespace vigyapti
