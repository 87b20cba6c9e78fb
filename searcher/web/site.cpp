#include "searcher/web/site.hpp"

#include <fmt/core.h>
#include <sys/stat.h>

#include <array>
#include <utility>

#include "common/base/error.hpp"
#include "common/base/split.hpp"
#include "common/base/trim.hpp"
#include "common/index/revision.hpp"
#include "common/index/stored.hpp"
#include "searcher/render/page_files.hpp"
#include "searcher/render/registry.hpp"
#include "searcher/web/interface_language.hpp"
#include "searcher/web/machine.hpp"
#include "searcher/web/views.hpp"

namespace vigyapti {
namespace {

constexpr const char* html_type = "text/html; charset=utf-8";
constexpr std::size_t most_completions = 10;

// What to say when the index, and not the request, is what fails.
struct Unavailable {
    Error error;
};

void add_header(HttpResponse& response, std::string name, std::string value) {
    response.headers.emplace_back(std::move(name), std::move(value));
}

// Nothing is loaded but the page's own style and icon, nothing is run.
void add_safety_headers(HttpResponse& response, const PageSettings& settings) {
    add_header(response, "Content-Security-Policy",
               fmt::format("default-src 'none'; style-src 'self'; img-src 'self'; "
                           "form-action 'self'; base-uri 'none'; frame-ancestors {}",
                           settings.frame_ancestors));
    add_header(response, "X-Content-Type-Options", "nosniff");
    add_header(response, "Referrer-Policy", "no-referrer");
    add_header(response, "Vary", "Accept-Language");
}

// Another build of the program answers otherwise.
std::string program_stamp() {
    struct stat found {};
    if (::stat("/proc/self/exe", &found) != 0) return VIGYAPTI_VERSION;
    return fmt::format("{} {} {}.{}", VIGYAPTI_VERSION, found.st_ino, found.st_mtim.tv_sec,
                       found.st_mtim.tv_nsec);
}

// Whether a header (RFC 9110, section 13.1.2) names the tag; weak ones compare alike.
bool names_tag(std::string_view if_none_match, std::string_view tag) {
    for (const std::string_view each : split(if_none_match, ',')) {
        std::string_view name = trimmed(each);
        if (name.starts_with("W/")) name.remove_prefix(2);
        // Apache marks what it has compressed.
        for (const std::string_view mark : {"\"", "-gzip\"", "-br\""}) {
            if (name.ends_with(mark) &&
                name.substr(0, name.size() - mark.size()) == tag.substr(0, tag.size() - 1)) {
                return true;
            }
        }
    }
    return false;
}

struct SiteFile {
    std::string_view name;
    const char* media_type;
};

constexpr std::array site_files{SiteFile{"page.css", "text/css; charset=utf-8"},
                                SiteFile{"icon.svg", "image/svg+xml"}};

}  // namespace

// One request on its way to its response.
class Site::Answer {
  public:
    Answer(Site& site, const HttpRequest& request)
        : site_(site), settings_(site.settings_), request_(request) {}

    HttpResponse make() {
        if (request_.refused != 0) return refuse(request_.refused);
        try {
            Form form = parse_form(request_.query_string);
            for (FormField& field : parse_form(request_.body))
                form.push_back(std::move(field));
            query_ = read_parameters(form);
        } catch (const Error& error) {
            return refuse(400, error.what());
        }
        try {
            return look();
        } catch (const Unavailable& failure) {
            return refuse(503, fmt::format("{} ({})", failure.error.what(), failure.error.hint()));
        } catch (const Error& error) {
            if (error.code() == ErrorCode::not_found) return refuse(404, error.what(), "error.id");
            return refuse(503, error.what());
        }
    }

  private:
    HttpResponse look() {
        if (query_.view == PageView::file) return file();
        const bool asks_index = query_.view == PageView::release ||
                                query_.view == PageView::complete ||
                                (query_.view == PageView::search && asks());
        HttpResponse response;
        add_header(response, "Cache-Control", "no-cache");
        revision_ = asks_index ? index_state() : "none";
        // What a form asks for by POST is not what a browser keeps.
        const bool may_be_known = request_.method != "POST";
        if (!revision_.empty()) {
            const std::string tag = entity_tag();
            add_header(response, "ETag", tag);
            if (may_be_known && names_tag(request_.if_none_match, tag)) return unchanged(response);
        }
        if (query_.view == PageView::release) {
            release(response);
        } else if (query_.view == PageView::complete) {
            complete(response);
        } else if (query_.view == PageView::help) {
            put_page(response, help_page(context()));
        } else if (!asks() && query_.format == "html") {
            put_page(response, front_page(context()));
        } else {
            search(response);
        }
        // Any answer, but there must be one.
        if (may_be_known && trimmed(request_.if_none_match) == "*") return unchanged(response);
        add_safety_headers(response, settings_);
        return response;
    }

    HttpResponse unchanged(HttpResponse& response) const {
        response.status = 304;
        response.body.clear();
        std::erase_if(response.headers,
                      [](const auto& header) { return header.first.starts_with("Content-"); });
        add_safety_headers(response, settings_);
        return std::move(response);
    }

    // Whether there is anything to be looked for.
    bool asks() const {
        const Request& request = query_.request;
        return !request.query.empty() || !request.filters.empty() || !request.like.empty() ||
               query_.format != "html";
    }

    const Messages& messages() {
        if (!messages_) {
            messages_.emplace(
                interface_language(query_.ui, request_.accept_language, settings_.ui));
        }
        return *messages_;
    }

    PageContext context() { return {settings_, query_, messages()}; }

    static void put(HttpResponse& response, std::string_view media_type, std::string body) {
        add_header(response, "Content-Type", std::string(media_type));
        response.body = std::move(body);
    }

    void put_page(HttpResponse& response, std::string html) {
        add_header(response, "Content-Language", std::string(messages().language()));
        put(response, html_type, std::move(html));
    }

    std::string index_state() const {
        try {
            return index_revision(settings_.index);
        } catch (const Error& error) {
            throw Unavailable{error};
        }
    }

    // Of all that the answer depends on. "Last week" depends on the day.
    std::string entity_tag() {
        const std::string state = fmt::format(
            "{}\n{}\n{}\n{}\n{}\n{}\n{}", revision_, program_stamp(), encode_form(to_form(query_)),
            messages().language(), settings_.title, address(), to_iso(query_.request.today));
        std::string tag = "\"";
        for (const char byte : content_hash(state))
            tag += fmt::format("{:02x}", static_cast<unsigned char>(byte));
        return tag + '"';
    }

    Searcher& searcher() {
        try {
            return site_.searcher(revision_);
        } catch (const Error& error) {
            throw Unavailable{error};
        }
    }

    std::string address() const { return settings_.url.empty() ? request_.address : settings_.url; }

    void search(HttpResponse& response) {
        const bool page = query_.format == "html";
        Request request = query_.request;
        if (page) request.facets = page_facets();
        Results results = searcher().search(request);
        response.remark = fmt::format("found={}", results.total);
        if (page) {
            std::string like_title;
            if (!request.like.empty()) like_title = searcher().read({}, request.like).title;
            put_page(response, search_page(context(), results, like_title));
            return;
        }
        results.notices.insert(results.notices.begin(), query_.notices.begin(),
                               query_.notices.end());
        const Renderer& renderer = *find_renderer(query_.format);
        std::string out;
        renderer.render(results, feed_options(), out);
        put(response, renderer.media_type, std::move(out));
    }

    RenderOptions feed_options() {
        RenderOptions options;
        if (address().empty()) return options;
        PageQuery query = query_;
        options.feed_address = address() + page_link(query);
        query.format = "html";
        options.search_address = address() + page_link(query);
        query.ui.clear();
        options.feed_name = encode_form(to_form(query));
        options.release_address = address() + "?id=";
        return options;
    }

    void release(HttpResponse& response) {
        const ReadRelease read = searcher().read(query_.request, query_.name);
        Request pair;
        pair.pair = query_.name;
        const Results counterparts = searcher().search(pair);
        put_page(response, release_page(context(), read, counterparts));
    }

    void complete(HttpResponse& response) {
        put(response, "application/x-suggestions+json; charset=utf-8",
            completions_json(query_.name, searcher().complete(query_.name, most_completions)));
    }

    HttpResponse file() {
        HttpResponse response;
        add_header(response, "Cache-Control", "public, max-age=604800");
        for (const auto& [name, media_type] : site_files) {
            if (name == query_.name) put(response, media_type, std::string(page_file(name)));
        }
        if (query_.name == "opensearch.xml") {
            put(response, "application/opensearchdescription+xml",
                open_search_description(settings_, messages(), address()));
        }
        if (response.body.empty()) return refuse(404);
        add_safety_headers(response, settings_);
        return response;
    }

    // `key`: see error_page.
    HttpResponse refuse(int status, std::string remark = {}, const std::string& key = {}) {
        HttpResponse response;
        response.status = status;
        response.remark = std::move(remark);
        if (status == 405) add_header(response, "Allow", "GET, HEAD, POST");
        if (status == 503) add_header(response, "Retry-After", "60");
        add_header(response, "Cache-Control", "no-store");
        PageQuery plain = blank_query(query_);
        put_page(response, error_page({settings_, plain, messages()}, status, key));
        add_safety_headers(response, settings_);
        return response;
    }

    Site& site_;
    const PageSettings& settings_;
    const HttpRequest& request_;
    PageQuery query_;
    std::optional<Messages> messages_;
    std::string revision_;  // of the index when the answer was begun
};

Site::Site(PageSettings settings) : settings_(std::move(settings)) {}

HttpResponse Site::answer(const HttpRequest& request) {
    return Answer(*this, request).make();
}

HttpResponse Site::unavailable() const {
    HttpResponse response;
    response.status = 503;
    add_header(response, "Retry-After", "60");
    add_header(response, "Cache-Control", "no-store");
    const Messages messages(settings_.ui);
    add_header(response, "Content-Language", std::string(messages.language()));
    add_header(response, "Content-Type", html_type);
    const PageQuery nothing;
    response.body = error_page({settings_, nothing, messages}, 503);
    add_safety_headers(response, settings_);
    return response;
}

Searcher& Site::searcher(const std::string& revision) {
    if (!searcher_ || revision != revision_) {
        searcher_.emplace(settings_.index);
        revision_ = revision;
    }
    return *searcher_;
}

}  // namespace vigyapti
