namespace SearchNews.Api.Tests.Contract;

/// <summary>A kind of error and a way to meet it.</summary>
/// <param name="Status">Its status.</param>
/// <param name="Slug">The end of its type.</param>
/// <param name="Case">The way, in words.</param>
/// <param name="Meet">Meets it on a server of its own that has admin routes.</param>
internal sealed record ContractError(int Status, string Slug, string Case, Func<ApiServer, Task<ApiAnswer>> Meet)
{
    /// <summary>Changes the server's settings.</summary>
    public Func<ApiOptions, ApiOptions> Settings { get; init; } = static o => o;

    /// <summary>A header that has to come with it, or null.</summary>
    public string? Header { get; init; }

    /// <summary>A member beyond those of every error, or null.</summary>
    public string? Member { get; init; }

    /// <summary>What tests call it.</summary>
    public string Name => $"{Status} {Slug}: {Case}";
}
