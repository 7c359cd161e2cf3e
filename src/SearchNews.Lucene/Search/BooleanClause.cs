namespace SearchNews.Lucene.Search;

/// <summary>One part of a <see cref="BooleanQuery"/>.</summary>
/// <param name="Query">What the clause matches.</param>
/// <param name="Occur">What is asked for.</param>
public sealed record BooleanClause(Query Query, Occur Occur)
{
    /// <summary>True when documents without it are left out.</summary>
    public bool IsRequired => Occur is Occur.Must or Occur.Filter;

    /// <summary>True when it adds to the score.</summary>
    public bool IsScoring => Occur is Occur.Must or Occur.Should;

    /// <inheritdoc/>
    public override string ToString() => Sign + Query;

    internal string Sign => Occur switch { Occur.Must => "+", Occur.Filter => "#", Occur.MustNot => "-", _ => "" };
}
