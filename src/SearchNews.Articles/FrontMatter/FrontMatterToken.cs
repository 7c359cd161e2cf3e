namespace SearchNews.Articles.FrontMatter;

/// <summary>Kinds of tokens that front matter is made of.</summary>
internal enum FrontMatterToken
{
    /// <summary>Before the first token, and after the last.</summary>
    None,

    /// <summary>A map begins; keys and values alternate until <see cref="MapEnd"/>.</summary>
    MapStart,

    /// <summary>The innermost map ends.</summary>
    MapEnd,

    /// <summary>A list begins.</summary>
    ListStart,

    /// <summary>The innermost list ends.</summary>
    ListEnd,

    /// <summary>A key, or a value that is text, a number, null ...</summary>
    Scalar,
}
