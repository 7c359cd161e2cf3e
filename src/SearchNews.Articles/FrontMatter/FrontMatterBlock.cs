namespace SearchNews.Articles.FrontMatter;

/// <summary>
/// Where the front matter and the body of a file are, in bytes. The rules are Markdig's: the front matter opens on the very
/// first line with exactly three dashes and is closed by the first line of exactly three dashes or three dots; blanks may
/// follow both. A byte order mark may stand before it. Lines end with LF, CRLF or CR, mixed as they come.
/// </summary>
/// <param name="Status">Whether a block was found.</param>
/// <param name="Yaml">Bytes between the fence lines; when not closed, everything after the opening line.</param>
/// <param name="Body">Bytes after the closing line; empty when not closed.</param>
/// <remarks>The YAML begins on line 2 of the file.</remarks>
internal readonly record struct FrontMatterBlock(FrontMatterStatus Status, Range Yaml, Range Body)
{
    /// <summary>The line of the file on which the YAML begins.</summary>
    public const int FirstLine = 2;

    /// <summary>Length of the byte order mark at the start of <paramref name="file"/>: 0 or 3.</summary>
    public static int ByteOrderMarkLength(ReadOnlySpan<byte> file) => file.StartsWith("\uFEFF"u8) ? 3 : 0;

    /// <summary>Finds the block. Linear, one pass.</summary>
    public static FrontMatterBlock Find(ReadOnlySpan<byte> file)
    {
        int next = NextLine(file, ByteOrderMarkLength(file), out ReadOnlySpan<byte> line);
        if (!IsFence(line, "---"u8))
            return new FrontMatterBlock(FrontMatterStatus.Missing, default, default);

        int start = next;
        while (next < file.Length)
        {
            int lineStart = next;
            next = NextLine(file, next, out line);
            if (IsFence(line, "---"u8) || IsFence(line, "..."u8))
                return new FrontMatterBlock(FrontMatterStatus.Found, start..lineStart, next..file.Length);
        }

        return new FrontMatterBlock(FrontMatterStatus.NotClosed, start..file.Length, default);
    }

    private static bool IsFence(ReadOnlySpan<byte> line, ReadOnlySpan<byte> mark) =>
        line.StartsWith(mark) && !line[mark.Length..].ContainsAnyExcept((byte)' ', (byte)'\t');

    /// <summary>Gives the line at <paramref name="start"/> without its end, and the offset of the next line.</summary>
    private static int NextLine(ReadOnlySpan<byte> file, int start, out ReadOnlySpan<byte> line)
    {
        int length = file[start..].IndexOfAny((byte)'\n', (byte)'\r');
        if (length < 0)
        {
            line = file[start..];
            return file.Length;
        }

        line = file.Slice(start, length);
        int end = start + length;
        bool crlf = file[end] == '\r' && end + 1 < file.Length && file[end + 1] == '\n';
        return end + (crlf ? 2 : 1);
    }
}
