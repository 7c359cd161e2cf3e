namespace SearchNews.Search.Generations;

/// <summary>Another process writes to the index folder. The command line exits with 5.</summary>
public sealed class IndexLockedException : IOException
{
    /// <summary>Creates the error.</summary>
    /// <param name="holder">Who holds the lock, when that is known.</param>
    /// <param name="innerException">The cause.</param>
    public IndexLockedException(WriterHolder? holder, Exception? innerException = null)
        : base($"The index is being written by {holder?.ToString() ?? "another process"}; wait for it to end, or stop it.", innerException) => Holder = holder;

    /// <summary>Creates the error for a holder that could have done the work itself.</summary>
    /// <param name="holder">Who holds the lock.</param>
    /// <param name="why">Why it did not; a sentence.</param>
    public IndexLockedException(WriterHolder holder, string why)
        : base($"The index is being written by {holder}. {why}") => Holder = holder;

    /// <summary>Who holds the lock; null when the holder did not say, as Apache Lucene does not.</summary>
    public WriterHolder? Holder { get; }
}
