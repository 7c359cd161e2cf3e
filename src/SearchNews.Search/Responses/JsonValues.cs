using System.Text.Json;

namespace SearchNews.Search.Responses;

/// <summary>Writes members of objects whose values may be absent, which is null, and lists.</summary>
internal static class JsonValues
{
    /// <summary>Writes a whole number.</summary>
    public static void Write(this Utf8JsonWriter writer, JsonEncodedText name, long? value)
    {
        if (value is { } number) writer.WriteNumber(name, number);
        else writer.WriteNull(name);
    }

    /// <summary>Writes the shortest text of a number.</summary>
    public static void Write(this Utf8JsonWriter writer, JsonEncodedText name, float? value)
    {
        if (value is { } number) writer.WriteNumber(name, number);
        else writer.WriteNull(name);
    }

    /// <summary>Writes the shortest text of a number.</summary>
    public static void Write(this Utf8JsonWriter writer, JsonEncodedText name, double? value)
    {
        // Most are whole, and the shortest digits of a double take long to find. Zero may have a sign.
        if (value is not { } number) writer.WriteNull(name);
        else if (number == (int)number && number != 0) writer.WriteNumber(name, (int)number);
        else writer.WriteNumber(name, number);
    }

    /// <summary>Writes an instant.</summary>
    public static void Write(this Utf8JsonWriter writer, JsonEncodedText name, DateTimeOffset? value)
    {
        if (value is { } instant) writer.WriteString(name, instant);
        else writer.WriteNull(name);
    }

    /// <summary>Writes texts.</summary>
    public static void Write(this Utf8JsonWriter writer, JsonEncodedText name, IReadOnlyList<string> values)
    {
        writer.WriteStartArray(name);
        for (int i = 0; i < values.Count; i++) writer.WriteStringValue(values[i]);
        writer.WriteEndArray();
    }
}
