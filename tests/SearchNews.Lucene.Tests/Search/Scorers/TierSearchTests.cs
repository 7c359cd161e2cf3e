using SearchNews.Lucene.Index;
using SearchNews.Lucene.Search;
using SearchNews.Lucene.Search.Scorers;
using SearchNews.Lucene.Search.Similarities;
using SearchNews.Lucene.Tests.Index;

namespace SearchNews.Lucene.Tests.Search.Scorers;

/// <summary>What searches leave out because of tiers cannot reach the score: of single terms, of two together, and by scorers that rank impacts otherwise than the one the tiers were made with.</summary>
public sealed class TierSearchTests
{
    private const int MaxDoc = 20_000;

    private static readonly SimScorer Plain = Scorer(new BM25Similarity());

    // Long documents are not worse than short ones, and frequency counts for much.
    private static readonly SimScorer Other = Scorer(new BM25Similarity(k1: 10f, b: 0f));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void TiersReaching_AnyScore_HaveAllDocumentsThatReachIt(bool otherScorer)
    {
        for (int round = 0; round < 40; round++)
        {
            Random random = Seeds.Random(round);
            ImpactTiers term = NextTerm(random, random.Next(2) == 0 ? 200 : 5000);
            ImpactScores scores = new ImpactScores().Set(term, otherScorer ? Other : Plain);
            float[] all = ScoresOf(term, scores);
            scores.MaxScore.ShouldBe(all.Max());
            for (int i = 0; i < 50; i++)
            {
                double others = random.NextDouble() * 2;
                float minScore = (float)(all[random.Next(all.Length)] + others);

                int tiers = scores.TiersReaching(minScore, others, 2);

                ReadOnlySpan<int> docs = tiers == 0 ? [] : term.Tiers[tiers - 1].Docs[..term.Tiers[tiers - 1].Count];
                int[] reaching = [.. term.All.Docs[..term.Count].ToArray().Where((_, at) => (float)(all[at] + others) >= minScore)];
                reaching.Except(docs.ToArray()).ShouldBeEmpty($"round {round}, {minScore} with {others}");
            }
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void AddTerms_AnyScore_HasAllDocumentsOfBothThatReachIt(bool otherScorer)
    {
        var intersection = new DenseIntersection();
        int[] batch = new int[512];
        int left = 0;
        for (int round = 0; round < 40; round++)
        {
            Random random = Seeds.Random(round);
            (DenseTerm term, Dictionary<int, float> scores) one = NextDense(random, otherScorer ? Other : Plain);
            (DenseTerm term, Dictionary<int, float> scores) other = NextDense(random, otherScorer ? Other : Plain);
            Dictionary<int, double> both = one.scores.Keys.Intersect(other.scores.Keys).ToDictionary(doc => doc, doc => (double)one.scores[doc] + other.scores[doc]);
            for (int i = 0; i < 20; i++)
            {
                double more = random.Next(2) == 0 ? 0 : random.NextDouble();
                float minScore = (float)(both.Values.ElementAt(random.Next(both.Count)) + more);
                intersection.Clear();
                intersection.AddTerms(one.term, other.term, minScore, more, 3);

                intersection.Start(0, MaxDoc);
                var found = new HashSet<int>();
                for (int count = intersection.Read(batch); count > 0; count = intersection.Read(batch)) found.UnionWith(batch[..count]);

                found.ShouldBeSubsetOf(both.Keys);
                both.Where(doc => (float)(doc.Value + more) >= minScore).Select(doc => doc.Key).Except(found).ShouldBeEmpty($"round {round}, {minScore} with {more}");
                left += both.Count - found.Count;
            }
        }

        left.ShouldBeGreaterThan(0);
    }

    [Theory]
    [InlineData(1250, true)]
    [InlineData(313, true)]
    [InlineData(312, false)]
    public void Bits_OfTerm_AreItsTiersAndCodes(int count, bool hasBits)
    {
        ImpactTiers term = NextTerm(Seeds.Random(count), count);

        (term.Bits is not null).ShouldBe(hasBits);

        if (term.Bits is not { } bits) return;
        bits.LastTier.ShouldBe(term.Tiers.Length - 1);
        for (int tier = bits.FirstTier; tier <= bits.LastTier; tier++) DocsOf(bits.Of(tier)).ShouldBe(term.Tiers[tier].Docs[..^1].ToArray());
        for (int tier = 0; tier < bits.FirstTier; tier++) term.Tiers[tier].Docs[..^1].ToArray().ShouldBeSubsetOf(DocsOf(bits.Of(tier)));
        for (int doc = 0, at = 0; doc < MaxDoc; doc++)
        {
            bool has = term.All.Docs[at] == doc;
            bits.CodeOf(doc).ShouldBe(has ? term.All.Codes[at++] : -1);
        }
    }

    private static (DenseTerm Term, Dictionary<int, float> Scores) NextDense(Random random, SimScorer scorer)
    {
        ImpactTiers term = NextTerm(random, random.Next(1000, 9000));
        ImpactScores scores = new ImpactScores().Set(term, scorer);
        float[] all = ScoresOf(term, scores);
        return (new DenseTerm().Set(term, scores), term.All.Docs[..term.Count].ToArray().Zip(all).ToDictionary(pair => pair.First, pair => pair.Second));
    }

    private static ImpactTiers NextTerm(Random random, int count)
    {
        byte[] norms = [.. Enumerable.Range(0, MaxDoc).Select(_ => (byte)random.Next(5, 30))];
        return ImpactTiersBuilder.Build(new ListedPostings(Some.SortedDocs(random, MaxDoc, count), [.. Enumerable.Range(0, count).Select(_ => random.Next(4) == 0 ? random.Next(1, 8) : 1)]), norms, Plain).ShouldNotBeNull();
    }

    private static float[] ScoresOf(ImpactTiers term, ImpactScores scores) => [.. term.All.Codes.ToArray().Select(code => (float)scores.Table[code])];

    private static SimScorer Scorer(Similarity similarity) =>
        similarity.CreateScorer(1f, new CollectionStatistics("body", MaxDoc, MaxDoc, 20L * MaxDoc, 18L * MaxDoc), new TermStatistics(new Term("body", "w"), 3000, 4000));

    private static int[] DocsOf(ReadOnlyMemory<ulong> bits) => [.. Enumerable.Range(0, bits.Length * 64).Where(doc => (bits.Span[doc >> 6] & (1UL << doc)) != 0)];
}
