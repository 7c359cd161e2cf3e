using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace SearchNews.Search.Responses;

/// <summary>Leaves out of the JSON of <see cref="ISparse"/> what was not asked for. Absent values are null and members not asked for are not there.</summary>
public static class SparseJson
{
    private static readonly JsonSerializerOptions Relaxed = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        TypeInfoResolver = Resolver,
    };

    /// <summary>The JSON of every answer as <see cref="SearchJson"/> has it, with members left out.</summary>
    public static IJsonTypeInfoResolver Resolver => SearchJson.Default.WithAddedModifier(LeaveOut);

    /// <summary>How a type is written, with the escaping of <see cref="SearchJson.Relaxed"/>.</summary>
    public static JsonTypeInfo<T> TypeInfo<T>() => (JsonTypeInfo<T>)Relaxed.GetTypeInfo(typeof(T));

    /// <summary>How an answer is written: by generated code, which leaves nothing out, unless members were asked for. Null for what <see cref="SearchJson"/> does not know.</summary>
    public static JsonTypeInfo? TypeInfoOf(object answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return IsSparse(answer) ? Relaxed.GetTypeInfo(answer.GetType()) : SearchJson.Default.GetTypeInfo(answer.GetType());
    }

    /// <summary>The names that members of a type can be asked for by: its members, and the members of those that are sparse themselves.</summary>
    internal static IReadOnlyList<string> NamesOf(Type type) =>
        [.. Members(type).SelectMany(member => typeof(ISparse).IsAssignableFrom(member.PropertyType) ? [member.Name, .. NamesOf(member.PropertyType).Select(part => $"{member.Name}.{part}")] : (string[])[member.Name])];

    private static IEnumerable<JsonPropertyInfo> Members(Type type) => SearchJson.Default.GetTypeInfo(type)!.Properties.Where(member => member.Get is not null);

    // Of one answer, all hits have the same selection.
    private static bool IsSparse(object answer) => answer is SearchResponse { Hits: [{ Selection: not null }, ..] } or ISparse { Selection: not null };

    private static void LeaveOut(JsonTypeInfo type)
    {
        if (!typeof(ISparse).IsAssignableFrom(type.Type)) return;
        foreach (JsonPropertyInfo member in type.Properties.Where(member => member.Get is not null))
        {
            string name = member.Name;
            member.ShouldSerialize = (owner, _) => ((ISparse)owner).Selection?.Has(name) != false;
        }
    }
}
