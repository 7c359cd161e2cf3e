namespace SearchNews.Search.Highlighting;

/// <summary>Where something is marked.</summary>
[Flags]
internal enum MarkedFields
{
    /// <summary>Nowhere.</summary>
    None = 0,

    /// <summary>In titles.</summary>
    Title = 1,

    /// <summary>In excerpts.</summary>
    Excerpt = 2,

    /// <summary>In both.</summary>
    Both = Title | Excerpt,
}
