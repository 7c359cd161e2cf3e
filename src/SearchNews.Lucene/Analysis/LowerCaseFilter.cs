using System.Buffers;
using System.Text;
using SearchNews.Lucene.Analysis.Tables;

namespace SearchNews.Lucene.Analysis;

/// <summary>Lower-cases each code point by itself, as Java's <c>Character.toLowerCase(int)</c> does: no context, no change of length.</summary>
/// <remarks>
/// The mapping is a table of this assembly, not the one of the runtime, so that terms already in an index stay findable
/// after the runtime learns new letters.
/// </remarks>
public sealed class LowerCaseFilter : TokenFilter
{
    // Distance from a code point to its lower case, modulo 2^16: no letter's lower case is in another plane.
    private static readonly CodePointMap<ushort> Distances = new("LowerCase", static name => unchecked((ushort)int.Parse(name)));

    /// <summary>Puts the filter behind <paramref name="input"/>.</summary>
    public LowerCaseFilter(TokenStream input)
        : base(input)
    {
    }

    /// <inheritdoc/>
    public override bool IncrementToken()
    {
        if (!Input.IncrementToken())
            return false;
        ToLower(Token.Buffer.AsSpan(0, Token.Length));
        return true;
    }

    private static void ToLower(Span<char> term)
    {
        if (Ascii.ToLowerInPlace(term, out int done) == OperationStatus.Done)
            return;
        for (int i = done; i < term.Length; i++)
        {
            if (!char.IsHighSurrogate(term[i]) || i + 1 == term.Length || !char.IsLowSurrogate(term[i + 1]))
            {
                term[i] += (char)Distances[term[i]];
                continue;
            }

            int codePoint = char.ConvertToUtf32(term[i], term[i + 1]);
            int lower = (codePoint & ~0xFFFF) | (ushort)(codePoint + Distances[codePoint]);
            new Rune(lower).EncodeToUtf16(term[i++..]);
        }
    }
}
