namespace SearchNews.Cli.Output;

/// <summary>What a verification found; <c>Problem</c> is null when all is well.</summary>
internal sealed record VerifyResult(string Generation, bool Sound, int Articles, long Bytes, double Seconds, string? Problem);
