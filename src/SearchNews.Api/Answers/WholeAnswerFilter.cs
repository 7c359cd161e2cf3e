using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using SearchNews.Search.Responses;

namespace SearchNews.Api.Answers;

/// <summary>
/// Sends an answer whole, as <see cref="WholeAnswer"/>, instead of piece by piece as the framework writes JSON. Problems, and what neither
/// <see cref="SearchJson"/> nor <see cref="ApiJson"/> knows, pass as they are.
/// </summary>
internal sealed class WholeAnswerFilter : IEndpointFilter
{
    /// <inheritdoc/>
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        object? result = await next(context);
        object? chosen = result is INestedHttpResult nested ? nested.Result : result;
        if (chosen is not (IStatusCodeHttpResult { StatusCode: StatusCodes.Status200OK } and IValueHttpResult { Value: { } value })) return result;
        if (value is SearchResponse response) return new WholeAnswer(writer => SearchResponseWriter.Write(writer, response));
        JsonTypeInfo? type = SparseJson.TypeInfoOf(value) ?? ApiJson.Default.GetTypeInfo(value.GetType());
        return type is null ? result : new WholeAnswer(writer => JsonSerializer.Serialize(writer, value, type));
    }
}
