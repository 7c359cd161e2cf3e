using System.Numerics;
using SearchNews.Lucene.Documents;
using SearchNews.Lucene.Index;
using SearchNews.Lucene.Search;
using SearchNews.Lucene.Util;
using SearchNews.Search.Indexing;

namespace SearchNews.Search.Embedded;

/// <summary>
/// The signals of one segment as its files give them, whatever is deleted and whatever other segments hold: read once, and shared by all snapshots that have the
/// segment. Immutable.
/// </summary>
internal sealed class SegmentSignals
{
    /// <summary>Quality of 60 counts one half.</summary>
    private const double QualityPivot = 60;

    /// <summary>Coverage of 5 counts one half.</summary>
    private const double CoveragePivot = 5;

    // Q as given, by document, NaN where missing; and those that are there, ascending.
    private readonly double[] _given;
    private readonly double[] _sorted;

    private SegmentSignals(LeafReader reader)
    {
        Quality = new float[reader.MaxDoc];
        Coverage = new float[reader.MaxDoc];
        PublishedAt = new long[reader.MaxDoc];
        _given = new double[reader.MaxDoc];
        Array.Fill(Quality, float.NaN);
        Array.Fill(PublishedAt, SignalColumns.NoDate);
        Array.Fill(_given, double.NaN);
        ForEach(reader, ArticleFields.Quality, (doc, value) =>
        {
            double given = BitConverter.Int64BitsToDouble(value);
            Quality[doc] = (float)Saturate(AsFeature(given), QualityPivot);
            _given[doc] = Saturate(given, QualityPivot);
        });
        ForEach(reader, ArticleFields.Coverage, (doc, value) => Coverage[doc] = (float)Saturate(AsFeature(BitConverter.Int64BitsToDouble(value)), CoveragePivot));
        ForEach(reader, ArticleFields.PublishedAt, (doc, value) => PublishedAt[doc] = value);
        _sorted = [.. _given.Where(q => !double.IsNaN(q))];
        Array.Sort(_sorted);
    }

    /// <summary>Q by document, 0 to 1, of the value that the FeatureField holds; NaN where it is missing.</summary>
    public float[] Quality { get; }

    /// <summary>C by document, 0 to 1; 0 where it is missing.</summary>
    public float[] Coverage { get; }

    /// <summary>Publication by document, milliseconds since 1970, or <see cref="SignalColumns.NoDate"/>.</summary>
    public long[] PublishedAt { get; }

    /// <summary>Whether a document lacks quality.</summary>
    public bool LacksQuality => _sorted.Length < _given.Length;

    /// <summary>Q of the documents that have one, ascending, deleted ones included.</summary>
    public ReadOnlySpan<double> SortedQuality => _sorted;

    /// <summary>Reads a segment.</summary>
    public static SegmentSignals Read(LeafReader reader) => new(reader);

    /// <summary>Q of the deleted documents that have one, ascending. Takes time by the deletions and by words of 64 documents.</summary>
    public double[] DeletedQuality(Bits? live)
    {
        if (live is null) return [];
        var deleted = new List<double>();
        ReadOnlySpan<ulong> words = live.Words;
        for (int word = 0; word < words.Length; word++)
        {
            for (ulong dead = ~words[word]; dead != 0; dead &= dead - 1)
            {
                int doc = (word << 6) + BitOperations.TrailingZeroCount(dead);
                if (doc < _given.Length && !double.IsNaN(_given[doc])) deleted.Add(_given[doc]);
            }
        }

        deleted.Sort();
        return [.. deleted];
    }

    private static double Saturate(double value, double pivot) => value > 0 ? value / (value + pivot) : 0;

    /// <summary>The value as a FeatureField keeps it; 0 where it keeps none.</summary>
    private static double AsFeature(double value)
    {
        float feature = (float)value;
        return float.IsFinite(feature) && feature >= FeatureField.MinValue ? FeatureField.Decode(FeatureField.Encode(feature)) : 0;
    }

    private static void ForEach(LeafReader reader, string field, Action<int, long> take)
    {
        if (reader.GetNumericDocValues(field) is not { } column) return;
        while (column.NextDoc() != DocIdSetIterator.NoMoreDocs) take(column.DocId, column.LongValue);
    }
}
