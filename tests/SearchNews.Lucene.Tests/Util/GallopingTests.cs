using SearchNews.Lucene.Util;

namespace SearchNews.Lucene.Tests.Util;

public sealed class GallopingTests
{
    [Fact]
    public void FindFirstAtLeast_AnyTarget_IsThatOfALinearSearch()
    {
        for (int count = 0; count < 70; count++)
        {
            Random random = Seeds.Random(count);
            int[] numbers = Some.SortedDocs(random, 200, count);
            for (int from = 0; from <= count; from++)
            {
                int target = random.Next(-1, 202);
                int expected = from;
                while (expected < count && numbers[expected] < target) expected++;
                Galloping.FindFirstAtLeast(numbers, from, target).ShouldBe(expected, $"{target} from {from} in {string.Join(' ', numbers)}");
            }
        }
    }
}
