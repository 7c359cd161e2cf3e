namespace SearchNews.Cli.Output;

/// <summary>A stored value as text.</summary>
internal sealed record StoredValue(string Field, string Type, string Value);
