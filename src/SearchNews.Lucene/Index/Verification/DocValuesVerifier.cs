using SearchNews.Lucene.Search;
using SearchNews.Lucene.Util;

namespace SearchNews.Lucene.Index.Verification;

/// <summary>Reads all doc values of a field in order and at random; sorted ones must be strictly ascending, and each in use.</summary>
internal static class DocValuesVerifier
{
    private delegate ReadOnlySpan<byte> Lookup(long ord);

    public static void Verify(SegmentReader reader, FieldInfo field, VerificationLog log)
    {
        switch (field.DocValuesType)
        {
            case DocValuesType.Numeric: VerifyNumeric(reader, field, log); break;
            case DocValuesType.Binary: VerifyBinary(reader, field, log); break;
            case DocValuesType.Sorted: VerifySorted(reader, field, log); break;
            case DocValuesType.SortedSet: VerifySortedSet(reader, field, log); break;
            case DocValuesType.SortedNumeric: VerifySortedNumeric(reader, field, log); break;
        }
    }

    private static void VerifyNumeric(SegmentReader reader, FieldInfo field, VerificationLog log)
    {
        if (reader.GetNumericDocValues(field.Name) is not { } values) return;
        NumericDocValues random = reader.GetNumericDocValues(field.Name)!;
        foreach (int doc in Docs(reader, values, random, log))
        {
            log.DocValues++;
            log.Expect(random.LongValue == values.LongValue, $"document {doc} has {values.LongValue} in order, {random.LongValue} at random");
        }
    }

    private static void VerifyBinary(SegmentReader reader, FieldInfo field, VerificationLog log)
    {
        if (reader.GetBinaryDocValues(field.Name) is not { } values) return;
        BinaryDocValues random = reader.GetBinaryDocValues(field.Name)!;
        foreach (int doc in Docs(reader, values, random, log))
        {
            log.DocValues++;
            log.Expect(random.BinaryValue.SequenceEqual(values.BinaryValue), $"document {doc} has another value at random than in order");
        }
    }

    private static void VerifySorted(SegmentReader reader, FieldInfo field, VerificationLog log)
    {
        if (reader.GetSortedDocValues(field.Name) is not { } values) return;
        SortedDocValues random = reader.GetSortedDocValues(field.Name)!;
        var used = new Bits(values.ValueCount);
        foreach (int doc in Docs(reader, values, random, log))
        {
            log.DocValues++;
            int ord = values.OrdValue;
            if (ord < 0 || ord >= values.ValueCount) throw new CorruptIndexException($"document {doc} has ordinal {ord} of {values.ValueCount}", reader.Commit.Name, 0);
            used[ord] = true;
            log.Expect(random.OrdValue == ord, $"document {doc} has ordinal {ord} in order, {random.OrdValue} at random");
        }

        VerifyTerms(used, ord => values.LookupOrd((int)ord), term => values.LookupTerm(term), log);
    }

    private static void VerifySortedSet(SegmentReader reader, FieldInfo field, VerificationLog log)
    {
        if (reader.GetSortedSetDocValues(field.Name) is not { } values) return;
        SortedSetDocValues random = reader.GetSortedSetDocValues(field.Name)!;
        var used = new Bits(checked((int)values.ValueCount));
        foreach (int doc in Docs(reader, values, random, log))
        {
            long previous = -1;
            for (long ord = values.NextOrd(); ord != SortedSetDocValues.NoMoreOrds; ord = values.NextOrd())
            {
                log.DocValues++;
                if (ord <= previous || ord >= values.ValueCount) throw new CorruptIndexException($"document {doc} has ordinal {ord} after {previous}, of {values.ValueCount}", reader.Commit.Name, 0);
                previous = ord;
                used[(int)ord] = true;
                long other = random.NextOrd();
                log.Expect(other == ord, $"document {doc} has ordinal {ord} in order, {other} at random");
            }

            log.Expect(previous >= 0, $"document {doc} has an empty set");
        }

        VerifyTerms(used, values.LookupOrd, values.LookupTerm, log);
    }

    private static void VerifySortedNumeric(SegmentReader reader, FieldInfo field, VerificationLog log)
    {
        if (reader.GetSortedNumericDocValues(field.Name) is not { } values) return;
        SortedNumericDocValues random = reader.GetSortedNumericDocValues(field.Name)!;
        foreach (int doc in Docs(reader, values, random, log))
        {
            int count = values.ValueCount;
            log.Expect(count > 0 && random.ValueCount == count, $"document {doc} has {count} values in order, {random.ValueCount} at random");
            long previous = long.MinValue;
            for (int i = 0; i < count; i++)
            {
                log.DocValues++;
                long value = values.NextValue();
                log.Expect(value >= previous, $"document {doc} has {value} after {previous}");
                previous = value;
            }
        }
    }

    /// <summary>The documents in order; the other iterator stands on each by random access.</summary>
    private static IEnumerable<int> Docs(SegmentReader reader, DocValuesIterator values, DocValuesIterator random, VerificationLog log)
    {
        int previous = -1;
        for (int doc = values.NextDoc(); doc != DocIdSetIterator.NoMoreDocs; doc = values.NextDoc())
        {
            if (doc <= previous || doc >= reader.MaxDoc) throw new CorruptIndexException($"document {doc} comes after {previous}, of {reader.MaxDoc}", reader.Commit.Name, 0);
            if (doc - previous > 1) log.Expect(!random.AdvanceExact(doc - 1), $"document {doc - 1} has a value at random, none in order");
            bool found = random.AdvanceExact(doc);
            log.Expect(found, $"document {doc} has a value in order, none at random");
            previous = doc;
            if (found) yield return doc;
        }
    }

    private static void VerifyTerms(Bits used, Lookup lookup, Func<ReadOnlySpan<byte>, long> find, VerificationLog log)
    {
        byte[] previous = [];
        for (int ord = 0; ord < used.Length; ord++)
        {
            log.Expect(used[ord], $"no document has value {ord}");
            byte[] value = lookup(ord).ToArray();
            log.Expect(ord == 0 || previous.AsSpan().SequenceCompareTo(value) < 0, $"value {ord} is not above the one before");
            if (ord % 64 == 0) log.Expect(find(value) == ord, $"value {ord} is found at {find(value)}");
            previous = value;
        }
    }
}
