namespace SearchNews.Cli.Output;

/// <summary>The generation that is live after a rollback.</summary>
internal sealed record RollbackResult(string Generation);
