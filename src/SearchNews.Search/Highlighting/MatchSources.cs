using SearchNews.Lucene.Index;
using SearchNews.Lucene.Search;
using Term = SearchNews.Lucene.Index.Term;

namespace SearchNews.Search.Highlighting;

/// <summary>
/// Numbers the terms, phrases and prefixes of a query, and says what each is worth in a passage: the sum of
/// idf = ln(1 + (N - n + 0.5)/(n + 0.5)) of its terms; N articles, n of them with the term. Looked up when first asked for. Belongs to one thread.
/// </summary>
/// <param name="reader">The index.</param>
/// <param name="docCount">N.</param>
internal sealed class MatchSources(IndexReader reader, long docCount)
{
    // A beginning stands for any number of words.
    private const double WorthOfPrefix = 1;

    private const double Unknown = -1;

    private readonly List<Term[]> _terms = [];
    private readonly List<double> _worth = [];

    /// <summary>How many there are.</summary>
    public int Count => _terms.Count;

    /// <summary>Adds one; no terms for a prefix.</summary>
    public int Add(params Term[] terms)
    {
        _terms.Add(terms);
        _worth.Add(terms.Length == 0 ? WorthOfPrefix : Unknown);
        return _terms.Count - 1;
    }

    /// <summary>What one is worth.</summary>
    public double WorthOf(int source)
    {
        if (_worth[source] is Unknown) _worth[source] = _terms[source].Sum(Idf);
        return _worth[source];
    }

    private double Idf(Term term)
    {
        int docFreq = TermStates.Build(reader, term).DocFreq;
        return Math.Log(1 + ((Math.Max(docCount, docFreq) - docFreq + 0.5) / (docFreq + 0.5)));
    }
}
