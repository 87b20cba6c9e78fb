#include "indexer/collect_forms.hpp"

#include "common/base/xapian.hpp"
#include "common/index/stored.hpp"
#include "common/lexicon/lexicon.hpp"

namespace vigyapti {

void note_forms(Analyser& analyser, Forms& forms) {
    analyser.on_new_word([&forms](const Term& term) { forms.emplace(term.exact, term.key); });
}

Forms collect_forms(std::span<const std::filesystem::path> shards) {
    Forms forms;
    Analyser analyser(canonical_key);
    note_forms(analyser, forms);
    const auto analyse = [&](std::string_view text) {
        analyser.for_each_word(text, [](const Token&, const Term&) {});
    };
    for (const std::filesystem::path& path : shards) {
        const Xapian::Database shard(path.string());
        for (auto at = shard.postlist_begin(""); at != shard.postlist_end(""); ++at) {
            const Release release = decode_release(shard.get_document(*at).get_data());
            analyse(release.title);
            analyse(release.source);
            for (const Block& block : release.blocks)
                analyse(block.text);
        }
    }
    return forms;
}

}  // namespace vigyapti
