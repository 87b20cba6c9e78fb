#include "searcher/embed/vigyapti.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdlib>
#include <cstring>
#include <exception>
#include <new>
#include <string>
#include <string_view>
#include <utility>

#include "common/base/error.hpp"
#include "searcher/index.hpp"
#include "searcher/render/release_json.hpp"
#include "searcher/render/renderers.hpp"
#include "searcher/web/parameters.hpp"

// NOLINTNEXTLINE(readability-identifier-naming): C names its types otherwise.
struct vigyapti_searcher {
    explicit vigyapti_searcher(const char* directory) : index(directory) {}

    vigyapti::Index index;
    std::string revision = index.revision();  // never newer than what is open
    vigyapti::Searcher searcher = index.searcher();
};

namespace {

using vigyapti::Error;
using vigyapti::ErrorCode;
using vigyapti::PageQuery;
using vigyapti::PageView;

// A line of text that needs no memory but its own, so that it can be told when there is none. A
// message may quote what a stranger has sent, but controls no terminal and no log.
class Text {
  public:
    void assign(std::string_view text) {
        std::size_t length = std::min(text.size(), bytes_.size() - 1);
        // Not within a character.
        while (length < text.size() && length > 0 && (text[length] & 0xC0) == 0x80)
            --length;
        std::replace_copy_if(
            text.begin(), text.begin() + static_cast<std::ptrdiff_t>(length), bytes_.begin(),
            [](char c) { return (c >= 0 && c < ' ') || c == '\x7F'; }, '?');
        bytes_[length] = '\0';
    }

    const char* c_str() const { return bytes_.data(); }

  private:
    std::array<char, 1001> bytes_{};
};

struct LastError {
    int code = VIGYAPTI_OK;
    Text text;
    Text hint;

    void assign(int new_code, std::string_view new_text, std::string_view new_hint = "") {
        code = new_code;
        text.assign(new_text);
        hint.assign(new_hint);
    }
};

thread_local LastError last_error;

int code_of(ErrorCode code) {
    switch (code) {
        case ErrorCode::usage:
        case ErrorCode::bad_input:
            return VIGYAPTI_BAD_REQUEST;
        case ErrorCode::not_found:
            return VIGYAPTI_NOT_FOUND;
        case ErrorCode::io:
            return VIGYAPTI_IO;
        case ErrorCode::locked:
            return VIGYAPTI_LOCKED;
        case ErrorCode::configuration:
            return VIGYAPTI_CONFIGURATION;
        case ErrorCode::corrupt:
            return VIGYAPTI_CORRUPT;
        case ErrorCode::version:
            return VIGYAPTI_INDEX_VERSION;
        case ErrorCode::interrupted:
            break;
    }
    return VIGYAPTI_INTERNAL;
}

// What `work` returns; `failure`, and the reason noted, when it throws.
template <typename Result, typename Work>
Result guarded(Result failure, Work&& work) noexcept {
    try {
        last_error.assign(VIGYAPTI_OK, "");
        return work();
    } catch (const Error& error) {
        last_error.assign(code_of(error.code()), error.what(), error.hint());
    } catch (const std::bad_alloc&) {
        last_error.assign(VIGYAPTI_MEMORY, "no memory is left");
    } catch (const std::exception& error) {
        last_error.assign(VIGYAPTI_INTERNAL, error.what());
    } catch (...) {
        last_error.assign(VIGYAPTI_INTERNAL, "an unknown exception");
    }
    return failure;
}

template <typename Pointer>
void require(Pointer pointer, const char* name) {
    if (pointer == nullptr) {
        throw Error(ErrorCode::usage, std::string(name) + ": a null pointer");
    }
}

// For the caller, who frees it.
char* copy_of(const std::string& text) {
    auto* copy = static_cast<char*>(std::malloc(text.size() + 1));
    if (copy == nullptr) throw std::bad_alloc();
    std::memcpy(copy, text.c_str(), text.size() + 1);
    return copy;
}

// Throws Error.
PageQuery query_of(const vigyapti_searcher* searcher, const char* request) {
    require(searcher, "searcher");
    require(request, "request");
    return vigyapti::read_parameters(vigyapti::parse_form(request));
}

}  // namespace

const char* vigyapti_version() {
    return VIGYAPTI_VERSION;
}

vigyapti_searcher* vigyapti_open(const char* index) {
    return guarded<vigyapti_searcher*>(nullptr, [&] {
        require(index, "index");
        return new vigyapti_searcher(index);
    });
}

void vigyapti_close(vigyapti_searcher* searcher) {
    delete searcher;
}

int vigyapti_refresh(vigyapti_searcher* searcher) {
    return guarded(-1, [&] {
        require(searcher, "searcher");
        std::string revision = searcher->index.revision();
        // That of an index on other machines is not known.
        if (!revision.empty() && revision == searcher->revision) return 0;
        searcher->searcher = searcher->index.searcher();
        searcher->revision = std::move(revision);
        return 1;
    });
}

char* vigyapti_search(vigyapti_searcher* searcher, const char* request) {
    return guarded<char*>(nullptr, [&] {
        const PageQuery query = query_of(searcher, request);
        if (query.view != PageView::search) {
            throw Error(ErrorCode::usage, "request: asks for something else than a search",
                        "leave out id, complete, view and file");
        }
        vigyapti::Results results = searcher->searcher.search(query.request);
        results.notices.insert(results.notices.begin(), query.notices.begin(), query.notices.end());
        std::string json;
        vigyapti::render_json(results, {}, json);
        return copy_of(json);
    });
}

char* vigyapti_read(vigyapti_searcher* searcher, const char* request) {
    return guarded<char*>(nullptr, [&] {
        const PageQuery query = query_of(searcher, request);
        if (query.view != PageView::release) {
            throw Error(ErrorCode::usage, "request: names no release", "name one by id=");
        }
        return copy_of(vigyapti::release_json(searcher->searcher.read(query.request, query.name)));
    });
}

void vigyapti_free(char* answer) {
    std::free(answer);
}

int vigyapti_error_code() {
    return last_error.code;
}

const char* vigyapti_error_text() {
    return last_error.text.c_str();
}

const char* vigyapti_error_hint() {
    return last_error.hint.c_str();
}
