using SearchNews.Search.Stories;

namespace SearchNews.Search.Tests.Stories;

public sealed class LikenessProbeTests
{
    private static readonly StemTable Table = new(1_000, [.. Enumerable.Range(0, 60).Select(i => KeyValuePair.Create(StemHash.Of($"w{i}"), (i * 7) + 2))]);

    [Fact]
    public void Likeness_RandomVectors_IsTheSameSumToTheLastBit()
    {
        // One probe for all: what a vector leaves behind would be found by the next.
        var probe = new LikenessProbe();
        double greatest = 0;
        StoryVector? before = null;
        for (int round = 0; round < 300; round++)
        {
            Random random = Seeds.Random(round);
            StoryVector vector = Draw(random);
            probe.Set(vector);

            // Vectors are used again once they were compared.
            before?.Set(new StoryFingerprint(StoryFingerprint.Of("w1 w2", "w3")), Table);
            before = vector;
            for (int i = 0; i < 20; i++)
            {
                StoryVector other = Draw(random);
                double likeness = probe.Likeness(other);
                likeness.ShouldBe(vector.Likeness(other), $"round {round}, vector {i}");
                greatest = Math.Max(greatest, likeness);
            }
        }

        greatest.ShouldBeGreaterThan(StoryRule.MinLikeness);
    }

    private static StoryVector Draw(Random random)
    {
        string Words(int most) => string.Join(' ', Enumerable.Range(0, random.Next(most)).Select(_ => $"w{random.Next(90)}"));
        return new StoryVector().Set(new StoryFingerprint(StoryFingerprint.Of(Words(12), Words(random.Next(8) == 0 ? 900 : 60))), Table);
    }
}
