using SearchNews.Lucene.Analysis.Tables;

namespace SearchNews.Lucene.Analysis.Standard;

/// <summary>
/// Splits text into words, numbers, single ideographs and pictographs by the word rules of UAX #29, Unicode 9; equal to
/// the StandardTokenizer of Lucene 8 in terms and offsets.
/// </summary>
/// <remarks>
/// A token is the longest match from where it starts, of at most <see cref="MaxTokenLength"/> UTF-16 units; what is longer
/// goes on in the next token. What begins no token is skipped.
/// </remarks>
public sealed class StandardTokenizer : Tokenizer
{
    /// <summary>Most UTF-16 units of a token.</summary>
    public const int MaxTokenLength = 255;

    private static readonly CodePointMap<byte> Classes = new("WordBreak", static name => (byte)Enum.Parse<WordBreakClass>(name));
    private static readonly byte[] AsciiClasses = [.. Enumerable.Range(0, 128).Select(static c => Classes[c])];
    private static readonly byte[] AsciiRoles = [.. AsciiClasses.Select(static c => (byte)RoleOf(c))];

    private int _position;

    /// <summary>Creates the head of a chain, with a char filter in front of it or none.</summary>
    public StandardTokenizer(CharFilter? charFilter = null)
        : base(charFilter)
    {
    }

    /// <inheritdoc/>
    public override void Reset() => _position = 0;

    /// <inheritdoc/>
    public override bool IncrementToken()
    {
        ReadOnlySpan<char> text = Text;
        for (int start = _position; start < text.Length; start++)
        {
            int length = LongestMatch(text[start..]);
            if (length == 0)
                continue;
            _position = start + length;
            Token.Set(text.Slice(start, length), CorrectOffset(start), CorrectOffset(start + length));
            return true;
        }

        _position = text.Length;
        return false;
    }

    /// <summary>Units of the longest token at the start of the text; 0 when none starts there.</summary>
    private static int LongestMatch(ReadOnlySpan<char> text)
    {
        // Nearly all tokens are ASCII letters and digits up to a character that never joins them to anything.
        ReadOnlySpan<byte> roles = AsciiRoles;
        int run = 0;
        while (run < text.Length && run <= MaxTokenLength && text[run] < roles.Length && roles[text[run]] == (byte)Role.Word)
            run++;
        if (run > MaxTokenLength)
            return LongestMatch(text, 0);
        return run == text.Length || (text[run] < roles.Length && roles[text[run]] == (byte)Role.Separator) ? run : LongestMatch(text, run);
    }

    /// <summary>As above, by the rules in full.</summary>
    /// <param name="text">The text.</param>
    /// <param name="match">How many ASCII letters and digits it starts with; or 0.</param>
    private static int LongestMatch(ReadOnlySpan<char> text, int match)
    {
        if (text.Length >= MaxTokenLength)
            text = text[..(char.IsHighSurrogate(text[MaxTokenLength - 1]) ? MaxTokenLength - 1 : MaxTokenLength)];
        ReadOnlySpan<byte> transitions = WordBreakAutomaton.Transitions;
        ReadOnlySpan<byte> ascii = AsciiClasses;
        int state = (int)WordBreakState.Start;
        if (match > 0)
            state = (int)(char.IsAsciiDigit(text[match - 1]) ? WordBreakState.Number : WordBreakState.Letter);

        for (int i = match; i < text.Length;)
        {
            int c = text[i++];
            int charClass;
            if (c < ascii.Length)
            {
                charClass = ascii[c];
            }
            else
            {
                if (char.IsHighSurrogate((char)c) && i < text.Length && char.IsLowSurrogate(text[i]))
                    c = char.ConvertToUtf32((char)c, text[i++]);
                charClass = Classes[c];
            }

            state = transitions[(state << WordBreakAutomaton.ClassBits) | charClass];
            if (state >= (int)WordBreakState.Number)
                match = i;
            else if (state == (int)WordBreakState.None)
                break;
        }

        return match;
    }

    private static Role RoleOf(byte charClass)
    {
        if (charClass is (byte)WordBreakClass.Letter or (byte)WordBreakClass.Numeric)
            return Role.Word;
        bool joins = Joins(WordBreakState.Start, charClass) || Joins(WordBreakState.Letter, charClass) || Joins(WordBreakState.Number, charClass);
        return joins ? Role.Other : Role.Separator;
    }

    private static bool Joins(WordBreakState state, byte charClass) =>
        WordBreakAutomaton.Transitions[((int)state << WordBreakAutomaton.ClassBits) | charClass] != (byte)WordBreakState.None;

    /// <summary>What an ASCII character is where a token starts, and behind letters and digits.</summary>
    private enum Role : byte
    {
        /// <summary>It may be part of a token, depending on what else there is.</summary>
        Other,

        /// <summary>A letter or digit: always part of a token.</summary>
        Word,

        /// <summary>Never part of a token.</summary>
        Separator,
    }
}
