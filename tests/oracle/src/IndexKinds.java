import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Random;
import java.util.Set;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;

/** What the index writing programs share. */
final class IndexKinds {
  private IndexKinds() {}

  /** Lucene's defaults, but one thread and flushes only where the program asks for them, so that a seed repeats an index. */
  static IndexWriterConfig config() {
    IndexWriterConfig config = new IndexWriterConfig(new WhitespaceAnalyzer());
    config.setOpenMode(IndexWriterConfig.OpenMode.CREATE);
    config.setMergeScheduler(new SerialMergeScheduler());
    config.setMergePolicy(NoMergePolicy.INSTANCE);
    config.setRAMBufferSizeMB(512);
    config.setUseCompoundFile(false);
    return config;
  }

  interface Content {
    void write(IndexWriter writer) throws IOException;
  }

  static void write(Path folder, IndexWriterConfig config, Content content) throws IOException {
    try (FSDirectory directory = FSDirectory.open(folder); IndexWriter writer = new IndexWriter(directory, config)) {
      content.write(writer);
      writer.commit();
    }
  }

  static FieldType type(IndexOptions options, boolean norms) {
    FieldType type = new FieldType();
    type.setIndexOptions(options);
    type.setTokenized(true);
    type.setOmitNorms(!norms);
    type.freeze();
    return type;
  }

  /** A document with the field id: not analyzed, stored, SORTED doc values. */
  static Document document(String id) {
    Document document = new Document();
    document.add(new StringField("id", id, Field.Store.YES));
    document.add(new SortedDocValuesField("id", new BytesRef(id)));
    return document;
  }

  static String word(Random random, int minLength, int maxLength) {
    char[] letters = new char[minLength + random.nextInt(maxLength - minLength + 1)];
    for (int i = 0; i < letters.length; i++) {
      letters[i] = (char) ('a' + random.nextInt(26));
    }
    return new String(letters);
  }

  static byte[] bytes(Random random, int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }

  /** Words whose frequency falls with their rank, as in real text. */
  static final class Zipf {
    final String[] words;
    private final double[] cumulative;

    Zipf(Random random, int count) {
      Set<String> distinct = new LinkedHashSet<>();
      // Some that are not ASCII, and one above the basic plane: its order differs between UTF-8 and UTF-16.
      distinct.addAll(Arrays.asList("azure", "\u00e9t\u00e9", "cloud", "\u65e5\u672c", "\uff5e", "\ud83d\ude80"));
      while (distinct.size() < count) {
        distinct.add(word(random, 2, 9));
      }
      words = distinct.toArray(new String[0]);
      cumulative = new double[words.length];
      double sum = 0;
      for (int i = 0; i < words.length; i++) {
        cumulative[i] = sum += 1.0 / (i + 1);
      }
    }

    String next(Random random) {
      int index = Arrays.binarySearch(cumulative, random.nextDouble() * cumulative[cumulative.length - 1]);
      return words[Math.min(index < 0 ? -index - 1 : index, words.length - 1)];
    }

    String text(Random random, int count) {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < count; i++) {
        text.append(i == 0 ? "" : " ").append(next(random));
      }
      return text.toString();
    }
  }
}
