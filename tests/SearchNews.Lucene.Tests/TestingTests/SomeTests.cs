using System.Text;

namespace SearchNews.Lucene.Tests.TestingTests;

public sealed class SomeTests
{
    [Fact]
    public void SortedDocs_AnyCount_AreAscendingDifferentAndBelowMaxDoc()
    {
        Random random = Seeds.Random();
        for (int round = 0; round < 200; round++)
        {
            int maxDoc = random.Next(1, 300);
            int count = random.Next(maxDoc + 1);

            int[] docs = Some.SortedDocs(random, maxDoc, count);

            docs.Length.ShouldBe(count);
            docs.Zip(docs.Skip(1)).All(pair => pair.First < pair.Second).ShouldBeTrue();
            docs.All(doc => doc >= 0 && doc < maxDoc).ShouldBeTrue();
        }
    }

    [Fact]
    public void Text_ManyDraws_HasNoLoneSurrogateAndKeepsItsLength()
    {
        UTF8Encoding strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
        Random random = Seeds.Random();
        bool sawPair = false;
        for (int round = 0; round < 500; round++)
        {
            string text = Some.Text(random, 30);

            text.Length.ShouldBeLessThanOrEqualTo(30);
            strict.GetString(strict.GetBytes(text)).ShouldBe(text);
            sawPair |= text.Any(char.IsSurrogate);
        }

        sawPair.ShouldBeTrue();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(63)]
    public void Longs_ManyDraws_UseAllBitsAndNoMore(int maxBits)
    {
        long[] values = Some.Longs(Seeds.Random(), 2000, maxBits);

        values.All(value => value >= 0 && value >> (maxBits - 1) <= 1).ShouldBeTrue();
        values.Aggregate((a, b) => a | b).ShouldBe(long.MaxValue >> (63 - maxBits));
    }

    [Fact]
    public void Zipf_ManyDraws_FirstWordComesTwiceAsOftenAsSecond()
    {
        Random random = Seeds.Random();
        ZipfWords words = new(random, 1000);

        ILookup<string, string> drawn = Enumerable.Range(0, 50_000).Select(_ => words.Next(random)).ToLookup(word => word, StringComparer.Ordinal);

        double ratio = drawn[words.Words[0]].Count() / (double)drawn[words.Words[1]].Count();
        ratio.ShouldBeInRange(1.8, 2.2);
    }
}
