using System.Text.Json;

namespace SearchNews.Search.Responses;

/// <summary>A member of an object in JSON, and how it is written with its name.</summary>
/// <typeparam name="T">The object.</typeparam>
internal sealed class JsonMember<T>(string name, Action<Utf8JsonWriter, JsonEncodedText, T> write)
{
    private readonly JsonEncodedText _encoded = JsonEncodedText.Encode(name);

    /// <summary>Its name, as it can be asked for.</summary>
    public string Name => name;

    /// <summary>Writes the name and what the object has there.</summary>
    public void Write(Utf8JsonWriter writer, T owner) => write(writer, _encoded, owner);
}
