using SearchNews.Lucene.Codecs.Lucene84;

namespace SearchNews.Lucene.Tests.Codecs.Lucene84;

public sealed class PrefixSumTests
{
    [Fact]
    public void AddUp_AnyValues_IsTheSameAsOneByOne()
    {
        for (int round = 0; round < 200; round++)
        {
            Random random = Seeds.Random(round);

            // Sums that wrap round are the same too.
            int[] values = [.. Some.Longs(random, 4 * random.Next(33), maxBits: 31).Select(value => (int)value)];
            int start = random.Next(int.MinValue, int.MaxValue);
            int[] expected = [.. values];
            PrefixSum.AddUpPlain(expected, start);

            PrefixSum.AddUp(values, start);

            values.ShouldBe(expected, $"{values.Length} values");
        }
    }

    [Fact]
    public void AddUpPlain_SomeValues_AddsStartAndAllBefore()
    {
        int[] values = [1, 0, 5, 2, -3];

        PrefixSum.AddUpPlain(values, 10);

        values.ShouldBe([11, 11, 16, 18, 15]);
    }
}
