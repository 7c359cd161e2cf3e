namespace SearchNews.Search.Embedded;

/// <summary>The greatest signals of blocks of documents of one segment, by which a ranking knows what they can add at most. Immutable.</summary>
internal sealed class SignalMaxima
{
    private const int BlockBits = 12;

    private readonly float[] _quality;
    private readonly float[] _coverage;
    private readonly long[] _publishedAt;

    /// <summary>Looks at all documents.</summary>
    /// <param name="quality">By document.</param>
    /// <param name="coverage">By document.</param>
    /// <param name="publishedAt">By document; <see cref="SignalColumns.NoDate"/> is less than every other.</param>
    public SignalMaxima(float[] quality, float[] coverage, long[] publishedAt)
    {
        int blocks = (quality.Length + (1 << BlockBits) - 1) >> BlockBits;
        _quality = new float[blocks];
        _coverage = new float[blocks];
        _publishedAt = new long[blocks];
        Array.Fill(_publishedAt, SignalColumns.NoDate);
        for (int doc = 0; doc < quality.Length; doc++)
        {
            int block = BlockOf(doc);
            _quality[block] = Math.Max(_quality[block], quality[doc]);
            _coverage[block] = Math.Max(_coverage[block], coverage[doc]);
            _publishedAt[block] = Math.Max(_publishedAt[block], publishedAt[doc]);
        }

        for (int block = 0; block < blocks; block++)
        {
            Quality = Math.Max(Quality, _quality[block]);
            Coverage = Math.Max(Coverage, _coverage[block]);
            PublishedAt = Math.Max(PublishedAt, _publishedAt[block]);
        }
    }

    /// <summary>The greatest of the segment.</summary>
    public float Quality { get; }

    /// <summary>The greatest of the segment.</summary>
    public float Coverage { get; }

    /// <summary>The latest of the segment; <see cref="SignalColumns.NoDate"/> when no document has a date.</summary>
    public long PublishedAt { get; } = SignalColumns.NoDate;

    /// <summary>The block of a document.</summary>
    public static int BlockOf(int doc) => doc >> BlockBits;

    /// <summary>The greatest of a block.</summary>
    public float QualityOf(int block) => _quality[block];

    /// <summary>The greatest of a block.</summary>
    public float CoverageOf(int block) => _coverage[block];

    /// <summary>The latest of a block; <see cref="SignalColumns.NoDate"/> when none of its documents has a date.</summary>
    public long PublishedAtOf(int block) => _publishedAt[block];
}
