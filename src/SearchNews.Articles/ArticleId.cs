using System.Text;

namespace SearchNews.Articles;

/// <summary>
/// Rules for article ids: the path below the folder without extension, `/`-separated. A valid id is well-formed text of at
/// most <see cref="ArticleLimits.IdBytes"/> UTF-8 bytes whose segments are not empty, `.` or `..` and hold no control
/// character, line or paragraph separator and no backslash, so that <c>id + ".md"</c> never names a file outside the folder.
/// </summary>
public static class ArticleId
{
    private static readonly string[] Extensions = [".md", ".markdown"];

    /// <summary>Whether a file name is that of an article: `*.md` or `*.markdown`, in any case.</summary>
    public static bool IsArticleFileName(ReadOnlySpan<char> fileName) => ExtensionLength(fileName) > 0;

    /// <summary>Whether a file name in UTF-8 is that of an article.</summary>
    public static bool IsArticleFileName(ReadOnlySpan<byte> fileName) => ExtensionLength(fileName) > 0;

    /// <summary>Whether <paramref name="id"/> is valid under the default limits.</summary>
    public static bool IsValid(string id) => Problem(id, ArticleLimits.Default) is null;

    /// <summary>The id of a file from its `/`-separated path below the folder. The result is not checked.</summary>
    /// <exception cref="ArgumentException">The path does not end in an article's extension.</exception>
    public static string FromPath(string relativePath)
    {
        ArgumentNullException.ThrowIfNull(relativePath);
        int extension = ExtensionLength(relativePath);
        if (extension == 0)
            throw new ArgumentException("The path must end in .md or .markdown.", nameof(relativePath));
        return relativePath[..^extension];
    }

    /// <summary>The same of a path in UTF-8.</summary>
    /// <inheritdoc cref="FromPath(string)" path="/exception"/>
    public static ReadOnlySpan<byte> FromPath(ReadOnlySpan<byte> relativePath)
    {
        int extension = ExtensionLength(relativePath);
        if (extension == 0)
            throw new ArgumentException("The path must end in .md or .markdown.", nameof(relativePath));
        return relativePath[..^extension];
    }

    /// <summary>Why <paramref name="id"/> is not valid, in words for an editor; null when it is valid.</summary>
    /// <remarks>Length is checked last: a name with a line break is called that, however long it is.</remarks>
    public static string? Problem(string id, ArticleLimits limits)
    {
        ArgumentNullException.ThrowIfNull(id);
        ArgumentNullException.ThrowIfNull(limits);
        if (id.Length == 0)
            return "the name is empty";
        foreach (Rune rune in id.EnumerateRunes())
        {
            // EnumerateRunes gives U+FFFD for a lone surrogate; a real U+FFFD is legal and is told apart below.
            if (rune.Value == '\\')
                return "the name has a backslash";
            if (Rune.IsControl(rune) || rune.Value is 0x2028 or 0x2029)
                return "the name has a control character or a line break";
        }

        foreach (Range range in id.AsSpan().Split('/'))
        {
            ReadOnlySpan<char> segment = id.AsSpan(range);
            if (segment.IsEmpty || segment is "." || segment is "..")
                return "a part of the name is empty, `.` or `..`";
        }

        if (!IsWellFormed(id))
            return "the name is not valid Unicode";
        int bytes = Encoding.UTF8.GetByteCount(id);
        return bytes > limits.IdBytes ? $"the name has {bytes} bytes and may have {limits.IdBytes}" : null;
    }

    private static bool IsWellFormed(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            if (Rune.DecodeFromUtf16(text, out _, out int used) != System.Buffers.OperationStatus.Done)
                return false;
            text = text[used..];
        }

        return true;
    }

    private static int ExtensionLength(ReadOnlySpan<char> path)
    {
        foreach (string extension in Extensions)
        {
            if (path.EndsWith(extension, StringComparison.OrdinalIgnoreCase))
                return extension.Length;
        }

        return 0;
    }

    private static int ExtensionLength(ReadOnlySpan<byte> path)
    {
        foreach (string extension in Extensions)
        {
            if (path.Length >= extension.Length && Ascii.EqualsIgnoreCase(path[^extension.Length..], extension))
                return extension.Length;
        }

        return 0;
    }
}
