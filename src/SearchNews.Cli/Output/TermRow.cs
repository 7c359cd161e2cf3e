namespace SearchNews.Cli.Output;

/// <summary>One term over all segments.</summary>
internal sealed record TermRow(string Term, long DocFreq, long TotalTermFreq);
