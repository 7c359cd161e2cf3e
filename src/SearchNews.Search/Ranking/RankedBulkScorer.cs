using SearchNews.Lucene.Search;
using SearchNews.Lucene.Util;

namespace SearchNews.Search.Ranking;

/// <summary>The scorer of <see cref="RankedQuery"/> in bulk: the text is scored in bulk, and what that finds is added to on its way to the collector. Belongs to one thread.</summary>
/// <remarks>
/// Bonuses are much of what may be added to a text score, so that with them nearly every text score is high enough. But documents that lack words of the query get little of them, and where any word will do, nearly
/// all lack some. Runs of those have a scorer of their own, which demands more of the text, and so skips most of them.
/// </remarks>
internal sealed class RankedBulkScorer : BulkScorer
{
    // A shorter run is not worth a call of its own; where runs are short, they are looked for ever less often.
    private const int MinRun = 64;
    private const int MaxRun = 1 << 13;

    private readonly BulkScorer _text;
    private readonly Func<BulkScorer> _makeText;
    private readonly RankedScores _scores;
    private AddingCollector? _adding;
    private BulkScorer? _textInPart;
    private AddingCollector? _addingInPart;
    private int _run = MinRun;

    /// <summary>Creates a scorer.</summary>
    /// <param name="text">Scores the text.</param>
    /// <param name="makeText">Makes another that does so, from the first document on.</param>
    /// <param name="scores">What is added.</param>
    public RankedBulkScorer(BulkScorer text, Func<BulkScorer> makeText, RankedScores scores) => (_text, _makeText, _scores) = (text, makeText, scores);

    /// <inheritdoc/>
    public override int Score(LeafCollector collector, Bits? liveDocs, int min, int max)
    {
        if (!_scores.HasParts) return ScoreWhole(collector, liveDocs, min, max);
        while (min < max && !collector.IsTerminated)
        {
            int whole = collector.MinCompetitiveScore > 0 ? _scores.NextWhole(min) : min;
            if (whole - min >= MinRun)
            {
                // What the scorer skips behind the run may well compete there, so that this is where it ends.
                int end = Math.Min(whole, max);
                ScorePart(collector, liveDocs, min, end);
                min = end;
                _run = MinRun;
            }
            else
            {
                min = ScoreWhole(collector, liveDocs, min, (int)Math.Min(max, (long)min + _run));
                _run = Math.Min(2 * _run, MaxRun);
            }
        }

        return min;
    }

    /// <inheritdoc/>
    public override void Release()
    {
        _text.Release();
        _textInPart?.Release();
    }

    private int ScoreWhole(LeafCollector collector, Bits? liveDocs, int min, int max)
    {
        if (_adding?.Target != collector) _adding = new AddingCollector(collector, _scores, inPart: false);
        _adding.Follow();
        return _text.Score(_adding, liveDocs, min, max);
    }

    private void ScorePart(LeafCollector collector, Bits? liveDocs, int min, int max)
    {
        _textInPart ??= _makeText();
        if (_addingInPart?.Target != collector) _addingInPart = new AddingCollector(collector, _scores, inPart: true);
        _addingInPart.Follow();
        _textInPart.Score(_addingInPart, liveDocs, min, max);
    }
}
