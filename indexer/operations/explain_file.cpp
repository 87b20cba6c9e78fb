#include <fmt/core.h>

#include <algorithm>
#include <string>
#include <vector>

#include "common/base/error.hpp"
#include "common/base/split.hpp"
#include "common/text/dateline.hpp"
#include "indexer/complete_countries.hpp"
#include "indexer/metadata_rules.hpp"
#include "indexer/operations/operations.hpp"
#include "indexer/scan.hpp"
#include "indexer/source_reader.hpp"
#include "indexer/task_source.hpp"

namespace vigyapti {
namespace {

// Lines of a text as they may be printed.
std::string shown(std::string_view text) {
    std::string out;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        out += printable(text.substr(0, end));
        out += '\n';
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return out;
}

std::string block(std::string_view name, std::string_view text) {
    return fmt::format("\n[{}]\n{}", name, shown(text));
}

// The body, with its dateline apart where it has one.
std::string body(std::string_view text) {
    const auto dateline = find_dateline(text);
    if (!dateline) return block("body", text);
    const auto at = static_cast<std::size_t>(dateline->line.data() - text.data());
    const auto begin = text.rfind('\n', at) + 1;
    const auto end = std::min(text.find('\n', at), text.size());
    std::string out;
    if (begin > 0) out += block("body", text.substr(0, begin));
    out += block("dateline", dateline->line);
    if (end + 1 < text.size()) out += block("body", text.substr(end + 1));
    return out;
}

class ExplainingSink : public DraftSink {
  public:
    ExplainingSink(const IndexOptions& options, const ScanResult& scanned, Report& report)
        : options_(options), scanned_(scanned), report_(report) {}

    void begin(const SourceFile& file) {
        file_ = &file;
        if (!out_.empty()) out_ += '\n';
        out_ += fmt::format("file: {}\nformat: {}\n", printable(shown_path(scanned_, file.path)),
                            file.reader->format);
    }

    void add(Draft draft, std::string name) override {
        std::string charset = draft.charset;
        FileFacts facts{name, scanned_.roots[file_->root].source};
        if (name.empty()) {
            facts.name = file_->name;
            if (file_->stamp.modified != 0) facts.modified = file_->stamp.modified;
        }
        facts.legacy_fonts = options_.legacy_fonts;
        SettledRelease settled = settle_release(std::move(draft), facts, true);
        const std::string country_remark = complete_countries(settled.release, country_finder_);
        out_ += fmt::format("\nrelease: {}\n", printable(facts.name));
        if (!charset.empty()) out_ += fmt::format("charset: {}\n", printable(charset));
        if (settled.legacy_font != LegacyFont::none) {
            out_ += fmt::format("legacy font: {}\n", legacy_font_name(settled.legacy_font));
        }
        out_ += fields(settled);
        for (const std::string& remark : {settled.remark, country_remark}) {
            if (!remark.empty()) out_ += fmt::format("warning: {}\n", printable(remark));
        }
        out_ += block("title", settled.release.title);
        for (const Block& each : settled.release.blocks) {
            out_ += each.kind == BlockKind::body ? body(each.text)
                                                 : block(block_name(each.kind), each.text);
        }
        for (const std::string& each : settled.boilerplate)
            out_ += block("boilerplate", each);
    }

    void problem(std::uint64_t line, const std::string& what) override {
        report_.fail(shown_path(scanned_, file_->path), line, what);
    }

    void nothing(const std::string& why) override {
        out_ += fmt::format("no release: {}\n", printable(why));
    }

    std::string take() { return std::move(out_); }

  private:
    // The value that counts, where it is from, and those that were passed over.
    static std::string fields(const SettledRelease& settled) {
        const Release& release = settled.release;
        std::string countries;
        for (const std::string& each : release.countries)
            countries += (countries.empty() ? "" : " ") + each;
        struct Row {
            ReleaseField field;
            std::string_view value;
        };
        std::string out;
        for (const auto& [field, value] :
             {Row{ReleaseField::id, release.id}, Row{ReleaseField::title, release.title},
              Row{ReleaseField::date, release.date}, Row{ReleaseField::source, release.source},
              Row{ReleaseField::lang, release.lang}, Row{ReleaseField::url, release.url},
              Row{ReleaseField::country, countries}}) {
            out += fmt::format("{}: {}", field_name(field),
                               value.empty() ? "(none)" : printable(value));
            std::string others;
            for (const Candidate& each : settled.candidates) {
                if (each.field != field) continue;
                if (each.chosen) {
                    out += fmt::format(" [{}]", origin_name(each.origin));
                } else {
                    others += fmt::format("    not: {} [{}]\n", printable(each.value),
                                          origin_name(each.origin));
                }
            }
            out += '\n' + others;
        }
        return out;
    }

    const IndexOptions& options_;
    const ScanResult& scanned_;
    Report& report_;
    CountryFinder country_finder_;
    const SourceFile* file_ = nullptr;
    std::string out_;
};

void explain_lines(const SourceFile& file, const TaskLimits& limits, ExplainingSink& sink) {
    TaskSource source(
        std::span(&file, 1), limits,
        [&](const SourceFile&, std::uint64_t line, const std::string& what) {
            sink.problem(line, what);
        },
        [](const SourceFile&, std::uint64_t) {});
    while (const auto task = source.next())
        read_guarded(*file.reader, {task->bytes, file.name, task->first_line}, sink);
}

}  // namespace

std::string explain_files(const IndexOptions& options, Report& report) {
    const ScanResult scanned =
        scan(options.paths, options.format,
             [&](const std::string& path, const std::string& what) { report.fail(path, 0, what); });
    for (const Root& root : scanned.roots) {
        if (root.missing) report.fail(root.shown, 0, root.problem);
    }
    const SourceReader reader(scanned, {options.max_release_size, options.max_file_size});
    ExplainingSink sink(options, scanned, report);
    for (const SourceFile& file : scanned.files) {
        sink.begin(file);
        try {
            if (is_cut_into_lines(file)) {
                explain_lines(file, {TaskLimits{}.task_bytes, options.max_release_size}, sink);
            } else {
                reader.read(file, sink);
            }
        } catch (const Error& error) {
            sink.problem(0, error.what());
        }
    }
    return sink.take();
}

}  // namespace vigyapti
