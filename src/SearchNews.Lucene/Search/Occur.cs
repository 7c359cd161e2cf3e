namespace SearchNews.Lucene.Search;

/// <summary>What a clause of a <see cref="BooleanQuery"/> asks for.</summary>
public enum Occur
{
    /// <summary>Documents must match; adds to the score. Printed as <c>+</c>.</summary>
    Must,

    /// <summary>Documents must match; adds nothing to the score. Printed as <c>#</c>.</summary>
    Filter,

    /// <summary>Documents may match; adds to the score. Where no clause is required, at least one must match.</summary>
    Should,

    /// <summary>Documents must not match. Printed as <c>-</c>.</summary>
    MustNot,
}
