namespace SearchNews.Search.Suggesting;

/// <summary>
/// Whether a word begins, one edit aside, with what was typed: a letter too many, too few, another one, or two neighbours swapped. The first letter is right.
/// </summary>
/// <remarks>
/// Only one edit is allowed, so two beginnings are compared up to the first difference, and the rest behind each of the four edits: a few letters a word. All words
/// with the first letter lie side by side, so no automaton has to find its way through the dictionary.
/// </remarks>
internal static class PrefixEdits
{
    /// <summary>Shorter beginnings are taken as typed, as in spelling.</summary>
    public const int MinLength = 5;

    /// <summary>True for what was typed exactly, too.</summary>
    public static bool BeginsNearly(ReadOnlySpan<char> word, ReadOnlySpan<char> typed)
    {
        int same = word.CommonPrefixLength(typed);
        if (same == typed.Length) return true;
        if (same == 0) return false;
        ReadOnlySpan<char> left = word[same..];
        ReadOnlySpan<char> rest = typed[same..];
        return left.StartsWith(rest[1..], StringComparison.Ordinal)
            || (left.Length > 0 && (left[1..].StartsWith(rest, StringComparison.Ordinal) || left[1..].StartsWith(rest[1..], StringComparison.Ordinal)))
            || (left.Length > 1 && rest.Length > 1 && left[0] == rest[1] && left[1] == rest[0] && left[2..].StartsWith(rest[2..], StringComparison.Ordinal));
    }
}
