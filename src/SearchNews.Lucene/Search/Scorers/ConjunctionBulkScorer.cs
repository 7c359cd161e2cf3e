using System.Runtime.InteropServices;
using SearchNews.Lucene.Codecs.Lucene80;
using SearchNews.Lucene.Codecs.Lucene84;
using SearchNews.Lucene.Util;

namespace SearchNews.Lucene.Search.Scorers;

/// <summary>
/// Collects the documents that all of several terms have: found block against block (<see cref="PostingsIntersection"/>), then checked and scored in batches. A score is the sum of those of the
/// scoring terms, the rarest first, added as doubles and rounded once, as <see cref="ConjunctionScorer"/> does.
/// </summary>
internal sealed class ConjunctionBulkScorer : BulkScorer
{
    private const int BlockSize = Lucene84PostingsFormat.BlockSize;
    private const int BatchSize = 2 * BlockSize;

    private readonly PostingsIntersection _terms = new();
    private readonly List<ConjunctionScores> _scoring = [];
    private readonly List<(string Field, BatchNorms Norms)> _norms = [];
    private List<DocCheck> _checks = [];
    private LeadFilter? _filter;
    private readonly int[] _docs = new int[BatchSize];
    private readonly double[] _sums = new double[BatchSize];
    private readonly float[] _scores = new float[BatchSize];
    private int _count;

    /// <summary>Combines terms.</summary>
    /// <param name="terms">At least two, whose postings are in blocks; sorted here.</param>
    /// <param name="checks">What else documents must pass.</param>
    /// <param name="scoreMode">What is asked for.</param>
    public ConjunctionBulkScorer Set(List<ConjunctionTerm> terms, List<DocCheck> checks, ScoreMode scoreMode)
    {
        Span<ConjunctionTerm> sorted = CollectionsMarshal.AsSpan(terms);
        sorted.Sort(ConjunctionTerm.Order);
        _terms.Set();
        _scoring.Clear();
        _norms.Clear();
        _checks = checks;
        _filter = scoreMode == ScoreMode.TopScores ? GetFilter(sorted) : null;
        _count = 0;
        for (int i = 0; i < sorted.Length; i++)
        {
            var postings = (BlockPostingsEnum)sorted[i].Postings;
            _terms.Add(postings);
            if (sorted[i].Scorer is { } scorer) _scoring.Add(SearchMemory.Take<ConjunctionScores>().Set(postings, scorer, NormsOf(sorted[i]), BatchSize, i));
        }

        return this;
    }

    /// <inheritdoc/>
    public override int Score(LeafCollector collector, Bits? liveDocs, int min, int max)
    {
        bool hasChecks = liveDocs is not null || _checks.Count > 0;
        _terms.Advance(min);
        while (NextOverlap(collector, max))
        {
            if (hasChecks) _terms.Keep(liveDocs, CollectionsMarshal.AsSpan(_checks));
            ReadOnlySpan<int> docs = _terms.Docs;
            if (docs.IsEmpty) continue;
            docs.CopyTo(_docs.AsSpan(_count));
            foreach (ConjunctionScores scores in _scoring) scores.Keep(_terms.PlacesOf(scores.Place), _count);
            _count += docs.Length;
            if (_count > BatchSize - BlockSize) Flush(collector);
        }

        Flush(collector);
        return _terms.Leave();
    }

    private static LeadFilter? GetFilter(ReadOnlySpan<ConjunctionTerm> terms)
    {
        // Documents are told apart by the norms of the rarest term that scores.
        int first = 0;
        while (first < terms.Length && terms[first].Scorer is null) first++;
        if (first == terms.Length || terms[first].Norms is not DenseByteNorms norms) return null;
        LeadFilter filter = SearchMemory.Take<LeadFilter>().Set((BlockPostingsEnum)terms[0].Postings, terms[0].Scorer, norms);
        foreach (ConjunctionTerm term in terms[1..])
        {
            if (term.Scorer is { } scorer)
                filter.Add(SearchMemory.Take<FreqCeiling>().Set((BlockPostingsEnum)term.Postings, scorer, term.State, string.Equals(term.Field, terms[first].Field, StringComparison.Ordinal)));
        }

        return filter;
    }

    private BatchNorms NormsOf(in ConjunctionTerm term)
    {
        foreach ((string field, BatchNorms known) in _norms)
        {
            if (string.Equals(field, term.Field, StringComparison.Ordinal)) return known;
        }

        BatchNorms norms = SearchMemory.Take<BatchNorms>().Set(term.Norms, BatchSize);
        _norms.Add((term.Field, norms));
        return norms;
    }

    private bool NextOverlap(LeafCollector collector, int max)
    {
        if (_filter is not null) _filter.MinScore = collector.MinCompetitiveScore;
        return _terms.Next(max, _filter);
    }

    private void Flush(LeafCollector collector)
    {
        if (_count == 0) return;
        ReadOnlySpan<int> docs = _docs.AsSpan(0, _count);
        Span<float> scores = _scores.AsSpan(0, _count);
        Span<double> sums = _sums.AsSpan(0, _count);
        sums.Clear();
        foreach ((_, BatchNorms norms) in _norms) norms.Read(docs);
        foreach (ConjunctionScores part in _scoring) part.AddTo(sums);
        for (int i = 0; i < scores.Length; i++) scores[i] = (float)sums[i];
        int count = collector.MinCompetitiveScore > 0 ? Competitive.Keep(docs, scores, collector.MinCompetitiveScore, _docs) : _count;
        _count = 0;
        if (count > 0) collector.Collect(docs[..count], scores[..count]);
    }
}
