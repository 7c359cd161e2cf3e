using System.Net;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using SearchNews.Api.Admin;
using SearchNews.Api.Jobs;
using SearchNews.Search.Responses;

namespace SearchNews.Api.OpenApi;

/// <summary>Makes the OpenAPI document from the mapped routes.</summary>
internal static class ApiDescriptionServices
{
    private const string About =
        "Ranked search over a folder of news articles. Every GET answers HEAD too. Errors are application/problem+json (RFC 9457); "
        + "unknown parameters are errors. Absent values are null, never left out.";

    private static readonly string?[] AnswerNamespaces = [typeof(SearchResponse).Namespace, typeof(JobResponse).Namespace, typeof(RollbackResponse).Namespace];

    public static void AddApiDescription(this IServiceCollection services)
    {
        services.AddSingleton<ApiDescription>();
        services.AddOpenApi(ApiDescription.DocumentName, options =>
        {
            options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
            options.AddDocumentTransformer((document, _, _) => Introduce(document));
            options.AddDocumentTransformer((document, context, _) => AdminSecurity.DeclareAsync(document, context));
            options.AddOperationTransformer((operation, context, _) => AdminSecurity.RequireAsync(operation, context));
            options.AddOperationTransformer((operation, context, _) => ProblemResponses.DescribeAsync(operation, context));
            options.AddSchemaTransformer((schema, context, _) => HighlightsSchema.DescribeAsync(schema, context));
            options.AddSchemaTransformer((schema, context, _) => Polish(schema, context));
        });
    }

    private static Task Introduce(OpenApiDocument document)
    {
        document.Info = new OpenApiInfo { Title = "SearchNews", Version = ApiDescription.DocumentName, Description = About };

        // No addresses: they would be those of whoever asked first.
        document.Servers = null;
        foreach (IOpenApiPathItem path in document.Paths.Values) path.Operations?.Remove(HttpMethod.Head);
        return Task.CompletedTask;
    }

    /// <summary>
    /// Says of answers that every property is there, be it null, and of words from a list that they are words; takes XML's escapes out of the texts, which
    /// come from doc comments.
    /// </summary>
    private static Task Polish(OpenApiSchema schema, OpenApiSchemaTransformerContext context)
    {
        schema.Description = WebUtility.HtmlDecode(schema.Description);
        if (schema is { Enum.Count: > 0, Type: null }) schema.Type = JsonSchemaType.String;
        bool isAnswer = AnswerNamespaces.Contains(context.JsonTypeInfo.Type.Namespace, StringComparer.Ordinal) && context.JsonPropertyInfo is null;
        if (isAnswer && schema.Properties is { Count: > 0 } properties) schema.Required = new SortedSet<string>(properties.Keys, StringComparer.Ordinal);
        return Task.CompletedTask;
    }
}
