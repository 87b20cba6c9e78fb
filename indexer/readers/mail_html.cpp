#include "indexer/readers/mail_html.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>
#include <vector>

#include "common/base/ascii.hpp"
#include "common/base/split.hpp"
#include "indexer/readers/html.hpp"
#include "indexer/readers/html/lines.hpp"
#include "indexer/readers/html/tree.hpp"
#include "indexer/readers/mail_quotes.hpp"

namespace vigyapti {
namespace {

using html::AttributeName;
using html::NodeId;
using html::Tree;

constexpr std::array<std::string_view, 5> quoting_classes{"gmail_quote", "yahoo_quoted",
                                                          "moz-cite-prefix", "protonmail_quote",
                                                          "ms-outlook-mobile-reference-message"};

// Outlook on the web puts "x_" before names that were in the mail that it answers to.
std::string_view own_name(std::string_view name) {
    while (name.starts_with("x_"))
        name.remove_prefix(2);
    return name;
}

bool is_quotation(const Tree& tree, NodeId node) {
    if (tree[node].tag == html::Tag::text) return false;
    if (tree[node].tag == html::Tag::blockquote &&
        equals_ignoring_case(tree.attribute(node, AttributeName::type), "cite"))
        return true;
    for (const std::string_view name : split(tree.attribute(node, AttributeName::class_), ' ')) {
        const auto* const found =
            std::find(quoting_classes.begin(), quoting_classes.end(), own_name(name));
        if (found != quoting_classes.end()) return true;
    }
    return false;
}

class MarkedLines {
  public:
    MarkedLines(const Tree& tree, const std::vector<html::Line>& lines) : tree_(tree) {
        measure();
        for (const html::Line& line : lines)
            add(line);
    }

    const std::vector<MailLine>& get() const { return lines_; }

  private:
    // How deep each node stands in quotations, and where Outlook's marks are.
    void measure() {
        depths_.resize(tree_.size());
        for (NodeId node = 1; node < tree_.size(); ++node) {
            depths_[node] = depths_[tree_[node].parent] + (is_quotation(tree_, node) ? 1U : 0U);
            if (tree_[node].tag == html::Tag::text) continue;
            const std::string_view id = own_name(tree_.attribute(node, AttributeName::id));
            if (id == "appendonsend") openings_.push_back(node);
            if (id == "divRplyFwdMsg") headers_.emplace_back(node, tree_[node].end);
        }
    }

    // Lines come in the order of the page, those of a row by the row.
    void add(const html::Line& line) {
        MailLine marked{line.text, depths_[line.node], static_cast<std::uint32_t>(lines_.size())};
        for (; opening_ < openings_.size() && openings_[opening_] <= line.node; ++opening_)
            marked.opens_older = true;
        while (header_ < headers_.size() && headers_[header_].second <= line.node)
            ++header_;
        marked.is_header = header_ < headers_.size() && headers_[header_].first <= line.node;
        lines_.push_back(marked);
    }

    const Tree& tree_;
    std::vector<std::uint32_t> depths_;
    std::vector<NodeId> openings_;
    std::size_t opening_ = 0;
    std::vector<std::pair<NodeId, NodeId>> headers_;
    std::size_t header_ = 0;
    std::vector<MailLine> lines_;
};

}  // namespace

void add_mail_html(std::string_view html, MailKind kind, Draft& draft) {
    const TextJudge judge = [&](const Tree& tree, const std::vector<html::Line>& lines) {
        MailReading reading = read_quotes(MarkedLines(tree, lines).get(), kind);
        add_forwarded_fields(reading, draft);
        return std::move(reading.is_text);
    };
    add_html_text(html, judge, draft);
}

}  // namespace vigyapti
