namespace SearchNews.Articles.FrontMatter;

/// <summary>Whether a file has front matter.</summary>
internal enum FrontMatterStatus
{
    /// <summary>The first line does not open one.</summary>
    Missing,

    /// <summary>Opened and never closed.</summary>
    NotClosed,

    /// <summary>Opened and closed.</summary>
    Found,
}
