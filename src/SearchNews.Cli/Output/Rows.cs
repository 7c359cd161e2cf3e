namespace SearchNews.Cli.Output;

/// <summary>Figures of the live generation.</summary>
internal sealed record IndexStatistics(string Path, string Generation, long Commit, int Articles, int Deleted, int Segments, long Bytes, double BytesPerArticle, long Terms, string? Source, string? BuiltAt, string? Schema);

/// <summary>What a verification found; <c>Problem</c> is null when all is well.</summary>
internal sealed record VerifyResult(string Generation, bool Sound, int Articles, long Bytes, double Seconds, string? Problem);

/// <summary>A hit of the engine alone.</summary>
internal sealed record IndexQueryHit(int Doc, string? Id, float Score);

/// <summary>What the engine alone found.</summary>
internal sealed record IndexQueryResult(long Total, IReadOnlyList<IndexQueryHit> Hits);

/// <summary>One segment.</summary>
internal sealed record SegmentRow(string Name, int MaxDoc, int Deleted, bool Compound, string Version, int Files, long Bytes);

/// <summary>One field over all segments.</summary>
internal sealed record FieldRow(string Name, string Postings, bool Norms, string DocValues, long Terms, long DocCount, long SumDocFreq, long SumTotalTermFreq);

/// <summary>One term over all segments.</summary>
internal sealed record TermRow(string Term, long DocFreq, long TotalTermFreq);

/// <summary>One document of a term.</summary>
internal sealed record PostingRow(int Doc, int Freq, IReadOnlyList<int> Positions);

/// <summary>What is stored of a document.</summary>
internal sealed record DocumentDump(int Doc, IReadOnlyList<StoredValue> Stored);

/// <summary>A stored value as text.</summary>
internal sealed record StoredValue(string Field, string Type, string Value);
