// Asks an index several questions at once, a thread a question, and prints what is found:
//
//     example INDEX QUERY...
//
// With CMake it is built by the CMakeLists.txt beside it, without by
//
//     c++ -std=c++20 example.cpp -o example -pthread $(pkg-config --cflags --libs vigyapti)
#include <cstddef>
#include <exception>
#include <iostream>
#include <string>
#include <thread>
#include <vector>
#include <vigyapti.hpp>

namespace {

// `text` with square brackets around what is to be lit.
std::string marked(const std::string& text, const std::vector<vigyapti::Highlight>& highlights) {
    std::string out;
    std::size_t done = 0;
    for (const vigyapti::Highlight& each : highlights) {
        out += text.substr(done, each.begin - done) + "[";
        out += text.substr(each.begin, each.end - each.begin) + "]";
        done = each.end;
    }
    return out + text.substr(done);
}

// The three best releases and how many there are; what went wrong, if something did.
std::string answer(const vigyapti::Index& index, const std::string& query) {
    try {
        vigyapti::Searcher searcher = index.searcher();  // this thread's own
        vigyapti::Request request;
        request.query = query;
        request.limit = 3;
        request.facets = {vigyapti::FacetKind::year};
        const vigyapti::Results results = searcher.search(request);

        std::string out = query + ": " + std::to_string(results.total) + " found\n";
        for (const vigyapti::Hit& hit : results.hits) {
            out += std::to_string(hit.rank) + ". " + marked(hit.title, hit.title_highlights);
            out += " (" + hit.date + ", " + hit.id + ")\n";
            out += "   " + marked(hit.snippet.text, hit.snippet.highlights) + "\n";
        }
        for (const vigyapti::FacetValue& year : results.facets.front().values)
            out += "   " + year.value + ": " + std::to_string(year.count) + "\n";
        return out;
    } catch (const vigyapti::Error& error) {
        return query + ": " + error.what() + "\n" + error.hint() + "\n";
    }
}

// The questions are answered side by side and printed in their order.
int run(const std::string& directory, const std::vector<std::string>& queries) {
    const vigyapti::Index index(directory);  // for all threads
    std::cout << index.releases() << " releases";
    for (const auto& [language, count] : index.languages())
        std::cout << ", " << language << " " << count;
    std::cout << "\n";

    std::vector<std::string> answers(queries.size());
    std::vector<std::thread> threads;
    for (std::size_t i = 0; i < queries.size(); ++i)
        threads.emplace_back([&, i] { answers[i] = answer(index, queries[i]); });
    for (std::thread& each : threads)
        each.join();
    for (const std::string& each : answers)
        std::cout << "\n" << each;
    return std::cout.flush() ? 0 : 2;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 3) {
        std::cerr << "usage: example INDEX QUERY...\n";
        return 2;
    }
    try {
        return run(argv[1], {argv + 2, argv + argc});
    } catch (const vigyapti::Error& error) {
        std::cerr << error.what() << "\n" << error.hint() << "\n";
    } catch (const std::exception& error) {
        std::cerr << error.what() << "\n";
    }
    return 2;
}
