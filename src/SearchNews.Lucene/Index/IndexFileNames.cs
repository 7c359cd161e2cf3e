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
