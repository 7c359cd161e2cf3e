using SearchNews.Lucene.Codecs.Lucene87;
using SearchNews.Lucene.Index.Sorting;

namespace SearchNews.Lucene.Index.Merging;

/// <summary>Copies the stored fields of the live documents: whole compressed chunks where that can be done, else value by value.</summary>
internal sealed class StoredFieldsMerger(Lucene87StoredFieldsWriter writer, FieldInfos fields) : StoredFieldVisitor
{
    // A chunk of fewer bytes is not copied but filled up, so that short ones do not pile up from merge to merge.
    private const int MinCopiedBytes = Lucene87StoredFieldsFormat.ChunkSize / 2;

    // A segment whose first chunk comes after a part of one makes that a short chunk. This many full ones must follow to make up for it.
    private const int MinCopiedChunks = 16;

    /// <summary>Copies the documents of a segment.</summary>
    public void Copy(MergeSource source)
    {
        if (CanCopyChunks(source)) CopyChunks(source);
        else CopyDocuments(source, source.Reader.NewStoredFieldsCursor(), 0, source.Reader.MaxDoc);
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

    /// <summary>Whether the segment's chunks are what the writer would write of its documents, all of which are live and have fields of the same numbers.</summary>
    private bool CanCopyChunks(MergeSource source) =>
        source.KeepsAllDocs && source.Reader.StoredFields.HasWrittenShape && source.Reader.FieldInfos.All(f => Merged(f).Number == f.Number);

    private void CopyChunks(MergeSource source)
    {
        Lucene87StoredFieldsReader reader = source.Reader.StoredFields;
        StoredFieldsCursor cursor = source.Reader.NewStoredFieldsCursor();
        int[] lengths = [];
        bool isLong = reader.ChunkCount >= MinCopiedChunks;
        for (int doc = 0; doc < source.Reader.MaxDoc;)
        {
            source.Stopping.ThrowIfCancellationRequested();
            StoredFieldsChunk chunk = reader.OpenChunk(doc);
            if (lengths.Length < 2 * chunk.Docs) lengths = new int[2 * chunk.Docs];
            bool isFull = chunk.Docs == Lucene87StoredFieldsFormat.MaxDocsPerChunk || reader.ReadLengths(chunk, lengths) >= MinCopiedBytes;
            if (isFull && (isLong || writer.IsBetweenChunks)) writer.CopyChunk(reader.OpenChunk(doc));
            else CopyDocuments(source, cursor, doc, doc + chunk.Docs);
            doc += chunk.Docs;
        }
    }

    private void CopyDocuments(MergeSource source, StoredFieldsCursor stored, int from, int to)
    {
        for (int doc = from; doc < to; doc++)
        {
            if (source.Map(doc) < 0) continue;
            source.Stopping.ThrowIfCancellationRequested();
            Copy(stored, doc);
        }
    }

    // A segment written by another program may number its fields differently.
    private FieldInfo Merged(FieldInfo field) => fields.Find(field.Name)!;
}
