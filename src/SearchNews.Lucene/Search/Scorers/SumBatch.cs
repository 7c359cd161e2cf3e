using System.Runtime.InteropServices;
using SearchNews.Lucene.Util;

namespace SearchNews.Lucene.Search.Scorers;

/// <summary>A batch of documents with the sums of their scores, on the way to the collector. Belongs to one thread.</summary>
internal sealed class SumBatch
{
    /// <summary>Documents of a batch at most.</summary>
    public const int Size = 512;

    private readonly float[] _scores = new float[Size];
    private List<DocCheck> _checks = [];

    /// <summary>The documents.</summary>
    public int[] Docs { get; } = new int[Size];

    /// <summary>Their sums.</summary>
    public double[] Sums { get; } = new double[Size];

    /// <summary>Prepares collecting.</summary>
    /// <param name="checks">What else documents must pass.</param>
    public void Set(List<DocCheck> checks) => _checks = checks;

    /// <summary>Collects those of the first documents that reach the lowest score wanted and pass all checks.</summary>
    /// <param name="collector">Collects.</param>
    /// <param name="liveDocs">Documents that are not deleted; null when none are.</param>
    /// <param name="count">How many documents there are.</param>
    public void Collect(LeafCollector collector, Bits? liveDocs, int count)
    {
        float minScore = collector.MinCompetitiveScore;
        int kept = 0;
        for (int i = 0; i < count; i++)
        {
            float score = (float)Sums[i];
            int doc = Docs[i];
            if (score < minScore || (liveDocs is not null && !liveDocs[doc]) || !Passes(doc)) continue;
            Docs[kept] = doc;
            _scores[kept++] = score;
        }

        if (kept > 0) collector.Collect(Docs.AsSpan(0, kept), _scores.AsSpan(0, kept));
    }

    private bool Passes(int doc)
    {
        foreach (ref readonly DocCheck check in CollectionsMarshal.AsSpan(_checks))
        {
            if (!check.Passes(doc)) return false;
        }

        return true;
    }
}
