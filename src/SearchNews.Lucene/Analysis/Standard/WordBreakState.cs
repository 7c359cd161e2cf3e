namespace SearchNews.Lucene.Analysis.Standard;

/// <summary>
/// How far a token has come. From <see cref="Number"/> on the text so far is a token; before, it needs something more.
/// </summary>
internal enum WordBreakState : byte
{
    /// <summary>Nothing that begins with the text so far is a token.</summary>
    None,
    Start,
    Connectors,
    NumberMid,
    LetterMid,
    HebrewDoubleQuote,
    KeycapBase,
    KeycapBaseStyled,
    HalfFlag,
    LeadingJoiner,
    EmojiStyledJoiner,

    /// <summary>The first state that accepts.</summary>
    Number,
    Letter,
    Hebrew,
    HebrewQuote,
    WordConnectors,
    Katakana,
    Ideograph,
    SoutheastAsian,
    Keycap,
    StyledKeycap,
    Emoji,
    EmojiJoiner,
    EmojiStyled,
    EmojiBase,
    EmojiBaseJoiner,
    ModifiedEmoji,
    ModifiedEmojiJoiner,
    LetterEmoji,
    LetterEmojiJoiner,
    LetterEmojiStyled,
    LetterEmojiStyledJoiner,
    LetterEmojiStyledJoiners,
}
