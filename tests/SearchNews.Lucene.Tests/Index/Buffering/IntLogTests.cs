using SearchNews.Lucene.Index.Buffering;

namespace SearchNews.Lucene.Tests.Index.Buffering;

public sealed class IntLogTests
{
    [Fact]
    public void Read_AfterAddsAndTruncations_GivesWhatIsLeft()
    {
        Random random = Seeds.Random();
        IntLog log = new();
        List<int> expected = [];
        for (int round = 0; round < 60; round++)
        {
            for (int i = random.Next(3_000); i > 0; i--)
            {
                int value = random.Next();
                log.Add(value);
                expected.Add(value);
            }

            // Ends of blocks are where truncating goes wrong.
            int kept = random.Next(3) == 0 ? expected.Count / 8192 * 8192 : expected.Count - random.Next(Math.Min(expected.Count, 10) + 1);
            log.Truncate(kept);
            expected.RemoveRange(kept, expected.Count - kept);
            log.Count.ShouldBe(kept);
        }

        IntLog.Reader reader = log.Read();
        foreach (int value in expected) reader.Next().ShouldBe(value);
    }
}
