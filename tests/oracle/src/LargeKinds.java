import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedNumericDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.BytesRef;

/** Indexes large enough for blocks, jump tables, many skip levels and every kind of term dictionary node. */
final class LargeKinds {
  private LargeKinds() {}

  /** 70,000 documents: a little over one 65,536-document block of the sets of documents with a value. */
  static void docValues(Path folder, Random random) throws IOException {
    int maxDoc = 70_000;
    long[] table = new long[40];
    for (int i = 0; i < table.length; i++) {
      table[i] = random.nextLong();
    }
    String[] names = new String[9000];
    for (int i = 0; i < names.length; i++) {
      names[i] = (i % 3 == 0 ? "https://example.org/news/" : "") + IndexKinds.word(random, 1, 14) + i;
    }
    IndexKinds.write(folder, IndexKinds.config(), writer -> {
      for (int doc = 0; doc < maxDoc; doc++) {
        Document document = new Document();
        numbers(document, doc, table, random);
        bytes(document, doc, random);
        names(document, doc, names, random);
        writer.addDocument(document);
      }
    });
  }

  private static void numbers(Document document, int doc, long[] table, Random random) {
    number(document, "constant", 42);
    number(document, "gcd", 17 + 86_400_000L * random.nextInt(20_000));
    number(document, "table", table[random.nextInt(table.length)]);
    number(document, "bits7", random.nextInt(100));
    number(document, "bits20", random.nextInt(1 << 20) - 500_000);
    number(document, "all64", random.nextLong());
    number(document, "blocks", doc < 16384 ? 5 : doc < 32768 ? random.nextInt(4) : 1_000_000_000_000L + random.nextInt(1 << 30));
    if (doc % 97 == 5) {
      number(document, "sparse", doc * 3L);
      number(document, "sparseConstant", -1);
    }
    if (random.nextInt(5) > 0) {
      number(document, "dense", random.nextInt(1000));
    }
    if (doc < 65_536) {
      number(document, "firstBlockFull", random.nextInt(300));
    } else if (doc % 2 == 0) {
      number(document, "late", doc);
    }
    if (doc == 69_000) {
      number(document, "single", Long.MIN_VALUE);
    }
    document.add(new SortedNumericDocValuesField("eachOne", random.nextInt(50)));
    for (int i = random.nextInt(4) * (doc % 2); i > 0; i--) {
      document.add(new SortedNumericDocValuesField("several", random.nextInt(1 << 16) - 1000));
    }
    if (doc % 1000 == 999) {
      document.add(new SortedNumericDocValuesField("few", doc));
      document.add(new SortedNumericDocValuesField("few", -doc));
    }
  }

  private static void number(Document document, String field, long value) {
    document.add(new NumericDocValuesField(field, value));
  }

  private static void bytes(Document document, int doc, Random random) {
    document.add(new BinaryDocValuesField("fixed", new BytesRef(IndexKinds.bytes(random, 3))));
    if (doc % 11 == 0) {
      document.add(new BinaryDocValuesField("variable", new BytesRef(IndexKinds.bytes(random, random.nextInt(30)))));
    }
  }

  private static void names(Document document, int doc, String[] names, Random random) {
    document.add(new SortedDocValuesField("kind", new BytesRef("kind" + random.nextInt(6))));
    document.add(new SortedDocValuesField("oneName", new BytesRef(names[random.nextInt(names.length)])));
    if (doc % 50 == 0) {
      document.add(new SortedDocValuesField("rareName", new BytesRef(names[random.nextInt(20)])));
      document.add(new SortedSetDocValuesField("atMostOne", new BytesRef(names[random.nextInt(60)])));
    }
    for (int i = random.nextInt(4); i > 0; i--) {
      document.add(new SortedSetDocValuesField("names", new BytesRef(names[random.nextInt(i == 1 ? 10 : names.length)])));
    }
  }

  /** About 190,000 terms in fields of different shape, each document holding 100 of each. */
  static void terms(Path folder, Random random) throws IOException {
    FieldType docs = IndexKinds.type(IndexOptions.DOCS, false);
    IndexKinds.write(folder, IndexKinds.config(), writer -> {
      int number = 0;
      for (int doc = 0; doc < 400; doc++) {
        Document document = new Document();
        for (int i = 0; i < 100; i++, number++) {
          // Ten labels at each node: direct addressing in the index of the terms.
          document.add(new StringField("digits", String.format("%07d", number * 7), Field.Store.NO));
          // Long lower-case suffixes behind a common prefix: stored with six bits a letter.
          document.add(new StringField("letters", "aeiou".substring(random.nextInt(3)).substring(0, 3) + IndexKinds.word(random, 9, 27), Field.Store.NO));
          // Repetitive suffixes: stored with LZ4.
          document.add(new StringField("urls", "https://www.example.org/news/2021/" + random.nextInt(400) + "/the-cloud-news-of-today-and-tomorrow-" + number, Field.Store.NO));
          // All byte values, few labels at most nodes, also the empty term and terms that are prefixes of others.
          document.add(new StringField("bytes", new BytesRef(IndexKinds.bytes(random, random.nextInt(6))), Field.Store.NO));
          // Labels far apart: binary search in the index of the terms.
          document.add(new StringField("scattered", scattered(random), Field.Store.NO));
        }
        // A term in most documents among the many that are in one.
        document.add(new Field("digits", "0000003", docs));
        writer.addDocument(document);
      }
    });
  }

  private static BytesRef scattered(Random random) {
    byte[] term = new byte[5];
    for (int i = 0; i < term.length; i++) {
      term[i] = (byte) (random.nextInt(i < 3 ? 9 : 256) * 28);
    }
    return new BytesRef(term);
  }

  /** 70,000 documents: terms with enough documents for four levels of skip data (over 65,536). */
  static void postings(Path folder, Random random) throws IOException {
    FieldType positions = IndexKinds.type(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS, true);
    FieldType freqs = IndexKinds.type(IndexOptions.DOCS_AND_FREQS, false);
    FieldType docs = IndexKinds.type(IndexOptions.DOCS, true);
    int maxDoc = 70_000;
    IndexKinds.write(folder, IndexKinds.config(), writer -> {
      for (int doc = 0; doc < maxDoc; doc++) {
        Document document = new Document();
        String text = words(doc, maxDoc, random);
        document.add(new Field("positions", text, positions));
        document.add(new Field("freqs", text, freqs));
        document.add(new Field("docs", text, docs));
        writer.addDocument(document);
      }
    });
  }

  private static String words(int doc, int maxDoc, Random random) {
    StringBuilder text = new StringBuilder("all");
    repeat(text, "half", random.nextInt(2) * (1 + random.nextInt(3)));
    repeat(text, "third", doc % 3 == 0 ? 1 : 0);
    repeat(text, "burst", doc >= 20_000 && doc < 60_000 ? 1 + random.nextInt(2) : 0);
    repeat(text, "often", random.nextInt(400) == 0 ? 1 + random.nextInt(600) : 0);
    repeat(text, "late", doc >= maxDoc - 129 ? 2 : 0);
    repeat(text, "once", doc == 4711 ? 1 : 0);
    // Document counts around the block size of 128 and its multiples.
    for (int df : new int[] {2, 127, 128, 129, 256, 257, 1024, 1025, 8192, 8193}) {
      repeat(text, "df" + df, doc % (maxDoc / df) == 0 && doc / (maxDoc / df) < df ? 1 : 0);
    }
    repeat(text, "filler", random.nextInt(10) == 0 ? random.nextInt(30) : 0);
    return text.toString();
  }

  private static void repeat(StringBuilder text, String word, int times) {
    for (int i = 0; i < times; i++) {
      text.append(' ').append(word);
    }
  }
}
