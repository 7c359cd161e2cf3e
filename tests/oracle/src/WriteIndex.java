import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Random;

/**
 * WriteIndex KIND DIR [SEED]: writes an index with Apache Lucene's defaults (one thread, flushes where we want them) for the
 * tests of our reader. The same seed gives the same content. Kinds:
 *
 * <pre>
 * simple           250 documents, one segment, separate files: text, keywords, all stored types, all index options
 * multi            five segments, every second one a compound file, deletions, fields that not all segments have
 * merged           the same, merged into one segment
 * bestcompression  3,000 documents, stored fields and binary doc values in BEST_COMPRESSION
 * docvalues        70,000 documents, every type and encoding of doc values, sparse, dense and full
 * bigterms         some 190,000 terms: digits, letters, urls, bytes, scattered
 * offsets          400 documents with offsets, payloads, both, neither
 * features         1,500 documents with FeatureFields quality, heat, coverage in "features" and words in "text"
 * bigpostings      70,000 documents: terms in up to all of them, as positions, freqs and docs
 * dvupdates        two segments with updated numeric and binary doc values, two generations, one deletion
 * tiny             160 documents in a few KB with something of everything, see TinyKind.java
 * points           two segments, the second a compound file, with points of two dimensions beside words
 * vectors          the same with term vectors of the words
 * news             articles, one JSON object a line on standard input (200 made-up ones when there are none), see NewsKind.java
 * </pre>
 */
public final class WriteIndex {
  public static void main(String[] args) throws Exception {
    Path folder = Paths.get(args[1]);
    Random random = new Random(args.length > 2 ? Long.parseLong(args[2]) : 42);
    switch (args[0]) {
      case "simple": SmallKinds.simple(folder, random); break;
      case "multi": SmallKinds.multi(folder, random); break;
      case "merged": SmallKinds.merged(folder, random); break;
      case "bestcompression": SmallKinds.bestCompression(folder, random); break;
      case "docvalues": LargeKinds.docValues(folder, random); break;
      case "bigterms": LargeKinds.terms(folder, random); break;
      case "offsets": SmallKinds.offsets(folder, random); break;
      case "features": SmallKinds.features(folder, random); break;
      case "bigpostings": LargeKinds.postings(folder, random); break;
      case "dvupdates": SmallKinds.docValuesUpdates(folder, random); break;
      case "tiny": TinyKind.write(folder, random); break;
      case "points": SmallKinds.unread(folder, random, true); break;
      case "vectors": SmallKinds.unread(folder, random, false); break;
      case "news": NewsKind.write(folder, random); break;
      default: throw new IllegalArgumentException("no such kind: " + args[0]);
    }
  }
}
