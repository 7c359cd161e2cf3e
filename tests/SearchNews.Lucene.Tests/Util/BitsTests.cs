using SearchNews.Lucene.Util;

namespace SearchNews.Lucene.Tests.Util;

public sealed class BitsTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(200)]
    public void Indexer_AnyChanges_AreThoseOfAnArray(int length)
    {
        Random random = Seeds.Random(length);
        var bits = new Bits(length);
        bool[] model = new bool[length];
        for (int i = 0; i < 3 * length; i++)
        {
            int at = random.Next(length);
            bits[at] = model[at] = random.Next(2) == 0;
        }

        for (int i = 0; i < length; i++) bits[i].ShouldBe(model[i]);
        bits.Cardinality().ShouldBe(model.Count(b => b));
        bits.Words.Length.ShouldBe((length + 63) / 64);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(130)]
    public void SetAll_AnyLength_SetsNothingBeyond(int length)
    {
        var bits = new Bits(length);
        bits.SetAll();
        bits.Cardinality().ShouldBe(length);
        if (length == 130) bits.Words[2].ShouldBe(3UL);
    }

    [Fact]
    public void Clone_Changed_LeavesTheOriginal()
    {
        var bits = new Bits(10);
        bits[3] = true;
        Bits copy = bits.Clone();
        copy[3] = false;
        copy[4] = true;
        bits.Words[0].ShouldBe(8UL);
        copy.Words[0].ShouldBe(16UL);
    }
}
