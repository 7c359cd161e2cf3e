using SearchNews.Lucene.Util;

namespace SearchNews.Lucene.Search.Scorers;

/// <summary>Collects the documents of one term, block by block; those that score too low for the collector are left out, whole blocks of them where the bounds say so.</summary>
internal sealed class TermBulkScorer : BulkScorer
{
    // Stands for scores where none are asked for.
    private static readonly float[] NoScores = new float[Codecs.Lucene84.Lucene84PostingsFormat.BlockSize];

    private readonly int[] _docs = new int[Codecs.Lucene84.Lucene84PostingsFormat.BlockSize];
    private TermBlocks _blocks = null!;
    private ImpactsBound? _bound;
    private bool _needsScores;

    /// <summary>Prepares collecting.</summary>
    /// <param name="blocks">The term's documents.</param>
    /// <param name="bound">Its bounds; null to look at every document.</param>
    /// <param name="scoreMode">What is asked for.</param>
    public TermBulkScorer Set(TermBlocks blocks, ImpactsBound? bound, ScoreMode scoreMode)
    {
        _blocks = blocks;
        _bound = bound;
        _needsScores = scoreMode.NeedsScores();
        return this;
    }

    /// <inheritdoc/>
    public override int Score(LeafCollector collector, Bits? liveDocs, int min, int max)
    {
        int next = _blocks.Advance(min);
        int competitiveUpTo = -1;
        while (next < max)
        {
            float minScore = collector.MinCompetitiveScore;
            if (_bound is not null && minScore > 0 && next > competitiveUpTo)
            {
                int target = _bound.NextCompetitive(next, minScore, out competitiveUpTo);
                if (target > next)
                {
                    next = _blocks.Advance(target);
                    continue;
                }
            }

            ReadOnlySpan<int> docs = _blocks.Peek(max);
            if (_needsScores) Collect(collector, liveDocs, docs, _blocks.Score(docs), minScore);
            else Collect(collector, liveDocs, docs, [], 0);
            _blocks.MoveBehind(docs);
            next = _blocks.DocId;
        }

        return next;
    }

    private void Collect(LeafCollector collector, Bits? liveDocs, ReadOnlySpan<int> docs, Span<float> scores, float minScore)
    {
        if (minScore > 0)
        {
            int count = Competitive.Keep(docs, scores, minScore, _docs);
            if (count == 0) return;
            docs = _docs.AsSpan(0, count);
            scores = scores[..count];
        }

        if (liveDocs is not null)
        {
            int count = Competitive.KeepLive(docs, scores, liveDocs, _docs);
            docs = _docs.AsSpan(0, count);
            if (_needsScores) scores = scores[..count];
        }

        collector.Collect(docs, _needsScores ? scores : NoScores.AsSpan(0, docs.Length));
    }
}
