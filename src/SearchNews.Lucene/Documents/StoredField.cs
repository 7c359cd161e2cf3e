namespace SearchNews.Lucene.Documents;

/// <summary>A value that is only stored: a string, bytes, or a 32- or 64-bit integer or floating-point number.</summary>
public sealed class StoredField : Field
{
    /// <summary>Stores a string.</summary>
    public StoredField(string name, string value)
        : this(name, (object)value)
    {
    }

    /// <summary>Stores bytes, which must not change afterwards.</summary>
    public StoredField(string name, byte[] value)
        : this(name, (object)value)
    {
    }

    /// <summary>Stores a 32-bit integer.</summary>
    public StoredField(string name, int value)
        : this(name, (object)value)
    {
    }

    /// <summary>Stores a 64-bit integer.</summary>
    public StoredField(string name, long value)
        : this(name, (object)value)
    {
    }

    /// <summary>Stores a single-precision number.</summary>
    public StoredField(string name, float value)
        : this(name, (object)value)
    {
    }

    /// <summary>Stores a double-precision number.</summary>
    public StoredField(string name, double value)
        : this(name, (object)value)
    {
    }

    private StoredField(string name, object value)
        : base(name)
    {
        ArgumentNullException.ThrowIfNull(value);
        Value = value;
    }

    /// <summary>A <see cref="string"/>, <see cref="byte"/> array, <see cref="int"/>, <see cref="long"/>, <see cref="float"/> or <see cref="double"/>.</summary>
    public object Value { get; }
}
