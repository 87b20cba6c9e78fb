// A line of a JSONL file, for the programs that let Lucene index what ours does. Filled by Gson,
// null where a line lacks a member; other members of a line are passed over.
final class Release {
    String id;
    String title;
    String text;
    String lang;
}
