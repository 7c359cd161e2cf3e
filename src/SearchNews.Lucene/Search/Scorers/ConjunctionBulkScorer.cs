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

    private readonly PostingsIntersection _terms;
    private readonly (ConjunctionScores Scores, int Term)[] _scoring;
    private readonly LeadFilter? _filter;
    private readonly BatchNorms[] _norms;
    private readonly DocCheck[] _checks;
    private readonly int[] _docs = new int[BatchSize];
    private readonly double[] _sums = new double[BatchSize];
    private readonly float[] _scores = new float[BatchSize];
    private int _count;

    /// <summary>Combines terms.</summary>
    /// <param name="terms">At least two, whose postings are in blocks; equally frequent ones are scored in this order.</param>
    /// <param name="checks">What else documents must pass.</param>
    /// <param name="scoreMode">What is asked for.</param>
    public ConjunctionBulkScorer(IEnumerable<ConjunctionTerm> terms, DocCheck[] checks, ScoreMode scoreMode)
    {
        ConjunctionTerm[] sorted = [.. terms.OrderBy(term => term.Postings.Cost)];
        BlockPostingsEnum[] postings = Array.ConvertAll(sorted, term => (BlockPostingsEnum)term.Postings);
        _terms = new PostingsIntersection(postings);
        if (scoreMode == ScoreMode.TopScores) _filter = GetFilter(sorted, postings);
        _checks = checks;
        var norms = new Dictionary<string, BatchNorms>(StringComparer.Ordinal);
        var scoring = new List<(ConjunctionScores, int)>();
        for (int i = 0; i < sorted.Length; i++)
        {
            if (sorted[i].Scorer is not { } scorer) continue;
            if (!norms.TryGetValue(sorted[i].Field, out BatchNorms? ofField)) norms[sorted[i].Field] = ofField = new BatchNorms(sorted[i].Norms, BatchSize);
            scoring.Add((new ConjunctionScores(postings[i], scorer, ofField, BatchSize), i));
        }

        _scoring = [.. scoring];
        _norms = [.. norms.Values];
    }

    /// <inheritdoc/>
    public override int Score(LeafCollector collector, Bits? liveDocs, int min, int max)
    {
        bool hasChecks = liveDocs is not null || _checks.Length > 0;
        _terms.Advance(min);
        while (NextOverlap(collector, max))
        {
            if (hasChecks) _terms.Keep(liveDocs, _checks);
            ReadOnlySpan<int> docs = _terms.Docs;
            if (docs.IsEmpty) continue;
            docs.CopyTo(_docs.AsSpan(_count));
            foreach ((ConjunctionScores scores, int term) in _scoring) scores.Keep(_terms.PlacesOf(term), _count);
            _count += docs.Length;
            if (_count > BatchSize - BlockSize) Flush(collector);
        }

        Flush(collector);
        return _terms.Leave();
    }

    private static LeadFilter? GetFilter(ConjunctionTerm[] terms, BlockPostingsEnum[] postings)
    {
        // Documents are told apart by the norms of the rarest term that scores.
        int first = Array.FindIndex(terms, term => term.Scorer is not null);
        if (first < 0 || terms[first].Norms is not DenseByteNorms norms) return null;
        var others = new List<FreqCeiling>();
        for (int i = 1; i < terms.Length; i++)
        {
            if (terms[i].Scorer is { } scorer)
                others.Add(new FreqCeiling(postings[i], scorer, terms[i].State, string.Equals(terms[i].Field, terms[first].Field, StringComparison.Ordinal)));
        }

        return new LeadFilter(postings[0], terms[0].Scorer, norms, [.. others]);
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
        foreach (BatchNorms norms in _norms) norms.Read(docs);
        foreach ((ConjunctionScores part, _) in _scoring) part.AddTo(sums);
        for (int i = 0; i < scores.Length; i++) scores[i] = (float)sums[i];
        int count = collector.MinCompetitiveScore > 0 ? Competitive.Keep(docs, scores, collector.MinCompetitiveScore, _docs) : _count;
        _count = 0;
        if (count > 0) collector.Collect(docs[..count], scores[..count]);
    }
}
