namespace SearchNews.Api.Tests.Contract;

/// <summary>A route of the contract and what holds for it.</summary>
/// <param name="Method">The method.</param>
/// <param name="Template">The path as the OpenAPI document has it.</param>
/// <param name="Target">An address that is answered.</param>
internal sealed record ContractRoute(string Method, string Template, string Target)
{
    /// <summary>The answer's Content-Type.</summary>
    public string ContentType { get; init; } = "application/json; charset=utf-8";

    /// <summary>The answer's Cache-Control; null for none.</summary>
    public string? CacheControl { get; init; } = ContractRoutes.Kept;

    /// <summary>True when the answer has a weak tag and a 304.</summary>
    public bool Tagged { get; init; } = true;

    /// <summary>True when Server-Timing has the time of the search.</summary>
    public bool Searches { get; init; }

    /// <summary>The members of the answer; null when it is no JSON of ours.</summary>
    public string? Shape { get; init; }

    /// <summary>Names of the parameters it takes; null when it takes whatever comes.</summary>
    public IReadOnlyList<string>? Parameters { get; init; } = [];

    /// <summary>True when an Accept header that excludes the answer is a 406.</summary>
    public bool Negotiates { get; init; } = true;

    /// <summary>The body to send, with its type; null for none.</summary>
    public string? Body { get; init; }

    /// <summary>The type of <see cref="Body"/>.</summary>
    public string BodyType { get; init; } = "application/json";

    /// <summary>The status of the answer.</summary>
    public int Status { get; init; } = 200;

    /// <summary>True for a route that wants the admin key.</summary>
    public bool IsAdmin => Template.StartsWith("/v1/admin/", StringComparison.Ordinal);

    /// <summary>What tests call it.</summary>
    public string Name => $"{Method} {Template}";
}
