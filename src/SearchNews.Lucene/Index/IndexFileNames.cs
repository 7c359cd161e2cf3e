namespace SearchNews.Lucene.Index;

/// <summary>How Lucene names index files. Numbers and generations are base 36, lower case.</summary>
internal static class IndexFileNames
{
    public const string Segments = "segments";
    public const string PendingSegments = "pending_segments";
    private const string Digits = "0123456789abcdefghijklmnopqrstuvwxyz";

    /// <summary>segment [_suffix] . extension</summary>
    public static string SegmentFileName(string segment, string suffix, string extension) =>
        suffix.Length == 0 ? $"{segment}.{extension}" : $"{segment}_{suffix}.{extension}";

    /// <summary>segment _ generation . extension</summary>
    public static string GenerationFileName(string segment, long generation, string extension) => $"{segment}_{Base36(generation)}.{extension}";

    /// <summary>segments_N or pending_segments_N</summary>
    public static string SegmentsFileName(string prefix, long generation) => $"{prefix}_{Base36(generation)}";

    /// <summary>_ and the number of a segment</summary>
    public static string SegmentName(long number) => "_" + Base36(number);

    /// <summary>Whether a name read from a file is <c>_</c> and a base-36 number, so that it may become part of a file name.</summary>
    public static bool IsSegmentName(string name) => TryParseSegmentName(name, out _);

    /// <summary>The number in a segment's name.</summary>
    public static bool TryParseSegmentName(string name, out long number)
    {
        number = 0;
        return name.Length > 1 && name[0] == '_' && TryParseBase36(name.AsSpan(1), out number);
    }

    /// <summary>The N of <c>segments_N</c> or of another prefix.</summary>
    public static bool TryParseGeneration(string prefix, string name, out long generation)
    {
        generation = 0;
        return name.Length > prefix.Length && name.StartsWith(prefix, StringComparison.Ordinal) && name[prefix.Length] == '_'
            && TryParseBase36(name.AsSpan(prefix.Length + 1), out generation);
    }

    /// <summary>The segment a file belongs to by its name, such as <c>_1a</c> for <c>_1a_Lucene84_0.tim</c>; false when the name is not one of a segment's file.</summary>
    public static bool TryParseSegmentOf(string name, out string segment)
    {
        segment = "";
        if (name.Length < 3 || name[0] != '_' || !name.Contains('.', StringComparison.Ordinal) || name.AsSpan().ContainsAny('/', '\\', '\0')) return false;
        int end = name.AsSpan(1).IndexOfAny('.', '_') + 1;
        segment = name[..end];
        return IsSegmentName(segment);
    }

    /// <summary>Whether a name read from a file may stand for a file of that segment. Guards against names that lead out of the folder.</summary>
    public static bool IsFileOf(string segment, string name) => TryParseSegmentOf(name, out string owner) && owner == segment;

    public static string Base36(long value)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        Span<char> digits = stackalloc char[13];
        int at = digits.Length;
        do
        {
            digits[--at] = Digits[(int)(value % 36)];
            value /= 36;
        }
        while (value > 0);
        return digits[at..].ToString();
    }

    /// <summary>Parses lower-case base 36; false for anything else or beyond 63 bits.</summary>
    public static bool TryParseBase36(ReadOnlySpan<char> text, out long value)
    {
        value = 0;
        if (text.Length is 0 or > 12) return false;
        foreach (char c in text)
        {
            int digit = Digits.IndexOf(c, StringComparison.Ordinal);
            if (digit < 0) return false;
            value = value * 36 + digit;
        }

        return true;
    }
}
