namespace SearchNews.Lucene.Index.Merging;

/// <summary>The live content of several segments as one. One thread.</summary>
internal sealed class MergedContent : SegmentContent
{
    private readonly Dictionary<string, OrdinalMap> _ordinals = new(StringComparer.Ordinal);

    /// <summary>Merges the fields of the segments.</summary>
    /// <param name="sources">The segments, in order.</param>
    /// <param name="numbers">The fields of the index.</param>
    /// <exception cref="NotSupportedException">A segment has term vectors or points, which would be lost.</exception>
    public MergedContent(MergeSource[] sources, FieldNumbers numbers)
    {
        Sources = sources;
        MaxDoc = sources.Sum(s => s.Reader.NumDocs);
        Fields = MergeFields(sources, numbers);
    }

    /// <summary>The segments.</summary>
    public MergeSource[] Sources { get; }

    /// <inheritdoc/>
    public override FieldInfos Fields { get; }

    /// <inheritdoc/>
    public override int MaxDoc { get; }

    /// <inheritdoc/>
    public override TermsEnum? GetTerms(FieldInfo field) => new MergedTermsEnum(Sources, field.Name);

    /// <inheritdoc/>
    public override NumericDocValues GetNorms(FieldInfo field) => new MergedNumericDocValues(Sources, reader => reader.GetNormValues(field.Name));

    /// <inheritdoc/>
    public override NumericDocValues GetNumeric(FieldInfo field) => new MergedNumericDocValues(Sources, reader => reader.GetNumericDocValues(field.Name));

    /// <inheritdoc/>
    public override BinaryDocValues GetBinary(FieldInfo field) => new MergedBinaryDocValues(Sources, field.Name);

    /// <inheritdoc/>
    public override SortedNumericDocValues GetSortedNumeric(FieldInfo field) => new MergedSortedNumericDocValues(Sources, field.Name);

    /// <inheritdoc/>
    public override SortedDocValues GetSorted(FieldInfo field)
    {
        if (!_ordinals.TryGetValue(field.Name, out OrdinalMap? map)) _ordinals[field.Name] = map = MergedSortedDocValues.MapOrdinals(Sources, field.Name);
        return new MergedSortedDocValues(Sources, field.Name, map);
    }

    /// <inheritdoc/>
    public override SortedSetDocValues GetSortedSet(FieldInfo field)
    {
        if (!_ordinals.TryGetValue(field.Name, out OrdinalMap? map)) _ordinals[field.Name] = map = MergedSortedSetDocValues.MapOrdinals(Sources, field.Name);
        return new MergedSortedSetDocValues(Sources, field.Name, map);
    }

    private static FieldInfos MergeFields(MergeSource[] sources, FieldNumbers numbers)
    {
        var merged = new Dictionary<string, FieldInfo>(StringComparer.Ordinal);
        foreach (FieldInfo field in sources.SelectMany(s => s.Reader.FieldInfos))
        {
            if (field.HasTermVectors || field.PointDimensionCount > 0)
                throw new NotSupportedException($"Field '{field.Name}' has term vectors or points, which are not read and would be lost by merging.");
            FieldInfo sum = merged.GetValueOrDefault(field.Name) ?? new FieldInfo { Name = field.Name, Number = numbers.GetOrAdd(field.Name).Number };
            merged[field.Name] = sum with
            {
                IndexOptions = sum.IndexOptions != IndexOptions.None ? sum.IndexOptions : field.IndexOptions,
                OmitNorms = sum.OmitNorms || field.OmitNorms,
                HasPayloads = sum.HasPayloads || field.HasPayloads,
                IsSoftDeletesField = sum.IsSoftDeletesField || field.IsSoftDeletesField,
                DocValuesType = sum.DocValuesType != DocValuesType.None ? sum.DocValuesType : field.DocValuesType,
            };
        }

        return new FieldInfos(merged.Values.Select(SegmentFields.WithCodecAttributes));
    }
}
