namespace SearchNews.Testing;

/// <summary>What one call of an oracle program left behind.</summary>
/// <param name="Succeeded">Its <c>main</c> returned; false when it threw.</param>
/// <param name="Output">Its standard output.</param>
/// <param name="Error">Its standard error, with the stack trace when it threw.</param>
internal readonly record struct OracleAnswer(bool Succeeded, string Output, string Error);
