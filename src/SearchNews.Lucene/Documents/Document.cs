using System.Collections;

namespace SearchNews.Lucene.Documents;

/// <summary>The fields of one document to be indexed, in order. Not thread-safe.</summary>
/// <example><c>new Document { new StringField("id", "a1", stored: true), new TextField("title", "News") }</c></example>
public sealed class Document : IEnumerable<Field>
{
    private readonly List<Field> _fields = [];

    /// <summary>Number of fields.</summary>
    public int Count => _fields.Count;

    /// <summary>Appends a field. Text values of one name continue each other's positions in the order of adding.</summary>
    public void Add(Field field)
    {
        ArgumentNullException.ThrowIfNull(field);
        _fields.Add(field);
    }

    /// <summary>Removes all fields, to use the object again.</summary>
    public void Clear() => _fields.Clear();

    /// <summary>The fields without an allocation, for the indexer.</summary>
    public List<Field>.Enumerator GetEnumerator() => _fields.GetEnumerator();

    /// <inheritdoc/>
    IEnumerator<Field> IEnumerable<Field>.GetEnumerator() => _fields.GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => _fields.GetEnumerator();
}
