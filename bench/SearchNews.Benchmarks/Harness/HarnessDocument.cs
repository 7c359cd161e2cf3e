using System.Text.Json;
using SearchNews.Lucene.Documents;

namespace SearchNews.Benchmarks.Harness;

/// <summary>
/// An article of the harness as a document: <c>id</c> keyword, <c>title</c> and <c>excerpt</c> text, all stored; features <c>quality</c> and <c>heat</c> where they are
/// above 0. Not the product's schema, but that of the program for Apache Lucene which it is compared with.
/// </summary>
internal static class HarnessDocument
{
    public const string Features = "features";

    /// <summary>Reads one line of JSON, as far as there may be something to find, like the other program.</summary>
    public static Document Read(ReadOnlySpan<byte> line)
    {
        string id = "";
        string title = "";
        string excerpt = "";
        float quality = 0;
        float heat = 0;
        int missing = 5;
        var json = new Utf8JsonReader(line);
        json.Read();
        while (missing > 0 && json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            missing--;
            if (json.ValueTextEquals("id"u8)) id = ReadString(ref json);
            else if (json.ValueTextEquals("title"u8)) title = ReadString(ref json);
            else if (json.ValueTextEquals("excerpt"u8)) excerpt = ReadString(ref json);
            else if (json.ValueTextEquals("quality"u8)) quality = ReadNumber(ref json);
            else if (json.ValueTextEquals("heat"u8)) heat = ReadNumber(ref json);
            else Skip(ref json, ref missing);
        }

        var document = new Document
        {
            new StringField("id", id, stored: true),
            new TextField("title", title, stored: true),
            new TextField("excerpt", excerpt, stored: true),
        };
        if (quality > 0) document.Add(new FeatureField(Features, "quality", quality));
        if (heat > 0) document.Add(new FeatureField(Features, "heat", heat));
        return document;
    }

    private static void Skip(ref Utf8JsonReader json, ref int missing)
    {
        json.Skip();
        missing++;
    }

    private static string ReadString(ref Utf8JsonReader json)
    {
        json.Read();
        return json.GetString() ?? "";
    }

    private static float ReadNumber(ref Utf8JsonReader json)
    {
        json.Read();
        return json.TokenType == JsonTokenType.Number ? json.GetSingle() : 0;
    }
}
