import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Paths;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;

/**
 * ChangeIndex DIR: opens (or creates) an index with Lucene's own writer and does what the lines of standard input say, then commits.
 *
 * <pre>
 * add NUMBER ID WORD...                     adds a document
 * update FIELD TERM NUMBER ID WORD...       deletes those with the term and adds one
 * delete FIELD TERM
 * deleteAll | flush | commit | merge N
 * </pre>
 *
 * A document has the keyword "id" (stored), the text "words" (stored, split at white space), its first word as sorted doc values
 * "first", and the numeric doc value "number". Prints "maxDoc=N numDocs=N".
 */
public final class ChangeIndex {
  public static void main(String[] args) throws IOException {
    IndexWriterConfig config = new IndexWriterConfig(new WhitespaceAnalyzer());
    config.setMergeScheduler(new SerialMergeScheduler());
    BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    try (Directory directory = FSDirectory.open(Paths.get(args[0])); IndexWriter writer = new IndexWriter(directory, config)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.isEmpty()) {
          change(writer, line.split(" "));
        }
      }
      writer.commit();
      System.out.println("maxDoc=" + writer.getDocStats().maxDoc + " numDocs=" + writer.getDocStats().numDocs);
    }
  }

  private static void change(IndexWriter writer, String[] parts) throws IOException {
    switch (parts[0]) {
      case "add": writer.addDocument(document(parts, 1)); break;
      case "update": writer.updateDocument(new Term(parts[1], parts[2]), document(parts, 3)); break;
      case "delete": writer.deleteDocuments(new Term(parts[1], parts[2])); break;
      case "deleteAll": writer.deleteAll(); break;
      case "flush": writer.flush(); break;
      case "commit": writer.commit(); break;
      case "merge": writer.forceMerge(Integer.parseInt(parts[1])); break;
      default: throw new IllegalArgumentException("unknown: " + parts[0]);
    }
  }

  private static Document document(String[] parts, int at) {
    StringBuilder words = new StringBuilder();
    for (int i = at + 2; i < parts.length; i++) {
      words.append(i == at + 2 ? "" : " ").append(parts[i]);
    }
    Document document = new Document();
    document.add(new StringField("id", parts[at + 1], Field.Store.YES));
    document.add(new NumericDocValuesField("number", Long.parseLong(parts[at])));
    document.add(new TextField("words", words.toString(), Field.Store.YES));
    document.add(new SortedDocValuesField("first", new BytesRef(parts[at + 2])));
    return document;
  }
}
