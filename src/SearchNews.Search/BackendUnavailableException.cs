namespace SearchNews.Search;

/// <summary>There is no sound index to answer from: none was built yet, or the live one is damaged. HTTP answers 503, the command line exits with 4.</summary>
public sealed class BackendUnavailableException : Exception
{
    /// <summary>Creates the error.</summary>
    /// <param name="message">What is wrong and the way out; names files of the index, never folders of the host.</param>
    /// <param name="innerException">The cause.</param>
    public BackendUnavailableException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
