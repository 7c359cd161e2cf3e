using SearchNews.Lucene.Util;

namespace SearchNews.Lucene.Tests.Util;

public sealed class BitIntersectionTests
{
    [Fact]
    public void And_AnySets_KeepsCommonBits()
    {
        for (int count = 0; count < 40; count++)
        {
            Random random = Seeds.Random(count);
            ulong[] words = Next(random, count);
            ulong[] others = Next(random, count + 3);
            ulong[] expected = [.. words.Zip(others, (word, other) => word & other)];

            BitIntersection.And(words, others);

            words.ShouldBe(expected);
        }
    }

    [Fact]
    public void OrAnd_AnySets_AddsCommonBits()
    {
        for (int count = 0; count < 40; count++)
        {
            Random random = Seeds.Random(count);
            ulong[] words = Next(random, count);
            ulong[] left = Next(random, count + 1);
            ulong[] right = Next(random, count + 3);
            ulong[] expected = [.. words.Select((word, i) => word | (left[i] & right[i]))];

            BitIntersection.OrAnd(words, left, right);

            words.ShouldBe(expected);
        }
    }

    private static ulong[] Next(Random random, int count) => [.. Enumerable.Range(0, count).Select(_ => (ulong)random.NextInt64())];
}
