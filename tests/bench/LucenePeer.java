// Lucene 8 as a peer to measure against: what a project gets that takes Lucene as it comes, its
// language analyser and its default BM25, over the documents and queries that ours are run with.
//
//     java LucenePeer hi|en QUERIES.tsv DOCUMENTS.jsonl...
//
// Queries are "qid<TAB>text", documents one JSON object a line with id, title (may be absent) and
// text. Prints a TREC run. Compiled and started by scripts/evaluate --peer.

import com.google.gson.Gson;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.hi.HindiAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LogDocMergePolicy;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.Similarity;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;

public final class LucenePeer {
    private static final int HITS = 100;
    // Lucene's defaults, written out so that no later version changes what is claimed.
    private static final Similarity BM25 = new BM25Similarity(1.2f, 0.75f);

    // A line that cannot be read ends the program: a peer that lacks documents compares nothing.
    private static void index(IndexWriter writer, Path path) throws IOException {
        Gson gson = new Gson();
        try (BufferedReader lines = Files.newBufferedReader(path)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isBlank()) continue;
                Release release = gson.fromJson(line, Release.class);
                String text = Objects.toString(release.title, "") + "\n"
                        + Objects.toString(release.text, "");
                Document document = new Document();
                document.add(new StoredField("id", release.id));
                document.add(new TextField("text", text, Field.Store.NO));
                writer.addDocument(document);
            }
        }
    }

    // Without the query parser, to which "?", "-" and "NOT" of a question are operators.
    private static BooleanQuery queryOf(Analyzer analyzer, String text) throws IOException {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        try (TokenStream tokens = analyzer.tokenStream("text", text)) {
            CharTermAttribute token = tokens.addAttribute(CharTermAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                TermQuery term = new TermQuery(new Term("text", token.toString()));
                query.add(term, BooleanClause.Occur.SHOULD);
            }
            tokens.end();
        }
        return query.build();
    }

    private static void search(IndexSearcher searcher, Analyzer analyzer, String line,
            PrintStream out) throws IOException {
        String[] query = line.split("\t", 2);
        if (query.length < 2) return;
        int rank = 0;
        for (ScoreDoc hit : searcher.search(queryOf(analyzer, query[1]), HITS).scoreDocs) {
            String id = searcher.doc(hit.doc).get("id");
            out.println(query[0] + " Q0 " + id + " " + ++rank + " " + hit.score + " lucene8");
        }
    }

    public static void main(String[] arguments) throws IOException {
        if (arguments.length < 3 || !List.of("hi", "en").contains(arguments[0])) {
            System.err.println("usage: LucenePeer hi|en QUERIES.tsv DOCUMENTS.jsonl...");
            System.exit(64);
        }
        Analyzer analyzer = arguments[0].equals("hi") ? new HindiAnalyzer() : new EnglishAnalyzer();
        // The merge policy keeps documents in their order, so that ties fall alike in each run.
        IndexWriterConfig config = new IndexWriterConfig(analyzer).setSimilarity(BM25)
                .setMergePolicy(new LogDocMergePolicy());
        try (Directory directory = new ByteBuffersDirectory();
                PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), false,
                        StandardCharsets.UTF_8)) {
            List<String> documents = Arrays.asList(arguments).subList(2, arguments.length);
            try (IndexWriter writer = new IndexWriter(directory, config)) {
                for (String path : documents) index(writer, Path.of(path));
            }
            try (DirectoryReader reader = DirectoryReader.open(directory)) {
                IndexSearcher searcher = new IndexSearcher(reader);
                searcher.setSimilarity(BM25);
                for (String line : Files.readAllLines(Path.of(arguments[1]))) {
                    search(searcher, analyzer, line, out);
                }
            }
        }
    }
}
