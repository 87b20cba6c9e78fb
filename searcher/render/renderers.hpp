// The renderers themselves; see registry.hpp.
#pragma once

#include "searcher/render/registry.hpp"

namespace vigyapti {

// For people: numbered hits with title, date, source, language and a wrapped snippet. Control
// characters never reach the terminal.
void render_terminal(const Results& results, const RenderOptions& options, std::string& out);

// One JSON object on one line; offsets of highlights count Unicode code points.
void render_json(const Results& results, const RenderOptions& options, std::string& out);

// A line for each hit, as one of `hits` of the other.
void render_jsonl(const Results& results, const RenderOptions& options, std::string& out);

// A table after RFC 4180, with a line of headers. What a spreadsheet would take for a formula gets
// an apostrophe before it.
void render_csv(const Results& results, const RenderOptions& options, std::string& out);

// A feed after RFC 4287.
void render_atom(const Results& results, const RenderOptions& options, std::string& out);

// A <section> to be put into a page; all that is not the renderer's own is escaped.
void render_html(const Results& results, const RenderOptions& options, std::string& out);

// "qid Q0 docid rank score vigyapti" lines for trec_eval; white space in ids is percent-encoded.
void render_trec(const Results& results, const RenderOptions& options, std::string& out);

}  // namespace vigyapti
