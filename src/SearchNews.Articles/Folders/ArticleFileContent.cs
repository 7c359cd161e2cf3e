using SearchNews.Articles.Diagnostics;

namespace SearchNews.Articles.Folders;

/// <summary>The bytes of one article file, or the reason why there are none. Immutable; the bytes are not to be written.</summary>
public sealed record ArticleFileContent
{
    internal ArticleFileContent(ArticleEntry entry, ReadOnlyMemory<byte> bytes, string contentHash)
    {
        Entry = entry;
        Bytes = bytes;
        ContentHash = contentHash;
    }

    internal ArticleFileContent(ArticleEntry entry, ArticleDiagnostic problem)
    {
        Entry = entry;
        ContentHash = "";
        Problem = problem;
    }

    /// <summary>The entry, with size and time as they were when the bytes were read; these are the ones to remember.</summary>
    public ArticleEntry Entry { get; }

    /// <summary>All bytes of the file; empty when there is a problem.</summary>
    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>Lower-case hex SHA-256 of the bytes; empty when there is a problem.</summary>
    public string ContentHash { get; }

    /// <summary>Why the file could not be read; null when it was.</summary>
    public ArticleDiagnostic? Problem { get; }
}
