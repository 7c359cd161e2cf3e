namespace SearchNews.Search.Indexing;

/// <summary>A safety check kept a change from going live; the index is as it was. The command line exits with 6.</summary>
public class BuildRefusedException : Exception
{
    /// <summary>Creates the error.</summary>
    public BuildRefusedException(string message)
        : base(message)
    {
    }
}
