using SearchNews.Lucene.Codecs.Lucene84;

namespace SearchNews.Lucene.Tests.Codecs.Lucene84;

public sealed class BlockSearchTests
{
    /// <summary>Every place to start from and every target that is not beyond the last document, in blocks of every length.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(40)]
    public void FindFirstAtLeast_EveryTarget_IsTheFirst(int density)
    {
        for (int length = 1; length <= 40; length++)
        {
            Random random = Seeds.Random(length);
            int[] docs = Block(random, Some.SortedDocs(random, density * length, length));
            for (int from = 0; from < length; from++)
            {
                for (int target = 0; target <= docs[length - 1]; target++)
                    BlockSearch.FindFirstAtLeast(docs, from, target).ShouldBe(FindPlain(docs, from, target), $"{length} documents, {target} from {from} on");
            }
        }
    }

    [Fact]
    public void FindFirstAtLeast_BlockOf128WithGreatestDocuments_IsTheFirst()
    {
        for (int round = 0; round < 200; round++)
        {
            Random random = Seeds.Random(round);
            int[] sorted = Some.SortedDocs(random, random.Next(128, 5000), 128);
            int shift = int.MaxValue - 1 - sorted[^1];
            int[] docs = Block(random, [.. sorted.Select(doc => doc + shift)]);
            for (int i = 0; i < 50; i++)
            {
                int from = random.Next(128);
                int target = docs[from] + random.Next(docs[127] - docs[from] + 1);

                BlockSearch.FindFirstAtLeast(docs, from, target).ShouldBe(FindPlain(docs, from, target));
            }
        }
    }

    // What stands behind the block must not matter.
    private static int[] Block(Random random, int[] docs) => [.. docs, .. Enumerable.Range(0, BlockSearch.Slack).Select(_ => random.Next())];

    private static int FindPlain(int[] docs, int from, int target) => Array.FindIndex(docs, from, doc => doc >= target);
}
