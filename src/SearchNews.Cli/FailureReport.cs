using System.Net.Sockets;
using SearchNews.Lucene.Index;
using SearchNews.Lucene.Search.QueryParsing;
using SearchNews.Search;
using SearchNews.Search.Generations;
using SearchNews.Search.Indexing;

namespace SearchNews.Cli;

/// <summary>Turns an exception into an exit code and a message: the one table of what failed how.</summary>
internal static class FailureReport
{
    /// <summary>Writes the message to the error stream and returns the exit code.</summary>
    public static int Write(Exception exception, TextWriter error, bool verbose)
    {
        (int code, string message) = Describe(exception);
        error.WriteLine(code == ExitCode.Interrupted ? message : $"error: {message}");
        if (verbose || message.Length == 0) error.WriteLine(exception);
        return code;
    }

    private static (int Code, string Message) Describe(Exception exception) => exception switch
    {
        OperationCanceledException => (ExitCode.Interrupted, "Interrupted; the live index is as it was."),
        UsageException => (ExitCode.Usage, exception.Message),
        InvalidRequestException => (ExitCode.Usage, exception.Message),
        QueryParseException => (ExitCode.Usage, exception.Message),
        BuildRefusedException => (ExitCode.Refused, exception.Message),
        IndexLockedException => (ExitCode.IndexLocked, exception.Message),
        BackendUnavailableException => (ExitCode.IndexUnusable, exception.Message),
        CorruptIndexException => (ExitCode.IndexUnusable, $"The index is damaged: {exception.Message}"),
        IndexNotFoundException or IndexFormatTooOldException or IndexFormatTooNewException => (ExitCode.IndexUnusable, exception.Message),
        DirectoryNotFoundException or FileNotFoundException or InvalidDataException => (ExitCode.Failed, exception.Message),
        SocketException => (ExitCode.Failed, $"Cannot listen on the address given: {exception.Message}."),
        IOException or UnauthorizedAccessException => (ExitCode.Failed, exception.Message),
        _ => (ExitCode.Failed, $"Unexpected: {exception.GetType().Name}: {exception.Message} (run again with --verbose for the details)"),
    };
}
