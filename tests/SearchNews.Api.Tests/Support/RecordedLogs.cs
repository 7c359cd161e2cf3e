using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace SearchNews.Api.Tests;

/// <summary>Keeps everything that is logged.</summary>
internal sealed class RecordedLogs : ILoggerProvider
{
    private readonly ConcurrentQueue<LogRecord> _records = new();

    public IReadOnlyList<LogRecord> All => [.. _records];

    /// <summary>The lines about requests.</summary>
    public IReadOnlyList<LogRecord> Requests => [.. _records.Where(r => r.Category.EndsWith(".RequestLog", StringComparison.Ordinal))];

    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    public void Dispose()
    {
    }

    private sealed class Logger(RecordedLogs owner, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            owner._records.Enqueue(new LogRecord(category, logLevel, formatter(state, exception), exception));
    }
}
