using SearchNews.Lucene.Codecs.Lucene84;
using SearchNews.Lucene.Index;
using SearchNews.Lucene.Store;

namespace SearchNews.Lucene.Tests.Codecs.Lucene84;

public sealed class ImpactsTests
{
    /// <summary>Lists that Apache Lucene 8 wrote: freq and norm in turn, bytes.</summary>
    [Theory]
    [InlineData(new[] { 3, 4 }, "05 06")]
    [InlineData(new[] { 2, 1, 5, 2, 6, 40 }, "02 04 01 4a")]
    [InlineData(new[] { 1, 127, 2, -128 }, "01 fc01 01 ff03")]
    [InlineData(new[] { 32256, 1 }, "fe f7 03")]
    public void Write_KnownPairs_GivesLucenesBytes(int[] pairs, string expected)
    {
        ImpactAccumulator accumulator = new();
        foreach (int[] pair in pairs.Chunk(2)) accumulator.Add(pair[0], pair[1]);

        byte[] bytes = Write(accumulator);

        bytes.ShouldBe(Bytes.Parse(expected));
        Read(bytes).ShouldBe(pairs.Chunk(2).Select(pair => new Impact(pair[0], pair[1])));
    }

    [Fact]
    public void Write_RandomPairs_KeepsExactlyTheCompetitiveOnes()
    {
        for (int round = 0; round < 200; round++)
        {
            Random random = Seeds.Random(round);
            Impact[] added = [.. Enumerable.Range(0, random.Next(1, 200)).Select(_ => new Impact(random.Next(1, 40), (sbyte)random.Next(256)))];
            ImpactAccumulator first = new();
            ImpactAccumulator second = new();
            foreach (Impact impact in added) (random.Next(2) == 0 ? first : second).Add(impact.Freq, impact.Norm);
            first.AddAll(second);

            Impact[] kept = Read(Write(first));

            kept.ShouldBe(added.Where(a => !added.Any(b => b != a && b.Freq >= a.Freq && (ulong)b.Norm <= (ulong)a.Norm)).Distinct().OrderBy(a => a.Freq));
        }
    }

    [Fact]
    public void Add_NormWiderThanAByte_StaysBounded()
    {
        ImpactAccumulator accumulator = new();
        accumulator.Add(9, 300);

        Read(Write(accumulator)).ShouldBe([new Impact(9, 127)]);
    }

    [Fact]
    public void Clear_AfterAdding_ForgetsAll()
    {
        ImpactAccumulator accumulator = new();
        accumulator.Add(9, 3);
        accumulator.Clear();
        accumulator.Add(2, 5);

        Read(Write(accumulator)).ShouldBe([new Impact(2, 5)]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("04 03 03")]
    [InlineData("feffffff0f 02")]
    [InlineData("80")]
    public void Read_DamagedList_IsCorrupt(string bytes)
    {
        Should.Throw<CorruptIndexException>(() => Read(Bytes.Parse(bytes)));
    }

    private static byte[] Write(ImpactAccumulator accumulator)
    {
        MemoryOutput output = new();
        accumulator.Write(output);
        return output.ToArray();
    }

    private static Impact[] Read(byte[] bytes)
    {
        Impact[] impacts = [];
        int count = ImpactsCodec.Read(new IndexInput("x", bytes), bytes.Length, ref impacts);
        return impacts[..count];
    }
}
