import java.io.Reader;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.charfilter.MappingCharFilter;
import org.apache.lucene.analysis.charfilter.NormalizeCharMap;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.analysis.standard.StandardTokenizer;

/**
 * Analyzers by name: english, standard, whitespace, keyword (Lucene's own); words (UAX #29 words, lower case); news (names,
 * UAX #29 words, possessive, lower case, ASCII folding, Lucene's English stop words, Porter). Several values of a field are
 * 100 positions apart in words and news. A char filter for names is only part of news when asked for.
 */
final class Analyzers {
  private static final int GAP = 100;

  private Analyzers() {}

  static Analyzer named(String name) {
    switch (name) {
      case "english": return new EnglishAnalyzer();
      case "standard": return new StandardAnalyzer();
      case "whitespace": return new WhitespaceAnalyzer();
      case "keyword": return new KeywordAnalyzer();
      case "words": return new Composed(false, null);
      case "news": return new Composed(true, null);
      default: throw new IllegalArgumentException("no such analyzer: " + name);
    }
  }

  /** The analyzer news with a char filter: each line "FROM TAB TO" is a plain substitution, longest match first. */
  static Analyzer news(Iterable<String> substitutions) {
    NormalizeCharMap.Builder map = new NormalizeCharMap.Builder();
    for (String line : substitutions) {
      String[] sides = line.split("\t", 2);
      map.add(sides[0], sides[1]);
    }
    return new Composed(true, map.build());
  }

  private static final class Composed extends Analyzer {
    private final boolean stemmed;
    private final NormalizeCharMap names;

    Composed(boolean stemmed, NormalizeCharMap names) {
      this.stemmed = stemmed;
      this.names = names;
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
      StandardTokenizer words = new StandardTokenizer();
      if (!stemmed) {
        return new TokenStreamComponents(words, new LowerCaseFilter(words));
      }
      TokenStream chain = new ASCIIFoldingFilter(new LowerCaseFilter(new EnglishPossessiveFilter(words)));
      return new TokenStreamComponents(words, new PorterStemFilter(new StopFilter(chain, EnglishAnalyzer.ENGLISH_STOP_WORDS_SET)));
    }

    @Override
    protected TokenStream normalize(String field, TokenStream in) {
      TokenStream lower = new LowerCaseFilter(in);
      return stemmed ? new ASCIIFoldingFilter(lower) : lower;
    }

    @Override
    protected Reader initReader(String field, Reader reader) {
      return names == null ? reader : new MappingCharFilter(names, reader);
    }

    @Override
    public int getPositionIncrementGap(String field) {
      return GAP;
    }
  }
}
