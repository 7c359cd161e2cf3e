namespace SearchNews.Lucene.Search;

/// <summary>A boolean query was given more clauses than <see cref="BooleanQuery.MaxClauseCount"/>, which guards time and memory.</summary>
public sealed class TooManyClausesException : InvalidOperationException
{
    /// <summary>Says what the limit is.</summary>
    public TooManyClausesException()
        : base($"A boolean query can have at most {BooleanQuery.MaxClauseCount} clauses; use fewer words or a filter.")
    {
    }
}
