using System.Globalization;
using System.Text;
using System.Text.Json;

namespace SearchNews.Api.Tests.Contract;

/// <summary>
/// Writes a client in C# from an OpenAPI 3.1 document and from nothing else: a record for each schema that takes exactly the members described, and a method for
/// each operation that answers in JSON. What it does not know it refuses, so that a document it can read is one that other generators can.
/// </summary>
internal sealed class ClientGenerator(JsonElement document)
{
    private const string Json = "application/json";

    private readonly StringBuilder _code = new();

    /// <summary>The client's code; the class is <c>Generated.Client</c>.</summary>
    public static string Generate(JsonElement document) => new ClientGenerator(document).Generate();

    private string Generate()
    {
        _code.AppendLine("#nullable enable\nusing System; using System.Collections.Generic; using System.Linq; using System.Net.Http; using System.Text; using System.Text.Json; using System.Text.Json.Serialization; using System.Threading.Tasks;\nnamespace Generated;");
        foreach (JsonProperty schema in document.GetProperty("components").GetProperty("schemas").EnumerateObject()) WriteType(schema.Name, schema.Value);
        _code.AppendLine(
            """
            public sealed class Client
            {
                private static readonly JsonSerializerOptions Options = new() { RespectNullableAnnotations = true };
                private readonly HttpClient _http;
                public Client(HttpClient http) => _http = http;
                private async Task<T> SendAsync<T>(string method, string path, IEnumerable<(string Name, object? Value)> query, object? body)
                {
                    string text = string.Join("&", query.Where(p => p.Value is not null).SelectMany(p => p.Value is IEnumerable<string> many ? many.Select(v => (p.Name, Value: v)) : new[] { (p.Name, Value: FormattableString.Invariant($"{p.Value}")) }).Select(p => Uri.EscapeDataString(p.Name) + "=" + Uri.EscapeDataString(p.Value)));
                    using var request = new HttpRequestMessage(new HttpMethod(method), path + (text.Length == 0 ? "" : "?" + text));
                    if (body is not null) request.Content = new StringContent(JsonSerializer.Serialize(body), Encoding.UTF8, "application/json");
                    using HttpResponseMessage response = await _http.SendAsync(request);
                    string answer = await response.Content.ReadAsStringAsync();
                    if (!response.IsSuccessStatusCode) throw new InvalidOperationException(answer);
                    return JsonSerializer.Deserialize<T>(answer, Options) ?? throw new InvalidOperationException("null");
                }
            """);
        foreach (JsonProperty path in document.GetProperty("paths").EnumerateObject())
        {
            foreach (JsonProperty operation in path.Value.EnumerateObject()) WriteMethod(path.Name, operation.Name, operation.Value);
        }

        return _code.AppendLine("}").ToString();
    }

    private void WriteType(string name, JsonElement schema)
    {
        if (schema.TryGetProperty("enum", out JsonElement words)) WriteEnum(name, words);
        else WriteRecord(name, schema);
    }

    private void WriteEnum(string name, JsonElement words)
    {
        IEnumerable<string> members = words.EnumerateArray().Select(word => $"[JsonStringEnumMemberName(\"{word.GetString()}\")] {char.ToUpperInvariant(word.GetString()![0])}{word.GetString()![1..]}");
        _code.AppendLine(CultureInfo.InvariantCulture, $"[JsonConverter(typeof(JsonStringEnumConverter<{name}>))] public enum {name} {{ {string.Join(", ", members)} }}");
    }

    private void WriteRecord(string name, JsonElement schema)
    {
        schema.GetProperty("type").GetString().ShouldBe("object", name);
        string[] required = schema.TryGetProperty("required", out JsonElement list) ? [.. list.EnumerateArray().Select(r => r.GetString()!)] : [];
        _code.AppendLine(CultureInfo.InvariantCulture, $"[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]\npublic sealed class {name}\n{{");
        foreach (JsonProperty property in schema.GetProperty("properties").EnumerateObject())
        {
            string type = TypeOf(property.Value);
            string mark = required.Contains(property.Name, StringComparer.Ordinal) ? ", JsonRequired" : "";
            if (mark.Length == 0 && !type.EndsWith('?')) type += "?";
            _code.AppendLine(CultureInfo.InvariantCulture, $"    [JsonPropertyName(\"{property.Name}\"){mark}] public {type} {Pascal(property.Name)} {{ get; set; }}{(type.EndsWith('?') || char.IsLower(type[0]) && type != "string" ? "" : " = default!;")}");
        }

        _code.AppendLine("}");
    }

    private void WriteMethod(string path, string method, JsonElement operation)
    {
        if (AnswerOf(operation) is not { } answer) return;
        JsonElement[] parameters = operation.TryGetProperty("parameters", out JsonElement list) ? [.. list.EnumerateArray()] : [];
        IEnumerable<string> declared = parameters.OrderByDescending(IsRequired).Select(p => IsRequired(p) ? $"{TypeOf(p.GetProperty("schema"))} {Camel(p)}" : $"{TypeOf(p.GetProperty("schema")).TrimEnd('?')}? {Camel(p)} = null");
        bool hasBody = operation.TryGetProperty("requestBody", out JsonElement body) && body.GetProperty("content").TryGetProperty(Json, out _);
        string address = parameters.Where(p => In(p) == "path").Aggregate($"\"{path}\"", (text, p) => $"{text}.Replace(\"{{{NameOf(p)}}}\", Uri.EscapeDataString({Camel(p)}))");
        IEnumerable<string> query = parameters.Where(p => In(p) == "query").Select(p => $"(\"{NameOf(p)}\", (object?){Camel(p)})");
        _code.AppendLine(
            CultureInfo.InvariantCulture,
            $"    public Task<{answer}> {Pascal(operation.GetProperty("operationId").GetString()!)}Async({string.Join(", ", hasBody ? declared.Append("IReadOnlyDictionary<string, object>? body = null") : declared)}) => SendAsync<{answer}>(\"{method.ToUpperInvariant()}\", {address}, new (string, object?)[] {{ {string.Join(", ", query)} }}, {(hasBody ? "body" : "null")});");
    }

    /// <summary>The type of a good answer in JSON, or null.</summary>
    private string? AnswerOf(JsonElement operation)
    {
        JsonProperty good = operation.GetProperty("responses").EnumerateObject().First(r => r.Name[0] == '2');
        return good.Value.TryGetProperty("content", out JsonElement content) && content.TryGetProperty(Json, out JsonElement media) && media.GetProperty("schema").TryGetProperty("$ref", out _)
            ? TypeOf(media.GetProperty("schema"))
            : null;
    }

    private string TypeOf(JsonElement schema)
    {
        if (schema.TryGetProperty("$ref", out JsonElement reference))
        {
            string name = reference.GetString()!.Split('/')[^1];
            document.GetProperty("components").GetProperty("schemas").TryGetProperty(name, out _).ShouldBeTrue(name);
            return name;
        }

        if (schema.TryGetProperty("oneOf", out JsonElement choices))
        {
            JsonElement[] others = [.. choices.EnumerateArray().Where(c => !c.TryGetProperty("type", out JsonElement t) || t.ValueKind != JsonValueKind.String || t.GetString() != "null")];
            return TypeOf(others.ShouldHaveSingleItem()) + "?";
        }

        // A schema without a type is anything.
        if (!schema.TryGetProperty("type", out JsonElement type)) return "JsonElement?";
        if (type.ValueKind == JsonValueKind.String) return PlainTypeOf(type.GetString()!, schema);
        string[] types = [.. type.EnumerateArray().Select(t => t.GetString()!)];
        types.ShouldContain("null");
        return PlainTypeOf(types.Where(t => t != "null").ShouldHaveSingleItem(), schema) + "?";
    }

    private string PlainTypeOf(string type, JsonElement schema) => (type, schema.TryGetProperty("format", out JsonElement format) ? format.GetString() : null) switch
    {
        ("string", "date-time") => "DateTimeOffset",
        ("string", _) => "string",
        ("integer", "int64") => "long",
        ("integer", _) => "int",
        ("number", "float") => "float",
        ("number", _) => "double",
        ("boolean", _) => "bool",
        ("array", _) => $"IReadOnlyList<{TypeOf(schema.GetProperty("items"))}>",
        ("object", _) when schema.TryGetProperty("additionalProperties", out JsonElement values) => $"IReadOnlyDictionary<string, {TypeOf(values)}>",
        _ => throw new InvalidOperationException($"no type for {schema.GetRawText()}"),
    };

    private static bool IsRequired(JsonElement parameter) => parameter.TryGetProperty("required", out JsonElement required) && required.GetBoolean();

    private static string In(JsonElement parameter) => parameter.GetProperty("in").GetString()!;

    private static string NameOf(JsonElement parameter) => parameter.GetProperty("name").GetString()!;

    private static string Camel(JsonElement parameter) => "@" + NameOf(parameter).Replace(".", "", StringComparison.Ordinal);

    private static string Pascal(string name) => char.ToUpperInvariant(name[0]) + name[1..];
}
