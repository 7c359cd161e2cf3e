import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.document.FeatureField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.queries.mlt.MoreLikeThis;
import org.apache.lucene.queryparser.classic.ParseException;
import org.apache.lucene.queryparser.classic.QueryParser;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.DocValuesFieldExistsQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.NormsFieldExistsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TermRangeQuery;
import org.apache.lucene.search.WildcardQuery;
import org.apache.lucene.util.BytesRef;

/** Makes Lucene queries from the JSON form that RunQueries.java describes. */
final class Queries {
  private final IndexReader reader;

  Queries(IndexReader reader) {
    this.reader = reader;
  }

  Query query(Object json) throws IOException, ParseException {
    Map<String, Object> outer = Json.object(json);
    if (outer.size() != 1) {
      throw new IllegalArgumentException("a query is an object with one key: " + outer);
    }
    String kind = outer.keySet().iterator().next();
    Map<String, Object> q = Json.object(outer.get(kind));
    String field = Json.string(q, "field", null);
    switch (kind) {
      case "term": return new TermQuery(term(field, q));
      case "termSet": return new TermInSetQuery(field, terms(q));
      case "bool": return bool(q);
      case "phrase": return phrase(field, q);
      case "prefix": return new PrefixQuery(term(field, q));
      case "wildcard": return new WildcardQuery(term(field, q));
      case "fuzzy": return fuzzy(field, q);
      case "termRange":
        return new TermRangeQuery(field, bound(q, "lower"), bound(q, "upper"), Json.bool(q, "includeLower", true), Json.bool(q, "includeUpper", true));
      case "docValuesRange": return NumericDocValuesField.newSlowRangeQuery(field, whole(q, "lower", Long.MIN_VALUE), whole(q, "upper", Long.MAX_VALUE));
      case "hasDocValue": return new DocValuesFieldExistsQuery(field);
      case "hasNorm": return new NormsFieldExistsQuery(field);
      case "matchAll": return new MatchAllDocsQuery();
      case "matchNone": return new MatchNoDocsQuery();
      case "constantScore": return new ConstantScoreQuery(query(q.get("query")));
      case "boost": return new BoostQuery(query(q.get("query")), (float) Json.number(q, "by", 1));
      case "disMax": return new DisjunctionMaxQuery(queries(q.get("queries")), (float) Json.number(q, "tie", 0));
      case "feature": return feature(field, q);
      case "classic": return classic(field, q);
      case "moreLikeThis": return moreLikeThis(q);
      default: throw new IllegalArgumentException("no such query: " + kind);
    }
  }

  private List<Query> queries(Object json) throws IOException, ParseException {
    List<Query> queries = new ArrayList<>();
    for (Object each : Json.list(json)) {
      queries.add(query(each));
    }
    return queries;
  }

  private static Term term(String field, Map<String, Object> q) {
    return q.containsKey("bytes") ? new Term(field, Ascii.parse(Json.string(q, "bytes"))) : new Term(field, Json.string(q, "text"));
  }

  private static List<BytesRef> terms(Map<String, Object> q) {
    List<BytesRef> terms = new ArrayList<>();
    for (Object text : Json.list(q.get("texts"))) {
      terms.add(new BytesRef((String) text));
    }
    return terms;
  }

  private static BytesRef bound(Map<String, Object> q, String key) {
    return q.get(key) == null ? null : new BytesRef((String) q.get(key));
  }

  private static long whole(Map<String, Object> q, String key, long otherwise) {
    return q.get(key) == null ? otherwise : (Long) q.get(key);
  }

  private Query bool(Map<String, Object> q) throws IOException, ParseException {
    BooleanQuery.Builder bool = new BooleanQuery.Builder();
    add(bool, q.get("must"), BooleanClause.Occur.MUST);
    add(bool, q.get("should"), BooleanClause.Occur.SHOULD);
    add(bool, q.get("mustNot"), BooleanClause.Occur.MUST_NOT);
    add(bool, q.get("filter"), BooleanClause.Occur.FILTER);
    bool.setMinimumNumberShouldMatch(Json.integer(q, "minShouldMatch", 0));
    return bool.build();
  }

  private void add(BooleanQuery.Builder bool, Object json, BooleanClause.Occur occur) throws IOException, ParseException {
    for (Query each : queries(json)) {
      bool.add(each, occur);
    }
  }

  private static Query phrase(String field, Map<String, Object> q) {
    PhraseQuery.Builder phrase = new PhraseQuery.Builder();
    List<Object> positions = Json.list(q.get("positions"));
    int at = 0;
    for (Object text : Json.list(q.get("terms"))) {
      int position = positions.isEmpty() ? at : Math.toIntExact((Long) positions.get(at));
      phrase.add(new Term(field, (String) text), position);
      at++;
    }
    return phrase.setSlop(Json.integer(q, "slop", 0)).build();
  }

  private static Query fuzzy(String field, Map<String, Object> q) {
    return new FuzzyQuery(term(field, q), Json.integer(q, "maxEdits", FuzzyQuery.defaultMaxEdits), Json.integer(q, "prefixLength", FuzzyQuery.defaultPrefixLength),
        Json.integer(q, "maxExpansions", FuzzyQuery.defaultMaxExpansions), Json.bool(q, "transpositions", FuzzyQuery.defaultTranspositions));
  }

  private static Query feature(String field, Map<String, Object> q) {
    String name = Json.string(q, "name");
    float weight = (float) Json.number(q, "weight", 1);
    float pivot = (float) Json.number(q, "pivot", 0);
    switch (Json.string(q, "function")) {
      case "saturation":
        if (pivot > 0) {
          return FeatureField.newSaturationQuery(field, name, weight, pivot);
        }
        Query byDefault = FeatureField.newSaturationQuery(field, name);
        return weight == 1 ? byDefault : new BoostQuery(byDefault, weight);
      case "log": return FeatureField.newLogQuery(field, name, weight, (float) Json.number(q, "scalingFactor", 1));
      case "sigmoid": return FeatureField.newSigmoidQuery(field, name, weight, pivot, (float) Json.number(q, "exponent", 1));
      case "linear": return FeatureField.newLinearQuery(field, name, weight);
      default: throw new IllegalArgumentException("no such function: " + q);
    }
  }

  private static Analyzer analyzer(Map<String, Object> q) {
    Analyzer analyzer = Analyzers.named(Json.string(q, "analyzer", "english"));
    if (!q.containsKey("analyzers")) {
      return analyzer;
    }
    Map<String, Analyzer> byField = new HashMap<>();
    Json.object(q.get("analyzers")).forEach((field, name) -> byField.put(field, Analyzers.named((String) name)));
    return new PerFieldAnalyzerWrapper(analyzer, byField);
  }

  private static Query classic(String field, Map<String, Object> q) throws ParseException {
    QueryParser parser = new QueryParser(field, analyzer(q));
    parser.setDefaultOperator(Json.string(q, "operator", "or").equals("and") ? QueryParser.Operator.AND : QueryParser.Operator.OR);
    parser.setAllowLeadingWildcard(Json.bool(q, "leadingWildcard", false));
    return parser.parse(Json.string(q, "text"));
  }

  private Query moreLikeThis(Map<String, Object> q) throws IOException {
    MoreLikeThis like = new MoreLikeThis(reader);
    like.setAnalyzer(analyzer(q));
    like.setMinTermFreq(Json.integer(q, "minTermFreq", MoreLikeThis.DEFAULT_MIN_TERM_FREQ));
    like.setMinDocFreq(Json.integer(q, "minDocFreq", MoreLikeThis.DEFAULT_MIN_DOC_FREQ));
    like.setMaxDocFreq(Json.integer(q, "maxDocFreq", MoreLikeThis.DEFAULT_MAX_DOC_FREQ));
    like.setMinWordLen(Json.integer(q, "minWordLength", MoreLikeThis.DEFAULT_MIN_WORD_LENGTH));
    like.setMaxWordLen(Json.integer(q, "maxWordLength", MoreLikeThis.DEFAULT_MAX_WORD_LENGTH));
    like.setMaxQueryTerms(Json.integer(q, "maxQueryTerms", MoreLikeThis.DEFAULT_MAX_QUERY_TERMS));
    like.setBoost(Json.bool(q, "boost", MoreLikeThis.DEFAULT_BOOST));
    like.setBoostFactor((float) Json.number(q, "boostFactor", 1));
    if (q.containsKey("doc")) {
      like.setFieldNames(Json.list(q.get("fields")).toArray(new String[0]));
      return like.like(Json.integer(q, "doc", 0));
    }
    Map<String, Collection<Object>> values = new HashMap<>();
    Json.object(q.get("like")).forEach((field, texts) -> values.put(field, Json.list(texts)));
    like.setFieldNames(values.keySet().toArray(new String[0]));
    return like.like(values);
  }
}
