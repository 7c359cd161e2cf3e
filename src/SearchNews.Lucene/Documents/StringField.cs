namespace SearchNews.Lucene.Documents;

/// <summary>A keyword: the whole value is one term, at most <see cref="Index.IndexLimits.MaxTermLength"/> bytes of UTF-8, without frequencies, positions or norms.</summary>
public sealed class StringField : Field
{
    /// <summary>Creates a value.</summary>
    /// <param name="name">The field's name.</param>
    /// <param name="value">The keyword; may be empty.</param>
    /// <param name="stored">Whether it can be read back.</param>
    public StringField(string name, string value, bool stored = false)
        : base(name)
    {
        ArgumentNullException.ThrowIfNull(value);
        Value = value;
        IsStored = stored;
    }

    /// <summary>The keyword.</summary>
    public string Value { get; }

    /// <summary>Whether it can be read back.</summary>
    public bool IsStored { get; }
}
