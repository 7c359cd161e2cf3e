using SearchNews.Lucene.Index;
using SearchNews.Lucene.Search;
using SearchNews.Lucene.Search.Similarities;

namespace SearchNews.Lucene.Tests.Search.Similarities;

public sealed class BM25SimilarityTests
{
    private static readonly CollectionStatistics Collection = new("text", MaxDoc: 4, DocCount: 4, SumTotalTermFreq: 37, SumDocFreq: 30);

    // Values that Lucene's explanation printed.
    [Theory]
    [InlineData(2f, 1f, 11, 0.08890169f)]
    [InlineData(0.5f, 1f, 11, 0.022225423f)]
    [InlineData(0.6666666f, 1f, 8, 0.03379574f)]
    [InlineData(0.5f, 3f, 9, 0.03784795f)]
    public void Score_ExamplesOfLucene_IsTheSameFloat(float boost, float freq, long norm, float expected) =>
        new BM25Similarity().CreateScorer(boost, Collection, Term(4)).Score(freq, norm).ShouldBe(expected);

    [Fact]
    public void Score_MoreOrShorter_NeverFalls()
    {
        for (int round = 0; round < 50; round++)
        {
            Random random = Seeds.Random(round);
            var similarity = new BM25Similarity((float)(random.NextDouble() * 3), (float)random.NextDouble());
            var collection = new CollectionStatistics("text", 1000, random.Next(1, 1000), random.Next(1000, 100_000), 1000);
            SimScorer scorer = similarity.CreateScorer((float)random.NextDouble() * 10, collection, Term(random.Next(1, (int)collection.DocCount + 1)));
            for (int norm = 0; norm < 256; norm++)
            {
                for (int freq = 1; freq < 40; freq++)
                {
                    float score = scorer.Score(freq, (sbyte)norm);
                    score.ShouldBeGreaterThanOrEqualTo(0);
                    scorer.Score(freq + 1, (sbyte)norm).ShouldBeGreaterThanOrEqualTo(score);
                    if (norm < 255) scorer.Score(freq, (sbyte)(norm + 1)).ShouldBeLessThanOrEqualTo(score);
                }
            }
        }
    }

    [Fact]
    public void Score_ManyAtOnce_AreTheSameFloatsAsOneByOne()
    {
        for (int count = 0; count <= 140; count++)
        {
            Random random = Seeds.Random(count);
            var similarity = new BM25Similarity((float)(random.NextDouble() * 3), (float)random.NextDouble());
            SimScorer scorer = similarity.CreateScorer((float)random.NextDouble() * 10, Collection, Term(random.Next(1, 5)));
            int[] freqs = [.. Some.Longs(random, count, maxBits: 20).Select(freq => (int)freq + 1)];
            byte[] norms = Some.Bytes(random, count);
            float[] scores = new float[count];

            scorer.Score(freqs, norms, scores);

            scores.ShouldBe(freqs.Select((freq, i) => scorer.Score(freq, (sbyte)norms[i])), $"{count} documents");
        }
    }

    [Fact]
    public void Explain_AnyFrequency_GivesScore()
    {
        SimScorer scorer = new BM25Similarity(0.6f, 0.4f).CreateScorer(1.5f, Collection, Term(2), Term(3));
        Explanation explanation = scorer.Explain(Explanation.Match(1.5f, "freq"), 12);
        explanation.Value.ShouldBe(scorer.Score(1.5f, 12));
        explanation.ToString().ShouldContain("12 = dl, length of the field");
    }

    [Theory]
    [InlineData(-1f, 0.5f)]
    [InlineData(float.NaN, 0.5f)]
    [InlineData(1f, 1.1f)]
    [InlineData(1f, float.NaN)]
    public void Create_OutOfRange_IsRefused(float k1, float b) => Should.Throw<ArgumentOutOfRangeException>(() => new BM25Similarity(k1, b));

    private static TermStatistics Term(int docFreq) => new(new Term("text", "word"), docFreq, docFreq);
}
