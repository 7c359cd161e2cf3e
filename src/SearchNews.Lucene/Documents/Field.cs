namespace SearchNews.Lucene.Documents;

/// <summary>One value of one field of a document to be indexed. Immutable. A name may occur several times in a document, and with several kinds, such as a keyword with sorted doc values.</summary>
public abstract class Field
{
    private protected Field(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        Name = name;
    }

    /// <summary>The field's name.</summary>
    public string Name { get; }
}
