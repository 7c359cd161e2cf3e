namespace SearchNews.Articles.Diagnostics;

/// <summary>A place in a text, as editors count: lines end with LF, CRLF or CR.</summary>
/// <param name="Line">1-based line.</param>
/// <param name="Column">1-based column in UTF-16 units.</param>
internal readonly record struct TextPosition(int Line, int Column)
{
    /// <summary>The place of the unit at <paramref name="offset"/>; an offset past the end means the end.</summary>
    /// <remarks>Linear in the offset: meant for the few places that are reported.</remarks>
    public static TextPosition At(ReadOnlySpan<char> text, int offset, int firstLine)
    {
        offset = Math.Clamp(offset, 0, text.Length);
        int line = firstLine;
        int lineStart = 0;
        for (int i = 0; i < offset; i++)
        {
            // The CR of a CRLF is part of its line; the LF ends it.
            bool ends = text[i] == '\n' || (text[i] == '\r' && !(i + 1 < text.Length && text[i + 1] == '\n'));
            if (!ends)
                continue;
            line++;
            lineStart = i + 1;
        }

        return new TextPosition(line, offset - lineStart + 1);
    }
}
