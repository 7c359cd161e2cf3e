namespace SearchNews.Search.QuerySyntax;

/// <summary>Kinds of tokens of the query syntax.</summary>
internal enum QueryTokenKind
{
    /// <summary>A word, perhaps with <c>*</c> or <c>~</c> at its end.</summary>
    Word,

    /// <summary>Text in quotes.</summary>
    Phrase,

    /// <summary>A known field name and its colon.</summary>
    Field,

    /// <summary><c>(</c></summary>
    Open,

    /// <summary><c>)</c></summary>
    Close,

    /// <summary><c>+</c> before something.</summary>
    Plus,

    /// <summary><c>-</c> before something, or NOT.</summary>
    Minus,

    /// <summary>AND</summary>
    And,

    /// <summary>OR</summary>
    Or,
}
