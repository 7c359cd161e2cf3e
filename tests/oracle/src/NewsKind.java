import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.FeatureField;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.util.BytesRef;

/**
 * Articles with the fields of the product's index, one segment. Standard input: one JSON object a line with id, title,
 * excerpt, provider, type, category (strings), topics (array of strings), published (true or false), quality, heat, coverage,
 * publishedAt (numbers; publishedAt in ms); all but id may be absent.
 *
 * <p>A line {"settings":{"analyzer":"english"}} before the articles replaces the analyzer of text, title and excerpt (news);
 * {"settings":{"names":["c#\tcsharp"]}} gives news substitutions of its own (see Analyzers.java).
 */
final class NewsKind {
  private NewsKind() {}

  static void write(Path folder, Random random) throws IOException {
    Analyzer text = Analyzers.named("news");
    List<Map<String, Object>> articles = new ArrayList<>();
    BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      Map<String, Object> object = Json.object(Json.parse(line));
      if (object.containsKey("settings")) {
        text = analyzer(Json.object(object.get("settings")));
      } else {
        articles.add(object);
      }
    }
    if (articles.isEmpty()) {
      makeUp(articles, random);
    }
    Map<String, Analyzer> analyzers = new HashMap<>();
    for (String field : new String[] {"text", "title", "excerpt"}) {
      analyzers.put(field, text);
    }
    analyzers.put("words", Analyzers.named("words"));
    IndexWriterConfig config = new IndexWriterConfig(new PerFieldAnalyzerWrapper(Analyzers.named("keyword"), analyzers));
    config.setOpenMode(IndexWriterConfig.OpenMode.CREATE);
    config.setMergeScheduler(new SerialMergeScheduler());
    config.setRAMBufferSizeMB(512);
    IndexKinds.write(folder, config, writer -> {
      for (Map<String, Object> article : articles) {
        writer.addDocument(document(article));
      }
    });
  }

  private static Analyzer analyzer(Map<String, Object> settings) {
    if (!settings.containsKey("names")) {
      return Analyzers.named(Json.string(settings, "analyzer", "news"));
    }
    List<String> names = new ArrayList<>();
    for (Object name : Json.list(settings.get("names"))) {
      names.add((String) name);
    }
    return Analyzers.news(names);
  }

  private static Document document(Map<String, Object> article) {
    Document document = IndexKinds.document(Json.string(article, "id"));
    String title = Json.string(article, "title", "");
    String excerpt = Json.string(article, "excerpt", "");
    for (String value : new String[] {title, title, excerpt}) {
      document.add(new TextField("text", value, Field.Store.NO));
    }
    document.add(new TextField("title", title, Field.Store.NO));
    document.add(new TextField("excerpt", excerpt, Field.Store.NO));
    document.add(new TextField("words", title, Field.Store.NO));
    document.add(new TextField("words", excerpt, Field.Store.NO));
    for (String field : new String[] {"provider", "type", "category", "published"}) {
      if (article.get(field) != null) {
        String value = article.get(field).toString();
        document.add(new StringField(field, value.toLowerCase(Locale.ROOT), Field.Store.NO));
        document.add(new SortedDocValuesField(field, new BytesRef(value)));
      }
    }
    for (Object topic : Json.list(article.get("topics"))) {
      document.add(new StringField("topic", ((String) topic).toLowerCase(Locale.ROOT), Field.Store.NO));
      document.add(new SortedSetDocValuesField("topic", new BytesRef((String) topic)));
    }
    for (String field : new String[] {"quality", "heat", "coverage"}) {
      if (article.get(field) != null) {
        double value = ((Number) article.get(field)).doubleValue();
        document.add(new NumericDocValuesField(field, Double.doubleToLongBits(value)));
        if (value > 0) {
          document.add(new FeatureField("features", field, (float) value));
        }
      }
    }
    if (article.get("publishedAt") != null) {
      document.add(new NumericDocValuesField("publishedAt", (Long) article.get("publishedAt")));
    }
    document.add(new StoredField("source", title + "\n" + excerpt));
    return document;
  }

  private static void makeUp(List<Map<String, Object>> articles, Random random) {
    IndexKinds.Zipf words = new IndexKinds.Zipf(random, 1500);
    String[] topics = {"Azure", "Security", "AI", "Data", "Containers"};
    for (int i = 0; i < 200; i++) {
      Map<String, Object> article = new HashMap<>();
      article.put("id", "2021-08/article-" + i);
      article.put("title", words.text(random, 3 + random.nextInt(12)));
      article.put("excerpt", random.nextInt(20) == 0 ? "" : words.text(random, 5 + random.nextInt(50)));
      article.put("provider", "Site" + random.nextInt(20) + ".example");
      article.put("topics", new ArrayList<Object>(new java.util.TreeSet<>(java.util.Arrays.asList("Azure", topics[random.nextInt(topics.length)]))));
      article.put("type", "article");
      article.put("category", "news");
      article.put("published", random.nextInt(8) == 0);
      article.put("quality", (long) random.nextInt(137));
      article.put("heat", random.nextInt(4) > 0 ? -1L : (long) random.nextInt(300));
      article.put("coverage", random.nextInt(3) == 0 ? random.nextInt(60) / 2.0 : 0.0);
      article.put("publishedAt", 1_570_000_000_000L + random.nextInt(60_000_000) * 1000L);
      articles.add(article);
    }
  }
}
