using System.Globalization;

namespace SearchNews.Benchmarks.Harness;

/// <summary>What hits add up to: the sum of their scores, and a fold of documents and ranks, the same as the program for Apache Lucene makes.</summary>
internal sealed class HarnessFold
{
    private double _sum;
    private int _ids;

    /// <summary>Adds a hit.</summary>
    /// <param name="doc">Its document.</param>
    /// <param name="score">Its score.</param>
    /// <param name="rank">Its place in the list, from 0.</param>
    public void Add(int doc, float score, int rank)
    {
        _sum += score;
        _ids = unchecked((_ids * 31) + (doc * 7) + rank);
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"top10sum {_sum:0.0000}\tids {_ids:x8}");
}
