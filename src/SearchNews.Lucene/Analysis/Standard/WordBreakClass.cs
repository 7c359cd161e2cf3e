namespace SearchNews.Lucene.Analysis.Standard;

/// <summary>
/// What a code point can do in a token: the Word_Break values of UAX #29, split and merged until StandardTokenizer treats
/// all code points of a class alike. The rows of <c>Tables/WordBreak.txt</c> bear these names.
/// </summary>
internal enum WordBreakClass : byte
{
    /// <summary>Never part of a token: white space, most punctuation and symbols, lone surrogates.</summary>
    Other,

    /// <summary><c>"</c>, kept between two Hebrew letters.</summary>
    DoubleQuote,

    /// <summary><c>#</c> and <c>*</c>, which a keycap may enclose.</summary>
    KeycapBase,

    /// <summary><c>'</c>, kept between letters or digits and after a Hebrew letter.</summary>
    SingleQuote,

    /// <summary><c>,</c> <c>;</c> and the like, kept between digits.</summary>
    MidNum,

    /// <summary><c>.</c>, typographic quotes and the like, kept between letters or digits.</summary>
    MidNumLet,

    /// <summary>Digits.</summary>
    Numeric,

    /// <summary>Letters of alphabets and syllabaries, Hangul included.</summary>
    Letter,

    /// <summary><c>:</c> <c>·</c> and the like, kept between letters.</summary>
    MidLetter,

    /// <summary><c>_</c> and other connectors.</summary>
    ExtendNumLet,

    /// <summary>Pictographs.</summary>
    Emoji,

    /// <summary>Marks and invisible characters that stick to what is before them.</summary>
    Extend,

    /// <summary>Hebrew letters.</summary>
    HebrewLetter,

    /// <summary>Letters of Thai, Lao, Khmer, Myanmar and others that are written without spaces.</summary>
    SoutheastAsian,

    /// <summary>Their marks: <see cref="Extend"/> elsewhere, a token of their own at a start.</summary>
    SoutheastAsianMark,

    /// <summary>U+200D zero width joiner.</summary>
    Joiner,

    /// <summary>U+20E3 enclosing keycap.</summary>
    Keycap,

    /// <summary>Pictographs that are letters as well, such as <c>ℹ</c> and <c>Ⓜ</c>.</summary>
    LetterEmoji,

    /// <summary>Pictographs that take a skin tone.</summary>
    EmojiBase,

    /// <summary>Chinese characters and Hiragana, each a token.</summary>
    Ideograph,

    /// <summary>Katakana, which form runs.</summary>
    Katakana,

    /// <summary>U+FE0E text style selector.</summary>
    TextStyle,

    /// <summary>U+FE0F emoji style selector.</summary>
    EmojiStyle,

    /// <summary>Half of a flag.</summary>
    RegionalIndicator,

    /// <summary>Skin tones.</summary>
    EmojiModifier,
}
