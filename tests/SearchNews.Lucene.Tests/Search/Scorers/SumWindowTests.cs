using SearchNews.Lucene.Search.Scorers;

namespace SearchNews.Lucene.Tests.Search.Scorers;

public sealed class SumWindowTests
{
    private readonly SumWindow _window = new();
    private readonly int[] _docs = new int[SumScan.MinRoom + 5];
    private readonly double[] _sums = new double[SumScan.MinRoom + 5];

    /// <summary>Few and many documents in turns, by the two ways of adding: the window must be empty in between.</summary>
    [Fact]
    public void Drain_FewAndManyDocumentsInTurns_GivesSumsAtOrAboveTheThreshold()
    {
        for (int round = 0; round < 100; round++)
        {
            Random random = Seeds.Random(round);
            int start = random.Next(1 << 20);
            var expected = new SortedDictionary<int, double>();
            _window.Base = start;
            for (int runs = random.Next(5); runs > 0; runs--) AddRun(random, start, random.Next(Some.Of(random, 3, 128, 600, SumWindow.Size) + 1), expected);

            // Sums are whole, so that some are just as high as the threshold.
            int threshold = random.Next(1, 12);
            Drain(threshold).ShouldBe(expected.Where(pair => pair.Value >= threshold).Select(pair => (pair.Key, pair.Value)));
        }
    }

    [Fact]
    public void Drain_FirstAndLastDocument_AreFound()
    {
        _window.Base = 7;
        foreach (int doc in (int[])[7, SumWindow.Size + 6]) _window.Touch([doc])[doc - 7] += 1;

        Drain(1).ShouldBe([(7, 1.0), (SumWindow.Size + 6, 1.0)]);
        Drain(1).ShouldBeEmpty();
    }

    private List<(int Doc, double Sum)> Drain(double threshold)
    {
        var found = new List<(int Doc, double Sum)>();
        bool isMore;
        do
        {
            isMore = _window.Drain(threshold, _docs, _sums, out int count);
            for (int i = 0; i < count; i++) found.Add((_docs[i], _sums[i]));
        }
        while (isMore);

        return found;
    }

    private void AddRun(Random random, int start, int count, SortedDictionary<int, double> expected)
    {
        int[] run = [.. Some.SortedDocs(random, SumWindow.Size, count).Select(index => start + index)];
        if (random.Next(2) == 0)
        {
            double[] table = [.. Enumerable.Range(0, ImpactKernel.Length).Select(code => (double)(code % 5))];
            byte[] codes = Some.Bytes(random, run.Length);
            _window.Add(run, codes, table);
            for (int i = 0; i < run.Length; i++) Add(expected, run[i], table[codes[i]]);
            return;
        }

        double[] sums = _window.Touch(run);
        foreach (int doc in run)
        {
            int score = random.Next(5);
            sums[doc - start] += score;
            Add(expected, doc, score);
        }
    }

    private static void Add(SortedDictionary<int, double> sums, int doc, double score) => sums[doc] = sums.GetValueOrDefault(doc) + score;
}
