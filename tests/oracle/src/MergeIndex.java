import java.io.IOException;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LogDocMergePolicy;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

/**
 * MergeIndex DIR [delete=FIELD:TERM]... [add=ID]... [add=ID:FIELD:TEXT]... [nomerge] [inorder]: opens an index with Lucene's own writer,
 * deletes and adds documents in the order given, merges all into one segment (unless told not to), and commits. Lucene's
 * default puts big segments first when it merges; "inorder" keeps the order of the documents.
 *
 * <p>An added document has its id in the field "id" (not analyzed, stored, no doc values), and may have a field of text, split
 * at white space. Prints "maxDoc=N numDocs=N" of the last commit.
 */
public final class MergeIndex {
  public static void main(String[] args) throws IOException {
    IndexWriterConfig config = new IndexWriterConfig(new WhitespaceAnalyzer());
    config.setOpenMode(IndexWriterConfig.OpenMode.APPEND);
    config.setMergeScheduler(new SerialMergeScheduler());
    if (args.length > 1 && args[1].startsWith("sort=")) {
      config.setIndexSort(sort(args[1].substring("sort=".length())));
    }
    boolean merge = true;
    try (Directory directory = FSDirectory.open(Paths.get(args[0])); IndexWriter writer = new IndexWriter(directory, config)) {
      for (int i = 1; i < args.length; i++) {
        if (args[i].equals("inorder")) {
          writer.getConfig().setMergePolicy(new LogDocMergePolicy());
        } else if (args[i].equals("nomerge")) {
          merge = false;
        } else if (args[i].startsWith("sort=")) {
          continue; // read above
        } else if (args[i].startsWith("delete=")) {
          String[] parts = args[i].substring("delete=".length()).split(":", 2);
          writer.deleteDocuments(new Term(parts[0], parts[1]));
        } else if (args[i].startsWith("add=")) {
          writer.addDocument(document(args[i].substring("add=".length()).split(":", 3)));
        } else {
          throw new IllegalArgumentException("unknown: " + args[i]);
        }
      }
      if (merge) {
        writer.forceMerge(1);
      }
      writer.commit();
      System.out.println("maxDoc=" + writer.getDocStats().maxDoc + " numDocs=" + writer.getDocStats().numDocs);
    }
  }

  /** FIELD:TYPE:ascending|descending[:MISSING], several with commas; MISSING is a number, or last for strings. */
  private static Sort sort(String keys) {
    List<SortField> fields = new ArrayList<>();
    for (String key : keys.split(",")) {
      String[] parts = key.split(":");
      SortField.Type type = SortField.Type.valueOf(parts[1]);
      SortField field = new SortField(parts[0], type, parts[2].equals("descending"));
      if (parts.length > 3) {
        switch (type) {
          case STRING: field.setMissingValue(SortField.STRING_LAST); break;
          case INT: field.setMissingValue(Integer.parseInt(parts[3])); break;
          case FLOAT: field.setMissingValue(Float.parseFloat(parts[3])); break;
          case DOUBLE: field.setMissingValue(Double.parseDouble(parts[3])); break;
          default: field.setMissingValue(Long.parseLong(parts[3])); break;
        }
      }
      fields.add(field);
    }
    return new Sort(fields.toArray(new SortField[0]));
  }

  private static Document document(String[] parts) {
    Document document = new Document();
    document.add(new StringField("id", parts[0], Field.Store.YES));
    if (parts.length == 3) {
      document.add(new TextField(parts[1], parts[2], Field.Store.NO));
    }
    return document;
  }
}
