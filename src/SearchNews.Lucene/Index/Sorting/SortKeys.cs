namespace SearchNews.Lucene.Index.Sorting;

/// <summary>The values that documents of one segment are ordered by, as numbers that compare like the values: one column for each key of the sort. Immutable.</summary>
internal sealed class SortKeys
{
    private readonly long[][] _columns;
    private readonly bool[] _reverse;

    private SortKeys(long[][] columns, bool[] reverse)
    {
        _columns = columns;
        _reverse = reverse;
    }

    /// <summary>Reads the columns of a segment that is about to be written.</summary>
    /// <exception cref="InvalidOperationException">A field has doc values of another type than the sort expects.</exception>
    public static SortKeys Of(SegmentContent content, IReadOnlyList<IndexSortField> sort) =>
        Read(sort, content.Fields, content.MaxDoc, content.GetNumeric, content.GetSorted);

    /// <summary>Reads the columns of a segment that was written.</summary>
    public static SortKeys Of(LeafReader reader, IReadOnlyList<IndexSortField> sort) =>
        Read(sort, reader.FieldInfos, reader.MaxDoc, field => reader.GetNumericDocValues(field.Name)!, field => reader.GetSortedDocValues(field.Name)!);

    /// <summary>Below 0 when <paramref name="left"/> comes first, 0 when the sort does not tell.</summary>
    public int Compare(int left, int right)
    {
        for (int i = 0; i < _columns.Length; i++)
        {
            int order = _columns[i][left].CompareTo(_columns[i][right]);
            if (order != 0) return _reverse[i] ? -order : order;
        }

        return 0;
    }

    private static SortKeys Read(IReadOnlyList<IndexSortField> sort, FieldInfos fields, int maxDoc, Func<FieldInfo, NumericDocValues> numeric, Func<FieldInfo, SortedDocValues> sorted)
    {
        var columns = new long[sort.Count][];
        for (int i = 0; i < columns.Length; i++)
        {
            IndexSortField key = sort[i];
            long[] column = columns[i] = new long[maxDoc];
            Array.Fill(column, Missing(key));
            DocValuesType expected = key.IsString ? DocValuesType.Sorted : DocValuesType.Numeric;
            if (fields.Find(key.Field) is not { } field || field.DocValuesType == DocValuesType.None) continue;
            if (field.DocValuesType != expected)
                throw new InvalidOperationException($"The index is sorted by field '{key.Field}' as {key.Type}, but the field has {field.DocValuesType} doc values.");
            if (key.IsString) Fill(column, sorted(field));
            else Fill(column, key, numeric(field));
        }

        return new SortKeys(columns, [.. sort.Select(k => k.Reverse)]);
    }

    private static void Fill(long[] column, SortedDocValues values)
    {
        for (int doc = values.NextDoc(); doc != Search.DocIdSetIterator.NoMoreDocs; doc = values.NextDoc()) column[doc] = values.OrdValue;
    }

    private static void Fill(long[] column, IndexSortField key, NumericDocValues values)
    {
        for (int doc = values.NextDoc(); doc != Search.DocIdSetIterator.NoMoreDocs; doc = values.NextDoc()) column[doc] = Comparable(key.Type, values.LongValue);
    }

    // Doc values hold the bits of a floating-point number; sortable bits compare like the number, -0 below 0, all NaN the greatest.
    private static long Comparable(string type, long value) => type switch
    {
        IndexSortField.DoubleType => IndexSortField.SortableBits(BitConverter.Int64BitsToDouble(value)),
        IndexSortField.FloatType => IndexSortField.SortableBits(BitConverter.Int32BitsToSingle((int)value)),
        IndexSortField.IntType => (int)value,
        _ => value,
    };

    // The missing value of the .si file has the sortable form already. Strings without a value come first unless told otherwise, numbers count as 0.
    private static long Missing(IndexSortField key) => key.IsString ? key.MissingValue == 0 ? long.MaxValue : long.MinValue : key.MissingValue ?? 0;
}
