namespace SearchNews.Lucene.Search.QueryParsing;

/// <summary>The kinds of tokens of the classic query syntax.</summary>
internal enum ClassicTokenKind
{
    /// <summary>The end of the text.</summary>
    End,

    /// <summary><c>AND</c>, <c>&amp;&amp;</c>.</summary>
    And,

    /// <summary><c>OR</c>, <c>||</c>.</summary>
    Or,

    /// <summary><c>NOT</c>, <c>!</c>.</summary>
    Not,

    /// <summary><c>+</c>.</summary>
    Plus,

    /// <summary><c>-</c>.</summary>
    Minus,

    /// <summary><c>+</c>, <c>-</c> or <c>!</c> with white space behind it: a word.</summary>
    BareOperator,

    /// <summary><c>(</c>.</summary>
    Open,

    /// <summary><c>)</c>.</summary>
    Close,

    /// <summary><c>:</c>.</summary>
    Colon,

    /// <summary><c>*</c> alone.</summary>
    Star,

    /// <summary><c>^</c> and the number behind it; the text is the number.</summary>
    Boost,

    /// <summary>Text in double quotes; the text is what is between them, still escaped.</summary>
    Quoted,

    /// <summary>A word, still escaped.</summary>
    Term,

    /// <summary><c>~</c> and what stands right behind it, meant to be a number; the text is without the sign.</summary>
    Tilde,

    /// <summary>A word with one star, at its end; the text is without the star.</summary>
    Prefix,

    /// <summary>A word with wildcards elsewhere.</summary>
    Wildcard,

    /// <summary>Text between slashes.</summary>
    Regexp,

    /// <summary><c>[</c>.</summary>
    RangeOpenInclusive,

    /// <summary><c>{</c>.</summary>
    RangeOpenExclusive,

    /// <summary><c>]</c>.</summary>
    RangeCloseInclusive,

    /// <summary><c>}</c>.</summary>
    RangeCloseExclusive,

    /// <summary><c>TO</c> within a range.</summary>
    RangeTo,

    /// <summary>A quoted end of a range; the text is what is between the quotes.</summary>
    RangeQuoted,

    /// <summary>An end of a range.</summary>
    RangeWord,
}
