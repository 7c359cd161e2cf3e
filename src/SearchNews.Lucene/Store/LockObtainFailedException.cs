namespace SearchNews.Lucene.Store;

/// <summary>Another writer holds the index's lock.</summary>
public sealed class LockObtainFailedException : IOException
{
    /// <summary>Creates the error.</summary>
    public LockObtainFailedException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
