using System.Collections.Concurrent;
using SearchNews.Lucene.Codecs.Lucene80;
using SearchNews.Lucene.Search.Similarities;
using SearchNews.Lucene.Store;

namespace SearchNews.Lucene.Index;

/// <summary>
/// The terms of a segment that searches ask for most, with their postings in memory: those that many documents have, from the time they have been asked for several times, as long as the
/// <see cref="MemoryBudget"/> of the process has room. Thread-safe.
/// </summary>
/// <param name="core">The segment.</param>
internal sealed class FrequentTerms(SegmentCore core)
{
    /// <summary>Documents of the rarest term that is kept; what is rarer is read as fast from its file.</summary>
    public const int MinDocs = 2048;

    // Sorting a term into tiers takes as long as some ten searches for it.
    private const int MinAsks = 4;

    // Bytes for each document of the segment.
    private const int MaxBytesPerDoc = 128;

    // As many at most as there are terms with so many documents.
    private readonly ConcurrentDictionary<Term, Entry> _terms = new();
    private long _bytes;

    /// <summary>The postings of a term; null when they are not kept (yet).</summary>
    /// <param name="term">The term.</param>
    /// <param name="docFreq">Its documents in the segment.</param>
    /// <param name="scorer">Ranks impacts.</param>
    public ImpactTiers? Get(Term term, int docFreq, SimScorer scorer)
    {
        if (docFreq < MinDocs) return null;
        if (!_terms.TryGetValue(term, out Entry? entry)) entry = _terms.GetOrAdd(term, static _ => new Entry());
        if (entry.Kept is null && Interlocked.Increment(ref entry.Asks) == MinAsks) entry.Kept = Read(term, docFreq, scorer);
        return entry.Kept?.Tiers;
    }

    private Kept? Read(Term term, int docFreq, SimScorer scorer)
    {
        long bytes = ImpactTiers.BytesOf(docFreq, core.Segment.MaxDoc);
        if (Interlocked.Add(ref _bytes, bytes) <= (long)MaxBytesPerDoc * core.Segment.MaxDoc
            && MemoryBudget.Shared.TryReserve(bytes) is { } lease
            && core.GetNorms(term.Field) is DenseByteNorms norms
            && core.GetTerms(term.Field)?.GetTermsEnum() is { } terms
            && terms.SeekExact(term.Bytes)
            && ImpactTiersBuilder.Build(terms.Postings(PostingsFlags.Freqs), norms.Bytes, scorer) is { } tiers)
            return new Kept(tiers, lease);
        Interlocked.Add(ref _bytes, -bytes);
        return null;
    }

    private sealed record Kept(ImpactTiers Tiers, MemoryLease Room);

    private sealed class Entry
    {
        public int Asks;
        public volatile Kept? Kept;
    }
}
