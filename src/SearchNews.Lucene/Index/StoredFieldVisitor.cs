namespace SearchNews.Lucene.Index;

/// <summary>Receives the stored fields of one document, in the order in which they were added.</summary>
public abstract class StoredFieldVisitor
{
    /// <summary>Whether to load a field; <see cref="Decision.Stop"/> ends the document.</summary>
    public enum Decision
    {
        /// <summary>Skip this field.</summary>
        No,

        /// <summary>Deliver this field.</summary>
        Yes,

        /// <summary>Deliver neither this field nor any other.</summary>
        Stop,
    }

    /// <summary>Decides about the next field.</summary>
    public abstract Decision NeedsField(FieldInfo field);

    /// <summary>A string, as UTF-8; valid during the call.</summary>
    public abstract void StringField(FieldInfo field, ReadOnlySpan<byte> utf8);

    /// <summary>Bytes; valid during the call.</summary>
    public abstract void BinaryField(FieldInfo field, ReadOnlySpan<byte> value);

    /// <summary>A 32-bit integer.</summary>
    public abstract void Int32Field(FieldInfo field, int value);

    /// <summary>A 64-bit integer.</summary>
    public abstract void Int64Field(FieldInfo field, long value);

    /// <summary>A single-precision number.</summary>
    public abstract void SingleField(FieldInfo field, float value);

    /// <summary>A double-precision number.</summary>
    public abstract void DoubleField(FieldInfo field, double value);
}
