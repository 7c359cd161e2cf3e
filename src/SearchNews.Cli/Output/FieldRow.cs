namespace SearchNews.Cli.Output;

/// <summary>One field over all segments.</summary>
internal sealed record FieldRow(string Name, string Postings, bool Norms, string DocValues, long Terms, long DocCount, long SumDocFreq, long SumTotalTermFreq);
