using S = SearchNews.Lucene.Analysis.Standard.WordBreakState;

namespace SearchNews.Lucene.Analysis.Standard;

/// <summary>
/// Which sequences of <see cref="WordBreakClass"/> are a token: the word rules of UAX #29 (WB3 to WB16, Unicode 9) as
/// Lucene's StandardTokenizer understands them.
/// </summary>
/// <remarks>
/// Measured: <c>tests/oracle/src/WordBreakStates.java</c> asks for all sequences that tell two states apart and prints the
/// smallest automaton; the rules below are that automaton with names. Where UAX #29 and the measurement differ (a quote
/// between Hebrew letters, joiners before pictographs) the measurement counts. Immutable and shared.
/// </remarks>
internal static class WordBreakAutomaton
{
    /// <summary>Bits of a class in the index of a transition.</summary>
    public const int ClassBits = 5;

    private const int States = (int)S.LetterEmojiStyledJoiners + 1;

    // Sets of classes, one bit for each. Marks, Joiner and the two styles are what UAX #29 calls Extend, Format and ZWJ;
    // they stick to what is before them (WB4), except where pictographs make a difference between them.
    private const uint DoubleQuote = 1u << (int)WordBreakClass.DoubleQuote;
    private const uint KeycapBase = 1u << (int)WordBreakClass.KeycapBase;
    private const uint SingleQuote = 1u << (int)WordBreakClass.SingleQuote;
    private const uint MidNum = 1u << (int)WordBreakClass.MidNum;
    private const uint MidNumLet = 1u << (int)WordBreakClass.MidNumLet;
    private const uint Numeric = 1u << (int)WordBreakClass.Numeric;
    private const uint Letter = 1u << (int)WordBreakClass.Letter;
    private const uint MidLetter = 1u << (int)WordBreakClass.MidLetter;
    private const uint ExtendNumLet = 1u << (int)WordBreakClass.ExtendNumLet;
    private const uint Emoji = 1u << (int)WordBreakClass.Emoji;
    private const uint Extend = 1u << (int)WordBreakClass.Extend;
    private const uint HebrewLetter = 1u << (int)WordBreakClass.HebrewLetter;
    private const uint SoutheastAsian = 1u << (int)WordBreakClass.SoutheastAsian;
    private const uint SoutheastAsianMark = 1u << (int)WordBreakClass.SoutheastAsianMark;
    private const uint Joiner = 1u << (int)WordBreakClass.Joiner;
    private const uint Keycap = 1u << (int)WordBreakClass.Keycap;
    private const uint LetterEmoji = 1u << (int)WordBreakClass.LetterEmoji;
    private const uint EmojiBase = 1u << (int)WordBreakClass.EmojiBase;
    private const uint Ideograph = 1u << (int)WordBreakClass.Ideograph;
    private const uint Katakana = 1u << (int)WordBreakClass.Katakana;
    private const uint TextStyle = 1u << (int)WordBreakClass.TextStyle;
    private const uint EmojiStyle = 1u << (int)WordBreakClass.EmojiStyle;
    private const uint RegionalIndicator = 1u << (int)WordBreakClass.RegionalIndicator;
    private const uint EmojiModifier = 1u << (int)WordBreakClass.EmojiModifier;
    private const uint Marks = Extend | SoutheastAsianMark | Keycap;
    private const uint Sticky = Marks | Joiner | TextStyle | EmojiStyle;

    private static readonly byte[] Table = Build();

    /// <summary>The state after one more code point: <c>Transitions[(state &lt;&lt; ClassBits) | class]</c>.</summary>
    public static ReadOnlySpan<byte> Transitions => Table;

    private static byte[] Build()
    {
        byte[] table = new byte[States << ClassBits];
        Words(table);
        EastAsia(table);
        KeycapsAndFlags(table);
        Pictographs(table);
        PictographsThatAreLetters(table);
        return table;
    }

    // Letters and digits join (WB5, WB8 to WB10), connectors join all (WB13a, WB13b), and the characters for the middle
    // are kept between two letters (WB6, WB7) or two digits (WB11, WB12).
    private static void Words(byte[] table)
    {
        InWord(table, S.Start);
        On(table, S.Start, ExtendNumLet, S.Connectors);
        InWord(table, S.Connectors);
        On(table, S.Connectors, ExtendNumLet | Sticky, S.Connectors);
        On(table, S.Connectors, Katakana, S.Katakana);
        InWord(table, S.WordConnectors);
        On(table, S.WordConnectors, Sticky, S.WordConnectors);
        On(table, S.WordConnectors, Katakana, S.Katakana);

        InWord(table, S.Number);
        On(table, S.Number, Sticky, S.Number);
        On(table, S.Number, SingleQuote | MidNum | MidNumLet, S.NumberMid);
        On(table, S.NumberMid, Sticky, S.NumberMid);
        On(table, S.NumberMid, Numeric, S.Number);

        InWord(table, S.Letter);
        On(table, S.Letter, Sticky, S.Letter);
        On(table, S.Letter, SingleQuote | MidNumLet | MidLetter, S.LetterMid);
        On(table, S.LetterMid, Sticky, S.LetterMid);
        On(table, S.LetterMid, Letter | HebrewLetter | LetterEmoji, S.Letter);

        // WB7a to WB7c. After letter, double quote, letter, the middle characters no longer join.
        InWord(table, S.Hebrew);
        On(table, S.Hebrew, Sticky, S.Hebrew);
        On(table, S.Hebrew, MidNumLet | MidLetter, S.LetterMid);
        On(table, S.Hebrew, DoubleQuote, S.HebrewDoubleQuote);
        On(table, S.Hebrew, SingleQuote, S.HebrewQuote);
        On(table, S.HebrewDoubleQuote, Sticky, S.HebrewDoubleQuote);
        On(table, S.HebrewDoubleQuote, HebrewLetter, S.HebrewQuote);
        InWord(table, S.HebrewQuote);
        On(table, S.HebrewQuote, Sticky, S.HebrewQuote);
    }

    private static void EastAsia(byte[] table)
    {
        On(table, S.Start, Katakana, S.Katakana);
        On(table, S.Katakana, Katakana | Sticky, S.Katakana);
        On(table, S.Katakana, ExtendNumLet, S.WordConnectors);
        On(table, S.Start, Ideograph, S.Ideograph);
        On(table, S.Ideograph, Sticky, S.Ideograph);
        On(table, S.Start, SoutheastAsian | SoutheastAsianMark, S.SoutheastAsian);
        On(table, S.SoutheastAsian, SoutheastAsian | Sticky, S.SoutheastAsian);
    }

    // A keycap or a flag that is complete takes no more than an ideograph does.
    private static void KeycapsAndFlags(byte[] table)
    {
        On(table, S.Start, KeycapBase, S.KeycapBase);
        On(table, S.KeycapBase, Extend | SoutheastAsianMark | Joiner, S.KeycapBase);
        On(table, S.KeycapBase, Keycap, S.Keycap);
        On(table, S.KeycapBase, EmojiStyle, S.KeycapBaseStyled);
        On(table, S.KeycapBaseStyled, Keycap, S.StyledKeycap);
        On(table, S.StyledKeycap, Marks | Joiner, S.StyledKeycap);
        On(table, S.Keycap, Marks | Joiner, S.Keycap);
        On(table, S.Keycap, EmojiStyle, S.KeycapBaseStyled);

        On(table, S.Start, RegionalIndicator, S.HalfFlag);
        On(table, S.HalfFlag, Sticky, S.HalfFlag);
        On(table, S.HalfFlag, RegionalIndicator, S.Ideograph);
    }

    private static void Pictographs(byte[] table)
    {
        AfterJoiner(table, S.Start);
        On(table, S.Start, EmojiModifier, S.ModifiedEmoji);
        On(table, S.Start, Joiner, S.LeadingJoiner);
        AfterJoiner(table, S.LeadingJoiner);
        On(table, S.LeadingJoiner, Joiner, S.LeadingJoiner);

        On(table, S.Emoji, Marks, S.Emoji);
        On(table, S.Emoji, Joiner, S.EmojiJoiner);
        On(table, S.Emoji, EmojiStyle, S.EmojiStyled);
        AfterJoiner(table, S.EmojiJoiner);
        On(table, S.EmojiJoiner, Marks, S.Emoji);
        On(table, S.EmojiJoiner, Joiner, S.EmojiJoiner);
        On(table, S.EmojiJoiner, EmojiModifier, S.ModifiedEmoji);
        On(table, S.EmojiJoiner, EmojiStyle, S.EmojiStyled);
        On(table, S.EmojiStyled, Joiner, S.EmojiStyledJoiner);
        AfterJoiner(table, S.EmojiStyledJoiner);
        On(table, S.EmojiStyledJoiner, EmojiModifier, S.ModifiedEmoji);
        On(table, S.EmojiStyledJoiner, Joiner, S.LeadingJoiner);

        On(table, S.EmojiBase, Marks, S.EmojiBase);
        On(table, S.EmojiBase, Joiner, S.EmojiBaseJoiner);
        On(table, S.EmojiBase, EmojiModifier, S.ModifiedEmoji);
        On(table, S.EmojiBase, EmojiStyle, S.EmojiStyled);
        AfterJoiner(table, S.EmojiBaseJoiner);
        On(table, S.EmojiBaseJoiner, Marks, S.EmojiBase);
        On(table, S.EmojiBaseJoiner, Joiner, S.EmojiBaseJoiner);
        On(table, S.EmojiBaseJoiner, EmojiModifier, S.ModifiedEmoji);
        On(table, S.EmojiBaseJoiner, EmojiStyle, S.EmojiStyled);

        On(table, S.ModifiedEmoji, Marks, S.ModifiedEmoji);
        On(table, S.ModifiedEmoji, Joiner, S.ModifiedEmojiJoiner);
        AfterJoiner(table, S.ModifiedEmojiJoiner);
        On(table, S.ModifiedEmojiJoiner, Marks | EmojiModifier, S.ModifiedEmoji);
        On(table, S.ModifiedEmojiJoiner, Joiner, S.ModifiedEmojiJoiner);
    }

    // Both a word and a pictograph, until something decides which.
    private static void PictographsThatAreLetters(byte[] table)
    {
        On(table, S.Start, LetterEmoji, S.LetterEmoji);
        foreach (S state in (ReadOnlySpan<S>)[S.LetterEmoji, S.LetterEmojiJoiner, S.LetterEmojiStyled, S.LetterEmojiStyledJoiner, S.LetterEmojiStyledJoiners])
        {
            InWord(table, state);
            On(table, state, SingleQuote | MidNumLet | MidLetter, S.LetterMid);
            On(table, state, TextStyle, S.Letter);
        }

        On(table, S.LetterEmoji, Marks, S.LetterEmoji);
        On(table, S.LetterEmoji, Joiner, S.LetterEmojiJoiner);
        On(table, S.LetterEmoji, EmojiStyle, S.LetterEmojiStyled);
        On(table, S.LetterEmojiJoiner, Emoji, S.Emoji);
        On(table, S.LetterEmojiJoiner, EmojiBase, S.EmojiBase);
        On(table, S.LetterEmojiJoiner, EmojiModifier, S.ModifiedEmoji);
        On(table, S.LetterEmojiJoiner, Marks | LetterEmoji, S.LetterEmoji);
        On(table, S.LetterEmojiJoiner, Joiner, S.LetterEmojiJoiner);
        On(table, S.LetterEmojiJoiner, EmojiStyle, S.LetterEmojiStyled);

        On(table, S.LetterEmojiStyled, Marks | EmojiStyle, S.Letter);
        On(table, S.LetterEmojiStyled, Joiner, S.LetterEmojiStyledJoiner);
        foreach (S state in (ReadOnlySpan<S>)[S.LetterEmojiStyledJoiner, S.LetterEmojiStyledJoiners])
        {
            On(table, state, Marks | EmojiStyle, S.Letter);
            On(table, state, Emoji, S.Emoji);
            On(table, state, EmojiBase, S.EmojiBase);
            On(table, state, LetterEmoji, S.LetterEmoji);
            On(table, state, Joiner, S.LetterEmojiStyledJoiners);
        }

        On(table, S.LetterEmojiStyledJoiner, EmojiModifier, S.ModifiedEmoji);
    }

    private static void InWord(byte[] table, S from)
    {
        On(table, from, Numeric, S.Number);
        On(table, from, Letter | LetterEmoji, S.Letter);
        On(table, from, HebrewLetter, S.Hebrew);
        On(table, from, ExtendNumLet, S.WordConnectors);
    }

    private static void AfterJoiner(byte[] table, S from)
    {
        On(table, from, Emoji | LetterEmoji, S.Emoji);
        On(table, from, EmojiBase, S.EmojiBase);
    }

    private static void On(byte[] table, S from, uint classes, S to)
    {
        for (int c = 0; c < 1 << ClassBits; c++)
        {
            if ((classes >> c & 1) != 0)
                table[((int)from << ClassBits) | c] = (byte)to;
        }
    }
}
