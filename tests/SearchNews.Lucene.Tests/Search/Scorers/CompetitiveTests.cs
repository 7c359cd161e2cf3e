using SearchNews.Lucene.Search.Scorers;

namespace SearchNews.Lucene.Tests.Search.Scorers;

public sealed class CompetitiveTests
{
    /// <summary>Scores repeat, so that some are just as high as the lowest wanted.</summary>
    [Theory]
    [InlineData(-1)]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(9)]
    [InlineData(10)]
    public void Keep_EveryCount_KeepsThoseAtOrAboveInTheirOrder(int minScore)
    {
        for (int count = 0; count <= 140; count++)
        {
            Random random = Seeds.Random(count);
            int[] docs = Some.SortedDocs(random, 1000, count);
            float[] scores = [.. docs.Select(_ => (float)random.Next(10))];
            int[] wanted = [.. Enumerable.Range(0, count).Where(i => scores[i] >= minScore)];
            float[] expectedScores = [.. wanted.Select(i => scores[i])];
            float[] plainScores = [.. scores];
            int[] kept = new int[count];
            int[] plainKept = new int[count];

            int found = Competitive.Keep(docs, scores, minScore, kept);
            int plainFound = Competitive.KeepPlain(docs, plainScores, minScore, plainKept);

            kept.Take(found).ShouldBe(wanted.Select(i => docs[i]), $"{count} documents");
            scores.Take(found).ShouldBe(expectedScores, $"{count} documents");
            plainKept.Take(plainFound).ShouldBe(kept.Take(found), $"{count} documents");
            plainScores.Take(plainFound).ShouldBe(expectedScores, $"{count} documents");
        }
    }

    [Fact]
    public void FindAbove_AnyScores_FindsTheFirst()
    {
        for (int count = 0; count <= 70; count++)
        {
            Random random = Seeds.Random(count);
            float[] scores = [.. Enumerable.Range(0, count).Select(_ => (float)random.Next(6))];
            for (int from = 0; from <= count; from++)
            {
                float worst = random.Next(4) switch { 0 => float.NegativeInfinity, 1 => 5, _ => random.Next(6) };
                int expected = Enumerable.Range(from, count - from).FirstOrDefault(i => scores[i] > worst, count);

                Competitive.FindAbove(scores, from, worst).ShouldBe(expected, $"above {worst} from {from} of {count}");
                Competitive.FindAbovePlain(scores, from, worst).ShouldBe(expected, $"above {worst} from {from} of {count}");
            }
        }
    }
}
