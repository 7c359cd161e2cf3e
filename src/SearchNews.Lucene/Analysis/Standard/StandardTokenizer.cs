using System.Buffers;
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

    private static readonly SearchValues<char> AsciiLetters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

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
        if (text.Length >= MaxTokenLength)
            text = text[..(char.IsHighSurrogate(text[MaxTokenLength - 1]) ? MaxTokenLength - 1 : MaxTokenLength)];
        ReadOnlySpan<byte> transitions = WordBreakAutomaton.Transitions;
        ReadOnlySpan<byte> ascii = AsciiClasses;
        int state = (int)WordBreakState.Start;
        int match = 0;
        if (char.IsAsciiLetter(text[0]))
        {
            // Most tokens are this and no more.
            state = (int)WordBreakState.Letter;
            match = text.IndexOfAnyExcept(AsciiLetters);
            if (match < 0)
                return text.Length;
        }

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
}
