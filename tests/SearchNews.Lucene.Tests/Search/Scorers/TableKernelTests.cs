using SearchNews.Lucene.Search.Scorers;

namespace SearchNews.Lucene.Tests.Search.Scorers;

public sealed class TableKernelTests
{
    private const int MaxDoc = 3000;

    [Fact]
    public void Covers_FrequenciesInTheTable_IsTrue()
    {
        for (int count = 0; count <= 130; count++)
        {
            Random random = Seeds.Random(count);
            int[] freqs = [.. Enumerable.Range(0, count).Select(_ => random.Next(1, TableKernel.MaxFreq + 1))];
            TableKernel.Covers(freqs).ShouldBeTrue($"{count} frequencies");
            TableKernel.CoversPlain(freqs).ShouldBeTrue($"{count} frequencies");
        }
    }

    [Theory]
    [InlineData(5)]
    [InlineData(8)]
    [InlineData(1 << 30)]
    [InlineData(int.MaxValue)]
    public void Covers_OneFrequencyBeyond_IsFalseWhereverItStands(int beyond)
    {
        for (int count = 1; count <= 70; count++)
        {
            for (int at = 0; at < count; at++)
            {
                int[] freqs = new int[count];
                Array.Fill(freqs, 1);
                freqs[at] = beyond;
                TableKernel.Covers(freqs).ShouldBeFalse($"place {at} of {count}");
                TableKernel.CoversPlain(freqs).ShouldBeFalse($"place {at} of {count}");
            }
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Score_AnyCount_IsTheEntryOfFrequencyAndNorm(bool allOnes)
    {
        for (int count = 0; count <= 130; count++)
        {
            Case some = Draw(Seeds.Random(count), count, allOnes);
            float[] scores = new float[count + 1];

            TableKernel.Score(some.Docs, some.GivenFreqs, some.Norms, some.Table, scores);

            scores.ShouldBe([.. some.Expected, 0f], $"{count} documents");
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Add_AnyCount_AddsTheEntryToTheSumOfTheDocument(bool allOnes)
    {
        for (int count = 0; count <= 130; count++)
        {
            Random random = Seeds.Random(count);
            Case some = Draw(random, count, allOnes);
            int start = count == 0 ? 0 : random.Next(some.Docs[0] + 1);
            double[] sums = [.. Enumerable.Range(start, MaxDoc - start).Select(_ => random.NextDouble())];
            double[] expected = [.. sums];
            for (int i = 0; i < count; i++) expected[some.Docs[i] - start] += some.Expected[i];

            TableKernel.Add(some.Docs, some.GivenFreqs, some.Norms, Array.ConvertAll(some.Table, score => (double)score), sums, start);

            sums.ShouldBe(expected, $"{count} documents");
        }
    }

    /// <summary>The loops check nothing within, so what would leave an array is refused before.</summary>
    [Fact]
    public void Add_DocumentsOutsideOfSumsOrNorms_AreRefused()
    {
        float[] table = new float[TableKernel.Length];
        byte[] norms = new byte[20];
        Should.Throw<ArgumentOutOfRangeException>(() => TableKernel.Add([4, 6], [], norms, new double[TableKernel.Length], new double[5], start: 5));
        Should.Throw<ArgumentOutOfRangeException>(() => TableKernel.Add([5, 10], [], norms, new double[TableKernel.Length], new double[5], start: 5));
        Should.Throw<ArgumentOutOfRangeException>(() => TableKernel.Add([5, 20], [], norms, new double[TableKernel.Length], new double[50], start: 5));
        Should.Throw<ArgumentOutOfRangeException>(() => TableKernel.Score([5, 20], [], norms, table, new float[2]));
        Should.Throw<ArgumentException>(() => TableKernel.Score([5, 19], [1], norms, table, new float[2])).ParamName.ShouldBe("freqs");
        Should.Throw<ArgumentException>(() => TableKernel.Score([5, 19], [], norms, new float[TableKernel.Length - 1], new float[2])).ParamName.ShouldBe("table");
    }

    private static Case Draw(Random random, int count, bool allOnes)
    {
        int[] docs = Some.SortedDocs(random, MaxDoc, count);
        int[] freqs = [.. docs.Select(_ => allOnes ? 1 : random.Next(1, TableKernel.MaxFreq + 1))];
        byte[] norms = Some.Bytes(random, MaxDoc);
        float[] table = [.. Enumerable.Range(0, TableKernel.Length).Select(_ => random.NextSingle())];
        float[] expected = [.. docs.Select((doc, i) => table[((freqs[i] - 1) * TableKernel.NormCount) + norms[doc]])];
        return new Case(docs, allOnes ? [] : freqs, norms, table, expected);
    }

    private sealed record Case(int[] Docs, int[] GivenFreqs, byte[] Norms, float[] Table, float[] Expected);
}
