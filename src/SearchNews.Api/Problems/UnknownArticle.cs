using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;
using SearchNews.Api.OpenApi;

namespace SearchNews.Api.Problems;

/// <summary>The outcome of a question about an article that is not there.</summary>
internal sealed class UnknownArticle(string id) : IResult, IStatusCodeHttpResult, IEndpointMetadataProvider
{
    /// <inheritdoc/>
    public int? StatusCode => ProblemKind.UnknownArticle.Status;

    /// <inheritdoc/>
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(new ProblemMetadata([ProblemKind.UnknownArticle]));

    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext) =>
        ProblemWriter.WriteAsync(httpContext, ProblemKind.UnknownArticle, $"There is no article '{id}'. In an address, write a '/' of an id as %2F.");
}
