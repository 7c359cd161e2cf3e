using System.Text.Json;

namespace SearchNews.Search.Responses;

/// <summary>The members of an object in JSON, in their order; of an object with a selection only those selected are written.</summary>
/// <typeparam name="T">The object.</typeparam>
internal sealed class JsonMembers<T>(params JsonMember<T>[] members)
    where T : class, ISparse
{
    /// <summary>Writes an object under a name, null for none.</summary>
    public void Write(Utf8JsonWriter writer, JsonEncodedText name, T? value)
    {
        if (value is null)
        {
            writer.WriteNull(name);
            return;
        }

        writer.WritePropertyName(name);
        Write(writer, value);
    }

    /// <summary>Writes an object.</summary>
    public void Write(Utf8JsonWriter writer, T value)
    {
        FieldSelection? selection = value.Selection;
        writer.WriteStartObject();
        foreach (JsonMember<T> member in members)
        {
            if (selection is null || selection.Has(member.Name)) member.Write(writer, value);
        }

        writer.WriteEndObject();
    }
}
