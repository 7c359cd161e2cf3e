namespace SearchNews.Cli.Output;

/// <summary>What is stored of a document.</summary>
internal sealed record DocumentDump(int Doc, IReadOnlyList<StoredValue> Stored);
