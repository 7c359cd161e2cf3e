using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using SearchNews.Search.Responses;

namespace SearchNews.Api.OpenApi;

/// <summary>Describes highlights, which are written by a converter of their own: lists that hold either passages or offsets.</summary>
internal static class HighlightsSchema
{
    public static Task DescribeAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context)
    {
        if (context.JsonTypeInfo.Type != typeof(Highlights)) return Task.CompletedTask;
        schema.Type = JsonSchemaType.Object;
        schema.Properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal)
        {
            ["title"] = Of("title", "The title as HTML: one passage, or none when nothing in it matched."),
            ["excerpt"] = Of("excerpt", "The excerpt as HTML, or its best passage with … for what is left out; none when nothing in it matched."),
        };
        schema.Required = new SortedSet<string>(["title", "excerpt"], StringComparer.Ordinal);
        schema.Description = "What matched. With highlight=tags strings of HTML: matched words in <mark>, all else escaped. With highlight=offsets objects with start and end.";
        return Task.CompletedTask;
    }

    private static OpenApiSchema Of(string field, string description) => new()
    {
        Type = JsonSchemaType.Array,
        Description = description,
        Items = new OpenApiSchema { AnyOf = [new OpenApiSchema { Type = JsonSchemaType.String }, Span(field)] },
    };

    private static OpenApiSchema Span(string field) => new()
    {
        Type = JsonSchemaType.Object,
        Description = $"A matched word or phrase in the hit's {field} as answered, the whole of it. In order; none overlap or touch.",
        Properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal)
        {
            ["start"] = Unit("First UTF-16 unit, from 0."),
            ["end"] = Unit("UTF-16 unit after the last."),
        },
        Required = new SortedSet<string>(["start", "end"], StringComparer.Ordinal),
    };

    private static OpenApiSchema Unit(string description) => new() { Type = JsonSchemaType.Integer, Format = "int32", Minimum = "0", Description = description };
}
