using SearchNews.Lucene.Search;

namespace SearchNews.Search.Ranking;

/// <summary>Adds bonuses and priors to text scores on their way to a collector, and turns the lowest score it wants into one of the text. Belongs to one thread.</summary>
internal sealed class AddingCollector : LeafCollector
{
    private readonly RankedScores _scores;
    private readonly bool _inPart;

    /// <summary>Creates a collector.</summary>
    /// <param name="target">Takes the documents.</param>
    /// <param name="scores">What is added.</param>
    /// <param name="inPart">True when only documents come that lack words of the query.</param>
    public AddingCollector(LeafCollector target, RankedScores scores, bool inPart)
    {
        Target = target;
        _scores = scores;
        _inPart = inPart;
    }

    /// <summary>Takes the documents.</summary>
    public LeafCollector Target { get; }

    /// <summary>Takes up what the collector wants by now; to be called before each run of documents.</summary>
    public void Follow()
    {
        IsTerminated = Target.IsTerminated;
        float least = _inPart ? _scores.LeastTextInPart(Target.MinCompetitiveScore) : _scores.LeastText(Target.MinCompetitiveScore);
        if (least > MinCompetitiveScore) MinCompetitiveScore = least;
    }

    /// <inheritdoc/>
    public override void Collect(int doc, float score)
    {
        float ranked = _inPart ? _scores.InPart(doc, score, Target.MinKeptScore) : _scores.Of(doc, score, Target.MinKeptScore);
        if (ranked < Target.MinCompetitiveScore) return;
        Target.Collect(doc, ranked);
        Follow();
    }
}
