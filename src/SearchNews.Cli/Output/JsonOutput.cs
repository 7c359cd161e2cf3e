using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace SearchNews.Cli.Output;

/// <summary>Prints results as JSON, one document, with a line end.</summary>
internal static class JsonOutput
{
    public static void Write<T>(TextWriter output, T value, JsonTypeInfo<T> type) => output.WriteLine(JsonSerializer.Serialize(value, type));
}
