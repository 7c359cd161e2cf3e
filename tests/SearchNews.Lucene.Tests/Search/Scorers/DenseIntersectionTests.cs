using SearchNews.Lucene.Search.Scorers;
using SearchNews.Lucene.Util;

namespace SearchNews.Lucene.Tests.Search.Scorers;

public sealed class DenseIntersectionTests
{
    [Fact]
    public void Read_AnyRange_GivesCommonDocumentsInBatches()
    {
        var intersection = new DenseIntersection();
        for (int round = 0; round < 300; round++)
        {
            Random random = Seeds.Random(round);
            int maxDoc = random.Next(1, 12_000);
            int[][] sets = [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => Some.SortedDocs(random, maxDoc, random.Next(1, maxDoc + 1)))];
            int min = random.Next(maxDoc);
            int max = random.Next(3) == 0 ? int.MaxValue : random.Next(min, maxDoc + 200);
            intersection.Clear();
            foreach (int[] set in sets) intersection.Add(new RankedBits(set, maxDoc));

            var found = new List<int>();
            int[] batch = new int[random.Next(64, 600)];
            intersection.Start(min, max);
            for (int count = intersection.Read(batch); count > 0; count = intersection.Read(batch)) found.AddRange(batch[..count]);

            IEnumerable<int> common = sets.Aggregate((IEnumerable<int>)sets[0], (left, right) => left.Intersect(right));
            found.ShouldBe([.. common.Where(doc => doc >= min && doc < max).Order()], $"round {round}: {min} to {max} of {maxDoc}");
        }
    }
}
