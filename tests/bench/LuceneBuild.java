// Lucene 8 as a peer to measure a first build against: its language analysers, title and text
// indexed with positions and stored, in a folder on the disk, with one commit at the end. Merges
// go on in threads of their own, as Lucene does by default.
//
//     java LuceneBuild INDEX THREADS merge|keep DOCUMENTS.jsonl
//
// With "merge" the index is brought to one segment before the commit, and the seconds that this took
// are printed. Compiled and started by build_peers.py.

import com.google.gson.Gson;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.hi.HindiAnalyzer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

public final class LuceneBuild {
    private static final double RAM_BUFFER_MB = 64;
    private static final int BATCH = 32;  // lines that a thread takes at a time

    // An analyser belongs to a field in Lucene, so each language has fields of its own.
    private static Analyzer analyzer() {
        Analyzer hindi = new HindiAnalyzer();
        return new PerFieldAnalyzerWrapper(
                new EnglishAnalyzer(), Map.of("title_hi", hindi, "text_hi", hindi));
    }

    private static Document documentOf(Release release) {
        String suffix = "hi".equals(release.lang) ? "_hi" : "";
        Document document = new Document();
        document.add(new StringField("id", release.id, Field.Store.YES));
        if (release.title != null) {
            document.add(new TextField("title" + suffix, release.title, Field.Store.YES));
        }
        document.add(new TextField("text" + suffix, release.text, Field.Store.YES));
        return document;
    }

    // The next lines; none at the end.
    private static List<String> batch(BufferedReader lines) throws IOException {
        List<String> batch = new ArrayList<>(BATCH);
        synchronized (lines) {
            while (batch.size() < BATCH) {
                String line = lines.readLine();
                if (line == null) break;
                if (!line.isBlank()) batch.add(line);
            }
        }
        return batch;
    }

    private static Void index(IndexWriter writer, BufferedReader lines) throws IOException {
        Gson gson = new Gson();
        for (List<String> batch = batch(lines); !batch.isEmpty(); batch = batch(lines)) {
            for (String line : batch) {
                writer.addDocument(documentOf(gson.fromJson(line, Release.class)));
            }
        }
        return null;
    }

    // A line that cannot be read ends the program: a peer that lacks documents compares nothing.
    private static void index(IndexWriter writer, Path path, int threads) throws Exception {
        ExecutorService workers = Executors.newFixedThreadPool(threads);
        try (BufferedReader lines = Files.newBufferedReader(path)) {
            Callable<Void> work = () -> index(writer, lines);
            List<Future<Void>> running = new ArrayList<>();
            for (int i = 0; i < threads; ++i) running.add(workers.submit(work));
            for (Future<Void> each : running) each.get();
        } finally {
            workers.shutdownNow();
        }
    }

    public static void main(String[] arguments) throws Exception {
        if (arguments.length != 4 || !List.of("merge", "keep").contains(arguments[2])) {
            System.err.println("usage: LuceneBuild INDEX THREADS merge|keep DOCUMENTS.jsonl");
            System.exit(64);
        }
        IndexWriterConfig config = new IndexWriterConfig(analyzer())
                .setOpenMode(IndexWriterConfig.OpenMode.CREATE)
                .setRAMBufferSizeMB(RAM_BUFFER_MB)
                .setSimilarity(new BM25Similarity());
        try (Directory directory = FSDirectory.open(Path.of(arguments[0]));
                IndexWriter writer = new IndexWriter(directory, config)) {
            index(writer, Path.of(arguments[3]), Integer.parseInt(arguments[1]));
            if (arguments[2].equals("merge")) {
                long start = System.nanoTime();
                writer.forceMerge(1);
                double seconds = (System.nanoTime() - start) / 1e9;
                System.out.printf(Locale.ROOT, "merging %.2f s%n", seconds);
            }
            writer.commit();
        }
    }
}
