import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValuesType;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.Impact;
import org.apache.lucene.index.Impacts;
import org.apache.lucene.index.ImpactsEnum;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.SegmentCommitInfo;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.index.SegmentReader;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.index.StandardDirectoryReader;
import org.apache.lucene.index.StoredFieldVisitor;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;

/**
 * DumpIndex DIR [SECTION...]: the logical content of an index as text, the same for equal indexes however they are encoded.
 *
 * <p>Sections (all when none is named): commit segment fields terms postings impacts norms docvalues stored. Bytes and text
 * are printed as in Ascii.java. Everything includes deleted documents, which the segment section lists. Lines:
 *
 * <pre>
 * commit NAME generation=N version=A.B.C userData KEY=VALUE ...                                        (keys sorted)
 * segment NAME maxDoc=N numDocs=N version=A.B.C compound=BOOL codec=NAME delGen=N fieldInfosGen=N docValuesGen=N
 *  id HEX
 *  attribute KEY=VALUE      diagnostic KEY=VALUE      (sorted)
 *  deleted DOC DOC ...      (at most 16 on a line)
 * field NAME number=N index=OPTIONS norms=BOOL payloads=BOOL vectors=BOOL docValues=TYPE docValuesGen=N attributes KEY=VALUE ...
 *                           (by name; index and docValues are Lucene's enum names; norms is hasNorms())
 * terms FIELD count=N docCount=N sumDocFreq=N sumTotalTermFreq=N min=TERM max=TERM       (fields by name; only with terms)
 *  term TERM df=N ttf=N
 *   DOC                     (one per document; section postings)
 *   DOC:FREQ
 *   DOC:FREQ[POS,POS]       (POS is POSITION, then @START-END with offsets, then #PAYLOAD when there is one)
 *   impacts FROM: UPTO FREQ/NORM,FREQ/NORM | UPTO FREQ/NORM ...
 *                           (terms with df above 128 and with freqs; walks advanceShallow from 1 and then behind level 0,
 *                            levels low to high; UPTO is "end" for no more docs; NORM as a signed long)
 * norms FIELD
 *  DOC=VALUE ...            (at most 16 on a line)
 * numeric FIELD / binary FIELD / sortednumeric FIELD
 *  DOC=VALUE ...            (binary: Ascii; sortednumeric: VALUE,VALUE)
 * sorted FIELD count=N / sortedset FIELD count=N
 *  ord N=TERM
 *  DOC=ORD ...              (sortedset: ORD,ORD)
 * stored DOC
 *  NAME int N | NAME long N | NAME float HEXBITS | NAME double HEXBITS | NAME string TEXT | NAME binary BYTES
 * </pre>
 *
 * The four sections of a segment follow its segment line; terms of a field, then the next field.
 */
public final class DumpIndex {
  private static final int PER_LINE = 16;
  private static final int MIN_SKIPPED = 128;

  private final PrintWriter out;
  private final Set<String> sections;

  private DumpIndex(PrintWriter out, Set<String> sections) {
    this.out = out;
    this.sections = sections;
  }

  public static void main(String[] args) throws IOException {
    Set<String> sections = new HashSet<>(
        args.length > 1
            ? Arrays.asList(args).subList(1, args.length)
            : Arrays.asList("commit", "segment", "fields", "terms", "postings", "impacts", "norms", "docvalues", "stored"));
    PrintWriter out = new PrintWriter(new BufferedWriter(new OutputStreamWriter(System.out, StandardCharsets.US_ASCII), 1 << 16)) {
      @Override
      public void println() {
        write('\n');
      }
    };
    try (Directory directory = FSDirectory.open(Paths.get(args[0])); DirectoryReader reader = DirectoryReader.open(directory)) {
      new DumpIndex(out, sections).index(reader);
    }
    out.flush();
  }

  private void index(DirectoryReader reader) throws IOException {
    if (sections.contains("commit")) {
      SegmentInfos infos = ((StandardDirectoryReader) reader).getSegmentInfos();
      out.print("commit " + infos.getSegmentsFileName() + " generation=" + infos.getGeneration() + " version=" + infos.getCommitLuceneVersion() + " userData");
      keys(infos.getUserData());
      out.println();
    }
    for (LeafReaderContext context : reader.leaves()) {
      LeafReader leaf = context.reader();
      segment(((SegmentReader) leaf).getSegmentInfo(), leaf);
      List<FieldInfo> fields = new ArrayList<>();
      leaf.getFieldInfos().forEach(fields::add);
      fields.sort(Comparator.comparing((FieldInfo f) -> f.name));
      if (sections.contains("fields")) {
        for (FieldInfo field : fields) {
          field(field);
        }
      }
      for (FieldInfo field : fields) {
        terms(field, leaf);
      }
      for (FieldInfo field : fields) {
        if (sections.contains("norms") && field.hasNorms()) {
          out.println("norms " + Ascii.of(field.name));
          NumericDocValues norms = leaf.getNormValues(field.name);
          values(norms, () -> Long.toString(norms.longValue()));
        }
      }
      if (sections.contains("docvalues")) {
        for (FieldInfo field : fields) {
          docValues(field, leaf);
        }
      }
      if (sections.contains("stored")) {
        stored(leaf);
      }
    }
  }

  private void segment(SegmentCommitInfo info, LeafReader leaf) {
    if (!sections.contains("segment")) {
      return;
    }
    out.println("segment " + info.info.name + " maxDoc=" + leaf.maxDoc() + " numDocs=" + leaf.numDocs() + " version=" + info.info.getVersion()
        + " compound=" + info.info.getUseCompoundFile() + " codec=" + info.info.getCodec().getName() + " delGen=" + info.getDelGen()
        + " fieldInfosGen=" + info.getFieldInfosGen() + " docValuesGen=" + info.getDocValuesGen());
    StringBuilder id = new StringBuilder();
    for (byte b : info.info.getId()) {
      id.append(String.format("%02x", b));
    }
    out.println(" id " + id);
    new TreeMap<>(info.info.getAttributes()).forEach((k, v) -> out.println(" attribute " + Ascii.of(k) + "=" + Ascii.of(v)));
    new TreeMap<>(info.info.getDiagnostics()).forEach((k, v) -> out.println(" diagnostic " + Ascii.of(k) + "=" + Ascii.of(v)));
    Bits live = leaf.getLiveDocs();
    int onLine = 0;
    for (int doc = 0; live != null && doc < leaf.maxDoc(); doc++) {
      if (!live.get(doc)) {
        out.print(onLine == 0 ? " deleted " + doc : " " + doc);
        if (++onLine == PER_LINE) {
          out.println();
          onLine = 0;
        }
      }
    }
    if (onLine > 0) {
      out.println();
    }
  }

  private void field(FieldInfo field) {
    out.print("field " + Ascii.of(field.name) + " number=" + field.number + " index=" + field.getIndexOptions() + " norms=" + field.hasNorms()
        + " payloads=" + field.hasPayloads() + " vectors=" + field.hasVectors() + " docValues=" + field.getDocValuesType()
        + " docValuesGen=" + field.getDocValuesGen() + " attributes");
    keys(field.attributes());
    out.println();
  }

  private void keys(Map<String, String> map) {
    new TreeMap<>(map).forEach((k, v) -> out.print(" " + Ascii.of(k) + "=" + Ascii.of(v)));
  }

  private void terms(FieldInfo field, LeafReader leaf) throws IOException {
    boolean lines = sections.contains("terms");
    boolean postings = sections.contains("postings");
    boolean impacts = sections.contains("impacts");
    Terms terms = field.getIndexOptions() == IndexOptions.NONE ? null : leaf.terms(field.name);
    if (terms == null || !(lines || postings || impacts)) {
      return;
    }
    out.println("terms " + Ascii.of(field.name) + " count=" + terms.size() + " docCount=" + terms.getDocCount() + " sumDocFreq=" + terms.getSumDocFreq()
        + " sumTotalTermFreq=" + terms.getSumTotalTermFreq() + " min=" + Ascii.of(terms.getMin()) + " max=" + Ascii.of(terms.getMax()));
    TermsEnum all = terms.iterator();
    PostingsEnum reused = null;
    for (BytesRef term = all.next(); term != null; term = all.next()) {
      out.println(" term " + Ascii.of(term) + " df=" + all.docFreq() + " ttf=" + all.totalTermFreq());
      if (postings) {
        reused = all.postings(reused, PostingsEnum.ALL);
        postings(field.getIndexOptions(), reused);
      }
      if (impacts && all.docFreq() > MIN_SKIPPED && terms.hasFreqs()) {
        impacts(all.impacts(PostingsEnum.FREQS));
      }
    }
  }

  private void postings(IndexOptions options, PostingsEnum docs) throws IOException {
    for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
      out.print("  ");
      out.print(doc);
      if (options.compareTo(IndexOptions.DOCS_AND_FREQS) >= 0) {
        out.print(":");
        out.print(docs.freq());
      }
      if (options.compareTo(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS) >= 0) {
        for (int i = 0; i < docs.freq(); i++) {
          out.print(i == 0 ? "[" : ",");
          out.print(docs.nextPosition());
          if (options == IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS) {
            out.print("@" + docs.startOffset() + "-" + docs.endOffset());
          }
          if (docs.getPayload() != null) {
            out.print("#" + Ascii.of(docs.getPayload()));
          }
        }
        out.print("]");
      }
      out.println();
    }
  }

  private void impacts(ImpactsEnum docs) throws IOException {
    // At 0 Lucene has not read the first entry yet and answers with a placeholder; 1 is in the same block.
    int target = 1;
    while (true) {
      docs.advanceShallow(target);
      Impacts impacts = docs.getImpacts();
      out.print("  impacts " + target + ":");
      for (int level = 0; level < impacts.numLevels(); level++) {
        out.print((level == 0 ? " " : " | ") + upTo(impacts.getDocIdUpTo(level)));
        String separator = " ";
        for (Impact impact : impacts.getImpacts(level)) {
          out.print(separator + impact.freq + "/" + impact.norm);
          separator = ",";
        }
      }
      out.println();
      if (impacts.getDocIdUpTo(0) == DocIdSetIterator.NO_MORE_DOCS) {
        return;
      }
      target = impacts.getDocIdUpTo(0) + 1;
    }
  }

  private static String upTo(int doc) {
    return doc == DocIdSetIterator.NO_MORE_DOCS ? "end" : Integer.toString(doc);
  }

  private void docValues(FieldInfo field, LeafReader leaf) throws IOException {
    String name = Ascii.of(field.name);
    if (field.getDocValuesType() == DocValuesType.NUMERIC) {
      out.println("numeric " + name);
      NumericDocValues values = leaf.getNumericDocValues(field.name);
      values(values, () -> Long.toString(values.longValue()));
    } else if (field.getDocValuesType() == DocValuesType.BINARY) {
      out.println("binary " + name);
      BinaryDocValues values = leaf.getBinaryDocValues(field.name);
      values(values, () -> Ascii.of(values.binaryValue()));
    } else if (field.getDocValuesType() == DocValuesType.SORTED) {
      SortedDocValues values = leaf.getSortedDocValues(field.name);
      out.println("sorted " + name + " count=" + values.getValueCount());
      for (int ord = 0; ord < values.getValueCount(); ord++) {
        out.println(" ord " + ord + "=" + Ascii.of(values.lookupOrd(ord)));
      }
      values(values, () -> Integer.toString(values.ordValue()));
    } else if (field.getDocValuesType() == DocValuesType.SORTED_SET) {
      SortedSetDocValues values = leaf.getSortedSetDocValues(field.name);
      out.println("sortedset " + name + " count=" + values.getValueCount());
      for (long ord = 0; ord < values.getValueCount(); ord++) {
        out.println(" ord " + ord + "=" + Ascii.of(values.lookupOrd(ord)));
      }
      values(values, () -> ords(values));
    } else if (field.getDocValuesType() == DocValuesType.SORTED_NUMERIC) {
      out.println("sortednumeric " + name);
      SortedNumericDocValues values = leaf.getSortedNumericDocValues(field.name);
      values(values, () -> numbers(values));
    }
  }

  private static String ords(SortedSetDocValues values) throws IOException {
    StringBuilder text = new StringBuilder();
    for (long ord = values.nextOrd(); ord != SortedSetDocValues.NO_MORE_ORDS; ord = values.nextOrd()) {
      text.append(text.length() == 0 ? "" : ",").append(ord);
    }
    return text.toString();
  }

  private static String numbers(SortedNumericDocValues values) throws IOException {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < values.docValueCount(); i++) {
      text.append(i == 0 ? "" : ",").append(values.nextValue());
    }
    return text.toString();
  }

  private interface Value {
    String get() throws IOException;
  }

  private void values(DocIdSetIterator docs, Value value) throws IOException {
    int onLine = 0;
    for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
      out.print(" " + doc + "=" + value.get());
      if (++onLine == PER_LINE) {
        out.println();
        onLine = 0;
      }
    }
    if (onLine > 0) {
      out.println();
    }
  }

  private void stored(LeafReader leaf) throws IOException {
    StoredFieldVisitor visitor = new StoredFieldVisitor() {
      @Override
      public Status needsField(FieldInfo field) {
        return Status.YES;
      }

      private void line(FieldInfo field, String type, String value) {
        out.println(" " + Ascii.of(field.name) + " " + type + " " + value);
      }

      @Override
      public void intField(FieldInfo field, int value) {
        line(field, "int", Integer.toString(value));
      }

      @Override
      public void longField(FieldInfo field, long value) {
        line(field, "long", Long.toString(value));
      }

      @Override
      public void floatField(FieldInfo field, float value) {
        line(field, "float", String.format("%08x", Float.floatToRawIntBits(value)));
      }

      @Override
      public void doubleField(FieldInfo field, double value) {
        line(field, "double", String.format("%016x", Double.doubleToRawLongBits(value)));
      }

      @Override
      public void stringField(FieldInfo field, byte[] value) {
        line(field, "string", Ascii.of(value, 0, value.length));
      }

      @Override
      public void binaryField(FieldInfo field, byte[] value) {
        line(field, "binary", Ascii.of(value, 0, value.length));
      }
    };
    for (int doc = 0; doc < leaf.maxDoc(); doc++) {
      out.println("stored " + doc);
      leaf.document(doc, visitor);
    }
  }
}
