using SearchNews.Lucene.Index;
using SearchNews.Lucene.Search;
using SearchNews.Lucene.Store;
using SearchNews.Lucene.Util;

namespace SearchNews.Lucene.Codecs.Lucene80;

/// <summary>Writes a numeric column in the form that takes least room; the forms are on <see cref="NumericColumnReader"/>.</summary>
internal sealed class NumericColumnWriter(DataOutput meta, DataOutput data)
{
    /// <summary>Writes the values of all documents in order.</summary>
    /// <param name="values">Called for each pass; returns a fresh iterator over the same values.</param>
    /// <param name="statistics">What they are like.</param>
    public void Write(Func<SortedNumericDocValues> values, NumericStatistics statistics)
    {
        meta.WriteInt64(statistics.Count);
        if (statistics.Count == 0 || statistics.Min == statistics.Max)
        {
            WriteMeta(Lucene80DocValuesFormat.PlainForm, [], 0, statistics.Count == 0 ? 0 : statistics.Min, statistics.Gcd);
            WritePlace(data.Position, -1);
            return;
        }

        int bits = DirectWriter.BitsRequired(Units(statistics.Min, statistics.Max, statistics.Gcd));
        long[]? table = statistics.Distinct;
        if (table is not null && DirectWriter.BitsRequired(table.Length - 1) < bits) WriteTable(values(), table);
        else if (statistics.BlocksPay) WriteBlocks(values(), statistics);
        else WritePlain(values(), statistics, bits);
    }

    // The difference is unsigned: it may need all 64 bits.
    private static long Units(long min, long value, long gcd) => (long)((ulong)(value - min) / (ulong)gcd);

    private void WriteTable(SortedNumericDocValues values, long[] table)
    {
        int bits = DirectWriter.BitsRequired(table.Length - 1);
        WriteMeta(table.Length, table, (byte)bits, 0, 1);
        long start = data.Position;
        var writer = new DirectWriter(data, bits);
        while (values.NextDoc() != DocIdSetIterator.NoMoreDocs)
        {
            for (int i = values.ValueCount; i > 0; i--) writer.Add(Array.BinarySearch(table, values.NextValue()));
        }

        writer.Finish();
        WritePlace(start, -1);
    }

    private void WritePlain(SortedNumericDocValues values, NumericStatistics statistics, int bits)
    {
        (long min, long gcd) = (statistics.Min, statistics.Gcd);

        // Values that are as wide as their differences are stored as they are, which saves readers the addition.
        if (gcd == 1 && min > 0 && DirectWriter.BitsRequired(statistics.Max) == bits) min = 0;
        WriteMeta(Lucene80DocValuesFormat.PlainForm, [], (byte)bits, min, gcd);
        long start = data.Position;
        var writer = new DirectWriter(data, bits);
        while (values.NextDoc() != DocIdSetIterator.NoMoreDocs)
        {
            for (int i = values.ValueCount; i > 0; i--) writer.Add(Units(min, values.NextValue(), gcd));
        }

        writer.Finish();
        WritePlace(start, -1);
    }

    private void WriteBlocks(SortedNumericDocValues values, NumericStatistics statistics)
    {
        WriteMeta(Lucene80DocValuesFormat.BlocksForm, [], Lucene80DocValuesFormat.WidthOfBlocks, statistics.Min, statistics.Gcd);
        long start = data.Position;
        var pointers = new List<long>();
        long[] block = new long[Lucene80DocValuesFormat.NumericBlockSize];
        int count = 0;
        while (values.NextDoc() != DocIdSetIterator.NoMoreDocs)
        {
            for (int i = values.ValueCount; i > 0; i--)
            {
                block[count++] = values.NextValue();
                if (count < block.Length) continue;
                WriteBlock(block, statistics.Gcd, pointers);
                count = 0;
            }
        }

        if (count > 0) WriteBlock(block.AsSpan(0, count), statistics.Gcd, pointers);
        long jumps = data.Position;
        foreach (long pointer in pointers) data.WriteInt64(pointer);
        data.WriteInt64(jumps);
        WritePlace(start, jumps);
    }

    private void WriteBlock(ReadOnlySpan<long> block, long gcd, List<long> pointers)
    {
        pointers.Add(data.Position);
        (long min, long max) = (block[0], block[0]);
        foreach (long value in block) (min, max) = (Math.Min(min, value), Math.Max(max, value));
        int bits = min == max ? 0 : DirectWriter.BitsRequired(Units(min, max, gcd));
        data.WriteByte((byte)bits);
        data.WriteInt64(min);
        if (bits == 0) return;
        data.WriteInt32((int)DirectWriter.ByteLength(block.Length, bits));
        var writer = new DirectWriter(data, bits);
        foreach (long value in block) writer.Add(Units(min, value, gcd));
        writer.Finish();
    }

    private void WriteMeta(int form, ReadOnlySpan<long> table, byte bits, long min, long gcd)
    {
        meta.WriteInt32(form);
        foreach (long value in table) meta.WriteInt64(value);
        meta.WriteByte(bits);
        meta.WriteInt64(min);
        meta.WriteInt64(gcd);
    }

    private void WritePlace(long start, long jumps)
    {
        meta.WriteInt64(start);
        meta.WriteInt64(data.Position - start);
        meta.WriteInt64(jumps);
    }
}
