using SearchNews.Lucene.Analysis;
using SearchNews.Lucene.Index;

namespace SearchNews.Lucene.Search;

/// <summary>
/// Makes a query of the most telling terms of a text: each scores <c>tf * (1 + ln((N + 1) / (df + 1)))</c>, N being the documents with the field, and the best become optional clauses. Thread-safe; bound to one reader.
/// </summary>
/// <remarks>Source: Lucene's MoreLikeThis without stop words, boosts and bounds of word lengths. Of terms with the same score Lucene keeps those that come first in a hash map of Java, and so does this.</remarks>
public sealed class MoreLikeThis
{
    private readonly IndexReader _reader;
    private readonly Analyzer _analyzer;

    /// <summary>Prepares queries for an index.</summary>
    /// <param name="reader">Gives the frequencies of terms.</param>
    /// <param name="analyzer">Makes terms of texts.</param>
    public MoreLikeThis(IndexReader reader, Analyzer analyzer)
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(analyzer);
        _reader = reader;
        _analyzer = analyzer;
    }

    /// <summary>How often a term must stand in the text. Default: 2.</summary>
    public int MinTermFreq { get; init; } = 2;

    /// <summary>How many documents must have a term. Default: 5.</summary>
    public int MinDocFreq { get; init; } = 5;

    /// <summary>How many terms a query has at most. Default: 25.</summary>
    public int MaxQueryTerms { get; init; } = 25;

    /// <summary>A query for documents whose field is like a text; matches nothing when no term is left.</summary>
    /// <param name="field">The field that is searched.</param>
    /// <param name="text">The text.</param>
    public BooleanQuery Like(string field, string text)
    {
        ArgumentNullException.ThrowIfNull(field);
        ArgumentNullException.ThrowIfNull(text);
        var best = new PriorityQueue<Term, (float Score, int Place)>();
        Dictionary<string, int> words = Count(text);
        long docCount = 0;
        foreach (LeafReaderContext leaf in _reader.Leaves) docCount += leaf.Reader.GetTerms(field)?.DocCount ?? 0;
        int place = 0;
        foreach ((string word, int freq) in words.OrderBy(entry => Bucket(entry.Key, words.Count)))
        {
            place++;
            if (freq < MinTermFreq) continue;
            var term = new Term(field, word);
            int docFreq = TermStates.Build(_reader, term).DocFreq;
            if (docFreq == 0 || docFreq < MinDocFreq) continue;
            best.Enqueue(term, (freq * Idf(docFreq, docCount), -place));
            if (best.Count > MaxQueryTerms) best.Dequeue();
        }

        var query = new BooleanQuery.Builder();
        while (best.TryDequeue(out Term? term, out _)) query.Add(new TermQuery(term), Occur.Should);
        return query.Build();
    }

    private Dictionary<string, int> Count(string text)
    {
        var words = new Dictionary<string, int>(StringComparer.Ordinal);
        TokenStream tokens = _analyzer.GetTokenStream(text);
        while (tokens.IncrementToken())
        {
            string word = tokens.Token.Term.ToString();
            words[word] = words.GetValueOrDefault(word) + 1;
        }

        return words;
    }

    /// <summary>Where a word lies in a hash map of so many words that grew from 16 buckets, doubling when three quarters were full.</summary>
    private static int Bucket(string word, int count)
    {
        int buckets = 16;
        while (count > buckets / 4 * 3) buckets *= 2;
        int hash = 0;
        foreach (char c in word) hash = unchecked((31 * hash) + c);
        return (hash ^ (hash >>> 16)) & (buckets - 1);
    }

    private static float Idf(int docFreq, long docCount) => (float)(Math.Log((docCount + 1.0) / (docFreq + 1.0)) + 1.0);
}
