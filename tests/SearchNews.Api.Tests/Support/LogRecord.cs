using Microsoft.Extensions.Logging;

namespace SearchNews.Api.Tests;

/// <summary>Something that was logged.</summary>
internal sealed record LogRecord(string Category, LogLevel Level, string Message, Exception? Exception);
