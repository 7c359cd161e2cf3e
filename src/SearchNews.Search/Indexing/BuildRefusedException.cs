namespace SearchNews.Search.Indexing;

/// <summary>A safety check kept a new generation from going live; the old one still is. The command line exits with 6.</summary>
public sealed class BuildRefusedException : Exception
{
    /// <summary>Creates the error.</summary>
    public BuildRefusedException(string message)
        : base(message)
    {
    }
}
