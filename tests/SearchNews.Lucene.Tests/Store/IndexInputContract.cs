using SearchNews.Lucene.Index;
using SearchNews.Lucene.Store;

namespace SearchNews.Lucene.Tests.Store;

/// <summary>What an input promises, whatever holds its bytes; a test class for each kind inherits it.</summary>
public abstract class IndexInputContract
{
    public static TheoryData<string, Action<IndexInput>> Reads => new()
    {
        { "byte", i => i.ReadByte() },
        { "i16", i => i.ReadInt16() },
        { "i32", i => i.ReadInt32() },
        { "i64", i => i.ReadInt64() },
        { "vInt", i => i.ReadVInt() },
        { "vLong", i => i.ReadVLong() },
        { "zLong", i => i.ReadZLong() },
        { "string", i => i.ReadString() },
        { "set", i => i.ReadSet() },
        { "map", i => i.ReadMap() },
        { "span", i => i.ReadSpan(1) },
        { "bytes", i => i.ReadBytes(new byte[9]) },
        { "skip", i => i.Skip(9) },
        { "position", i => i.Position = -1 },
    };

    [Theory]
    [MemberData(nameof(Reads))]
    public void Read_PastTheEnd_IsCorrupt(string what, Action<IndexInput> read)
    {
        var error = Should.Throw<CorruptIndexException>(() => read(Create("_0.xyz", [])), what);
        error.FileName.ShouldBe("_0.xyz");
        error.Message.ShouldContain("_0.xyz");
        Should.Throw<CorruptIndexException>(() => read(Create("_0.xyz", [1, 2, 0x81, 0x82]).Slice("part", 2, 0)), what).FileName.ShouldBe("_0.xyz[part]");
    }

    [Theory]
    [InlineData("ffffffffff01")]
    [InlineData("8080808080")]
    public void ReadVInt_LongerThanFiveBytes_IsCorrupt(string hex) => Should.Throw<CorruptIndexException>(() => Input(hex).ReadVInt());

    [Fact]
    public void ReadVLong_LongerThanNineBytes_IsCorrupt() => Should.Throw<CorruptIndexException>(() => Input("80808080808080808001").ReadVLong());

    [Fact]
    public void ReadZLong_LongerThanTenBytes_IsCorrupt() => Should.Throw<CorruptIndexException>(() => Input("8080808080808080808001").ReadZLong());

    [Theory]
    [InlineData("ffffffff0f")]
    [InlineData("06")]
    public void ReadVInt_OutOfItsRange_IsCorrupt(string hex) => Should.Throw<CorruptIndexException>(() => Input(hex).ReadVInt("length", 5)).Message.ShouldContain("length");

    [Theory]
    [InlineData("ffffffff07")]
    [InlineData("03")]
    public void ReadString_LengthBeyondTheFile_IsCorrupt(string hex)
    {
        Should.Throw<CorruptIndexException>(() => Input(hex).ReadString());
        Should.Throw<CorruptIndexException>(() => Input(hex).ReadSet());
        Should.Throw<CorruptIndexException>(() => Input(hex).ReadMap());
    }

    [Fact]
    public void Clone_MovedOn_LeavesTheOriginal()
    {
        IndexInput input = Input("0102030405");
        input.ReadByte();
        IndexInput clone = input.Clone();
        clone.ReadInt16().ShouldBe((short)0x0203);
        input.Position.ShouldBe(1);
        input.ReadByte().ShouldBe((byte)2);
    }

    [Fact]
    public void Slice_Inside_CountsFromItsOwnStart()
    {
        IndexInput slice = Input("0102030405").Slice("middle", 1, 3);
        slice.Length.ShouldBe(3);
        slice.Position.ShouldBe(0);
        slice.Span.ToArray().ShouldBe([2, 3, 4]);
        slice.Position = 2;
        slice.ReadByte().ShouldBe((byte)4);
        slice.Remaining.ShouldBe(0);
        slice.Clone().Remaining.ShouldBe(0);
        slice.Slice("inner", 1, 2).Span.ToArray().ShouldBe([3, 4]);
    }

    [Theory]
    [InlineData(0, 6)]
    [InlineData(5, 1)]
    [InlineData(-1, 2)]
    [InlineData(2, -1)]
    [InlineData(long.MaxValue, 1)]
    [InlineData(1, long.MaxValue)]
    [InlineData(long.MinValue, long.MinValue)]
    public void Slice_Outside_IsCorrupt(long offset, long length) => Should.Throw<CorruptIndexException>(() => Input("0102030405").Slice("part", offset, length));

    /// <summary>An input over the bytes.</summary>
    protected abstract IndexInput Create(string name, byte[] bytes);

    private IndexInput Input(string hex) => Create("file", Convert.FromHexString(hex));
}
