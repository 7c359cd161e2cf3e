import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Random;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.FeatureField;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedNumericDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.BytesRef;

/** A few thousand bytes with something of everything, for tests that damage every bit. */
final class TinyKind {
  private static final FieldType OFFSETS = IndexKinds.type(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS, true);

  private TinyKind() {}

  /** Two segments, the second a compound file; deletions in both, updated doc values in the first; a term with a skip list. */
  static void write(Path folder, Random random) throws IOException {
    IndexKinds.Zipf words = new IndexKinds.Zipf(random, 60);
    IndexKinds.write(folder, IndexKinds.config(), writer -> {
      for (int segment = 0; segment < 2; segment++) {
        writer.getConfig().setUseCompoundFile(segment == 1);
        int docs = segment == 0 ? 140 : 20;
        for (int i = 0; i < docs; i++) {
          writer.addDocument(i < 20 ? full("s" + segment + "d" + i, words, random) : sparse(words, random));
        }
        writer.commit();
      }
      for (int i = 0; i < 3; i++) {
        Term id = new Term("id", "s0d" + random.nextInt(20));
        writer.updateNumericDocValue(id, "number", random.nextInt(1000));
        writer.updateBinaryDocValue(id, "binary", new BytesRef("updated" + i));
      }
      writer.deleteDocuments(new Term("id", "s0d7"), new Term("id", "s1d3"));
      writer.setLiveCommitData(Collections.singletonMap("kind", "tiny").entrySet());
    });
  }

  private static Document full(String id, IndexKinds.Zipf words, Random random) {
    Document document = IndexKinds.document(id);
    document.add(new TextField("body", "all " + words.text(random, random.nextInt(12)), Field.Store.NO));
    document.add(new TextField("title", words.text(random, random.nextInt(4)), Field.Store.YES));
    document.add(new Field("offsets", words.text(random, random.nextInt(5)), OFFSETS));
    document.add(new StringField("keyword", words.next(random), Field.Store.NO));
    document.add(new FeatureField("features", "quality", 1 + random.nextInt(130)));
    document.add(new NumericDocValuesField("number", random.nextInt(100)));
    document.add(new BinaryDocValuesField("binary", new BytesRef(words.text(random, random.nextInt(3)))));
    for (int i = random.nextInt(3); i > 0; i--) {
      document.add(new SortedSetDocValuesField("set", new BytesRef(words.next(random))));
      document.add(new SortedNumericDocValuesField("numbers", random.nextInt(10)));
    }
    document.add(new StoredField("long", random.nextLong() >> random.nextInt(64)));
    document.add(new StoredField("double", random.nextDouble()));
    return document;
  }

  private static Document sparse(IndexKinds.Zipf words, Random random) {
    Document document = new Document();
    document.add(new TextField("body", "all " + words.next(random), Field.Store.NO));
    if (random.nextInt(10) == 0) {
      document.add(new NumericDocValuesField("number", random.nextLong() >> random.nextInt(64)));
    }
    return document;
  }
}
