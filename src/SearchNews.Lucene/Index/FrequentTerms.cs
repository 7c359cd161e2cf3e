using System.Collections.Concurrent;
using SearchNews.Lucene.Codecs.Lucene80;
using SearchNews.Lucene.Search.Similarities;
using SearchNews.Lucene.Store;

namespace SearchNews.Lucene.Index;

/// <summary>
/// The terms of a segment that searches ask for most, with their postings in memory: those that many documents have, from the time they have been asked for several times, as long as the
/// <see cref="MemoryBudget"/> of the process has room. Thread-safe.
/// </summary>
/// <remarks>Only of fields with a byte of norm for each document: of others, as of those whose norms are all the same, nothing is kept by impact.</remarks>
/// <param name="core">The segment.</param>
internal sealed class FrequentTerms(SegmentCore core)
{
    /// <summary>Documents of the rarest term that is kept by impact; what is rarer is read as fast from its file.</summary>
    public const int MinDocs = 256;

    /// <summary>Documents of the rarest term whose positions are kept: those of a block are found in their file one by one.</summary>
    public const int MinDocsWithPositions = 128;

    // Reading all postings of a term takes as long as some ten searches for it.
    private const int MinAsks = 4;

    // Bytes for each document of the segment.
    private const int MaxBytesPerDoc = 192;

    // As many at most as there are terms with so many documents.
    private readonly ConcurrentDictionary<Term, Kept<ImpactTiers>> _tiers = new();
    private readonly ConcurrentDictionary<Term, Kept<TermPositions>> _positions = new();
    private long _bytes;

    /// <summary>The postings of a term by impact; null when they are not kept (yet).</summary>
    /// <param name="term">The term.</param>
    /// <param name="docFreq">Its documents in the segment.</param>
    /// <param name="scorer">Ranks impacts.</param>
    public ImpactTiers? GetImpactTiers(Term term, int docFreq, SimScorer scorer)
    {
        if (docFreq < MinDocs) return null;
        Kept<ImpactTiers> kept = EntryOf(_tiers, term);
        return kept.IsDue() ? KeepTiers(kept, term, docFreq, scorer) : kept.Value;
    }

    /// <summary>The positions of a term by document; null when they are not kept (yet).</summary>
    /// <param name="term">The term, of a field with positions.</param>
    /// <param name="docFreq">Its documents in the segment.</param>
    public TermPositions? GetPositions(Term term, int docFreq)
    {
        if (docFreq < MinDocsWithPositions) return null;
        Kept<TermPositions> kept = EntryOf(_positions, term);
        return kept.IsDue() ? KeepPositions(kept, term, docFreq) : kept.Value;
    }

    private static Kept<T> EntryOf<T>(ConcurrentDictionary<Term, Kept<T>> entries, Term term)
        where T : class => entries.TryGetValue(term, out Kept<T>? entry) ? entry : entries.GetOrAdd(term, static _ => new Kept<T>());

    // Apart from what most calls do, so that only these allocate what reads.
    private ImpactTiers? KeepTiers(Kept<ImpactTiers> kept, Term term, int docFreq, SimScorer scorer) =>
        Keep(kept, ImpactTiers.BytesOf(docFreq, core.Segment.MaxDoc), () => ReadTiers(term, scorer));

    private TermPositions? KeepPositions(Kept<TermPositions> kept, Term term, int docFreq) => Keep(kept, TermPositions.BytesOf(docFreq, core.Segment.MaxDoc), () => ReadPositions(term));

    // What finds no room, now or in the budget, is not asked for again.
    private T? Keep<T>(Kept<T> kept, long bytes, Func<T?> read)
        where T : class
    {
        T? value = null;
        try
        {
            if (Interlocked.Add(ref _bytes, bytes) > (long)MaxBytesPerDoc * core.Segment.MaxDoc || MemoryBudget.Shared.TryReserve(bytes) is not { } room) return null;
            value = read();
            if (value is not null) kept.Set(value, room);
            return value;
        }
        finally
        {
            if (value is null) Interlocked.Add(ref _bytes, -bytes);
        }
    }

    private ImpactTiers? ReadTiers(Term term, SimScorer scorer) =>
        core.GetNorms(term.Field) is DenseByteNorms norms && Find(term) is { } terms ? ImpactTiersBuilder.Build(terms.Postings(PostingsFlags.Freqs), norms.Bytes, scorer) : null;

    private TermPositions? ReadPositions(Term term) => Find(term) is { } terms ? TermPositions.Read(terms.Postings(PostingsFlags.Positions), core.Segment.MaxDoc) : null;

    private TermsEnum? Find(Term term) => core.GetTerms(term.Field)?.GetTermsEnum() is { } terms && terms.SeekExact(term.Bytes) ? terms : null;

    /// <summary>What is kept of a term, once it has been asked for several times.</summary>
    private sealed class Kept<T>
        where T : class
    {
        private int _asks;
        private volatile T? _value;
        private MemoryLease? _room;

        public T? Value => _value;

        /// <summary>Counts who asks; true for the one of them that is to read.</summary>
        public bool IsDue() => _value is null && Interlocked.Increment(ref _asks) == MinAsks;

        public void Set(T value, MemoryLease room)
        {
            _room = room;
            _value = value;
        }
    }
}
