using SearchNews.Lucene.Codecs.Lucene87;
using SearchNews.Lucene.Index.Sorting;

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
            Copy(stored, doc);
        }
    }

    /// <summary>Copies the live documents of several segments in another order than one after the other.</summary>
    public void Copy(MergeSource[] sources, DocumentOrder order)
    {
        var places = new (int Source, int Doc)[order.OldDocs.Length];
        for (int s = 0; s < sources.Length; s++)
        {
            for (int doc = 0; doc < sources[s].Reader.MaxDoc; doc++)
            {
                if (sources[s].Map(doc) is >= 0 and var merged) places[merged] = (s, doc);
            }
        }

        // Sources are in the same order, each for itself, so each is read from front to back.
        StoredFieldsCursor[] stored = [.. sources.Select(s => s.Reader.NewStoredFieldsCursor())];
        foreach (int merged in order.OldDocs)
        {
            sources[0].Stopping.ThrowIfCancellationRequested();
            (int source, int doc) = places[merged];
            Copy(stored[source], doc);
        }
    }

    /// <summary>Copies one document.</summary>
    public void Copy(StoredFieldsCursor stored, int doc)
    {
        writer.StartDocument();
        stored.VisitDocument(doc, this);
        writer.FinishDocument();
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
