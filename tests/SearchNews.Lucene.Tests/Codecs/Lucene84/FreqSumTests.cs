using SearchNews.Lucene.Codecs.Lucene84;

namespace SearchNews.Lucene.Tests.Codecs.Lucene84;

public sealed class FreqSumTests
{
    /// <summary>Frequencies of all widths, so that sums go beyond 32 bits.</summary>
    [Fact]
    public void AddUp_AnyFrequencies_IsTheSameAsOneByOne()
    {
        for (int count = 0; count <= 140; count++)
        {
            int[] freqs = [.. Some.Longs(Seeds.Random(count), count, maxBits: 31).Select(freq => (int)freq)];

            FreqSum.AddUp(freqs).ShouldBe(FreqSum.AddUpPlain(freqs), $"{count} frequencies");
        }
    }

    [Fact]
    public void AddUp_GreatestFrequencies_DoesNotWrapRound()
    {
        int[] freqs = new int[128];
        Array.Fill(freqs, int.MaxValue);

        FreqSum.AddUp(freqs).ShouldBe(128L * int.MaxValue);
        FreqSum.AddUpPlain(freqs).ShouldBe(128L * int.MaxValue);
    }
}
