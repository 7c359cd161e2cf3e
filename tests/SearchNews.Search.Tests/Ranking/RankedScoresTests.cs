using SearchNews.Search.Ranking;

namespace SearchNews.Search.Tests.Ranking;

public sealed class RankedScoresTests
{
    [Fact]
    public void LeastText_RandomScores_NeverAboveATextThatReachesTheScore()
    {
        Random random = Seeds.Random();
        int tight = 0;
        for (int round = 0; round < 200_000; round++)
        {
            float text = Draw(random);
            (float quality, float coverage, float recency) = (Draw(random), Draw(random), Draw(random));
            (float pairs, float exactTitle) = (Draw(random), Draw(random));
            float score = text;
            score += pairs;
            score += exactTitle;
            score += quality;
            score += coverage;
            score += recency;
            double most = (double)pairs + exactTitle + quality + coverage + recency;
            float least = RankedScores.LeastText(score, most);
            least.ShouldBeLessThanOrEqualTo(text, $"{text:R} {pairs:R} {exactTitle:R} {quality:R} {coverage:R} {recency:R}");
            if (score - most > text) tight++;
        }

        tight.ShouldBeGreaterThan(1000, "where rounding raised the score, a bound without slack would skip the article");
    }

    [Theory]
    [InlineData(10f, 2.5, 7.5f)]
    [InlineData(1f, 2.5, -1.5f)]
    public void LeastText_PlainNumbers_IsTheDifference(float minScore, double most, float expected) => RankedScores.LeastText(minScore, most).ShouldBe(expected, 1e-5f);

    // Of very different sizes, so that each sum rounds.
    private static float Draw(Random random) => (float)(random.NextDouble() * Math.Pow(10, random.Next(-3, 3)));
}
