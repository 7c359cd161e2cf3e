namespace SearchNews.Search.Synonyms;

/// <summary>A file of synonyms cannot be used. The message names the file (without its folder) and the line, and can be shown to anyone.</summary>
public sealed class SynonymFileException : Exception
{
    /// <summary>Creates the exception.</summary>
    public SynonymFileException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
