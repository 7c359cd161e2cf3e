using SearchNews.Lucene.Analysis.Tables;

namespace SearchNews.Lucene.Analysis;

/// <summary>Writes letters, digits and marks of the Latin script in ASCII: é as e, ß as ss, ① as 1; equal to Lucene's filter of that name.</summary>
public sealed class AsciiFoldingFilter : TokenFilter
{
    private const int MaxExpansion = 4;

    // What a character folds to, by the number the map gives it; 0 stands for characters that stay.
    private static readonly List<string> Foldings = [""];
    private static readonly CodePointMap<ushort> FoldingOf = new("AsciiFolding", NumberOf);

    private char[] _original = new char[64];

    /// <summary>Puts the filter behind <paramref name="input"/>.</summary>
    public AsciiFoldingFilter(TokenStream input)
        : base(input)
    {
    }

    /// <inheritdoc/>
    public override bool IncrementToken()
    {
        if (!Input.IncrementToken())
            return false;
        int first = Token.Term.IndexOfAnyExceptInRange('\0', '\x7F');
        if (first >= 0)
            Fold(first);
        return true;
    }

    private static ushort NumberOf(string folding)
    {
        int number = Foldings.LastIndexOf(folding);
        if (number < 0)
        {
            number = Foldings.Count;
            Foldings.Add(folding);
        }

        return (ushort)number;
    }

    private void Fold(int from)
    {
        int count = Token.Length - from;
        if (_original.Length < count)
            _original = new char[count * 2];
        Span<char> original = _original.AsSpan(0, count);
        Token.Term[from..].CopyTo(original);
        char[] buffer = Token.EnsureCapacity(from + (count * MaxExpansion));
        int length = from;
        foreach (char c in original)
        {
            int number = FoldingOf[c];
            if (number == 0)
            {
                buffer[length++] = c;
                continue;
            }

            string folding = Foldings[number];
            folding.CopyTo(buffer.AsSpan(length));
            length += folding.Length;
        }

        Token.Length = length;
    }
}
