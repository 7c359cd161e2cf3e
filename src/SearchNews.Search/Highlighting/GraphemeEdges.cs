using System.Globalization;

namespace SearchNews.Search.Highlighting;

/// <summary>Where characters as people see them (extended grapheme clusters of UAX #29) begin and end in text.</summary>
internal static class GraphemeEdges
{
    /// <summary>Combining marks begin here.</summary>
    private const char FirstMark = '\u0300';

    /// <summary>The last edge that is not after an index.</summary>
    public static int AtOrBefore(ReadOnlySpan<char> text, int index) => Around(text, index).Before;

    /// <summary>The first edge that is not before an index.</summary>
    public static int AtOrAfter(ReadOnlySpan<char> text, int index) => Around(text, index).After;

    private static (int Before, int After) Around(ReadOnlySpan<char> text, int index)
    {
        if (IsCertain(text, index)) return (index, index);

        // Clusters are told from an edge on, so the nearest one that is certain.
        int edge = index - 1;
        while (!IsCertain(text, edge)) edge--;
        while (true)
        {
            int next = edge + StringInfo.GetNextTextElementLength(text[edge..]);
            if (next == index) return (index, index);
            if (next > index) return (edge, next);
            edge = next;
        }
    }

    /// <summary>True where two units are of two characters whatever else is there.</summary>
    private static bool IsCertain(ReadOnlySpan<char> text, int index)
    {
        if (index == 0 || index == text.Length) return true;
        char before = text[index - 1];
        char after = text[index];
        if (after < FirstMark) return before != '\r' && before < FirstMark;
        return (before < 0x80 || (before is >= '\u3040' and <= '\u9FFF')) && IsBase(after);
    }

    /// <summary>True for what never continues the character before it.</summary>
    private static bool IsBase(char c) => c is not ('\u0E33' or '\u0EB3') && char.GetUnicodeCategory(c) is not
        (UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format
        or UnicodeCategory.Surrogate or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse);
}
