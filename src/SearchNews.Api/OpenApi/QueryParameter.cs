using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace SearchNews.Api.OpenApi;

/// <summary>A query parameter as the API description shows it. The values themselves are checked where they are read.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Description">What it does.</param>
internal sealed record QueryParameter(string Name, string Description)
{
    /// <summary>Type of one value.</summary>
    public JsonSchemaType Type { get; init; } = JsonSchemaType.String;

    /// <summary>What is taken when it is not given; null when that cannot be said in one value.</summary>
    public JsonNode? Default { get; init; }

    /// <summary>The values there are, or null.</summary>
    public IReadOnlyList<string>? Choices { get; init; }

    /// <summary>Lowest number, inclusive.</summary>
    public string? Minimum { get; init; }

    /// <summary>Highest number, inclusive.</summary>
    public string? Maximum { get; init; }

    /// <summary>Most characters.</summary>
    public int? MaxLength { get; init; }

    /// <summary>True when it may be given more than once.</summary>
    public bool Repeatable { get; init; }

    /// <summary>True when it must be given.</summary>
    public bool Required { get; init; }

    /// <summary>A value to try.</summary>
    public string? Example { get; init; }

    public OpenApiParameter ToOpenApi() => new()
    {
        Name = Name,
        In = ParameterLocation.Query,
        Description = Description,
        Required = Required,
        Schema = Repeatable ? new OpenApiSchema { Type = JsonSchemaType.Array, Items = ValueSchema() } : ValueSchema(),
        Explode = Repeatable,
        Style = ParameterStyle.Form,
        Example = Required && Example is not null ? JsonValue.Create(Example) : null,
    };

    private OpenApiSchema ValueSchema() => new()
    {
        Type = Type,
        Default = Default?.DeepClone(),
        Enum = Choices is null ? null : [.. Choices.Select(c => (JsonNode)JsonValue.Create(c))],
        Minimum = Minimum,
        Maximum = Maximum,
        MaxLength = MaxLength,

        // Of the schema and not of the parameter: pages that let people try a route fill in the latter, and all at once they exclude each other.
        Examples = Example is null ? null : [JsonValue.Create(Example)],
    };
}
