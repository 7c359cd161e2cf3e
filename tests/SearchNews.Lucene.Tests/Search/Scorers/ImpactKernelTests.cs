using SearchNews.Lucene.Search.Scorers;

namespace SearchNews.Lucene.Tests.Search.Scorers;

public sealed class ImpactKernelTests
{
    private readonly double[] _table = [.. Enumerable.Range(0, ImpactKernel.Length).Select(code => code / 3.0)];

    [Fact]
    public void Score_AnyCodes_LooksUpEach()
    {
        byte[] codes = Some.Bytes(Seeds.Random(), 300);
        float[] scores = new float[codes.Length];

        ImpactKernel.Score(codes, _table, scores);

        scores.ShouldBe(codes.Select(code => (float)_table[code]));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(40)]
    [InlineData(200)]
    public void Keep_AnyCodes_KeepsThoseAtOrAbove(int lowestCode)
    {
        Random random = Seeds.Random(lowestCode);
        int[] docs = Some.SortedDocs(random, 1000, 300);
        byte[] codes = Some.Bytes(random, docs.Length);
        int[] kept = new int[docs.Length];
        double[] scores = new double[docs.Length];

        int count = ImpactKernel.Keep(docs, codes, _table, _table[lowestCode], kept, scores);

        kept[..count].ShouldBe(docs.Where((_, i) => codes[i] >= lowestCode));
        scores[..count].ShouldBe(codes.Where(code => code >= lowestCode).Select(code => _table[code]));
    }

    [Fact]
    public void Add_AnyDocuments_AddsAndMarks()
    {
        for (int round = 0; round < 100; round++)
        {
            Random random = Seeds.Random(round);
            int start = random.Next(1 << 20);
            int[] docs = [.. Some.SortedDocs(random, 512, random.Next(200)).Select(doc => start + doc)];
            byte[] codes = Some.Bytes(random, docs.Length);
            double[] sums = [.. Enumerable.Range(0, 512).Select(i => (double)i)];
            byte[] touched = new byte[512 / SumScan.GroupSize];

            ImpactKernel.Add(docs, codes, _table, sums, touched, start);

            for (int i = 0; i < sums.Length; i++)
            {
                int at = Array.IndexOf(docs, start + i);
                sums[i].ShouldBe(at < 0 ? i : i + _table[codes[at]]);
            }

            touched.ShouldBe(Enumerable.Range(0, touched.Length).Select(group => (byte)(docs.Any(doc => (doc - start) / SumScan.GroupSize == group) ? 1 : 0)));
        }
    }

    [Theory]
    [InlineData(99)]
    [InlineData(612)]
    public void Add_DocumentOutsideTheWindow_IsRefused(int doc) =>
        Should.Throw<ArgumentOutOfRangeException>(() => ImpactKernel.Add([doc], [0], _table, new double[512], new byte[64], start: 100));
}
