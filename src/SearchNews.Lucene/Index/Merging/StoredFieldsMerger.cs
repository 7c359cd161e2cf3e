using SearchNews.Lucene.Codecs.Lucene87;

namespace SearchNews.Lucene.Index.Merging;

/// <summary>Copies the stored fields of the live documents, value by value.</summary>
internal sealed class StoredFieldsMerger(Lucene87StoredFieldsWriter writer, FieldInfos fields) : StoredFieldVisitor
{
    /// <summary>Copies the documents of a segment.</summary>
    public void Copy(MergeSource source)
    {
        StoredFieldsCursor stored = source.Reader.NewStoredFieldsCursor();
        for (int doc = 0; doc < source.Reader.MaxDoc; doc++)
        {
            if (source.Map(doc) < 0) continue;
            source.Stopping.ThrowIfCancellationRequested();
            writer.StartDocument();
            stored.VisitDocument(doc, this);
            writer.FinishDocument();
        }
    }

    /// <inheritdoc/>
    public override Decision NeedsField(FieldInfo field) => Decision.Yes;

    /// <inheritdoc/>
    public override void StringField(FieldInfo field, ReadOnlySpan<byte> utf8) => writer.WriteUtf8Field(Merged(field), utf8);

    /// <inheritdoc/>
    public override void BinaryField(FieldInfo field, ReadOnlySpan<byte> value) => writer.WriteField(Merged(field), value);

    /// <inheritdoc/>
    public override void Int32Field(FieldInfo field, int value) => writer.WriteField(Merged(field), value);

    /// <inheritdoc/>
    public override void Int64Field(FieldInfo field, long value) => writer.WriteField(Merged(field), value);

    /// <inheritdoc/>
    public override void SingleField(FieldInfo field, float value) => writer.WriteField(Merged(field), value);

    /// <inheritdoc/>
    public override void DoubleField(FieldInfo field, double value) => writer.WriteField(Merged(field), value);

    // A segment written by another program may number its fields differently.
    private FieldInfo Merged(FieldInfo field) => fields.Find(field.Name)!;
}
