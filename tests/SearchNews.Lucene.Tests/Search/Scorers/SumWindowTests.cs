using SearchNews.Lucene.Search.Scorers;

namespace SearchNews.Lucene.Tests.Search.Scorers;

public sealed class SumWindowTests
{
    private readonly SumWindow _window = new();
    private readonly int[] _docs = new int[SumWindow.Size];
    private readonly double[] _sums = new double[SumWindow.Size];

    /// <summary>Few documents are looked at one by one, many all at once: the same window takes turns, and must be empty in between.</summary>
    [Fact]
    public void Drain_FewAndManyDocumentsInTurns_GivesSumsAtOrAboveTheThreshold()
    {
        for (int round = 0; round < 300; round++)
        {
            Random random = Seeds.Random(round);
            int start = random.Next(1 << 20);
            var expected = new SortedDictionary<int, double>();
            _window.Base = start;
            for (int runs = random.Next(5); runs > 0; runs--) AddRun(random, start, random.Next(Some.Of(random, 3, 128, 600, SumWindow.Size) + 1), expected);

            // Sums are whole, so that some are just as high as the threshold.
            int threshold = random.Next(1, 12);
            KeyValuePair<int, double>[] wanted = [.. expected.Where(pair => pair.Value >= threshold)];
            int count = _window.Drain(threshold, _docs, _sums);

            _docs.Take(count).ShouldBe(wanted.Select(pair => pair.Key));
            _sums.Take(count).ShouldBe(wanted.Select(pair => pair.Value));
        }
    }

    [Theory]
    [InlineData(SumWindow.Size / 8)]
    [InlineData((SumWindow.Size / 8) + 1)]
    [InlineData(SumWindow.Size)]
    public void Drain_FirstAndLastDocument_AreFound(int touched)
    {
        int[] docs = [.. Enumerable.Range(0, touched - 1), SumWindow.Size - 1];
        foreach (int index in docs) _window.Touch([index])[index] += 1;

        _window.Drain(1, _docs, _sums).ShouldBe(touched);

        _docs.Take(touched).ShouldBe(docs);
        _sums.Take(touched).ShouldAllBe(sum => sum == 1);
        _window.Drain(1, _docs, _sums).ShouldBe(0);
    }

    private void AddRun(Random random, int start, int count, SortedDictionary<int, double> expected)
    {
        int[] run = [.. Some.SortedDocs(random, SumWindow.Size, count).Select(index => start + index)];
        double[] sums = _window.Touch(run);
        foreach (int doc in run)
        {
            int score = random.Next(5);
            sums[doc - start] += score;
            expected[doc] = expected.GetValueOrDefault(doc) + score;
        }
    }
}
