namespace SearchNews.Cli;

/// <summary>The command line or the configuration asks for something impossible; the message says what and the way out.</summary>
internal sealed class UsageException : Exception
{
    public UsageException(string message)
        : base(message)
    {
    }
}
