import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Paths;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.queryparser.classic.ParseException;
import org.apache.lucene.search.Explanation;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopScoreDocCollector;
import org.apache.lucene.search.TotalHits;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

/**
 * RunQueries DIR [FILE]: runs queries, one JSON object a line of FILE or standard input, and prints totals and scores.
 *
 * <pre>
 * {"name":"q1","query":QUERY,"top":10,"k1":1.2,"b":0.75,"explain":false,"show":false,"idField":"id","threshold":null}
 * {"settings":{"top":1000,"k1":0.9}}      defaults for the lines that follow
 * </pre>
 *
 * All but query may be left out. top: hits to print. explain: true adds the explanation's value to each hit, "text" also the
 * whole explanation. show: prints the query as Lucene does, before and after rewriting. threshold: hits to count exactly;
 * without it all are, and none is skipped. QUERY is an object with one key:
 *
 * <pre>
 * {"term":{"field":F,"text":T}}           "bytes":"\\00a" (as Ascii.java prints them) in place of "text", also below
 * {"termSet":{"field":F,"texts":[T,...]}}
 * {"bool":{"must":[QUERY,...],"should":[...],"mustNot":[...],"filter":[...],"minShouldMatch":0}}
 * {"phrase":{"field":F,"terms":[T,...],"positions":[0,2],"slop":0}}
 * {"prefix":{"field":F,"text":T}}         {"wildcard":{"field":F,"text":"a*b?"}}
 * {"fuzzy":{"field":F,"text":T,"maxEdits":2,"prefixLength":0,"maxExpansions":50,"transpositions":true}}
 * {"termRange":{"field":F,"lower":T,"upper":T,"includeLower":true,"includeUpper":true}}        no lower or upper: open
 * {"docValuesRange":{"field":F,"lower":0,"upper":9}}       {"hasDocValue":{"field":F}}       {"hasNorm":{"field":F}}
 * {"matchAll":{}}       {"matchNone":{}}
 * {"constantScore":{"query":QUERY}}       {"boost":{"query":QUERY,"by":2.5}}
 * {"disMax":{"queries":[QUERY,...],"tie":0.1}}
 * {"feature":{"field":"features","name":"quality","function":"saturation","pivot":50,"weight":1}}     no pivot: Lucene's own
 *                                         "log" with scalingFactor, "sigmoid" with pivot and exponent, "linear"
 * {"classic":{"text":"+a -\"b c\"~2 title:d^2","field":F,"analyzer":"english","analyzers":{"id":"keyword"},"operator":"or",
 *             "leadingWildcard":false}}   analyzers: other ones by field; names as in Analyzers.java
 * {"moreLikeThis":{"like":{"text":["one value","another"]},"analyzer":"english","minTermFreq":2,"minDocFreq":5,"maxDocFreq":N,
 *             "minWordLength":0,"maxWordLength":0,"maxQueryTerms":25,"boost":false,"boostFactor":1}}
 *                                         or "doc":N and "fields":[F,...] in place of "like"
 * </pre>
 *
 * Output: one "query" line, then a line for each hit in rank order (ties by document). DOC is the index-wide number; ID the
 * stored field, "-" when there is none; BITS the float's bits in hex, SCORE the same as shortest decimal (Java's form).
 *
 * <pre>
 * query NAME total=N exact=BOOL           query NAME error=TEXT     for a query the classic parser refuses
 *  parsed TEXT
 *  rewritten TEXT
 *  hit DOC ID BITS SCORE                  hit DOC ID BITS SCORE EXPLAINED-BITS
 *   explanation TEXT
 * </pre>
 */
public final class RunQueries {
  private final IndexSearcher searcher;
  private final Queries queries;
  private final Map<String, Object> settings = new HashMap<>();

  private RunQueries(DirectoryReader reader) {
    searcher = new IndexSearcher(reader);
    searcher.setQueryCache(null);
    queries = new Queries(reader);
  }

  public static void main(String[] args) throws IOException {
    try (Directory directory = FSDirectory.open(Paths.get(args[0]));
        DirectoryReader reader = DirectoryReader.open(directory);
        InputStream input = args.length > 1 ? Files.newInputStream(Paths.get(args[1])) : System.in) {
      RunQueries runner = new RunQueries(reader);
      BufferedReader lines = new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8));
      int number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        if (!line.isBlank()) {
          runner.line(number, Json.object(Json.parse(line)));
        }
      }
    }
  }

  private void line(int number, Map<String, Object> line) throws IOException {
    if (line.containsKey("settings")) {
      settings.putAll(Json.object(line.get("settings")));
      return;
    }
    Map<String, Object> wanted = new HashMap<>(settings);
    wanted.putAll(line);
    String name = Json.string(wanted, "name", Integer.toString(number));
    searcher.setSimilarity(new BM25Similarity((float) Json.number(wanted, "k1", 1.2), (float) Json.number(wanted, "b", 0.75)));
    Query query;
    try {
      query = queries.query(wanted.get("query"));
    } catch (ParseException e) {
      System.out.println("query " + Ascii.of(name) + " error=" + Ascii.of(e.getMessage()));
      return;
    }
    TopScoreDocCollector collector = TopScoreDocCollector.create(Math.max(1, Json.integer(wanted, "top", 10)), null, Json.integer(wanted, "threshold", Integer.MAX_VALUE));
    searcher.search(query, collector);
    TopDocs top = collector.topDocs();
    System.out.println("query " + Ascii.of(name) + " total=" + top.totalHits.value + " exact=" + (top.totalHits.relation == TotalHits.Relation.EQUAL_TO));
    if (Json.bool(wanted, "show", false)) {
      System.out.println(" parsed " + Ascii.line(query.toString()));
      System.out.println(" rewritten " + Ascii.line(searcher.rewrite(query).toString()));
    }
    for (ScoreDoc hit : top.scoreDocs) {
      hit(query, hit, wanted);
    }
  }

  private void hit(Query query, ScoreDoc hit, Map<String, Object> wanted) throws IOException {
    String id = searcher.doc(hit.doc, Collections.singleton(Json.string(wanted, "idField", "id"))).get(Json.string(wanted, "idField", "id"));
    Object explain = wanted.get("explain");
    Explanation explanation = explain == null || explain.equals(false) ? null : searcher.explain(query, hit.doc);
    System.out.println(" hit " + hit.doc + " " + (id == null ? "-" : Ascii.of(id)) + " " + bits(hit.score) + " " + hit.score
        + (explanation == null ? "" : " " + bits(explanation.getValue().floatValue())));
    if ("text".equals(explain)) {
      for (String line : explanation.toString().split("\n")) {
        System.out.println("  explanation " + Ascii.line(line));
      }
    }
  }

  private static String bits(float value) {
    return String.format("%08x", Float.floatToRawIntBits(value));
  }
}
