namespace SearchNews.Search.Generations;

/// <summary>Another process writes to the index folder. The command line exits with 5.</summary>
public sealed class IndexLockedException : IOException
{
    /// <summary>Creates the error.</summary>
    /// <param name="holder">Who holds the lock.</param>
    /// <param name="innerException">The cause.</param>
    public IndexLockedException(string holder, Exception? innerException = null)
        : base($"The index is being written by {holder}; wait for it to end, or stop it.", innerException)
    {
    }
}
