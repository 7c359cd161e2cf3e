using SearchNews.Lucene.Analysis;

namespace SearchNews.Lucene.Index;

/// <summary>How an <see cref="IndexWriter"/> works. Checked when the writer is opened.</summary>
public sealed record IndexWriterConfig
{
    /// <summary>Analyzes the text fields that <see cref="FieldAnalyzers"/> does not name. Default: words between white space.</summary>
    public Analyzer Analyzer { get; init; } = new WhitespaceAnalyzer();

    /// <summary>Analyzers by field name. Default: none.</summary>
    public IReadOnlyDictionary<string, Analyzer> FieldAnalyzers { get; init; } = new Dictionary<string, Analyzer>(StringComparer.Ordinal);

    /// <summary>What to do about an index that is there. Default: add to it, or create one.</summary>
    public OpenMode OpenMode { get; init; } = OpenMode.CreateOrAppend;

    /// <summary>
    /// Bytes that documents in memory may take, over all threads, before they are written as a segment; 64 KiB to 1 GiB. Writing takes about as much again for a moment. Default: 64 MiB.
    /// </summary>
    public long RamBufferBytes { get; init; } = 64L << 20;

    /// <summary>
    /// Whether segments are merged as they become due, on a thread in the background. Without it only <see cref="IndexWriter.ForceMerge"/> merges, and the same documents, added by one thread,
    /// always make the same segments. Default: true.
    /// </summary>
    public bool MergeAutomatically { get; init; } = true;

    /// <summary>
    /// How many segments of about one size there may be, and how many are merged into one at most, 2 to 100. A greater number makes indexing faster and searching slower. Default: 10.
    /// </summary>
    public int SegmentsPerTier { get; init; } = 10;

    /// <summary>Merging makes no segment longer than this many bytes, <see cref="IndexWriter.ForceMerge"/> excepted; 1 MiB to 2 GiB - 1, as a file is read into one array. Default: 1 GiB.</summary>
    public long MaxSegmentBytes { get; init; } = 1L << 30;

    /// <summary>
    /// Whether the files of a new segment are packed in one, so that a small commit has few files to fsync: a segment from memory always, a merged one when it is not more
    /// than a tenth of the index. Default: true.
    /// </summary>
    public bool UseCompoundFile { get; init; } = true;

    /// <summary>
    /// The order of the documents in every segment, by values of NUMERIC or SORTED doc values; documents that it does not tell apart stay in the order in which they came. An index keeps its order for
    /// life. Default: none.
    /// </summary>
    public IReadOnlyList<IndexSortField> IndexSort { get; init; } = [];

    /// <summary>Makes the ids of segments and commits the same in every run, for tests; null for ids that are unique in the world. Default: null.</summary>
    public int? IdSeed { get; init; }

    /// <summary>The analyzer of a text field.</summary>
    public Analyzer AnalyzerOf(string field) => FieldAnalyzers.GetValueOrDefault(field) ?? Analyzer;

    internal void Validate()
    {
        ArgumentNullException.ThrowIfNull(Analyzer);
        ArgumentNullException.ThrowIfNull(FieldAnalyzers);
        foreach (IndexSortField key in IndexSort)
        {
            if (key.Provider != IndexSortField.SingleProvider) throw new ArgumentException($"Segments cannot be sorted by {key.Provider} of field '{key.Field}', only by single values.", nameof(IndexSort));
        }

        Check(RamBufferBytes, 64L << 10, 1L << 30, nameof(RamBufferBytes));
        Check(SegmentsPerTier, 2, 100, nameof(SegmentsPerTier));
        Check(MaxSegmentBytes, 1L << 20, int.MaxValue, nameof(MaxSegmentBytes));
    }

    private static void Check(long value, long min, long max, string name)
    {
        if (value < min || value > max) throw new ArgumentOutOfRangeException(name, value, $"{name} must be {min} to {max}.");
    }
}
