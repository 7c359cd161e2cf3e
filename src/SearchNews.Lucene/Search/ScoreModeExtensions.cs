namespace SearchNews.Lucene.Search;

/// <summary>Questions about a <see cref="ScoreMode"/>.</summary>
public static class ScoreModeExtensions
{
    /// <summary>True when scores are wanted.</summary>
    public static bool NeedsScores(this ScoreMode mode) => mode != ScoreMode.CompleteNoScores;
}
