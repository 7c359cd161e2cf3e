namespace SearchNews.Articles.FrontMatter;

/// <summary>How a scalar of plain front matter is written.</summary>
internal enum PlainStyle : byte
{
    /// <summary>Not a scalar.</summary>
    None,

    /// <summary>A key without quotes.</summary>
    Key,

    /// <summary>A value without quotes, or one that is missing.</summary>
    Plain,

    /// <summary>In quotes, and what stands between them is the text.</summary>
    Quoted,

    /// <summary>In single quotes, with a quote within, written twice.</summary>
    Doubled,

    /// <summary>In double quotes, with escapes.</summary>
    Escaped,
}
