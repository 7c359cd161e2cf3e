using SearchNews.Lucene.Index.Buffering;

namespace SearchNews.Lucene.Index.Sorting;

/// <summary>Doc values under the new numbers of their documents, each kind read whole into memory.</summary>
internal static class ReorderedValues
{
    public static NumericDocValues Of(NumericDocValues values, DocumentOrder order)
    {
        var numbers = new List<long>();
        var docs = new ReorderedDocs(values, order, () => numbers.Add(values.LongValue));
        return new BufferedNumericDocValues(docs.Docs, docs.Arrange(numbers));
    }

    public static BinaryDocValues Of(BinaryDocValues values, DocumentOrder order)
    {
        var bytes = new List<byte[]>();
        var docs = new ReorderedDocs(values, order, () => bytes.Add(values.BinaryValue.ToArray()));
        return new ReorderedBinaryDocValues(docs.Docs, docs.Arrange(bytes));
    }

    public static SortedDocValues Of(SortedDocValues values, DocumentOrder order)
    {
        var ords = new List<int>();
        var docs = new ReorderedDocs(values, order, () => ords.Add(values.OrdValue));
        return new ReorderedSortedDocValues(docs.Docs, docs.Arrange(ords), values);
    }

    public static SortedSetDocValues Of(SortedSetDocValues values, DocumentOrder order)
    {
        var sets = new List<long[]>();
        var docs = new ReorderedDocs(values, order, () => sets.Add(Ords(values)));
        return new ReorderedSortedSetDocValues(docs.Docs, docs.Arrange(sets), values);
    }

    public static SortedNumericDocValues Of(SortedNumericDocValues values, DocumentOrder order)
    {
        var lists = new List<long[]>();
        var docs = new ReorderedDocs(values, order, () => lists.Add(Numbers(values)));
        return new ReorderedSortedNumericDocValues(docs.Docs, docs.Arrange(lists));
    }

    private static long[] Ords(SortedSetDocValues values)
    {
        var ords = new List<long>();
        for (long ord = values.NextOrd(); ord != SortedSetDocValues.NoMoreOrds; ord = values.NextOrd()) ords.Add(ord);
        return [.. ords];
    }

    private static long[] Numbers(SortedNumericDocValues values)
    {
        var numbers = new long[values.ValueCount];
        for (int i = 0; i < numbers.Length; i++) numbers[i] = values.NextValue();
        return numbers;
    }
}
