namespace SearchNews.Lucene.Index;

/// <summary>An index file was written in a format version newer than this reader knows.</summary>
public sealed class IndexFormatTooNewException : IOException
{
    /// <summary>Creates the error.</summary>
    public IndexFormatTooNewException(string fileName, string codec, int version, int minVersion, int maxVersion)
        : base($"{fileName}: format '{codec}' has version {version}, supported are {minVersion} to {maxVersion}; use a newer version of this program, or rebuild the index.") => FileName = fileName;

    /// <summary>Creates the error for something that has no version number of its own.</summary>
    public IndexFormatTooNewException(string fileName, string message)
        : base($"{fileName}: {message}") => FileName = fileName;

    /// <summary>The file, without its folder.</summary>
    public string FileName { get; }
}
