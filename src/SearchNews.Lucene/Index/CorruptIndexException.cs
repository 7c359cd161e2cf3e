namespace SearchNews.Lucene.Index;

/// <summary>An index file holds something that Lucene's format does not allow: it is damaged, truncated or foreign.</summary>
public sealed class CorruptIndexException : IOException
{
    /// <summary>Creates the error.</summary>
    /// <param name="message">What is wrong: expected and got.</param>
    /// <param name="fileName">The file, without its folder.</param>
    /// <param name="offset">The byte offset in the file at which it was noticed.</param>
    /// <param name="innerException">The cause, if any.</param>
    public CorruptIndexException(string message, string fileName, long offset, Exception? innerException = null)
        : base($"{fileName}: {message} (at offset {offset})", innerException)
    {
        FileName = fileName;
        Offset = offset;
    }

    /// <summary>The file, without its folder.</summary>
    public string FileName { get; }

    /// <summary>The byte offset in the file at which the damage was noticed.</summary>
    public long Offset { get; }
}
