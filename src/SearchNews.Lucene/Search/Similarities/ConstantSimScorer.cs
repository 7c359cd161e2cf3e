namespace SearchNews.Lucene.Search.Similarities;

/// <summary>Gives every match the same score; zero where scores are not asked for.</summary>
internal sealed class ConstantSimScorer : SimScorer
{
    private readonly float _score;

    public ConstantSimScorer(float score) => _score = score;

    /// <summary>Scores nothing.</summary>
    public static ConstantSimScorer Zero { get; } = new(0f);

    /// <inheritdoc/>
    public override float Score(float freq, long norm) => _score;
}
