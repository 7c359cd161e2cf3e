using System.Globalization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using SearchNews.Api.Problems;

namespace SearchNews.Api.OpenApi;

/// <summary>Declares and describes the errors of endpoints.</summary>
internal static class ProblemResponses
{
    /// <summary>Declares errors; kinds of one status belong in one call.</summary>
    public static T ProducesProblems<T>(this T endpoints, params ProblemKind[] kinds)
        where T : IEndpointConventionBuilder
    {
        foreach (IGrouping<int, ProblemKind> status in kinds.GroupBy(k => k.Status)) endpoints.WithMetadata(new ProblemMetadata([.. status]));
        return endpoints;
    }

    /// <summary>Says of each declared error what it means, in place of the phrase of its status.</summary>
    public static Task DescribeAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context)
    {
        foreach (ProblemMetadata problem in context.Description.ActionDescriptor.EndpointMetadata.OfType<ProblemMetadata>())
        {
            string status = problem.StatusCode.ToString(CultureInfo.InvariantCulture);
            if (operation.Responses?.TryGetValue(status, out IOpenApiResponse? response) is true) response.Description = problem.Description;
        }

        return Task.CompletedTask;
    }
}
