namespace SearchNews.Lucene.Documents;

/// <summary>Text that the field's analyzer splits into terms, indexed with frequencies, positions and norms.</summary>
public sealed class TextField : Field
{
    /// <summary>Creates a value.</summary>
    /// <param name="name">The field's name.</param>
    /// <param name="value">The text.</param>
    /// <param name="stored">Whether it can be read back.</param>
    public TextField(string name, string value, bool stored = false)
        : base(name)
    {
        ArgumentNullException.ThrowIfNull(value);
        Value = value;
        IsStored = stored;
    }

    /// <summary>The text.</summary>
    public string Value { get; }

    /// <summary>Whether it can be read back.</summary>
    public bool IsStored { get; }
}
