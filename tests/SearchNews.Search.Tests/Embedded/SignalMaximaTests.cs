using SearchNews.Search.Embedded;

namespace SearchNews.Search.Tests.Embedded;

public sealed class SignalMaximaTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(4096)]
    [InlineData(4097)]
    [InlineData(20_000)]
    public void Maxima_RandomSignals_AreTheGreatestOfEachBlockAndOfAll(int docs)
    {
        Random random = Seeds.Random(docs);
        float[] quality = [.. Enumerable.Range(0, docs).Select(_ => random.NextSingle())];
        float[] coverage = [.. Enumerable.Range(0, docs).Select(_ => random.NextSingle())];
        long[] published = [.. Enumerable.Range(0, docs).Select(doc => doc < 5000 ? SignalColumns.NoDate : random.NextInt64(-1000, 1000))];

        var maxima = new SignalMaxima(quality, coverage, published);

        foreach (IGrouping<int, int> block in Enumerable.Range(0, docs).GroupBy(SignalMaxima.BlockOf))
        {
            maxima.QualityOf(block.Key).ShouldBe(block.Max(doc => quality[doc]));
            maxima.CoverageOf(block.Key).ShouldBe(block.Max(doc => coverage[doc]));
            maxima.PublishedAtOf(block.Key).ShouldBe(block.Max(doc => published[doc]));
        }

        maxima.Quality.ShouldBe(quality.DefaultIfEmpty().Max());
        maxima.Coverage.ShouldBe(coverage.DefaultIfEmpty().Max());
        maxima.PublishedAt.ShouldBe(published.DefaultIfEmpty(SignalColumns.NoDate).Max());
    }
}
