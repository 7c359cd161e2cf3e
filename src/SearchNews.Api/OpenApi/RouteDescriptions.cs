using Microsoft.OpenApi;
using SearchNews.Api.Requests;
using SearchNews.Search.Facets;

namespace SearchNews.Api.OpenApi;

/// <summary>Maps and describes routes.</summary>
internal static class RouteDescriptions
{
    private static readonly string[] ReadMethods = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>Maps a route that answers GET, and HEAD the same without the body.</summary>
    public static RouteHandlerBuilder MapRead(this IEndpointRouteBuilder routes, string pattern, Delegate handler) =>
        routes.MapMethods(pattern, ReadMethods, handler);

    /// <summary>Names and describes a route.</summary>
    /// <param name="endpoint">The route.</param>
    /// <param name="id">The operation's id, which generated clients name their methods by.</param>
    /// <param name="tag">The chapter it belongs to.</param>
    /// <param name="summary">What it answers.</param>
    public static RouteHandlerBuilder Described(this RouteHandlerBuilder endpoint, string id, string tag, string summary) =>
        endpoint.WithName(id).WithTags(tag).WithSummary(summary);

    /// <summary>Describes the query parameters.</summary>
    public static RouteHandlerBuilder TakesQuery(this RouteHandlerBuilder endpoint, IReadOnlyList<QueryParameter> parameters) =>
        endpoint.AddOpenApiOperationTransformer((operation, _, _) =>
        {
            operation.Parameters ??= [];
            foreach (QueryParameter parameter in parameters) operation.Parameters.Add(parameter.ToOpenApi());
            return Task.CompletedTask;
        });

    /// <summary>Describes the article's id in the path.</summary>
    public static RouteHandlerBuilder TakesArticleId(this RouteHandlerBuilder endpoint) =>
        endpoint.TakesPath("The article's id: its path below the folder without extension. A '/' of an id is written %2F.");

    /// <summary>Describes the field in the path.</summary>
    public static RouteHandlerBuilder TakesFacetField(this RouteHandlerBuilder endpoint) =>
        endpoint.TakesPath($"The field: {string.Join(", ", Enum.GetNames<FacetField>().Select(name => name.ToLowerInvariant()))}.");

    private static RouteHandlerBuilder TakesPath(this RouteHandlerBuilder endpoint, string description) =>
        endpoint.AddOpenApiOperationTransformer((operation, _, _) =>
        {
            foreach (OpenApiParameter parameter in (operation.Parameters ?? []).OfType<OpenApiParameter>().Where(p => p.In == ParameterLocation.Path))
                parameter.Description = description;
            return Task.CompletedTask;
        });

    /// <summary>Describes options that may be in the query string, or in a flat JSON object in the body.</summary>
    public static RouteHandlerBuilder TakesOptions(this RouteHandlerBuilder endpoint, IReadOnlyList<QueryParameter> options) =>
        endpoint.TakesQuery(options).AddOpenApiOperationTransformer((operation, _, _) =>
        {
            var properties = options.ToDictionary(o => o.Name, o => o.ToOpenApi().Schema!, StringComparer.Ordinal);
            operation.RequestBody = Body(ContentTypes.Json, "The same options, instead of in the query string.", new OpenApiSchema { Type = JsonSchemaType.Object, Properties = properties });
            return Task.CompletedTask;
        });

    /// <summary>Describes the body that is an article.</summary>
    public static RouteHandlerBuilder TakesMarkdown(this RouteHandlerBuilder endpoint) =>
        endpoint.AddOpenApiOperationTransformer((operation, _, _) =>
        {
            OpenApiRequestBody body = Body(ContentTypes.Markdown, "The whole file: Markdown with YAML front matter, UTF-8, at most 1 MiB.", new OpenApiSchema { Type = JsonSchemaType.String });
            body.Required = true;
            operation.RequestBody = body;
            return Task.CompletedTask;
        });

    private static OpenApiRequestBody Body(string mediaType, string description, OpenApiSchema schema) => new()
    {
        Description = description,
        Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal) { [mediaType] = new() { Schema = schema } },
    };
}
