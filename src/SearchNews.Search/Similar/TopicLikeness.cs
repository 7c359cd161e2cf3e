using System.Text;
using SearchNews.Lucene.Index;
using SearchNews.Lucene.Search;
using SearchNews.Lucene.Search.Similarities;
using SearchNews.Search.Embedded;
using SearchNews.Search.Indexing;

namespace SearchNews.Search.Similar;

/// <summary>
/// How many of an article's topics another one shares, by their rarity: idf sum of the shared topics over idf sum of the article's own, 0 to 1. A topic that is in
/// every article counts next to nothing.
/// </summary>
internal sealed class TopicLikeness
{
    private readonly Dictionary<string, double> _idf = new(StringComparer.Ordinal);
    private readonly ArticleSnapshot _snapshot;
    private readonly double _sum;

    public TopicLikeness(ArticleSnapshot snapshot, IEnumerable<string> topics)
    {
        _snapshot = snapshot;
        foreach (string topic in topics.Select(t => t.ToLowerInvariant()).Distinct(StringComparer.Ordinal))
        {
            int docFreq = TermStates.Build(snapshot.Reader, new Term(ArticleFields.Topic, topic)).DocFreq;
            if (docFreq > 0) _idf[topic] = BM25Similarity.Idf(docFreq, Math.Max(docFreq, snapshot.Reader.NumDocs));
        }

        _sum = _idf.Values.Sum();
    }

    /// <summary>The likeness of each of the documents, which must ascend.</summary>
    public double[] Of(IReadOnlyList<int> docs)
    {
        var likeness = new double[docs.Count];
        if (_sum == 0) return likeness;
        int at = 0;
        foreach (LeafReaderContext leaf in _snapshot.Reader.Leaves)
        {
            SortedSetDocValues? topics = leaf.Reader.GetSortedSetDocValues(ArticleFields.Topic);
            double[] byOrd = topics is null ? [] : IdfByOrd(topics);
            for (; at < docs.Count && docs[at] < leaf.DocBase + leaf.Reader.MaxDoc; at++)
            {
                if (topics?.AdvanceExact(docs[at] - leaf.DocBase) == true) likeness[at] = Shared(topics, byOrd) / _sum;
            }
        }

        return likeness;
    }

    private double[] IdfByOrd(SortedSetDocValues topics)
    {
        var byOrd = new double[topics.ValueCount];
        for (long ord = 0; ord < byOrd.Length; ord++)
            byOrd[ord] = _idf.GetValueOrDefault(Encoding.UTF8.GetString(topics.LookupOrd(ord)).ToLowerInvariant());
        return byOrd;
    }

    private static double Shared(SortedSetDocValues topics, double[] byOrd)
    {
        double sum = 0;
        for (long ord = topics.NextOrd(); ord != SortedSetDocValues.NoMoreOrds; ord = topics.NextOrd()) sum += byOrd[ord];
        return sum;
    }
}
