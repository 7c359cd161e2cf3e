namespace SearchNews.Lucene.Index.Sorting;

/// <summary>The content of a segment with its documents in another order. One thread.</summary>
internal sealed class ReorderedContent(SegmentContent content, DocumentOrder order) : SegmentContent
{
    /// <inheritdoc/>
    public override FieldInfos Fields => content.Fields;

    /// <inheritdoc/>
    public override int MaxDoc => content.MaxDoc;

    /// <inheritdoc/>
    public override TermsEnum? GetTerms(FieldInfo field) => content.GetTerms(field) is { } terms ? new ReorderedTermsEnum(terms, field, order) : null;

    /// <inheritdoc/>
    public override NumericDocValues GetNorms(FieldInfo field) => ReorderedValues.Of(content.GetNorms(field), order);

    /// <inheritdoc/>
    public override NumericDocValues GetNumeric(FieldInfo field) => ReorderedValues.Of(content.GetNumeric(field), order);

    /// <inheritdoc/>
    public override BinaryDocValues GetBinary(FieldInfo field) => ReorderedValues.Of(content.GetBinary(field), order);

    /// <inheritdoc/>
    public override SortedDocValues GetSorted(FieldInfo field) => ReorderedValues.Of(content.GetSorted(field), order);

    /// <inheritdoc/>
    public override SortedSetDocValues GetSortedSet(FieldInfo field) => ReorderedValues.Of(content.GetSortedSet(field), order);

    /// <inheritdoc/>
    public override SortedNumericDocValues GetSortedNumeric(FieldInfo field) => ReorderedValues.Of(content.GetSortedNumeric(field), order);
}
