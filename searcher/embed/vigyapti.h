/* The search as a library, for C and for languages that call C, such as Python by its ctypes. See
 * vigyapti(3).
 *
 *     vigyapti_searcher *searcher = vigyapti_open("/var/lib/vigyapti/index");
 *     char *json = vigyapti_search(searcher, "q=crude+oil&lang=hi&page=2");
 *     if (json == NULL) fprintf(stderr, "%s\n", vigyapti_error_text());
 *     vigyapti_free(json);
 *     vigyapti_close(searcher);
 *
 * Strings end with a zero byte and are UTF-8; the bytes of an argument may be any, and what is not
 * UTF-8 is an error, never undefined behaviour. No function ends the program, throws into the
 * caller, prints anything, changes the locale or handles a signal.
 *
 * Threads: a searcher is used by one thread at a time. Any number of threads may work side by side,
 * each with a searcher of its own. What the functions on errors tell is of the last call in the same
 * thread.
 *
 * What is declared here stays as it is from version to version: functions and codes may be added,
 * none is changed or removed within a major version. */
#ifndef VIGYAPTI_H
#define VIGYAPTI_H

#ifdef __cplusplus
extern "C" {
#endif

/* An open index. */
typedef struct vigyapti_searcher vigyapti_searcher;

/* What went wrong in a call. A caller should take a number that it does not know for an error. */
enum {
    VIGYAPTI_OK = 0,
    VIGYAPTI_BAD_REQUEST = 1,   /* an argument: not UTF-8, no such parameter's value, a null pointer */
    VIGYAPTI_NOT_FOUND = 2,     /* no index in that folder, no release with that id */
    VIGYAPTI_IO = 3,            /* the disk, the network, permissions */
    VIGYAPTI_LOCKED = 4,        /* another process holds what is needed */
    VIGYAPTI_CONFIGURATION = 5, /* of the index, or of the environment */
    VIGYAPTI_CORRUPT = 6,       /* the index does not hold together */
    VIGYAPTI_INDEX_VERSION = 7, /* the index was written by another format version */
    VIGYAPTI_MEMORY = 8,        /* no memory is left */
    VIGYAPTI_INTERNAL = 9       /* a fault of the library */
};

/* The version of the library that is loaded, "0.1.0". Never null; not to be freed. */
const char *vigyapti_version(void);

/* Opens the index in the folder `index`. Null on an error. The caller closes what it gets. */
vigyapti_searcher *vigyapti_open(const char *index);

/* Closes a searcher, in any thread. Null is passed over. */
void vigyapti_close(vigyapti_searcher *searcher);

/* Lets the searcher see what has been committed to the index since it was opened or refreshed, and
 * costs little when there is nothing. 1 when it is another index now, 0 when it is as it was, -1 on
 * an error; then the searcher goes on with what it had. A searcher that is not refreshed may see
 * the new state at any time, never a mixture. */
int vigyapti_refresh(vigyapti_searcher *searcher);

/* Answers a request, which is written as the query string of the page vigyapti.cgi, without "?":
 * "q=…&lang=hi&page=2", with every value percent-encoded. vigyapti(3) lists the parameters. The
 * answer is the JSON object of vigyapti-search --format json, with a line feed at its end. Null on
 * an error. The caller frees the answer with vigyapti_free. */
char *vigyapti_search(vigyapti_searcher *searcher, const char *request);

/* One release as JSON, "id=…&q=…": the one with that id, what the query looks for lit. The rest as
 * vigyapti_search. */
char *vigyapti_read(vigyapti_searcher *searcher, const char *request);

/* Frees an answer, in any thread. Null is passed over. */
void vigyapti_free(char *answer);

/* Whether the last call in this thread that may fail did, by the codes above, and how: a line
 * without line feed for a person to read, and one on what to do about it. Both are empty strings
 * when there is nothing to say, are not to be freed, and are as they are until the next call in this
 * thread. Text beyond 1,000 bytes is cut. */
int vigyapti_error_code(void);
const char *vigyapti_error_text(void);
const char *vigyapti_error_hint(void);

#ifdef __cplusplus
}
#endif

#endif
