using SearchNews.Lucene.Documents;
using SearchNews.Lucene.Index;
using SearchNews.Search.Indexing;

namespace SearchNews.Search.Embedded;

/// <summary>
/// The signals of one segment by document, as the ranking uses them: read once when a snapshot is opened, then one array access a document.
/// Quality and coverage are the values that the FeatureFields hold (9 significant bits), so that Lucene's own feature queries agree. Immutable.
/// </summary>
internal sealed class SignalColumns
{
    /// <summary>Quality of 60 counts one half.</summary>
    private const double QualityPivot = 60;

    /// <summary>Coverage of 5 counts one half.</summary>
    private const double CoveragePivot = 5;

    /// <summary>Stands for a missing publication date in <see cref="PublishedAt"/>.</summary>
    public const long NoDate = long.MinValue;

    private SignalColumns(float[] quality, float[] coverage, long[] publishedAt)
    {
        Quality = quality;
        Coverage = coverage;
        PublishedAt = publishedAt;
    }

    /// <summary>Q by document, 0 to 1: q / (q + 60); 0 for values up to 0; the snapshot's median where it is missing.</summary>
    public float[] Quality { get; }

    /// <summary>C by document, 0 to 1: c / (c + 5); 0 where it is missing.</summary>
    public float[] Coverage { get; }

    /// <summary>Publication by document, milliseconds since 1970, or <see cref="NoDate"/>.</summary>
    public long[] PublishedAt { get; }

    /// <summary>Reads the columns of every segment.</summary>
    public static SignalColumns[] Read(IndexReader reader)
    {
        float missing = (float)MedianQuality(reader);
        return [.. reader.Leaves.Select(leaf => Read(leaf.Reader, missing))];
    }

    /// <summary>The median of Q over the documents that have a quality; 0 when none has.</summary>
    internal static double MedianQuality(IndexReader reader)
    {
        var values = new List<double>();
        foreach (LeafReaderContext leaf in reader.Leaves)
        {
            if (leaf.Reader.GetNumericDocValues(ArticleFields.Quality) is not { } column) continue;
            while (column.NextDoc() != Lucene.Search.DocIdSetIterator.NoMoreDocs)
            {
                if (leaf.Reader.LiveDocs is null || leaf.Reader.LiveDocs[column.DocId]) values.Add(Saturate(BitConverter.Int64BitsToDouble(column.LongValue), QualityPivot));
            }
        }

        if (values.Count == 0) return 0;
        values.Sort();
        int middle = values.Count / 2;
        return values.Count % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
    }

    private static SignalColumns Read(LeafReader reader, float missingQuality)
    {
        var quality = new float[reader.MaxDoc];
        var coverage = new float[reader.MaxDoc];
        var publishedAt = new long[reader.MaxDoc];
        Array.Fill(quality, missingQuality);
        Array.Fill(publishedAt, NoDate);
        ForEach(reader, ArticleFields.Quality, (doc, value) => quality[doc] = (float)Saturate(AsFeature(BitConverter.Int64BitsToDouble(value)), QualityPivot));
        ForEach(reader, ArticleFields.Coverage, (doc, value) => coverage[doc] = (float)Saturate(AsFeature(BitConverter.Int64BitsToDouble(value)), CoveragePivot));
        ForEach(reader, ArticleFields.PublishedAt, (doc, value) => publishedAt[doc] = value);
        return new SignalColumns(quality, coverage, publishedAt);
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
        while (column.NextDoc() != Lucene.Search.DocIdSetIterator.NoMoreDocs) take(column.DocId, column.LongValue);
    }
}
