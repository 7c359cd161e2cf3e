using System.Runtime.CompilerServices;
using SearchNews.Lucene.Index;
using SearchNews.Lucene.Store;

namespace SearchNews.Lucene.Codecs.Lucene84;

/// <summary>
/// PFOR blocks of 128 values from 0 up: a FOR block, and patches for the few values that are wider than the rest.
/// </summary>
/// <remarks>
/// <code>
/// u8  exceptions * 32 + width
///     width 0: vLong, the value of all 128; else a FOR block of the values' low bits
/// exceptions times: u8 index, u8 patch       value[index] |= patch &lt;&lt; width
/// </code>
/// Source: lucene84 PForUtil. The choice of the width is Lucene's, so blocks are the same byte for byte.
/// </remarks>
internal static class PForUtil
{
    private const int MaxExceptions = 3;
    private const int PatchBits = 8;

    /// <summary>Appends 128 values.</summary>
    [SkipLocalsInit]
    public static void Encode(ReadOnlySpan<int> values, DataOutput output)
    {
        (int greatest, int fourth) = FindGreatest(values);
        int maxWidth = ForUtil.BitsRequired(greatest);
        int width = Math.Max(ForUtil.BitsRequired(fourth), maxWidth - PatchBits);
        int low = (int)(uint.MaxValue >> (32 - width));

        Span<int> block = stackalloc int[Lucene84PostingsFormat.BlockSize];
        Span<byte> patches = stackalloc byte[2 * MaxExceptions];
        int exceptions = 0;
        for (int i = 0; i < block.Length; i++)
        {
            block[i] = values[i] & low;
            if (values[i] <= low) continue;
            patches[2 * exceptions] = (byte)i;
            patches[2 * exceptions + 1] = (byte)(values[i] >>> width);
            exceptions++;
        }

        if (maxWidth <= PatchBits && !block.ContainsAnyExcept(block[0]))
        {
            for (int i = 0; i < exceptions; i++) patches[2 * i + 1] <<= width;
            output.WriteByte((byte)(exceptions << 5));
            output.WriteVLong(block[0]);
        }
        else
        {
            output.WriteByte((byte)((exceptions << 5) | width));
            ForUtil.Encode(block, width, output);
        }

        output.WriteBytes(patches[..(2 * exceptions)]);
    }

    /// <summary>Reads 128 values into the start of <paramref name="values"/>; none is negative.</summary>
    public static void Decode(IndexInput input, Span<int> values)
    {
        values = values[..Lucene84PostingsFormat.BlockSize];
        int token = input.ReadByte();
        int width = token & 31;
        if (width == 0) values.Fill(ReadConstant(input));
        else ForUtil.Decode(input, width, values);
        int exceptions = token >>> 5;
        if (exceptions > 0) Patch(input, exceptions, width, values);
    }

    /// <summary>When all 128 values are the same, and not 0, reads the block and returns that value; else returns 0 and stays before the block.</summary>
    public static int ReadIfConstant(IndexInput input)
    {
        long at = input.Position;
        if (input.ReadByte() == 0)
        {
            int value = ReadConstant(input);
            if (value > 0) return value;
        }

        input.Position = at;
        return 0;
    }

    /// <summary>Passes over a block.</summary>
    public static void Skip(IndexInput input)
    {
        int token = input.ReadByte();
        int width = token & 31;
        int patches = 2 * (token >>> 5);
        if (width == 0)
        {
            input.ReadVLong();
            input.Skip(patches);
        }
        else
        {
            input.Skip(ForUtil.ByteLength(width) + patches);
        }
    }

    private static int ReadConstant(IndexInput input)
    {
        long at = input.Position;
        long value = input.ReadVLong();
        return value <= int.MaxValue ? (int)value : throw new CorruptIndexException($"the value of a constant block is {value}, expected at most 31 bits", input.Name, at);
    }

    private static void Patch(IndexInput input, int exceptions, int width, Span<int> values)
    {
        long at = input.Position;
        ReadOnlySpan<byte> patches = input.ReadSpan(2 * exceptions);
        for (int i = 0; i < patches.Length; i += 2)
        {
            long patch = (long)patches[i + 1] << width;
            if (patches[i] >= values.Length || patch > int.MaxValue)
                throw new CorruptIndexException($"patch {patch} of value {patches[i]}, expected at most 31 bits and value 127", input.Name, at + i);
            values[patches[i]] |= (int)patch;
        }
    }

    /// <summary>The greatest value, and the fourth in order: all but three fit into its bits.</summary>
    private static (int Greatest, int Fourth) FindGreatest(ReadOnlySpan<int> values)
    {
        int a = 0, b = 0, c = 0, d = 0; // descending
        foreach (int value in values)
        {
            if (value <= d) continue;
            d = value;
            if (d > c) (c, d) = (d, c);
            if (c > b) (b, c) = (c, b);
            if (b > a) (a, b) = (b, a);
        }

        return (a, d);
    }
}
