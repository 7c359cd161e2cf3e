namespace SearchNews.Lucene.Search.Scorers;

/// <summary>
/// The memory that scoring windows of documents takes, some 370 KB: kept from one search to the next by each thread, as making and clearing it would take longer than many a search.
/// </summary>
internal sealed class ScoringBuffers
{
    // Documents that are completed at a time.
    private const int MaxDocs = 1 << 12;

    // Those that the thread keeps, in a chain: a search may hold two at a time, one for each of two scorers.
    [ThreadStatic]
    private static ScoringBuffers? t_kept;

    private ScoringBuffers? _next;

    private ScoringBuffers()
    {
    }

    /// <summary>Every match of a window; empty between uses.</summary>
    public ScoreWindow Matches { get; } = new(minimum: 1);

    /// <summary>Sums of a window; empty between uses.</summary>
    public SumWindow Sums { get; } = new();

    /// <summary>Documents that may compete.</summary>
    public int[] Docs { get; } = new int[MaxDocs];

    /// <summary>What their scores sum up to so far.</summary>
    public double[] DocSums { get; } = new double[MaxDocs];

    /// <summary>Their scores.</summary>
    public float[] Scores { get; } = new float[MaxDocs];

    /// <summary>Takes what this thread kept, or makes new ones.</summary>
    public static ScoringBuffers Take()
    {
        if (t_kept is not { } buffers) return new ScoringBuffers();
        t_kept = buffers._next;
        buffers._next = null;
        return buffers;
    }

    /// <summary>Keeps them for this thread's next search, unless it has two already. Only with both windows empty; after a failure they are left to the collector of garbage instead.</summary>
    public void Return()
    {
        if (t_kept is { _next: not null }) return;
        _next = t_kept;
        t_kept = this;
    }
}
