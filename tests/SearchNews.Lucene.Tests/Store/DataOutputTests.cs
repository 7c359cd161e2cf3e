using SearchNews.Lucene.Store;

namespace SearchNews.Lucene.Tests.Store;

public sealed class DataOutputTests
{
    private static readonly long[] Edges = [0, 1, -1, 127, 128, 16_383, 16_384, int.MaxValue, int.MinValue, 1L << 35, (1L << 56) - 1, 1L << 56, long.MaxValue, long.MinValue];

    [Fact]
    public void Write_EveryEncoding_ReadsBack()
    {
        MemoryOutput output = new();
        foreach (long value in Edges)
        {
            output.WriteByte((byte)value);
            output.WriteInt16((short)value);
            output.WriteInt32((int)value);
            output.WriteInt64(value);
            output.WriteVInt((int)value);
            output.WriteVLong(value & long.MaxValue);
            output.WriteZInt((int)value);
            output.WriteZLong(value);
        }

        IndexInput input = new("file", output.ToArray());
        foreach (long value in Edges)
        {
            input.ReadByte().ShouldBe((byte)value);
            input.ReadInt16().ShouldBe((short)value);
            input.ReadInt32().ShouldBe((int)value);
            input.ReadInt64().ShouldBe(value);
            input.ReadVInt().ShouldBe((int)value);
            input.ReadVLong().ShouldBe(value & long.MaxValue);
            input.ReadZInt().ShouldBe((int)value);
            input.ReadZLong().ShouldBe(value);
        }

        input.Remaining.ShouldBe(0);
    }

    [Fact]
    public void Write_Integers_GivesTheBytesOfTheFormat()
    {
        Hex(o => o.WriteInt16(0x1234)).ShouldBe("1234");
        Hex(o => o.WriteInt32(0x12345678)).ShouldBe("12345678");
        Hex(o => o.WriteInt64(-2)).ShouldBe("fffffffffffffffe");
        Hex(o => o.WriteVInt(0)).ShouldBe("00");
        Hex(o => o.WriteVInt(128)).ShouldBe("8001");
        Hex(o => o.WriteVInt(614_400)).ShouldBe("80c025");
        Hex(o => o.WriteVInt(-1)).ShouldBe("ffffffff0f");
        Hex(o => o.WriteVLong(long.MaxValue)).ShouldBe("ffffffffffffffff7f");
        Hex(o => o.WriteZInt(-1)).ShouldBe("01");
        Hex(o => o.WriteZInt(1)).ShouldBe("02");
        Hex(o => o.WriteZLong(long.MinValue)).ShouldBe("ffffffffffffffffff01");
    }

    [Fact]
    public void Write_StringsSetsMaps_ReadBack()
    {
        MemoryOutput output = new();
        output.WriteString("");
        output.WriteString("été 🚀");
        output.WriteSet(["b", "a"]);
        output.WriteMap(new Dictionary<string, string> { ["k"] = "v", ["j"] = "" });
        IndexInput input = new("file", output.ToArray());
        input.ReadString().ShouldBe("");
        input.ReadString().ShouldBe("été 🚀");
        input.ReadSet().ShouldBe(["a", "b"]);
        input.ReadMap().ShouldBe(new Dictionary<string, string> { ["j"] = "", ["k"] = "v" });
        input.Remaining.ShouldBe(0);
    }

    [Fact]
    public void WriteVLong_Negative_Throws() => Should.Throw<ArgumentOutOfRangeException>(() => new MemoryOutput().WriteVLong(-1));

    [Fact]
    public void MemoryOutput_ManyPieces_KeepsThemAll()
    {
        Random random = Seeds.Random();
        MemoryOutput output = new();
        List<byte> model = [];
        for (int i = 0; i < 500; i++)
        {
            byte[] piece = Some.Bytes(random, random.Next(100));
            output.WriteBytes(piece);
            output.WriteByte((byte)i);
            model.AddRange([.. piece, (byte)i]);
            output.Position.ShouldBe(model.Count);
        }

        output.WrittenSpan.SequenceEqual(model.ToArray()).ShouldBeTrue();
        MemoryOutput copy = new();
        output.CopyTo(copy);
        copy.ToArray().ShouldBe(output.ToArray());
        output.Reset();
        output.Position.ShouldBe(0);
        output.WriteByte(1);
        output.ToArray().ShouldBe([1]);
    }

    private static string Hex(Action<DataOutput> write)
    {
        MemoryOutput output = new();
        write(output);
        return Convert.ToHexStringLower(output.WrittenSpan);
    }
}
