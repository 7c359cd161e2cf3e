using SearchNews.Lucene.Analysis;
using SearchNews.Lucene.Index;

namespace SearchNews.Lucene.Search;

/// <summary>
/// Makes a query of the most telling terms of a text: each scores <c>tf * (1 + ln((N + 1) / (df + 1)))</c>, and the best become optional clauses. Thread-safe; bound to one reader.
/// </summary>
/// <remarks>Source: Lucene's MoreLikeThis without stop words, boosts and bounds of word lengths. Of terms with the same score the earlier in the text are kept.</remarks>
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
        foreach ((string word, (int freq, int place)) in Count(text))
        {
            if (freq < MinTermFreq) continue;
            var term = new Term(field, word);
            int docFreq = TermStates.Build(_reader, term).DocFreq;
            if (docFreq == 0 || docFreq < MinDocFreq) continue;
            best.Enqueue(term, (freq * Idf(docFreq), -place));
            if (best.Count > MaxQueryTerms) best.Dequeue();
        }

        var query = new BooleanQuery.Builder();
        while (best.TryDequeue(out Term? term, out _)) query.Add(new TermQuery(term), Occur.Should);
        return query.Build();
    }

    private Dictionary<string, (int Freq, int Place)> Count(string text)
    {
        var words = new Dictionary<string, (int Freq, int Place)>(StringComparer.Ordinal);
        TokenStream tokens = _analyzer.GetTokenStream(text);
        while (tokens.IncrementToken())
        {
            string word = tokens.Token.Term.ToString();
            words[word] = words.TryGetValue(word, out (int Freq, int Place) known) ? (known.Freq + 1, known.Place) : (1, words.Count);
        }

        return words;
    }

    private float Idf(int docFreq) => (float)(Math.Log((_reader.NumDocs + 1.0) / (docFreq + 1.0)) + 1.0);
}
