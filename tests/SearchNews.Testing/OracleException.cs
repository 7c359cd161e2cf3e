namespace SearchNews.Testing;

/// <summary>An oracle program did not do its work. The message holds all it printed.</summary>
public sealed class OracleException : Exception
{
    public OracleException()
    {
    }

    public OracleException(string message)
        : base(message)
    {
    }

    public OracleException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    internal OracleException(string program, IEnumerable<string> arguments, string whatHappened, string output, string error, Exception? cause = null)
        : base($"Oracle program {program} {string.Join(' ', arguments)} {whatHappened}.\n{error}\n--- standard output ---\n{output}", cause)
    {
    }
}
