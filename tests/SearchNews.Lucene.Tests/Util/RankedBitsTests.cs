using SearchNews.Lucene.Util;

namespace SearchNews.Lucene.Tests.Util;

public sealed class RankedBitsTests
{
    [Fact]
    public void Rank_AnyDocuments_CountsThoseBefore()
    {
        for (int round = 0; round < 100; round++)
        {
            Random random = Seeds.Random(round);
            int maxDoc = random.Next(1, 1000);
            int[] docs = Some.SortedDocs(random, maxDoc, random.Next(maxDoc + 1));

            var bits = new RankedBits(docs, maxDoc);

            for (int doc = 0; doc < maxDoc; doc++)
            {
                bits.Contains(doc).ShouldBe(docs.Contains(doc), $"document {doc} of round {round}");
                bits.Rank(doc).ShouldBe(docs.Count(other => other < doc), $"document {doc} of round {round}");
            }
        }
    }
}
