using System.Text.Json.Serialization;

namespace SearchNews.Api.Problems;

/// <summary>An error as <c>application/problem+json</c>. Source: RFC 9457. Holds no stack and no path of the host.</summary>
public sealed record ApiProblem
{
    /// <summary>The media type of an error.</summary>
    public const string MediaType = "application/problem+json";

    /// <summary>The kind of error, an address such as <c>/problems/invalid-request</c> that explains it.</summary>
    public required string Type { get; init; }

    /// <summary>Short words, the same for every error of the kind.</summary>
    public required string Title { get; init; }

    /// <summary>The HTTP status.</summary>
    public required int Status { get; init; }

    /// <summary>What went wrong this time and the way out.</summary>
    public required string Detail { get; init; }

    /// <summary>Finds this request in the log.</summary>
    public required string TraceId { get; init; }

    /// <summary>Messages by parameter; left out unless parameters were at fault.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, string[]>? Errors { get; init; }

    /// <summary>What is wrong with an article, in the order found; left out unless an article was refused.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<ArticleFault>? Diagnostics { get; init; }

    /// <summary>The job that is in the way; left out unless one is.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Job { get; init; }
}
