namespace SearchNews.Search.QuerySyntax;

/// <summary>What a clause demands.</summary>
internal enum ClauseKind
{
    /// <summary>Whatever the match policy says.</summary>
    Default,

    /// <summary>Must match: <c>+word</c>, or beside AND.</summary>
    Required,

    /// <summary>Must not match: <c>-word</c>, or NOT.</summary>
    Excluded,
}
