using SearchNews.Lucene.Index;
using SearchNews.Lucene.Store;
using SearchNews.Lucene.Util;

namespace SearchNews.Lucene.Codecs.Lucene80;

/// <summary>Blocks of 2^14 values, each with a minimum and a width of its own; the layout is on <see cref="NumericColumnReader"/>.</summary>
internal sealed class BlocksColumn : NumericColumn
{
    private const int Shift = Lucene80DocValuesFormat.NumericBlockShift;

    private readonly IndexInput _data;
    private readonly long _gcd;
    private readonly Block[] _blocks;

    private BlocksColumn(IndexInput data, long gcd, int blocks)
    {
        _data = data;
        _gcd = gcd;
        _blocks = new Block[blocks];
    }

    /// <summary>Walks the blocks and compares their places with the jump table.</summary>
    /// <param name="data">Blocks and jump table.</param>
    /// <param name="dataOffset">Where they start in .dvd, which jumps are relative to.</param>
    /// <param name="count">Number of values.</param>
    /// <param name="gcd">Unit of the packed values.</param>
    /// <param name="jumps">Where the jump table starts in .dvd.</param>
    /// <exception cref="CorruptIndexException">A block or a jump is impossible.</exception>
    public static BlocksColumn Read(IndexInput data, long dataOffset, long count, long gcd, long jumps)
    {
        long blocks = (count + (1L << Shift) - 1) >> Shift;
        if (blocks > data.Length / 8) throw new CorruptIndexException($"{blocks} blocks in {data.Length} bytes", data.Name, 0);
        var column = new BlocksColumn(data, gcd, (int)blocks);
        for (int b = 0; b < blocks; b++)
        {
            int start = (int)data.Position;
            int bits = data.ReadByte();
            long min = data.ReadInt64();
            if (bits == 0)
            {
                column._blocks[b] = new Block(start, 0, min, 0);
                continue;
            }

            int length = data.ReadInt32();
            column._blocks[b] = new Block(start, bits, min, (int)data.Position);
            long values = Math.Min(1L << Shift, count - ((long)b << Shift));
            if (!DirectWriter.IsLegal(bits) || length < DirectWriter.ByteLength(values, bits))
                throw new CorruptIndexException($"block {b} has {values} values of {bits} bits in {length} bytes", data.Name, start);
            data.Skip(length);
        }

        if (data.Position + dataOffset != jumps) throw new CorruptIndexException($"the jump table is not at {jumps}", data.Name, data.Position);
        foreach (Block block in column._blocks) CheckJump(data, dataOffset + block.Start);
        CheckJump(data, jumps);
        return column;
    }

    public override long Get(long index)
    {
        ref readonly Block block = ref _blocks[index >> Shift];
        return block.Bits == 0 ? block.Min : block.Min + (_gcd * DirectReader.Get(_data.Span[block.Values..], block.Bits, index & ((1 << Shift) - 1)));
    }

    private static void CheckJump(IndexInput data, long expected)
    {
        long jump = data.ReadInt64();
        if (jump != expected) throw new CorruptIndexException($"jump expected {expected}, got {jump}", data.Name, data.Position - 8);
    }

    private readonly record struct Block(int Start, int Bits, long Min, int Values);
}
