using Microsoft.AspNetCore.Http.Metadata;
using SearchNews.Api.Problems;

namespace SearchNews.Api.OpenApi;

/// <summary>Declares that an endpoint may answer with these errors.</summary>
/// <param name="kinds">Kinds of one status, one at least.</param>
internal sealed class ProblemMetadata(IReadOnlyList<ProblemKind> kinds) : IProducesResponseTypeMetadata
{
    /// <inheritdoc/>
    public Type? Type => typeof(ApiProblem);

    /// <inheritdoc/>
    public int StatusCode => kinds[0].Status;

    /// <inheritdoc/>
    public IEnumerable<string> ContentTypes => [ApiProblem.MediaType];

    /// <inheritdoc/>
    public string? Description => string.Join(" ", kinds.Select(k => $"{k.Title} (`{k.Type}`): {k.Meaning}"));
}
