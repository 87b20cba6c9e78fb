// What pages say, in Hindi and in English: the table searcher/web/messages.tsv.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace vigyapti {

class Messages {
  public:
    // `language`: "hi" or, for any other, English.
    explicit Messages(std::string_view language);

    // "hi" or "en".
    std::string_view language() const { return hindi_ ? "hi" : "en"; }

    // The text of a message. Throws std::logic_error where there is none of this key.
    std::string_view operator()(std::string_view key) const;

    // The same with the values in place of the names in braces.
    using Values = std::vector<std::pair<std::string_view, std::string>>;
    std::string filled(std::string_view key, const Values& values) const;

    // `key`.one for 1, else `key`.many with {count}.
    std::string counted(const std::string& key, std::size_t count) const;

    // "17 October 2023" or "अक्टूबर 2023" for an ISO date; any other text as it is.
    std::string date(const std::string& iso) const;

    // The keys that there are, in their order.
    static std::vector<std::string_view> keys();

  private:
    bool hindi_;
};

}  // namespace vigyapti
