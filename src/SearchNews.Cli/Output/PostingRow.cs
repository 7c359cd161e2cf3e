namespace SearchNews.Cli.Output;

/// <summary>One document of a term.</summary>
internal sealed record PostingRow(int Doc, int Freq, IReadOnlyList<int> Positions);
