using System.Numerics;
using System.Runtime.InteropServices;
using SearchNews.Lucene.Codecs.Lucene80;
using SearchNews.Lucene.Index;
using SearchNews.Lucene.Search.Scorers;
using SearchNews.Lucene.Search.Similarities;
using SearchNews.Lucene.Util;

namespace SearchNews.Lucene.Search.Phrases;

/// <summary>
/// Collects the documents with an exact phrase of frequent terms, whose positions are in memory by document: they are looked at where all terms meet. Finds and scores the same as <see cref="PhraseBulkScorer"/>.
/// Belongs to one thread.
/// </summary>
internal sealed class FrequentPhraseBulkScorer : BulkScorer
{
    private const int BatchSize = 512;
    private const int Norms = 1 << 8;

    private static readonly int[] Ones = CreateOnes();
    private static readonly byte[] AllNorms = CreateAllNorms();

    private readonly DenseIntersection _intersection = new();
    private readonly BatchNorms _norms = new();
    private readonly int[] _docs = new int[BatchSize];
    private readonly ulong[] _starts = new ulong[BatchSize];
    private readonly int[] _freqs = new int[BatchSize];
    private readonly float[] _scores = new float[BatchSize];

    // What a document scores that has the phrase once, by its norm.
    private readonly float[] _once = new float[Norms];

    private List<FrequentPhraseTerm> _terms = []; // the rarest first
    private SimScorer _scorer = null!;
    private float _chosenFor;
    private DenseByteNorms? _bounds; // null when nothing is to be left out

    /// <summary>Prepares a phrase in one segment.</summary>
    /// <param name="terms">At least two; sorted here.</param>
    /// <param name="scorer">Scores frequency and norm.</param>
    /// <param name="norms">Norms of the field; null when there are none or scores are not asked for.</param>
    /// <param name="scoreMode">What is asked for.</param>
    public FrequentPhraseBulkScorer Set(List<FrequentPhraseTerm> terms, SimScorer scorer, NumericDocValues? norms, ScoreMode scoreMode)
    {
        terms.Sort(static (a, b) => a.Positions.Words.Length.CompareTo(b.Positions.Words.Length));
        _terms = terms;
        _scorer = scorer;
        _norms.Set(norms, BatchSize);
        _bounds = scoreMode == ScoreMode.TopScores ? norms as DenseByteNorms : null;
        if (_bounds is not null) scorer.Score(Ones, AllNorms, _once);
        _intersection.Clear();
        Choose(0);
        return this;
    }

    // Then so are all others.
    private bool IsDense => _terms[0].Positions.Bits is not null;

    /// <inheritdoc/>
    public override int Score(LeafCollector collector, Bits? liveDocs, int min, int max)
    {
        if (IsDense) _intersection.Start(min, max);
        while (!collector.IsTerminated)
        {
            if (_bounds is not null && collector.MinCompetitiveScore > _chosenFor) Choose(collector.MinCompetitiveScore);
            int count = IsDense ? _intersection.Read(_docs) : _terms[0].Read(min, max, _docs);
            if (count == 0) break;
            min = _docs[count - 1] + 1;
            Collect(collector, KeepPhrases(count, liveDocs, _bounds is null ? 0 : collector.MinCompetitiveScore));
        }

        return max;
    }

    // A document has the phrase as often as each of the terms, at most.
    private void Choose(float minScore)
    {
        _chosenFor = minScore;
        if (!IsDense) return;
        _intersection.Clear();
        _intersection.AddPair(_terms[0].BitsReaching(minScore), _terms[1].BitsReaching(minScore));
        foreach (FrequentPhraseTerm term in CollectionsMarshal.AsSpan(_terms)[2..]) _intersection.Narrow(term.BitsReaching(minScore));
    }

    // Keeps the documents with the phrase, and how often they have it.
    private int KeepPhrases(int count, Bits? liveDocs, float minScore)
    {
        Span<ulong> starts = _starts.AsSpan(0, NarrowStarts(count));
        int kept = 0;
        for (int i = 0; i < starts.Length; i++)
        {
            if (starts[i] == 0) continue;
            int doc = _docs[i];
            int freq = (starts[i] & TermPositions.HasMore) == 0 ? BitOperations.PopCount(starts[i]) : CountPhrases(doc);
            if (freq == 0 || (liveDocs is not null && !liveDocs[doc])) continue;
            if (freq == 1 && _bounds is not null && _once[_bounds.Bytes[doc]] < minScore) continue;
            _docs[kept] = doc;
            _freqs[kept++] = freq;
        }

        return kept;
    }

    // Where all terms allow the phrase to begin in the documents, of which those may be left out that have no such place.
    private int NarrowStarts(int count)
    {
        Span<int> docs = _docs.AsSpan(0, count);
        if (IsDense) count = _terms[0].KeepWith(_terms[1], docs, _starts);
        else _starts.AsSpan(0, count).Fill(~TermPositions.HasMore);
        if (count == 0) return 0;
        foreach (FrequentPhraseTerm term in CollectionsMarshal.AsSpan(_terms)[(IsDense ? 2 : 0)..]) term.Narrow(docs[..count], _starts.AsSpan(0, count));
        return count;
    }

    // Position by position, where one of the terms has great ones.
    private int CountPhrases(int doc)
    {
        FrequentPhraseTerm rarest = _terms[0];
        int index = rarest.IndexOf(doc);
        int count = 0;
        for (int at = rarest.Positions.NextPosition(index, rarest.Offset); at >= 0; at = rarest.Positions.NextPosition(index, at + 1))
        {
            if (HasOthers(doc, at - rarest.Offset)) count++;
        }

        return count;
    }

    private bool HasOthers(int doc, int start)
    {
        foreach (FrequentPhraseTerm other in CollectionsMarshal.AsSpan(_terms)[1..])
        {
            int index = other.IndexOf(doc);
            if (index < 0 || !other.Positions.Contains(index, start + other.Offset)) return false;
        }

        return true;
    }

    private void Collect(LeafCollector collector, int count)
    {
        if (count == 0) return;
        ReadOnlySpan<int> docs = _docs.AsSpan(0, count);
        Span<float> scores = _scores.AsSpan(0, count);
        _norms.Read(docs);
        _scorer.Score(_freqs.AsSpan(0, count), _norms.Bytes, scores);
        collector.Collect(docs, scores);
    }

    private static int[] CreateOnes()
    {
        int[] ones = new int[Norms];
        Array.Fill(ones, 1);
        return ones;
    }

    private static byte[] CreateAllNorms()
    {
        byte[] norms = new byte[Norms];
        for (int i = 0; i < norms.Length; i++) norms[i] = (byte)i;
        return norms;
    }
}
