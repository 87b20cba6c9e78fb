#include "common/index/compress.hpp"

#include <zstd.h>

#include <algorithm>
#include <cstddef>
#include <memory>
#include <new>

#include "common/index/one_byte.hpp"

namespace vigyapti {
namespace {

// The first byte of document data. Never renumbered.
enum class Form : char {
    plain = 0,  // the encoded release, where compression does not pay
    zstd = 1,   // a zstd frame, without its magic number, of the release in the form of to_one_byte
};

// Of 3 to 9. On 80 MB of releases 6 gave 8 % less in 2.5 times the time: 2 % of the index, and 6 %
// of the CPU time of a build.
constexpr int level = 3;

// Every zstd frame begins with these, so they are not stored.
constexpr std::string_view magic = "\x28\xB5\x2F\xFD";

// The greatest --max-release-size is 1,000 MB, and to_one_byte at most doubles it.
constexpr unsigned long long size_limit = 2'000'000'000;

// A block of a frame takes at least this many bytes: its header and a byte to repeat.
constexpr unsigned long long smallest_block = 4;

constexpr unsigned char dictionary_bytes[] = {
#include "common/index/dictionary.inc"
};

struct Deleter {
    void operator()(ZSTD_CCtx* context) const { ZSTD_freeCCtx(context); }
    void operator()(ZSTD_DCtx* context) const { ZSTD_freeDCtx(context); }
    void operator()(ZSTD_CDict* dictionary) const { ZSTD_freeCDict(dictionary); }
    void operator()(ZSTD_DDict* dictionary) const { ZSTD_freeDDict(dictionary); }
};

template <typename Object>
using Owner = std::unique_ptr<Object, Deleter>;

template <typename Object>
Owner<Object> owned(Object* object) {
    if (object == nullptr) throw std::bad_alloc();
    return Owner<Object>(object);
}

// Digested once and shared by all threads, which only read it.
const ZSTD_CDict* compression_tables() {
    static const Owner<ZSTD_CDict> tables =
        owned(ZSTD_createCDict(dictionary_bytes, sizeof(dictionary_bytes), level));
    return tables.get();
}

const ZSTD_DDict* decompression_tables() {
    static const Owner<ZSTD_DDict> tables =
        owned(ZSTD_createDDict(dictionary_bytes, sizeof(dictionary_bytes)));
    return tables.get();
}

Owner<ZSTD_CCtx> make_compressor() {
    Owner<ZSTD_CCtx> context = owned(ZSTD_createCCtx());
    // There is one dictionary, so its number need not be stored. The size of the content is, by
    // default, and a checksum is not.
    if (ZSTD_isError(ZSTD_CCtx_setParameter(context.get(), ZSTD_c_dictIDFlag, 0)) != 0 ||
        ZSTD_isError(ZSTD_CCtx_refCDict(context.get(), compression_tables())) != 0) {
        throw std::bad_alloc();
    }
    return context;
}

// The frame of `packed`, magic number and all.
std::string compress_frame(const std::string& packed) {
    thread_local const Owner<ZSTD_CCtx> compressor = make_compressor();
    std::string frame(ZSTD_compressBound(packed.size()), '\0');
    const std::size_t size =
        ZSTD_compress2(compressor.get(), frame.data(), frame.size(), packed.data(), packed.size());
    // With room enough only memory can be wanting.
    if (ZSTD_isError(size) != 0) throw std::bad_alloc();
    frame.resize(size);
    return frame;
}

std::optional<std::string> decompress_frame(const std::string& frame) {
    const unsigned long long size = ZSTD_getFrameContentSize(frame.data(), frame.size());
    // ZSTD_CONTENTSIZE_ERROR and ZSTD_CONTENTSIZE_UNKNOWN are beyond any limit.
    const unsigned long long most = frame.size() / smallest_block * ZSTD_BLOCKSIZE_MAX;
    if (size > std::min(size_limit, most)) return std::nullopt;

    thread_local const Owner<ZSTD_DCtx> decompressor = owned(ZSTD_createDCtx());
    std::string packed(static_cast<std::size_t>(size), '\0');
    const std::size_t written =
        ZSTD_decompress_usingDDict(decompressor.get(), packed.data(), packed.size(), frame.data(),
                                   frame.size(), decompression_tables());
    if (written != packed.size()) return std::nullopt;
    return packed;
}

}  // namespace

std::string compress_release(std::string_view encoded) {
    std::string data = compress_frame(to_one_byte(encoded));
    const std::size_t saved = magic.size() - sizeof(Form);
    if (data.size() - saved <= encoded.size()) {
        data.erase(0, saved);
        data.front() = static_cast<char>(Form::zstd);
        return data;
    }
    data.assign(1, static_cast<char>(Form::plain));
    return data.append(encoded);
}

std::optional<std::string> decompress_release(std::string_view data) {
    if (data.empty()) return std::nullopt;
    const auto form = static_cast<Form>(data.front());
    data.remove_prefix(1);
    switch (form) {
        case Form::plain:
            return std::string(data);
        case Form::zstd: {
            const auto packed = decompress_frame(std::string(magic).append(data));
            return packed ? from_one_byte(*packed) : std::nullopt;
        }
    }
    return std::nullopt;
}

std::string_view compression_dictionary() {
    return {reinterpret_cast<const char*>(dictionary_bytes), sizeof(dictionary_bytes)};
}

}  // namespace vigyapti
