using System.Buffers;

namespace SearchNews.Search.QuerySyntax;

/// <summary>Lucene's weight or nearness at the end of a word, such as <c>azure^2</c> or <c>azure~0.8</c>, which this syntax does not have.</summary>
internal static class WordFactor
{
    private static readonly SearchValues<char> Number = SearchValues.Create("0123456789.");

    /// <summary>Where the factors of a word begin; its length when it has none. <c>~</c>, <c>~1</c> and <c>~2</c> ask for spelling variants and are none.</summary>
    public static int IndexIn(ReadOnlySpan<char> word)
    {
        int end = word.Length;
        while (true)
        {
            ReadOnlySpan<char> left = word[..end];
            int sign = left.LastIndexOfAny('^', '~');
            if (sign <= 0 || left[(sign + 1)..].IndexOfAnyExcept(Number) >= 0 || left[sign..] is "~" or "~1" or "~2") return end;
            if (left[..sign].IndexOfAnyExcept('^', '~') < 0) return end;
            end = sign;
        }
    }

    /// <summary>What to tell the user.</summary>
    public static string Warning(string factor) => $"'{factor}' is not understood and left out: words have no weight, and phrases no distance.";
}
