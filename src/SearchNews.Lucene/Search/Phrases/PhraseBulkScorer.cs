using SearchNews.Lucene.Codecs.Lucene80;
using SearchNews.Lucene.Codecs.Lucene84;
using SearchNews.Lucene.Index;
using SearchNews.Lucene.Search.Scorers;
using SearchNews.Lucene.Search.Similarities;
using SearchNews.Lucene.Util;

namespace SearchNews.Lucene.Search.Phrases;

/// <summary>
/// Collects the documents with an exact phrase: documents of all terms are found block against block, those that could not compete even if every occurrence of the rarest term began a phrase are left
/// out, and only for the rest are positions read. Scores are those of <see cref="PhraseScorer"/>.
/// </summary>
internal sealed class PhraseBulkScorer : BulkScorer
{
    private const int BlockSize = Lucene84PostingsFormat.BlockSize;
    private const int BatchSize = 2 * BlockSize;

    private readonly PostingsIntersection _terms = new();
    private readonly PhraseOccurrences _occurrences = new();
    private readonly BatchNorms _norms = new();
    private SimScorer _scorer = null!;
    private ImpactsBound? _bound;
    private LeadFilter? _filter;

    // The batch.
    private readonly int[] _docs = new int[BatchSize];
    private readonly int[] _freqs = new int[BatchSize];
    private readonly float[] _scores = new float[BatchSize];
    private int _count;
    private int _competitiveUpTo;

    /// <summary>Prepares a phrase in one segment.</summary>
    /// <param name="terms">At least two with their positions in the phrase; sorted here.</param>
    /// <param name="scorer">Scores frequency and norm.</param>
    /// <param name="norms">Norms of the field; null when there are none or scores are not asked for.</param>
    /// <param name="scoreMode">What is asked for.</param>
    public PhraseBulkScorer Set(List<PhraseTerm> terms, SimScorer scorer, NumericDocValues? norms, ScoreMode scoreMode)
    {
        terms.Sort(PhraseTerm.Order);
        bool skips = scoreMode == ScoreMode.TopScores;

        // A phrase occurs at most as often as each of its terms.
        _bound = skips ? SearchMemory.Take<ImpactsBound>().Set(terms[0].Postings, scorer, terms[0].State) : null;
        _filter = skips && norms is DenseByteNorms dense ? SearchMemory.Take<LeadFilter>().Set(terms[0].Postings, scorer, dense) : null;
        _terms.Set();
        foreach (PhraseTerm term in terms) _terms.Add(term.Postings);
        _occurrences.Set(terms);
        _scorer = scorer;
        _norms.Set(norms, BatchSize);
        _count = 0;
        _competitiveUpTo = -1;
        return this;
    }

    /// <inheritdoc/>
    public override int Score(LeafCollector collector, Bits? liveDocs, int min, int max)
    {
        _terms.Advance(min);
        while (_terms.Leave() < max)
        {
            float minScore = collector.MinCompetitiveScore;
            int end = max;
            if (minScore > 0 && _bound is not null && !MoveToCompetitiveBlock(minScore, ref end)) continue;
            if (_filter is not null) _filter.MinScore = minScore;
            if (!_terms.Next(end, _filter)) continue;
            if (liveDocs is not null) _terms.Keep(liveDocs, []);
            AddPhrases();
            if (_count > BatchSize - BlockSize) Flush(collector);
        }

        Flush(collector);
        return _terms.Leave();
    }

    /// <summary>Skips blocks of the rarest term that cannot reach the lowest score wanted; false when that led to another document.</summary>
    /// <param name="minScore">The score.</param>
    /// <param name="end">Lowered to the end of the block.</param>
    private bool MoveToCompetitiveBlock(float minScore, ref int end)
    {
        int doc = _terms.Leave();
        if (doc > _competitiveUpTo)
        {
            int target = _bound!.NextCompetitive(doc, minScore, out _competitiveUpTo);
            if (target > doc)
            {
                _terms.Advance(target);
                return false;
            }
        }

        if (_competitiveUpTo < end) end = _competitiveUpTo + 1;
        return true;
    }

    private void AddPhrases()
    {
        ReadOnlySpan<int> docs = _terms.Docs;
        for (int i = 0; i < docs.Length; i++)
        {
            int freq = _occurrences.Count(_terms, i);
            if (freq == 0) continue;
            _docs[_count] = docs[i];
            _freqs[_count++] = freq;
        }
    }

    private void Flush(LeafCollector collector)
    {
        if (_count == 0) return;
        Span<float> scores = _scores.AsSpan(0, _count);
        ReadOnlySpan<int> docs = _docs.AsSpan(0, _count);
        _norms.Read(docs);
        _scorer.Score(_freqs.AsSpan(0, _count), _norms.Bytes, scores);
        _count = 0;
        collector.Collect(docs, scores);
    }
}
