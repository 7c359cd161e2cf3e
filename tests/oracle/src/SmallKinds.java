import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Random;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PayloadAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.codecs.lucene87.Lucene87Codec;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.FeatureField;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedNumericDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.util.BytesRef;

/** Indexes of at most a few thousand documents. */
final class SmallKinds {
  private static final FieldType DOCS_WITH_NORMS = IndexKinds.type(IndexOptions.DOCS, true);
  private static final FieldType FREQS_WITHOUT_NORMS = IndexKinds.type(IndexOptions.DOCS_AND_FREQS, false);
  private static final FieldType POSITIONS = IndexKinds.type(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS, false);
  private static final FieldType OFFSETS = IndexKinds.type(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS, true);

  private SmallKinds() {}

  static void simple(Path folder, Random random) throws IOException {
    IndexKinds.Zipf words = new IndexKinds.Zipf(random, 400);
    IndexKinds.write(folder, IndexKinds.config(), writer -> {
      for (int i = 0; i < 250; i++) {
        writer.addDocument(mixed("doc" + i, words, random));
      }
      writer.setLiveCommitData(Collections.singletonMap("kind", "simple").entrySet());
    });
  }

  /** Text, keywords and every stored type; empty fields, missing fields and a document with an id only. */
  private static Document mixed(String id, IndexKinds.Zipf words, Random random) {
    Document document = IndexKinds.document(id);
    if (random.nextInt(20) == 0) {
      return document;
    }
    document.add(new TextField("body", words.text(random, random.nextInt(60)), Field.Store.NO));
    if (random.nextInt(3) > 0) {
      document.add(new TextField("title", words.text(random, 1 + random.nextInt(8)), Field.Store.YES));
    }
    document.add(new Field("docsOnly", words.text(random, 1 + random.nextInt(10)), DOCS_WITH_NORMS));
    document.add(new Field("freqs", words.text(random, 1 + random.nextInt(10)), FREQS_WITHOUT_NORMS));
    document.add(new StringField("keyword", words.next(random), Field.Store.NO));
    if (random.nextInt(10) == 0) {
      document.add(new StringField("keyword", "", Field.Store.NO));
    }
    document.add(new StoredField("int", random.nextInt() >> random.nextInt(32)));
    document.add(new StoredField("long", storedLong(random)));
    document.add(new StoredField("float", random.nextInt(3) == 0 ? random.nextInt(200) - 60 : random.nextFloat() * 1000 - 500));
    document.add(new StoredField("double", random.nextInt(3) == 0 ? random.nextInt(200) - 60 : random.nextDouble() * 1e6 - 5e5));
    document.add(new StoredField("bytes", IndexKinds.bytes(random, random.nextInt(20))));
    document.add(new NumericDocValuesField("rank", random.nextInt(1000)));
    return document;
  }

  /** Times in whole days, hours and seconds are stored in a form of their own. */
  private static long storedLong(Random random) {
    long[] units = {1, 1000, 3_600_000, 86_400_000, 2};
    return units[random.nextInt(units.length)] * (random.nextLong() >> (24 + random.nextInt(40)));
  }

  static void multi(Path folder, Random random) throws IOException {
    IndexKinds.write(folder, IndexKinds.config(), writer -> segments(writer, random));
  }

  static void merged(Path folder, Random random) throws IOException {
    IndexWriterConfig config = IndexKinds.config();
    config.setMergePolicy(new TieredMergePolicy());
    IndexKinds.write(folder, config, writer -> {
      segments(writer, random);
      writer.forceMerge(1);
    });
  }

  /** Five segments with different fields, every second one a compound file, deletions of two generations. */
  private static void segments(IndexWriter writer, Random random) throws IOException {
    IndexKinds.Zipf words = new IndexKinds.Zipf(random, 300);
    for (int segment = 0; segment < 5; segment++) {
      writer.getConfig().setUseCompoundFile(segment % 2 == 1);
      for (int i = 0; i < 40 + 30 * segment; i++) {
        Document document = mixed("s" + segment + "d" + i, words, random);
        if (segment == 2) {
          document.add(new SortedSetDocValuesField("only", new BytesRef(words.next(random))));
          document.add(new StringField("only", words.next(random), Field.Store.NO));
        }
        writer.addDocument(document);
      }
      writer.commit();
      if (segment > 0) {
        for (int i = 0; i < 10; i++) {
          writer.deleteDocuments(new Term("id", "s" + random.nextInt(segment + 1) + "d" + random.nextInt(40)));
        }
        writer.commit();
      }
    }
  }

  /** Words beside what our reader passes over: points, or term vectors of the words. Two segments, the second compound. */
  static void unread(Path folder, Random random, boolean points) throws IOException {
    IndexKinds.Zipf words = new IndexKinds.Zipf(random, 60);
    FieldType vectors = new FieldType(TextField.TYPE_NOT_STORED);
    vectors.setStoreTermVectors(true);
    vectors.setStoreTermVectorPositions(true);
    IndexKinds.write(folder, IndexKinds.config(), writer -> {
      for (int segment = 0; segment < 2; segment++) {
        writer.getConfig().setUseCompoundFile(segment == 1);
        for (int i = 0; i < 60; i++) {
          Document document = IndexKinds.document("s" + segment + "d" + i);
          String text = words.text(random, 1 + random.nextInt(12));
          if (points) {
            document.add(new LongPoint("point", random.nextInt(1000), i));
            document.add(new TextField("text", text, Field.Store.NO));
          } else {
            document.add(new Field("text", text, vectors));
          }
          document.add(new NumericDocValuesField("rank", random.nextInt(1000)));
          writer.addDocument(document);
        }
        writer.commit();
      }
      writer.deleteDocuments(new Term("id", "s0d3"), new Term("id", "s1d4"));
    });
  }

  static void bestCompression(Path folder, Random random) throws IOException {
    IndexWriterConfig config = IndexKinds.config();
    config.setCodec(new Lucene87Codec(Lucene87Codec.Mode.BEST_COMPRESSION));
    IndexKinds.Zipf words = new IndexKinds.Zipf(random, 2000);
    IndexKinds.write(folder, config, writer -> {
      for (int i = 0; i < 3000; i++) {
        Document document = IndexKinds.document("doc" + i);
        document.add(new StoredField("text", words.text(random, random.nextInt(100))));
        if (i % 700 == 3) {
          document.add(new StoredField("large", IndexKinds.bytes(random, 150_000)));
        }
        if (i % 3 > 0) {
          document.add(new BinaryDocValuesField("binary", new BytesRef(words.text(random, random.nextInt(9)))));
        }
        document.add(new SortedDocValuesField("sorted", new BytesRef(words.next(random))));
        writer.addDocument(document);
      }
    });
  }

  static void offsets(Path folder, Random random) throws IOException {
    IndexKinds.Zipf words = new IndexKinds.Zipf(random, 50);
    IndexKinds.write(folder, IndexKinds.config(), writer -> {
      for (int i = 0; i < 400; i++) {
        Document document = IndexKinds.document("doc" + i);
        document.add(new Field("offsets", new Tokens(words, random, false), OFFSETS));
        document.add(new Field("payloads", new Tokens(words, random, true), POSITIONS));
        document.add(new Field("both", new Tokens(words, random, true), OFFSETS));
        document.add(new Field("positions", new Tokens(words, random, false), POSITIONS));
        writer.addDocument(document);
      }
    });
  }

  /** Random tokens: same positions, holes, gaps between offsets; payloads on most tokens, of equal length for stretches. */
  private static final class Tokens extends TokenStream {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute increment = addAttribute(PositionIncrementAttribute.class);
    private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
    private final PayloadAttribute payload;
    private final IndexKinds.Zipf words;
    private final Random random;
    private int left;
    private int end;

    Tokens(IndexKinds.Zipf words, Random random, boolean payloads) {
      this.words = words;
      this.random = random;
      payload = payloads ? addAttribute(PayloadAttribute.class) : null;
      left = random.nextInt(40);
    }

    @Override
    public boolean incrementToken() {
      if (left-- <= 0) {
        return false;
      }
      clearAttributes();
      String word = words.next(random);
      term.append(word);
      increment.setPositionIncrement(random.nextInt(8) == 0 ? random.nextInt(200) : 1);
      int start = end + random.nextInt(3);
      end = start + word.length();
      offset.setOffset(start, end);
      if (payload != null && random.nextInt(4) > 0) {
        payload.setPayload(new BytesRef(IndexKinds.bytes(random, left > 20 ? 4 : 1 + random.nextInt(6))));
      }
      return true;
    }
  }

  static void features(Path folder, Random random) throws IOException {
    IndexKinds.Zipf words = new IndexKinds.Zipf(random, 300);
    IndexKinds.write(folder, IndexKinds.config(), writer -> {
      for (int i = 0; i < 1500; i++) {
        Document document = IndexKinds.document("doc" + i);
        document.add(new TextField("text", words.text(random, 3 + random.nextInt(30)), Field.Store.NO));
        document.add(new FeatureField("features", "quality", 1 + random.nextInt(130)));
        if (random.nextInt(4) == 0) {
          document.add(new FeatureField("features", "heat", (float) Math.exp(random.nextDouble() * 8)));
        }
        if (random.nextInt(30) == 0) {
          document.add(new FeatureField("features", "coverage", random.nextFloat() + 1e-3f));
        }
        writer.addDocument(document);
      }
    });
  }

  /** Numeric and binary values changed in place after the commit, in two generations, also for documents without one. */
  static void docValuesUpdates(Path folder, Random random) throws IOException {
    IndexKinds.write(folder, IndexKinds.config(), writer -> {
      for (int segment = 0; segment < 2; segment++) {
        writer.getConfig().setUseCompoundFile(segment == 1);
        for (int i = 0; i < 300; i++) {
          Document document = IndexKinds.document("s" + segment + "d" + i);
          document.add(new NumericDocValuesField("untouched", random.nextInt(100)));
          document.add(new SortedNumericDocValuesField("several", random.nextInt(5)));
          if (i % 2 == 0) {
            document.add(new NumericDocValuesField("number", i));
            document.add(new BinaryDocValuesField("bytes", new BytesRef("b" + i)));
          }
          writer.addDocument(document);
        }
        writer.commit();
      }
      for (int generation = 0; generation < 2; generation++) {
        for (int i = 0; i < 40; i++) {
          Term id = new Term("id", "s" + random.nextInt(2) + "d" + random.nextInt(300));
          writer.updateNumericDocValue(id, "number", random.nextLong() >> random.nextInt(64));
          if (generation == 1) {
            byte[] value = ("updated" + random.nextInt(100)).getBytes(StandardCharsets.US_ASCII);
            writer.updateBinaryDocValue(id, "bytes", new BytesRef(value));
          }
        }
        writer.commit();
      }
      writer.deleteDocuments(new Term("id", "s0d7"));
    });
  }
}
