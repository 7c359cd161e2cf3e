import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.core.KeywordTokenizer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.pattern.PatternReplaceCharFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.store.ByteBuffersDirectory;

/**
 * Analyze CHAIN [NAMES]: the tokens Lucene makes of each line of standard input, one line for each.
 *
 * <p>CHAIN is english, news, words, standard (the tokenizer alone), or lower, fold, porter (one filter on the whole line).
 * NAMES is the list of names for news and words. In and out, LF, CR, TAB, backslash and lone surrogates are written as
 * &#92;n, &#92;r, &#92;t, &#92;&#92; and &#92;u with four digits. A line out: for each token its position increment, start, end and
 * term, each token ended by a TAB; then the position increment and offset of end().
 *
 * <p>With "field:" before CHAIN a line holds the values of one field, separated by TAB; IndexWriter indexes them and the
 * tokens are read back from term vectors: position, start, end and term of each.
 */
public final class Analyze {
  public static void main(String[] args) throws IOException {
    boolean field = args[0].startsWith("field:");
    Analyzer analyzer = analyzer(field ? args[0].substring("field:".length()) : args[0], args.length > 1 ? names(args[1]) : null);
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    if (field) {
      index(analyzer, in);
    } else {
      StringBuilder out = new StringBuilder();
      for (String line; (line = in.readLine()) != null; out.setLength(0)) {
        stream(analyzer, unescape(line), out);
        System.out.append(out.append('\n'));
      }
    }
    System.out.flush();
  }

  private static void stream(Analyzer analyzer, String text, StringBuilder out) throws IOException {
    try (TokenStream stream = analyzer.tokenStream("field", text)) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      OffsetAttribute offset = stream.addAttribute(OffsetAttribute.class);
      PositionIncrementAttribute increment = stream.addAttribute(PositionIncrementAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        out.append(increment.getPositionIncrement()).append(' ').append(offset.startOffset()).append(' ').append(offset.endOffset()).append(' ');
        escape(term, out);
        out.append('\t');
      }
      stream.end();
      out.append(increment.getPositionIncrement()).append(' ').append(offset.endOffset());
    }
  }

  private static void index(Analyzer analyzer, BufferedReader in) throws IOException {
    FieldType type = new FieldType();
    type.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
    type.setStoreTermVectors(true);
    type.setStoreTermVectorPositions(true);
    type.setStoreTermVectorOffsets(true);
    try (ByteBuffersDirectory directory = new ByteBuffersDirectory()) {
      try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
        for (String line; (line = in.readLine()) != null; ) {
          Document document = new Document();
          for (String value : line.split("\t", -1)) {
            document.add(new Field("field", unescape(value), type));
          }
          writer.addDocument(document);
        }
      }
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        for (int doc = 0; doc < reader.maxDoc(); doc++) {
          tokens(reader.getTermVector(doc, "field")).forEach(System.out::append);
          System.out.append('\n');
        }
      }
    }
  }

  /** The tokens of a document in the order of their positions, which are all different. */
  private static Iterable<String> tokens(Terms terms) throws IOException {
    TreeMap<Integer, String> tokens = new TreeMap<>();
    TermsEnum each = terms == null ? TermsEnum.EMPTY : terms.iterator();
    while (each.next() != null) {
      PostingsEnum postings = each.postings(null, PostingsEnum.OFFSETS);
      postings.nextDoc();
      for (int i = postings.freq(); i > 0; i--) {
        StringBuilder token = new StringBuilder();
        int position = postings.nextPosition();
        token.append(position).append(' ').append(postings.startOffset()).append(' ').append(postings.endOffset()).append(' ');
        escape(each.term().utf8ToString(), token);
        tokens.put(position, token.append('\t').toString());
      }
    }
    return tokens.values();
  }

  private static Analyzer analyzer(String chain, List<Replacement> names) {
    if (chain.equals("english")) {
      return new EnglishAnalyzer();
    }
    return new Analyzer() {
      @Override
      public int getPositionIncrementGap(String field) {
        return 100;
      }

      @Override
      protected Reader initReader(String field, Reader reader) {
        if (names == null) {
          return reader;
        }
        // A filter whose name is not in the text changes nothing; leaving it out saves most of the time.
        String text = read(reader);
        String lower = text.toLowerCase(Locale.ROOT);
        reader = new StringReader(text);
        for (Replacement each : names) {
          if (lower.contains(each.name)) {
            reader = new PatternReplaceCharFilter(each.pattern, each.words, reader);
          }
        }
        return reader;
      }

      @Override
      protected TokenStreamComponents createComponents(String field) {
        switch (chain) {
          case "standard":
            return new TokenStreamComponents(new StandardTokenizer());
          case "words": {
            Tokenizer source = new StandardTokenizer();
            return new TokenStreamComponents(source, new LowerCaseFilter(source));
          }
          case "news": {
            Tokenizer source = new StandardTokenizer();
            TokenStream end = new EnglishPossessiveFilter(source);
            end = new ASCIIFoldingFilter(new LowerCaseFilter(end));
            end = new StopFilter(end, EnglishAnalyzer.getDefaultStopSet());
            return new TokenStreamComponents(source, new PorterStemFilter(end));
          }
          case "lower": {
            Tokenizer source = new KeywordTokenizer();
            return new TokenStreamComponents(source, new LowerCaseFilter(source));
          }
          case "fold": {
            Tokenizer source = new KeywordTokenizer();
            return new TokenStreamComponents(source, new ASCIIFoldingFilter(source));
          }
          case "porter": {
            Tokenizer source = new KeywordTokenizer();
            return new TokenStreamComponents(source, new PorterStemFilter(source));
          }
          default:
            throw new IllegalArgumentException(chain);
        }
      }
    };
  }

  /**
   * The replacements of a list of names (see its head for the rules), one or two patterns each: first the names that end
   * with a symbol, since others may follow them (C#.NET), and the longest names first.
   */
  private static List<Replacement> names(String file) throws IOException {
    List<String[]> names = new ArrayList<>();
    for (String line : Files.readAllLines(Paths.get(file))) {
      if (!line.isEmpty() && !line.startsWith("#")) {
        names.add(line.split("\t"));
      }
    }
    names.sort(Comparator.comparing((String[] name) -> endsWithSymbol(name) ? 0 : 1).thenComparing(name -> -name[0].length()));
    String word = "0-9A-Z_a-z\\u00C0-\\u024F";
    List<Replacement> replacements = new ArrayList<>();
    for (String[] name : names) {
      String find = "(?<![" + word + "])" + Pattern.quote(name[0]);
      if (endsWithSymbol(name)) {
        // With a character that could run on from the words, a blank between them; else alone.
        find += "(?![A-Z_a-z\\u00C0-\\u024F\\u20E3\\uFE0F])";
        String next = "([\\u0021-\\uD7FF\\uE000-\\uFFFF&&[^'\\u2019\\uFF07]])";
        replacements.add(new Replacement(name[0], find + next, name[1] + " $1"));
        replacements.add(new Replacement(name[0], find, name[1]));
      } else {
        replacements.add(new Replacement(name[0], find + "(?![" + word + "])", name[1]));
      }
    }
    return replacements;
  }

  private static String read(Reader reader) {
    StringBuilder text = new StringBuilder();
    try {
      for (int c; (c = reader.read()) >= 0; ) {
        text.append((char) c);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static boolean endsWithSymbol(String[] name) {
    return !Character.isLetterOrDigit(name[0].charAt(name[0].length() - 1));
  }

  private static String unescape(String text) {
    if (text.indexOf('\\') < 0) {
      return text;
    }
    StringBuilder to = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != '\\') {
        to.append(c);
        continue;
      }
      char kind = text.charAt(++i);
      if (kind == 'u') {
        to.append((char) Integer.parseInt(text.substring(i + 1, i + 5), 16));
        i += 4;
      } else {
        to.append(kind == 'n' ? '\n' : kind == 'r' ? '\r' : kind == 't' ? '\t' : '\\');
      }
    }
    return to.toString();
  }

  private static void escape(CharSequence text, StringBuilder to) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
        to.append(c).append(text.charAt(++i));
      } else if (Character.isSurrogate(c)) {
        to.append(String.format("\\u%04X", (int) c));
      } else if (c == '\\') {
        to.append("\\\\");
      } else if (c == '\n') {
        to.append("\\n");
      } else if (c == '\r') {
        to.append("\\r");
      } else if (c == '\t') {
        to.append("\\t");
      } else {
        to.append(c);
      }
    }
  }

  private static final class Replacement {
    final String name;
    final Pattern pattern;
    final String words;

    Replacement(String name, String pattern, String words) {
      this.name = name.toLowerCase(Locale.ROOT);
      this.pattern = Pattern.compile(pattern, Pattern.CASE_INSENSITIVE);
      this.words = words;
    }
  }
}
