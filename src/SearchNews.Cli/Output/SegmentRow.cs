namespace SearchNews.Cli.Output;

/// <summary>One segment.</summary>
internal sealed record SegmentRow(string Name, int MaxDoc, int Deleted, bool Compound, string Version, int Files, long Bytes);
