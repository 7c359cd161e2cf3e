using SearchNews.Lucene.Index;
using SearchNews.Lucene.Store;
using SearchNews.Lucene.Util;

namespace SearchNews.Lucene.Codecs.Lucene80;

/// <summary>
/// Opens the column of a NUMERIC or SORTED_NUMERIC field.
/// <code>
/// column = i64 values, i32 form, i64 table[form], u8 bits, i64 min, i64 gcd, i64 offset, i64 length, i64 jumps
///   bits 0           min for all, no data, whatever gcd
///   form >= 0        table[packed(i)]
///   form -1          min + gcd * packed(i), wrapping
///   form -16         blocks of 2^14 values: u8 bits, i64 min, [i32 byteLength, packed values when bits > 0], each with its own min;
///                    at jumps the i64 place of each block, then i64 jumps
/// packed is Util.DirectWriter's form.
/// </code>
/// </summary>
internal static class NumericColumnReader
{
    /// <summary>Reads the metadata and opens the column.</summary>
    /// <param name="meta">.dvm, at the column.</param>
    /// <param name="data">.dvd.</param>
    /// <param name="count">Number of values.</param>
    /// <exception cref="CorruptIndexException">Something about it is impossible.</exception>
    public static NumericColumn Read(IndexInput meta, IndexInput data, out long count)
    {
        long at = meta.Position;
        count = meta.ReadInt64();
        int form = meta.ReadInt32();
        if (count is < 0 or > int.MaxValue || form is > Lucene80DocValuesFormat.MaxTableSize or < Lucene80DocValuesFormat.PlainForm and not Lucene80DocValuesFormat.BlocksForm)
            throw new CorruptIndexException($"column of {count} values in form {form}", meta.Name, at);
        long[] table = new long[Math.Max(0, form)];
        foreach (ref long value in table.AsSpan()) value = meta.ReadInt64();
        int bits = meta.ReadByte();
        long min = meta.ReadInt64();
        long gcd = meta.ReadInt64();
        long offset = meta.ReadInt64();
        long length = meta.ReadInt64();
        long jumps = meta.ReadInt64();
        if (form == Lucene80DocValuesFormat.BlocksForm)
            return BlocksColumn.Read(data.Slice("blocks", offset, length), offset, count, gcd, jumps);
        if (bits == 0 || count == 0) return new ConstantColumn(min);
        IndexInput values = SlicePacked(meta, data, offset, length, count, bits);
        return form >= 0 ? new TableColumn(values, bits, table) : new PackedColumn(values, bits, min, gcd);
    }

    /// <summary>The place of <paramref name="count"/> packed values.</summary>
    /// <exception cref="CorruptIndexException">The width is none, or the values do not fit.</exception>
    public static IndexInput SlicePacked(IndexInput meta, IndexInput data, long offset, long length, long count, int bits)
    {
        if (!DirectWriter.IsLegal(bits) || DirectWriter.ByteLength(count, bits) > length)
            throw new CorruptIndexException($"{count} values of {bits} bits in {length} bytes", meta.Name, meta.Position);
        return data.Slice("values", offset, length);
    }
}
