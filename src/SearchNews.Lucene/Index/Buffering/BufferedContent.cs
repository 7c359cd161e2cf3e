namespace SearchNews.Lucene.Index.Buffering;

/// <summary>The content of a <see cref="DocumentBuffer"/> as it is flushed. Nothing may be added to the buffer afterwards.</summary>
internal sealed class BufferedContent : SegmentContent
{
    private readonly Dictionary<string, FieldBuffer> _buffers;
    private readonly Dictionary<string, Func<SortedDocValues>> _sorted = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Func<SortedSetDocValues>> _sortedSet = new(StringComparer.Ordinal);

    /// <summary>Takes the buffer's content.</summary>
    public BufferedContent(DocumentBuffer buffer)
    {
        _buffers = buffer.Fields.ToDictionary(f => f.Numbered.Name, StringComparer.Ordinal);
        Fields = new FieldInfos(_buffers.Values.Select(f => f.ToFieldInfo()));
        MaxDoc = buffer.DocCount;
    }

    /// <inheritdoc/>
    public override FieldInfos Fields { get; }

    /// <inheritdoc/>
    public override int MaxDoc { get; }

    /// <inheritdoc/>
    public override TermsEnum? GetTerms(FieldInfo field) => new BufferedTermsEnum(new InvertedPostings(_buffers[field.Name].Indexed!.Postings));

    /// <inheritdoc/>
    public override NumericDocValues GetNorms(FieldInfo field) => _buffers[field.Name].Indexed!.Norms!.Values();

    /// <inheritdoc/>
    public override NumericDocValues GetNumeric(FieldInfo field) => ((NumericDocValuesBuffer)_buffers[field.Name].DocValues!).Values();

    /// <inheritdoc/>
    public override SortedDocValues GetSorted(FieldInfo field)
    {
        if (!_sorted.TryGetValue(field.Name, out Func<SortedDocValues>? values))
            _sorted[field.Name] = values = ((SortedDocValuesBuffer)_buffers[field.Name].DocValues!).Freeze();
        return values();
    }

    /// <inheritdoc/>
    public override SortedSetDocValues GetSortedSet(FieldInfo field)
    {
        if (!_sortedSet.TryGetValue(field.Name, out Func<SortedSetDocValues>? values))
            _sortedSet[field.Name] = values = ((SortedSetDocValuesBuffer)_buffers[field.Name].DocValues!).Freeze();
        return values();
    }

    /// <inheritdoc/>
    public override BinaryDocValues GetBinary(FieldInfo field) => ((BinaryDocValuesBuffer)_buffers[field.Name].DocValues!).Values();

    /// <inheritdoc/>
    public override SortedNumericDocValues GetSortedNumeric(FieldInfo field) => throw NoSuchKind(field);

    private static InvalidOperationException NoSuchKind(FieldInfo field) => new($"No document can have given field '{field.Name}' {field.DocValuesType} doc values.");
}
