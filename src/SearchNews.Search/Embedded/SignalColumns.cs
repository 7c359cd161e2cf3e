using SearchNews.Lucene.Index;

namespace SearchNews.Search.Embedded;

/// <summary>
/// The signals of one segment by document, as the ranking uses them: read once when a segment is first opened, then one array access a document.
/// Quality and coverage are the values that the FeatureFields hold (9 significant bits), so that Lucene's own feature queries agree. Immutable.
/// </summary>
internal sealed class SignalColumns
{
    /// <summary>Stands for a missing publication date in <see cref="PublishedAt"/>.</summary>
    public const long NoDate = long.MinValue;

    private readonly SegmentSignals _signals;
    private readonly string? _segment;
    private readonly float _missingQuality;

    private SignalColumns(SegmentSignals signals, string? segment, float missingQuality, float[] quality)
    {
        _signals = signals;
        _segment = segment;
        _missingQuality = missingQuality;
        Quality = quality;
        Maxima = new SignalMaxima(Quality, Coverage, PublishedAt);
    }

    /// <summary>Q by document, 0 to 1: q / (q + 60); 0 for values up to 0; the snapshot's median where it is missing.</summary>
    public float[] Quality { get; }

    /// <summary>C by document, 0 to 1: c / (c + 5); 0 where it is missing.</summary>
    public float[] Coverage => _signals.Coverage;

    /// <summary>Publication by document, milliseconds since 1970, or <see cref="NoDate"/>.</summary>
    public long[] PublishedAt => _signals.PublishedAt;

    /// <summary>The greatest of them.</summary>
    public SignalMaxima Maxima { get; }

    /// <summary>Reads the columns of every segment.</summary>
    /// <param name="reader">The index.</param>
    /// <param name="before">The columns of an earlier snapshot of the index: those of segments that both have are shared.</param>
    public static SignalColumns[] Read(IndexReader reader, IReadOnlyList<SignalColumns>? before = null)
    {
        var known = new Dictionary<string, SignalColumns>(StringComparer.Ordinal);
        foreach (SignalColumns columns in before ?? [])
        {
            if (columns._segment is { } segment) known[segment] = columns;
        }

        SignalColumns?[] shared = [.. reader.Leaves.Select(leaf => NameOf(leaf.Reader) is { } name ? known.GetValueOrDefault(name) : null)];
        SegmentSignals[] signals = [.. reader.Leaves.Select((leaf, i) => shared[i]?._signals ?? SegmentSignals.Read(leaf.Reader))];
        float missing = (float)QualityMedian.Of(signals, reader.Leaves);
        return [.. reader.Leaves.Select((leaf, i) => shared[i]?.With(missing) ?? new SignalColumns(signals[i], NameOf(leaf.Reader), missing, Fill(signals[i], missing)))];
    }

    /// <summary>What no other segment is called, in any index, and its columns' version; null for a reader that is no segment.</summary>
    private static string? NameOf(LeafReader reader) =>
        reader is SegmentReader { Commit: var commit } ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Convert.ToHexString(commit.Info.Id)} {commit.DocValuesGen}") : null;

    private static float[] Fill(SegmentSignals signals, float missing) =>
        signals.LacksQuality ? Array.ConvertAll(signals.Quality, q => float.IsNaN(q) ? missing : q) : signals.Quality;

    private SignalColumns With(float missing) => missing == _missingQuality || !_signals.LacksQuality ? this : new SignalColumns(_signals, _segment, missing, Fill(_signals, missing));
}
